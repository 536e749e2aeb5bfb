package cn.quality.indicator.assessment;

import cn.quality.testing.Golden;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class AssessmentDiagramTest {

    @Test
    void theDocumentationShowsTheTable() throws IOException {
        Golden.isCommitted(Path.of("../docs/assessment-states.md"), """
                # The course of an assessment

                Drawn from the code (`AssessmentTransitions`); acts that leave a cycle where it is are not shown.

                ```mermaid
                %s```
                """.formatted(AssessmentTransitions.mermaid()));
    }
}

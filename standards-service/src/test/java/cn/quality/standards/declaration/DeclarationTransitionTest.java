package cn.quality.standards.declaration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.quality.platform.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DeclarationTransitionTest {

    @Test
    void onlyAPublicDeclarationCanBeAbolished() {
        assertThat(DeclarationTransition.ABOLISH.takenFrom(DeclarationState.PUBLIC))
                .isEqualTo(DeclarationState.ABOLISHED);
        assertThatThrownBy(() -> DeclarationTransition.ABOLISH.takenFrom(DeclarationState.ABOLISHED))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.detail().en()).contains("ABOLISH", "ABOLISHED"));
    }

    @Test
    void theDocumentationShowsThisTable() throws IOException {
        assertThat(Files.readString(Path.of("docs/declaration-states.md")))
                .contains("```mermaid\n" + DeclarationTransition.mermaid() + "```");
    }
}

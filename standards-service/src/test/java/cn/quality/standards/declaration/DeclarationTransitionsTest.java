package cn.quality.standards.declaration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.quality.platform.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DeclarationTransitionsTest {

    @Test
    void onlyAPublicDeclarationCanBeAbolished() {
        assertThat(DeclarationTransitions.TABLE
                        .of(DeclarationState.PUBLIC, DeclarationAct.ABOLISH)
                        .to())
                .isEqualTo(DeclarationState.ABOLISHED);
        assertThatThrownBy(() -> DeclarationTransitions.TABLE.of(DeclarationState.ABOLISHED, DeclarationAct.ABOLISH))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.detail().en()).contains("“abolished”", "“abolish”"));
    }

    @Test
    void theDocumentationShowsThisTable() throws IOException {
        assertThat(Files.readString(Path.of("docs/declaration-states.md")))
                .contains("```mermaid\n" + DeclarationTransitions.mermaid() + "```");
    }
}

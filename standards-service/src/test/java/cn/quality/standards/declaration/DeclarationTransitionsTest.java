package cn.quality.standards.declaration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.quality.platform.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeclarationTransitionsTest {

    /** Every state with every act; - where the act is not possible. */
    @ParameterizedTest
    @CsvSource({
        "PUBLIC,    DECLARE,  -",
        "PUBLIC,    CHANGE,   PUBLIC",
        "PUBLIC,    WITHDRAW, WITHDRAWN",
        "PUBLIC,    ABOLISH,  ABOLISHED",
        "WITHDRAWN, DECLARE,  -",
        "WITHDRAWN, CHANGE,   -",
        "WITHDRAWN, WITHDRAW, -",
        "WITHDRAWN, ABOLISH,  -",
        "ABOLISHED, DECLARE,  -",
        "ABOLISHED, CHANGE,   -",
        "ABOLISHED, WITHDRAW, -",
        "ABOLISHED, ABOLISH,  -",
    })
    void whatHasEndedStaysAsItIs(DeclarationState from, DeclarationAct act, String to) {
        if (to.equals("-")) {
            assertThatThrownBy(() -> DeclarationTransitions.TABLE.of(from, act))
                    .isInstanceOfSatisfying(
                            Problem.class,
                            problem -> assertThat(problem.type().code()).isEqualTo("illegal-transition"));
        } else {
            assertThat(DeclarationTransitions.TABLE.of(from, act).to()).hasToString(to);
        }
    }

    @Test
    void anEnterpriseChangesAndWithdrawsAndNeverAbolishes() {
        assertThat(DeclarationTransitions.open(DeclarationState.PUBLIC))
                .containsExactly(DeclarationAct.CHANGE, DeclarationAct.WITHDRAW);
        assertThat(List.of(DeclarationState.WITHDRAWN, DeclarationState.ABOLISHED))
                .allSatisfy(
                        state -> assertThat(DeclarationTransitions.open(state)).isEmpty());
    }

    @Test
    void theDocumentationShowsThisTable() throws IOException {
        assertThat(Files.readString(Path.of("docs/declaration-states.md")))
                .contains("```mermaid\n" + DeclarationTransitions.mermaid() + "```");
    }
}

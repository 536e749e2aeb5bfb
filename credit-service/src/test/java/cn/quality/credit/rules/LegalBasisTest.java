package cn.quality.credit.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LegalBasisTest {

    @Test
    void aLocalPolicyCarriesNoBlacklistWhateverTheCatalogueSays() {
        assertThat(basis(LegalBasis.Level.LOCAL_POLICY).supports(LegalBasis.Use.BLACK))
                .isFalse();
        assertThat(basis(LegalBasis.Level.LOCAL_POLICY).supports(LegalBasis.Use.RED))
                .isTrue();
        assertThat(basis(LegalBasis.Level.LOCAL_REGULATION).supports(LegalBasis.Use.BLACK))
                .isTrue();
        assertThat(basis(LegalBasis.Level.LAW).supports(LegalBasis.Use.RECORD)).isFalse();
    }

    @Test
    void theDayItEndsItIsNoLongerInForce() {
        var basis = basis(LegalBasis.Level.LAW);
        assertThat(basis.isInForceOn(LocalDate.of(2021, 8, 31))).isFalse();
        assertThat(basis.isInForceOn(LocalDate.of(2021, 9, 1))).isTrue();
        assertThat(basis.isInForceOn(LocalDate.of(2025, 12, 24))).isTrue();
        assertThat(basis.isInForceOn(LocalDate.of(2025, 12, 25))).isFalse();
    }

    private static LegalBasis basis(LegalBasis.Level level) {
        return new LegalBasis(
                "TEST-1",
                "示例",
                null,
                "示例机关",
                null,
                level,
                Set.of(LegalBasis.Use.BLACK, LegalBasis.Use.RED),
                null,
                LocalDate.of(2021, 9, 1),
                LocalDate.of(2025, 12, 25),
                Certainty.U,
                "示例");
    }
}

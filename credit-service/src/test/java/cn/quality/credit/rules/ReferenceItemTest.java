package cn.quality.credit.rules;

import static org.assertj.core.api.Assertions.assertThat;

import cn.quality.platform.identifiers.IndustryCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What items of the reference data say of themselves. */
class ReferenceItemTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 12, 31);

    @Test
    void eachIsKnownByItsKey() {
        assertThat(region(null, null).key()).isEqualTo("371102");
        assertThat(basis(FIRST, null).key()).isEqualTo("TEST-1");
        assertThat(pack(FIRST, null).key()).isEqualTo("test-pack");
        assertThat(industries().key()).isEqualTo("2017");
        assertThat(HandMadeRules.calendars(2026, 2026).getFirst().item().key()).isEqualTo("2026");
    }

    @Test
    void theFirstDayIsInAndTheDayItEndsIsOut() {
        var validity = new Validity(FIRST, LAST);
        assertThat(validity.includes(FIRST.minusDays(1))).isFalse();
        assertThat(validity.includes(FIRST)).isTrue();
        assertThat(validity.includes(LAST.minusDays(1))).isTrue();
        assertThat(validity.includes(LAST)).isFalse();
        assertThat(new Validity(null, LAST).includes(LocalDate.MIN)).isTrue();
        assertThat(new Validity(FIRST, null).includes(LocalDate.MAX)).isTrue();

        assertThat(region(FIRST, LAST).existsOn(FIRST)).isTrue();
        assertThat(region(FIRST, LAST).existsOn(LAST)).isFalse();
        assertThat(pack(FIRST, LAST).isInForceOn(FIRST)).isTrue();
        assertThat(pack(FIRST, LAST).isInForceOn(LAST)).isFalse();
    }

    @Test
    void nothingEndsBeforeOrAsItBegins() {
        assertThat(new Validity(FIRST, LAST).isOrdered()).isTrue();
        assertThat(new Validity(null, LAST).isOrdered()).isTrue();
        assertThat(new Validity(FIRST, null).isOrdered()).isTrue();
        assertThat(new Validity(FIRST, FIRST).isOrdered()).isFalse();
        assertThat(new Validity(LAST, FIRST).isOrdered()).isFalse();

        assertThat(region(FIRST, LAST).isValidityOrdered()).isTrue();
        assertThat(region(LAST, FIRST).isValidityOrdered()).isFalse();
        assertThat(basis(FIRST, LAST).isValidityOrdered()).isTrue();
        assertThat(basis(LAST, FIRST).isValidityOrdered()).isFalse();
        assertThat(pack(FIRST, LAST).isValidityOrdered()).isTrue();
        assertThat(pack(LAST, FIRST).isValidityOrdered()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"C, true", "C13, true", "C14, false", "D, false", "D13, false", "E50, true"})
    void anIndustryIsKnownBySectionAndDivision(String code, boolean known) {
        assertThat(industries().knows(new IndustryCode(code))).isEqualTo(known);
    }

    @Test
    void whatIsNotThereIsNamedInTheRefusal() {
        var unknown = List.of(
                ReferenceProblems.unknownRegion("379999"),
                ReferenceProblems.unknownLegalBasis("NO-LAW"),
                ReferenceProblems.unknownIndustry(new IndustryCode("C99")));

        assertThat(unknown)
                .extracting(problem -> problem.type().code())
                .containsExactly("unknown-region", "unknown-legal-basis", "unknown-industry");
        assertThat(unknown.getFirst().detail().en()).contains("379999");
        assertThat(unknown.get(1).detail().zh()).contains("NO-LAW");
        assertThat(unknown.getLast().detail().en()).contains("C99");
    }

    private static Region region(@Nullable LocalDate from, @Nullable LocalDate to) {
        return new Region("371102", "东港区", Region.Level.COUNTY, "371100", from, to, Certainty.U, "示例");
    }

    private static RulePack pack(LocalDate from, @Nullable LocalDate to) {
        return HandMadeRules.none().flag("SOME", true).pack("test-pack", from, to);
    }

    private static LegalBasis basis(LocalDate from, @Nullable LocalDate to) {
        return new LegalBasis(
                "TEST-1",
                "示例",
                null,
                "示例机关",
                null,
                LegalBasis.Level.LAW,
                Set.of(LegalBasis.Use.RED),
                null,
                from,
                to,
                Certainty.U,
                "示例");
    }

    private static IndustryCatalogue industries() {
        return new IndustryCatalogue(
                "2017",
                "示例",
                FIRST,
                Certainty.U,
                "示例",
                List.of(
                        new IndustryCatalogue.Section(
                                "C", "制造业", List.of(new IndustryCatalogue.Division("13", "农副食品加工业"))),
                        new IndustryCatalogue.Section(
                                "E", "建筑业", List.of(new IndustryCatalogue.Division("50", "建筑装饰")))));
    }
}

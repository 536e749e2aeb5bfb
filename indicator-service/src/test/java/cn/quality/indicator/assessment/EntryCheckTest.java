package cn.quality.indicator.assessment;

import static cn.quality.indicator.scheme.Sheets.sheet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.quality.indicator.scheme.Scheme;
import cn.quality.indicator.scheme.Sheets;
import cn.quality.platform.problem.Problem;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class EntryCheckTest {

    private static final Scheme SHEET = sheet().group("G", null, "100")
            .rate("R", "G", "40", "90", "100")
            .linear("L", "G", "30", "0", "10")
            .deduction("M", "G", "20", "2")
            .document("D", "G", "10")
            .veto("V", null, "D")
            .scheme();

    @Test
    void takesWhatTheRulesAskFor() {
        assertThatCode(() -> EntryCheck.require(
                        SHEET,
                        List.of(
                                Entry.rate("R", 400, 400),
                                Entry.value("L", "-3.5"),
                                Entry.count("M", 0),
                                Entry.notApplicable("D", "无"),
                                Entry.count("V", 0))))
                .doesNotThrowAnyException();
    }

    @Test
    void namesEveryEntryThatDoesNotFit() {
        assertThat(broken(Entry.count("X", 1), Entry.count("G", 1), Entry.value("M", "1"), Entry.count("M", 1)))
                .containsExactly(
                        "entries[0].node unknown-node",
                        "entries[1].node unknown-node",
                        "entries[2].value wrong-quantity",
                        "entries[3].node twice");
    }

    @Test
    void aRateIsAPartOfAWhole() {
        assertThat(broken(Entry.rate("R", 401, 400)))
                .containsExactly("entries[0].numerator numerator-over-denominator");
        assertThat(broken(Entry.rate("R", 0, 0))).containsExactly("entries[0].denominator zero-denominator");
        assertThat(broken(new Entry("R", null, BigDecimal.ONE, null, null, null, null)))
                .containsExactly("entries[0].numerator wrong-quantity");
    }

    @Test
    void aPercentageLiesBetweenNothingAndAll() {
        var satisfaction = Sheets.sample();
        assertThat(broken(satisfaction, Entry.value("T31", "100.01"))).containsExactly("entries[0].value out-of-range");
        assertThat(broken(satisfaction, Entry.value("T31", "-1"))).containsExactly("entries[0].value out-of-range");
    }

    @Test
    void onlyWhatMayBeNotApplicableIs() {
        assertThat(broken(Entry.notApplicable("V", "没有"))).containsExactly("entries[0].notApplicable always-applies");
        assertThat(broken(new Entry("D", null, null, null, null, "号", "不适用")))
                .containsExactly("entries[0].notApplicable contradiction");
        assertThat(broken(new Entry("D", null, null, null, null, null, null)))
                .containsExactly("entries[0].node wrong-quantity");
    }

    private static List<String> broken(Entry... entries) {
        return broken(SHEET, entries);
    }

    private static List<String> broken(Scheme scheme, Entry... entries) {
        return catchThrowableOfType(Problem.class, () -> EntryCheck.require(scheme, List.of(entries)))
                .violations()
                .stream()
                .map(violation -> violation.field() + " " + violation.code())
                .toList();
    }
}

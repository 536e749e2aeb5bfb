package cn.quality.indicator.assessment;

import static cn.quality.indicator.scheme.Sheets.sheet;
import static org.assertj.core.api.Assertions.assertThat;

import cn.quality.indicator.scheme.Fraction;
import cn.quality.indicator.scheme.Scheme;
import cn.quality.indicator.scheme.Sense;
import cn.quality.indicator.scheme.Sheets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of an assessment by examples. */
class EvaluationTest {

    @ParameterizedTest
    @CsvSource({"93.2, 0", "97, 100", "95.1, 50", "90, 0", "99, 100", "96.96, 1880/19"})
    void aLinearRuleIsInProportionAndKeptWithinItsEnds(String value, String points) {
        assertThat(points(sheet().linear("L", null, "100", "93.2", "97"), Entry.value("L", value)))
                .hasToString(points);
    }

    @Test
    void aFallingTargetTurnsTheProportion() {
        var complaints = sheet().linear("L", null, "100", "20", "10");

        assertThat(points(complaints, Entry.value("L", "15"))).hasToString("50");
        assertThat(points(complaints, Entry.value("L", "25"))).hasToString("0");
    }

    /** 96.96 is below 97, however it would be shown. */
    @Test
    void limitsAreComparedUnrounded() {
        var limit = sheet().threshold("L", null, "100", Sense.AT_LEAST, "97");

        assertThat(points(limit, Entry.value("L", "96.96"))).hasToString("0");
        assertThat(points(limit, Entry.value("L", "97.00"))).hasToString("100");
        assertThat(points(sheet().threshold("L", null, "100", Sense.AT_MOST, "0"), Entry.value("L", "0")))
                .hasToString("100");
    }

    /** 2/3 is more than 66.66 %, and less than 66.67 %. */
    @Test
    void aRateIsComparedAsARatio() {
        var rate = sheet().rate("R", null, "100", "0", "66.67");

        assertThat(points(rate, Entry.rate("R", 2, 3)).compareTo(Fraction.HUNDRED))
                .isNegative();
        assertThat(points(sheet().rate("R", null, "100", "0", "66.66"), Entry.rate("R", 2, 3)))
                .hasToString("100");
    }

    @ParameterizedTest
    @CsvSource({"98, 100", "97.9, 50", "96.8, 50", "96.7, 0"})
    void allHalfNone(String value, String points) {
        assertThat(points(sheet().steps("S", null, "100", Sense.AT_LEAST, "98", "96.8"), Entry.value("S", value)))
                .hasToString(points);
    }

    @ParameterizedTest
    @CsvSource({"0, 20", "3, 14", "10, 0", "11, 0"})
    void missingItemsCostPoints(int missing, String points) {
        var scheme = sheet().deduction("M", null, "20", "2")
                .document("D", null, "80")
                .scheme();

        assertThat(row(scheme, "M", Entry.count("M", missing)).points()).get().hasToString(points);
    }

    @ParameterizedTest
    @CsvSource({"89.46, 89, B", "89.5, 90, A", "88.5, 88, B", "59.5, 60, C", "59.4, 59, D", "0, 0, D", "100, 100, A"})
    void theScoreIsRoundedOnceAndThenBanded(String value, String score, String grade) {
        var result = result(sheet().linear("L", null, "100", "0", "100").scheme(), Entry.value("L", value));

        assertThat(result.score().orElseThrow()).isEqualByComparingTo(score);
        assertThat(result.grade()).contains(grade);
    }

    /** Thirds that would each be rounded down make a whole. */
    @Test
    void nothingIsRoundedOnTheWay() {
        var thirds = sheet().decimals(2)
                .linear("A", null, "33", "0", "3")
                .linear("B", null, "33", "0", "3")
                .linear("C", null, "34", "0", "3")
                .scheme();
        var result = result(thirds, Entry.value("A", "1"), Entry.value("B", "1"), Entry.value("C", "1"));

        assertThat(result.total()).get().hasToString("100/3");
        assertThat(result.score().orElseThrow()).isEqualByComparingTo("33.33");
    }

    /** 高新区 has no farmland: the neighbours in its group share the weight, and 100 remain 100. */
    @Test
    void whatDoesNotApplyHandsItsWeightToItsGroup() {
        var scheme = groups().scheme();
        var rows = rows(scheme, Entry.notApplicable("A1", "辖区内没有耕地"), Entry.document("A2", "号"));

        assertThat(row(rows, "A1").state()).isEqualTo(NodeState.NOT_APPLICABLE);
        assertThat(row(rows, "A1").weight()).isEmpty();
        assertThat(row(rows, "A2").weight()).get().hasToString("25");
        assertThat(row(rows, "A3").weight()).get().hasToString("15");
        assertThat(row(rows, "B1").weight()).get().hasToString("60");
        assertThat(row(rows, "A").points()).get().hasToString("25");
    }

    @Test
    void aGroupWithNothingLeftHandsItsWeightOn() {
        var rows = rows(
                groups().scheme(),
                Entry.notApplicable("A1", "无"),
                Entry.notApplicable("A2", "无"),
                Entry.notApplicable("A3", "无"));

        assertThat(row(rows, "A").state()).isEqualTo(NodeState.NOT_APPLICABLE);
        assertThat(row(rows, "B1").weight()).get().hasToString("100");
    }

    @Test
    void acrossTheSheetAllOthersShareTheWeight() {
        var rows = rows(groups().acrossSheet().scheme(), Entry.notApplicable("B1", "无"));

        assertThat(row(rows, "A1").weight()).get().hasToString("50");
        assertThat(row(rows, "A2").weight()).get().hasToString("31.25");
        assertThat(row(rows, "A").weight()).get().hasToString("100");
    }

    /** 五莲县 did not report: its weight stays, it scores nothing, and it is named. */
    @Test
    void whatWasNotReportedScoresNothingAndIsNamed() {
        var scheme = groups().veto("V", null, "D").scheme();
        var result = result(scheme, Entry.document("A1", "号"), Entry.document("B1", "号"), Entry.count("V", 0));

        assertThat(result.score().orElseThrow()).isEqualByComparingTo("80");
        assertThat(result.notReported()).containsExactly("A2", "A3");
        assertThat(result.reported()).isEqualTo(3);
        assertThat(result.applicable()).isEqualTo(5);
        assertThat(row(scheme, "A2").weight()).get().hasToString("12.5");
    }

    @Test
    void whatDoesNotApplyIsNoGapInWhatWasReported() {
        var result = result(
                groups().scheme(),
                Entry.notApplicable("A1", "无"),
                Entry.document("A2", "号"),
                Entry.document("A3", "号"),
                Entry.document("B1", "号"));

        assertThat(result.notReported()).isEmpty();
        assertThat(result.reported()).isEqualTo(3);
        assertThat(result.applicable()).isEqualTo(3);
        assertThat(result.score().orElseThrow()).isEqualByComparingTo("100");
    }

    @Test
    void nothingThatAppliesHasNoScore() {
        var result = result(sheet().document("D", null, "100").scheme(), Entry.notApplicable("D", "无"));

        assertThat(result.score()).isEmpty();
        assertThat(result.grade()).isEmpty();
        assertThat(result.rank()).isEmpty();
    }

    /** 国办发〔2013〕47号 art. 5: a regional or systemic event is a D whatever the score. */
    @Test
    void oneEventDecidesTheGrade() {
        var scheme = sheet().document("D", null, "100").veto("V", null, "D").scheme();

        var vetoed = result(scheme, Entry.document("D", "号"), Entry.count("V", 1));

        assertThat(vetoed.score().orElseThrow()).isEqualByComparingTo("100");
        assertThat(vetoed.grade()).contains("D");
        assertThat(vetoed.vetoes()).containsExactly("V");
        assertThat(result(scheme, Entry.document("D", "号"), Entry.count("V", 0)).grade())
                .contains("A");
        assertThat(result(
                                sheet().document("D", null, "100")
                                        .veto("V", null, "C")
                                        .scheme(),
                                Entry.count("V", 1))
                        .grade())
                .as("a veto never makes a grade better")
                .contains("D");
    }

    @ParameterizedTest
    @CsvSource({"0, 50", "3, 51.5", "4, 52", "400, 52"})
    void aBonusComesOnTopUpToItsCap(int items, String total) {
        var scheme = sheet().decimals(1)
                .document("D", null, "50")
                .document("E", null, "50")
                .bonus("B", null, "0.5", "2")
                .scheme();
        var result = result(scheme, Entry.document("D", "号"), Entry.count("B", items));

        assertThat(result.total()).get().hasToString(total);
        assertThat(result.notReported()).containsExactly("E");
    }

    @Test
    void equalScoresShareARankAndTheNextIsSkipped() {
        var scheme = sheet().linear("L", null, "100", "0", "100")
                .veto("V", null, "D")
                .scheme();
        var entries = new LinkedHashMap<String, List<Entry>>();
        entries.put("371102", List.of(Entry.value("L", "91.2")));
        entries.put("371103", List.of(Entry.value("L", "99"), Entry.count("V", 1)));
        entries.put("371121", List.of(Entry.value("L", "90.9")));
        entries.put("371122", List.of(Entry.value("L", "85")));

        assertThat(Evaluation.of(scheme, entries).results())
                .extracting(result -> result.area() + " " + result.rank().orElseThrow())
                .as("a veto ranks by its grade")
                .containsExactly("371102 1", "371103 4", "371121 1", "371122 3");
    }

    private static Sheets groups() {
        return sheet().group("A", null, "40")
                .document("A1", "A", "20")
                .document("A2", "A", "12.5")
                .document("A3", "A", "7.5")
                .group("B", null, "60")
                .document("B1", "B", "60");
    }

    private static Fraction points(Sheets sheet, Entry entry) {
        return row(sheet.scheme(), entry.node(), entry).points().orElseThrow();
    }

    private static NodeResult row(Scheme scheme, String node, Entry... entries) {
        return row(rows(scheme, entries), node);
    }

    private static NodeResult row(Map<String, NodeResult> rows, String node) {
        return Objects.requireNonNull(rows.get(node), node);
    }

    private static Map<String, NodeResult> rows(Scheme scheme, Entry... entries) {
        var rows = new LinkedHashMap<String, NodeResult>();
        Evaluation.of(scheme, Map.of("371102", List.of(entries)))
                .partials()
                .values()
                .iterator()
                .next()
                .forEach(row -> rows.put(row.node(), row));
        return rows;
    }

    private static AreaResult result(Scheme scheme, Entry... entries) {
        return Evaluation.of(scheme, Map.of("371102", List.of(entries)))
                .results()
                .getFirst();
    }
}

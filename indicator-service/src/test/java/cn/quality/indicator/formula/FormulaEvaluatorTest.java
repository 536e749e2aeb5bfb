package cn.quality.indicator.formula;

import static org.assertj.core.api.Assertions.assertThat;

import cn.quality.indicator.IndicatorCode;
import cn.quality.indicator.observation.ObservationStatus;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FormulaEvaluatorTest {

    private static final LocalDate DAY = LocalDate.of(2016, 1, 1);

    @Test
    void aRatioIsTheNumeratorOverTheDenominator() {
        assertThat(ratio(figure("1025"), figure("1050")).value()).isEqualTo("97.61904761904761904761904761904762");
        assertThat(ratio(figure("1025"), figure("1050")).status()).isEqualTo(ObservationStatus.A);
    }

    @Test
    void aDivisionByZeroHasNoResultAndSaysSo() {
        var computed = ratio(figure("0"), figure("0"));
        assertThat(computed.value()).isNull();
        assertThat(computed.status()).isEqualTo(ObservationStatus.M);
        assertThat(computed.reason()).asString().contains("分母为零，无从计算");
    }

    @Test
    void aResultIsAsGoodAsItsWorstInput() {
        var computed = ratio(new Computed(BigDecimal.ONE, ObservationStatus.P, null), figure("2"));
        assertThat(computed.value()).isEqualByComparingTo("50");
        assertThat(computed.status()).isEqualTo(ObservationStatus.P);
    }

    @Test
    void whatIsMissingIsMissingOrZeroOrLeftOut() {
        var none = new Computed(null, ObservationStatus.M, null);
        assertThat(sum(MissingRule.MISSING, none).status()).isEqualTo(ObservationStatus.M);
        assertThat(sum(MissingRule.MISSING, none).reason()).asString().contains("T_B");
        var zero = sum(MissingRule.ZERO, none);
        assertThat(zero.value()).isEqualByComparingTo("10");
        assertThat(zero.status()).isEqualTo(ObservationStatus.E);
        assertThat(zero.reason()).asString().contains("T_B = 0");
        assertThat(index(MissingRule.ZERO, none).value()).isEqualByComparingTo("2.5");
        assertThat(index(MissingRule.LEAVE_OUT, none).value()).isEqualByComparingTo("10");
        assertThat(index(MissingRule.LEAVE_OUT, figure("30")).value()).isEqualByComparingTo("25");
    }

    @Test
    void weightsMakeAHundred() {
        assertThat(FormulaRule.brokenBy(weighted("25", "75"))).isEmpty();
        assertThat(FormulaRule.brokenBy(weighted("25", "74.999999"))).containsExactly(FormulaRule.WEIGHTS_MAKE_100);
        assertThat(FormulaRule.brokenBy(weighted("25", null))).containsExactly(FormulaRule.WEIGHTS_MAKE_100);
        assertThat(FormulaRule.brokenBy(weighted("125", "-25"))).containsExactly(FormulaRule.WEIGHTS_MAKE_100);
    }

    @Test
    void aWayRoundIsFoundOnTheDayItBegins() {
        var b = edge("T_B", DAY, "T_C");
        var c = edge("T_C", DAY, "T_D");
        assertThat(new FormulaGraph(List.of(edge("T_A", DAY, "T_B"), b, c)).cycleThrough(code("T_A")))
                .isEmpty();
        assertThat(new FormulaGraph(List.of(edge("T_D", DAY, "T_X", "T_B"), b, c)).cycleThrough(code("T_D")))
                .hasValue(List.of(code("T_D"), code("T_B"), code("T_C"), code("T_D")));
        // From 2018 on C is computed from something else, so the way is open again.
        var mended = edge("T_C", LocalDate.of(2018, 1, 1), "T_E");
        assertThat(new FormulaGraph(List.of(edge("T_D", LocalDate.of(2018, 1, 1), "T_B"), b, c, mended))
                        .cycleThrough(code("T_D")))
                .isEmpty();
        assertThat(new FormulaGraph(List.of(edge("T_D", LocalDate.of(2017, 1, 1), "T_B"), b, c, mended))
                        .cycleThrough(code("T_D")))
                .isPresent();
    }

    private static FormulaGraph.Edge edge(String indicator, LocalDate from, String... inputs) {
        return new FormulaGraph.Edge(
                code(indicator),
                from,
                Stream.of(inputs).map(FormulaEvaluatorTest::code).collect(Collectors.toSet()));
    }

    private static IndicatorCode code(String text) {
        return new IndicatorCode(text);
    }

    private static Computed figure(String value) {
        return new Computed(new BigDecimal(value), ObservationStatus.A, null);
    }

    private static Computed ratio(Computed numerator, Computed denominator) {
        return evaluate(
                FormulaForm.RATIO,
                List.of(
                        new NewFormula.Input("T_A", InputPart.NUMERATOR, null, MissingRule.MISSING),
                        new NewFormula.Input("T_B", InputPart.DENOMINATOR, null, MissingRule.MISSING)),
                numerator,
                denominator);
    }

    private static Computed sum(MissingRule rule, Computed second) {
        return evaluate(
                FormulaForm.SUM,
                List.of(
                        new NewFormula.Input("T_A", InputPart.TERM, null, rule),
                        new NewFormula.Input("T_B", InputPart.TERM, null, rule)),
                figure("10"),
                second);
    }

    private static Computed index(MissingRule rule, Computed second) {
        return evaluate(
                FormulaForm.WEIGHTED_INDEX,
                List.of(
                        new NewFormula.Input("T_A", InputPart.TERM, new BigDecimal("25"), rule),
                        new NewFormula.Input("T_B", InputPart.TERM, new BigDecimal("75"), rule)),
                figure("10"),
                second);
    }

    private static NewFormula weighted(String one, @Nullable String other) {
        return new NewFormula(
                "T_X",
                DAY,
                FormulaForm.WEIGHTED_INDEX,
                List.of(
                        new NewFormula.Input("T_A", InputPart.TERM, new BigDecimal(one), MissingRule.MISSING),
                        new NewFormula.Input(
                                "T_B",
                                InputPart.TERM,
                                other == null ? null : new BigDecimal(other),
                                MissingRule.MISSING)),
                null,
                "测试");
    }

    private static Computed evaluate(FormulaForm form, List<NewFormula.Input> inputs, Computed one, Computed other) {
        var figures = Map.of(code("T_A"), one, code("T_B"), other);
        return FormulaEvaluator.evaluate(
                new FormulaView(
                        code("T_X"),
                        DAY,
                        form,
                        inputs,
                        form == FormulaForm.RATIO ? BigDecimal.valueOf(100) : BigDecimal.ONE,
                        "测试",
                        1),
                code -> Objects.requireNonNull(figures.get(code)));
    }
}

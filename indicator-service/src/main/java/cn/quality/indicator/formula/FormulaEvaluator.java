package cn.quality.indicator.formula;

import cn.quality.indicator.BilingualText;
import cn.quality.indicator.IndicatorCode;
import cn.quality.indicator.formula.NewFormula.Input;
import cn.quality.indicator.observation.ObservationStatus;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Computes a formula; nothing is rounded but a division, to 34 digits. */
final class FormulaEvaluator {

    private static final MathContext EXACT = MathContext.DECIMAL128;

    private record Term(Input input, BigDecimal value) {}

    private FormulaEvaluator() {}

    /** @param figures of the inputs, missing ones included */
    static Computed evaluate(FormulaView formula, Function<IndicatorCode, Computed> figures) {
        var terms = new ArrayList<Term>();
        var statuses = new ArrayList<ObservationStatus>();
        var replaced = new ArrayList<String>();
        for (var input : formula.inputs()) {
            var figure = figures.apply(new IndicatorCode(input.indicator()));
            var value = figure.value();
            if (value != null) {
                terms.add(new Term(input, value));
                statuses.add(figure.status());
                continue;
            }
            switch (input.whenMissing()) {
                case MISSING -> {
                    return Computed.missing(
                            "%s 缺失，结果缺失".formatted(input.indicator()),
                            "%s is missing, and so is the result".formatted(input.indicator()));
                }
                case ZERO -> terms.add(new Term(input, BigDecimal.ZERO));
                case LEAVE_OUT -> {}
            }
            statuses.add(ObservationStatus.E);
            replaced.add(input.indicator() + (input.whenMissing() == MissingRule.ZERO ? " = 0" : " –"));
        }
        if (terms.isEmpty()) {
            return Computed.missing("各项输入均缺失", "All inputs are missing");
        }
        var result = result(formula, terms);
        return result == null
                ? Computed.missing("分母为零，无从计算", "The denominator is zero: no result")
                : new Computed(result, ObservationStatus.worst(statuses), estimated(replaced));
    }

    private static @Nullable BigDecimal result(FormulaView formula, List<Term> terms) {
        return switch (formula.form()) {
            case SUM -> terms.stream().map(Term::value).reduce(BigDecimal.ZERO, BigDecimal::add);
            case RATIO ->
                quotient(
                        part(terms, InputPart.NUMERATOR).multiply(formula.factor()),
                        part(terms, InputPart.DENOMINATOR));
            case WEIGHTED_INDEX ->
                quotient(
                        terms.stream()
                                .map(term -> term.value().multiply(weight(term)))
                                .reduce(BigDecimal.ZERO, BigDecimal::add),
                        terms.stream().map(FormulaEvaluator::weight).reduce(BigDecimal.ZERO, BigDecimal::add));
        };
    }

    private static @Nullable BigDecimal quotient(BigDecimal numerator, BigDecimal denominator) {
        return denominator.signum() == 0 ? null : numerator.divide(denominator, EXACT);
    }

    private static BigDecimal part(List<Term> terms, InputPart part) {
        return terms.stream()
                .filter(term -> term.input().part() == part)
                .map(Term::value)
                .findFirst()
                .orElseThrow();
    }

    private static BigDecimal weight(Term term) {
        var weight = term.input().weight();
        return weight == null ? BigDecimal.ONE : weight;
    }

    private static @Nullable BilingualText estimated(List<String> replaced) {
        if (replaced.isEmpty()) {
            return null;
        }
        var named = replaced.stream().collect(Collectors.joining(", "));
        return new BilingualText("缺失项已按规则处理：" + named, "missing inputs were replaced: " + named);
    }
}

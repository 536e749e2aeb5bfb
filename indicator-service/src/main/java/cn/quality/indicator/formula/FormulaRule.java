package cn.quality.indicator.formula;

import cn.quality.indicator.formula.NewFormula.Input;
import cn.quality.platform.problem.Text;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What must hold between the parts of a formula. */
enum FormulaRule {
    A_RATIO_HAS_TWO_PARTS(
            "inputs",
            "比率须有一个分子和一个分母，其他形式只有加项",
            "A ratio has one numerator and one denominator, any other form has terms",
            FormulaRule::hasItsParts),
    WEIGHTS_MAKE_100(
            "inputs",
            "加权指数的权数须全部大于零且合计 100，其他形式不写权数",
            "The weights of an index are above zero and make 100; no other form has weights",
            FormulaRule::weightsMake100),
    A_RATIO_INVENTS_NO_PART(
            "inputs",
            "比率的分母缺失时结果只能缺失，分子不得略去",
            "Without its denominator a ratio is missing, and its numerator is not left out",
            f -> f.inputs().stream().allMatch(i -> switch (i.part()) {
                case DENOMINATOR -> i.whenMissing() == MissingRule.MISSING;
                case NUMERATOR -> i.whenMissing() != MissingRule.LEAVE_OUT;
                case TERM -> true;
            })),
    ONLY_A_RATIO_HAS_A_FACTOR(
            "factor",
            "系数只用于比率，且不为零",
            "A factor belongs to a ratio, and is not zero",
            f -> f.factor() == null
                    || (f.form() == FormulaForm.RATIO && f.factor().signum() != 0)),
    NOTHING_TWICE(
            "inputs",
            "同一指标不得重复",
            "No indicator is put in twice",
            f -> f.inputs().stream().map(Input::indicator).distinct().count()
                    == f.inputs().size());

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final String field;
    private final Text reason;
    private final Predicate<NewFormula> keptBy;

    FormulaRule(String field, String zh, String en, Predicate<NewFormula> keptBy) {
        this.field = field;
        this.reason = new Text(zh, en);
        this.keptBy = keptBy;
    }

    static List<FormulaRule> brokenBy(NewFormula formula) {
        return Stream.of(values()).filter(rule -> !rule.keptBy.test(formula)).toList();
    }

    String field() {
        return field;
    }

    /** Stable English name for the problem's {@code violations}. */
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Text reason() {
        return reason;
    }

    private static boolean hasItsParts(NewFormula formula) {
        var parts = formula.inputs().stream().map(Input::part).sorted().toList();
        return formula.form() == FormulaForm.RATIO
                ? parts.equals(List.of(InputPart.NUMERATOR, InputPart.DENOMINATOR))
                : parts.stream().allMatch(part -> part == InputPart.TERM);
    }

    private static boolean weightsMake100(NewFormula formula) {
        var weights = formula.inputs().stream()
                .map(Input::weight)
                .filter(Objects::nonNull)
                .toList();
        if (formula.form() != FormulaForm.WEIGHTED_INDEX) {
            return weights.isEmpty();
        }
        return weights.size() == formula.inputs().size()
                && weights.stream().allMatch(weight -> weight.signum() > 0)
                && weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add).compareTo(HUNDRED) == 0;
    }
}

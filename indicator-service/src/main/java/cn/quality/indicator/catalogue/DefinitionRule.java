package cn.quality.indicator.catalogue;

import cn.quality.platform.problem.Text;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What must hold between the parts of a definition. */
enum DefinitionRule {
    A_BREAK_HAS_A_REASON(
            "breakReason",
            "首个口径不写中断原因，其后各版口径必须写明",
            "The first definition has no reason for a break, every later one has",
            d -> (d.version() == 1) == (d.breakReason() == null)),
    ONLY_A_RATE_HAS_PARTS(
            "numerator",
            "分子与分母须同时写明，且只用于比率",
            "A numerator and a denominator go together, and belong to a rate",
            d -> (d.numerator() == null) == (d.denominator() == null)
                    && (d.numerator() == null || d.measure() == Measure.RATE)),
    THE_RANGE_IS_IN_ORDER(
            "highest",
            "取值上限不得低于下限",
            "The highest value is not below the lowest",
            d -> d.lowest() == null || d.highest() == null || d.lowest().compareTo(d.highest()) <= 0),
    ONLY_A_SCALE_HAS_LEVELS(
            "levels",
            "等级只用于 LEVEL，至少两级且不得重复",
            "Levels belong to the measure LEVEL; there are two or more, all different",
            d -> d.levels().isEmpty()
                    || (d.measure() == Measure.LEVEL
                            && d.levels().size() > 1
                            && new HashSet<>(d.levels()).size() == d.levels().size()));

    private final String field;
    private final Text reason;
    private final Predicate<NewDefinition> keptBy;

    DefinitionRule(String field, String zh, String en, Predicate<NewDefinition> keptBy) {
        this.field = field;
        this.reason = new Text(zh, en);
        this.keptBy = keptBy;
    }

    static List<DefinitionRule> brokenBy(NewDefinition definition) {
        return Stream.of(values()).filter(rule -> !rule.keptBy.test(definition)).toList();
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
}

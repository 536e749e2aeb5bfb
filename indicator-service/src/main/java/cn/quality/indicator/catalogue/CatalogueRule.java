package cn.quality.indicator.catalogue;

import cn.quality.platform.problem.Text;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What must hold between the parts of an indicator. */
enum CatalogueRule {
    CONTEXT_PROMISES_NOTHING(
            "target",
            "背景指标不设目标，方向应为 NONE",
            "A context indicator has no target, and its direction is NONE",
            i -> i.kind() != TargetKind.CONTEXT || (i.target() == null && i.direction() == Direction.NONE)),
    A_MERE_DIRECTION_HAS_NO_FIGURE(
            "target",
            "仅定方向的指标不设目标数值，但须写明方向",
            "An indicator of kind DIRECTION has a direction and no target figure",
            i -> i.kind() != TargetKind.DIRECTION || (i.target() == null && i.direction() != Direction.NONE)),
    TARGET_BELONGS_TO_A_PLAN(
            "plans",
            "目标必须出自一份规划",
            "A target is the promise of a plan",
            i -> i.target() == null || !i.plans().isEmpty()),
    ZERO_MEANS_ZERO(
            "target.value",
            "零发生目标的取值必须为 0",
            "The target of kind ZERO is 0",
            i -> i.kind() != TargetKind.ZERO
                    || i.target() == null
                    || isZero(i.target().value())),
    QUALIFIER_GOES_WITH_VALUE(
            "qualifier",
            "限定词与数值必须同时给出",
            "A qualifier and a value go together",
            i -> figures(i).allMatch(f -> (f.value() == null) == (f.qualifier() == null))),
    ONLY_LEVELS_LACK_A_NUMBER(
            "value",
            "只有等级指标可以没有数字",
            "Only a level of an ordered scale has no number",
            i -> i.kind() == TargetKind.ORDINAL || figures(i).allMatch(f -> f.value() != null)),
    EVERY_PLAN_IS_QUOTED(
            "quotations",
            "每份规划至少引用一处原文，且不引用其他规划",
            "Each plan is quoted at least once, and no other plan is",
            i -> Set.copyOf(i.plans())
                    .equals(i.quotations().stream().map(Quotation::plan).collect(Collectors.toSet()))),
    NOTHING_TWICE(
            "quotations",
            "规划与原文不得重复",
            "No plan and no quotation is given twice",
            i -> distinct(i.plans()) && distinct(i.quotations()));

    private final String field;
    private final Text reason;
    private final Predicate<NewIndicator> keptBy;

    CatalogueRule(String field, String zh, String en, Predicate<NewIndicator> keptBy) {
        this.field = field;
        this.reason = new Text(zh, en);
        this.keptBy = keptBy;
    }

    static List<CatalogueRule> brokenBy(NewIndicator indicator) {
        return Stream.of(values()).filter(rule -> !rule.keptBy.test(indicator)).toList();
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

    private static Stream<Figure> figures(NewIndicator indicator) {
        return Stream.of(indicator.baseline(), indicator.target()).<Figure>mapMulti((figure, out) -> {
            if (figure != null) {
                out.accept(figure);
            }
        });
    }

    private static boolean isZero(@Nullable BigDecimal value) {
        return value != null && value.signum() == 0;
    }

    private static boolean distinct(List<?> list) {
        return new HashSet<>(list).size() == list.size();
    }
}

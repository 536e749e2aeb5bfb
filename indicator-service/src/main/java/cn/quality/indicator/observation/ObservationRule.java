package cn.quality.indicator.observation;

import cn.quality.indicator.catalogue.DefinitionView;
import cn.quality.indicator.catalogue.Measure;
import cn.quality.platform.problem.Text;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What must hold of a figure before it is stored: within itself, and with the indicator, the area and the calendar. */
enum ObservationRule {
    KNOWN_INDICATOR("indicator", "没有这个指标", "There is no such indicator", Reported::indicatorIsKnown),
    KNOWN_DEFINITION(
            "definition",
            "该指标没有这一版口径",
            "The indicator has no such definition",
            o -> !o.indicatorIsKnown() || o.definition() != null),
    KNOWN_AREA("area", "没有这个地区", "There is no such area", Reported::areaIsKnown),
    PERIOD_HAS_BEGUN(
            "period",
            "时期尚未开始，不能填报",
            "The period has not begun",
            o -> !o.period().first().isAfter(o.today())),
    PERIOD_IS_OVER(
            "status",
            "时期尚未结束，只能填报暂定（P）、估计（E）或缺失（M）",
            "The period is not over: the figure can be provisional (P), estimated (E) or missing (M)",
            o -> !o.period().after().isAfter(o.today())
                    || switch (o.status()) {
                        case P, E, M -> true;
                        case A, B -> false;
                    }),
    UNIT_OF_THE_DEFINITION(
            "unit",
            "单位与指标口径的单位不一致",
            "The unit is not that of the definition",
            o -> o.item().unit() == null
                    || o.definition() == null
                    || o.item().unit().equals(o.definition().unit())),
    WHOLE_FRACTION(
            "denominator",
            "分子与分母必须同时填报",
            "Numerator and denominator go together",
            o -> (o.item().numerator() == null) == (o.item().denominator() == null)),
    PART_OF_THE_WHOLE(
            "numerator",
            "分子不得大于分母",
            "The numerator is at most the denominator",
            o -> !o.isShare() || !o.item().hasFraction() || o.numerator().compareTo(o.denominator()) <= 0),
    IN_RANGE(
            "value",
            "数值超出该口径的取值范围（百分比为 0 至 100）",
            "The value is outside of the range of the definition; a percentage lies between 0 and 100",
            o -> o.item().value() == null || o.isInRange(o.item().value())),
    NOTHING_OUT_OF_NOTHING(
            "denominator",
            "分母为零时没有数值，状态应为缺失（M）",
            "Nothing divided by nothing has no value; the status is missing (M)",
            o -> !o.item().hasFraction()
                    || o.denominator().signum() != 0
                    || (o.numerator().signum() == 0 && o.item().value() == null && o.status() == ObservationStatus.M)),
    VALUE_OF_THE_FRACTION(
            "value",
            "数值与分子、分母算得的结果不一致",
            "The value is not what numerator and denominator give",
            o -> o.item().value() == null
                    || !o.item().hasFraction()
                    || o.denominator().signum() == 0
                    || o.quotient(o.item().value().scale()).compareTo(o.item().value()) == 0),
    LEVEL_OF_THE_SCALE(
            "level",
            "等级须是口径列明的等级之一，且不与数值同时填报；其他指标不填报等级",
            "A level is one of those of the definition and comes without a value; no other indicator has levels",
            Reported::isLevelOfTheScale),
    SAID_OR_MISSING(
            "value",
            "须填报数值、分子与分母或等级之一；没有数据的，状态填缺失（M）且不填数值",
            "A value, a fraction or a level is given; where there is none, the status is missing (M)",
            o -> (o.status() == ObservationStatus.M) != o.saysSomething()),
    QUALIFIER_OF_A_VALUE(
            "qualifier",
            "限定词须与数值同时填报",
            "A qualifier goes with a value",
            o -> o.item().qualifier() == null || o.item().value() != null);

    private static final int SCALE = 10;

    private final String field;
    private final Text reason;
    private final Predicate<Reported> keptBy;

    ObservationRule(String field, String zh, String en, Predicate<Reported> keptBy) {
        this.field = field;
        this.reason = new Text(zh, en);
        this.keptBy = keptBy;
    }

    /**
     * A figure with what it is judged by.
     *
     * @param definition none when there is no such indicator, or no such version
     * @param today in Asia/Shanghai
     */
    record Reported(
            NewObservation item,
            boolean indicatorIsKnown,
            @Nullable DefinitionView definition,
            boolean areaIsKnown,
            Period period,
            LocalDate today) {

        ObservationStatus status() {
            return item.status() != null ? item.status() : isNothing() ? ObservationStatus.M : ObservationStatus.A;
        }

        private boolean isNothing() {
            return item.value() == null
                    && item.denominator() != null
                    && item.denominator().signum() == 0;
        }

        boolean isShare() {
            return definition != null && definition.measure() == Measure.RATE;
        }

        boolean isInRange(BigDecimal value) {
            return definition == null
                    || ((definition.lowest() == null || value.compareTo(definition.lowest()) >= 0)
                            && (definition.highest() == null || value.compareTo(definition.highest()) <= 0));
        }

        /** Done and not done (1 and 0) is a scale that has no words. */
        boolean isLevelOfTheScale() {
            if (definition == null) {
                return true;
            }
            boolean scale = definition.measure() == Measure.LEVEL;
            return item.level() == null
                    ? !scale || definition.levels().isEmpty() || item.value() == null
                    : scale && item.value() == null && definition.levels().contains(item.level());
        }

        boolean saysSomething() {
            return item.value() != null || item.level() != null || (item.hasFraction() && !isNothing());
        }

        BigDecimal numerator() {
            return Optional.ofNullable(item.numerator()).orElse(BigDecimal.ZERO);
        }

        BigDecimal denominator() {
            return Optional.ofNullable(item.denominator()).orElse(BigDecimal.ZERO);
        }

        /** In the unit of the definition. */
        BigDecimal quotient(int scale) {
            var part = definition != null && definition.isPercentage()
                    ? numerator().movePointRight(2)
                    : numerator();
            return part.divide(denominator(), Math.max(scale, 0), RoundingMode.HALF_UP);
        }

        /** As reported, or as it follows from the fraction with ten decimals. */
        @Nullable
        BigDecimal value() {
            if (item.value() != null || !item.hasFraction() || isNothing()) {
                return item.value();
            }
            var exact = quotient(SCALE).stripTrailingZeros();
            return exact.scale() < 0 ? exact.setScale(0) : exact;
        }
    }

    static List<ObservationRule> brokenBy(Reported reported) {
        return Stream.of(values()).filter(rule -> !rule.keptBy.test(reported)).toList();
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

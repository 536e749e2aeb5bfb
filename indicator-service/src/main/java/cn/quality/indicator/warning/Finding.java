package cn.quality.indicator.warning;

import cn.quality.indicator.observation.ObservationStatus;
import cn.quality.indicator.observation.ObservationView;
import cn.quality.indicator.observation.SuddenChange;
import cn.quality.indicator.observation.SuddenChangeLimits.Limits;
import cn.quality.indicator.progress.Digits;
import cn.quality.indicator.progress.FigureJudgement;
import cn.quality.indicator.progress.Limit;
import cn.quality.indicator.targets.TargetId;
import cn.quality.indicator.targets.TargetView;
import cn.quality.indicator.warning.WilsonInterval.Verdict;
import cn.quality.platform.problem.Text;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a figure gives reason to warn of.
 *
 * @param target that it breaks; none for a sudden change
 */
record Finding(Cause cause, Optional<TargetId> target, Evidence evidence) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** Two digits of an interval, or as many as tell its ends from the border. */
    private static final int DIGITS = 2;

    /** Off the way of a target, unless it is a rate of so few cases that it might be otherwise. */
    static Optional<Finding> of(TargetView target, FigureJudgement judged, ObservationView figure) {
        if (!judged.isOff()) {
            return Optional.empty();
        }
        var border = Optional.ofNullable(judged.border());
        var interval = interval(figure, judged);
        if (interval.isPresent() && border.isPresent() && interval.get().against(border.get()) != Verdict.OFF) {
            return Optional.empty();
        }
        var words = border.flatMap(limit -> interval.map(known -> inWords(known, limit)))
                .orElse(new Text("", ""));
        var asked = border.map(Limit::value).orElse(null);
        return Optional.of(new Finding(
                Cause.of(target.kind()),
                Optional.of(target.id()),
                new Evidence(
                        figure.value(),
                        figure.numerator(),
                        figure.denominator(),
                        shown(judged.expected() == null ? asked : judged.expected(), figure, judged),
                        shown(asked, figure, judged),
                        interval.map(known -> end(known.low(), asked)).orElse(null),
                        interval.map(known -> end(known.high(), asked)).orElse(null),
                        null,
                        null,
                        null,
                        judged.reason().zh() + words.zh(),
                        judged.reason().en() + words.en())));
    }

    /** @param history figures of the series before it, the earliest first */
    static Optional<Finding> of(List<BigDecimal> history, ObservationView figure, Limits limits) {
        var value = figure.value();
        return value == null || figure.status() == ObservationStatus.B
                ? Optional.empty()
                : SuddenChange.of(history, value, limits).map(change -> sudden(change, value, figure));
    }

    private static Finding sudden(SuddenChange change, BigDecimal value, ObservationView figure) {
        return new Finding(
                Cause.SUDDEN_CHANGE,
                Optional.empty(),
                new Evidence(
                        value,
                        figure.numerator(),
                        figure.denominator(),
                        null,
                        change.limit(),
                        null,
                        null,
                        change.before(),
                        change.by(),
                        null,
                        "%s为%s，与上期%s相差%s，超过历次变动绝对值中位数的%s倍（%s）"
                                .formatted(
                                        figure.period(),
                                        Digits.plain(value),
                                        Digits.plain(change.before()),
                                        Digits.plain(change.by()),
                                        Digits.plain(change.factor()),
                                        Digits.plain(change.limit())),
                        "%s: %s, which differs from the %s before by %s, beyond %s times the median of earlier changes (%s)"
                                .formatted(
                                        figure.period(),
                                        Digits.plain(value),
                                        Digits.plain(change.before()),
                                        Digits.plain(change.by()),
                                        Digits.plain(change.factor()),
                                        Digits.plain(change.limit()))));
    }

    private static Optional<WilsonInterval> interval(ObservationView figure, FigureJudgement judged) {
        var part = figure.numerator();
        var whole = figure.denominator();
        return part == null || whole == null || part.signum() < 0 || part.compareTo(whole) > 0
                ? Optional.empty()
                : WilsonInterval.of(part, whole, judged.definition().isPercentage() ? HUNDRED : BigDecimal.ONE);
    }

    private static Text inWords(WilsonInterval interval, Limit border) {
        var low = Digits.telling(interval.low(), border.value(), DIGITS);
        var high = Digits.telling(interval.high(), border.value(), DIGITS);
        return new Text(
                "；95%%置信区间为%s至%s，不含界限%s".formatted(low, high, Digits.plain(border.value())),
                "; at 95%% the interval is %s to %s, without the border %s"
                        .formatted(low, high, Digits.plain(border.value())));
    }

    /** As many digits as tell it from the figure. */
    private static @Nullable BigDecimal shown(
            @Nullable BigDecimal compared, ObservationView figure, FigureJudgement judged) {
        return compared == null || figure.value() == null
                ? compared
                : new BigDecimal(Digits.telling(
                        compared,
                        figure.value(),
                        Math.max(1, judged.definition().decimals())));
    }

    private static BigDecimal end(BigDecimal exact, @Nullable BigDecimal border) {
        return new BigDecimal(Digits.telling(exact, border == null ? exact : border, DIGITS));
    }
}

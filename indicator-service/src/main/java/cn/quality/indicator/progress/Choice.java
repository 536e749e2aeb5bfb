package cn.quality.indicator.progress;

import cn.quality.indicator.observation.Period;
import cn.quality.platform.problem.Text;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which of the figures of a series is judged.
 *
 * @param whyNone in words, when none is
 */
record Choice(@Nullable Actual actual, @Nullable Text whyNone) {

    private static final Comparator<Actual> BY_END = Comparator.comparing(
                    (Actual figure) -> figure.period().last())
            .thenComparing(figure -> figure.period().frequency().months());

    /**
     * The latest figure of a period that has ended by the day, unless a later period of the kind has ended as well and its
     * figure is due. After the target date only the figure of the period that ends with it counts.
     *
     * @param deadline absent for a mere direction
     */
    static Choice of(List<Actual> figures, LocalDate day, Optional<LocalDate> deadline) {
        var over = deadline.filter(day::isAfter);
        var until = over.orElse(day);
        var latest = figures.stream()
                .filter(figure -> !figure.period().last().isAfter(until))
                .max(BY_END);
        if (latest.isEmpty()) {
            return none(new Text("没有已公布的数据", "There is no published figure"));
        }
        var figure = latest.get();
        if (over.isPresent() && !figure.period().last().equals(over.get())) {
            return none(Text.of(
                    "目标年份%d年没有已公布的数据",
                    "There is no published figure of the target year %d",
                    over.get().getYear()));
        }
        if (!figure.period().next().last().isAfter(until)) {
            return none(Text.of(
                    "最近一期为%s，其后一期应报未报",
                    "The latest figure is of %2$s; the one after it is due",
                    inChinese(figure.period()),
                    figure.period()));
        }
        if (figure.isMissing()) {
            return none(
                    Text.of("%s数据缺失", "The figure of %2$s is missing", inChinese(figure.period()), figure.period()));
        }
        return new Choice(figure, null);
    }

    private static Choice none(Text why) {
        return new Choice(null, why);
    }

    static String inChinese(Period period) {
        int month = period.first().getMonthValue();
        return period.first().getYear()
                + "年"
                + switch (period.frequency()) {
                    case A -> "";
                    case S -> month == 1 ? "上半年" : "下半年";
                    case Q -> "第" + (month + 2) / 3 + "季度";
                    case M -> month + "月";
                };
    }
}

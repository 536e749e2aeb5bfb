package cn.quality.indicator.progress;

import cn.quality.indicator.catalogue.DefinitionView;
import cn.quality.platform.problem.Text;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/** Says why a target is judged as it is, with as many digits as show what was compared. */
final class ProgressWords {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final DefinitionView definition;

    ProgressWords(DefinitionView definition) {
        this.definition = definition;
    }

    Text againstLimit(Actual actual, BigDecimal value, Limit limit, ProgressState state) {
        var shown = Digits.telling(value, limit.value(), definition.decimals());
        var asked = Digits.plain(limit.value());
        var sign =
                switch (limit.qualifier()) {
                    case GE -> new Text("不低于", "at least");
                    case GT -> new Text("高于", "more than");
                    case LE -> new Text("不高于", "at most");
                    case LT -> new Text("低于", "less than");
                    case EQ -> new Text("等于", "exactly");
                };
        return new Text(
                "%s为%s，目标要求%s%s，%s"
                        .formatted(
                                Choice.inChinese(actual.period()),
                                shown + unit(),
                                sign.zh(),
                                asked + unit(),
                                state.label().zh()),
                "%s: %s; the target asks for %s %s: %s"
                        .formatted(
                                actual.period(),
                                shown + percent(),
                                sign.en(),
                                asked + percent(),
                                state.label().en()));
    }

    Text onTheWay(
            Actual actual,
            BigDecimal value,
            Course course,
            BigDecimal expected,
            BigDecimal share,
            ProgressState state,
            Bands bands) {
        var band = state == ProgressState.OFF_TRACK ? bands.atRisk() : bands.onTrack();
        boolean enough = state == ProgressState.ON_TRACK;
        boolean falls = course.to().compareTo(course.from()) < 0;
        var way =
                switch (course.trajectory().method()) {
                    case LINEAR -> new Text("直线", "the straight line");
                    case STEP -> new Text("阶梯", "the steps");
                    case COMPOUND -> new Text("复合增长", "compound growth");
                };
        var shown = Digits.telling(value, expected, definition.decimals());
        var due = Digits.telling(expected, value, Math.max(definition.decimals(), 1));
        var done = Digits.telling(share.multiply(HUNDRED), band.multiply(HUNDRED), 1);
        var limit = Digits.plain(band.multiply(HUNDRED));
        return new Text(
                "%s为%s，按%s轨迹应为%s；应有%s完成%s%%，%s%s%%，%s"
                        .formatted(
                                Choice.inChinese(actual.period()),
                                shown + unit(),
                                way.zh(),
                                due + unit(),
                                falls ? "降幅" : "增量",
                                done,
                                enough ? "不低于" : "低于",
                                limit,
                                state.label().zh()),
                "%s: %s where %s expects %s; %s%% of the expected %s, %s %s%%: %s"
                        .formatted(
                                actual.period(),
                                shown + percent(),
                                way.en(),
                                due + percent(),
                                done,
                                falls ? "fall" : "gain",
                                enough ? "not below" : "below",
                                limit,
                                state.label().en()));
    }

    Text level(Actual actual, String reached, String promised, ProgressState state) {
        return Text.of(
                "%1$s为“%2$s”，目标为“%3$s”，%4$s",
                "%5$s: “%2$s”; the target is “%3$s”: %6$s",
                Choice.inChinese(actual.period()),
                reached,
                promised,
                state.label().zh(),
                actual.period(),
                state.label().en());
    }

    Text undecided(Actual actual, List<ProgressState> states) {
        return new Text(
                "%s的数据或基数是一个区间，两端结论不同（%s），不作评判"
                        .formatted(
                                Choice.inChinese(actual.period()),
                                states.stream().map(state -> state.label().zh()).collect(Collectors.joining("、"))),
                "The figure of %s or the baseline is an interval whose ends disagree (%s): not judged"
                        .formatted(
                                actual.period(),
                                states.stream().map(state -> state.label().en()).collect(Collectors.joining(", "))));
    }

    /** A unit with a remark in brackets is no word to follow a number. */
    private String unit() {
        var unit = definition.unit();
        return unit.indexOf('(') >= 0 || unit.indexOf('（') >= 0 ? "" : unit;
    }

    private String percent() {
        return definition.unit().equals("%") ? "%" : "";
    }
}

package cn.quality.indicator.progress;

import cn.quality.platform.problem.Text;

/** What is said about a target. */
public enum ProgressState {
    /** The promise is kept. */
    ACHIEVED("已实现", "achieved"),
    ON_TRACK("进度正常", "on track"),
    AT_RISK("存在风险", "at risk"),
    OFF_TRACK("进度滞后", "off track"),
    /** The figure is there; without a baseline nothing says how fast. */
    REACHED("已达到", "reached"),
    NOT_YET_REACHED("尚未达到", "not yet reached"),
    /** The target date has passed. */
    MISSED("未实现", "missed"),
    NO_DATA("数据不足", "not enough data"),
    /** There are figures, and they do not decide: a mere direction, an interval with both sides of a limit in it. */
    NOT_JUDGED("不作评判", "not judged");

    private final Text label;

    ProgressState(String zh, String en) {
        this.label = new Text(zh, en);
    }

    Text label() {
        return label;
    }
}

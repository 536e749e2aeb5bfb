package cn.quality.indicator.sdmx;

import cn.quality.platform.problem.Text;

/** What a series tells: codes of the dimension SERIES. */
enum SeriesKind {
    ACTUAL("实际值", "Actual"),
    BASELINE("规划基期值", "Baseline of the plan"),
    TARGET("规划目标值", "Target of the plan");

    private final Text label;

    SeriesKind(String zh, String en) {
        this.label = new Text(zh, en);
    }

    Text label() {
        return label;
    }
}

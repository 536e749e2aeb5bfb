package cn.quality.indicator.warning;

import cn.quality.indicator.catalogue.TargetKind;
import cn.quality.platform.problem.Text;

/** Why somebody is warned. */
enum Cause {
    /** Of the gain expected by then too little is there, or the promise was not kept in the end. */
    OFF_TRAJECTORY("偏离轨迹", "off the trajectory"),
    /** What was to be held is not: below a floor, above a ceiling. */
    FLOOR_BREACH("突破底线", "floor breached"),
    /** What was not to happen has happened. */
    ZERO_BREACH("零目标突破", "zero breached"),
    /** A unit has not reported although its last day is over. */
    OVERDUE_REPORT("逾期未报", "report overdue"),
    /** A change far beyond those before. */
    SUDDEN_CHANGE("数据突变", "sudden change");

    private final Text label;

    Cause(String zh, String en) {
        this.label = new Text(zh, en);
    }

    /** What it is to be off a target of a kind. */
    static Cause of(TargetKind kind) {
        return switch (kind) {
            case MAINTAIN, ORDINAL -> FLOOR_BREACH;
            case ZERO -> ZERO_BREACH;
            default -> OFF_TRAJECTORY;
        };
    }

    Text label() {
        return label;
    }
}

package cn.quality.indicator.warning;

import cn.quality.platform.transition.Labelled;

/** Where a warning stands; {@link WarningTransitions} says how it gets on. */
enum WarningState implements Labelled {
    OPEN("待交办"),
    /** Somebody is to say how it will be rectified. */
    ASSIGNED("已交办"),
    RECTIFYING("整改中"),
    /** The proof of the rectification waits for another person. */
    SUBMITTED("待核查"),
    CLOSED("已销号"),
    /** The figures do not say so any more. */
    WITHDRAWN("已撤销");

    private final String zh;

    WarningState(String zh) {
        this.zh = zh;
    }

    @Override
    public String zh() {
        return zh;
    }
}

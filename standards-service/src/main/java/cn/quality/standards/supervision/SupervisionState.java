package cn.quality.standards.supervision;

import cn.quality.platform.transition.Labelled;

/** Where a case stands; {@link SupervisionTransitions} says how it gets on. */
enum SupervisionState implements Labelled {
    /** Waits for another person to judge it. */
    FOUND("待审核"),
    DISMISSED("不予认定"),
    /** The enterprise is to correct it by a day. */
    ORDERED("责令改正"),
    /** The enterprise says it has. */
    ANSWERED("待复查"),
    CORRECTED("已改正"),
    /** Not corrected in time; a third person decides whether it is publicised. */
    PROPOSED("待公示"),
    PUBLICISED("公示中"),
    /** Corrected after it was publicised. */
    LIFTED("公示结束"),
    /** The province decides. */
    REFERRED("已报省级"),
    /** The finding was wrong. */
    WITHDRAWN("已撤销");

    private final String zh;

    SupervisionState(String zh) {
        this.zh = zh;
    }

    @Override
    public String zh() {
        return zh;
    }
}

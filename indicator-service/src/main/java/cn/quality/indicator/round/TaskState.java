package cn.quality.indicator.round;

import cn.quality.platform.transition.Labelled;

/** Where a task stands; {@link TaskTransitions} says how it gets on. */
enum TaskState implements Labelled {
    DRAFT("填报中"),
    SUBMITTED("已提交"),
    /** For a department: by the department itself. */
    COUNTY_APPROVED("县级已审核"),
    /** The unit has no second person who could approve. */
    ESCALATED("已报市级代审"),
    CITY_ACCEPTED("市级已采纳"),
    /** Its figures are on record and wait for their publication. */
    LOCKED("已锁定"),
    PUBLISHED("已发布");

    private final String zh;

    TaskState(String zh) {
        this.zh = zh;
    }

    @Override
    public String zh() {
        return zh;
    }
}

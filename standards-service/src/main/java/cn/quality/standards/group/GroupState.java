package cn.quality.standards.group;

import cn.quality.platform.transition.Labelled;
import java.util.EnumSet;
import java.util.Set;

/** Where a group standard stands; {@link GroupTransitions} says how it got there. */
enum GroupState implements Labelled {
    PROPOSED("提案"),
    DRAFTING("起草"),
    CONSULTING("征求意见"),
    REVIEWING("技术审查"),
    PASSED("审查通过"),
    NUMBERED("已编号"),
    PUBLISHED("已发布"),
    REVISING("修订中"),
    CORRECTING("限期改正"),
    REPLACED("已被代替"),
    ABOLISHED("已废止"),
    REJECTED("不予立项"),
    ABANDONED("已终止");

    /** Where a life ends. */
    static final Set<GroupState> ENDS = EnumSet.of(REPLACED, ABOLISHED, REJECTED, ABANDONED);

    private final String zh;

    GroupState(String zh) {
        this.zh = zh;
    }

    @Override
    public String zh() {
        return zh;
    }

    /**
     * As the public is told. An order of correction is between the authority and the body; made public is what was not
     * corrected in time (标准化法 2017 art. 39).
     */
    GroupState shown() {
        return this == CORRECTING ? PUBLISHED : this;
    }
}

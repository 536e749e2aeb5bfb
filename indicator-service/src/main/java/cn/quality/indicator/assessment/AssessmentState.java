package cn.quality.indicator.assessment;

import cn.quality.platform.transition.Labelled;

/** Where a cycle stands; 国办发〔2013〕47号 art. 6 has the steps. */
enum AssessmentState implements Labelled {
    /** 目标备案. */
    TARGET_FILING("目标备案"),
    /** 自我评价. */
    SELF_EVALUATION("自我评价"),
    /** 实地核查. */
    ON_SITE_CHECK("实地核查"),
    /** 综合评价. */
    REVIEW("综合评价"),
    /** The areas know their provisional result and may appeal. */
    APPEAL("反馈申诉"),
    /** 结果公布. */
    PUBLISHED("已公布"),
    /** A published result is being corrected; what was published stays. */
    CORRECTION("更正");

    private final String zh;

    AssessmentState(String zh) {
        this.zh = zh;
    }

    @Override
    public String zh() {
        return zh;
    }
}

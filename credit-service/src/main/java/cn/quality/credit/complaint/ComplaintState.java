package cn.quality.credit.complaint;

import cn.quality.platform.transition.Labelled;

/** Where a complaint stands. */
enum ComplaintState implements Labelled {
    RECEIVED("已收到"),
    TRANSFERRED("已转办"),
    ACCEPTED("已受理"),
    HANDLING("处理中"),
    MEDIATION_ENDED("调解终止"),
    CHECKING("核查中"),
    CASE_OPENED("已立案"),
    CASE_NOT_OPENED("不予立案"),
    ANSWERED("已答复"),
    CONFIRMED("查实已复核"),
    CLOSED("已办结"),
    NOT_ACCEPTED("不予受理"),
    WITHDRAWN("已撤回");

    private final String zh;

    ComplaintState(String zh) {
        this.zh = zh;
    }

    @Override
    public String zh() {
        return zh;
    }

    /** Nothing is to be done any more. */
    boolean isEnd() {
        return this == CLOSED || this == NOT_ACCEPTED || this == WITHDRAWN;
    }
}

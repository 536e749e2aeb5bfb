package cn.quality.standards.group;

import cn.quality.platform.transition.Labelled;
import java.util.Locale;

/** What can be done to a group standard; the table says by whom. */
enum GroupAct implements Labelled {
    PROPOSE("提案"),
    APPROVE("批准立项"),
    REJECT("不予立项"),
    CONSULT("公开征求意见"),
    EXTEND("延长征求意见"),
    COMMENT("提出意见"),
    ANSWER("答复意见"),
    REDRAFT("退回起草"),
    REVIEW("开始技术审查"),
    CONVENE("另行召开审查会"),
    VOTE("记录表决"),
    PASS("审查通过"),
    RETURN("审查退回"),
    NUMBER("编号"),
    PUBLISH("批准发布"),
    CONFIRM("复审确认有效"),
    REVISE("复审决定修订"),
    REPLACE("由新版代替"),
    ABOLISH("废止"),
    ABANDON("终止项目"),
    ORDER_CORRECTION("责令限期改正"),
    CORRECT("报告改正"),
    ABOLISH_BY_ORDER("逾期未改正予以废止");

    private final String zh;

    GroupAct(String zh) {
        this.zh = zh;
    }

    @Override
    public String zh() {
        return zh;
    }

    /** Whether nobody outside is told of it, see {@link GroupState#shown}. */
    boolean isConfidential() {
        return this == ORDER_CORRECTION || this == CORRECT;
    }

    /** Its name in the decision log. */
    String logged() {
        return "group-project." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

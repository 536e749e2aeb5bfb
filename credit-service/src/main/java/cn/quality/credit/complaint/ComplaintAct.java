package cn.quality.credit.complaint;

import cn.quality.platform.transition.Labelled;
import java.util.Locale;

/** What can be done to a complaint, and in which role. */
enum ComplaintAct implements Labelled {
    FILE("提交", CaseRole.COMPLAINANT),
    ADD("补充", CaseRole.COMPLAINANT),
    WITHDRAW("撤回", CaseRole.COMPLAINANT),
    RATE("评价", CaseRole.COMPLAINANT),
    TRANSFER("转办", CaseRole.HANDLER),
    ACCEPT("受理", CaseRole.HANDLER),
    REFUSE("不予受理", CaseRole.HANDLER),
    HANDLE("开始处理", CaseRole.HANDLER),
    BEGIN_APPRAISAL("开始鉴定检测", CaseRole.HANDLER),
    END_APPRAISAL("鉴定检测结束", CaseRole.HANDLER),
    END_MEDIATION("终止调解", CaseRole.HANDLER),
    CHECK("开始核查", CaseRole.HANDLER),
    EXTEND("延长核查", CaseRole.APPROVER),
    OPEN_CASE("立案", CaseRole.HANDLER),
    DECLINE_CASE("不予立案", CaseRole.HANDLER),
    TAKE_OVER("接办", CaseRole.HANDLER),
    IDENTIFY("认定企业", CaseRole.HANDLER),
    RELEASE("告知企业", CaseRole.HANDLER),
    ANSWER("答复", CaseRole.HANDLER),
    CONFIRM("复核查实", CaseRole.APPROVER),
    RETURN("退回", CaseRole.APPROVER),
    CLOSE("办结", CaseRole.HANDLER);

    private final String zh;
    private final CaseRole role;

    ComplaintAct(String zh, CaseRole role) {
        this.zh = zh;
        this.role = role;
    }

    @Override
    public String zh() {
        return zh;
    }

    /** Whose act it is. */
    CaseRole role() {
        return role;
    }

    @Override
    public boolean isOfficial() {
        return role != CaseRole.COMPLAINANT;
    }

    /** Its name in the decision log. */
    String logged() {
        return "complaint." + name().toLowerCase(Locale.ROOT);
    }

    /** Whether the words that went with it are shown to the complainant too. */
    boolean isShownToTheComplainant() {
        return switch (this) {
            case TRANSFER,
                    REFUSE,
                    BEGIN_APPRAISAL,
                    END_APPRAISAL,
                    END_MEDIATION,
                    EXTEND,
                    OPEN_CASE,
                    DECLINE_CASE,
                    ANSWER -> true;
            default -> false;
        };
    }
}

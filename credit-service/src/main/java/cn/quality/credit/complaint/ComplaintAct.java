package cn.quality.credit.complaint;

/** What can be done to a complaint. */
enum ComplaintAct {
    FILE("提交"),
    ADD("补充"),
    WITHDRAW("撤回"),
    RATE("评价"),
    TRANSFER("转办"),
    ACCEPT("受理"),
    REFUSE("不予受理"),
    HANDLE("开始处理"),
    CHECK("开始核查"),
    EXTEND("延长核查"),
    OPEN_CASE("立案"),
    DECLINE_CASE("不予立案"),
    TAKE_OVER("接办"),
    IDENTIFY("认定企业"),
    RELEASE("告知企业"),
    ANSWER("答复"),
    CONFIRM("复核查实"),
    RETURN("退回"),
    CLOSE("办结");

    private final String zh;

    ComplaintAct(String zh) {
        this.zh = zh;
    }

    String zh() {
        return zh;
    }

    /** Whether the words that went with it are meant for the complainant too. */
    boolean isToldToTheComplainant() {
        return switch (this) {
            case TRANSFER, REFUSE, EXTEND, OPEN_CASE, DECLINE_CASE, ANSWER -> true;
            default -> false;
        };
    }
}

package cn.quality.indicator.round;

import cn.quality.platform.transition.Labelled;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What can be done to a task; the table says by whom. */
enum TaskAct implements Labelled {
    OPEN("下达"),
    EDIT("填报"),
    SUBMIT("提交"),
    APPROVE("县级审核通过"),
    ESCALATE("报市级代审"),
    ACCEPT("市级采纳"),
    LOCK("锁定"),
    PUBLISH("发布"),
    RETURN("退回"),
    REOPEN("重新开放"),
    EXTEND("延期"),
    APPEAL("申诉"),
    ANSWER("答复申诉"),
    CORRECT("启动更正");

    private static final Set<TaskAct> REPORTING = EnumSet.of(EDIT, SUBMIT);
    private static final Set<TaskAct> BEFORE_THE_CITY = EnumSet.of(EDIT, SUBMIT, APPROVE, ESCALATE);
    private static final Set<TaskAct> BEFORE_PUBLICATION = EnumSet.of(EDIT, SUBMIT, APPROVE, ESCALATE, ACCEPT, LOCK);
    private static final Set<TaskAct> BEFORE_AN_ANSWER = EnumSet.of(EDIT, SUBMIT, RETURN, APPEAL);

    private final String zh;

    TaskAct(String zh) {
        this.zh = zh;
    }

    @Override
    public String zh() {
        return zh;
    }

    /** Its name in the decision log. */
    String logged() {
        return "round-task." + name().toLowerCase(Locale.ROOT);
    }

    /** Acts after which the same person may not do this one: it judges them. */
    Set<TaskAct> judges() {
        return switch (this) {
            case APPROVE, EXTEND -> REPORTING;
            case ACCEPT, LOCK -> BEFORE_THE_CITY;
            case PUBLISH -> BEFORE_PUBLICATION;
            case ANSWER -> BEFORE_AN_ANSWER;
            case OPEN, EDIT, SUBMIT, ESCALATE, RETURN, REOPEN, APPEAL, CORRECT -> Set.of();
        };
    }
}

package cn.quality.standards.feedback;

import cn.quality.platform.transition.Labelled;
import java.util.Locale;

/** What can be done to a report; the table says by whom. */
enum FeedbackAct implements Labelled {
    FILE("反馈"),
    ACCEPT("受理"),
    DISMISS("不予受理"),
    ANSWER("拟答复"),
    RETURN("退回重拟"),
    PUBLISH("公开答复"),
    WITHDRAW("撤回");

    private final String zh;

    FeedbackAct(String zh) {
        this.zh = zh;
    }

    @Override
    public String zh() {
        return zh;
    }

    @Override
    public boolean isOfficial() {
        return this != FILE && this != WITHDRAW;
    }

    /** Its name in the decision log. */
    String logged() {
        return "feedback." + name().toLowerCase(Locale.ROOT);
    }
}

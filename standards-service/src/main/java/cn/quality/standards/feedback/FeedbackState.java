package cn.quality.standards.feedback;

import cn.quality.platform.transition.Labelled;

/** Where a report stands; {@link FeedbackTransitions} says how it gets on. */
enum FeedbackState implements Labelled {
    RECEIVED("待受理"),
    ACCEPTED("已受理"),
    /** The answer waits for another person. */
    ANSWERED("待公开答复"),
    PUBLISHED("已公开答复"),
    DISMISSED("不予受理"),
    WITHDRAWN("已撤回");

    private final String zh;

    FeedbackState(String zh) {
        this.zh = zh;
    }

    @Override
    public String zh() {
        return zh;
    }

    boolean isEnd() {
        return this == PUBLISHED || this == DISMISSED || this == WITHDRAWN;
    }
}

package cn.quality.standards.feedback;

import static cn.quality.standards.feedback.FeedbackPolicy.BY_THE_HANDLER;
import static cn.quality.standards.feedback.FeedbackPolicy.BY_THE_PUBLISHER;
import static cn.quality.standards.feedback.FeedbackPolicy.BY_THE_REPORTER;
import static cn.quality.standards.feedback.FeedbackPolicy.FOUR_EYES;
import static cn.quality.standards.feedback.FeedbackState.ACCEPTED;
import static cn.quality.standards.feedback.FeedbackState.ANSWERED;
import static cn.quality.standards.feedback.FeedbackState.DISMISSED;
import static cn.quality.standards.feedback.FeedbackState.PUBLISHED;
import static cn.quality.standards.feedback.FeedbackState.RECEIVED;
import static cn.quality.standards.feedback.FeedbackState.WITHDRAWN;

import cn.quality.platform.problem.Text;
import cn.quality.platform.transition.Transition;
import cn.quality.platform.transition.TransitionTable;
import cn.quality.standards.feedback.FeedbackEvent.Kind;
import java.util.List;

/** The life of a report as a table. What is not a row cannot happen. */
final class FeedbackTransitions {

    static final TransitionTable<FeedbackState, FeedbackAct, FeedbackPolicy, Void, Kind> TABLE = new TransitionTable<>(
            new Text("该反馈", "The report"),
            List.of(
                    Transition.<FeedbackState, FeedbackAct, FeedbackPolicy, Void, Kind>opening(
                                    FeedbackAct.FILE, RECEIVED, Kind.NONE)
                            .requires(BY_THE_REPORTER),
                    row(RECEIVED, FeedbackAct.ACCEPT, ACCEPTED, BY_THE_HANDLER),
                    row(RECEIVED, FeedbackAct.DISMISS, DISMISSED, BY_THE_HANDLER),
                    row(ACCEPTED, FeedbackAct.DISMISS, DISMISSED, BY_THE_HANDLER),
                    row(ACCEPTED, FeedbackAct.ANSWER, ANSWERED, BY_THE_HANDLER),
                    row(ANSWERED, FeedbackAct.RETURN, ACCEPTED, BY_THE_PUBLISHER, FOUR_EYES),
                    Transition.<FeedbackState, FeedbackAct, FeedbackPolicy, Void, Kind>of(
                                    ANSWERED, FeedbackAct.PUBLISH, PUBLISHED, Kind.PUBLISHED)
                            .requires(BY_THE_PUBLISHER, FOUR_EYES),
                    row(RECEIVED, FeedbackAct.WITHDRAW, WITHDRAWN, BY_THE_REPORTER),
                    row(ACCEPTED, FeedbackAct.WITHDRAW, WITHDRAWN, BY_THE_REPORTER),
                    row(ANSWERED, FeedbackAct.WITHDRAW, WITHDRAWN, BY_THE_REPORTER)));

    private FeedbackTransitions() {}

    private static Transition<FeedbackState, FeedbackAct, FeedbackPolicy, Void, Kind> row(
            FeedbackState from, FeedbackAct act, FeedbackState to, FeedbackPolicy... policies) {
        return Transition.<FeedbackState, FeedbackAct, FeedbackPolicy, Void, Kind>of(from, act, to, Kind.NONE)
                .requires(policies);
    }
}

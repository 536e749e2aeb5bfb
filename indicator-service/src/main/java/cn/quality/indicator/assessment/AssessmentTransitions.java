package cn.quality.indicator.assessment;

import static cn.quality.indicator.assessment.AssessmentAct.APPEAL;
import static cn.quality.indicator.assessment.AssessmentAct.DECIDE_APPEAL;
import static cn.quality.indicator.assessment.AssessmentAct.ENTER;
import static cn.quality.indicator.assessment.AssessmentAct.FILE_TARGETS;
import static cn.quality.indicator.assessment.AssessmentAct.OPEN;
import static cn.quality.indicator.assessment.AssessmentAct.OPEN_APPEALS;
import static cn.quality.indicator.assessment.AssessmentAct.PUBLISH;
import static cn.quality.indicator.assessment.AssessmentAct.RECORD_FINDINGS;
import static cn.quality.indicator.assessment.AssessmentAct.REVIEW;
import static cn.quality.indicator.assessment.AssessmentAct.START_CORRECTION;
import static cn.quality.indicator.assessment.AssessmentAct.START_ON_SITE_CHECK;
import static cn.quality.indicator.assessment.AssessmentAct.START_REVIEW;
import static cn.quality.indicator.assessment.AssessmentAct.START_SELF_EVALUATION;
import static cn.quality.indicator.assessment.AssessmentAct.SUBMIT;
import static cn.quality.indicator.assessment.AssessmentPolicy.OWN_REGION;

import cn.quality.platform.problem.Text;
import cn.quality.platform.transition.Transition;
import cn.quality.platform.transition.TransitionTable;
import java.util.List;

/** The course of a cycle as a table; what is no row cannot happen. */
final class AssessmentTransitions {

    static final TransitionTable<AssessmentState, AssessmentAct, AssessmentPolicy, Void, AssessmentNews> TABLE =
            new TransitionTable<>(
                    new Text("考核", "The assessment"),
                    List.of(
                            Transition.<AssessmentState, AssessmentAct, AssessmentPolicy, Void, AssessmentNews>opening(
                                            OPEN, AssessmentState.TARGET_FILING, AssessmentNews.INTERNAL)
                                    .requires(OWN_REGION),
                            stay(AssessmentState.TARGET_FILING, FILE_TARGETS),
                            move(
                                    AssessmentState.TARGET_FILING,
                                    START_SELF_EVALUATION,
                                    AssessmentState.SELF_EVALUATION,
                                    AssessmentPolicy.YEAR_OVER),
                            stay(AssessmentState.SELF_EVALUATION, ENTER, AssessmentPolicy.NOT_SUBMITTED_YET),
                            stay(AssessmentState.SELF_EVALUATION, SUBMIT, AssessmentPolicy.NOT_SUBMITTED_YET),
                            move(
                                    AssessmentState.SELF_EVALUATION,
                                    START_ON_SITE_CHECK,
                                    AssessmentState.ON_SITE_CHECK,
                                    AssessmentPolicy.ALL_SUBMITTED_OR_DUE),
                            stay(AssessmentState.ON_SITE_CHECK, RECORD_FINDINGS),
                            move(AssessmentState.ON_SITE_CHECK, START_REVIEW, AssessmentState.REVIEW),
                            stay(AssessmentState.REVIEW, REVIEW, AssessmentPolicy.NOT_OWN_EVALUATION),
                            move(
                                    AssessmentState.REVIEW,
                                    OPEN_APPEALS,
                                    AssessmentState.APPEAL,
                                    AssessmentPolicy.ALL_REVIEWED),
                            stay(AssessmentState.APPEAL, APPEAL, AssessmentPolicy.APPEALED_ONCE),
                            stay(
                                    AssessmentState.APPEAL,
                                    DECIDE_APPEAL,
                                    AssessmentPolicy.APPEAL_IS_OPEN,
                                    AssessmentPolicy.NOT_OWN_REVIEW,
                                    AssessmentPolicy.NOT_OWN_EVALUATION),
                            stay(AssessmentState.APPEAL, RECORD_FINDINGS, AssessmentPolicy.APPEAL_UPHELD),
                            row(
                                    AssessmentState.APPEAL,
                                    PUBLISH,
                                    AssessmentState.PUBLISHED,
                                    AssessmentNews.PUBLISHED,
                                    OWN_REGION,
                                    AssessmentPolicy.NO_APPEAL_WAITS),
                            move(AssessmentState.PUBLISHED, START_CORRECTION, AssessmentState.CORRECTION),
                            stay(AssessmentState.CORRECTION, RECORD_FINDINGS),
                            row(
                                    AssessmentState.CORRECTION,
                                    PUBLISH,
                                    AssessmentState.PUBLISHED,
                                    AssessmentNews.CORRECTED,
                                    OWN_REGION,
                                    AssessmentPolicy.SOMETHING_CORRECTED,
                                    AssessmentPolicy.NOT_OWN_CORRECTION)));

    private AssessmentTransitions() {}

    /** The picture for the documentation. */
    static String mermaid() {
        return TABLE.mermaid(List.of());
    }

    private static Transition<AssessmentState, AssessmentAct, AssessmentPolicy, Void, AssessmentNews> stay(
            AssessmentState state, AssessmentAct act, AssessmentPolicy... policies) {
        return move(state, act, state, policies);
    }

    private static Transition<AssessmentState, AssessmentAct, AssessmentPolicy, Void, AssessmentNews> move(
            AssessmentState from, AssessmentAct act, AssessmentState to, AssessmentPolicy... policies) {
        var asked = new AssessmentPolicy[policies.length + 1];
        asked[0] = OWN_REGION;
        System.arraycopy(policies, 0, asked, 1, policies.length);
        return row(from, act, to, AssessmentNews.INTERNAL, asked);
    }

    private static Transition<AssessmentState, AssessmentAct, AssessmentPolicy, Void, AssessmentNews> row(
            AssessmentState from,
            AssessmentAct act,
            AssessmentState to,
            AssessmentNews news,
            AssessmentPolicy... policies) {
        return Transition.<AssessmentState, AssessmentAct, AssessmentPolicy, Void, AssessmentNews>of(
                        from, act, to, news)
                .requires(policies);
    }
}

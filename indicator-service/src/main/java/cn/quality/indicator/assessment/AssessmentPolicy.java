package cn.quality.indicator.assessment;

import cn.quality.platform.identifiers.RegionCode;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemType;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import cn.quality.platform.transition.Transition;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reasons for which an act that the state allows is refused all the same. */
enum AssessmentPolicy implements Transition.Policy<Assessment, AssessmentAct, DecisionContext> {
    /** County roles act inside their region alone; the whole cycle is the city's. */
    OWN_REGION {
        @Override
        public Optional<Problem> refusal(Assessment cycle, AssessmentAct act, DecisionContext context) {
            var foreign = context.area().map(List::of).orElseGet(cycle::areaCodes).stream()
                    .filter(area -> !context.actor().isCompetentIn(new RegionCode(area)))
                    .toList();
            return refuseIf(
                    !foreign.isEmpty(),
                    ProblemTypes.FOREIGN_REGION,
                    Text.of(
                            "当前身份的管辖区域不包括 %s",
                            "This identity's region does not include %s", String.join(", ", foreign)));
        }
    },
    /** 国办发〔2013〕47号 art. 3 and 6: a year is evaluated once it is over. */
    YEAR_OVER {
        @Override
        public Optional<Problem> refusal(Assessment cycle, AssessmentAct act, DecisionContext context) {
            var ends = context.scheme().yearEnds(cycle.year());
            return refuseIf(
                    !context.today().isAfter(ends),
                    YEAR_NOT_OVER,
                    Text.of("考核年度到 %s 结束，此后方可自评", "The year ends on %s and is evaluated after that", ends));
        }
    },
    NOT_SUBMITTED_YET {
        @Override
        public Optional<Problem> refusal(Assessment cycle, AssessmentAct act, DecisionContext context) {
            return refuseIf(
                    area(cycle, context).isEvaluated(),
                    ALREADY_SUBMITTED,
                    new Text("自评已提交，不能再改", "The self-evaluation is submitted and changes no more"));
        }
    },
    /** Nobody is overtaken before their day has passed, the whole of it. */
    ALL_SUBMITTED_OR_DUE {
        @Override
        public Optional<Problem> refusal(Assessment cycle, AssessmentAct act, DecisionContext context) {
            var due = context.scheme().selfEvaluationDue(cycle.year());
            var missing = cycle.areas().stream()
                    .filter(area -> !area.isEvaluated())
                    .map(AssessedArea::area)
                    .collect(Collectors.joining(", "));
            return refuseIf(
                    !missing.isEmpty() && !context.today().isAfter(due),
                    SELF_EVALUATION_OPEN,
                    Text.of(
                            "自评截止 %s，%s 尚未提交",
                            "Areas evaluate themselves until %s, and %s have not yet", due, missing));
        }
    },
    /** Nobody reviews their own self-evaluation. */
    NOT_OWN_EVALUATION {
        @Override
        public Optional<Problem> refusal(Assessment cycle, AssessmentAct act, DecisionContext context) {
            return refuseIf(
                    context.selfEvaluators().contains(context.actor().id())
                            || area(cycle, context)
                                    .isEvaluatedBy(context.actor().id()),
                    SAME_PERSON,
                    new Text("不能评审本人填报的自评", "Nobody reviews their own self-evaluation"));
        }
    },
    ALL_REVIEWED {
        @Override
        public Optional<Problem> refusal(Assessment cycle, AssessmentAct act, DecisionContext context) {
            var missing = cycle.areas().stream()
                    .filter(area -> !area.isReviewed())
                    .map(AssessedArea::area)
                    .collect(Collectors.joining(", "));
            return refuseIf(!missing.isEmpty(), NOT_REVIEWED, Text.of("%s 尚未评审", "%s have not been reviewed", missing));
        }
    },
    APPEALED_ONCE {
        @Override
        public Optional<Problem> refusal(Assessment cycle, AssessmentAct act, DecisionContext context) {
            return refuseIf(
                    area(cycle, context).hasAppealed(), ALREADY_APPEALED, new Text("已经申诉过", "It has appealed before"));
        }
    },
    APPEAL_IS_OPEN {
        @Override
        public Optional<Problem> refusal(Assessment cycle, AssessmentAct act, DecisionContext context) {
            return refuseIf(
                    !area(cycle, context).hasOpenAppeal(),
                    NO_OPEN_APPEAL,
                    new Text("没有待处理的申诉", "There is no appeal to decide"));
        }
    },
    /** An appeal is decided by another than who reviewed. */
    NOT_OWN_REVIEW {
        @Override
        public Optional<Problem> refusal(Assessment cycle, AssessmentAct act, DecisionContext context) {
            return refuseIf(
                    area(cycle, context).isReviewedBy(context.actor().id()),
                    SAME_PERSON,
                    new Text("不能处理对本人评审的申诉", "Nobody decides an appeal against their own review"));
        }
    },
    APPEAL_UPHELD {
        @Override
        public Optional<Problem> refusal(Assessment cycle, AssessmentAct act, DecisionContext context) {
            return refuseIf(
                    !area(cycle, context).hasUpheldAppeal(),
                    NO_UPHELD_APPEAL,
                    new Text("反馈后只能因申诉成立而修改", "After the feedback, only an upheld appeal changes an entry"));
        }
    },
    NO_APPEAL_WAITS {
        @Override
        public Optional<Problem> refusal(Assessment cycle, AssessmentAct act, DecisionContext context) {
            var waiting = cycle.areas().stream()
                    .filter(AssessedArea::hasOpenAppeal)
                    .map(AssessedArea::area)
                    .collect(Collectors.joining(", "));
            return refuseIf(
                    !waiting.isEmpty(),
                    APPEAL_WAITS,
                    Text.of("%s 的申诉尚未处理", "Appeals of %s wait for a decision", waiting));
        }
    },
    /** What is published anew is looked at by another than who corrected it. */
    NOT_OWN_CORRECTION {
        @Override
        public Optional<Problem> refusal(Assessment cycle, AssessmentAct act, DecisionContext context) {
            return refuseIf(
                    context.correctors().contains(context.actor().id()),
                    SAME_PERSON,
                    new Text("更正须由另一人公布", "A correction is published by another person"));
        }
    },
    SOMETHING_CORRECTED {
        @Override
        public Optional<Problem> refusal(Assessment cycle, AssessmentAct act, DecisionContext context) {
            return refuseIf(
                    context.correctors().isEmpty(),
                    NOTHING_CORRECTED,
                    new Text("尚未更正任何一项", "Nothing has been corrected yet"));
        }
    };

    static final ProblemType YEAR_NOT_OVER =
            new ProblemType(422, "year-not-over", new Text("考核年度尚未结束", "The assessment year is not over"));
    static final ProblemType ALREADY_SUBMITTED =
            new ProblemType(409, "already-submitted", new Text("自评已提交", "The self-evaluation is submitted"));
    static final ProblemType SELF_EVALUATION_OPEN =
            new ProblemType(409, "self-evaluation-open", new Text("自评尚未结束", "Self-evaluation is still open"));
    static final ProblemType SAME_PERSON =
            new ProblemType(409, "same-person", new Text("须由不同的人办理", "Another person has to do this"));
    static final ProblemType NOT_REVIEWED =
            new ProblemType(409, "not-reviewed", new Text("评审尚未完成", "Not every area is reviewed"));
    static final ProblemType ALREADY_APPEALED =
            new ProblemType(409, "already-appealed", new Text("已经申诉", "It has appealed"));
    static final ProblemType NO_OPEN_APPEAL =
            new ProblemType(409, "no-open-appeal", new Text("没有待处理的申诉", "No appeal waits"));
    static final ProblemType NO_UPHELD_APPEAL =
            new ProblemType(409, "no-upheld-appeal", new Text("没有成立的申诉", "No appeal was upheld"));
    static final ProblemType APPEAL_WAITS =
            new ProblemType(409, "appeal-waits", new Text("申诉尚未处理", "An appeal waits for its decision"));
    static final ProblemType NOTHING_CORRECTED =
            new ProblemType(409, "nothing-corrected", new Text("没有更正内容", "Nothing is corrected"));

    private static AssessedArea area(Assessment cycle, DecisionContext context) {
        return cycle.area(context.area().orElseThrow());
    }

    private static Optional<Problem> refuseIf(boolean refused, ProblemType type, Text why) {
        return refused ? Optional.of(new Problem(type, why)) : Optional.empty();
    }
}

package cn.quality.credit.complaint;

import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemType;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import cn.quality.platform.transition.Transition;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;

/** The reasons to refuse a move, by name. */
enum ComplaintPolicy implements Transition.Policy<Complaint, ComplaintAct, DecisionContext> {

    /** County officials act only on what lies with an office of their region. */
    OWN_REGION(
            (complaint, now) -> now.actor().isCompetentIn(complaint.officeRegion()),
            ProblemTypes.FOREIGN_REGION,
            complaint ->
                    Text.of("承办单位所在区划 %s 不在您的管辖范围", "The office's region %s is not yours", complaint.officeRegion())),

    /** Only the assigned handler; another takes it over first, and that is recorded. */
    ASSIGNED(
            (complaint, now) -> complaint.isInTheHandsOf(now.actor().id()),
            Types.NOT_ASSIGNED,
            complaint -> new Text("该件由另一承办人办理；须先接办", "Another official has it in hand; take it over first")),

    /** No person confirms what the same person found. */
    FOUR_EYES(
            (complaint, now) -> !complaint.wasHandledBy(now.actor().id()),
            Types.SAME_PERSON,
            complaint -> new Text("承办人不能复核自己的处理结果，须由另一人复核", "Who handled it may not confirm it; another person must")),

    /** There must be something to confirm. */
    FOUND_SUBSTANTIATED(
            (complaint, now) -> complaint.isFoundSubstantiated(),
            Types.NOT_SUBSTANTIATED,
            complaint -> new Text("处理结果不是“属实”，无需复核", "It was not found substantiated; there is nothing to confirm")),

    /** What was found substantiated is confirmed or sent back before it is closed. */
    NOTHING_TO_CONFIRM(
            (complaint, now) -> !complaint.isFoundSubstantiated(),
            Types.AWAITS_CONFIRMATION,
            complaint ->
                    new Text("处理结果为“属实”，须先经另一人复核", "It was found substantiated; another person must confirm it first")),

    /** Too long after the complainant knew (总局令第121号 art. 16(4)): it is refused, with the other ways to one's right. */
    WITHIN_LIMITATION(
            (complaint, now) -> !complaint.isPastLimitation(now.rules()),
            Types.LIMITATION_OVER,
            complaint -> new Text(
                    "自投诉人知道或者应当知道权益受到侵害之日起已超过投诉时效，应当不予受理(总局令第121号第十六条第四项)",
                    "Filed too long after the complainant knew of it; it is not to be accepted (SAMR Order 121 art. 16(4))")),

    /** One appraisal at a time, and none once the mediation has ended. */
    NO_APPRAISAL_GOES_ON(
            (complaint, now) -> !complaint.isAppraised(),
            Types.APPRAISAL_GOES_ON,
            complaint -> new Text("鉴定检测尚在进行", "An appraisal goes on already")),

    APPRAISAL_GOES_ON(
            (complaint, now) -> complaint.isAppraised(),
            Types.NO_APPRAISAL,
            complaint -> new Text("没有正在进行的鉴定检测", "No appraisal goes on")),

    MEDIATION_GOES_ON(
            (complaint, now) -> !complaint.has(ComplaintAct.END_MEDIATION),
            Types.MEDIATION_OVER,
            complaint -> new Text("调解已经终止", "The mediation has ended")),

    EXTENDED_ONCE(
            (complaint, now) -> !complaint.has(ComplaintAct.EXTEND),
            Types.ALREADY_EXTENDED,
            complaint -> new Text("核查期限只能延长一次", "The term can be extended once only")),

    RATED_ONCE(
            (complaint, now) -> !complaint.has(ComplaintAct.RATE),
            Types.ALREADY_RATED,
            complaint -> new Text("已经评价过", "It has been rated already"));

    private final BiPredicate<Complaint, DecisionContext> allows;
    private final ProblemType type;
    private final Function<Complaint, Text> reason;

    ComplaintPolicy(
            BiPredicate<Complaint, DecisionContext> allows, ProblemType type, Function<Complaint, Text> reason) {
        this.allows = allows;
        this.type = type;
        this.reason = reason;
    }

    @Override
    public Optional<Problem> refusal(Complaint complaint, ComplaintAct act, DecisionContext now) {
        return refusal(complaint, now);
    }

    /** The same outside of an act. */
    Optional<Problem> refusal(Complaint complaint, DecisionContext now) {
        return allows.test(complaint, now) ? Optional.empty() : Optional.of(new Problem(type, reason.apply(complaint)));
    }

    /** Stable codes of the refusals. */
    static final class Types {

        static final ProblemType NOT_ASSIGNED =
                new ProblemType(403, "not-assigned", new Text("不是该件的承办人", "Not in your hands"));
        static final ProblemType SAME_PERSON =
                new ProblemType(403, "same-person", new Text("须由另一人办理", "Another person must do this"));
        static final ProblemType NOT_SUBSTANTIATED =
                new ProblemType(409, "not-substantiated", new Text("未查实", "Not substantiated"));
        static final ProblemType AWAITS_CONFIRMATION =
                new ProblemType(409, "awaits-confirmation", new Text("尚待复核", "Awaits confirmation"));
        static final ProblemType LIMITATION_OVER =
                new ProblemType(422, "limitation-over", new Text("已超过投诉时效", "Limitation is over"));
        static final ProblemType APPRAISAL_GOES_ON =
                new ProblemType(409, "appraisal-goes-on", new Text("鉴定检测进行中", "An appraisal goes on"));
        static final ProblemType NO_APPRAISAL =
                new ProblemType(409, "no-appraisal", new Text("没有鉴定检测", "No appraisal"));
        static final ProblemType MEDIATION_OVER =
                new ProblemType(409, "mediation-over", new Text("调解已终止", "Mediation is over"));
        static final ProblemType ALREADY_EXTENDED =
                new ProblemType(409, "already-extended", new Text("已经延长", "Already extended"));
        static final ProblemType ALREADY_RATED =
                new ProblemType(409, "already-rated", new Text("已经评价", "Already rated"));
        static final ProblemType UNSUITABLE_FINDING =
                new ProblemType(422, "unsuitable-finding", new Text("处理结果不适用", "Unsuitable finding"));
        static final ProblemType NO_ENTERPRISE =
                new ProblemType(422, "enterprise-not-identified", new Text("尚未认定企业", "Enterprise not identified"));

        private Types() {}
    }
}

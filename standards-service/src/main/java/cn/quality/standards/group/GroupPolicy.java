package cn.quality.standards.group;

import cn.quality.platform.identity.Actor;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemType;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import cn.quality.platform.transition.Transition;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The reasons to refuse an act, by name. The first of a row says whose act it is. */
enum GroupPolicy implements Transition.Policy<GroupProject, GroupAct, GroupContext> {
    BY_THE_BODY(GroupRole.BODY),
    BY_AN_APPROVER(GroupRole.CASE_APPROVER),
    BY_A_PUBLISHER(GroupRole.PUBLISHER),

    /** Everybody may comment, with a login or without. */
    BY_ANYBODY((project, now) -> true, ProblemTypes.FORBIDDEN, (project, now) -> Text.of("", "")),

    /** It follows from another act. */
    BY_THE_SYSTEM(
            (project, now) -> now.actor().equals(Actor.SYSTEM),
            ProblemTypes.FORBIDDEN,
            (project, now) -> Text.of("该操作由系统自动进行", "This is an act of the system itself")),

    OWN_BODY(
            (project, now) -> now.uscc().filter(project.bodyUscc()::equals).isPresent(),
            Types.FOREIGN_BODY,
            (project, now) -> Text.of("该项目属于其他社会团体", "The project is another body's")),

    /** 团体标准管理规定 2019: a body that was told to stop does nothing about group standards meanwhile [U]. */
    BODY_ACTIVE(
            (project, now) -> !now.body().suspended(),
            Types.BODY_SUSPENDED,
            (project, now) -> Text.of(
                    "“%s”在停止活动期间不得开展团体标准化活动",
                    "%s was told to stop its activities", now.body().name())),

    /** 团体标准管理规定 2019: a body has rules for its standards and a policy for intellectual property. */
    PAPERS_ON_FILE(
            (project, now) -> now.body().missing().isEmpty(),
            Types.PAPERS_MISSING,
            (project, now) -> Text.of(
                    "尚未提交：%1$s",
                    "not on file: %2$s",
                    now.body().missing().stream()
                            .sorted()
                            .map(GroupBody.PaperKind::zh)
                            .collect(Collectors.joining("、")),
                    now.body().missing().stream().sorted().map(Enum::name).collect(Collectors.joining(", ")))),

    PERIOD_OPEN(
            (project, now) -> project.consultation()
                    .filter(round -> round.isOpenOn(now.today()))
                    .isPresent(),
            Types.CONSULTATION_CLOSED,
            (project, now) -> Text.of("征求意见已截止", "The period of comments is over")),

    /** The whole period of the last round has run; a round that was broken off counts for nothing. */
    PERIOD_OVER(
            (project, now) -> project.consultation()
                    .filter(round -> round.isOverOn(now.today()))
                    .isPresent(),
            Types.CONSULTATION_NOT_OVER,
            (project, now) -> project.consultation()
                    .filter(round -> round.isOpenOn(now.today()))
                    .map(round -> Text.of(
                            "征求意见至 %s 止（含当日）",
                            "The period of comments lasts until %s, that day included", round.lastDay()))
                    .orElseGet(() -> Text.of("尚未完成征求意见", "No whole period of comments has run"))),

    COMMENTS_ANSWERED(
            (project, now) -> now.unanswered() == 0,
            Types.COMMENTS_UNANSWERED,
            (project, now) -> Text.of("尚有 %d 条意见未答复", "%d comment(s) are not answered", now.unanswered())),

    /** A vote is recorded on the day of the meeting or later, and once. */
    MEETING_HELD(
            (project, now) -> project.meeting()
                    .filter(one -> one.count() == null && !now.today().isBefore(one.heldOn()))
                    .isPresent(),
            Types.NO_MEETING,
            (project, now) -> Text.of("审查会尚未召开，或已经表决", "The meeting is still to come, or has voted")),

    VOTE_CARRIED(
            (project, now) -> project.meeting().filter(Meeting::carried).isPresent(),
            Types.VOTE_NOT_CARRIED,
            (project, now) -> Text.of("表决未进行或未获通过", "There was no vote, or it did not carry")),

    VOTE_NOT_CARRIED(
            (project, now) -> project.meeting().filter(Meeting::carried).isEmpty(),
            Types.VOTE_CARRIED,
            (project, now) -> Text.of("表决已经通过", "The vote has carried")),

    /** 标准化法 2017 art. 39: only what was not corrected in time is abolished by order. */
    CORRECTION_OVERDUE(
            (project, now) -> project.correction()
                    .filter(order -> now.today().isAfter(order.dueOn()))
                    .isPresent(),
            Types.NOT_PAST_DUE,
            (project, now) -> Text.of("改正期限尚未届满", "The time for correction is not over")),

    /** Nobody carries out what they ordered. */
    FOUR_EYES(
            (project, now) ->
                    !project.hadAHandIn(GroupAct.ORDER_CORRECTION, now.actor().id()),
            Types.SAME_PERSON,
            (project, now) -> Text.of(
                    "责令改正的人员不能决定废止，须由另一人办理", "Who ordered the correction may not do this; another person must"));

    private final @Nullable GroupRole role;
    private final Test allows;
    private final ProblemType type;
    private final Reason reason;

    GroupPolicy(Test allows, ProblemType type, Reason reason) {
        this.role = null;
        this.allows = allows;
        this.type = type;
        this.reason = reason;
    }

    GroupPolicy(GroupRole role) {
        this.role = role;
        this.allows = (project, now) -> now.roles().contains(role);
        this.type = ProblemTypes.FORBIDDEN;
        this.reason = (project, now) -> Text.of("该操作只能由%1$s进行", "This belongs to the %2$s", role.zh(), role.en());
    }

    @FunctionalInterface
    private interface Test {
        boolean allows(GroupProject project, GroupContext now);
    }

    @FunctionalInterface
    private interface Reason {
        Text of(GroupProject project, GroupContext now);
    }

    @Override
    public Optional<Problem> refusal(GroupProject project, GroupAct act, GroupContext now) {
        return allows.allows(project, now) ? Optional.empty() : Optional.of(new Problem(type, reason.of(project, now)));
    }

    /** Whose act it is, for a policy that says so. */
    Set<GroupRole> roles() {
        return role == null ? Set.of() : Set.of(role);
    }

    /** Stable codes of the refusals. */
    static final class Types {

        static final ProblemType FOREIGN_BODY =
                new ProblemType(403, "foreign-body", Text.of("属于其他社会团体", "Another body's"));
        static final ProblemType SAME_PERSON =
                new ProblemType(403, "same-person", Text.of("须由另一人办理", "Another person must do this"));
        static final ProblemType BODY_SUSPENDED =
                new ProblemType(409, "body-suspended", Text.of("社会团体已停止活动", "The body is suspended"));
        static final ProblemType PAPERS_MISSING =
                new ProblemType(409, "papers-missing", Text.of("管理制度不齐", "Papers are missing"));
        static final ProblemType CONSULTATION_CLOSED =
                new ProblemType(409, "consultation-closed", Text.of("征求意见已截止", "Closed for comments"));
        static final ProblemType CONSULTATION_NOT_OVER =
                new ProblemType(409, "consultation-not-over", Text.of("征求意见期未满", "The period of comments is not over"));
        static final ProblemType COMMENTS_UNANSWERED =
                new ProblemType(409, "comments-unanswered", Text.of("意见未答复完毕", "Comments are not answered"));
        static final ProblemType NO_MEETING =
                new ProblemType(409, "no-meeting", Text.of("没有待表决的审查会", "No meeting that could vote"));
        static final ProblemType VOTE_NOT_CARRIED =
                new ProblemType(409, "vote-not-carried", Text.of("表决未获通过", "The vote did not carry"));
        static final ProblemType VOTE_CARRIED =
                new ProblemType(409, "vote-carried", Text.of("表决已经通过", "The vote has carried"));
        static final ProblemType NOT_PAST_DUE = new ProblemType(409, "not-past-due", Text.of("期限未满", "Not past due"));

        private Types() {}
    }
}

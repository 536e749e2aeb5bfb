package cn.quality.indicator.round;

import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemType;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import cn.quality.platform.transition.Transition;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The reasons to refuse a move, by name. The first of a row says whose act it is. */
enum TaskPolicy implements Transition.Policy<RoundTask, TaskAct, DecisionContext> {
    BY_THE_REPORTER(TaskRole.REPORTER),
    BY_THE_COUNTY(TaskRole.COUNTY_REVIEWER),
    /** Whoever the unit has: it may be one person in all. */
    BY_THE_UNIT(TaskRole.REPORTER, TaskRole.COUNTY_REVIEWER),
    BY_THE_CITY(TaskRole.CITY_REVIEWER),
    BY_THE_PUBLISHER(TaskRole.PUBLISHER),

    /** County officials act only in their county. */
    OWN_REGION(
            (task, act, now) -> now.actor().isCompetentIn(task.region()),
            ProblemTypes.FOREIGN_REGION,
            (task, act) -> Text.of("填报地区 %s 不在您的管辖范围", "The area %s is not yours", task.region())),

    /** What a department reports, this department reports and approves. */
    OWN_DEPARTMENT(
            (task, act, now) -> task.department().isEmpty() || task.department().equals(now.department()),
            Types.FOREIGN_DEPARTMENT,
            (task, act) -> Text.of(
                    "该任务由“%s”填报", "This is reported by %s", task.department().orElse("-"))),

    /** The first submission comes in time. What was returned is mended however long that takes, and listed as overdue. */
    IN_TIME(
            (task, act, now) -> task.has(TaskAct.SUBMIT) || !now.today().isAfter(task.due()),
            Types.DEADLINE_PASSED,
            (task, act) -> Text.of("填报已于 %s 截止；须由市级延期", "Reporting ended on %s; the city may extend it", task.due())),

    /** Nobody judges what they had a hand in, not even in another role. */
    FOUR_EYES(
            (task, act, now) -> !task.hadAHandIn(act.judges(), now.actor().id()),
            Types.SAME_PERSON,
            (task, act) -> Text.of(
                    "此前经办该任务的人员不能%s，须由另一人办理",
                    "Who has worked on the task before may not %2$s; another person must", act.zh(), act.en())),

    WAS_RETURNED(
            (task, act, now) -> task.has(TaskAct.RETURN),
            Types.NOTHING_TO_APPEAL,
            (task, act) -> new Text("该任务没有被退回，无可申诉", "It was not returned; there is nothing to appeal against")),

    NO_OPEN_APPEAL(
            (task, act, now) -> !task.isAppealed(),
            Types.APPEAL_OPEN,
            (task, act) -> new Text("申诉尚未答复", "An appeal waits for its answer")),

    AN_OPEN_APPEAL(
            (task, act, now) -> task.isAppealed(),
            Types.NO_APPEAL,
            (task, act) -> new Text("没有待答复的申诉", "No appeal waits for an answer"));

    private final Set<TaskRole> roles = EnumSet.noneOf(TaskRole.class);
    private final Test allows;
    private final ProblemType type;
    private final Reason reason;

    private interface Test {
        boolean allows(RoundTask task, TaskAct act, DecisionContext now);
    }

    private interface Reason {
        Text of(RoundTask task, TaskAct act);
    }

    TaskPolicy(Test allows, ProblemType type, Reason reason) {
        this.allows = allows;
        this.type = type;
        this.reason = reason;
    }

    TaskPolicy(TaskRole... of) {
        roles.addAll(Set.of(of));
        this.allows = (task, act, now) -> roles.stream().anyMatch(now.roles()::contains);
        this.type = ProblemTypes.FORBIDDEN;
        this.reason = (task, act) -> Text.of(
                "“%s”只能由%s进行",
                "%3$s belongs to the %4$s",
                act.zh(),
                roles.stream().map(TaskRole::zh).collect(Collectors.joining("、")),
                act.en(),
                roles.stream().map(TaskRole::en).collect(Collectors.joining(" or the ")));
    }

    @Override
    public Optional<Problem> refusal(RoundTask task, TaskAct act, DecisionContext now) {
        return allows.allows(task, act, now) ? Optional.empty() : Optional.of(new Problem(type, reason.of(task, act)));
    }

    /** Whose act it is, for a policy that says so. */
    Set<TaskRole> roles() {
        return EnumSet.copyOf(roles);
    }

    /** Stable codes of the refusals. */
    static final class Types {

        static final ProblemType FOREIGN_DEPARTMENT =
                new ProblemType(403, "foreign-department", new Text("不属于本部门", "Another department"));
        static final ProblemType SAME_PERSON =
                new ProblemType(403, "same-person", new Text("须由另一人办理", "Another person must do this"));
        static final ProblemType DEADLINE_PASSED =
                new ProblemType(409, "deadline-passed", new Text("填报已截止", "The deadline has passed"));
        static final ProblemType NOTHING_TO_APPEAL =
                new ProblemType(409, "nothing-to-appeal", new Text("无可申诉", "Nothing to appeal against"));
        static final ProblemType APPEAL_OPEN =
                new ProblemType(409, "appeal-open", new Text("申诉尚未答复", "An appeal is open"));
        static final ProblemType NO_APPEAL = new ProblemType(409, "no-appeal", new Text("没有申诉", "No appeal"));

        private Types() {}
    }
}

package cn.quality.indicator.round;

import cn.quality.indicator.official.DecisionContext;
import cn.quality.indicator.official.OfficialRole;
import cn.quality.indicator.official.PolicyRule;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemType;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import cn.quality.platform.transition.Transition;
import java.util.Optional;
import java.util.Set;

/** The reasons to refuse a move, by name. The first of a row says whose act it is. */
enum TaskPolicy implements Transition.Policy<RoundTask, TaskAct, DecisionContext> {
    BY_THE_REPORTER(PolicyRule.by(OfficialRole.REPORTER)),
    BY_THE_COUNTY(PolicyRule.by(OfficialRole.COUNTY_REVIEWER)),
    /** Whoever the unit has: it may be one person in all. */
    BY_THE_UNIT(PolicyRule.by(OfficialRole.REPORTER, OfficialRole.COUNTY_REVIEWER)),
    BY_THE_CITY(PolicyRule.by(OfficialRole.CITY_REVIEWER)),
    BY_THE_PUBLISHER(PolicyRule.by(OfficialRole.PUBLISHER)),

    /** County officials act only in their county. */
    OWN_REGION(PolicyRule.of(
            (task, act, now) -> now.actor().isCompetentIn(task.region()),
            ProblemTypes.FOREIGN_REGION,
            (task, act) -> Text.of("填报地区 %s 不在您的管辖范围", "The area %s is not yours", task.region()))),

    /** What a department reports, this department reports and approves. */
    OWN_DEPARTMENT(PolicyRule.of(
            (task, act, now) -> task.department().isEmpty() || task.department().equals(now.department()),
            PolicyRule.FOREIGN_DEPARTMENT,
            (task, act) -> Text.of(
                    "该任务由“%s”填报", "This is reported by %s", task.department().orElse("-")))),

    /** The first submission comes in time. What was returned is mended however long that takes, and listed as overdue. */
    IN_TIME(PolicyRule.of(
            (task, act, now) -> task.has(TaskAct.SUBMIT) || !now.today().isAfter(task.due()),
            Types.DEADLINE_PASSED,
            (task, act) -> Text.of("填报已于 %s 截止；须由市级延期", "Reporting ended on %s; the city may extend it", task.due()))),

    /** Nobody judges what they had a hand in, not even in another role. */
    FOUR_EYES(PolicyRule.of(
            (task, act, now) -> !task.hadAHandIn(act.judges(), now.actor().id()),
            PolicyRule.SAME_PERSON,
            (task, act) -> Text.of(
                    "此前经办该任务的人员不能%s，须由另一人办理",
                    "Who has worked on the task before may not %2$s; another person must", act.zh(), act.en()))),

    WAS_RETURNED(PolicyRule.of(
            (task, act, now) -> task.has(TaskAct.RETURN),
            Types.NOTHING_TO_APPEAL,
            (task, act) -> new Text("该任务没有被退回，无可申诉", "It was not returned; there is nothing to appeal against"))),

    NO_OPEN_APPEAL(PolicyRule.of(
            (task, act, now) -> !task.isAppealed(),
            Types.APPEAL_OPEN,
            (task, act) -> new Text("申诉尚未答复", "An appeal waits for its answer"))),

    AN_OPEN_APPEAL(PolicyRule.of(
            (task, act, now) -> task.isAppealed(),
            Types.NO_APPEAL,
            (task, act) -> new Text("没有待答复的申诉", "No appeal waits for an answer")));

    private final PolicyRule<RoundTask, TaskAct> rule;

    TaskPolicy(PolicyRule<RoundTask, TaskAct> rule) {
        this.rule = rule;
    }

    @Override
    public Optional<Problem> refusal(RoundTask task, TaskAct act, DecisionContext now) {
        return rule.refusal(task, act, now);
    }

    /** Whose act it is, for a policy that says so. */
    Set<OfficialRole> roles() {
        return rule.roles();
    }

    /** Stable codes of the refusals. */
    static final class Types {

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

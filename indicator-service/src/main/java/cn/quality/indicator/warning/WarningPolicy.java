package cn.quality.indicator.warning;

import cn.quality.indicator.official.DecisionContext;
import cn.quality.indicator.official.OfficialRole;
import cn.quality.indicator.official.PolicyRule;
import cn.quality.platform.identity.Actor;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemType;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import cn.quality.platform.transition.Transition;
import java.util.Optional;
import java.util.Set;

/** The reasons to refuse a move, by name. The first of a row says whose act it is. */
enum WarningPolicy implements Transition.Policy<Warning, WarningAct, DecisionContext> {
    BY_THE_OWNER(PolicyRule.by(OfficialRole.REPORTER)),
    BY_A_REVIEWER(PolicyRule.by(OfficialRole.COUNTY_REVIEWER, OfficialRole.CITY_REVIEWER)),
    BY_THE_CITY(PolicyRule.by(OfficialRole.CITY_REVIEWER)),

    /** It follows from the figures, or from the passing of time. */
    BY_THE_SYSTEM(PolicyRule.of(
            (warning, act, now) -> now.actor().equals(Actor.SYSTEM),
            ProblemTypes.FORBIDDEN,
            (warning, act) -> Text.of("“%s”由系统自动进行", "%2$s is an act of the system itself", act.zh(), act.en()))),

    /** County officials judge what is about their county. */
    OWN_REGION(PolicyRule.of(
            (warning, act, now) -> now.actor().isCompetentIn(warning.region()),
            ProblemTypes.FOREIGN_REGION,
            (warning, act) -> Text.of("预警地区 %s 不在您的管辖范围", "The area %s is not yours", warning.region()))),

    /** Who was given the warning rectifies it. */
    OWN_AREA(PolicyRule.of(
            (warning, act, now) -> now.actor().isCompetentIn(warning.ownerRegion()),
            ProblemTypes.FOREIGN_REGION,
            (warning, act) -> Text.of(
                    "责任单位所在地区 %s 不在您的管辖范围", "The area %s that is to rectify is not yours", warning.ownerRegion()))),
    OWN_DEPARTMENT(PolicyRule.of(
            (warning, act, now) -> warning.ownerDepartment().isEmpty()
                    || warning.ownerDepartment().equals(now.department()),
            PolicyRule.FOREIGN_DEPARTMENT,
            (warning, act) -> Text.of(
                    "该预警由“%s”整改",
                    "This is rectified by %s", warning.ownerDepartment().orElse("-")))),

    /** What was not done in time is the city's. */
    CITY_ONCE_ESCALATED(PolicyRule.of(
            (warning, act, now) -> !warning.isEscalated() || now.roles().contains(OfficialRole.CITY_REVIEWER),
            Types.ESCALATED,
            (warning, act) ->
                    Text.of("该预警逾期，已上报市级，只能由市级%s", "It was not done in time; the city may %2$s", act.zh(), act.en()))),

    /** Nobody judges what they had a hand in, not even in another role. */
    FOUR_EYES(PolicyRule.of(
            (warning, act, now) -> !warning.hadAHandIn(act.judges(), now.actor().id()),
            PolicyRule.SAME_PERSON,
            (warning, act) -> Text.of(
                    "报送整改方案或证明的人员不能%s，须由另一人办理",
                    "Who planned or proved the rectification may not %2$s; another person must", act.zh(), act.en()))),

    PAST_DUE(PolicyRule.of(
            (warning, act, now) -> warning.isOverdue(now.today()) && !warning.isEscalated(),
            Types.NOT_PAST_DUE,
            (warning, act) -> new Text("尚未逾期，或已上报", "It is not past due, or has been escalated")));

    private final PolicyRule<Warning, WarningAct> rule;

    WarningPolicy(PolicyRule<Warning, WarningAct> rule) {
        this.rule = rule;
    }

    @Override
    public Optional<Problem> refusal(Warning warning, WarningAct act, DecisionContext now) {
        return rule.refusal(warning, act, now);
    }

    /** Whose act it is, for a policy that says so. */
    Set<OfficialRole> roles() {
        return rule.roles();
    }

    /** Stable codes of the refusals. */
    static final class Types {

        static final ProblemType ESCALATED =
                new ProblemType(403, "escalated", new Text("已上报市级", "It is the city's now"));
        static final ProblemType NOT_PAST_DUE = new ProblemType(409, "not-past-due", new Text("尚未逾期", "Not past due"));

        private Types() {}
    }
}

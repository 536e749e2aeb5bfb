package cn.quality.standards.supervision;

import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemType;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import cn.quality.platform.transition.Transition;
import java.util.Optional;

/** The reasons to refuse an act, by name. */
enum SupervisionPolicy implements Transition.Policy<SupervisionCase, SupervisionAct, DecisionContext> {

    /** An official acts in the role that carries the duty of the act. */
    BY_ITS_DUTY(
            (item, act, now) -> !now.actor().isEnterprise()
                    && act.duty().filter(now.duties()::contains).isPresent(),
            ProblemTypes.FORBIDDEN,
            (item, act) -> Text.of("“%s”不属于当前身份的职责", "“%2$s” is another role's", act.zh(), act.en())),

    /** The enterprise answers for itself. */
    BY_THE_ENTERPRISE(
            (item, act, now) -> now.actor().uscc().filter(item.uscc()::equals).isPresent(),
            ProblemTypes.FORBIDDEN,
            (item, act) -> new Text("只能由该企业自己答复", "The enterprise answers for itself")),

    OWN_REGION(
            (item, act, now) -> now.actor().isCompetentIn(item.region()),
            ProblemTypes.FOREIGN_REGION,
            (item, act) -> Text.of("企业所在地 %s 不在您的管辖范围", "The enterprise is in %s, which is not yours", item.region())),

    /** Who finds does not approve, who approves does not publish: three persons, in whatever roles. */
    FOUR_EYES(
            (item, act, now) -> act.duty()
                    .filter(duty -> item.hadAnotherDuty(now.actor().id(), duty))
                    .isEmpty(),
            Types.SAME_PERSON,
            (item, act) -> Text.of(
                    "您已在本案承担其他职责，“%s”须由另一人办理",
                    "You had another duty in this case; somebody else must do “%2$s”", act.zh(), act.en())),

    IN_TIME(
            (item, act, now) -> !item.isOverdue(now.today()),
            Types.PAST_DUE,
            (item, act) -> Text.of("改正期限 %s 已过，不能延期", "The last day, %s, is over", item.dueText())),

    /** 逾期不改正: the last day is whole. */
    PAST_DUE(
            (item, act, now) -> item.isOverdue(now.today()),
            Types.NOT_PAST_DUE,
            (item, act) -> Text.of("改正期限为 %s，尚未逾期", "The last day is %s and not over yet", item.dueText())),

    /** 标准化法 art. 38. */
    THE_CITY_PUBLICISES(
            (item, act, now) -> !item.breach().isTheProvinces(),
            Types.PROVINCE_DECIDES,
            (item, act) -> Text.of(
                    "“%s”逾期不改正的，由省级处理（%s），请报送省级",
                    "“%3$s”: the province decides; refer it",
                    item.breach().zh(),
                    item.breach().basis(),
                    item.breach().en())),

    /** 标准化法 art. 39, 42. */
    THE_PROVINCE_DECIDES(
            (item, act, now) -> item.breach().isTheProvinces(),
            Types.CITY_DECIDES,
            (item, act) -> Text.of(
                    "“%s”逾期不改正的，在平台公示（%s），不报省级",
                    "“%3$s” is publicised by the city",
                    item.breach().zh(),
                    item.breach().basis(),
                    item.breach().en()));

    @FunctionalInterface
    private interface Rule {
        boolean allows(SupervisionCase item, SupervisionAct act, DecisionContext now);
    }

    @FunctionalInterface
    private interface Reason {
        Text of(SupervisionCase item, SupervisionAct act);
    }

    private final Rule rule;
    private final ProblemType type;
    private final Reason reason;

    SupervisionPolicy(Rule rule, ProblemType type, Reason reason) {
        this.rule = rule;
        this.type = type;
        this.reason = reason;
    }

    @Override
    public Optional<Problem> refusal(SupervisionCase item, SupervisionAct act, DecisionContext now) {
        return rule.allows(item, act, now) ? Optional.empty() : Optional.of(new Problem(type, reason.of(item, act)));
    }

    /** Stable codes of the refusals. */
    static final class Types {

        static final ProblemType SAME_PERSON =
                new ProblemType(403, "same-person", new Text("须由另一人办理", "Another person must do it"));
        static final ProblemType PAST_DUE = new ProblemType(409, "past-due", new Text("已逾期", "Past due"));
        static final ProblemType NOT_PAST_DUE = new ProblemType(409, "not-past-due", new Text("尚未逾期", "Not past due"));
        static final ProblemType PROVINCE_DECIDES =
                new ProblemType(409, "province-decides", new Text("由省级处理", "The province decides"));
        static final ProblemType CITY_DECIDES =
                new ProblemType(409, "city-decides", new Text("由市级公示", "The city publicises it"));

        private Types() {}
    }
}

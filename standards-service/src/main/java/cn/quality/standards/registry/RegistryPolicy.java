package cn.quality.standards.registry;

import cn.quality.platform.identity.Actor;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemType;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import cn.quality.platform.transition.Transition;
import java.util.Optional;

/** The reasons to refuse an act, by name. The first of a row says whose act it is. */
enum RegistryPolicy implements Transition.Policy<RegistryEntry, RegistryAct, DecisionContext> {
    BY_THE_HANDLER {
        @Override
        public Optional<Problem> refusal(RegistryEntry entry, RegistryAct act, DecisionContext now) {
            return by(RegistryRole.HANDLER, act, now);
        }
    },
    BY_THE_APPROVER {
        @Override
        public Optional<Problem> refusal(RegistryEntry entry, RegistryAct act, DecisionContext now) {
            return by(RegistryRole.APPROVER, act, now);
        }
    },

    /** It follows from the passing of time. */
    BY_THE_SYSTEM {
        @Override
        public Optional<Problem> refusal(RegistryEntry entry, RegistryAct act, DecisionContext now) {
            return unless(
                    now.actor().equals(Actor.SYSTEM),
                    ProblemTypes.FORBIDDEN,
                    Text.of("“%s”由系统自动进行", "%2$s is an act of the system itself", act.zh(), act.en()));
        }
    },

    /** County officials act in their county, those of the city in all of it. */
    OWN_REGION {
        @Override
        public Optional<Problem> refusal(RegistryEntry entry, RegistryAct act, DecisionContext now) {
            return unless(
                    now.actor().isCompetentIn(entry.region()),
                    ProblemTypes.FOREIGN_REGION,
                    Text.of("所在区域 %s 不在您的管辖范围", "The region %s is not yours", entry.region()));
        }
    },

    /** Entry and exit are decided by two persons, in whatever roles. */
    FOUR_EYES {
        @Override
        public Optional<Problem> refusal(RegistryEntry entry, RegistryAct act, DecisionContext now) {
            return unless(
                    !entry.hadAHandIn(act.decidesUpon(), now.actor().id()),
                    SAME_PERSON,
                    Text.of(
                            "提出者不能“%s”，须由另一人办理",
                            "Who proposed it may not %2$s; another person must", act.zh(), act.en()));
        }
    },

    VALIDITY_OVER {
        @Override
        public Optional<Problem> refusal(RegistryEntry entry, RegistryAct act, DecisionContext now) {
            return unless(entry.isExpired(now.today()), NOT_EXPIRED, new Text("有效期未满", "It is valid still"));
        }
    },

    /** Nothing leaves without a ground of its kind. */
    GROUND_STATED {
        @Override
        public Optional<Problem> refusal(RegistryEntry entry, RegistryAct act, DecisionContext now) {
            return unless(
                    entry.reviewGround().isPresent(),
                    NO_GROUND,
                    new Text("尚未提出退出的情形，须先提出复核", "No ground to leave is stated; a review must state it first"));
        }
    },

    /** Whom it is about has been told, and had the time to answer. */
    HEARD {
        @Override
        public Optional<Problem> refusal(RegistryEntry entry, RegistryAct act, DecisionContext now) {
            return entry.answerUntil()
                    .filter(last -> !now.today().isAfter(last))
                    .map(last -> new Problem(
                                    TIME_TO_ANSWER, Text.of("陈述申辩期至 %s", "There is time to answer until %s", last))
                            .with("on", "earliest", Text.of("最早 %s", "%s at the earliest", last.plusDays(1))));
        }
    };

    static final ProblemType SAME_PERSON =
            new ProblemType(403, "same-person", new Text("须由另一人办理", "Another person must do this"));
    static final ProblemType NOT_EXPIRED = new ProblemType(409, "not-expired", new Text("有效期未满", "Valid still"));
    static final ProblemType NO_GROUND =
            new ProblemType(409, "no-exit-ground", new Text("未提出退出情形", "No ground to leave"));
    static final ProblemType TIME_TO_ANSWER =
            new ProblemType(409, "time-to-answer", new Text("陈述申辩期未满", "There is time to answer still"));

    private static Optional<Problem> by(RegistryRole role, RegistryAct act, DecisionContext now) {
        return unless(
                now.roles().contains(role),
                ProblemTypes.FORBIDDEN,
                Text.of("“%1$s”只能由%3$s进行", "%2$s belongs to the %4$s", act.zh(), act.en(), role.zh(), role.en()));
    }

    private static Optional<Problem> unless(boolean allowed, ProblemType type, Text why) {
        return allowed ? Optional.empty() : Optional.of(new Problem(type, why));
    }
}

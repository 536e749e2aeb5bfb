package cn.quality.indicator.warning;

import static cn.quality.indicator.warning.WarningPolicy.BY_A_REVIEWER;
import static cn.quality.indicator.warning.WarningPolicy.BY_THE_CITY;
import static cn.quality.indicator.warning.WarningPolicy.BY_THE_OWNER;
import static cn.quality.indicator.warning.WarningPolicy.BY_THE_SYSTEM;
import static cn.quality.indicator.warning.WarningPolicy.CITY_ONCE_ESCALATED;
import static cn.quality.indicator.warning.WarningPolicy.FOUR_EYES;
import static cn.quality.indicator.warning.WarningPolicy.OWN_AREA;
import static cn.quality.indicator.warning.WarningPolicy.OWN_DEPARTMENT;
import static cn.quality.indicator.warning.WarningPolicy.OWN_REGION;
import static cn.quality.indicator.warning.WarningPolicy.PAST_DUE;
import static cn.quality.indicator.warning.WarningState.ASSIGNED;
import static cn.quality.indicator.warning.WarningState.CLOSED;
import static cn.quality.indicator.warning.WarningState.OPEN;
import static cn.quality.indicator.warning.WarningState.RECTIFYING;
import static cn.quality.indicator.warning.WarningState.SUBMITTED;
import static cn.quality.indicator.warning.WarningState.WITHDRAWN;

import cn.quality.indicator.official.OfficialRole;
import cn.quality.platform.problem.Text;
import cn.quality.platform.transition.Transition;
import cn.quality.platform.transition.TransitionTable;
import java.util.List;
import java.util.stream.Stream;

/**
 * The table of all moves of a warning. What is not a row here cannot happen: nothing is closed without the proof of a
 * rectification, and people cannot withdraw a warning; only figures can.
 */
final class WarningTransitions {

    static final TransitionTable<WarningState, WarningAct, WarningPolicy, Void, WarningEvent.Kind> TABLE =
            new TransitionTable<>(
                    new Text("该预警", "The warning"),
                    Stream.of(
                                    Stream.of(
                                            Transition
                                                    .<WarningState, WarningAct, WarningPolicy, Void, WarningEvent.Kind>
                                                            opening(WarningAct.RAISE, OPEN, WarningEvent.Kind.RAISED)),
                                    // Somebody is made to answer for it, and rectifies.
                                    handOver(OPEN),
                                    handOver(ASSIGNED),
                                    move(ASSIGNED, WarningAct.PLAN, RECTIFYING, BY_THE_OWNER, OWN_AREA, OWN_DEPARTMENT),
                                    move(
                                            RECTIFYING,
                                            WarningAct.SUBMIT,
                                            SUBMITTED,
                                            BY_THE_OWNER,
                                            OWN_AREA,
                                            OWN_DEPARTMENT),
                                    // Another person looks.
                                    move(
                                            SUBMITTED,
                                            WarningAct.RETURN,
                                            RECTIFYING,
                                            BY_A_REVIEWER,
                                            OWN_REGION,
                                            CITY_ONCE_ESCALATED),
                                    move(
                                            SUBMITTED,
                                            WarningAct.CLOSE,
                                            CLOSED,
                                            BY_A_REVIEWER,
                                            OWN_REGION,
                                            CITY_ONCE_ESCALATED,
                                            FOUR_EYES),
                                    // Time passes.
                                    Stream.of(ASSIGNED, RECTIFYING)
                                            .flatMap(state -> move(
                                                    state,
                                                    WarningAct.EXTEND,
                                                    state,
                                                    BY_THE_CITY,
                                                    OWN_REGION,
                                                    FOUR_EYES)),
                                    Stream.of(OPEN, ASSIGNED, RECTIFYING)
                                            .flatMap(state -> row(
                                                    state,
                                                    WarningAct.ESCALATE,
                                                    state,
                                                    WarningEvent.Kind.ESCALATED,
                                                    BY_THE_SYSTEM,
                                                    PAST_DUE)),
                                    // The figures change.
                                    Stream.of(OPEN, ASSIGNED, RECTIFYING, SUBMITTED, CLOSED)
                                            .flatMap(state -> move(state, WarningAct.RESTATE, state, BY_THE_SYSTEM)),
                                    Stream.of(OPEN, ASSIGNED, RECTIFYING, SUBMITTED, CLOSED)
                                            .flatMap(state -> row(
                                                    state,
                                                    WarningAct.WITHDRAW,
                                                    WITHDRAWN,
                                                    WarningEvent.Kind.WITHDRAWN,
                                                    BY_THE_SYSTEM)))
                            .flatMap(rows -> rows)
                            .toList());

    private WarningTransitions() {}

    private static Stream<Transition<WarningState, WarningAct, WarningPolicy, Void, WarningEvent.Kind>> handOver(
            WarningState from) {
        return move(from, WarningAct.ASSIGN, ASSIGNED, BY_A_REVIEWER, OWN_REGION, CITY_ONCE_ESCALATED);
    }

    private static Stream<Transition<WarningState, WarningAct, WarningPolicy, Void, WarningEvent.Kind>> move(
            WarningState from, WarningAct act, WarningState to, WarningPolicy... policies) {
        return row(from, act, to, WarningEvent.Kind.MOVED, policies);
    }

    private static Stream<Transition<WarningState, WarningAct, WarningPolicy, Void, WarningEvent.Kind>> row(
            WarningState from, WarningAct act, WarningState to, WarningEvent.Kind event, WarningPolicy... policies) {
        return Stream.of(
                Transition.<WarningState, WarningAct, WarningPolicy, Void, WarningEvent.Kind>of(from, act, to, event)
                        .requires(policies));
    }

    /** Roles that may do an act in a state; none for an act of the system. */
    static List<OfficialRole> rolesOf(
            Transition<WarningState, WarningAct, WarningPolicy, Void, WarningEvent.Kind> row) {
        return row.policies().stream()
                .flatMap(policy -> policy.roles().stream())
                .sorted()
                .toList();
    }
}

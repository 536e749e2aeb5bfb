package cn.quality.standards.registry;

import static cn.quality.standards.registry.RegistryPolicy.BY_THE_APPROVER;
import static cn.quality.standards.registry.RegistryPolicy.BY_THE_HANDLER;
import static cn.quality.standards.registry.RegistryPolicy.BY_THE_SYSTEM;
import static cn.quality.standards.registry.RegistryPolicy.FOUR_EYES;
import static cn.quality.standards.registry.RegistryPolicy.GROUND_STATED;
import static cn.quality.standards.registry.RegistryPolicy.HEARD;
import static cn.quality.standards.registry.RegistryPolicy.OWN_REGION;
import static cn.quality.standards.registry.RegistryPolicy.VALIDITY_OVER;
import static cn.quality.standards.registry.RegistryState.DECLINED;
import static cn.quality.standards.registry.RegistryState.ENTERED;
import static cn.quality.standards.registry.RegistryState.EXITED;
import static cn.quality.standards.registry.RegistryState.PROPOSED;
import static cn.quality.standards.registry.RegistryState.REPROPOSED;
import static cn.quality.standards.registry.RegistryState.UNDER_REVIEW;

import cn.quality.platform.problem.Text;
import cn.quality.platform.transition.Transition;
import cn.quality.platform.transition.TransitionTable;
import cn.quality.standards.registry.RegistryEvent.Kind;
import java.util.List;

/** The life of an entry as a table. What is not a row cannot happen. */
final class RegistryTransitions {

    static final TransitionTable<RegistryState, RegistryAct, RegistryPolicy, Void, Kind> TABLE = new TransitionTable<>(
            new Text("该条目", "The entry"),
            List.of(
                    Transition.<RegistryState, RegistryAct, RegistryPolicy, Void, Kind>opening(
                                    RegistryAct.PROPOSE, PROPOSED, Kind.NONE)
                            .requires(BY_THE_HANDLER, OWN_REGION),
                    prepared(PROPOSED, RegistryAct.REVISE, PROPOSED),
                    prepared(PROPOSED, RegistryAct.WITHDRAW, DECLINED),
                    decided(PROPOSED, RegistryAct.DECLINE, DECLINED, Kind.NONE),
                    decided(PROPOSED, RegistryAct.ENTER, ENTERED, Kind.ENTERED),
                    decided(ENTERED, RegistryAct.CORRECT, ENTERED, Kind.CHANGED),
                    row(ENTERED, RegistryAct.FALL_DUE, UNDER_REVIEW, Kind.NONE).requires(BY_THE_SYSTEM, VALIDITY_OVER),
                    prepared(ENTERED, RegistryAct.REVIEW, UNDER_REVIEW),
                    prepared(UNDER_REVIEW, RegistryAct.REVIEW, UNDER_REVIEW),
                    decided(UNDER_REVIEW, RegistryAct.CORRECT, UNDER_REVIEW, Kind.CHANGED),
                    decided(UNDER_REVIEW, RegistryAct.RETAIN, ENTERED, Kind.CHANGED),
                    row(UNDER_REVIEW, RegistryAct.EXIT, EXITED, Kind.EXITED)
                            .requires(BY_THE_APPROVER, OWN_REGION, FOUR_EYES, GROUND_STATED, HEARD),
                    prepared(EXITED, RegistryAct.REPROPOSE, REPROPOSED),
                    prepared(REPROPOSED, RegistryAct.REVISE, REPROPOSED),
                    prepared(REPROPOSED, RegistryAct.WITHDRAW, EXITED),
                    decided(REPROPOSED, RegistryAct.DECLINE, EXITED, Kind.NONE),
                    decided(REPROPOSED, RegistryAct.REENTER, ENTERED, Kind.ENTERED)));

    private RegistryTransitions() {}

    private static Transition<RegistryState, RegistryAct, RegistryPolicy, Void, Kind> prepared(
            RegistryState from, RegistryAct act, RegistryState to) {
        return row(from, act, to, Kind.NONE).requires(BY_THE_HANDLER, OWN_REGION);
    }

    private static Transition<RegistryState, RegistryAct, RegistryPolicy, Void, Kind> decided(
            RegistryState from, RegistryAct act, RegistryState to, Kind event) {
        return row(from, act, to, event).requires(BY_THE_APPROVER, OWN_REGION, FOUR_EYES);
    }

    private static Transition<RegistryState, RegistryAct, RegistryPolicy, Void, Kind> row(
            RegistryState from, RegistryAct act, RegistryState to, Kind event) {
        return Transition.of(from, act, to, event);
    }
}

package cn.quality.standards.supervision;

import static cn.quality.standards.supervision.SupervisionPolicy.BY_ITS_DUTY;
import static cn.quality.standards.supervision.SupervisionPolicy.BY_THE_ENTERPRISE;
import static cn.quality.standards.supervision.SupervisionPolicy.FOUR_EYES;
import static cn.quality.standards.supervision.SupervisionPolicy.IN_TIME;
import static cn.quality.standards.supervision.SupervisionPolicy.OWN_REGION;
import static cn.quality.standards.supervision.SupervisionPolicy.PAST_DUE;
import static cn.quality.standards.supervision.SupervisionPolicy.THE_CITY_PUBLICISES;
import static cn.quality.standards.supervision.SupervisionPolicy.THE_PROVINCE_DECIDES;
import static cn.quality.standards.supervision.SupervisionState.ANSWERED;
import static cn.quality.standards.supervision.SupervisionState.CORRECTED;
import static cn.quality.standards.supervision.SupervisionState.DISMISSED;
import static cn.quality.standards.supervision.SupervisionState.FOUND;
import static cn.quality.standards.supervision.SupervisionState.LIFTED;
import static cn.quality.standards.supervision.SupervisionState.ORDERED;
import static cn.quality.standards.supervision.SupervisionState.PROPOSED;
import static cn.quality.standards.supervision.SupervisionState.PUBLICISED;
import static cn.quality.standards.supervision.SupervisionState.REFERRED;
import static cn.quality.standards.supervision.SupervisionState.WITHDRAWN;

import cn.quality.platform.problem.Text;
import cn.quality.platform.transition.Transition;
import cn.quality.platform.transition.TransitionTable;
import java.util.List;
import java.util.stream.Stream;

/**
 * All moves of a case. What is not a row here cannot happen: nothing is publicised without an order that another person gave,
 * and taking back a wrong finding waits for nobody.
 */
final class SupervisionTransitions {

    static final TransitionTable<SupervisionState, SupervisionAct, SupervisionPolicy, Void, Publicity> TABLE =
            new TransitionTable<>(
                    new Text("该案", "The case"),
                    Stream.of(
                                    Stream.of(
                                            Transition
                                                    .<SupervisionState, SupervisionAct, SupervisionPolicy, Void,
                                                            Publicity>
                                                            opening(SupervisionAct.FIND, FOUND, Publicity.UNCHANGED)
                                                    .requires(BY_ITS_DUTY, OWN_REGION)),
                                    // Another person judges the finding.
                                    row(FOUND, SupervisionAct.DISMISS, DISMISSED, BY_ITS_DUTY, OWN_REGION, FOUR_EYES),
                                    row(FOUND, SupervisionAct.ORDER, ORDERED, BY_ITS_DUTY, OWN_REGION, FOUR_EYES),
                                    // The enterprise corrects, late rather than never.
                                    row(
                                            ORDERED,
                                            SupervisionAct.EXTEND,
                                            ORDERED,
                                            BY_ITS_DUTY,
                                            OWN_REGION,
                                            FOUR_EYES,
                                            IN_TIME),
                                    row(ORDERED, SupervisionAct.ANSWER, ANSWERED, BY_THE_ENTERPRISE),
                                    row(PROPOSED, SupervisionAct.ANSWER, ANSWERED, BY_THE_ENTERPRISE),
                                    row(PUBLICISED, SupervisionAct.ANSWER, PUBLICISED, BY_THE_ENTERPRISE),
                                    row(ANSWERED, SupervisionAct.REJECT, ORDERED, BY_ITS_DUTY, OWN_REGION, FOUR_EYES),
                                    Stream.of(ORDERED, ANSWERED)
                                            .flatMap(state -> row(
                                                    state,
                                                    SupervisionAct.CONFIRM,
                                                    CORRECTED,
                                                    BY_ITS_DUTY,
                                                    OWN_REGION,
                                                    FOUR_EYES)),
                                    // Or does not.
                                    row(
                                            ORDERED,
                                            SupervisionAct.PROPOSE,
                                            PROPOSED,
                                            BY_ITS_DUTY,
                                            OWN_REGION,
                                            FOUR_EYES,
                                            PAST_DUE,
                                            THE_CITY_PUBLICISES),
                                    row(
                                            ORDERED,
                                            SupervisionAct.REFER,
                                            REFERRED,
                                            BY_ITS_DUTY,
                                            OWN_REGION,
                                            FOUR_EYES,
                                            PAST_DUE,
                                            THE_PROVINCE_DECIDES),
                                    row(PROPOSED, SupervisionAct.RETURN, ORDERED, BY_ITS_DUTY, OWN_REGION, FOUR_EYES),
                                    Stream.of(
                                            Transition
                                                    .<SupervisionState, SupervisionAct, SupervisionPolicy, Void,
                                                            Publicity>
                                                            of(
                                                                    PROPOSED,
                                                                    SupervisionAct.PUBLICISE,
                                                                    PUBLICISED,
                                                                    Publicity.BEGINS)
                                                    .requires(BY_ITS_DUTY, OWN_REGION, FOUR_EYES, PAST_DUE)),
                                    Stream.of(
                                            Transition
                                                    .<SupervisionState, SupervisionAct, SupervisionPolicy, Void,
                                                            Publicity>
                                                            of(PUBLICISED, SupervisionAct.LIFT, LIFTED, Publicity.ENDS)
                                                    .requires(BY_ITS_DUTY, OWN_REGION)),
                                    // The finding was wrong.
                                    Stream.of(ORDERED, ANSWERED, CORRECTED, PROPOSED, LIFTED, REFERRED)
                                            .flatMap(state -> row(
                                                    state,
                                                    SupervisionAct.WITHDRAW,
                                                    WITHDRAWN,
                                                    BY_ITS_DUTY,
                                                    OWN_REGION)),
                                    Stream.of(
                                            Transition
                                                    .<SupervisionState, SupervisionAct, SupervisionPolicy, Void,
                                                            Publicity>
                                                            of(
                                                                    PUBLICISED,
                                                                    SupervisionAct.WITHDRAW,
                                                                    WITHDRAWN,
                                                                    Publicity.ENDS)
                                                    .requires(BY_ITS_DUTY, OWN_REGION)))
                            .flatMap(rows -> rows)
                            .toList());

    /** Where a case ends; one that was publicised may still turn out to be wrong. */
    static final List<SupervisionState> ENDS = List.of(DISMISSED, CORRECTED, LIFTED, REFERRED, WITHDRAWN);

    private SupervisionTransitions() {}

    private static Stream<Transition<SupervisionState, SupervisionAct, SupervisionPolicy, Void, Publicity>> row(
            SupervisionState from, SupervisionAct act, SupervisionState to, SupervisionPolicy... policies) {
        return Stream.of(Transition.<SupervisionState, SupervisionAct, SupervisionPolicy, Void, Publicity>of(
                        from, act, to, Publicity.UNCHANGED)
                .requires(policies));
    }
}

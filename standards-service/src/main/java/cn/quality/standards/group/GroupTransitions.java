package cn.quality.standards.group;

import static cn.quality.standards.group.GroupPolicy.BODY_ACTIVE;
import static cn.quality.standards.group.GroupPolicy.BY_ANYBODY;
import static cn.quality.standards.group.GroupPolicy.BY_AN_APPROVER;
import static cn.quality.standards.group.GroupPolicy.BY_A_PUBLISHER;
import static cn.quality.standards.group.GroupPolicy.BY_THE_BODY;
import static cn.quality.standards.group.GroupPolicy.BY_THE_SYSTEM;
import static cn.quality.standards.group.GroupPolicy.COMMENTS_ANSWERED;
import static cn.quality.standards.group.GroupPolicy.CORRECTION_OVERDUE;
import static cn.quality.standards.group.GroupPolicy.FOUR_EYES;
import static cn.quality.standards.group.GroupPolicy.MEETING_HELD;
import static cn.quality.standards.group.GroupPolicy.OWN_BODY;
import static cn.quality.standards.group.GroupPolicy.PAPERS_ON_FILE;
import static cn.quality.standards.group.GroupPolicy.PERIOD_OPEN;
import static cn.quality.standards.group.GroupPolicy.PERIOD_OVER;
import static cn.quality.standards.group.GroupPolicy.VOTE_CARRIED;
import static cn.quality.standards.group.GroupPolicy.VOTE_NOT_CARRIED;
import static cn.quality.standards.group.GroupState.ABANDONED;
import static cn.quality.standards.group.GroupState.ABOLISHED;
import static cn.quality.standards.group.GroupState.CONSULTING;
import static cn.quality.standards.group.GroupState.CORRECTING;
import static cn.quality.standards.group.GroupState.DRAFTING;
import static cn.quality.standards.group.GroupState.NUMBERED;
import static cn.quality.standards.group.GroupState.PASSED;
import static cn.quality.standards.group.GroupState.PROPOSED;
import static cn.quality.standards.group.GroupState.PUBLISHED;
import static cn.quality.standards.group.GroupState.REJECTED;
import static cn.quality.standards.group.GroupState.REPLACED;
import static cn.quality.standards.group.GroupState.REVIEWING;
import static cn.quality.standards.group.GroupState.REVISING;

import cn.quality.platform.problem.Text;
import cn.quality.platform.transition.Transition;
import cn.quality.platform.transition.TransitionTable;
import java.util.List;
import java.util.stream.Stream;

/**
 * The table of all moves of a group standard. What is not a row here cannot happen: there is no way to a publication around
 * the period of comments, the answers or the vote.
 */
final class GroupTransitions {

    static final TransitionTable<GroupState, GroupAct, GroupPolicy, Void, GroupEvent.Kind> TABLE =
            new TransitionTable<>(
                    Text.of("该团体标准", "The group standard"),
                    Stream.of(
                                    Stream.of(
                                            Transition
                                                    .<GroupState, GroupAct, GroupPolicy, Void, GroupEvent.Kind>opening(
                                                            GroupAct.PROPOSE, PROPOSED, GroupEvent.Kind.CHANGED)
                                                    .requires(BY_THE_BODY, OWN_BODY, BODY_ACTIVE, PAPERS_ON_FILE)),
                                    body(PROPOSED, GroupAct.APPROVE, DRAFTING),
                                    body(PROPOSED, GroupAct.REJECT, REJECTED),
                                    // Everybody is asked, and answered.
                                    Stream.of(row(
                                            DRAFTING,
                                            GroupAct.CONSULT,
                                            CONSULTING,
                                            GroupEvent.Kind.CONSULTED,
                                            BY_THE_BODY,
                                            OWN_BODY,
                                            BODY_ACTIVE,
                                            PAPERS_ON_FILE)),
                                    Stream.of(row(
                                            CONSULTING,
                                            GroupAct.EXTEND,
                                            CONSULTING,
                                            GroupEvent.Kind.CONSULTED,
                                            BY_THE_BODY,
                                            OWN_BODY,
                                            BODY_ACTIVE,
                                            PERIOD_OPEN)),
                                    Stream.of(row(
                                            CONSULTING,
                                            GroupAct.COMMENT,
                                            CONSULTING,
                                            GroupEvent.Kind.CHANGED,
                                            BY_ANYBODY,
                                            PERIOD_OPEN)),
                                    body(CONSULTING, GroupAct.ANSWER, CONSULTING),
                                    body(DRAFTING, GroupAct.ANSWER, DRAFTING),
                                    body(CONSULTING, GroupAct.REDRAFT, DRAFTING),
                                    // Experts review; the drafters listen.
                                    Stream.of(CONSULTING, DRAFTING)
                                            .flatMap(state -> body(
                                                    state, GroupAct.REVIEW, REVIEWING, PERIOD_OVER, COMMENTS_ANSWERED)),
                                    body(REVIEWING, GroupAct.CONVENE, REVIEWING, VOTE_NOT_CARRIED),
                                    body(REVIEWING, GroupAct.VOTE, REVIEWING, MEETING_HELD),
                                    body(REVIEWING, GroupAct.PASS, PASSED, VOTE_CARRIED),
                                    body(REVIEWING, GroupAct.RETURN, DRAFTING),
                                    // The body publishes.
                                    body(PASSED, GroupAct.NUMBER, NUMBERED),
                                    Stream.of(row(
                                            NUMBERED,
                                            GroupAct.PUBLISH,
                                            PUBLISHED,
                                            GroupEvent.Kind.PUBLISHED,
                                            BY_THE_BODY,
                                            OWN_BODY,
                                            BODY_ACTIVE)),
                                    Stream.of(DRAFTING, CONSULTING, REVIEWING, PASSED, NUMBERED)
                                            .flatMap(state -> body(state, GroupAct.ABANDON, ABANDONED)),
                                    // Every five years at the latest: it stays, is revised, or goes.
                                    Stream.of(PUBLISHED, REVISING)
                                            .flatMap(state -> body(state, GroupAct.CONFIRM, PUBLISHED)),
                                    body(PUBLISHED, GroupAct.REVISE, REVISING),
                                    Stream.of(PUBLISHED, REVISING, CORRECTING)
                                            .flatMap(state -> body(state, GroupAct.ABOLISH, ABOLISHED)),
                                    Stream.of(PUBLISHED, REVISING, CORRECTING)
                                            .map(state -> row(
                                                    state,
                                                    GroupAct.REPLACE,
                                                    REPLACED,
                                                    GroupEvent.Kind.CHANGED,
                                                    BY_THE_SYSTEM)),
                                    // The authority steps in.
                                    Stream.of(PUBLISHED, REVISING)
                                            .map(state -> row(
                                                    state,
                                                    GroupAct.ORDER_CORRECTION,
                                                    CORRECTING,
                                                    GroupEvent.Kind.CHANGED,
                                                    BY_AN_APPROVER)),
                                    // What is ordered may be done by a body that was told to stop all else.
                                    Stream.of(row(
                                            CORRECTING,
                                            GroupAct.CORRECT,
                                            PUBLISHED,
                                            GroupEvent.Kind.CHANGED,
                                            BY_THE_BODY,
                                            OWN_BODY)),
                                    Stream.of(row(
                                            CORRECTING,
                                            GroupAct.ABOLISH_BY_ORDER,
                                            ABOLISHED,
                                            GroupEvent.Kind.CHANGED,
                                            BY_A_PUBLISHER,
                                            CORRECTION_OVERDUE,
                                            FOUR_EYES)))
                            .flatMap(rows -> rows)
                            .toList());

    private GroupTransitions() {}

    /** An act of the body on its own project. */
    private static Stream<Transition<GroupState, GroupAct, GroupPolicy, Void, GroupEvent.Kind>> body(
            GroupState from, GroupAct act, GroupState to, GroupPolicy... more) {
        var policies = Stream.concat(Stream.of(BY_THE_BODY, OWN_BODY, BODY_ACTIVE), Stream.of(more))
                .toArray(GroupPolicy[]::new);
        return Stream.of(row(from, act, to, GroupEvent.Kind.CHANGED, policies));
    }

    private static Transition<GroupState, GroupAct, GroupPolicy, Void, GroupEvent.Kind> row(
            GroupState from, GroupAct act, GroupState to, GroupEvent.Kind event, GroupPolicy... policies) {
        return Transition.<GroupState, GroupAct, GroupPolicy, Void, GroupEvent.Kind>of(from, act, to, event)
                .requires(policies);
    }

    /** Roles that may do an act; none for an act of the system, or of anybody. */
    static List<GroupRole> rolesOf(Transition<GroupState, GroupAct, GroupPolicy, Void, GroupEvent.Kind> row) {
        return row.policies().stream()
                .flatMap(policy -> policy.roles().stream())
                .sorted()
                .toList();
    }
}

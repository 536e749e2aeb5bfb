package cn.quality.standards.group;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What may be done to a group standard in each state, by whom, and where it leads: written by hand from the Provisions and not
 * derived from {@link GroupTransitions}, so that a row that gets lost there, or appears, is noticed. An act without an arrow
 * leaves the project where it is.
 */
final class AllowedGroupMoves {

    private static final Map<GroupState, Map<GroupAct, Move>> ALL = read("""
            PROPOSED: APPROVE→DRAFTING/BODY REJECT→REJECTED/BODY
            DRAFTING: CONSULT→CONSULTING/BODY ANSWER/BODY REVIEW→REVIEWING/BODY ABANDON→ABANDONED/BODY
            CONSULTING: EXTEND/BODY COMMENT/ANYBODY ANSWER/BODY REDRAFT→DRAFTING/BODY REVIEW→REVIEWING/BODY ABANDON→ABANDONED/BODY
            REVIEWING: CONVENE/BODY VOTE/BODY PASS→PASSED/BODY RETURN→DRAFTING/BODY ABANDON→ABANDONED/BODY
            PASSED: NUMBER→NUMBERED/BODY ABANDON→ABANDONED/BODY
            NUMBERED: PUBLISH→PUBLISHED/BODY ABANDON→ABANDONED/BODY
            PUBLISHED: CONFIRM/BODY REVISE→REVISING/BODY ABOLISH→ABOLISHED/BODY REPLACE→REPLACED/SYSTEM ORDER_CORRECTION→CORRECTING/CASE_APPROVER
            REVISING: CONFIRM→PUBLISHED/BODY ABOLISH→ABOLISHED/BODY REPLACE→REPLACED/SYSTEM ORDER_CORRECTION→CORRECTING/CASE_APPROVER
            CORRECTING: CORRECT→PUBLISHED/BODY ABOLISH→ABOLISHED/BODY REPLACE→REPLACED/SYSTEM ABOLISH_BY_ORDER→ABOLISHED/PUBLISHER""");

    private AllowedGroupMoves() {}

    /** Somebody who acts. */
    enum Who {
        BODY,
        CASE_APPROVER,
        PUBLISHER,
        /** Without any role. */
        ANYBODY,
        SYSTEM
    }

    record Move(GroupState to, Who by) {

        /** What anybody may do, everybody may. */
        boolean isFor(Who who) {
            return by == who || by == Who.ANYBODY;
        }
    }

    static Optional<Move> of(GroupState state, GroupAct act) {
        return Optional.ofNullable(in(state).get(act));
    }

    static Map<GroupAct, Move> in(GroupState state) {
        return ALL.getOrDefault(state, Map.of());
    }

    private static Map<GroupState, Map<GroupAct, Move>> read(String text) {
        var all = new EnumMap<GroupState, Map<GroupAct, Move>>(GroupState.class);
        text.lines().forEach(line -> {
            var state = GroupState.valueOf(line.substring(0, line.indexOf(':')));
            var moves = new EnumMap<GroupAct, Move>(GroupAct.class);
            Stream.of(line.substring(line.indexOf(':') + 2).split(" ", -1)).forEach(move -> {
                var parts = move.split("/", -1);
                var arrow = parts[0].split("→", -1);
                moves.put(
                        GroupAct.valueOf(arrow[0]),
                        new Move(arrow.length == 1 ? state : GroupState.valueOf(arrow[1]), Who.valueOf(parts[1])));
            });
            all.put(state, moves);
        });
        return all;
    }
}

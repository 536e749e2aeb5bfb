package cn.quality.indicator.round;

import cn.quality.indicator.official.OfficialRole;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What may be done to a task in each state, by whom, and where it leads: written by hand and not derived from {@link
 * TaskTransitions}, so that a row that gets lost there, or appears, is noticed. An act without an arrow leaves the task where
 * it is.
 */
final class AllowedTaskMoves {

    private static final Map<TaskState, Map<TaskAct, Move>> ALL = read("""
            DRAFT: EDIT/REPORTER SUBMIT→SUBMITTED/REPORTER EXTEND/CITY_REVIEWER APPEAL/REPORTER ANSWER/CITY_REVIEWER
            SUBMITTED: APPROVE→COUNTY_APPROVED/COUNTY_REVIEWER RETURN→DRAFT/COUNTY_REVIEWER ESCALATE→ESCALATED/REPORTER,COUNTY_REVIEWER ANSWER/CITY_REVIEWER
            COUNTY_APPROVED: REOPEN→DRAFT/COUNTY_REVIEWER ACCEPT→CITY_ACCEPTED/CITY_REVIEWER RETURN→DRAFT/CITY_REVIEWER ANSWER/CITY_REVIEWER
            ESCALATED: ACCEPT→CITY_ACCEPTED/CITY_REVIEWER RETURN→DRAFT/CITY_REVIEWER ANSWER/CITY_REVIEWER
            CITY_ACCEPTED: RETURN→DRAFT/CITY_REVIEWER LOCK→LOCKED/CITY_REVIEWER ANSWER/CITY_REVIEWER
            LOCKED: RETURN→DRAFT/CITY_REVIEWER PUBLISH→PUBLISHED/PUBLISHER
            PUBLISHED: CORRECT/CITY_REVIEWER APPEAL/REPORTER ANSWER/CITY_REVIEWER""");

    private AllowedTaskMoves() {}

    record Move(TaskState to, Set<OfficialRole> by) {}

    static Optional<Move> of(TaskState state, TaskAct act) {
        return Optional.ofNullable(in(state).get(act));
    }

    static Map<TaskAct, Move> in(TaskState state) {
        return ALL.getOrDefault(state, Map.of());
    }

    private static Map<TaskState, Map<TaskAct, Move>> read(String text) {
        var all = new EnumMap<TaskState, Map<TaskAct, Move>>(TaskState.class);
        text.lines().forEach(line -> {
            var state = TaskState.valueOf(line.substring(0, line.indexOf(':')));
            var moves = new EnumMap<TaskAct, Move>(TaskAct.class);
            Stream.of(line.substring(line.indexOf(':') + 2).split(" ", -1)).forEach(move -> {
                var parts = move.split("/", -1);
                var arrow = parts[0].split("→", -1);
                var by = EnumSet.noneOf(OfficialRole.class);
                Stream.of(parts[1].split(",", -1)).map(OfficialRole::valueOf).forEach(by::add);
                moves.put(
                        TaskAct.valueOf(arrow[0]),
                        new Move(arrow.length == 1 ? state : TaskState.valueOf(arrow[1]), by));
            });
            all.put(state, moves);
        });
        return all;
    }
}

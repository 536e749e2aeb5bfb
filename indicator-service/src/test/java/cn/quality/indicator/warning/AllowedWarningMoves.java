package cn.quality.indicator.warning;

import cn.quality.indicator.official.OfficialRole;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What may be done to a warning in each state, by whom, and where it leads: written by hand and not derived from {@link
 * WarningTransitions}, so that a row that gets lost there, or appears, is noticed. An act without an arrow leaves the warning
 * where it is; what the system does has no role.
 */
final class AllowedWarningMoves {

    private static final Map<WarningState, Map<WarningAct, Move>> ALL = read("""
            OPEN: ASSIGN→ASSIGNED/COUNTY_REVIEWER,CITY_REVIEWER ESCALATE/ RESTATE/ WITHDRAW→WITHDRAWN/
            ASSIGNED: ASSIGN/COUNTY_REVIEWER,CITY_REVIEWER PLAN→RECTIFYING/REPORTER EXTEND/CITY_REVIEWER ESCALATE/ RESTATE/ WITHDRAW→WITHDRAWN/
            RECTIFYING: SUBMIT→SUBMITTED/REPORTER EXTEND/CITY_REVIEWER ESCALATE/ RESTATE/ WITHDRAW→WITHDRAWN/
            SUBMITTED: RETURN→RECTIFYING/COUNTY_REVIEWER,CITY_REVIEWER CLOSE→CLOSED/COUNTY_REVIEWER,CITY_REVIEWER RESTATE/ WITHDRAW→WITHDRAWN/
            CLOSED: RESTATE/ WITHDRAW→WITHDRAWN/""");

    private AllowedWarningMoves() {}

    /** @param by none for the system */
    record Move(WarningState to, Set<OfficialRole> by) {}

    static Optional<Move> of(WarningState state, WarningAct act) {
        return Optional.ofNullable(in(state).get(act));
    }

    static Map<WarningAct, Move> in(WarningState state) {
        return ALL.getOrDefault(state, Map.of());
    }

    private static Map<WarningState, Map<WarningAct, Move>> read(String text) {
        var all = new EnumMap<WarningState, Map<WarningAct, Move>>(WarningState.class);
        text.lines().forEach(line -> {
            var state = WarningState.valueOf(line.substring(0, line.indexOf(':')));
            var moves = new EnumMap<WarningAct, Move>(WarningAct.class);
            Stream.of(line.substring(line.indexOf(':') + 2).split(" ", -1)).forEach(move -> {
                var parts = move.split("/", -1);
                var arrow = parts[0].split("→", -1);
                var by = EnumSet.noneOf(OfficialRole.class);
                Stream.of(parts[1].split(",", -1))
                        .filter(role -> !role.isEmpty())
                        .map(OfficialRole::valueOf)
                        .forEach(by::add);
                moves.put(
                        WarningAct.valueOf(arrow[0]),
                        new Move(arrow.length == 1 ? state : WarningState.valueOf(arrow[1]), by));
            });
            all.put(state, moves);
        });
        return all;
    }
}

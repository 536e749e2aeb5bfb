package cn.quality.standards.supervision;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What may be done to a case in each state, by whom, and where it leads: written by hand and not derived from {@link
 * SupervisionTransitions}, so that a row that gets lost there, or appears, is noticed.
 */
final class AllowedSupervisionMoves {

    private static final Map<SupervisionState, Map<SupervisionAct, Move>> ALL = read("""
            FOUND: DISMISS→DISMISSED/APPROVE ORDER→ORDERED/APPROVE
            ORDERED: EXTEND→ORDERED/APPROVE ANSWER→ANSWERED/ENTERPRISE CONFIRM→CORRECTED/APPROVE PROPOSE→PROPOSED/PREPARE REFER→REFERRED/PREPARE WITHDRAW→WITHDRAWN/APPROVE
            ANSWERED: REJECT→ORDERED/PREPARE CONFIRM→CORRECTED/APPROVE WITHDRAW→WITHDRAWN/APPROVE
            CORRECTED: WITHDRAW→WITHDRAWN/APPROVE
            PROPOSED: ANSWER→ANSWERED/ENTERPRISE RETURN→ORDERED/PUBLISH PUBLICISE→PUBLICISED/PUBLISH WITHDRAW→WITHDRAWN/APPROVE
            PUBLICISED: ANSWER→PUBLICISED/ENTERPRISE LIFT→LIFTED/APPROVE WITHDRAW→WITHDRAWN/APPROVE
            LIFTED: WITHDRAW→WITHDRAWN/APPROVE
            REFERRED: WITHDRAW→WITHDRAWN/APPROVE""");

    private AllowedSupervisionMoves() {}

    /** @param by none for the enterprise */
    record Move(SupervisionState to, Optional<Duty> by) {}

    static Optional<Move> of(SupervisionState state, SupervisionAct act) {
        return Optional.ofNullable(in(state).get(act));
    }

    static Map<SupervisionAct, Move> in(SupervisionState state) {
        return ALL.getOrDefault(state, Map.of());
    }

    private static Map<SupervisionState, Map<SupervisionAct, Move>> read(String text) {
        var all = new EnumMap<SupervisionState, Map<SupervisionAct, Move>>(SupervisionState.class);
        text.lines().forEach(line -> {
            var moves = new EnumMap<SupervisionAct, Move>(SupervisionAct.class);
            Stream.of(line.substring(line.indexOf(':') + 2).split(" ", -1)).forEach(move -> {
                var parts = move.split("[→/]", -1);
                moves.put(
                        SupervisionAct.valueOf(parts[0]),
                        new Move(
                                SupervisionState.valueOf(parts[1]),
                                parts[2].equals("ENTERPRISE")
                                        ? Optional.empty()
                                        : Optional.of(Duty.valueOf(parts[2]))));
            });
            all.put(SupervisionState.valueOf(line.substring(0, line.indexOf(':'))), moves);
        });
        return all;
    }
}

package cn.quality.credit.complaint;

import cn.quality.credit.complaint.ComplaintKind.Way;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What may be done to a complaint in each state of its way, and where it leads, written by hand from the regulation and not
 * derived from {@link ComplaintTransitions}: a row that gets lost there, or appears, is noticed here. A state that is not named
 * is none of that way; an act without an arrow leaves the complaint where it is.
 */
final class AllowedComplaintMoves {

    private static final String FRESH = "TRANSFER→TRANSFERRED REFUSE→NOT_ACCEPTED WITHDRAW→WITHDRAWN ADD IDENTIFY";
    private static final String IN_HAND = "ADD IDENTIFY RELEASE TAKE_OVER";
    private static final String MEDIATED =
            "BEGIN_APPRAISAL END_APPRAISAL END_MEDIATION→MEDIATION_ENDED WITHDRAW→WITHDRAWN in-hand";

    private static final Map<Way, Map<ComplaintState, Map<ComplaintAct, ComplaintState>>> ALL =
            Map.of(Way.DISPUTE, read("""
                    RECEIVED: fresh ACCEPT→ACCEPTED
                    TRANSFERRED: fresh ACCEPT→ACCEPTED
                    ACCEPTED: HANDLE→HANDLING mediated
                    HANDLING: ANSWER→ANSWERED mediated
                    MEDIATION_ENDED: ANSWER→ANSWERED in-hand
                    ANSWERED: CONFIRM→CONFIRMED RETURN→HANDLING CLOSE→CLOSED RATE in-hand
                    CONFIRMED: CLOSE→CLOSED RATE in-hand
                    CLOSED: RATE
                    NOT_ACCEPTED:
                    WITHDRAWN:"""), Way.BREACH, read("""
                    RECEIVED: fresh CHECK→CHECKING
                    TRANSFERRED: fresh CHECK→CHECKING
                    CHECKING: TRANSFER→TRANSFERRED EXTEND OPEN_CASE→CASE_OPENED DECLINE_CASE→CASE_NOT_OPENED in-hand
                    CASE_OPENED: ANSWER→ANSWERED in-hand
                    CASE_NOT_OPENED: ANSWER→ANSWERED in-hand
                    ANSWERED: CONFIRM→CONFIRMED RETURN→CASE_OPENED CLOSE→CLOSED RATE in-hand
                    CONFIRMED: CLOSE→CLOSED RATE in-hand
                    CLOSED: RATE
                    NOT_ACCEPTED:
                    WITHDRAWN:"""), Way.INCIDENT, read("""
                    RECEIVED: fresh CHECK→CHECKING
                    TRANSFERRED: fresh CHECK→CHECKING
                    CHECKING: TRANSFER→TRANSFERRED ANSWER→ANSWERED in-hand
                    ANSWERED: CONFIRM→CONFIRMED RETURN→CHECKING CLOSE→CLOSED RATE in-hand
                    CONFIRMED: CLOSE→CLOSED RATE in-hand
                    CLOSED: RATE
                    NOT_ACCEPTED:
                    WITHDRAWN:"""));

    /** Whose complaint it has become: nobody else may do these while it lies with a handler. */
    private static final Set<ComplaintAct> OF_THE_HANDLER = Set.of(
            ComplaintAct.TRANSFER,
            ComplaintAct.HANDLE,
            ComplaintAct.BEGIN_APPRAISAL,
            ComplaintAct.END_APPRAISAL,
            ComplaintAct.END_MEDIATION,
            ComplaintAct.OPEN_CASE,
            ComplaintAct.DECLINE_CASE,
            ComplaintAct.IDENTIFY,
            ComplaintAct.RELEASE,
            ComplaintAct.ANSWER,
            ComplaintAct.CLOSE);

    private static final Set<ComplaintAct> OF_A_SECOND_PERSON =
            Set.of(ComplaintAct.EXTEND, ComplaintAct.CONFIRM, ComplaintAct.RETURN);

    private AllowedComplaintMoves() {}

    /** States that a complaint of this way can be in. */
    static Set<ComplaintState> states(Way way) {
        return Objects.requireNonNull(ALL.get(way)).keySet();
    }

    /** The acts that are possible, with the state each leads to. */
    static Map<ComplaintAct, ComplaintState> in(Way way, ComplaintState state) {
        return Objects.requireNonNull(ALL.get(way)).getOrDefault(state, Map.of());
    }

    static Optional<ComplaintState> after(Way way, ComplaintState state, ComplaintAct act) {
        return Optional.ofNullable(in(way, state).get(act));
    }

    /** Whether only the official may do it who has the complaint in hand. */
    static boolean isOfTheHandler(ComplaintState state, ComplaintAct act) {
        return OF_THE_HANDLER.contains(act) && state != ComplaintState.RECEIVED && state != ComplaintState.TRANSFERRED;
    }

    /** Whether none may do it who has handled the complaint. */
    static boolean isOfASecondPerson(ComplaintAct act) {
        return OF_A_SECOND_PERSON.contains(act);
    }

    private static Map<ComplaintState, Map<ComplaintAct, ComplaintState>> read(String text) {
        var all = new EnumMap<ComplaintState, Map<ComplaintAct, ComplaintState>>(ComplaintState.class);
        text.replace("fresh", FRESH)
                .replace("mediated", MEDIATED)
                .replace("in-hand", IN_HAND)
                .lines()
                .forEach(line -> {
                    var state = ComplaintState.valueOf(line.substring(0, line.indexOf(':')));
                    var moves = new LinkedHashMap<ComplaintAct, ComplaintState>();
                    Arrays.stream(line.substring(line.indexOf(':') + 1).split(" ", -1))
                            .filter(word -> !word.isBlank())
                            .map(move -> move.split("→", -1))
                            .forEach(parts -> moves.put(
                                    ComplaintAct.valueOf(parts[0]),
                                    parts.length == 1 ? state : ComplaintState.valueOf(parts[1])));
                    all.put(state, moves);
                });
        return all;
    }
}

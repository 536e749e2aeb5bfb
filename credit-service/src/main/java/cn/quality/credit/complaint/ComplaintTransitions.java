package cn.quality.credit.complaint;

import static cn.quality.credit.complaint.ComplaintKind.Way.BREACH;
import static cn.quality.credit.complaint.ComplaintKind.Way.DISPUTE;
import static cn.quality.credit.complaint.ComplaintKind.Way.INCIDENT;
import static cn.quality.credit.complaint.ComplaintPolicy.APPRAISAL_GOES_ON;
import static cn.quality.credit.complaint.ComplaintPolicy.ASSIGNED;
import static cn.quality.credit.complaint.ComplaintPolicy.EXTENDED_ONCE;
import static cn.quality.credit.complaint.ComplaintPolicy.FOUND_SUBSTANTIATED;
import static cn.quality.credit.complaint.ComplaintPolicy.FOUR_EYES;
import static cn.quality.credit.complaint.ComplaintPolicy.MEDIATION_GOES_ON;
import static cn.quality.credit.complaint.ComplaintPolicy.NOTHING_TO_CONFIRM;
import static cn.quality.credit.complaint.ComplaintPolicy.NO_APPRAISAL_GOES_ON;
import static cn.quality.credit.complaint.ComplaintPolicy.OWN_REGION;
import static cn.quality.credit.complaint.ComplaintPolicy.RATED_ONCE;
import static cn.quality.credit.complaint.ComplaintPolicy.WITHIN_LIMITATION;
import static cn.quality.credit.complaint.ComplaintState.ACCEPTED;
import static cn.quality.credit.complaint.ComplaintState.ANSWERED;
import static cn.quality.credit.complaint.ComplaintState.CASE_NOT_OPENED;
import static cn.quality.credit.complaint.ComplaintState.CASE_OPENED;
import static cn.quality.credit.complaint.ComplaintState.CHECKING;
import static cn.quality.credit.complaint.ComplaintState.CLOSED;
import static cn.quality.credit.complaint.ComplaintState.CONFIRMED;
import static cn.quality.credit.complaint.ComplaintState.HANDLING;
import static cn.quality.credit.complaint.ComplaintState.MEDIATION_ENDED;
import static cn.quality.credit.complaint.ComplaintState.NOT_ACCEPTED;
import static cn.quality.credit.complaint.ComplaintState.RECEIVED;
import static cn.quality.credit.complaint.ComplaintState.TRANSFERRED;
import static cn.quality.credit.complaint.ComplaintState.WITHDRAWN;

import cn.quality.credit.complaint.ComplaintKind.Way;
import cn.quality.platform.problem.Text;
import cn.quality.platform.transition.Transition;
import cn.quality.platform.transition.TransitionTable;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The table of all moves of a complaint, one for each way. What is not a row here cannot happen. */
final class ComplaintTransitions {

    /** A row, and the way to which it belongs. */
    record Row(Way way, Transition<ComplaintState, ComplaintAct, ComplaintPolicy, ComplaintDeadline, Class<?>> move) {}

    private static final Set<Way> ALL = Set.of(Way.values());
    private static final Set<ComplaintState> FRESH = Set.of(RECEIVED, TRANSFERRED);

    private static final Set<ComplaintState> MEDIATED = Set.of(ACCEPTED, HANDLING);

    /** An official works on it. */
    private static final Map<Way, Set<ComplaintState>> IN_HAND = Map.of(
            DISPUTE, Set.of(ACCEPTED, HANDLING, MEDIATION_ENDED, ANSWERED, CONFIRMED),
            BREACH, Set.of(CHECKING, CASE_OPENED, CASE_NOT_OPENED, ANSWERED, CONFIRMED),
            INCIDENT, Set.of(CHECKING, ANSWERED, CONFIRMED));

    /** Every row, in the order of the documentation. */
    static final List<Row> ROWS = Stream.of(
                    begin(DISPUTE, ComplaintDeadline.ACCEPTANCE),
                    begin(BREACH, ComplaintDeadline.CHECK),
                    begin(INCIDENT, ComplaintDeadline.CHECK),
                    // Whose is it, and is it taken up?
                    rows(ALL, FRESH, ComplaintAct.TRANSFER, TRANSFERRED, Timing.RUNS_ON, OWN_REGION),
                    rows(
                            Set.of(BREACH, INCIDENT),
                            Set.of(CHECKING),
                            ComplaintAct.TRANSFER,
                            TRANSFERRED,
                            Timing.RUNS_ON,
                            OWN_REGION,
                            ASSIGNED),
                    rows(ALL, FRESH, ComplaintAct.REFUSE, NOT_ACCEPTED, Timing.MET, OWN_REGION),
                    rows(
                            Set.of(DISPUTE),
                            FRESH,
                            ComplaintAct.ACCEPT,
                            ACCEPTED,
                            Timing.metThen(ComplaintDeadline.MEDIATION),
                            OWN_REGION,
                            WITHIN_LIMITATION),
                    rows(Set.of(BREACH, INCIDENT), FRESH, ComplaintAct.CHECK, CHECKING, Timing.RUNS_ON, OWN_REGION),
                    // A dispute is mediated, a breach is verified and becomes a case or not, an incident is verified.
                    rows(
                            Set.of(DISPUTE),
                            Set.of(ACCEPTED),
                            ComplaintAct.HANDLE,
                            HANDLING,
                            Timing.RUNS_ON,
                            OWN_REGION,
                            ASSIGNED),
                    stay(
                            Set.of(DISPUTE),
                            MEDIATED,
                            ComplaintAct.BEGIN_APPRAISAL,
                            OWN_REGION,
                            ASSIGNED,
                            MEDIATION_GOES_ON,
                            NO_APPRAISAL_GOES_ON),
                    stay(
                            Set.of(DISPUTE),
                            MEDIATED,
                            ComplaintAct.END_APPRAISAL,
                            OWN_REGION,
                            ASSIGNED,
                            APPRAISAL_GOES_ON),
                    rows(
                            Set.of(DISPUTE),
                            MEDIATED,
                            ComplaintAct.END_MEDIATION,
                            MEDIATION_ENDED,
                            Timing.metThen(ComplaintDeadline.TELL_TERMINATION),
                            OWN_REGION,
                            ASSIGNED,
                            MEDIATION_GOES_ON),
                    rows(
                            Set.of(BREACH),
                            Set.of(CHECKING),
                            ComplaintAct.EXTEND,
                            CHECKING,
                            Timing.RUNS_ON,
                            OWN_REGION,
                            FOUR_EYES,
                            EXTENDED_ONCE),
                    rows(
                            Set.of(BREACH),
                            Set.of(CHECKING),
                            ComplaintAct.OPEN_CASE,
                            CASE_OPENED,
                            Timing.metThen(ComplaintDeadline.TELL),
                            OWN_REGION,
                            ASSIGNED),
                    rows(
                            Set.of(BREACH),
                            Set.of(CHECKING),
                            ComplaintAct.DECLINE_CASE,
                            CASE_NOT_OPENED,
                            Timing.metThen(ComplaintDeadline.TELL),
                            OWN_REGION,
                            ASSIGNED),
                    // The answer, and the second pair of eyes on what is to go on file.
                    answer(DISPUTE, Set.of(HANDLING, MEDIATION_ENDED)),
                    answer(BREACH, Set.of(CASE_OPENED, CASE_NOT_OPENED)),
                    answer(INCIDENT, Set.of(CHECKING)),
                    rows(
                            ALL,
                            Set.of(ANSWERED),
                            ComplaintAct.CONFIRM,
                            CONFIRMED,
                            Timing.RUNS_ON,
                            OWN_REGION,
                            FOUR_EYES,
                            FOUND_SUBSTANTIATED),
                    sendBack(DISPUTE, HANDLING),
                    sendBack(BREACH, CASE_OPENED),
                    sendBack(INCIDENT, CHECKING),
                    rows(
                            ALL,
                            Set.of(ANSWERED),
                            ComplaintAct.CLOSE,
                            CLOSED,
                            Timing.RUNS_ON,
                            OWN_REGION,
                            ASSIGNED,
                            NOTHING_TO_CONFIRM),
                    rows(ALL, Set.of(CONFIRMED), ComplaintAct.CLOSE, CLOSED, Timing.RUNS_ON, OWN_REGION, ASSIGNED),
                    // What the complainant can do. A report that is being verified goes on without its reporter.
                    rows(ALL, FRESH, ComplaintAct.WITHDRAW, WITHDRAWN, Timing.MET),
                    rows(Set.of(DISPUTE), MEDIATED, ComplaintAct.WITHDRAW, WITHDRAWN, Timing.MET),
                    stay(ALL, FRESH, ComplaintAct.ADD),
                    inHand(ComplaintAct.ADD),
                    stay(ALL, Set.of(ANSWERED, CONFIRMED, CLOSED), ComplaintAct.RATE, RATED_ONCE),
                    // What the office does on the way.
                    stay(ALL, FRESH, ComplaintAct.IDENTIFY, OWN_REGION),
                    inHand(ComplaintAct.IDENTIFY, OWN_REGION, ASSIGNED),
                    inHand(ComplaintAct.RELEASE, OWN_REGION, ASSIGNED),
                    inHand(ComplaintAct.TAKE_OVER, OWN_REGION))
            .flatMap(rows -> rows)
            .toList();

    private static final Map<
                    Way, TransitionTable<ComplaintState, ComplaintAct, ComplaintPolicy, ComplaintDeadline, Class<?>>>
            TABLES = Stream.of(Way.values())
                    .collect(Collectors.toUnmodifiableMap(
                            Function.identity(),
                            way -> new TransitionTable<>(
                                    new Text(way.zh(), "It"),
                                    ROWS.stream()
                                            .filter(row -> row.way() == way)
                                            .map(Row::move)
                                            .toList())));

    private ComplaintTransitions() {}

    /** The table of one way. */
    static TransitionTable<ComplaintState, ComplaintAct, ComplaintPolicy, ComplaintDeadline, Class<?>> of(Way way) {
        return Objects.requireNonNull(TABLES.get(way));
    }

    /** What a move does to the deadline that runs: one runs at a time. */
    private record Timing(boolean meets, Optional<ComplaintDeadline> starts) {

        static final Timing RUNS_ON = new Timing(false, Optional.empty());
        static final Timing MET = new Timing(true, Optional.empty());

        static Timing metThen(ComplaintDeadline next) {
            return new Timing(true, Optional.of(next));
        }
    }

    private static Stream<Row> begin(Way way, ComplaintDeadline first) {
        Transition<ComplaintState, ComplaintAct, ComplaintPolicy, ComplaintDeadline, Class<?>> opening =
                Transition.opening(ComplaintAct.FILE, RECEIVED, ComplaintEvent.Moved.class);
        return Stream.of(new Row(way, opening.starts(first)));
    }

    private static Stream<Row> answer(Way way, Set<ComplaintState> from) {
        return rows(Set.of(way), from, ComplaintAct.ANSWER, ANSWERED, Timing.MET, OWN_REGION, ASSIGNED);
    }

    /** The deadline that the answer had met runs again, to the day it always had. */
    private static Stream<Row> sendBack(Way way, ComplaintState to) {
        return rows(
                Set.of(way),
                Set.of(ANSWERED),
                ComplaintAct.RETURN,
                to,
                Timing.RUNS_ON,
                OWN_REGION,
                FOUR_EYES,
                FOUND_SUBSTANTIATED);
    }

    private static Stream<Row> inHand(ComplaintAct act, ComplaintPolicy... policies) {
        return Stream.of(Way.values())
                .flatMap(way -> stay(Set.of(way), IN_HAND.getOrDefault(way, Set.of()), act, policies));
    }

    private static Stream<Row> stay(
            Set<Way> ways, Set<ComplaintState> states, ComplaintAct act, ComplaintPolicy... policies) {
        return states.stream()
                .sorted()
                .flatMap(state -> rows(ways, Set.of(state), act, state, Timing.RUNS_ON, policies));
    }

    private static Stream<Row> rows(
            Set<Way> ways,
            Set<ComplaintState> from,
            ComplaintAct act,
            ComplaintState to,
            Timing timing,
            ComplaintPolicy... policies) {
        return ways.stream()
                .sorted()
                .flatMap(way -> from.stream()
                        .sorted()
                        .map(state -> new Row(way, move(state, act, to, timing).requires(policies))));
    }

    private static Transition<ComplaintState, ComplaintAct, ComplaintPolicy, ComplaintDeadline, Class<?>> move(
            ComplaintState from, ComplaintAct act, ComplaintState to, Timing timing) {
        // Other services receive the end and nothing else.
        Class<?> event = to.isEnd() && from != to ? ComplaintEvent.Closed.class : ComplaintEvent.Moved.class;
        Transition<ComplaintState, ComplaintAct, ComplaintPolicy, ComplaintDeadline, Class<?>> move =
                Transition.of(from, act, to, event);
        var ending = timing.meets() ? move.ends(ComplaintDeadline.values()) : move;
        return timing.starts().map(ending::starts).orElse(ending);
    }
}

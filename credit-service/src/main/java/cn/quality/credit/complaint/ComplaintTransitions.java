package cn.quality.credit.complaint;

import static cn.quality.credit.complaint.ComplaintKind.Way.BREACH;
import static cn.quality.credit.complaint.ComplaintKind.Way.DISPUTE;
import static cn.quality.credit.complaint.ComplaintKind.Way.INCIDENT;
import static cn.quality.credit.complaint.ComplaintPolicy.ASSIGNED;
import static cn.quality.credit.complaint.ComplaintPolicy.EXTENDED_ONCE;
import static cn.quality.credit.complaint.ComplaintPolicy.FOUND_SUBSTANTIATED;
import static cn.quality.credit.complaint.ComplaintPolicy.FOUR_EYES;
import static cn.quality.credit.complaint.ComplaintPolicy.NOTHING_TO_CONFIRM;
import static cn.quality.credit.complaint.ComplaintPolicy.OWN_REGION;
import static cn.quality.credit.complaint.ComplaintPolicy.RATED_ONCE;
import static cn.quality.credit.complaint.ComplaintState.ACCEPTED;
import static cn.quality.credit.complaint.ComplaintState.ANSWERED;
import static cn.quality.credit.complaint.ComplaintState.CASE_NOT_OPENED;
import static cn.quality.credit.complaint.ComplaintState.CASE_OPENED;
import static cn.quality.credit.complaint.ComplaintState.CHECKING;
import static cn.quality.credit.complaint.ComplaintState.CLOSED;
import static cn.quality.credit.complaint.ComplaintState.CONFIRMED;
import static cn.quality.credit.complaint.ComplaintState.HANDLING;
import static cn.quality.credit.complaint.ComplaintState.NOT_ACCEPTED;
import static cn.quality.credit.complaint.ComplaintState.RECEIVED;
import static cn.quality.credit.complaint.ComplaintState.TRANSFERRED;
import static cn.quality.credit.complaint.ComplaintState.WITHDRAWN;
import static cn.quality.credit.complaint.Party.APPROVER;
import static cn.quality.credit.complaint.Party.COMPLAINANT;
import static cn.quality.credit.complaint.Party.HANDLER;

import cn.quality.credit.complaint.ComplaintKind.Way;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemType;
import cn.quality.platform.problem.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The table of all moves of a complaint. What is not a row here cannot happen. */
final class ComplaintTransitions {

    static final ProblemType ILLEGAL_TRANSITION =
            new ProblemType(409, "illegal-transition", new Text("当前状态不允许此操作", "Not possible in this state"));

    /**
     * What a move does to the clocks.
     *
     * @param meets the running clock has been met
     * @param starts the term that begins, without its kind ({@code CHECK} is {@code REPORT_CHECK} of a report)
     */
    record Timing(boolean meets, Optional<String> starts) {

        static final Timing RUNS_ON = new Timing(false, Optional.empty());
        static final Timing MET = new Timing(true, Optional.empty());

        static Timing starts(String term) {
            return new Timing(false, Optional.of(term));
        }

        static Timing metThen(String term) {
            return new Timing(true, Optional.of(term));
        }
    }

    /**
     * One row.
     *
     * @param from the state it leaves; none for the row that begins a complaint
     * @param by whose move it is
     * @param policies asked in this order; the first refusal stops the move
     */
    record Transition(
            Way way,
            Optional<ComplaintState> from,
            ComplaintAct act,
            ComplaintState to,
            Party by,
            Timing timing,
            List<ComplaintPolicy> policies) {

        /** What the move makes known. */
        Class<? extends ComplaintEvent> event() {
            return to.isEnd() && !from.equals(Optional.of(to))
                    ? ComplaintEvent.Closed.class
                    : ComplaintEvent.Moved.class;
        }
    }

    private static final Set<Way> ALL = Set.of(Way.values());
    private static final Set<ComplaintState> FRESH = Set.of(RECEIVED, TRANSFERRED);

    /** Somebody works on it. */
    private static final Map<Way, Set<ComplaintState>> IN_HAND = Map.of(
            DISPUTE, Set.of(ACCEPTED, HANDLING, ANSWERED, CONFIRMED),
            BREACH, Set.of(CHECKING, CASE_OPENED, CASE_NOT_OPENED, ANSWERED, CONFIRMED),
            INCIDENT, Set.of(CHECKING, ANSWERED, CONFIRMED));

    static final List<Transition> TABLE = Stream.of(
                    begin(DISPUTE, "ACCEPTANCE"),
                    begin(BREACH, "CHECK"),
                    begin(INCIDENT, "CHECK"),
                    // Whose is it, and is it taken up?
                    rows(ALL, FRESH, ComplaintAct.TRANSFER, TRANSFERRED, HANDLER, Timing.RUNS_ON, OWN_REGION),
                    rows(
                            Set.of(BREACH, INCIDENT),
                            Set.of(CHECKING),
                            ComplaintAct.TRANSFER,
                            TRANSFERRED,
                            HANDLER,
                            Timing.RUNS_ON,
                            OWN_REGION,
                            ASSIGNED),
                    rows(ALL, FRESH, ComplaintAct.REFUSE, NOT_ACCEPTED, HANDLER, Timing.MET, OWN_REGION),
                    rows(
                            Set.of(DISPUTE),
                            FRESH,
                            ComplaintAct.ACCEPT,
                            ACCEPTED,
                            HANDLER,
                            Timing.metThen("MEDIATION"),
                            OWN_REGION),
                    rows(
                            Set.of(BREACH, INCIDENT),
                            FRESH,
                            ComplaintAct.CHECK,
                            CHECKING,
                            HANDLER,
                            Timing.RUNS_ON,
                            OWN_REGION),
                    // A dispute is mediated, a breach is verified and becomes a case or not, an incident is verified.
                    rows(
                            Set.of(DISPUTE),
                            Set.of(ACCEPTED),
                            ComplaintAct.HANDLE,
                            HANDLING,
                            HANDLER,
                            Timing.RUNS_ON,
                            OWN_REGION,
                            ASSIGNED),
                    rows(
                            Set.of(BREACH),
                            Set.of(CHECKING),
                            ComplaintAct.EXTEND,
                            CHECKING,
                            APPROVER,
                            Timing.RUNS_ON,
                            OWN_REGION,
                            FOUR_EYES,
                            EXTENDED_ONCE),
                    rows(
                            Set.of(BREACH),
                            Set.of(CHECKING),
                            ComplaintAct.OPEN_CASE,
                            CASE_OPENED,
                            HANDLER,
                            Timing.metThen("TELL"),
                            OWN_REGION,
                            ASSIGNED),
                    rows(
                            Set.of(BREACH),
                            Set.of(CHECKING),
                            ComplaintAct.DECLINE_CASE,
                            CASE_NOT_OPENED,
                            HANDLER,
                            Timing.metThen("TELL"),
                            OWN_REGION,
                            ASSIGNED),
                    // The answer, and the second pair of eyes on what is to go on file.
                    answer(DISPUTE, Set.of(HANDLING)),
                    answer(BREACH, Set.of(CASE_OPENED, CASE_NOT_OPENED)),
                    answer(INCIDENT, Set.of(CHECKING)),
                    rows(
                            ALL,
                            Set.of(ANSWERED),
                            ComplaintAct.CONFIRM,
                            CONFIRMED,
                            APPROVER,
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
                            HANDLER,
                            Timing.RUNS_ON,
                            OWN_REGION,
                            ASSIGNED,
                            NOTHING_TO_CONFIRM),
                    rows(
                            ALL,
                            Set.of(CONFIRMED),
                            ComplaintAct.CLOSE,
                            CLOSED,
                            HANDLER,
                            Timing.RUNS_ON,
                            OWN_REGION,
                            ASSIGNED),
                    // What the complainant can do. A report that is being verified goes on without its reporter.
                    rows(ALL, FRESH, ComplaintAct.WITHDRAW, WITHDRAWN, COMPLAINANT, Timing.MET),
                    rows(
                            Set.of(DISPUTE),
                            Set.of(ACCEPTED, HANDLING),
                            ComplaintAct.WITHDRAW,
                            WITHDRAWN,
                            COMPLAINANT,
                            Timing.MET),
                    stay(ALL, FRESH, ComplaintAct.ADD, COMPLAINANT),
                    inHand(ComplaintAct.ADD, COMPLAINANT),
                    stay(ALL, Set.of(ANSWERED, CONFIRMED, CLOSED), ComplaintAct.RATE, COMPLAINANT, RATED_ONCE),
                    // What the office does on the way.
                    stay(ALL, FRESH, ComplaintAct.IDENTIFY, HANDLER, OWN_REGION),
                    inHand(ComplaintAct.IDENTIFY, HANDLER, OWN_REGION, ASSIGNED),
                    inHand(ComplaintAct.RELEASE, HANDLER, OWN_REGION, ASSIGNED),
                    inHand(ComplaintAct.TAKE_OVER, HANDLER, OWN_REGION))
            .flatMap(rows -> rows)
            .toList();

    private ComplaintTransitions() {}

    static Transition opening(Way way) {
        return TABLE.stream()
                .filter(row -> row.way() == way && row.from().isEmpty())
                .findFirst()
                .orElseThrow();
    }

    /**
     * The row for an act in a state.
     *
     * @throws Problem 409 {@code illegal-transition} naming the state, the act, and what would be possible
     */
    static Transition of(Way way, ComplaintState state, ComplaintAct act) {
        return TABLE.stream()
                .filter(row -> row.way() == way && row.from().equals(Optional.of(state)) && row.act() == act)
                .findFirst()
                .orElseThrow(() -> new Problem(
                        ILLEGAL_TRANSITION,
                        Text.of(
                                "%6$s处于“%1$s”(%2$s)状态，不能%3$s(%4$s)；可以进行：%5$s",
                                "It is %2$s and cannot take %4$s; possible: %5$s",
                                state.zh(),
                                state,
                                act.zh(),
                                act,
                                possible(way, state),
                                way.zh())));
    }

    private static String possible(Way way, ComplaintState state) {
        return TABLE.stream()
                .filter(row -> row.way() == way && row.from().equals(Optional.of(state)))
                .map(row -> row.act().name())
                .collect(Collectors.collectingAndThen(Collectors.joining(", "), acts -> acts.isEmpty() ? "-" : acts));
    }

    private static Stream<Transition> begin(Way way, String term) {
        return Stream.of(new Transition(
                way, Optional.empty(), ComplaintAct.FILE, RECEIVED, COMPLAINANT, Timing.starts(term), List.of()));
    }

    private static Stream<Transition> answer(Way way, Set<ComplaintState> from) {
        return rows(Set.of(way), from, ComplaintAct.ANSWER, ANSWERED, HANDLER, Timing.MET, OWN_REGION, ASSIGNED);
    }

    /** The clock that the answer had met runs again, to the day it always had. */
    private static Stream<Transition> sendBack(Way way, ComplaintState to) {
        return rows(
                Set.of(way),
                Set.of(ANSWERED),
                ComplaintAct.RETURN,
                to,
                APPROVER,
                Timing.RUNS_ON,
                OWN_REGION,
                FOUR_EYES,
                FOUND_SUBSTANTIATED);
    }

    private static Stream<Transition> inHand(ComplaintAct act, Party by, ComplaintPolicy... policies) {
        return Stream.of(Way.values())
                .flatMap(way -> stay(Set.of(way), IN_HAND.getOrDefault(way, Set.of()), act, by, policies));
    }

    private static Stream<Transition> stay(
            Set<Way> ways, Set<ComplaintState> states, ComplaintAct act, Party by, ComplaintPolicy... policies) {
        return states.stream()
                .sorted()
                .flatMap(state -> rows(ways, Set.of(state), act, state, by, Timing.RUNS_ON, policies));
    }

    private static Stream<Transition> rows(
            Set<Way> ways,
            Set<ComplaintState> from,
            ComplaintAct act,
            ComplaintState to,
            Party by,
            Timing timing,
            ComplaintPolicy... policies) {
        return ways.stream()
                .sorted()
                .flatMap(way -> from.stream()
                        .sorted()
                        .map(state -> new Transition(way, Optional.of(state), act, to, by, timing, List.of(policies))));
    }
}

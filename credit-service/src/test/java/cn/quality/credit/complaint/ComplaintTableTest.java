package cn.quality.credit.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import cn.quality.credit.enterprise.ActivityField;
import cn.quality.credit.enterprise.EnterpriseStatus;
import cn.quality.credit.enterprise.EnterpriseView;
import cn.quality.credit.enterprise.SubjectType;
import cn.quality.platform.digest.ReceiptSecret;
import cn.quality.platform.identifiers.FictionalCodes;
import cn.quality.platform.identifiers.RegionCode;
import cn.quality.platform.identity.Actor;
import cn.quality.platform.problem.Problem;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every kind × state × act × role: what is among {@link AllowedComplaintMoves} happens, everything else is refused and changes
 * nothing.
 */
class ComplaintTableTest {

    private static final Instant NOW = Instant.parse("2026-03-09T04:00:00Z");
    private static final Optional<RegionCode> COUNTY = Optional.of(new RegionCode("371102"));

    @TestFactory
    Stream<DynamicTest> everyKindStateActAndCaseRole() {
        return Stream.of(ComplaintKind.values())
                .flatMap(kind -> AllowedComplaintMoves.states(kind.way()).stream()
                        .flatMap(state -> Stream.of(ComplaintAct.values())
                                .filter(act -> act != ComplaintAct.FILE)
                                .flatMap(act -> Stream.of(CaseRole.values())
                                        .map(role -> dynamicTest(
                                                "%s %s %s %s".formatted(kind, state, act, role),
                                                () -> judge(kind, state, act, role))))));
    }

    private static void judge(ComplaintKind kind, ComplaintState state, ComplaintAct act, CaseRole role) {
        var complaint = reached(kind, state);
        var to = AllowedComplaintMoves.after(kind.way(), state, act);
        // The rows for confirmation need a finding to confirm, the one for closing an answered case needs none.
        boolean substantiated = complaint.isFoundSubstantiated();
        boolean fits =
                switch (act) {
                    case END_APPRAISAL -> false;
                    case CONFIRM, RETURN -> substantiated;
                    case CLOSE -> !(state == ComplaintState.ANSWERED && substantiated);
                    default -> true;
                };

        if (to.isPresent() && act.role() == role && fits) {
            take(complaint, act, role);
            assertThat(complaint.state()).isEqualTo(to.get());
            assertThat(complaint.has(act)).isTrue();
        } else {
            var before = complaint.view();
            assertThatThrownBy(() -> take(complaint, act, role))
                    .isInstanceOfSatisfying(
                            Problem.class,
                            problem -> assertThat(problem.type().code())
                                    .isEqualTo(
                                            to.isEmpty()
                                                    ? "illegal-transition"
                                                    : act.role() != role ? "forbidden" : unfit(act)));
            assertThat(complaint.view()).isEqualTo(before);
        }
    }

    private static String unfit(ComplaintAct act) {
        return switch (act) {
            case CLOSE -> "awaits-confirmation";
            case END_APPRAISAL -> "no-appraisal";
            default -> "not-substantiated";
        };
    }

    @ParameterizedTest
    @EnumSource
    void theRowsAreTheOnesOfTheRegulation(ComplaintKind.Way way) {
        var table = ComplaintTransitions.of(way);
        assertThat(table.reachable()).containsExactlyInAnyOrderElementsOf(AllowedComplaintMoves.states(way));
        assertThat(table.opening().act()).isEqualTo(ComplaintAct.FILE);
        assertThat(table.opening().to()).isEqualTo(ComplaintState.RECEIVED);
        for (var state : AllowedComplaintMoves.states(way)) {
            var moves = new HashMap<ComplaintAct, ComplaintState>();
            for (var act : ComplaintAct.values()) {
                table.find(state, act).ifPresent(row -> moves.put(act, row.to()));
            }
            assertThat(moves).as("%s %s", way, state).isEqualTo(AllowedComplaintMoves.in(way, state));
        }
    }

    /** The same office, the right role, and yet not this person. */
    @TestFactory
    Stream<DynamicTest> everyActOfAnotherPerson() {
        return Stream.of(ComplaintKind.values())
                .flatMap(kind -> AllowedComplaintMoves.states(kind.way()).stream()
                        .flatMap(state -> AllowedComplaintMoves.in(kind.way(), state).keySet().stream()
                                .filter(act -> act.role() != CaseRole.COMPLAINANT)
                                .map(act -> dynamicTest(
                                        "%s %s %s".formatted(kind, state, act),
                                        () -> judgeAnotherPerson(kind, state, act)))));
    }

    private static void judgeAnotherPerson(ComplaintKind kind, ComplaintState state, ComplaintAct act) {
        var complaint = reached(kind, state);
        if (act.role() == CaseRole.APPROVER) {
            assertThat(AllowedComplaintMoves.isOfASecondPerson(act)).isTrue();
            assertThat(refusal(complaint, act, official("sun", "371102"))).isEqualTo("same-person");
        } else if (AllowedComplaintMoves.isOfTheHandler(state, act)) {
            assertThat(refusal(complaint, act, official("qian", "371102"))).isEqualTo("not-assigned");
        } else {
            take(complaint, act, official("qian", "371102"), act.role());
            assertThat(complaint.has(act)).isTrue();
        }
    }

    private static String refusal(Complaint complaint, ComplaintAct act, Actor actor) {
        var before = complaint.view();
        var code = new String[1];
        assertThatThrownBy(() -> take(complaint, act, actor, act.role()))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> code[0] = problem.type().code());
        assertThat(complaint.view()).isEqualTo(before);
        return code[0];
    }

    @ParameterizedTest
    @EnumSource(ComplaintKind.class)
    void anOfficialOfAnotherRegionDoesNothing(ComplaintKind kind) {
        for (var row : ComplaintTransitions.of(kind.way()).rows()) {
            if (row.act().role() != CaseRole.COMPLAINANT) {
                var complaint = reached(kind, row.from().orElseThrow());
                assertThatThrownBy(() -> take(
                                complaint,
                                row.act(),
                                official(nameOf(row.act().role()), "372500"),
                                row.act().role()))
                        .isInstanceOfSatisfying(
                                Problem.class,
                                problem -> assertThat(problem.type().code()).isEqualTo("foreign-region"));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(ComplaintKind.class)
    void oneDeadlineRunsAtATimeAndNoneAfterTheEnd(ComplaintKind kind) {
        for (var state : ComplaintState.values()) {
            if (AllowedComplaintMoves.states(kind.way()).contains(state)) {
                var running = reached(kind, state).view().deadlines().stream()
                        .filter(RunningDeadline::isRunning)
                        .count();
                boolean waits = !state.isEnd() && state != ComplaintState.ANSWERED && state != ComplaintState.CONFIRMED;
                assertThat(running).as("%s %s", kind, state).isEqualTo(waits ? 1 : 0);
            }
        }
    }

    /** A complaint that has come to that state along rows of the table. */
    private static Complaint reached(ComplaintKind kind, ComplaintState state) {
        var complaint = Complaint.file(filing(kind), now(DecisionContext.COMPLAINANT, CaseRole.COMPLAINANT));
        for (var act : path(kind.way(), state)) {
            take(complaint, act, act.role());
        }
        assertThat(complaint.state()).isEqualTo(state);
        return complaint;
    }

    private static List<ComplaintAct> path(ComplaintKind.Way way, ComplaintState state) {
        var first = way == ComplaintKind.Way.DISPUTE
                ? "ACCEPT HANDLE"
                : way == ComplaintKind.Way.BREACH ? "CHECK OPEN_CASE" : "CHECK";
        return acts(
                switch (state) {
                    case RECEIVED -> "";
                    case TRANSFERRED -> "TRANSFER";
                    case ACCEPTED -> "ACCEPT";
                    case HANDLING -> "ACCEPT HANDLE";
                    case MEDIATION_ENDED -> "ACCEPT HANDLE END_MEDIATION";
                    case CHECKING -> "CHECK";
                    case CASE_OPENED -> "CHECK OPEN_CASE";
                    case CASE_NOT_OPENED -> "CHECK DECLINE_CASE";
                    case ANSWERED -> first + " ANSWER";
                    case CONFIRMED -> first + " ANSWER CONFIRM";
                    case CLOSED -> first + " ANSWER CONFIRM CLOSE";
                    case NOT_ACCEPTED -> "REFUSE";
                    case WITHDRAWN -> "WITHDRAW";
                });
    }

    private static List<ComplaintAct> acts(String names) {
        return Arrays.stream(names.split(" ", -1))
                .filter(name -> !name.isEmpty())
                .map(ComplaintAct::valueOf)
                .toList();
    }

    private static void take(Complaint complaint, ComplaintAct act, CaseRole role) {
        take(
                complaint,
                act,
                role == CaseRole.COMPLAINANT ? DecisionContext.COMPLAINANT : official(nameOf(role), "371102"),
                role);
    }

    private static void take(Complaint complaint, ComplaintAct act, Actor actor, CaseRole role) {
        var now = now(actor, role);
        switch (act) {
            case TRANSFER ->
                complaint.transfer(new Office(complaint.office().name() + "又", "371102"), "示例", false, now);
            case IDENTIFY -> complaint.identify(enterprise(), now);
            case RELEASE -> complaint.release("示例", now);
            case RATE -> complaint.rate(5, null, now);
            case ADD -> complaint.add("示例", false, now);
            case CONFIRM -> complaint.confirm("示例", now);
            case ANSWER ->
                complaint.answer(
                        complaint.state() == ComplaintState.CASE_NOT_OPENED
                                ? Finding.UNSUBSTANTIATED
                                : Finding.SUBSTANTIATED,
                        "示例",
                        "示例结论",
                        now);
            default -> complaint.move(act, "示例", now);
        }
    }

    private static String nameOf(CaseRole role) {
        return role == CaseRole.HANDLER ? "sun" : "zheng";
    }

    private static Actor official(String name, String region) {
        return Actor.official(name, new RegionCode(region));
    }

    private static DecisionContext now(Actor actor, CaseRole role) {
        return new DecisionContext(actor, role, NOW, Complaints.sevenDaysEach().inForce());
    }

    private static Complaint.Filing filing(ComplaintKind kind) {
        return new Complaint.Filing(
                new NewComplaint(
                        kind,
                        null,
                        "日照示例海鲜店",
                        ActivityField.SERVICES,
                        "371102",
                        LocalDate.of(2026, 3, 2),
                        null,
                        "示例：购买的干贝有异味",
                        null,
                        null,
                        null,
                        null,
                        null),
                true,
                "日照示例海鲜店",
                Optional.of(enterprise()),
                new Office("示例县局", COUNTY.orElseThrow().value()),
                Receipt.of("RZ", LocalDate.of(2026, 3, 9), 1),
                ReceiptSecret.fresh(),
                "{}",
                "digest",
                Optional.empty());
    }

    private static EnterpriseView enterprise() {
        return new EnterpriseView(
                UUID.randomUUID(),
                FictionalCodes.fictional(1),
                "日照示例海鲜店",
                "371102",
                SubjectType.LEGAL_PERSON,
                EnterpriseStatus.ACTIVE,
                null,
                List.of(),
                null,
                null,
                null,
                null,
                true,
                NOW);
    }
}

package cn.quality.credit.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import cn.quality.credit.enterprise.ActivityField;
import cn.quality.credit.enterprise.EnterpriseStatus;
import cn.quality.credit.enterprise.EnterpriseView;
import cn.quality.credit.enterprise.SubjectType;
import cn.quality.credit.rules.Deadline;
import cn.quality.platform.identifiers.FictionalCodes;
import cn.quality.platform.identifiers.RegionCode;
import cn.quality.platform.identity.Actor;
import cn.quality.platform.problem.Problem;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every kind × state × act × role: what is a row of the table happens, everything else is refused and changes nothing. */
class ComplaintTableTest {

    private static final Instant NOW = Instant.parse("2026-03-09T04:00:00Z");
    private static final Optional<RegionCode> COUNTY = Optional.of(new RegionCode("371102"));

    @TestFactory
    Stream<DynamicTest> everyKindStateActAndCaseRole() {
        return Stream.of(ComplaintKind.values())
                .flatMap(kind -> Stream.of(ComplaintState.values())
                        .filter(state -> isAStateOf(kind, state))
                        .flatMap(state -> Stream.of(ComplaintAct.values())
                                .filter(act -> act != ComplaintAct.FILE)
                                .flatMap(act -> Stream.of(CaseRole.values())
                                        .map(role -> dynamicTest(
                                                "%s %s %s %s".formatted(kind, state, act, role),
                                                () -> judge(kind, state, act, role))))));
    }

    private static void judge(ComplaintKind kind, ComplaintState state, ComplaintAct act, CaseRole role) {
        var complaint = reached(kind, state);
        var row = ComplaintTransitions.of(kind.way()).find(state, act);
        // The rows for confirmation need a finding to confirm, the one for closing an answered case needs none.
        boolean substantiated = complaint.isFoundSubstantiated();
        boolean fits =
                switch (act) {
                    case CONFIRM, RETURN -> substantiated;
                    case CLOSE -> !(state == ComplaintState.ANSWERED && substantiated);
                    default -> true;
                };

        if (row.isPresent() && act.role() == role && fits) {
            take(complaint, act, role);
            assertThat(complaint.state()).isEqualTo(row.get().to());
            assertThat(complaint.has(act)).isTrue();
        } else {
            var before = complaint.view();
            assertThatThrownBy(() -> take(complaint, act, role))
                    .isInstanceOfSatisfying(
                            Problem.class,
                            problem -> assertThat(problem.type().code())
                                    .isEqualTo(
                                            row.isEmpty()
                                                    ? "illegal-transition"
                                                    : act.role() != role
                                                            ? "forbidden"
                                                            : act == ComplaintAct.CLOSE
                                                                    ? "awaits-confirmation"
                                                                    : "not-substantiated"));
            assertThat(complaint.view()).isEqualTo(before);
        }
    }

    @Test
    void theRowsAreTheOnesOfTheRegulation() {
        // Counted, so that a row that vanishes is noticed even where the loop above would follow the table.
        assertThat(ComplaintTransitions.ROWS).hasSize(120);
        assertThat(ComplaintTransitions.of(ComplaintKind.Way.DISPUTE)
                        .find(ComplaintState.RECEIVED, ComplaintAct.ACCEPT))
                .isPresent();
        assertThat(ComplaintTransitions.of(ComplaintKind.Way.BREACH)
                        .find(ComplaintState.CHECKING, ComplaintAct.WITHDRAW))
                .isEmpty();
        assertThat(ComplaintTransitions.of(ComplaintKind.Way.INCIDENT)
                        .find(ComplaintState.CHECKING, ComplaintAct.EXTEND))
                .isEmpty();
        assertThat(ComplaintTransitions.of(ComplaintKind.Way.DISPUTE)
                        .find(ComplaintState.ACCEPTED, ComplaintAct.TRANSFER))
                .isEmpty();
        for (var row : ComplaintTransitions.ROWS) {
            var move = row.move();
            if (move.act().role() != CaseRole.COMPLAINANT) {
                assertThat(move.policies()).as("%s", move).contains(ComplaintPolicy.OWN_REGION);
            }
            if (move.act() == ComplaintAct.CONFIRM || move.act() == ComplaintAct.RETURN) {
                assertThat(move.policies()).contains(ComplaintPolicy.FOUR_EYES, ComplaintPolicy.FOUND_SUBSTANTIATED);
            }
        }
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
                                official(row.act().role(), "372500"),
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
            if (isAStateOf(kind, state)) {
                var running = reached(kind, state).view().deadlines().stream()
                        .filter(RunningDeadline::isRunning)
                        .count();
                boolean waits = !state.isEnd() && state != ComplaintState.ANSWERED && state != ComplaintState.CONFIRMED;
                assertThat(running).as("%s %s", kind, state).isEqualTo(waits ? 1 : 0);
            }
        }
    }

    private static boolean isAStateOf(ComplaintKind kind, ComplaintState state) {
        return ComplaintTransitions.of(kind.way()).reachable().contains(state);
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
                role == CaseRole.COMPLAINANT ? DecisionContext.COMPLAINANT : official(role, "371102"),
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

    private static Actor official(CaseRole role, String region) {
        return Actor.official(role == CaseRole.HANDLER ? "sun" : "zheng", new RegionCode(region));
    }

    private static DecisionContext now(Actor actor, CaseRole role) {
        return new DecisionContext(
                actor, role, NOW, (rule, start) -> new Deadline(start.plusDays(7), rule, "test@1", ""));
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
                        "示例：购买的干贝有异味",
                        null,
                        null,
                        null,
                        null,
                        null),
                "日照示例海鲜店",
                Optional.of(enterprise()),
                new Office("示例县局", COUNTY.orElseThrow().value()),
                Receipt.of("RZ", LocalDate.of(2026, 3, 9), 1),
                Secret.fresh(),
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

package cn.quality.credit.listing;

import static cn.quality.credit.Credit.act;
import static cn.quality.credit.Credit.approver;
import static cn.quality.credit.Credit.auditor;
import static cn.quality.credit.Credit.enterprise;
import static cn.quality.credit.Credit.handler;
import static cn.quality.credit.Credit.post;
import static cn.quality.credit.Credit.proposal;
import static cn.quality.credit.Credit.publisher;
import static cn.quality.credit.Credit.registered;
import static org.assertj.core.api.Assertions.assertThat;

import cn.quality.credit.Credit;
import cn.quality.credit.CreditTest;
import cn.quality.credit.evidence.Samples;
import cn.quality.credit.listing.Call.Answer;
import cn.quality.platform.sql.Jdbc;
import cn.quality.testing.MovedClock;
import cn.quality.testing.RolesInTheTable;
import cn.quality.testing.Tokens;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every state × act × role, over HTTP: whoever has not the role is refused with 403 in whatever state; whoever has it gets
 * 409 where the act is not among {@link AllowedMoves}, and never where it is; nobody without a login gets anywhere.
 */
@CreditTest
class ListingTableTest {

    /** Noon of a day on which all that the stories below wait for is over. */
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 10);

    private static final LocalDate AFTER_THE_MINIMUM = LocalDate.of(2027, 2, 10);

    /** Where an act is done, below the entry, and what has to come with it. */
    private static final Map<ListingAct, Call> CALLS = calls();

    @Inject
    Jdbc sql;

    private String uscc = "";

    @BeforeEach
    void law() {
        Credit.storeReferenceData();
        uscc = registered();
        MovedClock.to(TODAY);
    }

    @AfterEach
    void today() {
        Time.back();
    }

    static Stream<Arguments> statesOfBothLists() {
        return Stream.of(ListKind.values())
                .flatMap(kind -> AllowedMoves.states(kind).stream().map(state -> Arguments.of(kind, state)));
    }

    @ParameterizedTest
    @MethodSource("statesOfBothLists")
    void onlyTheRightRoleInTheRightStateGetsAnywhere(ListKind kind, ListingState state) {
        var id = entryIn(kind, state);
        var etag = etag(id);
        var wrong = new ArrayList<String>();
        for (var act : CALLS.keySet()) {
            expect(wrong, act, "nobody", call(null, id, etag, act), "401 unauthenticated");
            // All the wrong roles at once: if one of them opened the door, the door would open.
            var others = RolesInTheTable.ROLES.stream()
                    .filter(role -> !act.roles().contains(role))
                    .toArray(String[]::new);
            var outsider = Tokens.of(others).user("outsider").region("371100").uscc(uscc);
            expect(wrong, act, "all others", call(outsider, id, etag, act), "403 forbidden");
            if (AllowedMoves.after(kind, state, act).isEmpty()) {
                for (var role : act.roles()) {
                    expect(wrong, act, role, call(login(role), id, etag, act), "409 illegal-transition");
                }
            }
        }
        assertThat(wrong).as("%s entry in %s", kind, state).isEmpty();
        assertThat(state(id)).isEqualTo(state);
    }

    private static void expect(List<String> wrong, ListingAct act, String who, Answer answer, String expected) {
        var got = answer.status() + " " + answer.code();
        if (!got.equals(expected)) {
            wrong.add(act + " by " + who + ": " + got + " instead of " + expected);
        }
    }

    static Stream<Arguments> allowedMoves() {
        return Stream.of(ListKind.values())
                .flatMap(kind -> AllowedMoves.states(kind).stream()
                        .flatMap(state -> AllowedMoves.in(kind, state).entrySet().stream()
                                .filter(move -> CALLS.containsKey(move.getKey()))
                                .map(move -> Arguments.of(kind, state, move.getKey(), move.getValue()))));
    }

    /** What is allowed happens, and leads where it should. */
    @ParameterizedTest
    @MethodSource("allowedMoves")
    void everyRowIsAWay(ListKind kind, ListingState from, ListingAct act, ListingState to) {
        var id = entryIn(kind, from);
        if (act == ListingAct.APPLY_FOR_REPAIR || act == ListingAct.GRANT_REPAIR) {
            MovedClock.to(AFTER_THE_MINIMUM);
        }
        if (act == ListingAct.GRANT_TEMPORARY_REPAIR || act == ListingAct.REFUSE_TEMPORARY_REPAIR) {
            does(enterprise(uscc), id, ListingAct.FILE_COURT_RULING);
        }
        if (act == ListingAct.REINSTATE) {
            madeWayForAWrongEntry(id);
        }
        if (act == ListingAct.ARCHIVE && kind == ListKind.BLACK) {
            does(handler(), id, ListingAct.LIFT_MEASURES);
        }

        var answer =
                switch (act) {
                    case APPLY_FOR_REPAIR -> applyForRepair(id);
                    case ANSWER_NOTICE_OBJECTION -> answerNoticeObjection(id);
                    default -> call(login(act.roles().getFirst()), id, etag(id), act);
                };

        assertThat(answer.status()).as("%s", answer).isEqualTo(200);
        assertThat(state(id)).isEqualTo(to);
    }

    /** As if a black entry about the same enterprise had taken its place, and had been wrong. */
    private void madeWayForAWrongEntry(String red) {
        var black = Credit.published(uscc, "BLACK");
        does(publisher(), black, ListingAct.WITHDRAW);
        sql.update("update listing set displaced_by = ?::uuid where id = ?::uuid", black, red);
    }

    private Answer call(@Nullable Tokens caller, String id, String etag, ListingAct act) {
        var call = Objects.requireNonNull(CALLS.get(act));
        Map<String, Object> body = new HashMap<>(call.body());
        if (act == ListingAct.REVISE) {
            body.putAll(proposal(uscc, entry(id).path("kind").asText()));
        }
        if (act == ListingAct.LIFT_MEASURES) {
            body.put("liftedOn", MovedClock.today().toString());
        }
        return new Call(call.method(), "listings/" + id + call.path(), body).send(caller, etag);
    }

    private Tokens login(String role) {
        return switch (role) {
            case "case-handler" -> handler();
            case "case-approver" -> approver();
            case "publisher" -> publisher();
            case "enterprise" -> enterprise(uscc);
            default -> Tokens.of(role).region("371100");
        };
    }

    private static ListingState state(String id) {
        return ListingState.valueOf(entry(id).path("state").asText());
    }

    private static String etag(String id) {
        return Call.get("listings/" + id).send(auditor(), null).etag().orElseThrow();
    }

    private static JsonNode entry(String id) {
        return Call.get("listings/" + id).send(auditor(), null).body();
    }

    /** An entry that came into that state by the acts that lead there. */
    private String entryIn(ListKind kind, ListingState state) {
        var proposal = proposal(uscc, kind.name());
        if (state == ListingState.EXPIRED) {
            proposal.put("validUntil", TODAY.toString());
        }
        String id = post(handler(), "listings", proposal).path("id");
        lead(id, kind, state);
        assertThat(state(id)).isEqualTo(state);
        return id;
    }

    private void lead(String id, ListKind kind, ListingState state) {
        switch (state) {
            case DRAFT -> {}
            case REJECTED -> does(approver(), id, ListingAct.REJECT);
            case LEGAL_REVIEW, REVIEW -> does(handler(), id, ListingAct.SUBMIT);
            case NOTICE_SERVED -> after(ListingState.LEGAL_REVIEW, id, kind, approver(), ListingAct.SERVE_NOTICE);
            case DEFENCE_RECEIVED -> {
                lead(id, kind, ListingState.LEGAL_REVIEW);
                act(
                                approver(),
                                id,
                                "notice",
                                Map.of("documentNumber", "示例告1号", "servedOn", "2025-12-29", "method", "示例"))
                        .then()
                        .statusCode(200);
                act(handler(), id, "defence", Map.of("statedOn", "2025-12-30", "content", "示例"))
                        .then()
                        .statusCode(200);
            }
            case DEFENCE_LAPSED -> after(ListingState.NOTICE_SERVED, id, kind, handler(), ListingAct.LAPSE_DEFENCE);
            case UPPER_CONSENT -> after(ListingState.DEFENCE_LAPSED, id, kind, approver(), ListingAct.CONSENT);
            case DECIDED -> after(ListingState.DEFENCE_LAPSED, id, kind, approver(), ListingAct.DECIDE);
            case SERVED -> after(ListingState.DECIDED, id, kind, handler(), ListingAct.SERVE_DECISION);
            case PUBLIC_NOTICE -> after(ListingState.REVIEW, id, kind, approver(), ListingAct.ANNOUNCE);
            case PUBLISHED ->
                after(
                        kind == ListKind.BLACK ? ListingState.SERVED : ListingState.PUBLIC_NOTICE,
                        id,
                        kind,
                        publisher(),
                        ListingAct.PUBLISH);
            case OBJECTION_OPEN ->
                after(ListingState.PUBLISHED, id, kind, enterprise(uscc), ListingAct.RAISE_OBJECTION);
            case REPAIR_APPLIED -> {
                lead(id, kind, ListingState.PUBLISHED);
                MovedClock.to(AFTER_THE_MINIMUM);
                assertThat(applyForRepair(id).status()).isEqualTo(200);
            }
            case REPAIR_ACCEPTED -> after(ListingState.REPAIR_APPLIED, id, kind, handler(), ListingAct.ACCEPT_REPAIR);
            case REPAIRED -> after(ListingState.REPAIR_ACCEPTED, id, kind, approver(), ListingAct.GRANT_REPAIR);
            case TEMPORARILY_REPAIRED -> {
                after(ListingState.PUBLISHED, id, kind, enterprise(uscc), ListingAct.FILE_COURT_RULING);
                does(approver(), id, ListingAct.GRANT_TEMPORARY_REPAIR);
            }
            case BASIS_REVOKED -> after(ListingState.PUBLISHED, id, kind, approver(), ListingAct.REVOKE_BASIS);
            case WITHDRAWN -> after(ListingState.PUBLISHED, id, kind, publisher(), ListingAct.WITHDRAW);
            case EXPIRED -> {
                lead(id, kind, ListingState.PUBLISHED);
                Time.comes(TODAY.plusDays(1));
            }
            case REPAIR_REVOKED -> after(ListingState.REPAIRED, id, kind, approver(), ListingAct.RESTORE);
            case CLOSED -> after(ListingState.SERVED, id, kind, approver(), ListingAct.CLOSE);
            case ARCHIVED -> {
                if (kind == ListKind.BLACK) {
                    after(ListingState.REPAIRED, id, kind, handler(), ListingAct.LIFT_MEASURES);
                } else {
                    lead(id, kind, ListingState.WITHDRAWN);
                }
                does(publisher(), id, ListingAct.ARCHIVE);
            }
        }
    }

    private void after(ListingState before, String id, ListKind kind, Tokens caller, ListingAct act) {
        lead(id, kind, before);
        does(caller, id, act);
    }

    private void does(Tokens caller, String id, ListingAct act) {
        var answer = call(caller, id, etag(id), act);
        assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    }

    /** The one act that needs a file. */
    private Answer applyForRepair(String id) {
        var applicant = enterprise(uscc);
        return Call.post(
                        "listings/" + id + "/repair-applications",
                        Map.of("commitment", "示例", "correction", "示例", "evidence", List.of(Samples.proof(applicant))))
                .send(applicant, null);
    }

    /** To an objection of a day on which the notice still ran. */
    private static Answer answerNoticeObjection(String id) {
        MovedClock.to(LocalDate.of(2026, 1, 7));
        var made = Call.post("public-notice-objections", Map.of("listingId", id, "content", "示例"))
                .send(null, null);
        assertThat(made.status()).isEqualTo(201);
        MovedClock.to(TODAY);
        var objections = Call.get("listings/" + id + "/notice-objections").send(auditor(), null);
        return Call.post(
                        "listings/" + id + "/notice-objections/answer",
                        Map.of(
                                "objection",
                                objections.body().at("/items/0/id").asText(),
                                "upheld",
                                false,
                                "answer",
                                "示例"))
                .send(approver(), etag(id));
    }

    private static Map<ListingAct, Call> calls() {
        var calls = new HashMap<ListingAct, Call>();
        var why = Map.of("reason", "示例");
        calls.put(ListingAct.REVISE, new Call("PUT", "", Map.of()));
        calls.put(ListingAct.SUBMIT, posted("/submission", Map.of()));
        calls.put(ListingAct.SEND_BACK, posted("/return", why));
        calls.put(ListingAct.REJECT, posted("/rejection", why));
        calls.put(
                ListingAct.SERVE_NOTICE,
                posted("/notice", Map.of("documentNumber", "示例告1号", "servedOn", "2025-12-15", "method", "示例")));
        // Within the term of a notice that is served on the day of the defence.
        calls.put(ListingAct.RECEIVE_DEFENCE, posted("/defence", Map.of("statedOn", "2025-12-16", "content", "示例")));
        calls.put(ListingAct.LAPSE_DEFENCE, posted("/lapse", Map.of()));
        calls.put(
                ListingAct.CONSENT,
                posted("/consent", Map.of("authority", "示例", "documentNumber", "示例", "consentedOn", "2025-12-30")));
        calls.put(ListingAct.DECIDE, posted("/decision", Map.of("defenceAnswer", "示例")));
        calls.put(
                ListingAct.SERVE_DECISION,
                posted("/service", Map.of("servedOn", "2026-01-07", "method", "示例", "withRepairNotice", true)));
        calls.put(ListingAct.ANNOUNCE, posted("/public-notice", Map.of("announcedOn", "2026-01-06", "place", "示例")));
        calls.put(ListingAct.PUBLISH, posted("/publication", Map.of()));
        calls.put(ListingAct.ADD_STATEMENT, posted("/statement", Map.of("statement", "示例")));
        calls.put(ListingAct.RAISE_OBJECTION, posted("/objections", Map.of("content", "示例")));
        calls.put(ListingAct.REFER_OBJECTION, posted("/objections/referral", Map.of("unit", "示例")));
        calls.put(ListingAct.UPHOLD_OBJECTION, posted("/objections/answer", Map.of("upheld", true, "answer", "示例")));
        calls.put(ListingAct.DISMISS_OBJECTION, posted("/objections/answer", Map.of("upheld", false, "answer", "示例")));
        calls.put(
                ListingAct.APPLY_FOR_REPAIR,
                posted("/repair-applications", Map.of("commitment", "示例", "correction", "示例")));
        calls.put(
                ListingAct.ACCEPT_REPAIR,
                posted("/repair-applications/acceptance", Map.of("accepted", true, "reason", "示例")));
        calls.put(
                ListingAct.DECLINE_REPAIR,
                posted("/repair-applications/acceptance", Map.of("accepted", false, "reason", "示例")));
        calls.put(
                ListingAct.EXTEND_REPAIR,
                posted("/repair-applications/extension", Map.of("approvalNumber", "示例", "reason", "示例")));
        calls.put(
                ListingAct.GRANT_REPAIR,
                posted("/repair-applications/decision", Map.of("granted", true, "answer", "示例")));
        calls.put(
                ListingAct.REFUSE_REPAIR,
                posted("/repair-applications/decision", Map.of("granted", false, "answer", "示例")));
        calls.put(
                ListingAct.FILE_COURT_RULING,
                posted("/court-rulings", Map.of("court", "示例", "documentNumber", "示例", "ruledOn", "2026-11-09")));
        calls.put(
                ListingAct.GRANT_TEMPORARY_REPAIR,
                posted("/temporary-repair", Map.of("granted", true, "answer", "示例")));
        calls.put(
                ListingAct.REFUSE_TEMPORARY_REPAIR,
                posted("/temporary-repair", Map.of("granted", false, "answer", "示例")));
        calls.put(
                ListingAct.CONFIRM_REORGANISATION,
                posted("/plan-completion", Map.of("court", "示例", "documentNumber", "示例", "completedOn", "2026-11-09")));
        calls.put(
                ListingAct.RESUME_DISPLAY,
                posted("/resumption", Map.of("court", "示例", "documentNumber", "示例", "terminatedOn", "2026-11-09")));
        calls.put(
                ListingAct.RESTORE,
                posted("/restoration", Map.of("documentNumber", "示例", "foundOn", "2027-02-10", "finding", "示例")));
        calls.put(ListingAct.CLOSE, posted("/closing", why));
        // Of none; where one is answered, the test puts its id in.
        calls.put(
                ListingAct.ANSWER_NOTICE_OBJECTION,
                posted(
                        "/notice-objections/answer",
                        Map.of("objection", new UUID(0, 0).toString(), "upheld", false, "answer", "示例")));
        calls.put(ListingAct.REINSTATE, posted("/reinstatement", why));
        calls.put(
                ListingAct.REVOKE_BASIS,
                posted(
                        "/basis-revocation",
                        Map.of("authority", "示例", "documentNumber", "示例", "annulledOn", "2026-11-09")));
        calls.put(ListingAct.WITHDRAW, posted("/withdrawal", why));
        calls.put(ListingAct.LIFT_MEASURES, posted("/measures-lifting", Map.of("feedback", "示例")));
        calls.put(ListingAct.ARCHIVE, posted("/archiving", Map.of()));
        return calls;
    }

    private static Call posted(String path, Map<String, ?> body) {
        return new Call("POST", path, body);
    }
}

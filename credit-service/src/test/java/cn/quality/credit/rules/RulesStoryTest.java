package cn.quality.credit.rules;

import static cn.quality.credit.Credit.act;
import static cn.quality.credit.Credit.anybody;
import static cn.quality.credit.Credit.approver;
import static cn.quality.credit.Credit.as;
import static cn.quality.credit.Credit.auditor;
import static cn.quality.credit.Credit.drafted;
import static cn.quality.credit.Credit.handler;
import static cn.quality.credit.Credit.post;
import static cn.quality.credit.Credit.proposal;
import static cn.quality.credit.Credit.publisher;
import static cn.quality.credit.Credit.registered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import cn.quality.credit.Credit;
import cn.quality.credit.CreditTest;
import cn.quality.credit.complaint.FiledComplaints;
import cn.quality.credit.listing.Time;
import cn.quality.platform.decision.DecisionLog;
import cn.quality.platform.sql.Jdbc;
import cn.quality.testing.MovedClock;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a change of the law, or of what is known of it, does to cases that go on. */
@CreditTest
class RulesStoryTest {

    @Inject
    Jdbc sql;

    @Inject
    DecisionLog log;

    @BeforeEach
    void law() {
        Credit.storeReferenceData();
        Credit.storeLaw();
    }

    @AfterEach
    void asItWas() {
        Time.back();
        Credit.storeLaw();
    }

    // --- transition

    /** Filed two days before 总局令第121号 came into force, accepted the day after. */
    @Test
    void aComplaintBegunUnderTheFormerOrderEndsUnderTheOneThatTheTransitionNames() {
        var former = new FiledComplaints(LocalDate.of(2026, 4, 13)).accepted(LocalDate.of(2026, 4, 16));

        // 总局令第20号: forty-five working days. Which order applies no text says, and the mark does.
        former.body("due", equalTo("2026-06-23"))
                .body("rulePack", startsWith("credit-2026-04-01@"))
                .body("certainty", equalTo("U"));

        ChangedRules.transition("credit-2026-04-15", RulePack.Cases.COMPLAINT, RulePack.Law.THIS);
        var present = new FiledComplaints(LocalDate.of(2026, 4, 13)).accepted(LocalDate.of(2026, 4, 16));
        present.body("due", equalTo("2026-06-15"))
                .body("rulePack", startsWith("credit-2026-04-15@"))
                .body("certainty", equalTo("T"));
    }

    /** Decided two days before 总局令第107号 came into force, published much later. */
    @Test
    void anEntryDecidedUnderTheFormerOrderEndsUnderTheOneThatTheTransitionNames() {
        var former = published("2025-12-23");
        display(former)
                .body("due", equalTo("2029-08-03"))
                .body("rulePack", startsWith("credit-2021-09-01@"))
                .body("certainty", equalTo("U"));

        ChangedRules.transition("credit-2025-12-25", RulePack.Cases.LISTING, RulePack.Law.THIS);
        var present = published("2025-12-23");
        display(present)
                .body("due", equalTo("2027-08-03"))
                .body("rulePack", startsWith("credit-2025-12-25@"))
                .body("certainty", equalTo("T"));
    }

    private static ValidatableResponse display(String entry) {
        return as(auditor())
                .get("listings/" + entry)
                .then()
                .rootPath("deadlines.find { it.kind == 'DISPLAY' }.deadline");
    }

    /** A general entry decided on that day, published on 3 August 2026. */
    private static String published(String decidedOn) {
        MovedClock.to(LocalDate.of(2026, 8, 3));
        var proposal = proposal(registered(), "BLACK");
        @SuppressWarnings("unchecked")
        var decision = new HashMap<>((Map<String, Object>) proposal.get("decision"));
        decision.put("decidedOn", decidedOn);
        decision.put("documentNumber", "示例〔2025〕" + Credit.next() + "号");
        proposal.put("decision", decision);
        String id = post(handler(), "listings", proposal).path("id");
        Credit.publish(id).then().statusCode(200);
        return id;
    }

    // --- a switch of the city's

    /** 国办发〔2025〕22号 encourages it, no text demands it: whether the repair notice must go with the decision, the city says. */
    @Test
    void theRepairNoticeGoesWithTheDecisionWhereTheCitySaysSo() {
        MovedClock.to(LocalDate.of(2026, 8, 3));
        var served = Map.of("servedOn", "2026-01-07", "method", "示例直接送达");
        var demanded = decided();
        act(handler(), demanded, "service", served)
                .then()
                .statusCode(422)
                .body("code", equalTo("repair-notice-missing"));

        ChangedRules.set("credit-2025-12-25", "DECISION_WITH_REPAIR_NOTICE", 0);
        act(handler(), demanded, "service", served).then().statusCode(200);
        act(publisher(), demanded, "publication", Map.of("announcement", "示例"))
                .then()
                .statusCode(200);
    }

    private static String decided() {
        var id = drafted(registered(), "BLACK");
        act(handler(), id, "submission", Map.of()).then().statusCode(200);
        act(
                        approver(),
                        id,
                        "notice",
                        Map.of("documentNumber", "示例告〔2025〕1号", "servedOn", "2025-12-15", "method", "示例直接送达"))
                .then()
                .statusCode(200);
        act(handler(), id, "lapse", Map.of()).then().statusCode(200);
        act(approver(), id, "decision", Map.of()).then().statusCode(200);
        return id;
    }

    // --- a calendar that was not known

    /** The sixtieth day is a Friday of January for which no notice of the State Council is known yet. */
    @Test
    void aComplaintsDeadlineFollowsTheCalendarThatIsCorrected() {
        var complaint = new FiledComplaints(LocalDate.of(2026, 11, 30));
        complaint
                .accepted(LocalDate.of(2026, 11, 30))
                .body("due", equalTo("2027-01-29"))
                .body("certainty", equalTo("U"))
                .body("dueBefore", nullValue());

        ChangedRules.holiday(2027, "2027-01-29");

        complaint
                .mediation()
                .body("due", equalTo("2027-02-01"))
                .body("certainty", equalTo("T"))
                .body("dueBefore", equalTo("2027-01-29"));
        assertThat(noted(complaint.receipt()))
                .startsWith("COMPLAINT_MEDIATION 2027-01-29 → 2027-02-01 (2027@")
                .endsWith("calendar 2027");
        assertThat(log.verify().intact()).isTrue();
    }

    @Test
    void anEntrysDeadlineFollowsTheCalendarThatIsCorrected() {
        MovedClock.to(LocalDate.of(2026, 12, 28));
        var entry = undecided();
        act(handler(), entry, "submission", Map.of()).then().statusCode(200);
        act(
                        approver(),
                        entry,
                        "notice",
                        Map.of("documentNumber", "示例告〔2026〕1号", "servedOn", "2026-12-28", "method", "示例直接送达"))
                .then()
                .statusCode(200);
        String path = "deadlines.find { it.kind == 'DEFENCE' }.deadline.";
        as(auditor())
                .get("listings/" + entry)
                .then()
                .body(path + "due", equalTo("2027-01-05"))
                .body(path + "certainty", equalTo("U"));

        ChangedRules.holiday(2027, "2027-01-04");

        as(auditor())
                .get("listings/" + entry)
                .then()
                .body(path + "due", equalTo("2027-01-06"))
                .body(path + "dueBefore", equalTo("2027-01-05"))
                .body(path + "certainty", equalTo("T"));
        assertThat(noted(entry)).startsWith("STATEMENT_AND_DEFENCE 2027-01-05 → 2027-01-06");
    }

    private static String undecided() {
        var proposal = proposal(registered(), "BLACK");
        proposal.remove("decision");
        return post(handler(), "listings", proposal).path("id");
    }

    private String noted(String subject) {
        return sql.first(
                        "select reason || ' ' || basis from decision_log where subject_id = ? and act like '%recount%'"
                                + " order by number desc",
                        row -> row.getString(1), subject)
                .orElseThrow();
    }

    /** No calendar of 2028 is on file, and the terms of the ways out need it. */
    @Test
    void nothingIsKeptOnTheListByACalendarThatIsMissing() {
        MovedClock.to(LocalDate.of(2027, 12, 30));
        var proposal = proposal(registered(), "BLACK");
        proposal.put("conductEndedOn", "2025-12-01");
        String entry = post(handler(), "listings", proposal).path("id");
        Credit.publish(entry).then().statusCode(200);

        act(
                        approver(),
                        entry,
                        "basis-revocation",
                        Map.of(
                                "authority", "示例市人民政府",
                                "documentNumber", "示例复决〔2027〕1号",
                                "annulledOn", "2027-12-30"))
                .then()
                .statusCode(200);
        anybody().get("listings/" + entry).then().statusCode(404);
        act(publisher(), entry, "withdrawal", Map.of("reason", "示例：原决定被撤销"))
                .then()
                .statusCode(200);
    }

    /** The notices of 2021 to 2023 are on file: a case of that time is counted, not guessed. */
    @Test
    void whatWasServedBeforeTheYearsEndOf2023IsCounted() {
        var proposal = proposal(registered(), "BLACK");
        proposal.remove("decision");
        proposal.put("conductEndedOn", "2023-11-01");
        String entry = post(handler(), "listings", proposal).path("id");
        act(handler(), entry, "submission", Map.of()).then().statusCode(200);
        act(
                        approver(),
                        entry,
                        "notice",
                        Map.of("documentNumber", "示例告〔2023〕1号", "servedOn", "2023-12-29", "method", "示例直接送达"))
                .then()
                .statusCode(200)
                .body("deadlines[0].deadline.due", equalTo("2024-01-08"))
                .body("deadlines[0].deadline.calendars", startsWith("2023@"));
    }

    @Test
    void whatCannotBeCountedIsSaidInOneLanguageAtATime() {
        var entry = undecided();
        act(handler(), entry, "submission", Map.of()).then().statusCode(200);
        MovedClock.to(LocalDate.of(2027, 12, 31));
        act(
                        approver(),
                        entry,
                        "notice",
                        Map.of("documentNumber", "示例告〔2027〕1号", "servedOn", "2027-12-31", "method", "示例直接送达"))
                .then()
                .statusCode(409)
                .body("code", equalTo("no-calendar"))
                .body("detail", equalTo("尚无 2028 年的工作日历，无法计算期限"));
    }
}

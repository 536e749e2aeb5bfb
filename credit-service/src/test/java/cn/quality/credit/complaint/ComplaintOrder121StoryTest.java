package cn.quality.credit.complaint;

import static cn.quality.credit.Credit.as;
import static cn.quality.credit.complaint.Complaints.approver;
import static cn.quality.credit.complaint.Complaints.form;
import static cn.quality.credit.complaint.Complaints.handler;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import cn.quality.credit.Credit;
import cn.quality.credit.CreditTest;
import cn.quality.credit.complaint.Complaints.Mine;
import cn.quality.platform.sql.Jdbc;
import cn.quality.testing.MovedClock;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Complaints and reports as 总局令第121号 has them handled since 2026-04-15. */
@CreditTest
class ComplaintOrder121StoryTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 8, 3);

    @Inject
    Jdbc sql;

    private String office = "";

    @BeforeEach
    void ground() {
        Complaints.storeGround();
        MovedClock.to(MONDAY);
    }

    @AfterEach
    void backToNow() {
        MovedClock.back();
    }

    /** Arts 22, 23 and 45. */
    @Test
    void aDisputeIsMediatedForSixtyDaysWithoutTheTimeOfItsAppraisal() {
        var mine = filed("COMPLAINT");
        MovedClock.to(MONDAY.plusDays(1));
        mine.then(handler(), "acceptance");

        // The sixtieth day falls into the national holiday, so the eighth of October is the last.
        assertThat(mine.due()).isEqualTo("2026-10-08");
        mine.follow()
                .then()
                .body("deadlines[-1].deadline.rulePack", startsWith("credit-2026-04-15@"))
                .body("deadlines[-1].deadline.calendars", startsWith("2026@"))
                .body("deadlines[-1].deadline.certainty", equalTo("T"));

        MovedClock.to(LocalDate.of(2026, 8, 10));
        mine.by(handler(), "appraisal", Map.of("words", "双方同意送检")).then().statusCode(200);
        mine.by(handler(), "appraisal").then().statusCode(409).body("code", equalTo("appraisal-goes-on"));
        MovedClock.to(LocalDate.of(2026, 12, 1));
        assertThat(overdue()).doesNotContain(mine.receipt());

        MovedClock.to(LocalDate.of(2026, 8, 20));
        mine.then(handler(), "appraisal-end");
        mine.by(handler(), "appraisal-end").then().statusCode(409).body("code", equalTo("no-appraisal"));
        assertThat(mine.due()).isEqualTo("2026-10-13");
        mine.follow().then().body("steps.find { it.act == 'BEGIN_APPRAISAL' }.words", equalTo("双方同意送检"));
        MovedClock.to(LocalDate.of(2026, 10, 13));
        assertThat(overdue()).doesNotContain(mine.receipt());
        MovedClock.to(LocalDate.of(2026, 10, 14));
        assertThat(overdue()).contains(mine.receipt());
    }

    /** Art. 23(2). */
    @Test
    void theEndOfAMediationIsToldWithinSevenWorkingDays() {
        var mine = Mine.filed("COMPLAINT").then(handler(), "acceptance").then(handler(), "handling");
        MovedClock.to(LocalDate.of(2026, 9, 30));
        mine.by(handler(), "mediation-end", Map.of("words", "被投诉人拒绝调解")).then().statusCode(200);

        // From the eighth of October on, the worked Saturday included.
        assertThat(mine.due()).isEqualTo("2026-10-15");
        mine.follow()
                .then()
                .body("state", equalTo("MEDIATION_ENDED"))
                .body("stateText", equalTo("调解终止"))
                .body("deadlines[-1].deadline.ruleCode", equalTo("COMPLAINT_TELL_TERMINATION"))
                .body("steps.find { it.act == 'END_MEDIATION' }.words", equalTo("被投诉人拒绝调解"));
        mine.by(handler(), "answer", Complaints.answer("SETTLED"))
                .then()
                .statusCode(422)
                .body("code", equalTo("unsuitable-finding"));
        mine.by(handler(), "mediation-end").then().statusCode(409);
        mine.withdraw().then().statusCode(409);

        MovedClock.to(LocalDate.of(2026, 10, 15));
        mine.answered("UNSETTLED").then(handler(), "closing");
        assertThat(closed(mine)).contains("\"outcome\":\"UNSETTLED\"", "\"inTime\":true");
    }

    /** Art. 35(2), first case. */
    @Test
    void aReportWithNewFactsIsVerifiedFromItsLastWordOn() {
        var mine = Mine.filed("REPORT").then(handler(), "check");
        assertThat(mine.due()).isEqualTo("2026-08-24");

        MovedClock.to(MONDAY.plusDays(7));
        mine.post("additions", Map.of("words", "示例：就是那家店")).then().statusCode(200);
        assertThat(mine.due()).isEqualTo("2026-08-24");
        mine.post("additions", Map.of("words", "示例：又发现一处", "newFacts", true))
                .then()
                .statusCode(200);
        assertThat(mine.due()).isEqualTo("2026-08-31");
    }

    /** Art. 35(2), second case. */
    @Test
    void aReportThatHasBeenHandledIsNotHandledAgain() {
        var form = form("REPORT");
        var mine = Mine.filed(form);
        MovedClock.to(MONDAY.plusDays(3));
        // Not handled yet: taken in, and the office sees that there are two.
        var second = Mine.filed(form);
        mine.then(handler(), "check").then(handler(), "case-declining").answered("UNSUBSTANTIATED");
        second.then(handler(), "refusal");
        MovedClock.to(MONDAY.plusDays(30));

        Complaints.file(form).then().statusCode(409).body("code", equalTo("report-handled-before"));
        var facts = form("REPORT");
        facts.put("narrative", form.get("narrative") + "；新的事实：九月又卖了一批");
        Mine.filed(facts);
        var others = form("REPORT");
        others.put("narrative", form.get("narrative"));
        others.put("contact", Map.of("name", "示例他人"));
        Mine.filed(others).desk().then().body("sameTextAs", equalTo(mine.receipt()));
    }

    /** Art. 36: no clock for telling a reporter is left; the city's promise is shown, and is late work of nobody. */
    @Test
    void tellingTheReporterIsAPromise() {
        var mine = filed("REPORT").then(handler(), "check").then(handler(), "case-opening");
        mine.follow()
                .then()
                .body("deadlines[-1].deadline.ruleCode", equalTo("REPORT_TELL"))
                .body("deadlines[-1].deadline.due", equalTo("2026-08-10"))
                .body("deadlines[-1].deadline.certainty", equalTo("U"))
                .body("deadlines[-1].promise", equalTo(true))
                .body("deadlines[0].promise", equalTo(false));

        MovedClock.to(MONDAY.plusDays(20));
        assertThat(overdue()).doesNotContain(mine.receipt());
        mine.answered("UNSUBSTANTIATED").then(handler(), "closing");
        assertThat(closed(mine)).contains("\"inTime\":true");
    }

    @Test
    void nobodyIsToldWhoGaveNoName() {
        var form = form("REPORT");
        form.remove("contact");
        var mine = Mine.filed(form).then(handler(), "check").then(handler(), "case-opening");

        mine.desk().then().body("deadlines.deadline.ruleCode", not(hasItem("REPORT_TELL")));
        assertThat(mine.due()).isEqualTo("null");
    }

    /** Art. 16(4). */
    @Test
    void whatIsFiledAfterThreeYearsIsNotAccepted() {
        var form = form("COMPLAINT");
        form.put("happenedOn", "2023-07-30");
        var late = Mine.filed(form);
        late.by(handler(), "acceptance").then().statusCode(422).body("code", equalTo("limitation-over"));
        late.by(handler(), "refusal", Map.of("words", "已超过三年，可依法提起诉讼"))
                .then()
                .statusCode(200)
                .body("state", equalTo("NOT_ACCEPTED"));

        form.put("narrative", form("COMPLAINT").get("narrative"));
        form.put("knownOn", "2024-05-06");
        Mine.filed(form).then(handler(), "acceptance").desk().then().body("knownOn", equalTo("2024-05-06"));
        form.put("knownOn", "2023-07-29");
        Complaints.file(form).then().statusCode(400).body("violations.field", hasItem("knownOn"));
    }

    /** What the finding says is not final before another confirms it; after the end of the mediation as before. */
    @Test
    void aDisputeWhoseMediationEndedMayStillGoOnFile() {
        var form = form("COMPLAINT");
        form.put("uscc", Credit.registered());
        var mine = Mine.filed(form).then(handler(), "acceptance").then(handler(), "mediation-end");
        mine.answered("SUBSTANTIATED");
        mine.by(approver(), "return", Map.of("words", "证据不足")).then().statusCode(200);
        assertThat(mine.due()).isEqualTo("2026-08-12");
        mine.answered("SUBSTANTIATED").then(approver(), "confirmation").then(handler(), "closing");
        mine.follow().then().body("finding", equalTo("SUBSTANTIATED")).body("deadlines.suspendedOn[-1]", nullValue());
    }

    /** With an office that has nothing else to do. */
    private Mine filed(String kind) {
        office = "示例第" + Credit.next() + "所";
        Complaints.route("371102", "AGRICULTURE", office, "371102").then().statusCode(200);
        var form = form(kind);
        form.put("field", "AGRICULTURE");
        return Mine.filed(form);
    }

    private List<String> overdue() {
        return as(handler())
                .queryParam("overdue", true)
                .queryParam("office", office)
                .get("complaints")
                .path("items.receipt");
    }

    /** The event that told of its end. */
    private String closed(Mine mine) {
        return sql.first(
                        "select o.data::text from outbox o join complaint c on o.subject = c.id::text where c.receipt = ?",
                        row -> row.getString(1),
                        mine.receipt())
                .orElseThrow();
    }
}

package cn.quality.credit.complaint;

import static cn.quality.credit.Credit.as;
import static cn.quality.credit.Credit.registered;
import static cn.quality.credit.complaint.Complaints.approver;
import static cn.quality.credit.complaint.Complaints.auditor;
import static cn.quality.credit.complaint.Complaints.cityHandler;
import static cn.quality.credit.complaint.Complaints.form;
import static cn.quality.credit.complaint.Complaints.handler;
import static cn.quality.credit.complaint.Complaints.otherHandler;
import static cn.quality.testing.QuickPaths.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import cn.quality.credit.Credit;
import cn.quality.credit.CreditTest;
import cn.quality.credit.complaint.Complaints.Mine;
import cn.quality.platform.sql.Jdbc;
import cn.quality.testing.MovedClock;
import cn.quality.testing.Tokens;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The ways of a complaint, with different logins and a moved clock. */
@CreditTest
class ComplaintStoryTest {

    /** A Monday without holidays near. */
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 9);

    @Inject
    Jdbc sql;

    @Inject
    MaintenanceRunner maintenance;

    @BeforeEach
    void ground() {
        Complaints.storeGround();
        MovedClock.to(MONDAY);
    }

    @AfterEach
    void backToNow() {
        MovedClock.back();
    }

    @Test
    void aComplaintIsSettledAndTheComplainantIsContent() {
        var mine = Mine.filed("COMPLAINT");
        assertThat(mine.receipt()).startsWith("RZ20260309-");
        // 总局令第20号第十四条: seven working days.
        assertThat(mine.due()).isEqualTo("2026-03-18");
        mine.follow()
                .then()
                .statusCode(200)
                .header("Cache-Control", containsString("no-store"))
                .body("state", equalTo("RECEIVED"))
                .body("office", equalTo(Complaints.COUNTY_OFFICE))
                .body("terms[0].deadline.ruleCode", equalTo("COMPLAINT_ACCEPTANCE"))
                .body("terms[0].deadline.rulePack", startsWith("credit-"));

        mine.post("additions", Map.of("words", "补充：有购物小票")).then().statusCode(200);
        MovedClock.to(MONDAY.plusDays(2));
        mine.then(handler(), "acceptance");
        // 第二十一条: forty-five working days from acceptance; Tomb-Sweeping and Labour Day lie between.
        assertThat(mine.due()).isEqualTo("2026-05-18");
        mine.then(handler(), "handling");
        mine.answered("SETTLED");
        assertThat(mine.due()).isEqualTo("null");

        mine.follow()
                .then()
                .body("state", equalTo("ANSWERED"))
                .body("stateText", equalTo("已答复"))
                .body("answer", equalTo("示例：已核实，详见说明"))
                .body("finding", equalTo("SETTLED"))
                .body("terms.metOn", equalTo(List.of("2026-03-11", "2026-03-11")));
        mine.post("satisfaction", Map.of("stars", 5, "words", "处理及时")).then().statusCode(200);
        mine.post("satisfaction", Map.of("stars", 1)).then().statusCode(409).body("code", equalTo("already-rated"));
        mine.then(handler(), "closing");

        mine.desk()
                .then()
                .body("state", equalTo("CLOSED"))
                .body("stars", equalTo(5))
                .body("recordId", nullValue());
        assertThat(closed(mine))
                .singleElement()
                .satisfies(event -> assertThat(event)
                        .contains("\"outcome\":\"SETTLED\"", "\"inTime\":true")
                        .doesNotContain("uscc", Complaints.PHONE, "干贝"));
    }

    @Test
    void whatIsNotAcceptedIsToldWithItsReason() {
        var mine = Mine.filed("COMPLAINT");

        mine.by(handler(), "refusal", Map.of("words", "已由仲裁机构受理")).then().statusCode(200);

        mine.follow()
                .then()
                .body("state", equalTo("NOT_ACCEPTED"))
                .body("steps.find { it.act == 'REFUSE' }.words", equalTo("已由仲裁机构受理"));
        mine.post("additions", Map.of("words", "示例补充")).then().statusCode(409);
        mine.post("satisfaction", Map.of("stars", 1)).then().statusCode(409);
        assertThat(closed(mine))
                .singleElement()
                .satisfies(event -> assertThat(event).contains("\"outcome\":\"NOT_ACCEPTED\""));
    }

    @Test
    void aComplainantWithdrawsADisputeUntilItIsAnswered() {
        var mine = Mine.filed("COMPLAINT").then(handler(), "acceptance").then(handler(), "handling");
        mine.withdraw().then().statusCode(200).body("state", equalTo("WITHDRAWN"));
        mine.by(handler(), "answer", Complaints.answer("SETTLED")).then().statusCode(409);
        mine.withdraw().then().statusCode(409).body("code", equalTo("illegal-transition"));

        var report = Mine.filed("REPORT").then(handler(), "check");
        report.withdraw().then().statusCode(409).body("detail", containsString("核查中"));
    }

    @Test
    void aSubstantiatedReportIsConfirmedBySomebodyElseAndGoesOnFileOnce() {
        var uscc = registered();
        var mine = Mine.filed("REPORT");
        assertThat(mine.due()).isEqualTo("2026-03-30");
        mine.then(handler(), "check");
        mine.by(approver(), "extension").then().statusCode(200);
        assertThat(mine.due()).isEqualTo("2026-04-21");
        mine.by(approver(), "extension").then().statusCode(409).body("code", equalTo("already-extended"));
        MovedClock.to(MONDAY.plusDays(10));
        mine.then(handler(), "case-opening");
        // 总局令第20号 art. 31: five working days to tell a reporter who gave a name.
        assertThat(mine.due()).isEqualTo("2026-03-26");

        mine.by(handler(), "answer", Complaints.answer("SUBSTANTIATED"))
                .then()
                .statusCode(422)
                .body("code", equalTo("enterprise-not-identified"));
        mine.by(handler(), "subject", Map.of("uscc", uscc)).then().statusCode(200);
        mine.by(handler(), "answer", Map.of("finding", "SUBSTANTIATED", "answer", "示例"))
                .then()
                .statusCode(400)
                .body("violations.field", hasItem("conclusion"));
        mine.answered("SUBSTANTIATED");
        mine.by(handler(), "closing").then().statusCode(409).body("code", equalTo("awaits-confirmation"));
        mine.follow().then().body("finding", nullValue());
        mine.by(Tokens.of("case-handler", "case-approver").user("sun").region("371102"), "confirmation")
                .then()
                .statusCode(403)
                .body("code", equalTo("same-person"));

        mine.by(approver(), "confirmation").then().statusCode(200).body("recordId", notNullValue());
        mine.by(approver(), "confirmation").then().statusCode(409);
        mine.then(handler(), "closing");

        mine.follow().then().body("finding", equalTo("SUBSTANTIATED"));
        var records = sql.query(
                "select kind || disclosure || title || details::text || source_record_number from archive_record where uscc = ?",
                row -> row.getString(1),
                uscc);
        assertThat(records)
                .singleElement()
                .satisfies(record -> assertThat(record)
                        .contains("COMPLAINTPUBLIC", "所售干贝感官不合格", mine.receipt())
                        .doesNotContain("13900005678", "店员", "购买的干贝有异味"));
        assertThat(closed(mine))
                .singleElement()
                .satisfies(event -> assertThat(event).contains("\"outcome\":\"SUBSTANTIATED\"", uscc));
    }

    @Test
    void whatIsSentBackIsAnsweredAgainAndTheOldClockRunsOn() {
        var mine = substantiated("REPORT");
        String before = mine.desk().path("terms[-1].deadline.due");

        mine.by(approver(), "return", Map.of("words", "证据不足")).then().statusCode(200);

        assertThat(mine.state()).isEqualTo("CASE_OPENED");
        assertThat(mine.due()).isEqualTo(before);
        mine.answered("UNSUBSTANTIATED").then(handler(), "closing");
        mine.desk().then().body("recordId", nullValue()).body("conclusion", nullValue());
        assertThat(closed(mine))
                .singleElement()
                .satisfies(event -> assertThat(event)
                        .contains("\"outcome\":\"UNSUBSTANTIATED\"")
                        .doesNotContain("uscc"));
    }

    @Test
    void withoutACaseNothingIsSubstantiated() {
        var form = form("REPORT");
        form.put("uscc", registered());
        var mine = Mine.filed(form).then(handler(), "check").then(handler(), "case-declining");

        mine.by(handler(), "answer", Complaints.answer("SUBSTANTIATED"))
                .then()
                .statusCode(422)
                .body("code", equalTo("unsuitable-finding"));
        mine.by(handler(), "answer", Complaints.answer("SETTLED"))
                .then()
                .statusCode(422)
                .body("code", equalTo("unsuitable-finding"));
    }

    @Test
    void anotherOfficeIsCompetentAndTheClockGoesOn() {
        var mine = Mine.filed("COMPLAINT");
        var due = mine.due();
        MovedClock.to(MONDAY.plusDays(3));

        mine.by(handler(), "transfer", Map.of("office", "没有这个局", "reason", "示例"))
                .then()
                .statusCode(422);
        mine.by(handler(), "transfer", Map.of("office", Complaints.COUNTY_OFFICE, "reason", "示例"))
                .then()
                .statusCode(409);
        mine.by(handler(), "transfer", Map.of("office", Complaints.CITY_OFFICE, "reason", "涉及多个区县"))
                .then()
                .statusCode(200)
                .body("state", equalTo("TRANSFERRED"));

        assertThat(mine.due()).isEqualTo(due);
        mine.follow()
                .then()
                .body("office", equalTo(Complaints.CITY_OFFICE))
                .body("steps.find { it.act == 'TRANSFER' }.words", containsString("涉及多个区县"));
        mine.by(handler(), "acceptance").then().statusCode(403).body("code", equalTo("foreign-region"));
        as(handler()).get("complaints/" + mine.receipt()).then().statusCode(403);
        mine.then(cityHandler(), "acceptance");
    }

    @Test
    void aTransferRestartsTheClockWhereTheRulePackSaysSo() {
        var mine = Mine.filed("MAJOR_ACCIDENT");
        assertThat(mine.due()).isEqualTo("2026-03-10");
        restart("MAJOR_ACCIDENT", 1);
        try {
            MovedClock.to(MONDAY.plusDays(3));
            mine.by(handler(), "transfer", Map.of("office", Complaints.CITY_OFFICE, "reason", "示例"))
                    .then()
                    .statusCode(200);
            assertThat(mine.due()).isEqualTo("2026-03-13");
        } finally {
            Complaints.storeGround();
        }
    }

    @Test
    void overdueWorkIsAListAndAMetricOfTheOffice() {
        var office = "示例第" + Credit.next() + "所";
        Complaints.route("371102", "AGRICULTURE", office, "371102").then().statusCode(200);
        var form = form("COMPLAINT");
        form.put("field", "AGRICULTURE");
        var mine = Mine.filed(form);

        // The last day is still in time.
        MovedClock.to(LocalDate.of(2026, 3, 18));
        assertThat(overdue(office)).isEmpty();
        MovedClock.to(LocalDate.of(2026, 3, 19));
        assertThat(overdue(office)).containsExactly(mine.receipt());
        maintenance.once();
        assertThat(given().get("/q/metrics").asString())
                .contains("quality_complaints_overdue{office=\"" + office + "\"} 1");

        mine.then(handler(), "refusal");
        assertThat(overdue(office)).isEmpty();
        maintenance.once();
        assertThat(given().get("/q/metrics").asString()).doesNotContain("office=\"" + office);
        assertThat(closed(mine))
                .singleElement()
                .satisfies(event -> assertThat(event).contains("\"inTime\":false"));
    }

    @Test
    void anInjuryReportBecomesARecordOfItsKindWithoutTheHospital() {
        var uscc = registered();
        var form = form("PRODUCT_INJURY");
        form.put("uscc", uscc);
        var mine = Mine.filed(form);
        assertThat(mine.due()).isEqualTo("2026-03-16");
        mine.then(handler(), "check")
                .answered("SUBSTANTIATED")
                .then(approver(), "confirmation")
                .then(handler(), "closing");

        assertThat(sql.query(
                        "select kind || '/' || disclosure || details::text from archive_record where uscc = ?",
                        row -> row.getString(1),
                        uscc))
                .singleElement()
                .satisfies(record -> assertThat(record)
                        .startsWith("PRODUCT_INJURY/GOVERNMENT")
                        .contains("示例儿童玩具")
                        .doesNotContain("示例医院"));
        // Not public, so the event does not name the enterprise.
        assertThat(closed(mine))
                .singleElement()
                .satisfies(event -> assertThat(event).doesNotContain(uscc));
    }

    @Test
    void recallsAndAccidentsHaveFormsClocksAndRecordsOfTheirOwn() {
        for (var kind : List.of("RECALL", "MAJOR_ACCIDENT")) {
            var mine = substantiated(kind);
            mine.by(approver(), "confirmation").then().statusCode(200);

            assertThat(sql.query(
                            "select r.kind || r.details::text from archive_record r where source_record_number = ?",
                            row -> row.getString(1),
                            mine.receipt()))
                    .singleElement()
                    .satisfies(record -> assertThat(record)
                            .startsWith(kind)
                            .containsAnyOf("示例电热水壶", "1000000.00")
                            .doesNotContain(Complaints.PHONE));
        }
    }

    @Test
    void anotherHandlerTakesOverAndTheFirstSeesTheComplainantNoMore() {
        var mine = Mine.filed("COMPLAINT").then(handler(), "acceptance");
        look(mine, handler(), "电话核实").then().statusCode(200).body("filed.contact.phone", equalTo(Complaints.PHONE));
        look(mine, otherHandler(), "好奇").then().statusCode(403).body("code", equalTo("not-assigned"));
        mine.by(otherHandler(), "handling").then().statusCode(403).body("code", equalTo("not-assigned"));

        mine.then(otherHandler(), "takeover");

        look(mine, handler(), "电话核实").then().statusCode(403);
        look(mine, otherHandler(), "电话核实").then().statusCode(200);
        as(auditor())
                .get("complaint-looks?receipt=" + mine.receipt())
                .then()
                .statusCode(200)
                .body("items.official", equalTo(List.of("sun", "zhou")))
                .body("items.purpose", equalTo(List.of("电话核实", "电话核实")));
        assertThat(sql.query(
                        "select actor from decision_log where act = 'complaint.look' and subject_id = ? order by number",
                        row -> row.getString(1),
                        mine.receipt()))
                .containsExactly("sun", "zhou");
    }

    @Test
    void theEnterpriseSeesOnlyWhatIsReleasedToIt() {
        var uscc = registered();
        var form = form("COMPLAINT");
        form.put("uscc", uscc);
        var mine = Mine.filed(form).then(handler(), "acceptance");
        var enterprise = Tokens.of("enterprise").user("boss").uscc(uscc);

        as(enterprise).get("complaint-notices").then().statusCode(200).body("items.size()", equalTo(0));
        as(enterprise).get("complaints/" + mine.receipt()).then().statusCode(401);
        mine.by(handler(), "release", Map.of("words", "有消费者反映干贝有异味，请于五日内说明，联系 13800001234"))
                .then()
                .statusCode(200);

        as(enterprise)
                .get("complaint-notices")
                .then()
                .body("items.receipt", equalTo(List.of(mine.receipt())))
                .body("items[0].words", equalTo("有消费者反映干贝有异味，请于五日内说明，联系 ＊＊＊"))
                .body("items[0]", not(hasItem("narrative")));
        as(Tokens.of("enterprise").user("else").uscc(registered()))
                .get("complaint-notices")
                .then()
                .body("items.size()", equalTo(0));
    }

    /** Answered as substantiated, not yet confirmed. */
    private static Mine substantiated(String kind) {
        var form = form(kind);
        form.put("uscc", registered());
        var mine = Mine.filed(form).then(handler(), "check");
        if (kind.equals("REPORT")) {
            mine.then(handler(), "case-opening");
        }
        return mine.answered("SUBSTANTIATED");
    }

    private static Response look(Mine mine, Tokens who, String purpose) {
        return as(who).queryParam("purpose", purpose).get("complaints/" + mine.receipt() + "/complainant");
    }

    private static List<String> overdue(String office) {
        return as(handler())
                .queryParam("overdue", true)
                .queryParam("office", office)
                .get("complaints")
                .path("items.receipt");
    }

    /** The events that told of its end. */
    private List<String> closed(Mine mine) {
        return sql.query(
                "select o.data::text from outbox o join complaint c on o.subject = c.id::text where c.receipt = ?",
                row -> row.getString(1),
                mine.receipt());
    }

    private static void restart(String kind, int flag) {
        Credit.lawChanged();
        String packs = as(Complaints.auditor()).get("rule-packs").asString();
        try {
            var json = new ObjectMapper();
            for (var pack : json.readTree(packs).path("items")) {
                if (pack.path("id").asText().equals("credit-2025-12-25")) {
                    for (var rule : pack.path("rules")) {
                        if (rule.path("code").asText().equals(kind + "_TRANSFER_RESTARTS")) {
                            ((ObjectNode) rule).put("value", flag);
                        }
                    }
                    as(Credit.administrator())
                            .contentType(ContentType.JSON)
                            .body(pack.toString())
                            .put("rule-packs/credit-2025-12-25")
                            .then()
                            .statusCode(200);
                }
            }
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}

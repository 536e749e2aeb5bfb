package cn.quality.credit.listing;

import static cn.quality.credit.Credit.act;
import static cn.quality.credit.Credit.anybody;
import static cn.quality.credit.Credit.approver;
import static cn.quality.credit.Credit.as;
import static cn.quality.credit.Credit.auditor;
import static cn.quality.credit.Credit.enterprise;
import static cn.quality.credit.Credit.handler;
import static cn.quality.credit.Credit.post;
import static cn.quality.credit.Credit.proposal;
import static cn.quality.credit.Credit.publisher;
import static cn.quality.credit.Credit.registered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import cn.quality.credit.Credit;
import cn.quality.credit.evidence.Samples;
import cn.quality.platform.sql.Jdbc;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What stories about an entry have in common: a Monday on which they begin, the acts, and what can be seen of them. */
abstract class ListingStory {

    /** A Monday in a month without a holiday. */
    static final LocalDate MONDAY = LocalDate.of(2026, 11, 2);

    @Inject
    Jdbc sql;

    String uscc = "";
    String entry = "";

    @BeforeEach
    void itIsMonday() {
        Credit.storeReferenceData();
        uscc = registered();
        Time.comes(MONDAY);
    }

    @AfterEach
    void today() {
        Time.back();
    }

    // The acts of the stories.

    void drafted(String severity) {
        drafted(Map.of("severity", severity));
    }

    /** A draft that differs from the sample in these fields. */
    void drafted(Map<String, ?> different) {
        var draft = draft(different);
        draft.then().statusCode(201);
        entry = draft.path("id");
    }

    Response draft(Map<String, ?> different) {
        var proposal = proposal(uscc, "BLACK");
        proposal.put("conductEndedOn", "2026-09-01");
        proposal.remove("decision");
        proposal.putAll(different);
        return post(handler(), "listings", proposal);
    }

    void submitted() {
        ok(act(handler(), entry, "submission", Map.of()));
    }

    void noticeServed() {
        ok(act(
                approver(),
                entry,
                "notice",
                Map.of("documentNumber", "示例告〔2026〕1号", "servedOn", "2026-11-02", "method", "示例直接送达")));
    }

    Response defended(cn.quality.testing.Tokens caller) {
        return as(caller)
                .contentType(ContentType.JSON)
                .body(Map.of("statedOn", "2026-11-02", "content", "示例：本公司没有主观故意"))
                .post("listings/" + entry + "/defence");
    }

    Response decide(Map<String, ?> ruling) {
        return act(approver(), entry, "decision", ruling);
    }

    static Map<String, Object> decision(String day) {
        return new java.util.HashMap<>(Map.of(
                "document",
                Map.of(
                        "documentNumber", "示例列〔2026〕7号",
                        "decidedOn", day,
                        "authority", Credit.DEPARTMENT,
                        "facts", "示例事实",
                        "measures", "示例措施",
                        "removal", "示例：可以申请信用修复",
                        "remedies", "示例：六十日内可申请行政复议",
                        "basis", "示例办法第五条",
                        "removalProcedure", "示例：向作出决定的机关提交申请书")));
    }

    static List<Map<String, String>> responsible() {
        return List.of(Map.of("name", "示例某", "role", "LEGAL_REPRESENTATIVE"));
    }

    Response published() {
        return act(publisher(), entry, "publication", Map.of("announcement", "示例公告"));
    }

    /** Published on Tuesday, 10 November 2026. */
    void onTheBlackList(String severity) {
        drafted(severity);
        toPublication(severity);
    }

    void toPublication(String severity) {
        submitted();
        noticeServed();
        Time.comes(LocalDate.of(2026, 11, 10));
        var ruling = decision("2026-11-10");
        if (severity.equals("SERIOUS")) {
            ok(act(
                    approver(),
                    entry,
                    "consent",
                    Map.of("authority", "示例省级机关", "documentNumber", "示例同意1号", "consentedOn", "2026-11-10")));
            ruling.put("responsible", responsible());
        }
        ok(decide(ruling));
        ok(act(
                handler(),
                entry,
                "service",
                Map.of("servedOn", "2026-11-10", "method", "示例", "withRepairNotice", true)));
        ok(published());
    }

    List<String> evidence() {
        return List.of(Samples.proof(enterprise(uscc)));
    }

    Response applied(List<String> evidence) {
        return as(enterprise(uscc))
                .contentType(ContentType.JSON)
                .body(Map.of("commitment", "示例：郑重承诺守法诚信经营", "correction", "示例：已缴清罚款并整改", "evidence", evidence))
                .post("listings/" + entry + "/repair-applications");
    }

    // What can be seen of it.

    static void ok(Response answer) {
        answer.then().statusCode(200);
    }

    static void refuse(Response answer, int status, String code) {
        answer.then().statusCode(status).body("code", equalTo(code));
    }

    void is(String state) {
        as(auditor()).get("listings/" + entry).then().body("state", equalTo(state));
    }

    /** A term that runs, with the rule pack it was computed by. */
    void due(String clock, String day, String rule) {
        var running = "clocks.findAll { it.endedOn == null && it.clock == '%s' }[-1].deadline.".formatted(clock);
        as(auditor())
                .get("listings/" + entry)
                .then()
                .body(running + "due", equalTo(day))
                .body(running + "ruleCode", equalTo(rule))
                .body(running + "rulePack", rule.equals("NAMED_BY_THE_DECISION") ? equalTo("") : containsString("@"));
    }

    void publicSeesIt() {
        anybody().get("listings/" + entry).then().statusCode(200).body("facts", nullValue());
        anybody().get("enterprises/" + uscc).then().body("listings.id", equalTo(List.of(entry)));
    }

    void publicDoesNotSeeIt() {
        anybody().get("listings/" + entry).then().statusCode(404);
        anybody().get("enterprises/" + uscc).then().body("listings", hasSize(0));
        anybody().get("listings?limit=200").then().body("items.id", not(hasItem(entry)));
    }

    List<String> events() {
        return sql.query("select type from outbox where subject = ? order by ordinal", row -> row.getString(1), entry);
    }

    /** The last that is told of an entry that has ended: that it has. */
    void tombstone() {
        assertThat(sql.query(
                        "select data::text from outbox where subject = ? order by ordinal desc limit 1",
                        row -> row.getString(1),
                        entry))
                .singleElement()
                .asString()
                .contains(uscc)
                .doesNotContain("示例事由", "documentNumber", "ground");
    }
}

package cn.quality.standards.feedback;

import static cn.quality.standards.suite.Bodies.standard;
import static cn.quality.standards.suite.Bodies.with;
import static cn.quality.standards.suite.Http.administrator;
import static cn.quality.standards.suite.Http.anyone;
import static cn.quality.standards.suite.Http.official;
import static cn.quality.testing.Refusal.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import cn.quality.platform.sql.Jdbc;
import cn.quality.standards.StandardsTest;
import cn.quality.standards.schema.Contracts;
import cn.quality.standards.suite.Tables;
import cn.quality.testing.EventBroker;
import cn.quality.testing.MovedClock;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Somebody reports, an office answers, nobody learns who it was; and what is due for review is on a list. */
@StandardsTest
class FeedbackStoryTest {

    private static final String CONTACT = "示例甲 13812345678";

    @Inject
    Jdbc sql;

    @Inject
    FeedbackService service;

    @AfterEach
    void back() {
        MovedClock.back();
    }

    @Test
    void aReportIsAnsweredAndPublishedWithoutThePerson() throws JsonProcessingException {
        var key = UUID.randomUUID().toString();
        var filed = file(key).statusCode(201).extract();
        String id = filed.path("id");
        String secret = filed.path("secret");
        // The same again: the same receipt, and no second secret.
        file(key).statusCode(201).body("id", equalTo(id)).body("secret", nullValue());

        follow(id, secret).statusCode(200).body("state", equalTo("RECEIVED"));
        follow(id, secret.toLowerCase(Locale.ROOT)).statusCode(200);
        refused(follow(id, "K7QD-2MNP-8RST-VWXY-Z012"), 404, "not-found");
        refused(anyone().get("feedback/" + id).then(), 401, "unauthenticated");

        official("case-handler")
                .get("feedback-cases/" + id)
                .then()
                .body("words", containsString("13812345678"))
                .body("contact", equalTo(CONTACT))
                .body("actions", contains("ACCEPT", "DISMISS"));
        official("auditor")
                .get("feedback-cases?limit=200")
                .then()
                .body("items.words", not(hasItem(containsString("138"))));

        act("case-handler", id, 0, "acceptance", Map.of("note", "示例：转归口部门", "department", "示例部门"));
        refused(
                        post("case-handler", id, 1, "answer", Map.of("question", "示例甲 13812345678 问", "answer", "示例")),
                        422,
                        "personal-data")
                .body("violations[0].field", equalTo("question"));
        act("case-handler", id, 1, "answer", Map.of("question", "示例：条款号是否有误", "answer", "示例：确有误"));
        follow(id, secret).body("state", equalTo("ACCEPTED")).body("answer", nullValue());
        anyone().get("feedback?number=GB 2760-2024").then().body("items.id", not(hasItem(id)));
        act("publisher", id, 2, "publication", Map.of());

        follow(id, secret).body("state", equalTo("PUBLISHED")).body("answer", equalTo("示例：确有误"));
        anyone().get("feedback?number=gb2760-2024")
                .then()
                .statusCode(200)
                .body("items[0].id", equalTo(id))
                .body("items[0].question", equalTo("示例：条款号是否有误"))
                .body(not(containsString("138")));
        await().untilAsserted(() ->
                assertThat(EventBroker.about(FeedbackEvent.TOPIC, id)).hasSize(1));
        var event = EventBroker.about(FeedbackEvent.TOPIC, id).getFirst();
        Contracts.check(event.type(), new ObjectMapper().readTree(event.data()));
        assertThat(event.data()).doesNotContain("138");

        // Half a year after its end nothing is left of who it was.
        var ended = MovedClock.today();
        MovedClock.to(ended.plusMonths(6));
        service.forget();
        assertThat(Tables.count(sql, "feedback_private", "feedback_id", UUID.fromString(id)))
                .isEqualTo(1);
        MovedClock.to(ended.plusMonths(6).plusDays(1));
        service.forget();
        assertThat(Tables.count(sql, "feedback_private", "feedback_id", UUID.fromString(id)))
                .isZero();
        official("case-handler")
                .get("feedback-cases/" + id)
                .then()
                .body("contact", nullValue())
                .body("answer", equalTo("示例：确有误"));
    }

    @Test
    void whoeverReportedMayWithdrawAndReadsWhyItWasDismissed() {
        var first = file(UUID.randomUUID().toString()).extract();
        anyone().header("Feedback-Secret", first.<String>path("secret"))
                .post("feedback/" + first.path("id") + "/withdrawal")
                .then()
                .statusCode(200)
                .body("state", equalTo("WITHDRAWN"));
        refused(
                post("case-handler", first.path("id"), 1, "acceptance", Map.of("note", "示例")),
                409,
                "illegal-transition");
        var second = file(UUID.randomUUID().toString()).extract();
        act("case-handler", second.path("id"), 0, "dismissal", Map.of("note", "示例：不属于标准问题"));
        follow(second.path("id"), second.path("secret")).body("dismissal", equalTo("示例：不属于标准问题"));
        refused(
                anyone().header("Feedback-Secret", second.<String>path("secret"))
                        .post("feedback/" + second.path("id") + "/withdrawal")
                        .then(),
                409,
                "illegal-transition");
    }

    @Test
    void whatIsWrongIsRefusedAndLeavesNothing() {
        var before = Tables.rows(sql);
        refused(
                        anyone().contentType(ContentType.JSON)
                                .body("{}")
                                .post("feedback")
                                .then(),
                        400,
                        "invalid-argument")
                .body("violations.field", contains("number", "category", "words"));
        refused(
                anyone().contentType(ContentType.JSON)
                        .body(Map.of("number", "X", "category", "ERROR", "words", "示例"))
                        .post("feedback")
                        .then(),
                422,
                "invalid-standard-number");
        refused(official("case-handler").body(report()).post("feedback").then(), 400, "token-not-wanted");
        assertThat(Tables.rows(sql)).isEqualTo(before);
    }

    /** A review on the last day of five years is in time, the day after it is overdue by one day. */
    @Test
    void whatIsDueForReviewIsOnTheListByDepartment() {
        var department = "示例部门" + UUID.randomUUID();
        var serial = 100_000 + System.nanoTime() % 100_000;
        var number = "DB3711/T " + serial + "-2020";
        state(with(local(number, department), "publishedOn", "2020-06-01"));
        state(with(local("DB3711/T " + (serial + 200_000) + "-2024", department), "publishedOn", "2024-06-01"));
        state(with(
                with(local("GB/T " + (serial + 400_000) + "-2010", department), "level", "NATIONAL"),
                "publishedOn",
                "2010-06-01"));

        MovedClock.to(LocalDate.of(2025, 6, 1));
        backlog(department, 0).body("items", empty());
        backlog(department, 1).body("items.number", contains(number)).body("items.days", contains(0));
        MovedClock.to(LocalDate.of(2025, 6, 2));
        backlog(department, 0).body("items.number", contains(number)).body("items.days", contains(1));

        evaluate(number, "EVALUATION", "2025-06-02", "REVISE").statusCode(201);
        backlog(department, 0)
                .body("items[0].evaluation", equalTo("REVISE"))
                .body("items[0].since", equalTo("2020-06-01"));
        official("auditor")
                .queryParam("department", department)
                .get("review-backlog/departments?within=3650")
                .then()
                .body("departments.standards", contains(2))
                .body("departments.overdue", contains(1))
                .body("departments.longest", contains(1));
        official("auditor")
                .accept("text/csv")
                .queryParam("department", department)
                .get("review-backlog")
                .then()
                .header("Cache-Control", equalTo("private, no-store"))
                .body(startsWith("\uFEFFnumber,titleZh"))
                .body(containsString(number));

        String review = evaluate(number, "REVIEW", "2025-06-02", "KEEP")
                .statusCode(201)
                .extract()
                .path("id");
        backlog(department, 0).body("items", empty());
        // The review was of another day, five years before today: it is due again.
        MovedClock.to(LocalDate.of(2026, 1, 6));
        var correction = new HashMap<>(evaluation(number, "REVIEW", "2021-01-05", "KEEP"));
        correction.put("replaces", review);
        administrator().body(correction).post("evaluations").then().statusCode(201);
        backlog(department, 0)
                .body("items[0].reviewedOn", equalTo("2021-01-05"))
                .body("items.days", contains(1));
        refused(administrator().body(correction).post("evaluations").then(), 422, "unsuitable-correction");
        anyone().queryParam("number", number)
                .get("evaluations")
                .then()
                .body("items.kind", contains("REVIEW", "REVIEW", "EVALUATION"))
                .body("items.corrected", contains(false, true, false));
    }

    @Test
    void onlyStandardsOfTheCityAreEvaluated() {
        refused(evaluate("GB 2760-2024", "REVIEW", "2026-01-05", "KEEP"), 400, "invalid-argument")
                .body("violations[0].code", equalTo("not-of-the-city"));
        refused(evaluate("DB3711/T 999999-2020", "REVIEW", "2026-01-05", "KEEP"), 422, "unknown-standard");
        refused(evaluate("DB3711/T 999999-2020", "REVIEW", "2999-01-05", "KEEP"), 400, "invalid-argument");
    }

    private static Map<String, Object> local(String number, String department) {
        return with(standard(number, "示例地方标准", "LOCAL", "IN_FORCE"), "department", department);
    }

    private static void state(Map<String, Object> standard) {
        administrator().body(standard).post("standards").then().statusCode(201);
    }

    private static Map<String, Object> evaluation(String number, String kind, String on, String conclusion) {
        return Map.of(
                "kind",
                kind,
                "number",
                number,
                "evaluatedOn",
                on,
                "conclusion",
                conclusion,
                "effect",
                "示例",
                "body",
                "示例部门");
    }

    private static ValidatableResponse evaluate(String number, String kind, String on, String conclusion) {
        return administrator()
                .body(evaluation(number, kind, on, conclusion))
                .post("evaluations")
                .then();
    }

    private static ValidatableResponse backlog(String department, int within) {
        return official("case-handler")
                .queryParam("department", department)
                .queryParam("within", within)
                .get("review-backlog")
                .then()
                .statusCode(200);
    }

    private static Map<String, Object> report() {
        return Map.of(
                "number",
                "GB 2760-2024",
                "category",
                "ERROR",
                "words",
                "示例：条款号有误，我的电话 13812345678",
                "contact",
                CONTACT);
    }

    private static ValidatableResponse file(String key) {
        return anyone().contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(report())
                .post("feedback")
                .then();
    }

    private static ValidatableResponse follow(String id, String secret) {
        return anyone().header("Feedback-Secret", secret).get("feedback/" + id).then();
    }

    private static void act(String role, String id, int version, String path, Map<String, ?> body) {
        post(role, id, version, path, body).statusCode(200);
    }

    private static ValidatableResponse post(String role, String id, int version, String path, Map<String, ?> body) {
        var request = official(role).header("If-Match", "\"v" + version + "\"");
        return (body.isEmpty() ? request : request.body(body))
                .post("feedback-cases/" + id + "/" + path)
                .then();
    }
}

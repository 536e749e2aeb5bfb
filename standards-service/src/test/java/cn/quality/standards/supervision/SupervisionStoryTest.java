package cn.quality.standards.supervision;

import static cn.quality.standards.suite.Bodies.declaration;
import static cn.quality.standards.suite.Bodies.with;
import static cn.quality.standards.suite.Http.anyone;
import static cn.quality.standards.suite.Http.enterprise;
import static cn.quality.standards.suite.Http.official;
import static cn.quality.testing.Refusal.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import cn.quality.platform.digest.Digests;
import cn.quality.platform.sql.Jdbc;
import cn.quality.standards.StandardsTest;
import cn.quality.standards.schema.Contracts;
import cn.quality.standards.suite.Fictional;
import cn.quality.testing.CloudEvent;
import cn.quality.testing.EventBroker;
import cn.quality.testing.MovedClock;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** From the drawn list to publicity and back, over HTTP. */
@StandardsTest
class SupervisionStoryTest {

    /** A region of this test alone, so that its draws have a population of their own. */
    private static final String REGION = "371171";

    private static final String REASON = "{\"words\": \"示例理由\"}";

    @Inject
    Jdbc sql;

    @AfterEach
    void theClockGoesBack() {
        MovedClock.back();
    }

    @Test
    void fromTheDrawToPublicityAndBack() throws Exception {
        var uscc = known("日照示例水产有限公司");
        var declared = declare(uscc, "Q/RZSUP 001-2024");
        var draw = drawn(declared);

        var id = find(with(finding(declared), "draw", draw))
                .statusCode(201)
                .body("state", equalTo("FOUND"))
                .body("standardNumber", equalTo("Q/RZSUP 001-2024"))
                .body("actions", empty())
                .extract()
                .<String>path("id");
        // Not upheld yet: the enterprise knows nothing of it.
        refused(enterprise(uscc).get("supervision-cases/" + id).then(), 404, "not-found");
        enterprise(uscc).get("supervision-cases").then().body("items", empty());

        var served = MovedClock.today();
        var order = """
                {"number": "示例改〔2026〕1号", "demands": "示例：补充试验方法", "servedOn": "%s"}""".formatted(served);
        refused(act(official("case-approver", "371122"), id, "order", order), 403, "foreign-region");
        refused(
                approver()
                        .body(order)
                        .post("supervision-cases/" + id + "/order")
                        .then(),
                428,
                "precondition-required");
        act(approver(), id, "order", order)
                .statusCode(200)
                .body("state", equalTo("ORDERED"))
                .body("due", equalTo(served.plusDays(30).toString()));
        refused(act(approver(), id, "order", order), 409, "illegal-transition");
        enterprise(uscc)
                .get("supervision-cases/" + id)
                .then()
                .statusCode(200)
                .body("actions", contains("ANSWER"))
                .body("acts.official.unique()", contains(""));
        refused(enterprise(Fictional.uscc()).get("supervision-cases/" + id).then(), 404, "not-found");

        act(enterprise(uscc), id, "answers", "{\"content\": \"示例：已补充\"}")
                .statusCode(200)
                .body("state", equalTo("ANSWERED"));
        refused(act(enterprise(uscc), id, "answers", "{\"content\": \"电话 13812345678\"}"), 422, "personal-data");
        act(handler(), id, "rejection", REASON).body("state", equalTo("ORDERED"));
        act(approver(), id, "extensions", """
                        {"until": "%s", "reason": "示例：检验报告未出"}""".formatted(served.plusDays(40)))
                .statusCode(200)
                .body("extensions", hasSize(1));

        MovedClock.to(served.plusDays(40));
        refused(act(handler(), id, "proposal", REASON), 409, "not-past-due");
        MovedClock.to(served.plusDays(41));
        official("case-handler", REGION)
                .queryParam("overdue", true)
                .get("supervision-cases")
                .then()
                .body("items.id", hasItem(id));
        act(handler(), id, "proposal", REASON).body("state", equalTo("PROPOSED"));
        nothingIsPublic(id, uscc);
        act(publisher(), id, "publicity", "{\"words\": \"示例：逾期未改正，予以公示\"}")
                .statusCode(200)
                .body("state", equalTo("PUBLICISED"));

        anyone().get("publicities/" + id)
                .then()
                .statusCode(200)
                .body("uscc", equalTo(uscc))
                .body("breachZh", equalTo("公开内容不完整"))
                .body("orderNumber", equalTo("示例改〔2026〕1号"))
                .body("$", not(hasKey("acts")))
                .body("$", not(hasKey("evidenceReference")));
        anyone().queryParam("uscc", uscc).get("publicities").then().body("items.caseId", contains(id));
        await().untilAsserted(() ->
                assertThat(EventBroker.about(SupervisionEvent.TOPIC, id)).hasSize(1));
        var event = EventBroker.about(SupervisionEvent.TOPIC, id).getFirst();
        Contracts.check(event.type(), new ObjectMapper().readTree(event.data()));

        act(approver(), id, "lifting", REASON).statusCode(200).body("state", equalTo("LIFTED"));
        nothingIsPublic(id, uscc);
        await().untilAsserted(() -> assertThat(EventBroker.about(SupervisionEvent.TOPIC, id))
                .extracting(CloudEvent::type)
                .containsExactly(
                        "cn.quality.standards.supervision.publicised.v1", "cn.quality.standards.supervision.ended.v1"));
        assertThat(EventBroker.about(SupervisionEvent.TOPIC, id).getLast().data())
                .doesNotContain("示例：逾期未改正");
        assertThat(sql.query(
                        "select act from decision_log where subject_id = ? order by number",
                        row -> row.getString(1),
                        id))
                .containsExactly(
                        "supervision.find",
                        "supervision.order",
                        "supervision.answer",
                        "supervision.reject",
                        "supervision.extend",
                        "supervision.propose",
                        "supervision.publicise",
                        "supervision.lift");
    }

    private static void nothingIsPublic(String id, String uscc) {
        refused(anyone().get("publicities/" + id).then(), 404, "not-found");
        anyone().queryParam("uscc", uscc).get("publicities").then().body("items", empty());
    }

    /** Drawn once, and by anybody again: the seed is on the list, and what it was drawn from too. */
    private String drawn(String declared) {
        var body = Map.of(
                "title", "示例：监督检查", "region", REGION, "size", 1000, "inspectors", List.of("zhao", "qian", "sun"));
        refused(
                official("case-handler", "371122")
                        .body(body)
                        .post("sampling-draws")
                        .then(),
                403,
                "foreign-region");
        var key = "draw-" + declared;
        var id = handler()
                .header("Idempotency-Key", key)
                .body(body)
                .post("sampling-draws")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        assertThat(handler()
                        .header("Idempotency-Key", key)
                        .body(body)
                        .post("sampling-draws")
                        .then()
                        .extract()
                        .<String>path("id"))
                .isEqualTo(id);
        var list = handler()
                .get("sampling-draws/" + id)
                .then()
                .statusCode(200)
                .body("items.declaration", hasItem(declared))
                .body("items.inspectors.collect { it.size() }.unique()", contains(2))
                .extract();
        var population = handler()
                .accept("text/plain")
                .get("sampling-draws/" + id + "/population")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(Digests.sha256(population.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(list.path("populationDigest"));
        assertThat(population.lines()).hasSize(list.<Integer>path("population")).contains(declared);
        handler().get("sampling-draws").then().body("items.id", hasItem(id)).body("items[0]", not(hasKey("items")));
        return id;
    }

    /** A wrong finding is taken back while it is public, by somebody who read an older version. */
    @Test
    void aWrongFindingIsWithdrawnAtAnyTime() {
        var uscc = known("日照示例误查有限公司");
        var id = publicised(declare(uscc, "Q/RZSUP 002-2024"));
        anyone().get("publicities/" + id).then().statusCode(200);
        approver()
                .body("{\"words\": \"示例：认定有误\"}")
                .post("supervision-cases/" + id + "/withdrawal")
                .then()
                .statusCode(200)
                .body("state", equalTo("WITHDRAWN"))
                .body("actions", empty());
        nothingIsPublic(id, uscc);
        await().untilAsserted(() ->
                assertThat(EventBroker.about(SupervisionEvent.TOPIC, id)).hasSize(2));
    }

    @Test
    void whatCannotBeFoundIsSaid() {
        var uscc = known("日照示例核对有限公司");
        var declared = declare(uscc, "Q/RZSUP 003-2024");
        refused(find(Map.of()), 400, "invalid-argument")
                .body(
                        "violations.field",
                        contains(
                                "declaration",
                                "subject",
                                "facts",
                                "evidenceReference",
                                "evidenceSha256",
                                "breach",
                                "foundOn"));
        refused(find(with(finding(declared), "uscc", Fictional.uscc())), 422, "unknown-declaration");
        refused(
                find(with(finding(declared), "declaration", "0199e0f0-0000-7000-8000-000000000000")),
                422,
                "unknown-declaration");
        refused(find(with(finding(declared), "draw", "0199e0f0-0000-7000-8000-000000000000")), 422, "not-drawn");
        refused(
                find(with(
                        finding(declared),
                        "foundOn",
                        MovedClock.today().plusDays(1).toString())),
                422,
                "unsuitable-day");
        refused(find(with(finding(declared), "facts", "法定代表人 13812345678")), 422, "personal-data");
        var nobody = new HashMap<>(finding(declared));
        nobody.remove("declaration");
        refused(find(with(nobody, "uscc", Fictional.uscc())), 422, "unknown-enterprise");
        // Of one that declared nothing, there is nothing to name but the enterprise.
        find(with(with(nobody, "uscc", uscc), "breach", "NOT_PUBLISHED"))
                .statusCode(201)
                .body("$", not(hasKey("standardNumber")));
    }

    private static String publicised(String declared) {
        var id = find(finding(declared)).statusCode(201).extract().<String>path("id");
        var served = MovedClock.today();
        act(approver(), id, "order", """
                {"number": "示例改〔2026〕2号", "demands": "示例", "servedOn": "%s"}""".formatted(served));
        MovedClock.to(served.plusDays(31));
        act(handler(), id, "proposal", REASON);
        act(publisher(), id, "publicity", REASON).statusCode(200);
        return id;
    }

    private static Map<String, Object> finding(String declared) {
        var body = new HashMap<String, Object>();
        body.put("declaration", declared);
        body.put("subject", "烤鳗切片");
        body.put("breach", "INCOMPLETE");
        body.put("facts", "示例：未公开试验方法");
        body.put("evidenceReference", "示例检查〔2026〕1号");
        body.put("evidenceSha256", "0f".repeat(32));
        body.put("foundOn", MovedClock.today().toString());
        return body;
    }

    private static ValidatableResponse find(Map<String, Object> body) {
        return handler().body(body).post("supervision-cases").then();
    }

    /** An act upon the case as it is now. */
    private static ValidatableResponse act(RequestSpecification who, String id, String act, String body) {
        var etag = official("auditor", "371100").get("supervision-cases/" + id).header("ETag");
        return who.header("If-Match", etag)
                .body(body)
                .post("supervision-cases/" + id + "/" + act)
                .then();
    }

    private static RequestSpecification handler() {
        return official("case-handler", REGION);
    }

    private static RequestSpecification approver() {
        return official("case-approver", REGION);
    }

    private static RequestSpecification publisher() {
        return official("publisher", "371100");
    }

    private static String declare(String uscc, String number) {
        return enterprise(uscc)
                .body(declaration(number))
                .post("declarations")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** A registered enterprise, once its event has come. */
    private static String known(String name) {
        var uscc = Fictional.uscc();
        EventBroker.send(CloudEvent.of(
                "quality.credit.enterprise",
                "cn.quality.credit.enterprise.registered.v1",
                uscc,
                1,
                Map.of(
                        "uscc",
                        uscc,
                        "name",
                        name,
                        "region",
                        REGION,
                        "status",
                        "ACTIVE",
                        "subjectType",
                        "LEGAL_PERSON")));
        await().untilAsserted(() -> anyone().get("enterprises/" + uscc).then().body("name", equalTo(name)));
        return uscc;
    }
}

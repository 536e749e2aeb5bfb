package cn.quality.standards.group;

import static cn.quality.standards.suite.Bodies.standard;
import static cn.quality.standards.suite.Http.administrator;
import static cn.quality.standards.suite.Http.anyone;
import static cn.quality.testing.Refusal.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import cn.quality.platform.identifiers.UnifiedSocialCreditCode;
import cn.quality.platform.sql.Jdbc;
import cn.quality.standards.StandardsTest;
import cn.quality.standards.schema.Contracts;
import cn.quality.testing.EventBroker;
import cn.quality.testing.MovedClock;
import cn.quality.testing.Tokens;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Group standards from the proposal to the abolition, over HTTP, with a clock that moves. */
@StandardsTest
class GroupStandardStoryTest {

    private static final LocalDate START = LocalDate.of(2027, 3, 2);
    private static final String SHA = "0f".repeat(32);
    private static final Map<String, Object> DRAFT =
            Map.of("title", "示例冷冻烤鳗（征求意见稿）", "reference", "https://xiehui.example/draft.pdf", "sha256", SHA);
    private static final Map<String, Object> REASON = Map.of("reason", "示例");
    private static final List<Map<String, String>> DRAFTERS = List.of(person("甲", "示例一公司"));
    private static final List<Map<String, String>> DELEGATES = List.of(
            person("甲", "示例一公司"),
            person("乙", "示例单位一"),
            person("丙", "示例单位二"),
            person("丁", "示例单位三"),
            person("戊", "示例单位四"));

    private static int bodies;

    @Inject
    Jdbc sql;

    private final String code = "RZS" + (char) ('A' + ++bodies);
    private final String uscc =
            UnifiedSocialCreditCode.complete("51371199MJE000" + (10 + bodies)).value();
    private String bodyId = "";

    @BeforeEach
    void aBodyIsRegisteredWithItsRules() {
        MovedClock.to(START);
        assertThat(administrator()
                        .body(standard("GB 88201-2015", "示例强制性标准", "NATIONAL", "IN_FORCE"))
                        .post("standards")
                        .statusCode())
                .isIn(200, 201);
        bodyId = administrator()
                .body(Map.of("uscc", uscc, "name", "日照示例协会" + code, "code", code))
                .post("group-bodies")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        refused(propose(), 409, "papers-missing").body("detail", containsString("标准化管理办法"));
        file("RULES").statusCode(200);
        file("IPR_POLICY").statusCode(200).body("papers.kind", contains("RULES", "IPR_POLICY"));
    }

    @AfterEach
    void theClockGoesBack() {
        MovedClock.back();
    }

    private ValidatableResponse file(String kind) {
        return body().header("If-Match", "*")
                .body(Map.of("kind", kind, "document", DRAFT))
                .post("group-bodies/" + bodyId + "/papers")
                .then();
    }

    @Test
    void fromProposalToAbolition() throws Exception {
        var id = propose().statusCode(201).extract().<String>path("project.id");
        refused(anyone().get("group-projects/" + id).then(), 404, "not-found");
        refused(comment(id, "示例意见"), 404, "not-found");
        act(id, "approval", REASON).body("project.state", equalTo("DRAFTING"));

        // A draft for thirty whole days; shorter is not to be had.
        refused(post(id, "consultations", consultation(START.plusDays(29))), 422, "comment-period-shortened")
                .body("violations[0].message", containsString("2027-04-01"));
        act(id, "consultations", consultation(null))
                .body("project.consultations[0].firstDay", equalTo("2027-03-03"))
                .body("project.consultations[0].lastDay", equalTo("2027-04-01"))
                .body("actions", hasItems("EXTEND", "REDRAFT", "ABANDON"))
                .body("actions", not(hasItem("REVIEW")));
        var open = anyone().queryParam("limit", 200).get("group-consultations").then();
        open.body("items.find { it.projectId == '%s' }.daysLeft".formatted(id), equalTo(31))
                .body("items.find { it.projectId == '%s' }.draft.sha256".formatted(id), equalTo(SHA))
                .header("Cache-Control", containsString("public"));
        anyone().header("If-None-Match", open.extract().header("ETag"))
                .queryParam("limit", 200)
                .get("group-consultations")
                .then()
                .statusCode(304);
        refused(post(id, "extension", Map.of("until", "2027-03-20", "reason", "示例")), 422, "comment-period-shortened");

        // Anybody comments; who it was stays with the body.
        refused(comment(id, "请致电 13812345678"), 422, "personal-data");
        refused(comment(id, "长".repeat(2_001)), 400, "invalid-argument").body("violations.code", contains("too-long"));
        var key = UUID.randomUUID().toString();
        for (int turn = 0; turn < 2; turn++) {
            anyone().contentType(ContentType.JSON)
                    .header("Idempotency-Key", key)
                    .body(Map.of("projectId", id, "clause", "5.2", "text", "示例：补充限量", "name", "示例人员乙"))
                    .post("group-comments")
                    .then()
                    .statusCode(201)
                    .body("$", not(hasKey("name")));
        }
        MovedClock.to(START.plusDays(30).atTime(15, 59).atZone(ZoneOffset.UTC).toInstant());
        comment(id, "示例：最后一日的意见").statusCode(201);
        refused(post(id, "review", meeting(START.plusDays(31))), 409, "consultation-not-over");
        MovedClock.to(START.plusDays(31));
        refused(comment(id, "示例：迟到的意见"), 409, "consultation-closed");
        anyone().queryParam("limit", 200).get("group-consultations").then().body("items.projectId", not(hasItem(id)));
        refused(post(id, "review", meeting(START.plusDays(31))), 409, "comments-unanswered");
        anyone().get("group-projects/" + id + "/comments").then().body("items", empty());
        var comments = body().get("group-cases/" + id + "/comments").then();
        comments.body("items", hasSize(2)).body("items[0].name", equalTo("示例人员乙"));
        List<String> ids = comments.extract().path("items.id");
        refused(answer(id, ids.get(0), Map.of("fate", "REJECTED")), 400, "invalid-argument")
                .body("violations.field", contains("reason"));
        answer(id, ids.get(0), Map.of("fate", "REJECTED", "reason", "示例：已有规定")).statusCode(200);
        answer(id, ids.get(1), Map.of("fate", "ACCEPTED")).statusCode(200).body("unanswered", equalTo(0));
        anyone().get("group-projects/" + id + "/comments")
                .then()
                .body("items.fate", contains("REJECTED", "ACCEPTED"))
                .body("items[0]", not(hasKey("name")));

        // The drafter is present and does not vote.
        act(id, "review", meeting(START.plusDays(31))).body("actions", hasItem("VOTE"));
        refused(post(id, "vote", vote(List.of(1, 2, 3, 4, 5), 1, 2, 2)), 422, "unsuitable-vote")
                .body("violations.code", contains("drafter-vote", "voted-twice"));
        refused(post(id, "vote", vote(List.of(2, 3), 2, 3, 4)), 422, "unsuitable-vote")
                .body("violations.code", hasItems("more-votes-than-present", "absent"));
        refused(post(id, "vote", vote(List.of(1, 2, 3), 2, 3)), 422, "no-quorum");
        act(id, "vote", vote(List.of(1, 2, 3, 4, 5), 2, 3, 4))
                .body("project.votes[0].count.approve", equalTo(3))
                .body("project.votes[0].count.present", equalTo(4))
                .body("project.votes[0].count.abstain", equalTo(1))
                .body("project.votes[0].count.carried", equalTo(true));
        act(id, "passing", REASON);

        refused(post(id, "number", Map.of("number", "T/" + code + " 001-2026")), 422, "unsuitable-number");
        refused(post(id, "number", Map.of("number", "T/OTHER 001-2027")), 422, "unsuitable-number");
        var number = "T/" + code + " 001-2027";
        administrator()
                .body(standard("T/" + code + " 009-2027", "示例旧标准", "GROUP", "IN_FORCE"))
                .post("standards");
        refused(post(id, "number", Map.of("number", "T/" + code + " 009-2027")), 409, "number-taken");
        act(id, "number", Map.of("number", number));
        refused(post(id, "publication", publication(List.of("GB 88299-2015"))), 422, "unusable-standard")
                .body("violations.field", contains("mandatoryStandards[0]"));
        refused(post(id, "publication", Map.of("implementedOn", "2027-06-01")), 400, "invalid-argument")
                .body("violations.field", hasItems("conformity", "patents", "decision"));
        act(id, "publication", publication(List.of("GB 88201-2015")))
                .body("project.state", equalTo("PUBLISHED"))
                .body("project.reviewDueOn", equalTo("2032-04-02"));
        catalogued(number, "UPCOMING");
        Awaitility.await()
                .untilAsserted(() -> assertThat(EventBroker.about(GroupEvent.TOPIC, id).stream()
                                .map(event -> event.type().replaceAll(".*project\\.|\\.v1", "")))
                        .contains("changed", "consulted", "published"));
        for (var event : EventBroker.about(GroupEvent.TOPIC, id)) {
            Contracts.check(event.type(), new ObjectMapper().readTree(event.data()));
        }

        // Five years later.
        MovedClock.to(LocalDate.of(2032, 4, 1));
        catalogued(number, "IN_FORCE");
        anyone().queryParam("reviewDueBy", "2032-04-02")
                .queryParam("bodyId", bodyId)
                .get("group-projects")
                .then()
                .body("items.number", contains(number));
        act(id, "confirmation", REASON).body("project.reviewDueOn", equalTo("2037-04-01"));
        catalogued(number, "IN_FORCE");
        act(id, "revision", REASON).body("project.state", equalTo("REVISING"));
        var next = body().body(Map.of("title", "示例冷冻烤鳗", "scope", "示例", "reason", "示例", "revises", id))
                .post("group-cases")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("project.id");
        publishAll(next, "T/" + code + " 001-2032");
        anyone().get("group-projects/" + id).then().body("state", equalTo("REPLACED"));
        MovedClock.to(MovedClock.today().plusDays(60));
        catalogued(number, "REPLACED");
        act(next, "abolition", REASON).body("actions", empty());
        catalogued("T/" + code + " 001-2032", "ABOLISHED");
        anyone().auth()
                .oauth2(Tokens.of("auditor").sign())
                .queryParam("subjectType", "group-project")
                .queryParam("subjectId", id)
                .get("decision-log")
                .then()
                .body("items.act", hasItems("group-project.propose", "group-project.publish", "group-project.replace"));
    }

    /** Two projects that want one number at once: one gets it, and an abandoned one gives it back. */
    @Test
    void aNumberIsGivenOnce() throws Exception {
        var number = Map.<String, Object>of("number", "T/" + code + " 003-2027");
        var projects = List.of(passed(), passed());
        try (var clients = Executors.newFixedThreadPool(2)) {
            var statuses = new ArrayList<Integer>();
            for (var answer : clients.invokeAll(projects.stream()
                    .map(id -> (Callable<Integer>)
                            () -> post(id, "number", number).extract().statusCode())
                    .toList())) {
                statuses.add(answer.get());
            }
            assertThat(statuses).containsExactlyInAnyOrder(200, 409);
            var first = projects.get(statuses.indexOf(200));
            var second = projects.get(statuses.indexOf(409));
            refused(post(second, "number", number), 409, "number-taken");
            act(first, "abandonment", REASON);
            act(second, "number", number).body("project.number", equalTo("T/" + code + " 003-2027"));
        }
    }

    private String passed() {
        MovedClock.to(START);
        var id = propose().extract().<String>path("project.id");
        untilPassed(id);
        return id;
    }

    @Test
    void theNumbersOfTheLawAreDataWithTheirSource() {
        anyone().get("group-terms")
                .then()
                .statusCode(200)
                .body("items[0].commentDays", equalTo(30))
                .body("items[0].approval.numerator", equalTo(3))
                .body("items[0].source", containsString("国标委联〔2019〕1号"))
                .body("items[0].certainty", equalTo("D"));
    }

    /** A published standard that is not in line with the law: ordered, not corrected, abolished by another official. */
    @Test
    void whatIsNotCorrectedInTimeIsAbolished() {
        var id = propose().extract().<String>path("project.id");
        var number = "T/" + code + " 002-2027";
        publishAll(id, number);
        var due = MovedClock.today().plusDays(30);
        var order = Map.<String, Object>of("order", "示例市监改〔2027〕1号", "reason", "示例", "dueOn", due.toString());
        as("case-approver", "li")
                .header("If-Match", etag(id))
                .body(order)
                .post("group-cases/" + id + "/correction-order")
                .then()
                .statusCode(200)
                .body("state", equalTo("CORRECTING"))
                .body("corrections", hasSize(1));
        // An order is between the authority and the body.
        anyone().get("group-projects/" + id)
                .then()
                .body("state", equalTo("PUBLISHED"))
                .body("corrections", empty());
        anyone().queryParam("bodyId", bodyId)
                .queryParam("state", "PUBLISHED")
                .get("group-projects")
                .then()
                .body("items.id", contains(id))
                .body("items.state", contains("PUBLISHED"));
        anyone().queryParam("bodyId", bodyId)
                .queryParam("state", "CORRECTING")
                .get("group-projects")
                .then()
                .body("items", empty());
        refused(ordered(id, "zhao"), 409, "not-past-due");
        MovedClock.to(due.plusDays(1));
        refused(ordered(id, "li"), 403, "same-person");
        ordered(id, "zhao").statusCode(200).body("project.state", equalTo("ABOLISHED"));
        anyone().get("group-projects/" + id).then().body("corrections.order", contains("示例市监改〔2027〕1号"));
        catalogued(number, "ABOLISHED");
    }

    private ValidatableResponse ordered(String id, String who) {
        return as("publisher", who)
                .header("If-Match", etag(id))
                .body(REASON)
                .post("group-cases/" + id + "/ordered-abolition")
                .then();
    }

    @Test
    void aBodyActsForItselfAndNotWhileItIsSuspended() {
        var id = propose().extract().<String>path("project.id");
        var other = Tokens.of("social-organization")
                .uscc(UnifiedSocialCreditCode.complete("51371199MJE00099").value());
        var stranger = anyone().auth().oauth2(other.sign()).contentType(ContentType.JSON);
        refused(stranger.get("group-cases/" + id).then(), 403, "foreign-body");
        refused(
                anyone().auth()
                        .oauth2(other.sign())
                        .contentType(ContentType.JSON)
                        .header("If-Match", etag(id))
                        .body(REASON)
                        .post("group-cases/" + id + "/approval")
                        .then(),
                403,
                "foreign-body");
        refused(
                anyone().auth()
                        .oauth2(Tokens.of("social-organization").user("nobody").sign())
                        .get("group-cases")
                        .then(),
                403,
                "no-organization");
        suspension("suspension").statusCode(200).body("suspendedOn", notNullValue());
        refused(post(id, "approval", REASON), 409, "body-suspended");
        refused(propose(), 409, "body-suspended");
        suspension("resumption").statusCode(200).body("$", not(hasKey("suspendedOn")));
        act(id, "approval", REASON);
        act(id, "abandonment", REASON)
                .body("project.state", equalTo("ABANDONED"))
                .body("actions", empty());
        refused(post(id, "approval", REASON), 409, "illegal-transition");
    }

    private ValidatableResponse suspension(String act) {
        return administrator()
                .header("If-Match", "*")
                .body(REASON)
                .post("group-bodies/" + bodyId + "/" + act)
                .then();
    }

    /** Two bodies never bear one code, and a former code still names its body. */
    @Test
    void codesAreUniqueForGood() {
        refused(register("91371199MA3RH00187", "GB"), 400, "invalid-argument")
                .body("violations.code", contains("body-code"));
        refused(register("91371199MA3RH00187", "rzs"), 400, "invalid-argument");
        refused(register(uscc, "RZSNEW"), 409, "already-registered");
        var second = UnifiedSocialCreditCode.complete("51371199MJE002" + (10 + bodies))
                .value();
        refused(register(second, code), 409, "code-in-use");
        var since = MovedClock.today().plusDays(10);
        administrator()
                .header("If-Match", "*")
                .body(Map.of("code", code + "X", "since", since.toString(), "reason", "示例：更名"))
                .post("group-bodies/" + bodyId + "/codes")
                .then()
                .statusCode(200)
                .body("codes.code", contains(code, code + "X"));
        refused(register(second, code), 409, "code-in-use");
        anyone().queryParam("code", code).get("group-bodies").then().body("items.id", contains(bodyId));
        refused(
                administrator()
                        .header("If-Match", "*")
                        .body(Map.of("code", code + "Y", "since", since.toString(), "reason", "示例"))
                        .post("group-bodies/" + bodyId + "/codes")
                        .then(),
                422,
                "unsuitable-day");
    }

    private static ValidatableResponse register(String uscc, String code) {
        return administrator()
                .body(Map.of("uscc", uscc, "name", "日照示例协会", "code", code))
                .post("group-bodies")
                .then();
    }

    /** The whole way, for a standard about which nobody has anything to say. */
    private void publishAll(String id, String number) {
        untilPassed(id);
        act(id, "number", Map.of("number", number));
        act(id, "publication", publication(List.of()));
    }

    private void untilPassed(String id) {
        act(id, "approval", REASON);
        act(id, "consultations", consultation(null));
        MovedClock.to(MovedClock.today().plusDays(31));
        act(id, "review", meeting(MovedClock.today()));
        act(id, "vote", vote(List.of(2, 3, 4, 5), 2, 3, 4, 5));
        act(id, "passing", REASON);
    }

    private void catalogued(String number, String status) {
        anyone().queryParam("q", number)
                .get("standards")
                .then()
                .body("items.find { it.number == '%s' }.status".formatted(number), equalTo(status))
                .body("items.find { it.number == '%s' }.level".formatted(number), equalTo("GROUP"));
    }

    private ValidatableResponse propose() {
        return body().body(Map.of("title", "示例冷冻烤鳗", "scope", "示例", "reason", "示例"))
                .post("group-cases")
                .then();
    }

    private static ValidatableResponse comment(String id, String text) {
        return anyone().contentType(ContentType.JSON)
                .body(Map.of("projectId", id, "text", text))
                .post("group-comments")
                .then();
    }

    private ValidatableResponse answer(String id, String comment, Map<String, Object> body) {
        return body().body(body)
                .post("group-cases/" + id + "/comments/" + comment + "/answer")
                .then();
    }

    private ValidatableResponse act(String id, String act, Map<String, Object> body) {
        return post(id, act, body).statusCode(200);
    }

    private ValidatableResponse post(String id, String act, Map<String, Object> body) {
        return body().header("If-Match", etag(id))
                .body(body)
                .post("group-cases/" + id + "/" + act)
                .then();
    }

    private String etag(String id) {
        return body().get("group-cases/" + id).header("ETag");
    }

    private RequestSpecification body() {
        return anyone().auth()
                .oauth2(Tokens.of("social-organization").uscc(uscc).sign())
                .contentType(ContentType.JSON);
    }

    private static RequestSpecification as(String role, String who) {
        return anyone().auth().oauth2(Tokens.of(role).user(who).sign()).contentType(ContentType.JSON);
    }

    private static Map<String, String> person(String name, String organization) {
        return Map.of("name", name, "organization", organization);
    }

    private static Map<String, Object> consultation(@Nullable LocalDate until) {
        return until == null
                ? Map.of("draft", DRAFT, "drafters", DRAFTERS)
                : Map.of("draft", DRAFT, "drafters", DRAFTERS, "until", until.toString());
    }

    private static Map<String, Object> meeting(LocalDate heldOn) {
        return Map.of("heldOn", heldOn.toString(), "delegates", DELEGATES);
    }

    /** The delegates who approve, of those who came. */
    private static Map<String, Object> vote(List<Integer> attended, int... approving) {
        return Map.of(
                "attended",
                attended,
                "ballots",
                Arrays.stream(approving)
                        .mapToObj(delegate -> Map.of("delegate", delegate, "choice", "APPROVE"))
                        .toList());
    }

    private static Map<String, Object> publication(List<String> mandatory) {
        return Map.of(
                "decision",
                DRAFT,
                "text",
                DRAFT,
                "implementedOn",
                MovedClock.today().plusDays(30).toString(),
                "conformity",
                "示例：本标准的技术要求不低于强制性标准",
                "mandatoryStandards",
                mandatory,
                "patents",
                List.of(Map.of("number", "ZL 000000000000.0", "holder", "示例一公司", "licence", "示例：同意许可")));
    }
}

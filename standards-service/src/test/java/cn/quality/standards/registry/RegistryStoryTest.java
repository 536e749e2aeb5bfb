package cn.quality.standards.registry;

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
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import cn.quality.platform.sql.Jdbc;
import cn.quality.standards.StandardsTest;
import cn.quality.standards.schema.Contracts;
import cn.quality.standards.suite.Fictional;
import cn.quality.standards.suite.Tables;
import cn.quality.testing.EventBroker;
import cn.quality.testing.MovedClock;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Registries over HTTP: kinds are data, two persons decide, and what was said on a day can be read for ever. */
@StandardsTest
class RegistryStoryTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final LocalDate ENTRY = LocalDate.of(2026, 3, 2);

    @Inject
    Jdbc sql;

    @Inject
    RegistryService registry;

    @BeforeEach
    void kinds() throws IOException {
        for (var kind :
                JSON.readTree(Path.of("../seeds/standards/registry-kinds.json").toFile())) {
            administrator()
                    .body(kind.toString())
                    .put("registries/" + kind.path("code").asText())
                    .then()
                    .statusCode(200);
        }
        MovedClock.to(ENTRY);
    }

    @AfterEach
    void back() {
        MovedClock.back();
    }

    @Test
    void aKindIsDatedAndStatingItAgainChangesNothing() throws IOException {
        long versions = Tables.count(sql, "registry_kind", "code", "GOOD_PRACTICE");
        kinds();
        assertThat(Tables.count(sql, "registry_kind", "code", "GOOD_PRACTICE")).isEqualTo(versions);
        anyone().get("registries/GOOD_PRACTICE?on=2016-01-01")
                .then()
                .statusCode(200)
                .body("fields[0].choices.code", contains("AA", "AAA", "AAAA"));
        refused(anyone().get("registries/GOOD_PRACTICE?on=2015-12-31").then(), 404, "not-found");
        anyone().get("registries").then().body("registries.code", hasItem("AGRI_BASE"));

        refused(administrator().body("""
                                {"code": "OTHER", "nameZh": "示例", "fields": [{"name": "A b", "type": "CHOICE"}],
                                 "exitGrounds": [{"code": "BAD", "zh": "差", "en": "bad", "adverse": true}]}""").put("registries/EXAMPLE").then(), 400, "invalid-argument")
                .body(
                        "violations.field",
                        contains(
                                "code",
                                "subject",
                                "effectiveFrom",
                                "certainty",
                                "nameEn",
                                "fields[0].name",
                                "fields[0].choices",
                                "fields[0].zh",
                                "fields[0].en",
                                "entryRule.zh",
                                "entryRule.en",
                                "exitGrounds[0].noticeDays",
                                "source"));
    }

    /** 能进能出: a base enters, leaves on an adverse ground after the time to answer, and comes back. */
    @Test
    void aBaseEntersLeavesAndComesBack() throws JsonProcessingException {
        var name = "示例海参标准化生产基地" + UUID.randomUUID();
        var id = propose(
                "AGRI_BASE",
                Map.of(
                        "name",
                        name,
                        "region",
                        "371103",
                        "fields",
                        Map.of("level", "NATIONAL", "sector", "FISHERY", "product", "海参", "operator", "示例水产合作社"),
                        "reason",
                        "示例：验收合格"));
        refused(anyone().get("registries/AGRI_BASE/entries/" + id).then(), 404, "not-found");

        act("case-approver", id, 0, "entry", Map.of("on", "2026-03-02", "reason", "示例：审定通过", "document", "示例〔2026〕1号"))
                .body("state", equalTo("ENTERED"))
                .body("validUntil", equalTo("2029-03-01"))
                .body("history.act", contains("PROPOSE", "ENTER"));
        anyone().get("registries/AGRI_BASE/entries/" + id)
                .then()
                .statusCode(200)
                .body("name", equalTo(name))
                .body("fields.level", equalTo("NATIONAL"));

        MovedClock.to(LocalDate.of(2026, 5, 4));
        act(
                        "case-handler",
                        id,
                        1,
                        "review",
                        Map.of("ground", "FAILED", "notifiedOn", "2026-05-04", "reason", "示例：复查不合格"))
                .body("state", equalTo("UNDER_REVIEW"))
                .body("answerUntil", equalTo("2026-05-19"));
        // Nobody outside is told that it is under review.
        anyone().get("registries/AGRI_BASE/entries/" + id).then().body("state", equalTo("ENTERED"));
        refused(post("case-approver", id, 2, "exit", Map.of("on", "2026-05-04", "reason", "示例")), 409, "time-to-answer")
                .body("violations[0].message", containsString("2026-05-20"));

        MovedClock.to(LocalDate.of(2026, 5, 20));
        act("case-approver", id, 2, "exit", Map.of("on", "2026-05-20", "reason", "示例：审定退出"))
                .body("state", equalTo("EXITED"));
        anyone().get("registries/AGRI_BASE/entries/" + id)
                .then()
                .body("state", equalTo("EXITED"))
                .body("exitedOn", equalTo("2026-05-20"))
                .body("exitGround", equalTo("FAILED"));
        list("AGRI_BASE", name, null, null).body("items", empty());
        list("AGRI_BASE", name, "2026-05-19", null).body("items.id", contains(id));
        list("AGRI_BASE", name, "2026-05-20", null).body("items", empty());

        MovedClock.to(LocalDate.of(2026, 9, 1));
        official("case-handler")
                .header("If-Match", "\"v3\"")
                .body(Map.of(
                        "name",
                        name,
                        "region",
                        "371103",
                        "fields",
                        Map.of("level", "NATIONAL", "sector", "FISHERY", "product", "海参", "operator", "示例水产合作社"),
                        "reason",
                        "示例：整改后复验"))
                .post("registry-cases/" + id + "/reproposal")
                .then()
                .statusCode(200)
                .body("state", equalTo("REPROPOSED"));
        act("case-approver", id, 4, "entry", Map.of("on", "2026-09-01", "reason", "示例：复验合格"))
                .body("state", equalTo("ENTERED"))
                .body("history.act", hasItem("REENTER"))
                .body("spells", hasSize(2));
        list("AGRI_BASE", name, "2026-07-01", null).body("items", empty());
        list("AGRI_BASE", name, "2026-09-01", null).body("items.id", contains(id));

        await().untilAsserted(() ->
                assertThat(EventBroker.about("quality.standards.registry", id)).hasSize(3));
        var events = EventBroker.about("quality.standards.registry", id);
        for (var event : events) {
            Contracts.check(event.type(), JSON.readTree(event.data()));
        }
        assertThat(events)
                .extracting(event -> event.type().replaceAll(".*registry\\.(.*)\\.v1", "$1"))
                .containsExactly("entered", "exited", "entered");
        assertThat(JSON.readTree(events.get(1).data()).fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("entryId", "kind", "state");
    }

    /** What was recorded later does not change what was recorded then; and who has left is not named for any day. */
    @Test
    void whatWasRecordedThenCanBeReadForEverButNoEnterpriseThatHasLeft() {
        var uscc = Fictional.uscc();
        var name = "日照示例良好行为" + uscc + "有限公司";
        var id = propose("GOOD_PRACTICE", enterprise(name, uscc, "AA"));
        act("case-approver", id, 0, "entry", Map.of("on", "2026-03-02", "reason", "示例"));
        var then = MovedClock.now();
        MovedClock.to(LocalDate.of(2026, 3, 10));
        official("case-approver")
                .header("If-Match", "\"v1\"")
                .body(enterprise(name, uscc, "AAA"))
                .post("registry-cases/" + id + "/correction")
                .then()
                .statusCode(200);
        list("GOOD_PRACTICE", uscc, "2026-03-05", null).body("items[0].fields.grade", equalTo("AAA"));
        list("GOOD_PRACTICE", uscc, "2026-03-05", then.toString()).body("items[0].fields.grade", equalTo("AA"));
        list("GOOD_PRACTICE", uscc, "2026-03-05", "2026-03-01T00:00:00Z").body("items", empty());
        anyone().queryParam("q", uscc)
                .queryParam("field", "grade:AAA")
                .get("registries/GOOD_PRACTICE/entries")
                .then()
                .body("items.id", contains(id));
        facets(uscc)
                .body("total", equalTo(1))
                .body("withheld", equalTo(0))
                .body("facets.find {it.field == 'grade'}.value", equalTo("AAA"))
                .body("facets.find {it.field == 'region'}.value", equalTo("371102"));

        var second = propose("GOOD_PRACTICE", enterprise(name, uscc, "AAAA"));
        refused(
                post("case-approver", second, 0, "entry", Map.of("on", "2026-03-10", "reason", "示例")),
                409,
                "already-entered");
        act("case-handler", id, 2, "review", Map.of("ground", "UPGRADED", "reason", "示例：升级"));
        act("case-approver", id, 3, "exit", Map.of("on", "2026-03-10", "reason", "示例：升级"));
        anyone().get("registries/GOOD_PRACTICE/entries/" + id)
                .then()
                .body("state", equalTo("EXITED"))
                .body("name", nullValue())
                .body("uscc", nullValue())
                .body("exitGround", nullValue());
        list("GOOD_PRACTICE", uscc, "2026-03-05", null).body("items", empty());
        list("GOOD_PRACTICE", uscc, "2026-03-05", then.toString()).body("items", empty());
        anyone().queryParam("q", uscc)
                .queryParam("on", "2026-03-05")
                .get("registries/GOOD_PRACTICE/facets")
                .then()
                .body("total", equalTo(1))
                .body("withheld", equalTo(1))
                .body("facets", empty());
        act("case-approver", second, 0, "entry", Map.of("on", "2026-03-10", "reason", "示例"));
        // Officials see all of it.
        official("auditor").get("registry-cases/" + id).then().body("name", equalTo(name));
    }

    @Test
    void theListIsServedAsAFile() {
        var name = "示例标准联盟" + UUID.randomUUID();
        var id = propose(
                "TECH_ALLIANCE",
                Map.of(
                        "name",
                        name,
                        "region",
                        "371100",
                        "reason",
                        "示例",
                        "fields",
                        Map.of("level", "CITY", "industry", "茶", "members", "3")));
        act("case-approver", id, 0, "entry", Map.of("on", "2026-03-02", "reason", "示例"));
        anyone().accept("text/csv")
                .queryParam("q", name)
                .get("registries/TECH_ALLIANCE/entries")
                .then()
                .header("Content-Disposition", containsString("registry-tech-alliance.csv"))
                .body(startsWith("\uFEFFid,kind,name,"))
                .body(containsString("industry=茶; level=CITY; members=3"));
        anyone().accept("application/x-ndjson")
                .queryParam("q", name)
                .get("registries/TECH_ALLIANCE/entries")
                .then()
                .body(startsWith("{\"id\":\"" + id));
    }

    @Test
    void whatIsWrongIsRefusedAndLeavesNothing() {
        var before = Tables.rows(sql);
        refused(
                        official("case-handler")
                                .body(Map.of(
                                        "name",
                                        "示例",
                                        "region",
                                        "371102",
                                        "fields",
                                        Map.of("level", "CITY", "members", "1"),
                                        "reason",
                                        "示例"))
                                .post("registries/TECH_ALLIANCE/cases")
                                .then(),
                        400,
                        "invalid-argument")
                .body("violations.field", contains("fields.industry", "fields.members"));
        refused(
                official("case-handler")
                        .body(enterprise("日照示例有限公司", "91371199MA3RH00188", "AA"))
                        .post("registries/GOOD_PRACTICE/cases")
                        .then(),
                400,
                "invalid-argument");
        refused(
                official("case-handler", "case-handler-wulian", "371121")
                        .body(enterprise("日照示例有限公司", Fictional.uscc(), "AA"))
                        .post("registries/GOOD_PRACTICE/cases")
                        .then(),
                403,
                "foreign-region");
        refused(
                official("case-handler")
                        .body(Map.of())
                        .post("registries/NONE/cases")
                        .then(),
                404,
                "not-found");
        refused(anyone().get("registries/GOOD_PRACTICE/entries?field=grade").then(), 400, "invalid-argument");
        assertThat(Tables.rows(sql)).isEqualTo(before);
    }

    @Test
    void anActNamesTheVersionAndHappensOncePerKey() {
        var id = propose("GOOD_PRACTICE", enterprise("日照示例有限公司", Fictional.uscc(), "AA"));
        var decision = Map.of("on", "2026-03-02", "reason", "示例");
        refused(
                official("case-approver")
                        .body(decision)
                        .post("registry-cases/" + id + "/entry")
                        .then(),
                428,
                "precondition-required");
        refused(post("case-approver", id, 7, "entry", decision), 412, "stale");
        var key = UUID.randomUUID().toString();
        for (int i = 0; i < 2; i++) {
            official("case-approver")
                    .header("If-Match", "\"v0\"")
                    .header("Idempotency-Key", key)
                    .body(decision)
                    .post("registry-cases/" + id + "/entry")
                    .then()
                    .statusCode(200)
                    .body("version", equalTo(1));
        }
        assertThat(sql.query(
                        "select act from decision_log where subject_id = ? order by number",
                        row -> row.getString(1),
                        id))
                .containsExactly("registry.propose", "registry.enter");
    }

    /** Validity ends without anybody touching it; the job finds it, once. */
    @Test
    void whatIsNotValidAnyMoreIsReviewed() {
        var id = propose("GOOD_PRACTICE", enterprise("日照示例有限公司", Fictional.uscc(), "AA"));
        act("case-approver", id, 0, "entry", Map.of("on", "2026-03-02", "reason", "示例"));
        MovedClock.to(LocalDate.of(2029, 3, 1));
        reviewAll();
        official("case-handler").get("registry-cases/" + id).then().body("state", equalTo("ENTERED"));
        MovedClock.to(LocalDate.of(2029, 3, 2));
        reviewAll();
        reviewAll();
        official("case-handler")
                .get("registry-cases/" + id)
                .then()
                .body("state", equalTo("UNDER_REVIEW"))
                .body("history.act", contains("PROPOSE", "ENTER", "FALL_DUE"))
                .body("actions", contains("REVIEW"));
    }

    @Test
    void officialsSeeTheirRegionAndWhatTheyCanDo() {
        var id = propose("GOOD_PRACTICE", enterprise("日照示例有限公司", Fictional.uscc(), "AA"));
        official("case-approver")
                .get("registry-cases?state=PROPOSED&kind=GOOD_PRACTICE")
                .then()
                .body("items[0].id", equalTo(id))
                .body("items[0].actions", contains("DECLINE", "ENTER"));
        official("case-handler", "case-handler-wulian", "371121")
                .get("registry-cases?limit=200")
                .then()
                .body("items.id", not(hasItem(id)));
        refused(
                official("case-handler", "case-handler-wulian", "371121")
                        .get("registry-cases/" + id)
                        .then(),
                403,
                "foreign-region");
    }

    private void reviewAll() {
        boolean more = true;
        while (more) {
            more = registry.reviewExpired();
        }
    }

    private static Map<String, Object> enterprise(String name, String uscc, String grade) {
        return new HashMap<>(Map.of(
                "name", name, "uscc", uscc, "region", "371102", "fields", Map.of("grade", grade), "reason", "示例：评价"));
    }

    private static String propose(String kind, Map<String, ?> entry) {
        return official("case-handler")
                .body(entry)
                .post("registries/" + kind + "/cases")
                .then()
                .statusCode(201)
                .header("Location", containsString("/registry-cases/"))
                .header("ETag", equalTo("\"v0\""))
                .extract()
                .path("id");
    }

    private static ValidatableResponse act(String role, String id, int version, String path, Map<String, ?> body) {
        return post(role, id, version, path, body).statusCode(200);
    }

    private static ValidatableResponse post(String role, String id, int version, String path, Map<String, ?> body) {
        return official(role)
                .header("If-Match", "\"v" + version + "\"")
                .body(body)
                .post("registry-cases/" + id + "/" + path)
                .then();
    }

    private static ValidatableResponse list(String kind, String q, @Nullable String on, @Nullable String asOf) {
        RequestSpecification request = anyone().queryParam("q", q);
        if (on != null) {
            request.queryParam("on", on);
        }
        if (asOf != null) {
            request.queryParam("asOf", asOf);
        }
        return request.get("registries/" + kind + "/entries").then().statusCode(200);
    }

    private static ValidatableResponse facets(String q) {
        return anyone().queryParam("q", q)
                .get("registries/GOOD_PRACTICE/facets")
                .then()
                .statusCode(200);
    }
}

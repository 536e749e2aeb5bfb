package cn.quality.e2e;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.http.ContentType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What happens to an enterprise in one service reaches the other: a publicised finding the archive, a closure the declarations. */
@SuiteTest
class SupervisionTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String CASES = "/api/standards/v1/supervision-cases";

    /** The enterprise of the login {@code enterprise-closing}. */
    private static final String CLOSING = "91371199MA800001X3";

    private final Actors actors;

    SupervisionTest(Actors actors) {
        this.actors = actors;
    }

    /** Found, ordered, not corrected in time, publicised, on file; and off file again, because it was wrong. */
    @Test
    void aFindingThatIsNotCorrectedInTimeIsOnFile() {
        var uscc = Samples.registered(actors, "日照示例逾期食品有限公司");
        known(uscc);
        var id = actors.person("case-handler")
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "uscc", uscc,
                        "subject", "示例冷冻烤鳗",
                        "breach", "NOT_PUBLISHED",
                        "facts", "示例：未公开执行的标准",
                        "evidenceReference", "示例检查〔2026〕1号",
                        "evidenceSha256", "0f".repeat(32),
                        "foundOn", "2026-01-05"))
                .post(CASES)
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        act(
                "case-approver",
                id,
                "order",
                Map.of("number", "示例改〔2026〕1号", "demands", "示例：公开执行的标准", "servedOn", "2026-01-06"));
        act("case-handler", id, "proposal", Map.of("words", "示例：期满未改正"));
        actors.anybody().get("/api/standards/v1/publicities/" + id).then().statusCode(404);
        act("publisher", id, "publicity", Map.of("words", "示例：逾期未改正，予以公示"));

        actors.anybody()
                .get("/api/standards/v1/publicities/" + id)
                .then()
                .statusCode(200)
                .body("uscc", equalTo(uscc))
                .body("due", equalTo("2026-02-05"));
        await().atMost(SOON)
                .untilAsserted(() -> actors.anybody()
                        .get("/api/credit/v1/enterprises/" + uscc)
                        .then()
                        .body("recordCounts.STANDARDS_CONDUCT", equalTo(1)));

        act("case-approver", id, "withdrawal", Map.of("words", "示例：认定有误"));
        await().atMost(SOON)
                .untilAsserted(() -> actors.anybody()
                        .get("/api/standards/v1/publicities/" + id)
                        .then()
                        .statusCode(404));
        await().atMost(SOON)
                .untilAsserted(() -> actors.anybody()
                        .get("/api/credit/v1/enterprises/" + uscc)
                        .then()
                        .body("recordCounts.STANDARDS_CONDUCT", equalTo(null)));
    }

    @Test
    void closingAnEnterpriseAbolishesItsDeclarations() {
        actors.system("dept-market-supervision")
                .contentType(ContentType.JSON)
                .body(Samples.enterprise(CLOSING, "日照示例注销食品有限公司"))
                .post("/api/credit/v1/enterprises")
                .then()
                .statusCode(201);
        known(CLOSING);
        int before = declared();
        var declaration = actors.person("enterprise-closing")
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "standard", Map.of("number", "Q/E2ECL 001-2026", "title", "示例冷冻烤鳗"),
                        "executes", List.of("GB 2760-2024"),
                        "products", List.of(Map.of("name", "示例冷冻烤鳗")),
                        "indicators",
                                List.of(Map.of(
                                        "name", "蛋白质",
                                        "operator", "GE",
                                        "value", 12.5,
                                        "unit", "g/100 g",
                                        "testMethod", "GB 5009.5-2016"))))
                .post("/api/standards/v1/declarations")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        await().atMost(SOON).until(() -> declared() == before + 1);
        actors.system("dept-market-supervision")
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "closedOn",
                        "2026-03-02",
                        "reason",
                        "示例：决议解散",
                        "source",
                        Map.of("department", "日照市市场监督管理局", "recordNumber", "E2E-CLOSE-" + CLOSING)))
                .post("/api/credit/v1/enterprises/" + CLOSING + "/closure")
                .then()
                .statusCode(201);
        await().atMost(SOON)
                .untilAsserted(() -> actors.anybody()
                        .get("/api/standards/v1/declarations/" + declaration)
                        .then()
                        .body("state", equalTo("ABOLISHED")));
        actors.anybody()
                .get("/api/standards/v1/declarations?uscc=" + CLOSING)
                .then()
                .body("items", empty());
        await().atMost(SOON).until(() -> declared() == before);
    }

    /** Public declarations, as the live figures count them. */
    private int declared() {
        return actors.anybody()
                .get("/api/indicators/v1/live")
                .then()
                .statusCode(200)
                .extract()
                .path("figures.find { it.code == 'STD_SELF_DECL' }.value");
    }

    /** Waits until the standards-service knows the enterprise. */
    private void known(String uscc) {
        await().atMost(SOON)
                .untilAsserted(() -> actors.anybody()
                        .get("/api/standards/v1/enterprises/" + uscc)
                        .then()
                        .statusCode(200));
    }

    private void act(String login, String id, String act, Map<String, ?> content) {
        var etag = actors.person("auditor").get(CASES + "/" + id).header("ETag");
        actors.person(login)
                .contentType(ContentType.JSON)
                .header("If-Match", etag)
                .body(content)
                .post(CASES + "/" + id + "/" + act)
                .then()
                .statusCode(200);
    }
}

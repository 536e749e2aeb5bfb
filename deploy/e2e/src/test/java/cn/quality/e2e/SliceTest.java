package cn.quality.e2e;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** One thin slice through every part, as its users would go. */
@SuiteTest
class SliceTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    private final Actors actors;

    SliceTest(Actors actors) {
        this.actors = actors;
    }

    @Test
    void everyPartIsReady() {
        actors.anybody()
                .get("/health")
                .then()
                .statusCode(200)
                .body("parts.name", hasItem("credit"))
                .body("parts.status.unique()", hasSize(1));
    }

    @Test
    void aPlansIndicatorIsReadWithItsTargetItsBaselineAndItsQuotation() {
        actors.anybody()
                .get("/api/indicators/v1/indicators/PRD_SUPERV_PASS")
                .then()
                .statusCode(200)
                .body("nameZh", equalTo("工业产品质量监督抽查合格率"))
                .body("unit", equalTo("%"))
                .body("kind", equalTo("REACH"))
                .body("baseline.value", equalTo(93.2f))
                .body("target.value", equalTo(97))
                .body("plans", notNullValue())
                .body("quotations.text", hasItem("工业产品质量监督抽查合格率达到93.2%"));
        actors.anybody()
                .get("/api/indicators/v1/indicators/AGR_SAFETY_PASS")
                .then()
                .body("baseline.qualifier", equalTo("GE"));
    }

    @Test
    void theCatalogueHasTheNinetyThreeStatementsAndTheIndicatorsOfOtherPlans() {
        actors.anybody()
                .get("/api/indicators/v1/indicators?limit=200")
                .then()
                .statusCode(200)
                .body("items", hasSize(93 + 8));
    }

    @Test
    void aStandardIsFoundAndItsReplacementFollowed() {
        var old = actors.anybody()
                .get("/api/standards/v1/standards?q={q}", "GB/T 19001-2008")
                .then()
                .statusCode(200)
                .body("items[0].number", equalTo("GB/T 19001-2008"))
                .extract()
                .<String>path("items[0].id");
        actors.anybody()
                .get("/api/standards/v1/standards/" + old)
                .then()
                .statusCode(200)
                .body("status", equalTo("REPLACED"))
                .body("replacedBy.number", hasItem("GB/T 19001-2016"));
    }

    @Test
    void anEntryDraftedByOneAndPublishedByAnotherIsSeenEverywhere() {
        var uscc = Samples.registered(actors, "日照示例黄海食品有限公司");
        int before = figure("LST_BLACK");

        var draft = Samples.drafted(actors, "case-handler", uscc, "BLACK");
        var id = draft.extract().<String>path("id");
        actors.anybody().get("/api/credit/v1/listings/" + id).then().statusCode(404);
        actors.anybody()
                .get("/api/credit/v1/enterprises/" + uscc)
                .then()
                .statusCode(200)
                .body("listings", empty());

        var etag = Samples.prepared(actors, draft);
        actors.person("publisher")
                .contentType(ContentType.JSON)
                .header("If-Match", etag)
                .body(Map.of("announcement", "示例公告"))
                .post("/api/credit/v1/listings/" + id + "/publication")
                .then()
                .statusCode(200)
                .body("state", equalTo("PUBLISHED"));

        actors.anybody()
                .get("/api/credit/v1/enterprises/" + uscc)
                .then()
                .statusCode(200)
                .body("listings.id", contains(id))
                .body("listings[0].documentNumber", startsWith("日市监示例〔2026〕"))
                .body("fictional", equalTo(true));
        actors.anybody()
                .get("/api/credit/v1/listings?kind=BLACK&limit=200")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(id))
                .body("items.kind.unique()", contains("BLACK"));
        await().atMost(SOON)
                .untilAsserted(() -> actors.anybody()
                        .get("/api/standards/v1/enterprises/" + uscc)
                        .then()
                        .statusCode(200)
                        .body("badge", equalTo("BLACK")));
        await().atMost(SOON).until(() -> figure("LST_BLACK") == before + 1);

        actors.person("publisher")
                .contentType(ContentType.JSON)
                .body(Map.of("reason", "示例：原决定已撤销"))
                .post("/api/credit/v1/listings/" + id + "/withdrawal")
                .then()
                .statusCode(200);
        actors.anybody().get("/api/credit/v1/listings/" + id).then().statusCode(404);
        actors.anybody().get("/api/credit/v1/enterprises/" + uscc).then().body("listings", empty());
        await().atMost(SOON)
                .untilAsserted(() -> actors.anybody()
                        .get("/api/standards/v1/enterprises/" + uscc)
                        .then()
                        .body("badge", equalTo("NONE")));
        await().atMost(SOON).until(() -> figure("LST_BLACK") == before);
    }

    @Test
    void theRoleOfAPublisherIsNotThatOfACaseHandler() {
        var draft = Samples.drafted(actors, "case-handler", Samples.registered(actors, "日照示例双人复核建材有限公司"), "RED");
        published("case-handler", draft, Samples.prepared(actors, draft)).statusCode(403);
    }

    /** Four eyes are of persons: whoever has both roles may use each, but not both on one entry. */
    @Test
    void nobodyPublishesWhatTheyDraftedThemselves() {
        var own = Samples.drafted(actors, "deputy", Samples.registered(actors, "日照示例四眼建材有限公司"), "RED");
        var ownEtag = Samples.prepared(actors, own);
        published("deputy", own, ownEtag).statusCode(403).body("code", equalTo("same-person"));
        published("publisher", own, ownEtag).statusCode(200).body("state", equalTo("PUBLISHED"));

        var others = Samples.drafted(actors, "case-handler", Samples.registered(actors, "日照示例六目建材有限公司"), "RED");
        published("deputy", others, Samples.prepared(actors, others))
                .statusCode(200)
                .body("state", equalTo("PUBLISHED"));
    }

    private ValidatableResponse published(String login, ValidatableResponse draft, String etag) {
        return actors.person(login)
                .contentType(ContentType.JSON)
                .header("If-Match", etag)
                .body(Map.of())
                .post("/api/credit/v1/listings/" + draft.extract().<String>path("id") + "/publication")
                .then();
    }

    @Test
    void anEnterpriseIsFoundByTwoCharactersOfItsName() {
        var uscc = Samples.registered(actors, "日照示例鲸鲨水产有限公司");
        actors.anybody()
                .get("/api/credit/v1/enterprises?name={name}", "鲸鲨")
                .then()
                .statusCode(200)
                .body("items.uscc", contains(uscc))
                .body("items[0].match", equalTo("POSSIBLE"))
                .body("items[0].listings", equalTo(null));
        actors.anybody()
                .get("/api/credit/v1/enterprises?name={name}", "鯨鯊")
                .then()
                .body("items.uscc", contains(uscc));
        actors.anybody()
                .get("/api/credit/v1/enterprises?name={name}", "鲸")
                .then()
                .statusCode(400);
    }

    @Test
    void aDeclarationIsPublicAtOnceAndCounted() {
        int before = figure("STD_SELF_DECL");
        var number = "Q/E2E %03d-2026".formatted(Math.floorMod(System.nanoTime(), 1_000));
        var declaration = actors.person("enterprise")
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "standard", Map.of("number", number, "title", "示例冷冻烤鳗"),
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
        actors.anybody()
                .get("/api/standards/v1/declarations/" + declaration)
                .then()
                .statusCode(200)
                .body("standard.number", equalTo(number))
                .body("state", equalTo("PUBLIC"));
        await().atMost(SOON).until(() -> figure("STD_SELF_DECL") == before + 1);
        await().atMost(SOON)
                .untilAsserted(() -> actors.anybody()
                        .get("/api/credit/v1/enterprises/91371199MA3RH00187")
                        .then()
                        .body("declaredStandards.standardNumber", hasItem(number)));
        actors.anybody()
                .get("/api/indicators/v1/live/STD_SELF_DECL/records?limit=200")
                .then()
                .statusCode(200)
                .body("items.declarationId", hasItem(declaration));
    }

    @Test
    void anotherSystemPullsWhatHasChangedSinceItLastAsked() {
        var cursor = endOfTheFeed();
        var id = Samples.published(actors, Samples.registered(actors, "日照示例订阅食品有限公司"), "RED");
        await().atMost(SOON)
                .untilAsserted(() -> feedAfter(cursor)
                        .body(
                                "items.find { it.subject == '%s' }.type".formatted(id),
                                equalTo("cn.quality.credit.listing.published.v1"))
                        .body("items.find { it.subject == '%s' }.data.kind".formatted(id), equalTo("RED")));
        actors.anybody().get("/api/credit/v1/changes").then().statusCode(401);
    }

    private String endOfTheFeed() {
        var page = feedAfter("");
        while (page.extract().<Boolean>path("more")) {
            page = feedAfter(page.extract().path("next"));
        }
        return page.extract().path("next");
    }

    private ValidatableResponse feedAfter(String cursor) {
        return actors.system("screening-bank")
                .get("/api/credit/v1/changes?limit=200&after=" + cursor)
                .then()
                .statusCode(200);
    }

    @Test
    void theEdgeIsHardened() {
        actors.anybody()
                .get("/")
                .then()
                .statusCode(200)
                .header("Content-Security-Policy", not(containsString("unsafe")))
                .header("X-Content-Type-Options", equalTo("nosniff"))
                .header("X-Request-Id", notNullValue())
                .header("Server", equalTo(null));
    }

    @Test
    void anAuditorProvesTheDecisionLogs() {
        for (var service : List.of("credit", "standards", "indicators")) {
            actors.person("auditor")
                    .get("/api/" + service + "/v1/decision-log/verification")
                    .then()
                    .statusCode(200)
                    .body("intact", equalTo(true));
            actors.person("auditor")
                    .get("/api/" + service + "/v1/dead-letters")
                    .then()
                    .statusCode(200)
                    .body("items", empty());
        }
    }

    private int figure(String code) {
        return actors.anybody()
                .get("/api/indicators/v1/live")
                .then()
                .statusCode(200)
                .extract()
                .path("figures.find { it.code == '%s' }.value".formatted(code));
    }
}

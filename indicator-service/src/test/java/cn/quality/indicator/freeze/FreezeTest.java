package cn.quality.indicator.freeze;

import static cn.quality.indicator.Api.anyone;
import static cn.quality.indicator.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import cn.quality.indicator.Api;
import cn.quality.indicator.IndicatorTest;
import cn.quality.platform.clock.LegalDates;
import cn.quality.testing.CloudEvent;
import cn.quality.testing.EventBroker;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Live figures fixed at a review, and what becomes of them afterwards. */
@IndicatorTest
class FreezeTest {

    private static final String RATE = "FOD_DRUG_PASS";

    @Inject
    Clock clock;

    @BeforeEach
    void catalogue() {
        Api.put("/areas/371100", "{\"code\": \"371100\", \"name\": \"日照市\", \"kind\": \"CITY\"}");
        Api.put("/plans/freeze-plan", Api.plan("freeze-plan", "食品、药品抽检合格率稳定在98%以上，企业标准达到3000项。"));
        Api.put("/indicators/" + RATE, Api.indicator(RATE, "食品、药品抽检合格率", "freeze-plan", "食品、药品抽检合格率"));
        Api.put("/indicators/STD_SELF_DECL", """
                {"code": "STD_SELF_DECL", "nameZh": "企业标准数量", "nameEn": "Self-declared standards",
                 "domain": "standardization", "unit": "项", "kind": "REACH", "direction": "AT_LEAST",
                 "target": {"year": 2020, "value": 3000, "qualifier": "GE", "text": "3000项"},
                 "plans": ["freeze-plan"], "quotations": [{"plan": "freeze-plan", "text": "企业标准达到3000项"}]}""");
    }

    @Test
    void whatArrivesLaterChangesTheLiveFigureAlone() {
        var period = "2017-Q2";
        sampled("2017-05-02", true);
        sampled("2017-06-30", false);
        untilCounted(2);

        var freeze = freeze(RATE, period)
                .statusCode(201)
                .body("status", equalTo("A"))
                .extract()
                .jsonPath();
        assertThat(freeze.getString("frozenBy")).isEqualTo("city-reviewer");
        assertThat(freeze.getLong("numerator")).isEqualTo(1);
        assertThat(freeze.getLong("denominator")).isEqualTo(2);
        assertThat(freeze.getInt("value")).isEqualTo(50);
        // It is an observation that nobody but officials sees before another person publishes it.
        as("auditor")
                .get("/observations/recorded?indicator=%1$s&from=%2$s&to=%2$s".formatted(RATE, period))
                .then()
                .body("items", hasSize(1))
                .body("items[0].status", equalTo("A"))
                .body("items[0].numerator", equalTo(1))
                .body("items[0].denominator", equalTo(2))
                .body("items[0].area", equalTo("371100"));
        anyone().get("/observations?indicator=%1$s&from=%2$s&to=%2$s".formatted(RATE, period))
                .then()
                .body("items", hasSize(0));

        sampled("2017-04-01", true);
        sampled("2017-04-02", true);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(frozen(period).getInt("live")).isEqualTo(75));
        var shown = frozen(period);
        assertThat(shown.getInt("value")).isEqualTo(50);
        assertThat(shown.getInt("difference")).isEqualTo(25);
        assertThat(shown.getLong("denominator")).isEqualTo(2);
        freeze(RATE, period).statusCode(409).body("code", equalTo("already-frozen"));
        as("auditor")
                .get("/live/%s/freezes".formatted(RATE))
                .then()
                .body("freezes.findAll {it.period == '%s'}".formatted(period), hasSize(1));
        assertThat(EventBroker.about("quality.indicator.live", freeze.getString("id")))
                .extracting(CloudEvent::type)
                .containsExactly("cn.quality.indicator.live.frozen.v1");
        as("auditor")
                .get("/decision-log?subjectType=live-freeze&subjectId=" + freeze.getString("id"))
                .then()
                .body("items.act", equalTo(List.of("live.freeze")));
    }

    @Test
    void nothingOutOfNothingIsFrozenAsMissing() {
        freeze(RATE, "2016").statusCode(201).body("status", equalTo("M")).body("denominator", equalTo(0));
        as("auditor")
                .get("/observations/recorded?indicator=%s&from=2016&to=2016".formatted(RATE))
                .then()
                .body("items[0].status", equalTo("M"));
    }

    /** P while the period runs, and then A: the same way that reports of a round go. */
    @Test
    void aCountOfTheRunningPeriodIsProvisionalAndCanBeFrozenAgain() {
        var year = String.valueOf(LegalDates.today(clock).getYear());
        freeze("STD_SELF_DECL", year).statusCode(201).body("status", equalTo("P"));
        freeze("STD_SELF_DECL", year).statusCode(201).body("status", equalTo("P"));
        anyone().get("/live")
                .then()
                .body(
                        "figures.find {it.code == 'STD_SELF_DECL'}.frozen.findAll {it.period == '%s'}".formatted(year),
                        hasSize(1));
        var lastYear = String.valueOf(LegalDates.today(clock).getYear() - 1);
        freeze("STD_SELF_DECL", lastYear).statusCode(201).body("status", equalTo("A"));
        freeze("STD_SELF_DECL", "2019").statusCode(422).body("code", equalTo("unsuitable-period"));
    }

    @Test
    void theSameRequestIsDoneOnceAndAnOldVersionIsRefused() {
        var key = UUID.randomUUID().toString();
        var first = reviewer(key)
                .body(body("2018"))
                .post(path(RATE))
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        reviewer(key).body(body("2018")).post(path(RATE)).then().statusCode(201).body("id", equalTo(first));
        reviewer(key).body(body("2019")).post(path(RATE)).then().statusCode(409);
        var version = figure().getLong("version");
        reviewer(UUID.randomUUID().toString())
                .header("If-Match", "\"v%d\"".formatted(version + 1))
                .body(body("2019"))
                .post(path(RATE))
                .then()
                .statusCode(412);
    }

    @Test
    void badInputIsRefused() {
        freeze("LST_GREEN", "2018").statusCode(404);
        freeze("LST_RED", String.valueOf(LegalDates.today(clock).getYear()))
                .statusCode(422)
                .body("code", equalTo("not-observed"));
        freeze(RATE, String.valueOf(LegalDates.today(clock).getYear() + 1))
                .statusCode(422)
                .body("code", equalTo("unsuitable-period"));
        freeze(RATE, "2018-13").statusCode(400).body("violations[0].field", equalTo("period"));
        reviewer("k").body("{\"period\": \"2018\"}").post(path(RATE)).then().statusCode(400);
        reviewer("k")
                .body("{\"period\": \"2018\", \"reason\": \"示例\", \"value\": 99}")
                .post(path(RATE))
                .then()
                .statusCode(400);
        as("auditor").get("/live/LST_GREEN/freezes").then().statusCode(404);
    }

    private static String path(String code) {
        return "/live/%s/freezes".formatted(code);
    }

    private static String body(String period) {
        return "{\"period\": \"%s\", \"reason\": \"示例考核评审\"}".formatted(period);
    }

    private static ValidatableResponse freeze(String code, String period) {
        return reviewer(UUID.randomUUID().toString())
                .body(body(period))
                .post(path(code))
                .then();
    }

    private static RequestSpecification reviewer(String key) {
        return as("city-reviewer").contentType(ContentType.JSON).header("Idempotency-Key", key);
    }

    private static JsonPath figure() {
        return anyone().get("/live").jsonPath().setRootPath("figures.find {it.code == '%s'}".formatted(RATE));
    }

    private static JsonPath frozen(String period) {
        return anyone().get("/live")
                .jsonPath()
                .setRootPath("figures.find {it.code == '%s'}.frozen.find {it.period == '%s'}".formatted(RATE, period));
    }

    /** The drill-down lists the results of all years, and no other test of this figure sends any. */
    private static void untilCounted(int records) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> anyone().get("/live/%s/records?limit=200".formatted(RATE))
                        .then()
                        .body("items", hasSize(records)));
    }

    private static void sampled(String day, boolean passed) {
        var id = UUID.randomUUID().toString();
        EventBroker.send(
                CloudEvent.of("quality.credit.record", "cn.quality.credit.record.recorded.v1", id, 1, """
                        {"recordId": "%s", "currentId": "%s", "uscc": "91371199MA3RH00187", "kind": "SAMPLING_RESULT",
                         "department": "日照市市场监督管理局", "occurredOn": "%s", "disclosure": "PUBLIC", "region": "371102",
                         "sampling": {"product": "示例产品", "productKind": "FOOD", "passed": %s, "recheck": false}}""".formatted(
                                        id, id, day, passed))
                        .with("time", "2026-03-02T01:15:00Z")
                        .with("partitionkey", id)
                        .with("actor", "publisher"));
    }
}

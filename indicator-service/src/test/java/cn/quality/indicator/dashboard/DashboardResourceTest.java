package cn.quality.indicator.dashboard;

import static cn.quality.indicator.Api.anyone;
import static cn.quality.indicator.Api.put;
import static cn.quality.indicator.observation.Figures.figure;
import static cn.quality.indicator.observation.Figures.given;
import static cn.quality.indicator.observation.Figures.givenCount;
import static cn.quality.indicator.observation.Figures.publish;
import static cn.quality.indicator.observation.Figures.record;
import static cn.quality.testing.Refusal.refused;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import cn.quality.indicator.IndicatorTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@IndicatorTest
class DashboardResourceTest {

    private static final String CITY = "990700";

    private static void target(String id, String indicator, String kind, String baseline, String figure) {
        put("/targets/" + id, """
                {"id": "%s", "indicator": "%s", "definition": 1, "plan": "figures", "area": "990700", "kind": "%s",
                 "direction": "AT_LEAST",
                 "baseline": {"year": 2015, "value": %s, "qualifier": "EQ", "text": "基数"},
                 "figure": {"year": 2020, "value": %s, "qualifier": "GE", "text": "目标"},
                 "passages": [{"text": "合格率达到97%%以上", "about": "TARGET"}]}""".formatted(id, indicator, kind, baseline, figure))
                .statusCode(201);
    }

    private static ValidatableResponse page(String path) {
        return anyone().get("/dashboards/" + path).then().statusCode(200);
    }

    private static String line(String target) {
        return "targets.find { it.progress.target == '" + target + "' }";
    }

    @Test
    void aCityPageHasItsTargetsWithFiguresStatesAndReasons() {
        givenCount("T_PAGE_GAIN");
        target("page.gain", "T_PAGE_GAIN", "REACH", "54", "250");
        record(figure("T_PAGE_GAIN", CITY, "2018", "\"value\": 138"));
        publish("T_PAGE_GAIN");
        record(figure("T_PAGE_GAIN", CITY, "2018", "\"value\": 140, \"reason\": \"复核更正\""));
        page("areas/990700?date=2018-12-31").body(line("page.gain") + ".latest.value", equalTo(138));
        publish("T_PAGE_GAIN");

        var line = line("page.gain");
        page("areas/990700?date=2018-12-31")
                .header("Cache-Control", containsString("max-age=30"))
                .header("ETag", notNullValue())
                .body("area.code", equalTo(CITY))
                .body("date", equalTo("2018-12-31"))
                .body(line + ".indicator.nameZh", equalTo("家数T_PAGE_GAIN"))
                .body(line + ".progress.state", equalTo("OFF_TRACK"))
                .body(line + ".progress.expected", equalTo(171.6f))
                .body(line + ".progress.share", equalTo(0.7313f))
                .body(line + ".progress.reason.zh", containsString("按直线轨迹应为171.6家"))
                .body(line + ".latest.value", equalTo(140))
                .body(line + ".latest.revised.was", equalTo(138))
                .body(line + ".latest.revised.because", equalTo("复核更正"))
                .body("states.OFF_TRACK", greaterThanOrEqualTo(1))
                .body("states", hasKey("ACHIEVED"))
                .body("domains.find { it.domain == 'product' }.states.OFF_TRACK", greaterThanOrEqualTo(1))
                .body("children.area.code", contains("990700-GXQ", "990701", "990702"))
                .body("live.code", hasItems("LST_RED", "LST_BLACK"));
        // 2019 is due by now.
        page("areas/990700?date=2019-12-31")
                .body(line + ".progress.state", equalTo("NO_DATA"))
                .body(line + ".latest.period", equalTo("2018"));
    }

    @Test
    void theCityIsAnAreaLikeAnother() {
        given("T_PAGE_CITY");
        var city = page("city?date=2018-12-31").extract();
        String code = city.path("area.code");
        page("areas/" + code + "?date=2018-12-31").header("ETag", equalTo(city.header("ETag")));
    }

    @Test
    void aCountyIsHeldToTheTargetsOfItsCityByItsOwnFigures() {
        given("T_PAGE_FLOOR");
        target("page.floor", "T_PAGE_FLOOR", "MAINTAIN", "98", "98");
        givenCount("T_PAGE_COUNT");
        target("page.count", "T_PAGE_COUNT", "REACH", "54", "250");
        record(
                figure("T_PAGE_FLOOR", "990701", "2018", "\"value\": 97.9"),
                figure("T_PAGE_FLOOR", CITY, "2018", "\"value\": 98.5"),
                figure("T_PAGE_COUNT", "990701", "2018", "\"value\": 30"));
        publish("T_PAGE_FLOOR");
        publish("T_PAGE_COUNT");
        page("areas/990701?date=2018-12-31")
                .body("above.code", contains(CITY))
                .body(line("page.floor") + ".progress.state", equalTo("OFF_TRACK"))
                .body(line("page.floor") + ".latest.area", equalTo("990701"))
                .body(line("page.count") + ".progress.state", equalTo("NOT_JUDGED"))
                .body("live", empty());
        page("areas/990700?date=2018-12-31")
                .body(line("page.floor") + ".progress.state", equalTo("ACHIEVED"))
                .body("children.find { it.area.code == '990701' }.states.OFF_TRACK", greaterThanOrEqualTo(1));
        put("/targets/page.count/decomposition", """
                {"rule": "SUM", "basis": "责任分解方案", "shares": [
                  {"area": "990701", "value": 25}, {"area": "990702", "value": 225}]}""").statusCode(201);
        page("areas/990701?date=2018-12-31")
                .body(line("page.count") + ".progress.state", equalTo("REACHED"))
                .body(line("page.count") + ".progress.figure.value", equalTo(25));
        // The zone lay in the district until 2018.
        page("areas/990701?date=2017-12-31").body("children.area.code", contains("990700-GXQ"));
        page("areas/990701?date=2018-12-31").body("children", empty());
    }

    @Test
    void aDomainShowsAlsoWhatHasNoTarget() {
        given("T_PAGE_BARE");
        record(
                figure("T_PAGE_BARE", CITY, "2017", "\"value\": 91"),
                figure("T_PAGE_BARE", CITY, "2018", "\"value\": 92"));
        publish("T_PAGE_BARE");
        var line = "indicators.find { it.indicator.code == 'T_PAGE_BARE' }.latest";
        page("domains/product?area=990700&date=2018-12-31")
                .body("domain", equalTo("product"))
                .body(line + ".period", equalTo("2018"))
                .body(line + ".value", equalTo(92))
                .body("targets.indicator.domain.unique()", contains("product"));
        page("domains/product?area=990700&date=2017-12-31").body(line + ".value", equalTo(91));
        page("domains/product?area=990702&date=2018-12-31")
                .body("indicators.find { it.indicator.code == 'T_PAGE_BARE' }", not(hasKey("latest")));
    }

    @Test
    void anIndicatorPageHasTheSeriesTheTargetsAndTheirWords() {
        given("T_PAGE_SERIES");
        target("page.series", "T_PAGE_SERIES", "REACH", "90", "97");
        record(
                figure("T_PAGE_SERIES", CITY, "2016", "\"value\": 91"),
                figure("T_PAGE_SERIES", CITY, "2017", "\"value\": 92.5"),
                figure("T_PAGE_SERIES", CITY, "2018", "\"value\": 94"),
                figure("T_PAGE_SERIES", "990702", "2018", "\"value\": 95"));
        publish("T_PAGE_SERIES");
        page("indicators/T_PAGE_SERIES?area=990700&date=2018-12-31")
                .body("indicator.quotations.text", contains("合格率达到97%以上"))
                .body("definitions.version", contains(1))
                .body("series.period", contains("2016", "2017", "2018"))
                .body("series.value", contains(91, 92.5f, 94))
                .body("targets.baseline.value", contains(90))
                .body("targets.passages[0].text", contains("合格率达到97%以上"))
                .body("progress.target", contains("page.series"))
                .body("progress.forecast[0].points", equalTo(3))
                .body("areas.area", contains(CITY, "990702"))
                .body("areas.value", contains(94, 95));
        page("indicators/T_PAGE_SERIES?area=990702").body("series.value", contains(95));
    }

    @Test
    void conflictsStandSideBySideWithTheProgressOfEach() {
        given("T_PAGE_ONE");
        given("T_PAGE_OTHER");
        target("page.one", "T_PAGE_ONE", "REACH", "90", "97");
        target("page.other", "T_PAGE_OTHER", "REACH", "90", "98");
        put("/conflicts/page-conflict", """
                {"id": "page-conflict", "title": {"zh": "目标不一致", "en": "Two targets"},
                 "explanation": {"zh": "两处目标不同", "en": "They differ"}, "sides": [
                   {"plan": "figures", "indicator": "T_PAGE_ONE", "target": "page.one", "passage": "合格率达到97%以上",
                    "says": {"zh": "97", "en": "97"}},
                   {"plan": "figures", "indicator": "T_PAGE_OTHER", "target": "page.other", "passage": "合格率达到97%以上",
                    "says": {"zh": "98", "en": "98"}}]}""").statusCode(201);
        page("indicators/T_PAGE_ONE?area=990700")
                .body("conflicts.conflict.id", contains("page-conflict"))
                .body("conflicts[0].conflict.sides.indicator", contains("T_PAGE_ONE", "T_PAGE_OTHER"))
                .body("conflicts[0].progress.target", contains("page.one", "page.other"));
        page("areas/990700").body("conflicts.conflict.id", hasItem("page-conflict"));
    }

    @Test
    void aPageIsShownAsItWasPublishedThen() {
        given("T_PAGE_THEN");
        target("page.then", "T_PAGE_THEN", "MAINTAIN", "97", "97");
        record(figure("T_PAGE_THEN", CITY, "2018", "\"value\": 97.2"));
        publish("T_PAGE_THEN");
        page("areas/990700?date=2018-12-31&asOf=2020-01-01")
                .body(line("page.then") + ".progress.state", equalTo("NO_DATA"))
                .body(line("page.then"), not(hasKey("latest")))
                .body("live", empty());
        page("areas/990700?date=2018-12-31&asOf=2070-01-01")
                .body(line("page.then") + ".progress.state", equalTo("ACHIEVED"));
        page("indicators/T_PAGE_THEN?area=990700&asOf=2020-01-01")
                .body("series", empty())
                .body("areas", empty());
    }

    @Test
    void thePageThatTheClientHasIsNotSentAgain() {
        given("T_PAGE_TAG");
        var path = "/dashboards/indicators/T_PAGE_TAG?area=990700&date=2018-12-31";
        var tag = anyone().get(path).then().statusCode(200).extract().header("ETag");
        anyone().header("If-None-Match", tag).get(path).then().statusCode(304);
    }

    @ParameterizedTest
    @CsvSource({
        "areas/990799,                          404, ''",
        "areas/nowhere,                         404, ''",
        "domains/no-such,                       404, ''",
        "domains/NO,                            404, ''",
        "indicators/T_NO_SUCH,                  404, ''",
        "indicators/no,                         404, ''",
        "areas/990700?date=2018-13-01,          400, date",
        "areas/990700?asOf=never,               400, asOf",
        "areas/990700?area=990701,              400, area",
        "city?dat=2018-12-31,                   400, dat",
        "domains/product?area=990799,           400, area",
        "domains/product?area=here,             400, area",
        "indicators/T_PAGE_MEANT?area=990799,   400, area",
        "indicators/T_PAGE_MEANT?asof=2020-01-01, 400, asof",
    })
    void whatIsNotMeantIsNamed(String path, int status, String field) {
        given("T_PAGE_MEANT");
        var answer = refused(
                anyone().get("/dashboards/" + path).then(), status, status == 404 ? "not-found" : "invalid-argument");
        if (!field.isEmpty()) {
            answer.body("violations[0].field", containsString(field));
        }
    }
}

package cn.quality.indicator.progress;

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
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import cn.quality.indicator.IndicatorTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@IndicatorTest
class ProgressResourceTest {

    private static final String CITY = "990700";

    private static void target(String id, String indicator, String kind, String direction, String figures) {
        put("/targets/" + id, """
                {"id": "%s", "indicator": "%s", "definition": 1, "plan": "figures", "area": "990700", "kind": "%s",
                 "direction": "%s", %s, "passages": [{"text": "合格率达到97%%以上", "about": "TARGET"}]}""".formatted(id, indicator, kind, direction, figures))
                .statusCode(201);
    }

    private static String from(String value) {
        return "\"baseline\": {\"year\": 2015, \"value\": %s, \"qualifier\": \"EQ\", \"text\": \"基数\"}"
                .formatted(value);
    }

    private static String to(String value) {
        return "\"figure\": {\"year\": 2020, \"value\": %s, \"qualifier\": \"GE\", \"text\": \"目标\"}".formatted(value);
    }

    private static ValidatableResponse progress(String id, String query) {
        var path = "/targets/" + id + "/progress";
        return anyone().get(query.isEmpty() ? path : path + "?" + query).then().statusCode(200);
    }

    /** In force on one day alone: the others judge by what they have. */
    @Test
    void theBandsAreThoseOfTheDay() {
        givenCount("T_BANDS");
        target("progress.bands", "T_BANDS", "REACH", "AT_LEAST", from("54") + "," + to("250"));
        record(figure("T_BANDS", CITY, "2017", "\"value\": 112"));
        publish("T_BANDS");
        bands("2018-07-01", "1", "0.8").statusCode(201);
        bands("2018-06-30", "0.7", "0.5").statusCode(201);
        bands("2018-06-30", "0.7", "0.5").statusCode(200).header("ETag", equalTo("\"v1\""));
        progress("progress.bands", "date=2018-06-29").body("state", equalTo("OFF_TRACK"));
        progress("progress.bands", "date=2018-06-30")
                .body("state", equalTo("ON_TRACK"))
                .body("bands.onTrack", equalTo(0.7f))
                .body("bands.basis", equalTo("示例办法"));
        progress("progress.bands", "date=2018-07-01").body("state", equalTo("OFF_TRACK"));
        bands("2018-06-30", "1", "0.8").statusCode(200).header("ETag", equalTo("\"v2\""));
        progress("progress.bands", "date=2018-06-30").body("state", equalTo("OFF_TRACK"));
        anyone().get("/progress-bands")
                .then()
                .statusCode(200)
                .body("items.validFrom", hasItems("1949-01-01", "2018-06-30", "2018-07-01"));

        refused(bands("2018-06-30", "0.8", "0.8"), 422, "inconsistent-bands")
                .body("violations[0].field", equalTo("atRisk"));
        refused(bands("2018-06-30", "0.8", "0"), 400, "invalid-argument")
                .body("violations[0].field", equalTo("atRisk"));
        refused(
                        put(
                                "/progress-bands/2018-06-29",
                                "{\"validFrom\": \"2018-06-30\", \"onTrack\": 1, \"atRisk\": 0.8, \"basis\": \"示例\"}"),
                        400,
                        "invalid-argument")
                .body("violations[0].field", equalTo("validFrom"));
        progress("progress.bands", "date=2018-06-30").body("bands.onTrack", equalTo(1));
    }

    private static ValidatableResponse bands(String validFrom, String onTrack, String atRisk) {
        return put("/progress-bands/" + validFrom, """
                {"validFrom": "%s", "onTrack": %s, "atRisk": %s, "basis": "示例办法"}""".formatted(validFrom, onTrack, atRisk));
    }

    @Test
    void theBaselineIsNotIgnored() {
        givenCount("T_GAIN");
        target("progress.gain", "T_GAIN", "REACH", "AT_LEAST", from("54") + "," + to("250"));
        record(figure("T_GAIN", CITY, "2018", "\"value\": 140"));
        progress("progress.gain", "date=2018-12-31").body("state", equalTo("NO_DATA"));
        publish("T_GAIN");
        progress("progress.gain", "date=2018-12-31")
                .header("Cache-Control", containsString("max-age=30"))
                .body("state", equalTo("OFF_TRACK"))
                .body("expected", equalTo(171.6f))
                .body("gained", equalTo(0.4388f))
                .body("share", equalTo(0.7313f))
                .body("actual.period", equalTo("2018"))
                .body("trajectory.method", equalTo("LINEAR"))
                .body("bands.atRisk", equalTo(0.8f))
                .body("forecast.points", equalTo(1))
                .body("forecast", not(hasKey("value")))
                .body("reason.zh", containsString("按直线轨迹应为171.6家"));
        progress("progress.gain", "date=2019-12-31").body("state", equalTo("NO_DATA"));
        progress("progress.gain", "").body("state", equalTo("NO_DATA")).body("", not(hasKey("forecast")));
        // 250 of the city are not 250 of a district.
        progress("progress.gain", "area=990701").body("state", equalTo("NOT_JUDGED"));
    }

    @ParameterizedTest
    @CsvSource({"97.9, OFF_TRACK", "98.0, ACHIEVED"})
    void aFloorThatIsItsOwnBaselineDividesByNothing(String value, String state) {
        var code = "T_FLOOR_" + value.replace('.', '_');
        given(code);
        var id = "progress.floor" + value;
        target(id, code, "MAINTAIN", "AT_LEAST", from("98") + "," + to("98"));
        record(
                figure(code, CITY, "2018", "\"value\": " + value),
                figure(code, "990701", "2018", "\"value\": " + value));
        publish(code);
        progress(id, "date=2018-12-31").body("state", equalTo(state)).body("", not(hasKey("share")));
        progress(id, "date=2018-12-31&area=990701").body("state", equalTo(state));
    }

    @Test
    void zeroIsAchievedByAZeroAndNotBySilence() {
        givenCount("T_ZERO");
        target(
                "progress.zero",
                "T_ZERO",
                "ZERO",
                "EXACTLY",
                "\"figure\": {\"year\": 2020, \"value\": 0, \"qualifier\": \"EQ\", \"text\": \"为零\"}");
        record(figure("T_ZERO", "990701", "2018", "\"value\": 0"), figure("T_ZERO", CITY, "2018", "\"value\": 1"));
        publish("T_ZERO");
        progress("progress.zero", "date=2018-12-31&area=990701").body("state", equalTo("ACHIEVED"));
        progress("progress.zero", "date=2018-12-31&area=990702")
                .body("state", equalTo("NO_DATA"))
                .body("", not(hasKey("actual")));
        progress("progress.zero", "date=2018-12-31").body("state", equalTo("OFF_TRACK"));
    }

    @Test
    void atTheEdgeTheReadingDecidesAndTheOtherIsShown() {
        givenCount("T_EDGE");
        target(
                "progress.edge",
                "T_EDGE",
                "REACH",
                "AT_LEAST",
                from("28") + "," + to("80")
                        + ", \"reading\": {\"qualifier\": \"GE\", \"reason\": {\"zh\": \"约数\", \"en\": \"approximate\"}}");
        record(figure("T_EDGE", CITY, "2020", "\"value\": 80"));
        publish("T_EDGE");
        progress("progress.edge", "date=2021-01-01")
                .body("state", equalTo("ACHIEVED"))
                .body("reading.reason.zh", equalTo("约数"))
                .body("readOtherwise.qualifier", equalTo("GT"))
                .body("readOtherwise.state", equalTo("MISSED"));
    }

    @Test
    void aBaselineOfAnotherDefinitionIsNoStartingPoint() {
        given("T_BROKEN");
        put("/definitions/T_BROKEN/2", """
                {"indicator": "T_BROKEN", "version": 2, "validFrom": "2016-01-01", "scope": {"zh": "抽检", "en": "sampling"},
                 "unit": "%", "measure": "RATE", "decimals": 1, "breakReason": {"zh": "口径改变", "en": "another scope"}}""");
        put("/targets/progress.broken", """
                {"id": "progress.broken", "indicator": "T_BROKEN", "definition": 2, "baselineDefinition": 1,
                 "plan": "figures", "area": "990700", "kind": "REACH", "direction": "AT_LEAST", %s, %s,
                 "passages": [{"text": "合格率达到97%%以上", "about": "TARGET"}]}""".formatted(from("96.8"), to("98"))).statusCode(201);
        record(figure("T_BROKEN", CITY, "2018", "\"definition\": 2, \"value\": 97.5"));
        publish("T_BROKEN");
        progress("progress.broken", "date=2018-12-31")
                .body("state", equalTo("NOT_YET_REACHED"))
                .body("", not(hasKey("expected")))
                .body("", not(hasKey("baseline")));
    }

    @Test
    void whatHadBeenPublishedByThenIsAllThatCounts() {
        given("T_THEN");
        target("progress.then", "T_THEN", "MAINTAIN", "AT_LEAST", to("97"));
        record(figure("T_THEN", CITY, "2018", "\"value\": 97.2"));
        publish("T_THEN");
        progress("progress.then", "date=2018-12-31&asOf=2020-01-01").body("state", equalTo("NO_DATA"));
        progress("progress.then", "date=2018-12-31&asOf=2070-01-01").body("state", equalTo("ACHIEVED"));
    }

    @Test
    void allTargetsOfAPlanAreListed() {
        given("T_LISTED");
        target("progress.listed", "T_LISTED", "REACH", "AT_LEAST", to("97"));
        anyone().get("/progress?plan=figures&indicator=T_LISTED&date=2018-12-31")
                .then()
                .statusCode(200)
                .body("items.target", contains("progress.listed"))
                .body("items.state", contains("NO_DATA"));
    }

    @ParameterizedTest
    @CsvSource({
        "date=2018-13-01, date",
        "date=tomorrow,   date",
        "date=9999-01-01, date",
        "asOf=never,      asOf",
        "area=990999,     area",
        "area=here,       area",
        "dat=2018-12-31,  dat",
    })
    void whatIsNotMeantIsNamed(String query, String field) {
        given("T_MEANT");
        put("/targets/progress.meant", """
                {"id": "progress.meant", "indicator": "T_MEANT", "definition": 1, "plan": "figures", "area": "990700",
                 "kind": "REACH", "direction": "AT_LEAST", %s,
                 "passages": [{"text": "合格率达到97%%以上", "about": "TARGET"}]}""".formatted(to("97")));
        refused(anyone().get("/targets/progress.meant/progress?" + query).then(), 400, "invalid-argument")
                .body("violations[0].field", containsString(field));
        refused(anyone().get("/progress?plan=NO").then(), 400, "invalid-argument")
                .body("violations[0].field", equalTo("plan"));
        refused(anyone().get("/targets/no.such/progress").then(), 404, "not-found");
    }
}

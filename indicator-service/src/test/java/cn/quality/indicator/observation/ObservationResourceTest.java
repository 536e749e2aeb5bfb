package cn.quality.indicator.observation;

import static cn.quality.indicator.Api.administrator;
import static cn.quality.indicator.Api.anyone;
import static cn.quality.indicator.Api.as;
import static cn.quality.indicator.observation.Figures.figure;
import static cn.quality.indicator.observation.Figures.given;
import static cn.quality.indicator.observation.Figures.givenCount;
import static cn.quality.indicator.observation.Figures.publish;
import static cn.quality.indicator.observation.Figures.record;
import static cn.quality.testing.Refusal.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import cn.quality.indicator.IndicatorTest;
import io.restassured.http.ContentType;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@IndicatorTest
class ObservationResourceTest {

    @Test
    void aFigureIsPublicOnceSomebodyElsePublishesIt() {
        given("T_OBS_PUBLIC");
        record(figure("T_OBS_PUBLIC", "990701", "2018", "\"value\": 93.40"))
                .statusCode(200)
                .body("recorded", equalTo(1))
                .body("revised", equalTo(0));
        anyone().get("/observations?indicator=T_OBS_PUBLIC")
                .then()
                .statusCode(200)
                .body("items", empty());
        as("administrator")
                .get("/observations/recorded?indicator=T_OBS_PUBLIC")
                .then()
                .body("items", hasSize(1))
                .body("items[0].recorded.by", equalTo("administrator"))
                .body("items[0]", not(hasKey("publishedAt")));
        publish("T_OBS_PUBLIC").statusCode(200).body("observations", equalTo(1)).body("revisions", equalTo(0));
        var shown = anyone().get("/observations?indicator=T_OBS_PUBLIC")
                .then()
                .body("items[0].period", equalTo("2018"))
                .body("items[0].frequency", equalTo("A"))
                .body("items[0].qualifier", equalTo("EQ"))
                .body("items[0].status", equalTo("A"))
                .body("items[0]", not(hasKey("recorded")))
                .body("items[0]", not(hasKey("revised")))
                .extract()
                .asString();
        assertThat(shown).contains("\"value\":93.40");
        refused(publish("T_OBS_PUBLIC"), 422, "nothing-to-publish");
    }

    @Test
    void nobodyPublishesTheirOwnFigures() {
        given("T_OBS_OWN");
        record(figure("T_OBS_OWN", "990701", "2018", "\"value\": 93.4"));
        refused(
                anyone().auth()
                        .oauth2(cn.quality.testing.Tokens.of("publisher", "administrator")
                                .user("administrator")
                                .region("371100")
                                .sign())
                        .contentType(ContentType.JSON)
                        .body("{\"indicators\": [\"T_OBS_OWN\"], \"basis\": \"审定\"}")
                        .post("/observations/publications")
                        .then(),
                403,
                "same-person");
        anyone().get("/observations?indicator=T_OBS_OWN").then().body("items", empty());
    }

    @Test
    void aRevisionNeedsItsReasonAndCarriesItsMark() {
        given("T_OBS_REVISED");
        record(figure("T_OBS_REVISED", "990701", "2018", "\"value\": 93.4"));
        publish("T_OBS_REVISED");
        record(figure("T_OBS_REVISED", "990701", "2018", "\"value\": 93.40")).body("unchanged", equalTo(1));
        refused(record(figure("T_OBS_REVISED", "990701", "2018", "\"value\": 93.2")), 422, "unsuitable-observations")
                .body("violations[0].field", equalTo("observations[0].reason"))
                .body("violations[0].code", equalTo("reason-of-a-revision"));
        record(figure("T_OBS_REVISED", "990701", "2018", "\"value\": 93.2, \"reason\": \"复核更正\""))
                .body("revised", equalTo(1));
        var before = anyone().get("/observations?indicator=T_OBS_REVISED");
        before.then().body("items[0].value", equalTo(93.4f));
        publish("T_OBS_REVISED").body("revisions", equalTo(1));
        anyone().get("/observations?indicator=T_OBS_REVISED")
                .then()
                .header("ETag", not(equalTo(before.header("ETag"))))
                .body("items", hasSize(1))
                .body("items[0].value", equalTo(93.2f))
                .body("items[0].revised.was", equalTo(93.4f))
                .body("items[0].revised.because", equalTo("复核更正"))
                .body(
                        "items[0].revised.on",
                        equalTo(java.time.LocalDate.now(java.time.ZoneId.of("Asia/Shanghai"))
                                .toString()));
        anyone().get("/observations?indicator=T_OBS_REVISED&history=true")
                .then()
                .body("items.value", contains(93.4f, 93.2f))
                .body("items[0]", hasKey("supersededAt"))
                .body("items[1]", not(hasKey("supersededAt")));
    }

    @Test
    void aDraftNeverShowsThroughTimeTravelNorAsARevisionNumber() {
        given("T_OBS_DRAFT");
        record(figure("T_OBS_DRAFT", "990701", "2018", "\"value\": 90"));
        record(figure("T_OBS_DRAFT", "990701", "2018", "\"value\": 91, \"reason\": \"笔误\""));
        publish("T_OBS_DRAFT");
        record(figure("T_OBS_DRAFT", "990701", "2018", "\"value\": 92, \"reason\": \"未公布的草稿\""));
        var history = anyone().get("/observations?indicator=T_OBS_DRAFT&history=true&asOf=2099-01-01")
                .then()
                .body("items.value", contains(91))
                .body("items[0]", not(hasKey("revised")))
                .extract()
                .asString();
        assertThat(history).doesNotContain("草稿", "笔误", "revision");
        as("auditor")
                .get("/observations/recorded?indicator=T_OBS_DRAFT&history=true")
                .then()
                .body("items.value", contains(90, 91, 92))
                .body("items.recorded.revision", contains(1, 2, 3));
    }

    @Test
    void aRangeOfPeriodsTakesInItsLastOneWhole() {
        given("T_OBS_RANGE");
        for (var quarter : new String[] {"2018-Q1", "2018-Q2", "2018-Q3", "2018-Q4", "2019-Q1", "2019-Q4"}) {
            record(figure("T_OBS_RANGE", "990701", quarter, "\"value\": 93"));
        }
        record(figure("T_OBS_RANGE", "990701", "2018", "\"value\": 93"));
        publish("T_OBS_RANGE");
        anyone().get("/observations?indicator=T_OBS_RANGE&frequency=Q&from=2018&to=2018")
                .then()
                .body("items.period", contains("2018-Q1", "2018-Q2", "2018-Q3", "2018-Q4"));
        anyone().get("/observations?indicator=T_OBS_RANGE&frequency=A&from=2018&to=2018-Q2")
                .then()
                .body("items", empty());
        anyone().get("/observations?indicator=T_OBS_RANGE&limit=3&frequency=Q")
                .then()
                .body("items.period", contains("2018-Q1", "2018-Q2", "2018-Q3"))
                .header("Link", containsString("rel=\"next\""));
        String next = anyone().get("/observations?indicator=T_OBS_RANGE&limit=3&frequency=Q")
                .path("next");
        anyone().get("/observations?indicator=T_OBS_RANGE&limit=3&frequency=Q&after=" + next)
                .then()
                .body("items.period", contains("2018-Q4", "2019-Q1", "2019-Q4"))
                .body("", not(hasKey("next")));
    }

    @Test
    void ratesRollUpBySumsAndWhatIsMissingIsNoZero() {
        given("T_OBS_RATE");
        record(
                figure("T_OBS_RATE", "990701", "2019", "\"numerator\": 45, \"denominator\": 50"),
                figure("T_OBS_RATE", "990702", "2019", "\"numerator\": 980, \"denominator\": 1000"));
        publish("T_OBS_RATE");
        var whole = anyone().get("/observations/roll-up?indicator=T_OBS_RATE&area=990700&period=2019")
                .then()
                .statusCode(200)
                .body("method", equalTo("RATIO"))
                .body("numerator", equalTo(1025))
                .body("denominator", equalTo(1050))
                .body("status", equalTo("P"))
                .body("parts", hasSize(2))
                .body("missing", contains("990700-GXQ"))
                .extract()
                .asString();
        assertThat(whole).contains("\"value\":97.6190476190");
        anyone().get("/observations/roll-up?indicator=T_OBS_RATE&area=990700&period=2017")
                .then()
                .body("", not(hasKey("value")))
                .body("status", equalTo("M"))
                .body("missing", hasSize(3));
    }

    @Test
    void whatAZoneReportedBeforeItLeftStaysWhereItWas() {
        givenCount("T_OBS_MOVED");
        for (var year : new String[] {"2017", "2018"}) {
            record(
                    figure("T_OBS_MOVED", "990701", year, "\"value\": 10"),
                    figure("T_OBS_MOVED", "990700-GXQ", year, "\"value\": 3"));
        }
        publish("T_OBS_MOVED");
        var path = "/observations/roll-up?indicator=T_OBS_MOVED&area=990701&period=";
        anyone().get(path + "2017").then().body("value", equalTo(13)).body("method", equalTo("SUM"));
        anyone().get(path + "2018").then().body("value", equalTo(10)).body("parts.area", contains("990701"));
        anyone().get("/observations/roll-up?indicator=T_OBS_MOVED&area=990700&period=2017")
                .then()
                .body("value", equalTo(13));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "T_OBS_BAD | 990701 | 2018    | \"value\": 101                                                    | value       | in-range",
                "T_OBS_BAD | 990701 | 2018    | \"value\": -1                                                     | value       | in-range",
                "T_OBS_BAD | 990701 | 2018    | \"numerator\": 51, \"denominator\": 50                             | numerator   | part-of-the-whole",
                "T_OBS_BAD | 990701 | 2018    | \"numerator\": 50                                                 | denominator | whole-fraction",
                "T_OBS_BAD | 990701 | 2018    | \"value\": 91, \"numerator\": 45, \"denominator\": 50              | value       | value-of-the-fraction",
                "T_OBS_BAD | 990701 | 2018    | \"numerator\": 5, \"denominator\": 0                               | numerator   | part-of-the-whole",
                "T_OBS_BAD | 990701 | 2018    | \"status\": \"A\"                                                 | value       | said-or-missing",
                "T_OBS_BAD | 990701 | 2018    | \"value\": 90, \"status\": \"M\"                                   | value       | said-or-missing",
                "T_OBS_BAD | 990701 | 2018    | \"level\": \"比较满意\"                                            | level       | level-of-the-scale",
                "T_OBS_BAD | 990701 | 2018    | \"value\": 90, \"unit\": \"家\"                                    | unit        | unit-of-the-definition",
                "T_OBS_BAD | 990701 | 2099    | \"value\": 90                                                     | period      | period-has-begun",
                "T_OBS_BAD | 990799 | 2018    | \"value\": 90                                                     | area        | known-area",
                "T_OBS_NO  | 990701 | 2018    | \"value\": 90                                                     | indicator   | known-indicator",
            })
    void whatCannotBeIsRefusedByItsRule(
            String indicator, String area, String period, String rest, String field, String rule) {
        given("T_OBS_BAD");
        refused(record(figure(indicator, area, period, rest)), 422, "unsuitable-observations")
                .body("violations.field", hasItems("observations[0]." + field))
                .body("violations.code", hasItems(rule));
        as("auditor").get("/observations/recorded?indicator=T_OBS_BAD").then().body("items", empty());
    }

    @Test
    void aRunningPeriodIsProvisional() {
        given("T_OBS_RUNNING");
        int year = cn.quality.testing.MovedClock.today().getYear();
        refused(record(figure("T_OBS_RUNNING", "990701", "" + year, "\"value\": 90")), 422, "unsuitable-observations")
                .body("violations.code", contains("period-is-over"));
        record(figure("T_OBS_RUNNING", "990701", "" + year, "\"value\": 90, \"status\": \"P\""))
                .statusCode(200);
    }

    @Test
    void nothingOfNothingIsMissing() {
        given("T_OBS_EMPTY");
        record(figure("T_OBS_EMPTY", "990701", "2018", "\"numerator\": 0, \"denominator\": 0"))
                .statusCode(200);
        publish("T_OBS_EMPTY");
        anyone().get("/observations?indicator=T_OBS_EMPTY")
                .then()
                .body("items[0].status", equalTo("M"))
                .body("items[0]", not(hasKey("value")));
    }

    @Test
    void oneFaultAndNothingIsStored() {
        given("T_OBS_HALF");
        refused(
                        record(
                                figure("T_OBS_HALF", "990701", "2018", "\"value\": 90"),
                                figure("T_OBS_HALF", "990701", "2018", "\"value\": 91"),
                                figure("T_OBS_HALF", "990702", "2018", "\"value\": 190")),
                        422,
                        "unsuitable-observations")
                .body("violations.field", contains("observations[1].period", "observations[2].value"))
                .body("violations.code", contains("reported-twice", "in-range"));
        as("auditor").get("/observations/recorded?indicator=T_OBS_HALF").then().body("items", empty());
    }

    @ParameterizedTest
    @CsvSource({
        "observations?asof=2018-01-01,                            asof,         unknown-parameter",
        "observations?asOf=yesterday,                             asOf,         format",
        "observations?asOf=2018-01-01&updatedAfter=2019-01-01,    asOf,         after",
        "observations?from=2018-Q5,                               from,         pattern",
        "observations/roll-up?indicator=T_X&period=2018,          area,         not-null",
    })
    void aQuestionThatIsNotMeantIsRefused(String path, String field, String code) {
        refused(anyone().get("/" + path).then(), 400, "invalid-argument")
                .body("violations[0].field", equalTo(field))
                .body("violations[0].code", equalTo(code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030"})
    void aSheetOfEitherEncodingIsRead(String encoding) {
        given("T_OBS_CSV");
        var csv =
                "指标代码,地区代码,年度,数值,分子,分母,数据来源,更正原因\nT_OBS_CSV,990701,2018,93.4%%,,,通报 %1$s,重报\nT_OBS_CSV,990702,2018,,45,50,通报 %1$s,重报\n"
                        .formatted(encoding);
        administrator()
                .contentType("text/csv")
                .body(csv.getBytes(Charset.forName(encoding)))
                .post("/observations/batch")
                .then()
                .statusCode(200);
        as("auditor")
                .get("/observations/recorded?indicator=T_OBS_CSV")
                .then()
                .body("items.value", contains(93.4f, 90))
                .body("items[0].source", equalTo("通报 " + encoding));
    }

    @Test
    void eachCellThatIsWrongIsNamed() {
        given("T_OBS_CELLS");
        refused(
                        administrator()
                                .contentType("text/csv")
                                .body(
                                        ("indicator,area,period,value,source\nT_OBS_CELLS,990701,2018,NaN,s\nT_OBS_CELLS,990701,18,93,s\n")
                                                .getBytes(StandardCharsets.UTF_8))
                                .post("/observations/batch")
                                .then(),
                        400,
                        "unreadable-lines")
                .body("violations.field", contains("rows[2].value", "rows[3].period"));
        refused(
                        administrator()
                                .contentType("text/csv")
                                .body("indicator,area,period,value,source\nT_OBS_CELLS,990701,2018,193,s\n"
                                        .getBytes(StandardCharsets.UTF_8))
                                .post("/observations/batch")
                                .then(),
                        422,
                        "unsuitable-observations")
                .body("violations[0].field", equalTo("rows[2].value"));
    }

    @Test
    void whatLeavesCanComeInAgain() {
        given("T_OBS_TRIP");
        record(
                figure("T_OBS_TRIP", "990701", "2018", "\"value\": 93.40, \"qualifier\": \"GE\""),
                figure("T_OBS_TRIP", "990702", "2018-Q1", "\"numerator\": 1, \"denominator\": 3, \"status\": \"E\""));
        publish("T_OBS_TRIP");
        for (var form :
                new String[] {"text/csv", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"}) {
            var file = anyone().accept(form)
                    .get("/observations?indicator=T_OBS_TRIP")
                    .then()
                    .statusCode(200)
                    .header("Content-Type", startsWith(form))
                    .extract()
                    .asByteArray();
            administrator()
                    .contentType(form)
                    .body(file)
                    .post("/observations/batch")
                    .then()
                    .statusCode(200)
                    .body("unchanged", equalTo(2));
        }
    }
}

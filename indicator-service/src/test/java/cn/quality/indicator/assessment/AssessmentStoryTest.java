package cn.quality.indicator.assessment;

import static cn.quality.indicator.Api.anyone;
import static cn.quality.indicator.Api.put;
import static cn.quality.indicator.assessment.Cycles.ONE;
import static cn.quality.indicator.assessment.Cycles.OTHER;
import static cn.quality.indicator.assessment.Cycles.act;
import static cn.quality.indicator.assessment.Cycles.city;
import static cn.quality.indicator.assessment.Cycles.entries;
import static cn.quality.indicator.assessment.Cycles.person;
import static cn.quality.indicator.assessment.Cycles.reporter;
import static cn.quality.indicator.assessment.Cycles.step;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.oneOf;

import cn.quality.indicator.IndicatorTest;
import cn.quality.indicator.observation.Figures;
import cn.quality.indicator.sdmx.Sdmx;
import cn.quality.platform.digest.Digests;
import cn.quality.testing.MovedClock;
import cn.quality.testing.Node;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole cycle over HTTP, and what is refused on its way. */
@IndicatorTest
class AssessmentStoryTest {

    private static final String SCHEME = "story-scheme";

    @TempDir
    Path folder;

    @BeforeEach
    void prepare() {
        Cycles.prepare(SCHEME);
    }

    @AfterEach
    void back() {
        MovedClock.back();
    }

    @Test
    void aYearFromItsTargetsToItsCorrection() throws IOException {
        MovedClock.to(LocalDate.of(2025, 6, 30));
        String id = Cycles.open(SCHEME, 2025)
                .statusCode(201)
                .body("state", equalTo("TARGET_FILING"))
                .body("targetsDue", equalTo("2025-06-30"))
                .body("selfEvaluationDue", equalTo("2026-07-15"))
                .extract()
                .path("id");
        anyone().get("/assessments/" + id).then().statusCode(404);
        act(reporter(ONE), id, "areas/" + ONE + "/targets", "{\"document\": \"示例政发〔2025〕1号\"}")
                .statusCode(200)
                .body("areas[0].targetsLate", equalTo(false));
        step(id, "START_SELF_EVALUATION").statusCode(422).body("code", equalTo("year-not-over"));
        MovedClock.to(LocalDate.of(2025, 7, 1));
        act(reporter(OTHER), id, "areas/" + OTHER + "/targets", "{\"document\": \"示例政发〔2025〕2号\"}")
                .body("areas[1].targetsLate", equalTo(true));

        MovedClock.to(LocalDate.of(2026, 7, 1));
        step(id, "START_SELF_EVALUATION").statusCode(200);
        act(reporter(ONE), id, "areas/" + ONE + "/entries", entries()).statusCode(200);
        act(reporter(ONE), id, "areas/" + ONE + "/submission", "").statusCode(200);
        act(reporter(ONE), id, "areas/" + ONE + "/entries", entries())
                .statusCode(409)
                .body("code", equalTo("already-submitted"));
        // The other area does not report on M21 and M22.
        act(
                        reporter(OTHER),
                        id,
                        "areas/" + OTHER + "/entries",
                        entries()
                                .replace(
                                        "{\"node\": \"M21\", \"document\": \"示例计划\"}, {\"node\": \"M22\", \"count\": 0},",
                                        ""))
                .statusCode(200);
        MovedClock.to(LocalDate.of(2026, 7, 15));
        step(id, "START_ON_SITE_CHECK").statusCode(409).body("code", equalTo("self-evaluation-open"));
        MovedClock.to(LocalDate.of(2026, 7, 16));
        act(reporter(OTHER), id, "areas/" + OTHER + "/submission", "")
                .statusCode(200)
                .body("areas[0].evaluatedLate", equalTo(false))
                .body("areas[1].evaluatedLate", equalTo(true));
        step(id, "START_ON_SITE_CHECK").statusCode(200);

        act(
                        city("checker"),
                        id,
                        "areas/" + OTHER + "/findings",
                        "{\"reason\": \"现场核查\", \"entries\": [{\"node\": \"M12\", \"count\": 2}]}")
                .statusCode(200);
        city("checker")
                .get("/assessment-cycles/" + id + "/areas/" + OTHER)
                .then()
                .statusCode(200)
                .body("history.findAll { it.entry.node == 'M12' }.entry.count", contains(2, 0))
                .body("history[0].stage", equalTo("ON_SITE_CHECK"))
                .body("provisional.notReported", contains("M21", "M22"));
        step(id, "START_REVIEW").statusCode(200);
        step(id, "OPEN_APPEALS").statusCode(409).body("code", equalTo("not-reviewed"));
        // Nobody reviews their own self-evaluation, whatever role they have besides.
        act(
                        person("city-reviewer", "reporter-" + ONE, Cycles.CITY),
                        id,
                        "areas/" + ONE + "/review",
                        "{\"remark\": \"同意\"}")
                .statusCode(409)
                .body("code", equalTo("same-person"));
        act(city("reviewer"), id, "areas/" + ONE + "/review", "{\"remark\": \"同意\"}")
                .statusCode(200);
        act(city("reviewer"), id, "areas/" + OTHER + "/review", "{\"remark\": \"同意\"}")
                .statusCode(200);
        step(id, "OPEN_APPEALS").statusCode(200);

        act(reporter(OTHER), id, "areas/" + OTHER + "/appeal", "{\"reason\": \"年度计划已印发\"}")
                .statusCode(200);
        publish("head", id).statusCode(409).body("code", equalTo("appeal-waits"));
        act(city("reviewer"), id, "areas/" + OTHER + "/appeal-decision", "{\"upheld\": true, \"reason\": \"属实\"}")
                .statusCode(409)
                .body("code", equalTo("same-person"));
        act(
                        city("checker"),
                        id,
                        "areas/" + ONE + "/findings",
                        "{\"reason\": \"无申诉\", \"entries\": [{\"node\": \"M12\", \"count\": 1}]}")
                .statusCode(409)
                .body("code", equalTo("no-upheld-appeal"));
        act(city("head"), id, "areas/" + OTHER + "/appeal-decision", "{\"upheld\": true, \"reason\": \"属实\"}")
                .statusCode(200);
        act(
                        city("checker"),
                        id,
                        "areas/" + OTHER + "/findings",
                        "{\"reason\": \"申诉成立\", \"entries\": [{\"node\": \"M21\", \"document\": \"示例计划\"}]}")
                .statusCode(200);
        anyone().get("/assessments/" + id).then().statusCode(404);
        publish("head", id).statusCode(200).body("state", equalTo("PUBLISHED")).body("edition", equalTo(1));

        var first = anyone().get("/assessments/" + id)
                .then()
                .statusCode(200)
                .body("areas.area", contains(ONE, OTHER))
                .body("areas.grade", contains("A", "B"))
                .body("areas.rank", contains(1, 2))
                .body("areas[1].notReported", contains("M22"))
                .body("areas[1].reported", equalTo(11))
                .body("areas[1].applicable", equalTo(12))
                .extract();
        String digest = first.path("digest");
        var bundle = anyone().get("/assessments/" + id + "/bundle");
        assertThat(bundle.header("ETag")).isEqualTo("\"" + digest + "\"");
        assertThat(Digests.sha256(bundle.asByteArray())).isEqualTo(digest);
        anyone().header("If-None-Match", "\"" + digest + "\"")
                .get("/assessments/" + id + "/bundle")
                .then()
                .statusCode(304);
        assertThat(verified(bundle.asByteArray(), digest)).contains("OK").contains(digest);

        // An error is found: the first area missed ten follow-ups.
        act(
                        city("checker"),
                        id,
                        "areas/" + ONE + "/findings",
                        "{\"reason\": \"漏计\", \"entries\": [{\"node\": \"M12\", \"count\": 10}]}")
                .statusCode(409)
                .body("code", equalTo("illegal-transition"));
        act(city("head"), id, "correction", "{\"reason\": \"核查时漏计\"}").statusCode(200);
        publish("other-head", id).statusCode(409).body("code", equalTo("nothing-corrected"));
        act(
                        city("checker"),
                        id,
                        "areas/" + ONE + "/findings",
                        "{\"reason\": \"漏计\", \"entries\": [{\"node\": \"M12\", \"count\": 10}]}")
                .statusCode(200);
        anyone().get("/assessments/" + id).then().body("digest", equalTo(digest));
        publish("checker", id).statusCode(409).body("code", equalTo("same-person"));
        publish("head", id).statusCode(200).body("edition", equalTo(2));

        var second = anyone().get("/assessments/" + id)
                .then()
                .statusCode(200)
                .body("edition", equalTo(2))
                .body("editions", hasSize(2))
                .body("editions[1].reason", equalTo("核查时漏计"))
                .body("editions[1].changed.area", contains(ONE))
                .body("editions[1].changed[0].gradeBefore", equalTo("A"))
                .body("editions[1].changed[0].gradeAfter", equalTo("C"))
                .body("areas.rank", contains(2, 1))
                .extract();
        anyone().get("/assessments/" + id + "?edition=1")
                .then()
                .statusCode(200)
                .body("digest", equalTo(digest))
                .body("areas.grade", contains("A", "B"));
        anyone().get("/assessments/" + id + "?edition=3").then().statusCode(404);
        anyone().get("/dashboards/areas/" + ONE)
                .then()
                .statusCode(200)
                .body("assessment.grade", notNullValue())
                .body("assessment.edition", notNullValue());
        anyone().get("/dashboards/areas/" + ONE + "?asOf=2001-01-01").then().body("", not(hasKey("assessment")));
        anyone().get("/dashboards/areas/" + Cycles.CITY)
                .then()
                .body("children.find { it.area.code == '" + OTHER + "' }.assessment.grade", notNullValue());
        assertThat(anyone().get("/assessments/" + id + "/bundle?edition=1").asByteArray())
                .isEqualTo(bundle.asByteArray());
        var corrected = anyone().get("/assessments/" + id + "/bundle").asByteArray();
        assertThat(verified(corrected, second.path("digest"))).contains("OK");
        anyone().get("/assessments?limit=200").then().body("items.id", hasItem(id));

        statisticiansReadTheScore(id);

        var tampered = new String(corrected, UTF_8).replace("\"grade\":\"C\"", "\"grade\":\"B\"");
        assertThat(verified(tampered.getBytes(UTF_8), second.path("digest"))).contains("DIFFERS");
    }

    /** As any figure that was corrected: the new one, the old one as it stood, and both. */
    private static void statisticiansReadTheScore(String id) {
        var scores = "/v2/data/dataflow/RZ/DF_ASSESSMENT/1.0.0/A.%s.%s.ACTUAL".formatted(ONE, SCHEME);
        var table = "application/vnd.sdmx.data+csv;version=2.0.0";
        var editions = anyone().get("/assessments/" + id).jsonPath();
        var before = "2025," + anyone().get("/assessments/" + id + "?edition=1").path("areas[0].score") + ",";
        var after = "2025," + editions.getString("areas[0].score") + ",";
        assertThat(before).isNotEqualTo(after);
        assertThat(Sdmx.get(scores, table).asString()).contains(after, "等级：C").doesNotContain(before);
        assertThat(Sdmx.get(scores + "?asOf=" + editions.getString("editions[0].publishedAt"), table)
                        .asString())
                .contains(before, "等级：A")
                .doesNotContain(after);
        assertThat(Sdmx.get(scores + "?includeHistory=true", table).asString()).contains(before, after);
        for (var form : List.of(
                "application/vnd.sdmx.genericdata+xml;version=2.1", "application/vnd.sdmx.data+json;version=1.0.0")) {
            assertThat(Sdmx.get("/v1/data/DF_ASSESSMENT/A.%s.%s.ACTUAL".formatted(ONE, SCHEME), form)
                            .statusCode())
                    .as(form)
                    .isEqualTo(200);
        }
        assertThat(Sdmx.get(
                                "/v2/availability/dataflow/RZ/DF_ASSESSMENT/1.0.0/A.*.%s.ACTUAL".formatted(SCHEME),
                                "application/vnd.sdmx.structure+json;version=2.0.0")
                        .asString())
                .contains(ONE, OTHER, SCHEME)
                .doesNotContain("PRD_SUPERV_PASS");
        // What is scored is no indicator.
        assertThat(Sdmx.get("/v2/data/dataflow/RZ/DF_QUALITY/1.0.0/A.%s.%s.ACTUAL".formatted(ONE, SCHEME), table)
                        .statusCode())
                .isEqualTo(204);
    }

    @Test
    void nothingOfABadReportIsStored() {
        MovedClock.to(LocalDate.of(2026, 7, 1));
        String id = Cycles.open(SCHEME, 2023).statusCode(201).extract().path("id");
        step(id, "START_SELF_EVALUATION").statusCode(200);

        act(reporter(ONE), id, "areas/" + ONE + "/entries", """
                        {"entries": [{"node": "M12", "count": 1}, {"node": "T11", "numerator": 401, "denominator": 400},
                                     {"node": "T31", "value": 100.5}, {"node": "X1", "count": 1}, {"node": "M12", "count": 2}]}""")
                .statusCode(422)
                .body("code", equalTo("unfit-entry"))
                .body(
                        "violations.field",
                        contains("entries[1].numerator", "entries[2].value", "entries[3].node", "entries[4].node"));
        act(reporter(ONE), id, "areas/" + ONE + "/entries", "{\"entries\": [{\"node\": \"T31\", \"value\": \"many\"}]}")
                .statusCode(400)
                .body("violations[0].field", equalTo("entries[0].value"));
        act(reporter(ONE), id, "areas/" + ONE + "/entries", "{\"entries\": [{\"node\": \"T31\", \"value\": NaN}]}")
                .statusCode(400);
        act(
                        reporter(ONE),
                        id,
                        "areas/" + ONE + "/entries",
                        "{\"entries\": [{\"node\": \"T31\", \"value\": 1e999999999}]}")
                .statusCode(400);
        act(reporter(ONE), id, "areas/" + ONE + "/entries", "{\"entries\": [{\"node\": \"M12\", \"count\": -1}]}")
                .statusCode(400)
                .body("violations[0].field", equalTo("entries[0].count"));
        act(reporter(ONE), id, "areas/" + OTHER + "/entries", entries())
                .statusCode(403)
                .body("code", equalTo("foreign-region"));
        act(reporter(ONE), id, "areas/990199/entries", entries())
                .statusCode(404)
                .body("code", equalTo("unknown-area"));
        reporter(ONE)
                .get("/assessment-cycles/" + id + "/areas/" + ONE)
                .then()
                .statusCode(200)
                .body("entries", hasSize(0))
                .body("history", hasSize(0));
        reporter(ONE).get("/assessment-cycles/" + id + "/areas/" + OTHER).then().statusCode(403);
    }

    @Test
    void publishedFiguresAreOfferedAndNotTakenOver() {
        Figures.given("ASSESSED_RATE");
        put("/schemes/suggesting", Cycles.scheme("suggesting").replace("PRD_SUPERV_PASS", "ASSESSED_RATE"))
                .statusCode(is(oneOf(200, 201)));
        String id = Cycles.open("suggesting", 2025).statusCode(201).extract().path("id");
        Figures.record(Figures.figure("ASSESSED_RATE", ONE, "2025", "\"numerator\": 386, \"denominator\": 400"))
                .statusCode(200);
        var offered = "/assessment-cycles/" + id + "/areas/" + ONE + "/suggestions?period=2025";
        reporter(ONE)
                .get(offered)
                .then()
                .statusCode(200)
                .body("entries", hasSize(0))
                .body("missing", hasItem("T11"));
        Figures.publish("ASSESSED_RATE").statusCode(200);
        reporter(ONE)
                .get(offered)
                .then()
                .statusCode(200)
                .body("entries", hasSize(1))
                .body("entries[0].node", equalTo("T11"))
                .body("entries[0].numerator", equalTo(386))
                .body("missing", not(hasItem("T11")));
        reporter(ONE).get("/assessment-cycles/" + id + "/areas/" + ONE).then().body("entries", hasSize(0));
        reporter(OTHER).get(offered).then().statusCode(403);
        reporter(ONE)
                .get("/assessment-cycles/" + id + "/areas/" + ONE + "/suggestions?period=2025-13")
                .then()
                .statusCode(400);
    }

    /** What an area writes stands in a public bundle. */
    @Test
    void nothingThatPointsToAPersonIsTaken() {
        String id = Cycles.open(SCHEME, 2020).statusCode(201).extract().path("id");
        act(reporter(ONE), id, "areas/" + ONE + "/targets", "{\"document\": \"示例文件，联系 13800138000\"}")
                .statusCode(422)
                .body("code", equalTo("personal-data"))
                .body("violations[0].field", equalTo("document"));
        step(id, "START_SELF_EVALUATION").statusCode(200);
        act(
                        reporter(ONE),
                        id,
                        "areas/" + ONE + "/entries",
                        "{\"entries\": [{\"node\": \"M12\", \"count\": 0},"
                                + " {\"node\": \"M11\", \"document\": \"示例预案 13800138000\"}]}")
                .statusCode(422)
                .body("violations[0].field", equalTo("entries[1].document"));
        reporter(ONE).get("/assessment-cycles/" + id + "/areas/" + ONE).then().body("history", hasSize(0));
    }

    @Test
    void aCycleIsOpenedOnceForWhatExists() {
        Cycles.open(SCHEME, 2024).statusCode(201);
        Cycles.open(SCHEME, 2024).statusCode(409).body("code", equalTo("already-opened"));
        Cycles.open(SCHEME, 2012).statusCode(422).body("code", equalTo("year-before-scheme"));
        Cycles.open("no-such-scheme", 2022).statusCode(422).body("code", equalTo("unknown-scheme"));
        city("head")
                .body("{\"scheme\": \"%s\", \"year\": 2022, \"areas\": [\"%s\", \"990199\", \"%s\"]}"
                        .formatted(SCHEME, ONE, ONE))
                .post("/assessment-cycles")
                .then()
                .statusCode(422)
                .body("code", equalTo("unsuitable-areas"))
                .body("violations.field", contains("areas[1]", "areas[2]"));
        person("city-reviewer", "county-head", ONE)
                .body("{\"scheme\": \"%s\", \"year\": 2022, \"areas\": [\"%s\"]}".formatted(SCHEME, OTHER))
                .post("/assessment-cycles")
                .then()
                .statusCode(403)
                .body("code", equalTo("foreign-region"));
    }

    @Test
    void theSameActIsDoneOncePerKeyAndUponTheVersionThatWasRead() {
        String id = Cycles.open(SCHEME, 2021).statusCode(201).extract().path("id");
        var body = "{\"document\": \"示例政发〔2021〕1号\"}";
        for (int i = 0; i < 2; i++) {
            reporter(ONE)
                    .header("Idempotency-Key", "targets-" + id)
                    .body(body)
                    .post("/assessment-cycles/" + id + "/areas/" + ONE + "/targets")
                    .then()
                    .statusCode(200)
                    .header("ETag", "\"v2\"");
        }
        city("head")
                .body("{\"step\": \"START_SELF_EVALUATION\"}")
                .post("/assessment-cycles/" + id + "/step")
                .then()
                .statusCode(428);
        city("head")
                .header("If-Match", "\"v1\"")
                .body("{\"step\": \"START_SELF_EVALUATION\"}")
                .post("/assessment-cycles/" + id + "/step")
                .then()
                .statusCode(412);
        city("head")
                .header("If-Match", "\"v2\"")
                .body("{\"step\": \"START_SELF_EVALUATION\"}")
                .post("/assessment-cycles/" + id + "/step")
                .then()
                .statusCode(200)
                .header("ETag", "\"v3\"")
                .body("possible", not(hasItem("FILE_TARGETS")));
    }

    @Test
    void theVerifierIsServedBesideTheBundles() {
        anyone().get("/assessments/verifier.js")
                .then()
                .statusCode(200)
                .contentType(containsString("javascript"))
                .body(containsString("verifyBundle"));
    }

    private ValidatableResponse publish(String login, String id) {
        return act(city(login), id, "publication", "");
    }

    private String verified(byte[] bundle, String digest) throws IOException {
        Files.write(
                folder.resolve("verifier.js"),
                anyone().get("/assessments/verifier.js").asByteArray());
        var file = Files.write(folder.resolve("bundle.json"), bundle);
        return Node.run(folder.resolve("verifier.js"), file.toString(), digest).output();
    }
}

package cn.quality.indicator.warning;

import static cn.quality.indicator.Api.anyone;
import static cn.quality.indicator.Api.put;
import static cn.quality.indicator.assessment.Cycles.entries;
import static cn.quality.indicator.round.Rounds.CITY;
import static cn.quality.indicator.round.Rounds.EAST;
import static cn.quality.indicator.round.Rounds.WEST;
import static cn.quality.indicator.round.Rounds.auditor;
import static cn.quality.indicator.round.Rounds.because;
import static cn.quality.indicator.round.Rounds.city;
import static cn.quality.indicator.round.Rounds.county;
import static cn.quality.indicator.round.Rounds.open;
import static cn.quality.indicator.round.Rounds.person;
import static cn.quality.indicator.round.Rounds.publish;
import static cn.quality.indicator.round.Rounds.reporter;
import static cn.quality.indicator.round.Rounds.task;
import static cn.quality.indicator.round.Rounds.toPublication;
import static cn.quality.indicator.round.Rounds.write;
import static cn.quality.testing.Refusal.refused;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.oneOf;

import cn.quality.indicator.IndicatorTest;
import cn.quality.indicator.assessment.Cycles;
import cn.quality.indicator.observation.Figures;
import cn.quality.indicator.round.Rounds;
import cn.quality.testing.MovedClock;
import cn.quality.testing.Node;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The year of two counties, over HTTP: they report, one late and one after a return; a figure breaks a floor and is warned
 * of; it is rectified; both are assessed; and at the end it turns out that the figure was wrong. At each step: what the public
 * sees, and what staff see.
 */
@IndicatorTest
class YearStoryTest {

    private static final String PASS = "T_YEAR_PASS";
    private static final String FARM = "T_YEAR_FARM";
    private static final String FLOOR = "year.farm-floor";
    private static final String SCHEME = "year-story";

    @Inject
    WarningRunner runner;

    @TempDir
    Path folder;

    @BeforeEach
    void theCityItsPlanAndItsScheme() {
        Figures.given(PASS);
        Figures.given(FARM);
        put("/targets/" + FLOOR, """
                {"id": "%s", "indicator": "%s", "definition": 1, "plan": "figures", "area": "%s", "kind": "MAINTAIN",
                 "direction": "AT_LEAST",
                 "baseline": {"year": 2020, "value": 98, "qualifier": "GE", "text": "98%%以上"},
                 "figure": {"year": 2027, "value": 98, "qualifier": "GE", "text": "98%%以上"},
                 "passages": [{"text": "合格率达到97%%以上", "about": "TARGET"}]}""".formatted(FLOOR, FARM, CITY)).statusCode(201);
        put(
                        "/schemes/" + SCHEME,
                        Cycles.scheme(SCHEME).replace("PRD_SUPERV_PASS", PASS).replace("AGR_SAFETY_PASS", FARM))
                .statusCode(is(oneOf(200, 201)));
    }

    @AfterEach
    void theClockGoesBack() {
        MovedClock.back();
    }

    @Test
    void aYear() throws IOException {
        var cycle = targetsAreFiled();
        var east = reported();
        var warning = published(east);
        rectified(warning);
        var first = assessed(cycle);
        corrected(east, warning);
        regraded(cycle, first);
        auditor().get("/decision-log/verification").then().body("intact", equalTo(true));
    }

    /** By 30 June, before the year that is assessed. */
    private String targetsAreFiled() {
        MovedClock.to(LocalDate.of(2025, 6, 30));
        String cycle = Cycles.person("city-reviewer", "head", CITY)
                .body("{\"scheme\": \"%s\", \"year\": 2025, \"areas\": [\"%s\", \"%s\"]}".formatted(SCHEME, EAST, WEST))
                .post("/assessment-cycles")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        for (var area : new String[] {EAST, WEST}) {
            assess(Cycles.reporter(area), cycle, "areas/" + area + "/targets", "{\"document\": \"示例政发〔2025〕1号\"}")
                    .statusCode(200);
        }
        return cycle;
    }

    /**
     * January: the round. One county is returned its figures, contests that, and hands them in again; the other is late and
     * gets more time.
     *
     * @return the first county's task, not yet locked
     */
    private String reported() {
        MovedClock.to(LocalDate.of(2026, 1, 20));
        var round = open("2025", task(EAST, PASS, FARM), task(WEST, PASS, FARM))
                .statusCode(201)
                .extract();
        String east = round.path("tasks.find {it.area == '%s'}.id".formatted(EAST));
        String west = round.path("tasks.find {it.area == '%s'}.id".formatted(WEST));

        write(east, PASS, "{\"numerator\": 386, \"denominator\": 400}").statusCode(200);
        write(east, FARM, "{\"numerator\": 942, \"denominator\": 1000}").statusCode(200);
        Rounds.act(reporter(), east, "submission", "").statusCode(200);
        because(county(), east, "return").body("state", equalTo("DRAFT"));
        because(reporter(), east, "appeals").statusCode(200);
        Rounds.act(city(), east, "appeals/answer", "{\"upheld\": true, \"answer\": \"示例：数据与通报一致\"}")
                .statusCode(200)
                .body("appeals[0].upheld", equalTo(true));
        Rounds.act(reporter(), east, "submission", "").statusCode(200);
        Rounds.act(county(), east, "approval", "").statusCode(200);
        Rounds.act(city(), east, "acceptance", "").statusCode(200).body("state", equalTo("CITY_ACCEPTED"));

        MovedClock.to(LocalDate.of(2026, 1, 31));
        runner.dates();
        String late = lateReport(west);
        auditor()
                .get("/warning-cases/" + late)
                .then()
                .body("state", equalTo("OPEN"))
                .body("evidence.due", equalTo("2026-01-30"));
        refused(anyone().get("/warnings/" + late).then(), 404, "not-found");
        Rounds.act(city(), west, "extensions", "{\"until\": \"2026-02-05\", \"reason\": \"示例：防汛\"}")
                .statusCode(200);
        runner.dates();
        auditor().get("/warning-cases/" + late).then().body("state", equalTo("WITHDRAWN"));
        MovedClock.to(LocalDate.of(2026, 2, 5));
        write(person("qian", WEST, "reporter"), west, PASS, "{\"numerator\": 395, \"denominator\": 400}")
                .statusCode(200);
        write(person("qian", WEST, "reporter"), west, FARM, "{\"numerator\": 990, \"denominator\": 1000}")
                .statusCode(200);
        Rounds.act(person("qian", WEST, "reporter"), west, "submission", "").statusCode(200);
        Rounds.act(person("zhou", WEST, "county-reviewer"), west, "approval", "")
                .statusCode(200);
        Rounds.act(city(), west, "acceptance", "").statusCode(200);
        Rounds.act(city(), west, "lock", "").statusCode(200);
        publish(west).statusCode(200);
        look();
        figures().body("items.area", contains(WEST));
        warnings().body("items", empty());
        return east;
    }

    /**
     * February: locked, staff know the figure and the warning; published, everybody does.
     *
     * @return the warning
     */
    private String published(String east) {
        recorded().body("items.area", contains(WEST));
        Rounds.act(city(), east, "lock", "").statusCode(200);
        look();
        recorded().body("items.area", contains(WEST, EAST));
        figures().body("items.area", contains(WEST));
        warnings().body("items", empty());
        String warning = county().get("/warning-cases?indicator=" + FARM)
                .then()
                .body("items.cause", contains("FLOOR_BREACH"))
                .body("items[0].evidence.actual", equalTo(94.2f))
                .body("items[0].evidence.high", equalTo(95.49f))
                .extract()
                .path("items[0].id");

        publish(east).statusCode(200);
        look();
        figures().body("items.value", contains(99, 94.2f));
        progress().body("state", equalTo("OFF_TRACK"));
        // A rate of the city is the sum of its parts, and says who is missing.
        anyone().get("/observations/roll-up?indicator=%s&area=%s&period=2025".formatted(FARM, CITY))
                .then()
                .body("value", equalTo(96.6f))
                .body("missing", hasItem("990700-GXQ"));
        warnings()
                .body("items.id", contains(warning))
                .body("items[0].state", equalTo("OPEN"))
                .body("items[0].evidence.actual", equalTo(94.2f));
        return warning;
    }

    /** March to June: planned, proved, verified by another. */
    private void rectified(String warning) {
        MovedClock.to(LocalDate.of(2026, 3, 1));
        act(city(), warning, "assignment", "{\"area\": \"%s\", \"note\": \"示例：请报整改方案\"}".formatted(EAST));
        act(reporter(), warning, "plan", "{\"measures\": \"示例：全面复检\", \"deadline\": \"2026-05-20\"}");
        warnings().body("items[0].state", equalTo("RECTIFYING"));
        MovedClock.to(LocalDate.of(2026, 5, 18));
        act(reporter(), warning, "submission", """
                        {"reference": "示例整改〔2026〕3号", "sha256": "%s", "summary": "示例：复检合格"}""".formatted("ab".repeat(32)));
        refused(
                send(person("wang", EAST, "reporter", "county-reviewer"), warning, "closure", "{\"opinion\": \"示例\"}"),
                403,
                "same-person");
        act(county(), warning, "closure", "{\"opinion\": \"示例：整改到位\"}");
        warnings().body("items[0].state", equalTo("CLOSED")).body("items[0].evidence.actual", equalTo(94.2f));
    }

    /**
     * July: the assessment, from the published figures.
     *
     * @return the digest of the published result
     */
    private String assessed(String cycle) throws IOException {
        MovedClock.to(LocalDate.of(2026, 7, 1));
        step(cycle, "START_SELF_EVALUATION");
        Cycles.reporter(EAST)
                .get("/assessment-cycles/%s/areas/%s/suggestions?period=2025".formatted(cycle, EAST))
                .then()
                .statusCode(200)
                .body("entries.node", contains("T11", "T12"))
                .body("entries.numerator", contains(386, 942));
        for (var area : new String[] {EAST, WEST}) {
            var sheet = entries()
                    .replace(
                            "\"numerator\": 99, \"denominator\": 100}",
                            area.equals(EAST)
                                    ? "\"numerator\": 942, \"denominator\": 1000}"
                                    : "\"numerator\": 990, \"denominator\": 1000}");
            assess(Cycles.reporter(area), cycle, "areas/" + area + "/entries", sheet)
                    .statusCode(200);
            assess(Cycles.reporter(area), cycle, "areas/" + area + "/submission", "")
                    .statusCode(200);
        }
        MovedClock.to(LocalDate.of(2026, 7, 16));
        step(cycle, "START_ON_SITE_CHECK");
        step(cycle, "START_REVIEW");
        for (var area : new String[] {EAST, WEST}) {
            assess(reviewer("reviewer"), cycle, "areas/" + area + "/review", "{\"remark\": \"同意\"}")
                    .statusCode(200);
        }
        step(cycle, "OPEN_APPEALS");
        anyone().get("/assessments/" + cycle).then().statusCode(404);
        assess(reviewer("head"), cycle, "publication", "").statusCode(200);
        String digest = anyone().get("/assessments/" + cycle)
                .then()
                .statusCode(200)
                .body("areas.area", contains(EAST, WEST))
                .body("areas.grade", contains("B", "A"))
                .body("areas.rank", contains(2, 1))
                .extract()
                .path("digest");
        assertThat(verified(anyone().get("/assessments/" + cycle + "/bundle").asByteArray(), digest))
                .contains("OK");
        return digest;
    }

    /** August: the figure was wrong. The correction is a short round; what was published stays to be seen. */
    private void corrected(String east, String warning) {
        MovedClock.to(LocalDate.of(2026, 8, 3));
        Rounds.act(city(), east, "corrections", """
                        {"reason": "示例：漏计复检合格批次", "deadline": "2026-08-10", "indicators": ["%s"]}""".formatted(FARM)).statusCode(200);
        String again = city().get("/round-tasks?state=DRAFT&area=" + EAST + "&limit=200")
                .then()
                .extract()
                .path("items.find {it.title == '更正：2025填报'}.id");
        write(again, FARM, "{\"numerator\": 985, \"denominator\": 1000}").statusCode(200);
        figures().body("items.value", contains(99, 94.2f));
        toPublication(again);
        look();
        figures()
                .body("items.value", contains(99, 98.5f))
                .body("items[1].revised.was", equalTo(94.2f))
                .body("items[1].revised.because", equalTo("示例：漏计复检合格批次"));
        anyone().get("/observations?indicator=%s&area=%s&history=true".formatted(FARM, EAST))
                .then()
                .body("items.value", contains(94.2f, 98.5f));
        anyone().get("/observations?indicator=%s&area=%s&asOf=2026-07-31".formatted(FARM, EAST))
                .then()
                .body("items.value", contains(94.2f));
        progress().body("state", equalTo("ACHIEVED"));
        // The warning was closed; it says nevertheless that it was about a figure that was wrong.
        warnings()
                .body("items.id", contains(warning))
                .body("items[0].state", equalTo("WITHDRAWN"))
                .body("items[0].withdrawnBecause.zh", containsString("98.5"))
                .body("items[0].evidence.actual", equalTo(94.2f));
        auditor().get("/warning-cases/" + warning).then().body("acts.act", hasItems("CLOSE", "WITHDRAW"));
    }

    /** And the grade that stood on it: a second edition, with the first one beside it. */
    private void regraded(String cycle, String first) throws IOException {
        anyone().get("/assessments/" + cycle)
                .then()
                .body("digest", equalTo(first))
                .body("areas[0].grade", equalTo("B"));
        assess(reviewer("head"), cycle, "correction", "{\"reason\": \"所依据的数据已更正\"}")
                .statusCode(200);
        assess(
                        reviewer("checker"),
                        cycle,
                        "areas/" + EAST + "/findings",
                        "{\"reason\": \"数据更正\", \"entries\": [{\"node\": \"T12\", \"numerator\": 985, \"denominator\": 1000}]}")
                .statusCode(200);
        anyone().get("/assessments/" + cycle).then().body("digest", equalTo(first));
        assess(reviewer("checker"), cycle, "publication", "").statusCode(409).body("code", equalTo("same-person"));
        assess(reviewer("other-head"), cycle, "publication", "").statusCode(200).body("edition", equalTo(2));
        String second = anyone().get("/assessments/" + cycle)
                .then()
                .body("edition", equalTo(2))
                .body("areas.grade", contains("A", "A"))
                .body("editions", hasSize(2))
                .body("editions[1].reason", equalTo("所依据的数据已更正"))
                .body("editions[1].changed.area", contains(EAST))
                .body("editions[1].changed[0].gradeBefore", equalTo("B"))
                .body("editions[1].changed[0].gradeAfter", equalTo("A"))
                .body("digest", not(equalTo(first)))
                .extract()
                .path("digest");
        anyone().get("/assessments/" + cycle + "?edition=1")
                .then()
                .body("digest", equalTo(first))
                .body("areas.grade", contains("B", "A"));
        var bundle = anyone().get("/assessments/" + cycle + "/bundle").asByteArray();
        assertThat(verified(bundle, second)).contains("OK");
        assertThat(verified(
                        anyone().get("/assessments/" + cycle + "/bundle?edition=1")
                                .asByteArray(),
                        first))
                .contains("OK");
        var forged = new String(bundle, UTF_8).replace("\"985\"", "\"942\"");
        assertThat(verified(forged.getBytes(UTF_8), second)).contains("DIFFERS");
    }

    private void look() {
        runner.figures();
    }

    private static ValidatableResponse figures() {
        return anyone().get("/observations?indicator=" + FARM).then().statusCode(200);
    }

    private static ValidatableResponse recorded() {
        return auditor().get("/observations/recorded?indicator=" + FARM).then().statusCode(200);
    }

    private static ValidatableResponse warnings() {
        return anyone().get("/warnings?indicator=" + FARM).then().statusCode(200);
    }

    private static ValidatableResponse progress() {
        return anyone().get("/targets/%s/progress?area=%s&date=2026-06-30".formatted(FLOOR, EAST))
                .then()
                .statusCode(200);
    }

    private static String lateReport(String task) {
        return auditor()
                .get("/warning-cases?cause=OVERDUE_REPORT&limit=200&area=" + WEST)
                .path("items.find {it.task == '" + task + "'}.id");
    }

    private static ValidatableResponse send(RequestSpecification who, String warning, String act, String body) {
        return who.header("If-Match", auditor().get("/warning-cases/" + warning).header("ETag"))
                .body(body)
                .post("/warning-cases/" + warning + "/" + act)
                .then();
    }

    private static void act(RequestSpecification who, String warning, String act, String body) {
        send(who, warning, act, body).statusCode(200);
    }

    private static RequestSpecification reviewer(String login) {
        return Cycles.person("city-reviewer", login, CITY);
    }

    private static ValidatableResponse assess(RequestSpecification who, String cycle, String path, String body) {
        return Cycles.act(who, cycle, path, body);
    }

    private static void step(String cycle, String step) {
        assess(reviewer("head"), cycle, "step", "{\"step\": \"" + step + "\"}").statusCode(200);
    }

    private String verified(byte[] bundle, String digest) throws IOException {
        Files.write(
                folder.resolve("verifier.js"),
                anyone().get("/assessments/verifier.js").asByteArray());
        var file = Files.write(folder.resolve("bundle.json"), bundle);
        return Node.run(folder.resolve("verifier.js"), file.toString(), digest).output();
    }
}

package cn.quality.indicator.round;

import static cn.quality.indicator.Api.anyone;
import static cn.quality.indicator.observation.Figures.figure;
import static cn.quality.indicator.observation.Figures.given;
import static cn.quality.indicator.observation.Figures.givenCount;
import static cn.quality.indicator.round.Rounds.CITY;
import static cn.quality.indicator.round.Rounds.EAST;
import static cn.quality.indicator.round.Rounds.WEST;
import static cn.quality.indicator.round.Rounds.act;
import static cn.quality.indicator.round.Rounds.because;
import static cn.quality.indicator.round.Rounds.city;
import static cn.quality.indicator.round.Rounds.county;
import static cn.quality.indicator.round.Rounds.open;
import static cn.quality.indicator.round.Rounds.opened;
import static cn.quality.indicator.round.Rounds.person;
import static cn.quality.indicator.round.Rounds.publish;
import static cn.quality.indicator.round.Rounds.publisher;
import static cn.quality.indicator.round.Rounds.read;
import static cn.quality.indicator.round.Rounds.reporter;
import static cn.quality.indicator.round.Rounds.task;
import static cn.quality.indicator.round.Rounds.toPublication;
import static cn.quality.indicator.round.Rounds.write;
import static cn.quality.testing.Refusal.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import cn.quality.indicator.IndicatorTest;
import cn.quality.indicator.observation.Figures;
import cn.quality.platform.sql.Jdbc;
import cn.quality.testing.MovedClock;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rounds from their opening to what the public reads, over HTTP. */
@IndicatorTest
class RoundStoryTest {

    private static final String RATE = "{\"numerator\": 467, \"denominator\": 500}";

    @Inject
    Jdbc sql;

    @Inject
    ReminderService reminders;

    @AfterEach
    void theClockGoesBack() {
        MovedClock.back();
    }

    @Test
    void aRoundFromItsOpeningToItsPublication() {
        given("T_RND_WHOLE");
        var id = opened("2018", EAST, "T_RND_WHOLE");
        reporter()
                .get("/round-tasks/" + id)
                .then()
                .body("state", equalTo("DRAFT"))
                .body("actions", contains("EDIT", "SUBMIT"))
                .body("cells[0]", not(hasKey("value")));
        county().get("/round-tasks/" + id).then().body("actions", empty());
        write(id, "T_RND_WHOLE", RATE).statusCode(200).body("version", equalTo(2));
        act(reporter(), id, "submission", "").statusCode(200).body("state", equalTo("SUBMITTED"));
        refused(act(city(), id, "acceptance", ""), 409, "illegal-transition")
                .body("violations.code", contains("APPROVE"));
        act(county(), id, "approval", "").body("state", equalTo("COUNTY_APPROVED"));
        act(city(), id, "acceptance", "").body("state", equalTo("CITY_ACCEPTED"));
        recorded("T_RND_WHOLE").body("items", empty());
        act(city(), id, "lock", "").body("state", equalTo("LOCKED"));
        recorded("T_RND_WHOLE")
                .body("items[0].source", equalTo("2018填报"))
                .body("items[0].recorded.by", equalTo("zhang"));
        shown("T_RND_WHOLE").body("items", empty());
        publish(id)
                .body("state", equalTo("PUBLISHED"))
                .body("acts.act", contains("OPEN", "SUBMIT", "APPROVE", "ACCEPT", "LOCK", "PUBLISH"))
                .body("acts.official", contains("zhang", "wang", "li", "zhang", "zhang", "zhao"));
        shown("T_RND_WHOLE").body("items.value", contains(93.4f)).body("items.area", contains(EAST));
        person("auditor", CITY, "auditor")
                .get("/decision-log?subjectType=round-task&subjectId=" + id)
                .then()
                .body(
                        "items.act",
                        contains(
                                "round-task.open",
                                "round-task.submit",
                                "round-task.approve",
                                "round-task.accept",
                                "round-task.lock",
                                "round-task.publish"));
        assertThat(events(id))
                .startsWith("cn.quality.indicator.round.opened.v1", "cn.quality.indicator.round.moved.v1")
                .hasSize(6);
    }

    /** Two people, one cell, the same version: one writes, the other is told what stands there now. */
    @Test
    void twoPeopleOnOneCell() throws Exception {
        given("T_RND_RACE");
        var id = opened("2018", EAST, "T_RND_RACE");
        var path = "/round-tasks/" + id + "/cells/T_RND_RACE";
        refused(reporter().body("{\"value\": 90}").put(path).then(), 428, "precondition-required");
        var both = new CyclicBarrier(2);
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (int turn = 0; turn < 100; turn++) {
                var version = read(id).extract().<Integer>path("cells[0].version");
                Callable<List<Object>> wang = () -> race(both, path, version, "wang", "91");
                Callable<List<Object>> sun = () -> race(both, path, version, "sun", "92");
                var outcomes = threads.invokeAll(List.of(wang, sun));
                var first = outcomes.getFirst().get();
                var second = outcomes.getLast().get();
                var winner = first.getFirst().equals(200) ? "91" : "92";
                var loser = first.getFirst().equals(200) ? second : first;
                assertThat(List.of(first.getFirst(), second.getFirst())).containsExactlyInAnyOrder(200, 412);
                assertThat(loser).containsExactly(412, winner, winner.equals("91") ? "wang" : "sun");
                assertThat(read(id).extract().<Integer>path("cells[0].version")).isEqualTo(version + 1);
            }
        }
    }

    private static List<Object> race(CyclicBarrier both, String path, int version, String who, String value)
            throws Exception {
        var sent = person(who, EAST, "reporter")
                .header("If-Match", "\"v" + version + "\"")
                .body("{\"value\": " + value + "}");
        both.await();
        var answer = sent.put(path);
        return answer.statusCode() == 200
                ? List.of(200)
                : List.of(
                        answer.statusCode(),
                        answer.path("violations[0].message"),
                        answer.path("violations[1].message"));
    }

    /** East reports 0, West reports nothing: 0 is a figure, nothing is none. */
    @Test
    void missingIsNotZero() {
        givenCount("T_RND_ZERO");
        var round = open("2018", task(EAST, "T_RND_ZERO"), task(WEST, "T_RND_ZERO"))
                .statusCode(201)
                .extract();
        String east = round.path("tasks.find {it.area == '990701'}.id");
        String west = round.path("tasks.find {it.area == '990702'}.id");
        write(east, "T_RND_ZERO", "{\"value\": 0}");
        toPublication(east);
        MovedClock.forward(Duration.ofDays(11));
        city().get("/round-tasks/overdue?round=" + round.path("id"))
                .then()
                .body("items.id", contains(west))
                .body("items[0].overdue", equalTo(true))
                .body("items[0].entered", equalTo(0));
        reporter().get("/round-tasks/overdue?round=" + round.path("id")).then().body("items", empty());
        var other = person("qian", WEST, "reporter");
        refused(act(other, west, "submission", ""), 409, "deadline-passed");
        shown("T_RND_ZERO").body("items.area", contains(EAST)).body("items.value", contains(0));
        anyone().get("/observations/roll-up?indicator=T_RND_ZERO&area=990700&period=2018")
                .then()
                .body("status", equalTo("P"))
                .body("missing", hasItem(WEST));
        because(city().queryParam("x", "y"), west, "extensions").statusCode(400);
        act(city(), west, "extensions", """
                        {"until": "%s", "reason": "示例：防汛"}""".formatted(MovedClock.today()))
                .statusCode(200)
                .body("overdue", equalTo(false));
        refused(act(person("qian", WEST, "reporter"), west, "submission", ""), 422, "unsuitable-figures")
                .body("violations.code", contains("not-entered"));
        write(person("qian", WEST, "reporter"), west, "T_RND_ZERO", "{\"status\": \"M\"}");
        refused(act(person("qian", WEST, "reporter"), west, "submission", ""), 422, "unsuitable-figures")
                .body("violations.field", contains("cells[T_RND_ZERO].remark"))
                .body("violations.code", contains("missing"));
        write(person("qian", WEST, "reporter"), west, "T_RND_ZERO", "{\"status\": \"M\", \"remark\": \"示例：未开展\"}");
        act(person("qian", WEST, "reporter"), west, "submission", "").statusCode(200);
    }

    @Test
    void aReturnAnAppealAndItsAnswer() {
        given("T_RND_APPEAL");
        var id = opened("2018", EAST, "T_RND_APPEAL");
        write(id, "T_RND_APPEAL", RATE);
        act(reporter(), id, "submission", "").statusCode(200);
        refused(because(reporter(), id, "return"), 403, "forbidden");
        because(county(), id, "return").body("state", equalTo("DRAFT"));
        because(reporter(), id, "appeals").body("appeals[0].raisedBy", equalTo("wang"));
        refused(because(reporter(), id, "appeals"), 409, "appeal-open");
        act(city(), id, "appeals/answer", "{\"upheld\": true, \"answer\": \"示例：退回不当\"}")
                .statusCode(200)
                .body("appeals[0].upheld", equalTo(true))
                .body("appeals[0].answeredBy", equalTo("zhang"));
        toPublication(id);
        shown("T_RND_APPEAL").body("items.value", contains(93.4f));
    }

    /** What the city has accepted, the city returns; then the unit can mend it. */
    @Test
    void theCountyDoesNotReopenWhatTheCityHasAccepted() {
        given("T_RND_REOPEN");
        var id = opened("2018", EAST, "T_RND_REOPEN");
        write(id, "T_RND_REOPEN", RATE);
        act(reporter(), id, "submission", "");
        act(county(), id, "approval", "");
        because(county(), id, "reopening").statusCode(200).body("state", equalTo("DRAFT"));
        act(reporter(), id, "submission", "");
        act(county(), id, "approval", "");
        act(city(), id, "acceptance", "");
        refused(because(county(), id, "reopening"), 409, "illegal-transition")
                .body("violations[0].code", equalTo("RETURN"));
        because(city(), id, "return").body("state", equalTo("DRAFT"));
    }

    /** A county with one person hands the judgement on; that person cannot judge in another role. */
    @Test
    void aCountyWithoutASecondPersonEscalates() {
        given("T_RND_ALONE");
        var id = opened("2018", EAST, "T_RND_ALONE");
        var roles = new String[] {"reporter", "county-reviewer", "city-reviewer"};
        write(person("alone", EAST, roles), id, "T_RND_ALONE", RATE);
        act(person("alone", EAST, roles), id, "submission", "").statusCode(200);
        refused(act(person("alone", EAST, roles), id, "approval", ""), 403, "same-person");
        because(person("alone", EAST, roles), id, "escalation")
                .statusCode(200)
                .body("state", equalTo("ESCALATED"))
                .body("actions", not(hasItem("ACCEPT")));
        refused(act(person("alone", EAST, roles), id, "acceptance", ""), 403, "same-person");
        act(city(), id, "acceptance", "").statusCode(200).body("state", equalTo("CITY_ACCEPTED"));
    }

    /** A correction is a short round: the old value is public until the new one is, and stays visible as what was public. */
    @Test
    void aCorrectionLeavesTheOldValueVisible() {
        given("T_RND_CORRECT");
        given("T_RND_RIGHT");
        var id = opened("2018", EAST, "T_RND_CORRECT", "T_RND_RIGHT");
        write(id, "T_RND_CORRECT", RATE);
        write(id, "T_RND_RIGHT", RATE);
        toPublication(id);
        var correction = """
                {"reason": "示例：分母多计一批次", "deadline": "%s", "indicators": ["T_RND_CORRECT"]}""".formatted(MovedClock.today().plusDays(2));
        act(city(), id, "corrections", correction).statusCode(200).body("state", equalTo("PUBLISHED"));
        refused(act(city(), id, "corrections", correction), 409, "already-asked");
        var second = city().get("/round-tasks?state=DRAFT&area=" + EAST)
                .then()
                .extract()
                .<String>path("items.find {it.title == '更正：2018填报' && it.indicators == 1}.id");
        read(second).body("corrects", equalTo(id)).body("correctionReason", equalTo("示例：分母多计一批次"));
        refused(
                reporter()
                        .header("If-Match", "\"v1\"")
                        .body(RATE)
                        .put("/round-tasks/" + second + "/cells/T_RND_RIGHT")
                        .then(),
                404,
                "not-found");
        write(second, "T_RND_CORRECT", "{\"numerator\": 466, \"denominator\": 500}");
        act(reporter(), second, "submission", "").statusCode(200);
        shown("T_RND_CORRECT").body("items.value", contains(93.4f));
        act(county(), second, "approval", "");
        act(city(), second, "acceptance", "");
        act(city(), second, "lock", "").statusCode(200);
        shown("T_RND_CORRECT").body("items.value", contains(93.4f));
        publish(second).statusCode(200);
        shown("T_RND_CORRECT")
                .body("items.value", contains(93.2f))
                .body("items[0].revised.was", equalTo(93.4f))
                .body("items[0].revised.because", equalTo("示例：分母多计一批次"));
        anyone().get("/observations?history=true&indicator=T_RND_CORRECT")
                .then()
                .body("items.value", contains(93.4f, 93.2f));
        shown("T_RND_RIGHT").body("items[0]", not(hasKey("revised")));
        read(id).body("cells.find {it.indicator == 'T_RND_CORRECT'}.numerator", equalTo(467));
    }

    @Test
    void errorsBlockAndWarningsNeedARemark() {
        given("T_RND_CHECK");
        for (int year = 2012; year <= 2017; year++) {
            Figures.record(figure("T_RND_CHECK", EAST, "" + year, "\"value\": " + (year - 1920)));
        }
        Figures.record(figure("T_RND_CHECK", EAST, "2018", "\"value\": 98"));
        var id = opened("2018", EAST, "T_RND_CHECK");
        write(id, "T_RND_CHECK", "{\"numerator\": 501, \"denominator\": 500}");
        refused(act(reporter(), id, "submission", ""), 422, "unsuitable-figures")
                .body("violations.field", contains("cells[T_RND_CHECK].numerator"))
                .body("violations.code", contains("part-of-the-whole"));
        write(id, "T_RND_CHECK", "{\"numerator\": 467}");
        reporter()
                .get("/round-tasks/" + id + "/findings")
                .then()
                .body("items.severity", hasItem("ERROR"))
                .body("items.code", hasItem("whole-fraction"));
        write(id, "T_RND_CHECK", "{\"value\": 60}");
        refused(act(reporter(), id, "submission", ""), 422, "unsuitable-figures")
                .body("violations.code", contains("rate-without-fraction", "differs-from-known", "sudden-change"))
                .body("violations.field", hasItems("cells[T_RND_CHECK].remark"));
        write(id, "T_RND_CHECK", "{\"value\": 60, \"remark\": \"示例：口径调整\"}");
        reporter()
                .get("/round-tasks/" + id + "/findings")
                .then()
                .body("items.severity", not(hasItem("ERROR")))
                .body("items.remarked", hasItem(true));
        toPublication(id);
        shown("T_RND_CHECK").body("items.find {it.period == '2018'}.value", equalTo(60));
        // Drafts of other years that were on record are still drafts.
        shown("T_RND_CHECK").body("items", hasSize(1));
    }

    /** Whoever records another figure after the lock does not get it published under the round. */
    @Test
    void whatWasRevisedAfterTheLockIsNotPublishedWithIt() {
        given("T_RND_TAKEN");
        var id = opened("2018", EAST, "T_RND_TAKEN");
        write(id, "T_RND_TAKEN", RATE);
        act(reporter(), id, "submission", "");
        act(county(), id, "approval", "");
        act(city(), id, "acceptance", "");
        act(city(), id, "lock", "");
        Figures.record(figure("T_RND_TAKEN", EAST, "2018", "\"value\": 50, \"reason\": \"示例\""));
        refused(publish(id), 409, "figures-overtaken").body("violations.field", contains("cells[T_RND_TAKEN]"));
        shown("T_RND_TAKEN").body("items", empty());
    }

    @Test
    void aUnitIsRemindedOnceADay() {
        given("T_RND_REMIND");
        var id = opened("2018", EAST, "T_RND_REMIND");
        reminders.remind();
        assertThat(remindedOf(id)).isEmpty();
        MovedClock.forward(Duration.ofDays(8));
        reminders.remind();
        reminders.remind();
        assertThat(remindedOf(id)).containsExactly("false");
        MovedClock.forward(Duration.ofDays(3));
        reminders.remind();
        reminders.remind();
        assertThat(remindedOf(id)).containsExactly("false", "true");
    }

    @Test
    void aCountySeesAndWritesItsOwn() {
        given("T_RND_OWN");
        var id = opened("2018", EAST, "T_RND_OWN");
        refused(person("qian", WEST, "reporter").get("/round-tasks/" + id).then(), 403, "foreign-region");
        refused(
                person("qian", WEST, "county-reviewer")
                        .get("/round-tasks?area=" + EAST)
                        .then(),
                403,
                "foreign-region");
        refused(write(person("qian", WEST, "reporter"), id, "T_RND_OWN", RATE), 403, "foreign-region");
        read(id).body("cells[0]", not(hasKey("value")));
        refused(
                person("lu", "372300", "city-reviewer")
                        .body("""
                        {"title": "别市", "period": "2018", "deadline": "%s", "tasks": [%s]}""".formatted(MovedClock.today().plusDays(9), task(EAST, "T_RND_OWN")))
                        .post("/rounds")
                        .then(),
                403,
                "foreign-region");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "990799 | T_RND_BAD             | tasks[0].area                     | known-area",
                "990701 | T_RND_NONE            | tasks[0].indicators[0].indicator  | known-indicator",
                "990701 | T_RND_BAD,T_RND_BAD   | tasks[0].indicators[1].indicator  | asked-twice",
            })
    void aRoundThatCannotBeOpened(String area, String indicators, String field, String code) {
        given("T_RND_BAD");
        refused(open("2018", task(area, indicators.split(",", -1))), 422, "unsuitable-round")
                .body("violations.field", contains(field))
                .body("violations.code", contains(code));
    }

    @Test
    void aFigureIsAskedForOnceAtATime() {
        given("T_RND_ONCE");
        opened("2018", EAST, "T_RND_ONCE");
        refused(open("2018", task(EAST, "T_RND_ONCE")), 409, "already-asked");
        refused(open("2018", task(WEST, "T_RND_ONCE"), task(WEST, "T_RND_ONCE")), 422, "unsuitable-round")
                .body("violations.code", contains("asked-twice"));
        open("2017", task(EAST, "T_RND_ONCE")).statusCode(201);
    }

    @Test
    void anActNamesTheVersionThatWasRead() {
        given("T_RND_STALE");
        var id = opened("2018", EAST, "T_RND_STALE");
        write(id, "T_RND_STALE", RATE);
        var read = reporter().get("/round-tasks/" + id).header("ETag");
        write(id, "T_RND_STALE", "{\"value\": 12}");
        refused(
                reporter()
                        .header("If-Match", read)
                        .post("/round-tasks/" + id + "/submission")
                        .then(),
                422,
                "unsuitable-figures");
        write(id, "T_RND_STALE", "{\"numerator\": 466, \"denominator\": 500}");
        refused(
                reporter()
                        .header("If-Match", read)
                        .post("/round-tasks/" + id + "/submission")
                        .then(),
                412,
                "stale");
        refused(reporter().post("/round-tasks/" + id + "/submission").then(), 428, "precondition-required");
        refused(publisher().post("/round-tasks/" + id + "/submission").then(), 403, "forbidden");
    }

    private static io.restassured.response.ValidatableResponse shown(String indicator) {
        return anyone().get("/observations?indicator=" + indicator).then().statusCode(200);
    }

    private static io.restassured.response.ValidatableResponse recorded(String indicator) {
        return person("auditor", CITY, "auditor")
                .get("/observations/recorded?indicator=" + indicator)
                .then()
                .statusCode(200);
    }

    private List<String> events(String task) {
        return sql.query("select type from outbox where subject = ? order by sequence", row -> row.getString(1), task);
    }

    private List<String> remindedOf(String task) {
        return sql.query(
                "select data ->> 'overdue' from outbox where type = 'cn.quality.indicator.round.reminded.v1'"
                        + " and data -> 'task' ->> 'taskId' = ? order by data ->> 'day'",
                row -> row.getString(1),
                UUID.fromString(task).toString());
    }
}

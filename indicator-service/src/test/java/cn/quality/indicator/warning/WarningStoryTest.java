package cn.quality.indicator.warning;

import static cn.quality.indicator.Api.anyone;
import static cn.quality.indicator.Api.put;
import static cn.quality.indicator.observation.Figures.figure;
import static cn.quality.indicator.observation.Figures.given;
import static cn.quality.indicator.observation.Figures.givenCount;
import static cn.quality.indicator.observation.Figures.publish;
import static cn.quality.indicator.observation.Figures.record;
import static cn.quality.indicator.round.Rounds.CITY;
import static cn.quality.indicator.round.Rounds.EAST;
import static cn.quality.indicator.round.Rounds.WEST;
import static cn.quality.indicator.round.Rounds.auditor;
import static cn.quality.indicator.round.Rounds.city;
import static cn.quality.indicator.round.Rounds.county;
import static cn.quality.indicator.round.Rounds.opened;
import static cn.quality.indicator.round.Rounds.reporter;
import static cn.quality.testing.Refusal.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.oneOf;

import cn.quality.embedded.Databases;
import cn.quality.indicator.IndicatorTest;
import cn.quality.platform.sql.Jdbc;
import cn.quality.testing.Infra;
import cn.quality.testing.MovedClock;
import cn.quality.testing.Tokens;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Warnings from the figure that raises them to their closing, over HTTP. */
@IndicatorTest
class WarningStoryTest {

    private static final String PROOF = """
            {"reference": "示例整改〔2020〕3号", "sha256": "%s", "summary": "示例：复检合格"}""".formatted("0f".repeat(32));

    @Inject
    WarningRunner runner;

    @Inject
    Jdbc sql;

    @AfterEach
    void theClockGoesBack() {
        MovedClock.back();
    }

    /** A warning about a figure that nobody has published: staff work on it, the public does not know. */
    @Test
    void fromADraftToItsClosing() {
        floor("T_WRN_WHOLE", "98");
        record(figure("T_WRN_WHOLE", EAST, "2019", "\"numerator\": 942, \"denominator\": 1000"))
                .statusCode(200);
        look();
        look();
        var id = only("T_WRN_WHOLE");
        read(id).body("cause", equalTo("FLOOR_BREACH"))
                .body("target", equalTo("warning.t-wrn-whole"))
                .body("evidence.actual", equalTo(94.2f))
                .body("evidence.expected", equalTo(98))
                .body("evidence.border", equalTo(98))
                .body("evidence.low", equalTo(92.58f))
                .body("evidence.high", equalTo(95.49f))
                .body("evidence.zh", containsString("95%置信区间为92.58至95.49"))
                .body("acts[0].official", equalTo("system"))
                .body("$", not(hasKey("publishedAt")));
        county().get("/warning-cases/" + id).then().body("actions", contains("ASSIGN"));
        shown("T_WRN_WHOLE").body("items", empty());
        refused(anyone().get("/warnings/" + id).then(), 404, "not-found");

        act(city(), id, "assignment", """
                        {"area": "%s", "department": "示例区农业农村局", "note": "示例：十日内报方案"}""".formatted(EAST))
                .statusCode(200)
                .body("state", equalTo("ASSIGNED"))
                .body("due", equalTo(MovedClock.today().plusDays(10).toString()));
        var deadline = MovedClock.today().plusDays(30);
        var plan = """
                {"measures": "示例：全面复检", "deadline": "%s"}""".formatted(deadline);
        refused(act(reporter(), id, "plan", plan), 403, "foreign-department");
        assertThat(events(id)).isEmpty();

        publish("T_WRN_WHOLE").statusCode(200);
        look();
        shown("T_WRN_WHOLE")
                .body("items.id", contains(id))
                .body("items[0].state", equalTo("ASSIGNED"))
                .body("items[0].evidence.actual", equalTo(94.2f))
                .body("items[0]", not(hasKey("owner")))
                .body("items[0]", not(hasKey("acts")));
        assertThat(events(id)).containsExactly("raised");

        act(owner(), id, "plan", plan).statusCode(200).body("state", equalTo("RECTIFYING"));
        refused(act(owner(), id, "submission", PROOF.replace("0f0f", "0F0F")), 400, "invalid-argument")
                .body("violations.field", hasItem("sha256"));
        refused(act(owner(), id, "submission", PROOF.replace("复检合格", "电话 13812345678")), 422, "personal-data");
        act(owner(), id, "submission", PROOF).body("state", equalTo("SUBMITTED"));
        refused(act(owner("county-reviewer"), id, "closure", "{\"opinion\": \"示例\"}"), 403, "same-person");
        act(county(), id, "return", "{\"reason\": \"示例：缺复检报告\"}").body("state", equalTo("RECTIFYING"));
        act(city(), id, "extensions", """
                        {"until": "%s", "reason": "示例：设备到货推迟"}""".formatted(deadline.plusDays(5)))
                .statusCode(200)
                .body("extensions[0].grantedBy", equalTo("zhang"));
        act(owner(), id, "submission", PROOF);
        var read = auditor().get("/warning-cases/" + id).header("ETag");
        refused(
                county().body("{\"opinion\": \"示例\"}")
                        .post("/warning-cases/" + id + "/closure")
                        .then(),
                428,
                "precondition-required");
        refused(
                county().header("If-Match", "\"v1\"")
                        .body("{\"opinion\": \"示例\"}")
                        .post("/warning-cases/" + id + "/closure")
                        .then(),
                412,
                "stale");
        for (int turn = 0; turn < 2; turn++) {
            county().header("If-Match", read)
                    .header("Idempotency-Key", "close-" + id)
                    .body("{\"opinion\": \"示例：整改到位\"}")
                    .post("/warning-cases/" + id + "/closure")
                    .then()
                    .statusCode(200)
                    .body("state", equalTo("CLOSED"))
                    .body("proofs", hasSize(2))
                    .body("actions", empty());
        }
        anyone().get("/warnings/" + id).then().body("state", equalTo("CLOSED"));
        look();
        assertThat(ids("T_WRN_WHOLE")).containsExactly(id);
        assertThat(events(id)).startsWith("raised", "moved").hasSize(7);
        auditor()
                .get("/decision-log?subjectType=warning&subjectId=" + id)
                .then()
                .body(
                        "items.act",
                        contains(
                                "warning.raise",
                                "warning.assign",
                                "warning.restate",
                                "warning.plan",
                                "warning.submit",
                                "warning.return",
                                "warning.extend",
                                "warning.submit",
                                "warning.close"));
    }

    /** A correction takes the cause away: the warning says so, to each when they may know, and stays. */
    @Test
    void aCorrectionWithdrawsAndDeletesNothing() {
        floor("T_WRN_CORRECT", "98");
        record(figure("T_WRN_CORRECT", EAST, "2019", "\"value\": 97.9"));
        publish("T_WRN_CORRECT");
        look();
        var id = only("T_WRN_CORRECT");
        record(figure("T_WRN_CORRECT", EAST, "2019", "\"value\": 98.6, \"reason\": \"示例：复核更正\""))
                .statusCode(200);
        look();
        // As long as the old figure is the public one, so is the warning.
        shown("T_WRN_CORRECT").body("items[0].state", equalTo("OPEN")).body("items[0].evidence.actual", equalTo(97.9f));
        publish("T_WRN_CORRECT");
        look();
        shown("T_WRN_CORRECT")
                .body("items.id", contains(id))
                .body("items[0].state", equalTo("WITHDRAWN"))
                .body("items[0].withdrawnBecause.zh", equalTo("数据更正为98.6，不再出现该情形"))
                .body("items[0].evidence.actual", equalTo(97.9f));
        read(id).body("state", equalTo("WITHDRAWN")).body("actions", empty());
        assertThat(events(id)).containsExactly("raised", "withdrawn");
        // And back again: that is another warning.
        record(figure("T_WRN_CORRECT", EAST, "2019", "\"value\": 97.8, \"reason\": \"示例：再次更正\""))
                .statusCode(200);
        look();
        assertThat(ids("T_WRN_CORRECT")).hasSize(2).contains(id);
        shown("T_WRN_CORRECT").body("items.id", contains(id));
    }

    /** A draft that is mended before anybody published it has warned nobody but staff. */
    @Test
    void aDraftThatIsMendedWasNeverPublic() {
        floor("T_WRN_DRAFT", "98");
        record(figure("T_WRN_DRAFT", EAST, "2019", "\"value\": 90"));
        look();
        var id = only("T_WRN_DRAFT");
        record(figure("T_WRN_DRAFT", EAST, "2019", "\"value\": 99, \"reason\": \"示例\""))
                .statusCode(200);
        publish("T_WRN_DRAFT");
        look();
        read(id).body("state", equalTo("WITHDRAWN")).body("$", not(hasKey("publishedAt")));
        shown("T_WRN_DRAFT").body("items", empty());
        refused(anyone().get("/warnings/" + id).then(), 404, "not-found");
        assertThat(events(id)).isEmpty();
    }

    /** Judged unrounded, floors and ceilings; a rate of few cases warns nobody. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "AT_LEAST | GE | 97 | \"numerator\": 950, \"denominator\": 1000  | 1",
                "AT_LEAST | GE | 97 | \"numerator\": 960, \"denominator\": 1000  | 0",
                "AT_LEAST | GE | 97 | \"numerator\": 19, \"denominator\": 20     | 0",
                "AT_LEAST | GE | 97 | \"value\": 96.99                           | 1",
                "AT_LEAST | GE | 97 | \"value\": 97                              | 0",
                "AT_MOST  | LE | 2  | \"numerator\": 30, \"denominator\": 1000   | 1",
                "AT_MOST  | LE | 2  | \"numerator\": 25, \"denominator\": 1000   | 0",
                "AT_MOST  | LE | 2  | \"value\": 2.01                            | 1",
            })
    void aLimitInsideTheIntervalWarnsNobody(
            String direction, String qualifier, String limit, String said, int warnings) {
        var code = "T_WRN_" + Integer.toHexString((direction + said).hashCode()).toUpperCase(Locale.ROOT);
        given(code);
        target(
                code,
                "MAINTAIN",
                direction,
                number("baseline", 2015, limit, qualifier),
                number("figure", 2020, limit, qualifier));
        record(figure(code, EAST, "2019", said)).statusCode(200);
        look();
        assertThat(ids(code)).hasSize(warnings);
    }

    /** 54 → 250, and 140 in 2018: the line expects 171.6, and below 148.08 it is off track. What is handed down, too. */
    @Test
    void offTheTrajectory() {
        givenCount("T_WRN_WAY");
        target(
                "T_WRN_WAY",
                "REACH",
                "AT_LEAST",
                number("baseline", 2015, "54", "EQ"),
                number("figure", 2020, "250", "EQ"));
        record(figure("T_WRN_WAY", CITY, "2017", "\"value\": 60"), figure("T_WRN_WAY", CITY, "2018", "\"value\": 140"));
        // 250 of the city are not 250 of a district.
        record(figure("T_WRN_WAY", EAST, "2018", "\"value\": 1"));
        publish("T_WRN_WAY");
        look();
        shown("T_WRN_WAY")
                // 2017 is history: another year has followed.
                .body("items.period", contains("2018"))
                .body("items[0].cause", equalTo("OFF_TRAJECTORY"))
                .body("items[0].area", equalTo(CITY))
                .body("items[0].evidence.expected", equalTo(171.6f))
                .body("items[0].evidence.border", equalTo(148.1f));
        refused(county().get("/warning-cases/" + only("T_WRN_WAY")).then(), 403, "foreign-region");
    }

    @Test
    void anyEventBreachesZero() {
        givenCount("T_WRN_ZERO");
        target("T_WRN_ZERO", "ZERO", "EXACTLY", "\"note\": \"示例\"", number("figure", 2020, "0", "EQ"));
        record(figure("T_WRN_ZERO", EAST, "2018", "\"value\": 0"), figure("T_WRN_ZERO", WEST, "2018", "\"value\": 1"));
        look();
        only("T_WRN_ZERO");
        city().get("/warning-cases?indicator=T_WRN_ZERO")
                .then()
                .body("items.cause", contains("ZERO_BREACH"))
                .body("items.area", contains(WEST));
        county().get("/warning-cases?indicator=T_WRN_ZERO").then().body("items", empty());
        county().get("/warning-cases?area=" + WEST).then().statusCode(403);
    }

    @Test
    void aSuddenChangeNeedsNoTarget() {
        given("T_WRN_JUMP");
        for (int year = 2014; year <= 2018; year++) {
            record(figure("T_WRN_JUMP", EAST, "" + year, "\"value\": " + (year - 1920)));
        }
        record(figure("T_WRN_JUMP", EAST, "2019", "\"value\": 60"));
        publish("T_WRN_JUMP");
        look();
        shown("T_WRN_JUMP")
                .body("items.cause", contains("SUDDEN_CHANGE"))
                .body("items[0].evidence.before", equalTo(98))
                .body("items[0].evidence.change", equalTo(38))
                .body("items[0].evidence.border", equalTo(3))
                .body("items[0]", not(hasKey("target")));
    }

    /** From the first moment after its last day in Shanghai; reporting late takes it back. It is never public. */
    @Test
    void aLateReport() {
        given("T_WRN_LATE");
        var task = opened("2019", EAST, "T_WRN_LATE");
        MovedClock.forward(Duration.ofDays(10));
        runner.dates();
        assertThat(lateReports(task)).isEmpty();
        MovedClock.forward(Duration.ofDays(1));
        runner.dates();
        runner.dates();
        var id = lateReports(task).getFirst();
        assertThat(lateReports(task)).hasSize(1);
        read(id).body("cause", equalTo("OVERDUE_REPORT"))
                .body("task", equalTo(task))
                .body("evidence.due", equalTo(MovedClock.today().minusDays(1).toString()))
                .body("$", not(hasKey("indicator")));
        refused(anyone().get("/warnings/" + id).then(), 404, "not-found");
        assertThat(events(id)).containsExactly("raised");
        city().header("If-Match", auditor().get("/round-tasks/" + task).header("ETag"))
                .body("""
                        {"until": "%s", "reason": "示例：防汛"}""".formatted(MovedClock.today().plusDays(3)))
                .post("/round-tasks/" + task + "/extensions")
                .then()
                .statusCode(200);
        runner.dates();
        read(id).body("state", equalTo("WITHDRAWN")).body("withdrawn.zh", equalTo("已报送或已延期"));
        assertThat(events(id)).containsExactly("raised", "withdrawn");
        MovedClock.forward(Duration.ofDays(4));
        runner.dates();
        assertThat(lateReports(task)).hasSize(2).contains(id);
    }

    @Test
    void whatIsNotDoneInTimeIsTheCitys() {
        floor("T_WRN_SLOW", "98");
        record(figure("T_WRN_SLOW", EAST, "2019", "\"value\": 90"));
        publish("T_WRN_SLOW");
        look();
        var id = only("T_WRN_SLOW");
        MovedClock.forward(Duration.ofDays(11));
        runner.dates();
        runner.dates();
        read(id).body("escalatedOn", equalTo(MovedClock.today().toString()))
                .body("overdue", equalTo(true))
                .body("acts.act", contains("RAISE", "ESCALATE"));
        assertThat(events(id)).containsExactly("raised", "escalated");
        city().get("/warning-cases?overdue=true&indicator=T_WRN_SLOW").then().body("items.id", contains(id));
        var assignment = """
                {"area": "%s", "note": "示例"}""".formatted(EAST);
        refused(act(county(), id, "assignment", assignment), 403, "escalated");
        refused(act(city(), id, "assignment", assignment.replace(EAST, "990799")), 422, "unsuitable-owner");
        refused(act(city(), id, "assignment", assignment.replace(EAST, WEST)), 422, "unsuitable-owner");
        act(city(), id, "assignment", assignment).statusCode(200);
    }

    @Test
    void theTargetIsCorrectedAndTheWarningWithIt() {
        floor("T_WRN_TARGET", "98");
        record(figure("T_WRN_TARGET", EAST, "2019", "\"value\": 97"));
        look();
        var id = only("T_WRN_TARGET");
        target(
                "T_WRN_TARGET",
                "MAINTAIN",
                "AT_LEAST",
                number("baseline", 2015, "96", "GE"),
                number("figure", 2020, "96", "GE"));
        runner.dates();
        look();
        read(id).body("state", equalTo("WITHDRAWN"));
    }

    @Test
    void thePublicListIsFilteredPagedAndAFile() {
        floor("T_WRN_LIST", "98");
        record(
                figure("T_WRN_LIST", EAST, "2019", "\"value\": 97"),
                figure("T_WRN_LIST", WEST, "2019", "\"value\": 96"));
        publish("T_WRN_LIST");
        look();
        String next = anyone().get("/warnings?indicator=T_WRN_LIST&limit=1")
                .then()
                .header("Cache-Control", containsString("max-age=30"))
                .body("items", hasSize(1))
                .extract()
                .path("next");
        anyone().get("/warnings?indicator=T_WRN_LIST&limit=1&after=" + next)
                .then()
                .body("items", hasSize(1))
                .body("$", not(hasKey("next")));
        shown("T_WRN_LIST&area=" + WEST).body("items.evidence.actual", contains(96));
        shown("T_WRN_LIST&state=CLOSED").body("items", empty());
        shown("T_WRN_LIST&state=OPEN&cause=FLOOR_BREACH&period=2019&target=warning.t-wrn-list")
                .body("items", hasSize(2));
        refused(anyone().get("/warnings?state=ASLEEP").then(), 400, "invalid-argument");
        refused(anyone().get("/warnings?stat=OPEN").then(), 400, "invalid-argument");
        assertThat(anyone().accept("text/csv")
                        .get("/warnings?indicator=T_WRN_LIST")
                        .asString())
                .startsWith("\uFEFFid,cause,indicator")
                .contains("FLOOR_BREACH,T_WRN_LIST,1,warning.t-wrn-list,990702,2019,OPEN,96,98");
    }

    /** A figure whose warning cannot be stored: the others are warned of, and it is tried again until it works. */
    @Test
    void aCheckThatFailsStandsInNobodysWay() throws SQLException {
        floor("T_WRN_BROKEN", "98");
        floor("T_WRN_BESIDE", "98");
        asOwner("""
                create function broken() returns trigger language plpgsql as $$ begin raise 'out of order'; end $$;
                create trigger broken before insert on warning for each row
                  when (new.indicator = 'T_WRN_BROKEN') execute function broken()""");
        try {
            record(
                    figure("T_WRN_BROKEN", EAST, "2019", "\"value\": 90"),
                    figure("T_WRN_BESIDE", EAST, "2019", "\"value\": 91"));
            publish("T_WRN_BROKEN");
            publish("T_WRN_BESIDE");
            look();
            shown("T_WRN_BESIDE").body("items", hasSize(1));
            shown("T_WRN_BROKEN").body("items", empty());
            // Twice it was put on the queue, recorded and published; it stands aside once.
            failed().body("items.indicator", contains("T_WRN_BROKEN"))
                    .body("items[0].area", equalTo(EAST))
                    .body("items[0].period", equalTo("2019"))
                    .body("items[0].attempts", equalTo(2))
                    .body("items[0].failure", containsString("out of order"));
            MovedClock.forward(Duration.ofMinutes(1));
            look();
            failed().body("items[0].attempts", equalTo(2));
            MovedClock.forward(Duration.ofMinutes(1));
            look();
            failed().body("items.attempts", contains(3));
        } finally {
            asOwner("drop trigger broken on warning; drop function broken()");
        }
        MovedClock.forward(Duration.ofHours(1));
        look();
        shown("T_WRN_BROKEN").body("items", hasSize(1));
        failed().body("items", empty());
    }

    private static ValidatableResponse failed() {
        return auditor().get("/failed-warning-checks").then().statusCode(200);
    }

    /** The service's own role may change no schema. */
    private static void asOwner(String statements) throws SQLException {
        var owner = Databases.owner("indicator");
        try (var connection = DriverManager.getConnection(Infra.jdbcUrl("indicator"), owner, owner);
                var statement = connection.createStatement()) {
            statement.execute(statements);
        }
    }

    private void look() {
        runner.figures();
    }

    private static void floor(String code, String limit) {
        given(code);
        target(
                code,
                "MAINTAIN",
                "AT_LEAST",
                number("baseline", 2015, limit, "GE"),
                number("figure", 2020, limit, "GE"));
    }

    private static String number(String field, int year, String value, String qualifier) {
        return "\"%s\": {\"year\": %d, \"value\": %s, \"qualifier\": \"%s\", \"text\": \"示例\"}"
                .formatted(field, year, value, qualifier);
    }

    private static void target(String code, String kind, String direction, String... figures) {
        var id = "warning." + code.toLowerCase(Locale.ROOT).replace('_', '-');
        put("/targets/" + id, """
                {"id": "%s", "indicator": "%s", "definition": 1, "plan": "figures", "area": "990700", "kind": "%s",
                 "direction": "%s", %s, "passages": [{"text": "合格率达到97%%以上", "about": "TARGET"}]}""".formatted(id, code, kind, direction, String.join(",", figures)))
                .statusCode(oneOf(200, 201));
    }

    /** An official of the department that was made to answer for it. */
    private static RequestSpecification owner(String... more) {
        var roles = new ArrayList<>(List.of("reporter"));
        roles.addAll(List.of(more));
        return anyone().auth()
                .oauth2(Tokens.of(roles.toArray(String[]::new))
                        .user("sun")
                        .region(EAST)
                        .with("department", "示例区农业农村局")
                        .sign())
                .contentType(ContentType.JSON);
    }

    private static ValidatableResponse act(RequestSpecification who, String id, String act, String body) {
        return who.header("If-Match", auditor().get("/warning-cases/" + id).header("ETag"))
                .body(body)
                .post("/warning-cases/" + id + "/" + act)
                .then();
    }

    private static ValidatableResponse read(String id) {
        return auditor().get("/warning-cases/" + id).then().statusCode(200);
    }

    private static ValidatableResponse shown(String indicator) {
        return anyone().get("/warnings?indicator=" + indicator).then().statusCode(200);
    }

    private static List<String> ids(String indicator) {
        return auditor().get("/warning-cases?indicator=" + indicator).path("items.id");
    }

    private static String only(String indicator) {
        assertThat(ids(indicator)).hasSize(1);
        return ids(indicator).getFirst();
    }

    private static List<String> lateReports(String task) {
        return auditor()
                .get("/warning-cases?cause=OVERDUE_REPORT&area=" + EAST)
                .path("items.findAll {it.task == '" + task + "'}.id");
    }

    /** What was told of it, in order, by the last word of the type. */
    private List<String> events(String id) {
        return sql.query(
                "select split_part(type, '.', 5) from outbox where subject = ? order by sequence",
                row -> row.getString(1),
                id);
    }
}

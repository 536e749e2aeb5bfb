package cn.quality.standards.catalogue;

import static cn.quality.standards.suite.Bodies.standard;
import static cn.quality.standards.suite.Bodies.with;
import static cn.quality.standards.suite.Http.administrator;
import static cn.quality.standards.suite.Http.anyone;
import static cn.quality.testing.Refusal.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import cn.quality.platform.paging.Cursor;
import cn.quality.platform.sql.Jdbc;
import cn.quality.standards.StandardsTest;
import cn.quality.standards.schema.Contracts;
import cn.quality.standards.suite.Tables;
import cn.quality.testing.CloudEvent;
import cn.quality.testing.EventBroker;
import cn.quality.testing.Tokens;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@StandardsTest
class CatalogueTest {

    @Inject
    Jdbc sql;

    private static String enter(Map<String, Object> body) {
        return administrator()
                .body(body)
                .post("standards")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    @Test
    void aStandardIsEnteredOnceAndFoundByNumberAndTitle() {
        var body = standard("GB/T 31950—2023", "企业诚信管理体系 要求", "NATIONAL", "IN_FORCE");
        var id = administrator()
                .body(body)
                .post("standards")
                .then()
                .statusCode(201)
                .header("Location", containsString("/api/standards/v1/standards/"))
                .body("number", equalTo("GB/T 31950—2023"))
                .body("canonicalNumber", equalTo("GB/T 31950-2023"))
                .body("nature", equalTo("RECOMMENDED"))
                .extract()
                .<String>path("id");
        for (var query : List.of("31950", "GB/T 31950", "gb/t31950-2023", "诚信", "诚信管理 要求", "31950 诚信")) {
            anyone().queryParam("q", query)
                    .get("standards")
                    .then()
                    .statusCode(200)
                    .body("items.id", hasItem(id))
                    .header("ETag", notNullValue())
                    .header("Cache-Control", containsString("max-age=30"));
        }
        anyone().queryParam("q", "诚管").get("standards").then().statusCode(200).body("items", empty());
    }

    @Test
    void statingTheSameAgainChangesNothing() {
        var body = standard("GB/T 31951-2015", "企业信用档案信息规范", "NATIONAL", "IN_FORCE");
        var id = enter(body);
        var before = Tables.rows(sql);
        administrator()
                .body(with(body, "number", "GB/T 31951－2015"))
                .post("standards")
                .then()
                .statusCode(200)
                .body("id", equalTo(id))
                .body("number", equalTo("GB/T 31951-2015"));
        assertThat(Tables.rows(sql)).isEqualTo(before);
    }

    @Test
    void statingSomethingElseIsACorrectionWithLogAndEvent() {
        var body = standard("GB/T 23791-2009", "企业质量信用等级划分通则", "NATIONAL", "IN_FORCE");
        var id = enter(body);
        administrator()
                .body(with(body, "titleEn", "General principles for grading"))
                .post("standards")
                .then()
                .statusCode(200)
                .body("id", equalTo(id))
                .body("titleEn", equalTo("General principles for grading"));
        assertThat(sql.query(
                        "select act from decision_log where subject_id = ? order by number",
                        row -> row.getString(1),
                        id))
                .containsExactly("standard.register", "standard.correct");
        assertThat(sql.query(
                        "select type, sequence from outbox where subject = ? order by ordinal",
                        row -> row.getString(1) + " " + row.getLong(2),
                        id))
                .containsExactly(
                        "cn.quality.standards.standard.registered.v1 1",
                        "cn.quality.standards.standard.registered.v1 2");
    }

    @Test
    void relationsAreStatedByNumberAndResolvedWhenTheOtherSideArrives() {
        var first = enter(standard("GB 77001-1998", "玩具安全试验甲", "NATIONAL", "REPLACED"));
        var third = enter(with(
                standard("GB 77001-2018", "玩具安全试验丙", "NATIONAL", "IN_FORCE"), "replaces", List.of("GB 77001—2008")));
        anyone().get("standards/" + third)
                .then()
                .body("replaces", hasSize(1))
                .body("replaces[0].number", equalTo("GB 77001-2008"))
                .body("replaces[0].id", nullValue());
        var second = enter(with(
                standard("GB 77001-2008", "玩具安全试验乙", "NATIONAL", "REPLACED"), "replaces", List.of("GB 77001-1998")));
        anyone().get("standards/" + third)
                .then()
                .body("replaces[0].id", equalTo(second))
                .body("replaces[0].titleZh", equalTo("玩具安全试验乙"))
                .body("latest.id", contains(third));
        anyone().get("standards/" + first)
                .then()
                .body("replacedBy.id", contains(second))
                .body("latest.number", contains("GB 77001-2018"))
                .body("latest.id", contains(third));
    }

    @Test
    void replacementsThatWouldRunInACircleAreRefused() {
        enter(with(standard("GB 77002-2001", "循环甲", "NATIONAL", "REPLACED"), "replacedBy", List.of("GB 77002-2002")));
        enter(with(standard("GB 77002-2003", "循环丙", "NATIONAL", "IN_FORCE"), "replaces", List.of("GB 77002-2002")));
        var before = Tables.rows(sql);
        var closing =
                with(standard("GB 77002-2002", "循环乙", "NATIONAL", "REPLACED"), "replacedBy", List.of("GB 77002-2001"));
        refused(administrator().body(closing).post("standards").then(), 422, "cyclic-replacement");
        var both = with(standard("GB 77002-2003", "循环丙", "NATIONAL", "IN_FORCE"), "replaces", List.of("GB 77002-2002"));
        var longer = with(both, "replacedBy", List.of("GB 77002-2001", "GB 77002-2002"));
        refused(administrator().body(longer).post("standards").then(), 422, "cyclic-replacement");
        assertThat(Tables.rows(sql)).isEqualTo(before);
    }

    @Test
    void aStandardSplitInTwoHasTwoLatest() {
        var old = enter(standard("GB 77003-2001", "拆分前", "NATIONAL", "REPLACED"));
        for (var part : List.of("GB 77003.1-2020", "GB 77003.2-2020")) {
            enter(with(standard(part, "拆分后", "NATIONAL", "IN_FORCE"), "replaces", List.of("GB 77003-2001")));
        }
        anyone().get("standards/" + old)
                .then()
                .body("latest.number", containsInAnyOrder("GB 77003.1-2020", "GB 77003.2-2020"));
    }

    @Test
    void aDoubleNumberStatesTheAdoptionByItself() {
        var id = enter(standard("GB/T 77004-2016/ISO 97004:2015", "采标试验", "NATIONAL", "IN_FORCE"));
        anyone().get("standards/" + id)
                .then()
                .body("canonicalNumber", equalTo("GB/T 77004-2016"))
                .body("adopts[0].number", equalTo("ISO 97004:2015"))
                .body("adopts[0].degree", equalTo("IDT"));
        anyone().queryParam("q", "iso 97004").get("standards").then().body("items.id", contains(id));
    }

    @Test
    void timeBringsAStandardIntoForceWithoutAnybodyTouchingIt() {
        var due =
                enter(with(standard("GB 77005-2019", "生效试验一", "NATIONAL", "UPCOMING"), "implementedOn", "2020-01-01"));
        var coming = enter(
                with(standard("GB 77005.2-2019", "生效试验二", "NATIONAL", "UPCOMING"), "implementedOn", "2070-01-01"));
        anyone().get("standards/" + due).then().body("status", equalTo("IN_FORCE"));
        anyone().queryParam("q", "生效试验")
                .queryParam("status", "IN_FORCE")
                .get("standards")
                .then()
                .body("items.id", contains(due));
        anyone().queryParam("q", "生效试验")
                .queryParam("status", "UPCOMING")
                .get("standards")
                .then()
                .body("items.id", contains(coming));
    }

    @Test
    void filtersByLevel() {
        enter(standard("DB3711/T 77006-2020", "层级试验", "LOCAL", "IN_FORCE"));
        enter(standard("T/RZZ 77006-2020", "层级试验", "GROUP", "IN_FORCE"));
        anyone().queryParam("q", "层级试验")
                .queryParam("level", "GROUP")
                .get("standards")
                .then()
                .body("items.number", contains("T/RZZ 77006-2020"))
                .body("items[0].nature", nullValue());
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrRepetition() {
        var numbers = IntStream.rangeClosed(1, 7)
                .mapToObj(i -> "GB 77007." + i + "-2020")
                .toList();
        numbers.forEach(number -> enter(standard(number, "翻页试验", "NATIONAL", "IN_FORCE")));
        var seen = new ArrayList<String>();
        var after = "";
        do {
            var page = anyone().queryParam("q", "翻页试验")
                    .queryParam("limit", 3)
                    .queryParam("after", after)
                    .get("standards")
                    .then()
                    .statusCode(200)
                    .extract();
            seen.addAll(page.<List<String>>path("items.number"));
            after = page.path("next");
            assertThat(page.header("Link") == null).isEqualTo(after == null);
        } while (after != null);
        assertThat(seen).containsExactlyElementsOf(numbers);
    }

    @Test
    void aListIsAFileToo() {
        var ids = List.of(
                enter(standard("GB/T 97101-2019", "=表格示例甲，第一部分", "NATIONAL", "IN_FORCE")),
                enter(standard("GB/T 97102-2019", "表格示例乙", "NATIONAL", "IN_FORCE")));
        var table = anyone().accept("text/csv")
                .queryParam("q", "表格示例")
                .queryParam("limit", 1)
                .get("standards")
                .then()
                .statusCode(200)
                .contentType("text/csv;charset=UTF-8")
                .header("Vary", containsString("Accept"))
                .header("Content-Disposition", equalTo("attachment; filename=\"standards.csv\""))
                .extract()
                .asString();
        assertThat(table.lines().map(line -> line.split(",", -1)[0]))
                .containsExactly("\uFEFFid", ids.get(0), ids.get(1));
        assertThat(table).contains("GB/T 97101-2019,'=表格示例甲，第一部分,");

        var lines = anyone().accept("application/x-ndjson")
                .queryParam("q", "表格示例")
                .get("standards")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(lines.lines()).hasSize(2).allMatch(line -> line.startsWith("{") && line.endsWith("}"));
    }

    @Test
    void anUnchangedAnswerIsNotSentTwice() {
        var id = enter(standard("GB 77008-2020", "缓存试验", "NATIONAL", "IN_FORCE"));
        var etag =
                anyone().get("standards/" + id).then().statusCode(200).extract().header("ETag");
        anyone().header("If-None-Match", etag).get("standards/" + id).then().statusCode(304);
    }

    @Test
    void theSameStandardStatedByManyAtOnceIsEnteredOnce() throws Exception {
        var body = standard("GB 77009-2020", "并发试验", "NATIONAL", "IN_FORCE");
        var statuses = new ArrayList<Integer>();
        try (var clients = Executors.newFixedThreadPool(6)) {
            var calls = IntStream.range(0, 6)
                    .<Callable<Integer>>mapToObj(i ->
                            () -> administrator().body(body).post("standards").statusCode())
                    .toList();
            for (var answer : clients.invokeAll(calls)) {
                statuses.add(answer.get());
            }
        }
        assertThat(statuses).containsOnlyOnce(201).containsOnly(200, 201);
        assertThat(Tables.count(sql, "standard", "number_key", "GB 77009-2020")).isEqualTo(1);
    }

    @Test
    void theEventReachesTheTopicAsItsSchemaSays() throws Exception {
        var body = standard("GB 77010-2020", "事件试验", "NATIONAL", "IN_FORCE");
        var id = enter(body);
        administrator()
                .body(with(with(body, "status", "REPLACED"), "replacedBy", List.of("GB 77010-2025")))
                .post("standards")
                .then()
                .statusCode(200);
        org.awaitility.Awaitility.await()
                .untilAsserted(() -> assertThat(EventBroker.about("quality.standards.standard", id))
                        .hasSize(2));
        var events = EventBroker.about("quality.standards.standard", id);
        assertThat(events)
                .extracting(CloudEvent::type)
                .containsExactly(
                        "cn.quality.standards.standard.registered.v1", "cn.quality.standards.standard.replaced.v1");
        for (var event : events) {
            assertThat(event.source()).isEqualTo("/standards-service");
            Contracts.check(event.type(), new ObjectMapper().readTree(event.data()));
        }
        assertThat(events.get(1).sequence()).isEqualTo(2);
    }

    /** Nobody states anything of the old edition itself; its end still reaches whoever follows its events. */
    @Test
    void aStandardReplacedByAnothersStatementSendsAnEventOfItsOwn() {
        var old =
                enter(with(standard("GB 77015-2010", "被代替试验", "NATIONAL", "IN_FORCE"), "implementedOn", "2011-01-01"));
        var next =
                with(standard("GB 77015-2020", "代替试验", "NATIONAL", "IN_FORCE"), "replaces", List.of("GB 77015-2010"));
        enter(with(next, "implementedOn", "2070-01-01"));
        assertThat(eventsAbout(old))
                .containsExactly(
                        "registered.v1 1 IN_FORCE null []", "registered.v1 2 IN_FORCE 2070-01-01 [\"GB 77015-2020\"]");
        administrator()
                .body(with(next, "implementedOn", "2021-01-01"))
                .post("standards")
                .then()
                .statusCode(200);
        administrator()
                .body(with(next, "replaces", List.of()))
                .post("standards")
                .then()
                .statusCode(200);
        assertThat(eventsAbout(old).subList(2, 4))
                .containsExactly(
                        "replaced.v1 3 REPLACED 2021-01-01 [\"GB 77015-2020\"]", "registered.v1 4 IN_FORCE null []");
    }

    private List<String> eventsAbout(String id) {
        return sql.query(
                """
                select replace(type, 'cn.quality.standards.standard.', ''), sequence, data ->> 'status', data ->> 'replacedOn',
                  data -> 'replacedBy' from outbox where subject = ? order by ordinal""",
                row -> "%s %d %s %s %s"
                        .formatted(
                                row.getString(1), row.getLong(2), row.getString(3), row.getString(4), row.getString(5)),
                id);
    }

    @Test
    void tellsEverythingWrongWithABodyAndWritesNothing() {
        var before = Tables.rows(sql);
        var body = standard("GB/X 19001-16", "", "LOCAL", "IN_FORCE");
        body.put("ics", "43.4");
        body.put("ccs", "I14");
        body.put("publishedOn", "2020-02-01");
        body.put("implementedOn", "2020-01-01");
        body.put("certainty", null);
        body.put("adopts", List.of(Map.of("number", "ISO 9001:2015")));
        refused(administrator().body(body).post("standards").then(), 400, "invalid-argument")
                .body(
                        "violations.collect { it.field + ' ' + it.code }",
                        hasItems(
                                "number suffix",
                                "number year",
                                "titleZh required",
                                "ics format",
                                "ccs format",
                                "implementedOn date-order",
                                "certainty required"));
        assertThat(Tables.rows(sql)).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({
        "T/CAS 77011-2020, GROUP, MANDATORY, nature",
        "GB/T 77011-2020, NATIONAL, MANDATORY, nature",
        "Q/ABC 77011-2020, ENTERPRISE, MANDATORY, nature",
        "GB/T 77011-2020, INDUSTRY, RECOMMENDED, level",
    })
    void levelAndNatureMustAgreeWithTheNumber(String number, String level, String nature, String field) {
        var body = with(standard(number, "矛盾试验", level, "IN_FORCE"), "nature", nature);
        refused(administrator().body(body).post("standards").then(), 400, "invalid-argument")
                .body("violations.field", contains(field))
                .body("violations.code", contains("contradicts-number"));
    }

    @Test
    void aStandardCannotReplaceItself() {
        var body =
                with(standard("GB 77012-2020", "自身试验", "NATIONAL", "IN_FORCE"), "replaces", List.of("GB 77012—2020"));
        refused(administrator().body(body).post("standards").then(), 400, "invalid-argument")
                .body("violations[0].code", equalTo("itself"));
    }

    @Test
    void onlyAnAdministratorStates() {
        var before = Tables.rows(sql);
        var body = standard("GB 77013-2020", "权限试验", "NATIONAL", "IN_FORCE");
        refused(
                anyone().contentType(ContentType.JSON)
                        .body(body)
                        .post("standards")
                        .then(),
                401,
                "unauthenticated");
        for (var role : List.of(
                "data-provider",
                "case-handler",
                "case-approver",
                "publisher",
                "enterprise",
                "social-organization",
                "screening-client",
                "auditor",
                "reporter",
                "county-reviewer",
                "city-reviewer")) {
            refused(
                    anyone().auth()
                            .oauth2(Tokens.of(role).sign())
                            .contentType(ContentType.JSON)
                            .body(body)
                            .post("standards")
                            .then(),
                    403,
                    "forbidden");
        }
        assertThat(Tables.rows(sql)).isEqualTo(before);
    }

    @Test
    void refusesWhatIsNoJson() {
        refused(administrator().body("{\"number\": \"GB").post("standards").then(), 400, "malformed-json");
        refused(administrator().body("").post("standards").then(), 400, "bad-request");
        refused(
                administrator()
                        .body("{\"status\": \"FLYING\"}")
                        .post("standards")
                        .then(),
                400,
                "invalid-argument");
        refused(
                administrator()
                        .contentType("text/csv")
                        .body("GB")
                        .post("standards")
                        .then(),
                415,
                "unsupported-media-type");
    }

    @Test
    void refusesABodyOverTheLimit() {
        var body = with(standard("GB 77014-2020", "过大试验", "NATIONAL", "IN_FORCE"), "titleEn", "x".repeat(1_100_000));
        refused(administrator().body(body).post("standards").then(), 413, "payload-too-large");
    }

    @Test
    void refusesQuestionsItCannotAnswer() {
        refused(anyone().queryParam("q", "质").get("standards").then(), 400, "query-too-short");
        refused(anyone().queryParam("level", "GALACTIC").get("standards").then(), 400, "invalid-argument")
                .body("violations[0].field", equalTo("level"));
        refused(anyone().queryParam("status", "现行").get("standards").then(), 400, "invalid-argument");
        refused(anyone().queryParam("limit", 201).get("standards").then(), 400, "invalid-argument");
        refused(anyone().queryParam("limit", 0).get("standards").then(), 400, "invalid-argument");
        refused(anyone().queryParam("after", "rubbish").get("standards").then(), 400, "invalid-cursor");
        var nul = Cursor.of("GB\u0000").encode();
        refused(anyone().queryParam("after", nul).get("standards").then(), 400, "invalid-cursor");
        anyone().queryParam("q", "GB%' or 1=1 --")
                .get("standards")
                .then()
                .statusCode(200)
                .body("items", empty());
        refused(anyone().accept("text/html").get("standards").then(), 406, "not-acceptable");
        refused(anyone().get("standards/" + UUID.randomUUID()).then(), 404, "not-found");
        refused(anyone().get("standards/no-uuid").then(), 404, "not-found");
        refused(anyone().get("nowhere").then(), 404, "not-found");
    }

    @Test
    void speaksEnglishToThoseWhoAsk() {
        var body = standard("GB/T 19001", "语言试验", "NATIONAL", "IN_FORCE");
        refused(
                        administrator()
                                .header("Accept-Language", "en")
                                .body(body)
                                .post("standards")
                                .then(),
                        422,
                        "invalid-standard-number")
                .body("violations[0].message", containsString("four-digit year"));
        refused(administrator().body(body).post("standards").then(), 422, "invalid-standard-number")
                .body("violations[0].message", containsString("四位年份"));
    }
}

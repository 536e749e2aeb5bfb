package cn.quality.standards.declaration;

import static cn.quality.standards.suite.Bodies.declaration;
import static cn.quality.standards.suite.Bodies.standard;
import static cn.quality.standards.suite.Bodies.with;
import static cn.quality.standards.suite.Http.administrator;
import static cn.quality.standards.suite.Http.anyone;
import static cn.quality.standards.suite.Http.enterprise;
import static cn.quality.testing.Refusal.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import cn.quality.platform.sql.Jdbc;
import cn.quality.standards.StandardsTest;
import cn.quality.standards.schema.Contracts;
import cn.quality.standards.suite.Fictional;
import cn.quality.standards.suite.Tables;
import cn.quality.testing.EventBroker;
import cn.quality.testing.Tokens;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@StandardsTest
class DeclarationTest {

    @Inject
    Jdbc sql;

    @BeforeEach
    void theCatalogueHolds() {
        state(standard("GB 88001-2015", "鲜、冻动物性水产品", "NATIONAL", "IN_FORCE"));
        state(standard("GB/T 88002-2008", "管理体系旧版", "NATIONAL", "REPLACED"));
        state(with(
                standard("GB/T 88002-2016", "管理体系新版", "NATIONAL", "IN_FORCE"), "replaces", List.of("GB/T 88002-2008")));
        state(with(standard("GB 88003-2030", "尚未实施", "NATIONAL", "UPCOMING"), "implementedOn", "2070-01-01"));
        state(standard("T/RZZ 88004-2020", "团体标准", "GROUP", "ABOLISHED"));
    }

    private static void state(Map<String, Object> body) {
        assertThat(administrator().body(body).post("standards").statusCode()).isIn(200, 201);
    }

    @Test
    void aDeclarationIsPublicTheMomentItIsMade() {
        var uscc = Fictional.uscc();
        var id = enterprise(uscc)
                .body(declaration("q/rzsl 001—2024", "GB 88001-2015", "GB 88001—2015"))
                .post("declarations")
                .then()
                .statusCode(201)
                .header("Location", containsString("/api/standards/v1/declarations/"))
                .extract()
                .<String>path("id");
        var answer = anyone().get("declarations/" + id)
                .then()
                .statusCode(200)
                .body("uscc", equalTo(uscc))
                .body("$", not(hasKey("enterpriseName")))
                .body("standard.number", equalTo("q/rzsl 001—2024"))
                .body("ownStandard", equalTo(true))
                .body("numberConfidence", equalTo("HIGH"))
                .body("executes.number", contains("GB 88001-2015"))
                .body("executes[0].titleZh", equalTo("鲜、冻动物性水产品"))
                .body("products[0].gtin", equalTo("6901234567892"))
                .body("indicators[0].sign", equalTo("≥"))
                .body("state", equalTo("PUBLIC"))
                .extract()
                .asString();
        assertThat(answer).as("the declared decimals are kept").contains("\"value\":12.50");
        assertThat(anyone().accept("text/csv")
                        .queryParam("uscc", uscc)
                        .get("declarations")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString()
                        .lines())
                .hasSize(2)
                .last()
                .asString()
                .contains(uscc);
        for (var query : List.of("烤鳗", "切片", "rzsl 001", "RZSL001-2024")) {
            anyone().queryParam("q", query)
                    .queryParam("uscc", uscc)
                    .get("declarations")
                    .then()
                    .statusCode(200)
                    .body("items.id", contains(id));
        }
        anyone().get("enterprises/" + uscc)
                .then()
                .statusCode(200)
                .body("$", not(hasKey("name")))
                .body("badge", equalTo("NONE"))
                .body("listings", empty())
                .body("declarations", equalTo(1));
    }

    @Test
    void somebodyElsesStandardIsDeclaredUnderItsOfficialTitle() {
        var body = with(declaration("x"), "standard", Map.of("number", "GB/T 88002-2016", "title", "管理体系"));
        body.put("indicators", List.of());
        enterprise(Fictional.uscc())
                .body(body)
                .post("declarations")
                .then()
                .statusCode(201)
                .body("standard.title", equalTo("管理体系新版"))
                .body("ownStandard", equalTo(false));
    }

    @Test
    void everyStandardThatCannotBeFollowedIsNamedWithItsSuccessor() {
        var uscc = Fictional.uscc();
        var before = Tables.rows(sql);
        var body = declaration(
                "Q/RZSL 002-2024",
                "GB 88001-2015",
                "GB/T 88002-2008",
                "GB 88003-2030",
                "T/RZZ 88004-2020",
                "GB 88999-2020");
        refused(enterprise(uscc).body(body).post("declarations").then(), 422, "unusable-standard")
                .body(
                        "violations.collect { it.field + ' ' + it.code }",
                        contains(
                                "executes[1] not-in-force",
                                "executes[2] not-in-force",
                                "executes[3] not-in-force",
                                "executes[4] unknown-standard"))
                .body("violations[0].message", containsString("GB/T 88002-2016"))
                .body("violations[2].message", containsString("废止"));
        assertThat(Tables.rows(sql)).isEqualTo(before);
    }

    @Test
    void anUndatedReferenceStaysUndatedAndMeansTheEditionInForce() {
        var id = declare(Fictional.uscc(), declaration("Q/RZSL 014-2024", "GB/T 88002"));
        anyone().get("declarations/" + id)
                .then()
                .body("executes.number", contains("GB/T 88002"))
                .body("undatedReferences[0].number", equalTo("GB/T 88002"))
                .body("undatedReferences[0].editions.number", contains("GB/T 88002-2016"));
        refused(
                        enterprise(Fictional.uscc())
                                .body(declaration("Q/RZSL 015-2024", "T/RZZ 88004", "GB 88003"))
                                .post("declarations")
                                .then(),
                        422,
                        "unusable-standard")
                .body(
                        "violations.collect { it.field + ' ' + it.code }",
                        contains("executes[0] unknown-standard", "executes[1] unknown-standard"))
                .body("violations[1].message", containsString("GB 88003-2030"));
    }

    /** Mandatory until 2017, recommended since: who cites the former number is not outdated. */
    @Test
    void aStandardThatBecameRecommendedIsFollowedUnderItsFormerNumber() {
        state(with(
                standard("GB/T 88006-2000", "由强制转为推荐", "NATIONAL", "IN_FORCE"),
                "formerNumbers",
                List.of(Map.of("number", "GB 88006-2000", "until", "2017-03-23"))));
        declare(Fictional.uscc(), declaration("Q/RZSL 016-2024", "GB 88006-2000"));
        declare(Fictional.uscc(), declaration("Q/RZSL 017-2024", "GB 88006"));
    }

    @Test
    void aDeclaredStandardOfOthersMustItselfBeInForce() {
        var body = with(declaration("x"), "standard", Map.of("number", "GB/T 88002-2008", "title", "管理体系旧版"));
        refused(enterprise(Fictional.uscc()).body(body).post("declarations").then(), 422, "unusable-standard")
                .body("violations.field", contains("standard.number"));
    }

    @Test
    void tellsEverythingWrongWithABodyAndWritesNothing() {
        var before = Tables.rows(sql);
        var body = with(declaration("Q/RZSL 003-2024"), "executes", List.of("GB A-20"));
        body.put("products", List.of(Map.of("name", " ", "gtin", "6901234567891"), Map.of("name", "x", "gtin", "12")));
        body.put(
                "indicators",
                List.of(Map.of("name", "蛋白质", "value", 1e40, "unit", "g"), Map.of("name", "水分", "operator", "LE")));
        refused(enterprise(Fictional.uscc()).body(body).post("declarations").then(), 400, "invalid-argument")
                .body(
                        "violations.collect { it.field + ' ' + it.code }",
                        hasItems(
                                "executes[0] serial",
                                "products[0].name required",
                                "products[0].gtin gtin-check-digit",
                                "products[1].gtin gtin-form",
                                "indicators[0].operator required",
                                "indicators[0].value range",
                                "indicators[0].testMethod required",
                                "indicators[1].value required"));
        assertThat(Tables.rows(sql)).isEqualTo(before);
    }

    @Test
    void anOwnStandardNeedsIndicatorsAndAnyDeclarationAProduct() {
        var body = with(with(declaration("Q/RZSL 004-2024"), "indicators", List.of()), "products", List.of());
        refused(enterprise(Fictional.uscc()).body(body).post("declarations").then(), 400, "invalid-argument")
                .body("violations.field", contains("products", "indicators"));
        refused(enterprise(Fictional.uscc()).body("{}").post("declarations").then(), 400, "invalid-argument")
                .body("violations.field", contains("standard", "products"));
    }

    @Test
    void aNumberThatIsNoneIsRefusedWithItsOwnCode() {
        var body = declaration("Q/");
        refused(enterprise(Fictional.uscc()).body(body).post("declarations").then(), 422, "invalid-standard-number")
                .body("violations[0].field", equalTo("standard.number"))
                .body("violations[0].code", equalTo("enterprise-code"));
    }

    @Test
    void theSameStandardIsDeclaredOnceAndTheSecondIsShownTheFirst() {
        var uscc = Fictional.uscc();
        var first = declare(uscc, declaration("Q/RZSL 005-2024"));
        refused(
                        enterprise(uscc)
                                .body(declaration("Q/RZSL005—2024"))
                                .post("declarations")
                                .then(),
                        409,
                        "already-declared")
                .body("detail", containsString(first));
        declare(Fictional.uscc(), declaration("Q/RZSL 005-2024"));
        assertThat(Tables.count(sql, "declaration", "uscc", uscc)).isEqualTo(1);
    }

    @Test
    void manyEqualDeclarationsAtOnceMakeOne() throws Exception {
        var uscc = Fictional.uscc();
        var statuses = new ArrayList<Integer>();
        atOnce(
                        6,
                        () -> enterprise(uscc)
                                .body(declaration("Q/RZSL 006-2024"))
                                .post("declarations")
                                .statusCode())
                .forEach(statuses::add);
        assertThat(statuses).containsOnlyOnce(201).containsOnly(201, 409);
        assertThat(Tables.count(sql, "declaration", "uscc", uscc)).isEqualTo(1);
    }

    @Test
    void anIdempotencyKeyMakesOneDeclarationHoweverOftenItIsSent() throws Exception {
        var uscc = Fictional.uscc();
        var key = UUID.randomUUID().toString();
        Callable<String> send = () -> enterprise(uscc)
                .header("Idempotency-Key", key)
                .body(declaration("Q/RZSL 007-2024"))
                .post("declarations")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        var first = send.call();
        assertThat(send.call()).isEqualTo(first);
        assertThat(new HashSet<>(atOnce(6, send))).containsExactly(first);
        assertThat(Tables.count(sql, "outbox", "subject", first)).isEqualTo(1);
        refused(
                enterprise(uscc)
                        .header("Idempotency-Key", key)
                        .body(declaration("Q/RZSL 008-2024"))
                        .post("declarations")
                        .then(),
                409,
                "idempotency-key-reused");
    }

    @Test
    void firstRequestsWithOneKeyAtOnceMakeOneDeclaration() throws Exception {
        var uscc = Fictional.uscc();
        var key = UUID.randomUUID().toString();
        var ids = atOnce(
                6,
                () -> enterprise(uscc)
                        .header("Idempotency-Key", key)
                        .body(declaration("Q/RZSL 009-2024"))
                        .post("declarations")
                        .then()
                        .statusCode(201)
                        .extract()
                        .<String>path("id"));
        assertThat(new HashSet<>(ids)).hasSize(1);
        assertThat(Tables.count(sql, "declaration", "uscc", uscc)).isEqualTo(1);
    }

    @Test
    void aRefusedDeclarationDoesNotUseUpItsKey() {
        var uscc = Fictional.uscc();
        var key = UUID.randomUUID().toString();
        refused(
                enterprise(uscc)
                        .header("Idempotency-Key", key)
                        .body(declaration("Q/RZSL 010-2024", "GB 88010-2020"))
                        .post("declarations")
                        .then(),
                422,
                "unusable-standard");
        state(standard("GB 88010-2020", "迟到的标准", "NATIONAL", "IN_FORCE"));
        enterprise(uscc)
                .header("Idempotency-Key", key)
                .body(declaration("Q/RZSL 010-2024", "GB 88010-2020"))
                .post("declarations")
                .then()
                .statusCode(201);
        assertThat(Tables.count(sql, "declaration", "uscc", uscc)).isEqualTo(1);
    }

    @Test
    void onlyAnEnterpriseDeclaresAndOnlyForItself() {
        var before = Tables.rows(sql);
        var body = declaration("Q/RZSL 011-2024");
        refused(
                anyone().contentType(ContentType.JSON)
                        .body(body)
                        .post("declarations")
                        .then(),
                401,
                "unauthenticated");
        for (var role : List.of(
                "data-provider",
                "case-handler",
                "case-approver",
                "publisher",
                "social-organization",
                "screening-client",
                "auditor",
                "administrator",
                "reporter",
                "county-reviewer",
                "city-reviewer")) {
            refused(
                    anyone().auth()
                            .oauth2(Tokens.of(role).uscc(Fictional.uscc()).sign())
                            .contentType(ContentType.JSON)
                            .body(body)
                            .post("declarations")
                            .then(),
                    403,
                    "forbidden");
        }
        refused(
                        withToken(Tokens.of("enterprise"))
                                .body(body)
                                .post("declarations")
                                .then(),
                        403,
                        "no-enterprise")
                .body("detail", containsString("uscc"));
        refused(
                withToken(Tokens.of("enterprise").uscc("91371199MA3RH00197"))
                        .body(body)
                        .post("declarations")
                        .then(),
                403,
                "no-enterprise");
        assertThat(Tables.rows(sql)).isEqualTo(before);
    }

    private static io.restassured.specification.RequestSpecification withToken(Tokens token) {
        return anyone().auth().oauth2(token.sign()).contentType(ContentType.JSON);
    }

    @Test
    void refusesWhatItCannotRead() {
        var caller = Fictional.uscc();
        refused(enterprise(caller).body("{\"standard\":").post("declarations").then(), 400, "malformed-json");
        refused(enterprise(caller).body("").post("declarations").then(), 400, "bad-request");
        refused(
                enterprise(caller)
                        .contentType("application/xml")
                        .body("<x/>")
                        .post("declarations")
                        .then(),
                415,
                "unsupported-media-type");
        refused(
                enterprise(caller)
                        .body(with(declaration("Q/RZSL 012-2024"), "lowerStatement", "x".repeat(1_100_000)))
                        .post("declarations")
                        .then(),
                413,
                "payload-too-large");
        refused(anyone().accept("application/xml").get("declarations").then(), 406, "not-acceptable");
        refused(
                        anyone().queryParam("uscc", "91371199MA3RH00197")
                                .get("declarations")
                                .then(),
                        400,
                        "invalid-uscc")
                .body("violations.code", hasItems("check-character"));
        refused(anyone().queryParam("uscc", "123").get("declarations").then(), 400, "invalid-uscc")
                .body("violations.code", contains("length"));
        refused(anyone().get("enterprises/" + "9137119IMA3RH00187").then(), 400, "invalid-uscc")
                .body("violations.code", contains("letter"));
        refused(anyone().queryParam("after", "WyJ4Il0").get("declarations").then(), 400, "invalid-cursor");
        refused(anyone().get("declarations/" + UUID.randomUUID()).then(), 404, "not-found");
        refused(anyone().get("enterprises/" + Fictional.uscc()).then(), 404, "not-found");
    }

    @Test
    void pagesRunFromTheNewestToTheOldest() {
        var uscc = Fictional.uscc();
        var ids = new ArrayList<String>();
        for (int i = 1; i <= 5; i++) {
            ids.addFirst(declare(uscc, declaration("Q/RZSL 10" + i + "-2024")));
        }
        var seen = new ArrayList<String>();
        String after = null;
        do {
            var request = anyone().queryParam("uscc", uscc).queryParam("limit", 2);
            var page = (after == null ? request : request.queryParam("after", after))
                    .get("declarations")
                    .then()
                    .extract();
            seen.addAll(page.<List<String>>path("items.id"));
            after = page.path("next");
        } while (after != null);
        assertThat(seen).containsExactlyElementsOf(ids);
    }

    @Test
    void theEventReachesTheTopicAsItsSchemaSaysAndTheLogHasItsLine() throws Exception {
        var uscc = Fictional.uscc();
        var id = declare(uscc, declaration("Q/RZSL 013-2024"));
        Awaitility.await()
                .untilAsserted(() -> assertThat(EventBroker.about("quality.standards.declaration", id))
                        .hasSize(1));
        var event = EventBroker.about("quality.standards.declaration", id).getFirst();
        assertThat(event.type()).isEqualTo("cn.quality.standards.declaration.made.v1");
        assertThat(event.sequence()).isEqualTo(1);
        var data = new ObjectMapper().readTree(event.data());
        Contracts.check("cn.quality.standards.declaration.made.v1", data);
        assertThat(data.get("uscc").asText()).isEqualTo(uscc);
        assertThat(data.get("standardNumber").asText()).isEqualTo("Q/RZSL 013-2024");
        assertThat(sql.query("select act from decision_log where subject_id = ?", row -> row.getString(1), id))
                .containsExactly("declaration.make");
        anyone().auth()
                .oauth2(Tokens.of("auditor").sign())
                .get("decision-log/verification")
                .then()
                .statusCode(200)
                .body("intact", equalTo(true));
    }

    /** Declared, changed and withdrawn, each version sealed upon the one before. */
    @Test
    void anEnterpriseChangesAndWithdrawsItsOwnDeclarationAlone() throws Exception {
        var uscc = Fictional.uscc();
        var first = enterprise(uscc)
                .body(declaration("Q/RZSL 020-2024"))
                .post("declarations")
                .then()
                .statusCode(201)
                .header("ETag", equalTo("\"v1\""))
                .body("actions", contains("CHANGE", "WITHDRAW"))
                .extract();
        var id = first.<String>path("id");
        var changed = with(declaration("Q/RZSL 020-2024", "GB 88001-2015"), "products", List.of(Map.of("name", "烤鳗条")));

        refused(enterprise(uscc).body(changed).put("declarations/" + id).then(), 428, "precondition-required");
        refused(
                enterprise(Fictional.uscc())
                        .header("If-Match", "\"v1\"")
                        .body(changed)
                        .put("declarations/" + id)
                        .then(),
                403,
                "foreign-enterprise");
        refused(
                enterprise(uscc)
                        .header("If-Match", "\"v1\"")
                        .body(declaration("Q/RZSL 021-2024"))
                        .put("declarations/" + id)
                        .then(),
                422,
                "another-standard");
        var second = enterprise(uscc)
                .header("If-Match", "\"v1\"")
                .body(changed)
                .put("declarations/" + id)
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"v2\""))
                .body("version", equalTo(2))
                .body("products.name", contains("烤鳗条"))
                .body("executes.number", contains("GB 88001-2015"))
                .extract();
        assertThat(second.<String>path("contentDigest")).isNotEqualTo(first.path("contentDigest"));
        enterprise(uscc)
                .header("If-Match", "\"v2\"")
                .body(changed)
                .put("declarations/" + id)
                .then()
                .statusCode(200)
                .body("version", equalTo(2));
        refused(
                enterprise(uscc)
                        .header("If-Match", "\"v1\"")
                        .body(Map.of("reason", "产品已停产"))
                        .post("declarations/" + id + "/withdrawal")
                        .then(),
                412,
                "stale");
        enterprise(uscc)
                .header("If-Match", "\"v2\"")
                .body(Map.of("reason", "产品已停产"))
                .post("declarations/" + id + "/withdrawal")
                .then()
                .statusCode(200)
                .body("state", equalTo("WITHDRAWN"))
                .body("actions", empty());
        refused(
                enterprise(uscc)
                        .header("If-Match", "\"v3\"")
                        .body(changed)
                        .put("declarations/" + id)
                        .then(),
                409,
                "illegal-transition");
        anyone().get("declarations/" + id)
                .then()
                .statusCode(200)
                .body("state", equalTo("WITHDRAWN"))
                .body("endReason", equalTo("产品已停产"))
                .body("$", not(hasKey("actions")));
        withToken(Tokens.of("enterprise")).get("declarations/" + id).then().statusCode(200);
        anyone().queryParam("uscc", uscc).get("declarations").then().body("items", empty());
        declare(uscc, declaration("Q/RZSL 020-2024"));

        Awaitility.await()
                .untilAsserted(() -> assertThat(EventBroker.about("quality.standards.declaration", id))
                        .hasSize(3));
        for (var event : EventBroker.about("quality.standards.declaration", id)) {
            Contracts.check(event.type(), new ObjectMapper().readTree(event.data()));
        }
        assertThat(sql.query(
                        "select content::json #>> '{content,previousDigest}' from declaration_version where declaration_id = ?"
                                + " order by version",
                        row -> String.valueOf(row.getString(1)),
                        UUID.fromString(id)))
                .containsExactly("null", first.path("contentDigest"), second.path("contentDigest"));
    }

    /** In commissioned production the one that commissions declares; of a joint standard, each of its makers. */
    @Test
    void namesTheProducersItCommissionsAndTheMakersOfAJointStandard() {
        var uscc = Fictional.uscc();
        var other = Fictional.uscc();
        var body = with(
                with(declaration("Q/RZSL 022-2024"), "producers", List.of(Map.of("uscc", other, "name", "示例加工厂"))),
                "jointlyWith",
                List.of(Map.of("uscc", other, "number", "Q/RZJG 022-2024")));
        var id = declare(uscc, body);
        anyone().get("declarations/" + id)
                .then()
                .body("producers.uscc", contains(other))
                .body("jointlyWith.number", contains("Q/RZJG 022-2024"));
        declare(other, declaration("Q/RZJG 022-2024"));
        refused(
                        enterprise(other)
                                .body(with(declaration("Q/RZSL 023-2024"), "uscc", uscc))
                                .post("declarations")
                                .then(),
                        403,
                        "foreign-enterprise")
                .body("detail", containsString("委托方"));
        refused(
                        enterprise(uscc)
                                .body(with(
                                        declaration("Q/RZSL 023-2024"),
                                        "producers",
                                        List.of(Map.of("uscc", uscc), Map.of("uscc", "123"))))
                                .post("declarations")
                                .then(),
                        400,
                        "invalid-argument")
                .body(
                        "violations.collect { it.field + ' ' + it.code }",
                        contains("producers[0].uscc own-uscc", "producers[1].uscc uscc"));
    }

    /** One indicator of each operator, and back as it was sent. */
    @Test
    void indicatorsAreMachineReadableAndKeepTheirDecimals() {
        var indicators = List.of(
                indicator(
                        "水分",
                        "RANGE",
                        Map.of("min", new BigDecimal("6.00"), "max", new BigDecimal("7.5"), "unit", "%")),
                indicator(
                        "净含量",
                        "TOLERANCE",
                        Map.of(
                                "value",
                                new BigDecimal("500"),
                                "plus",
                                new BigDecimal("9"),
                                "minus",
                                new BigDecimal("0"),
                                "unit",
                                "g")),
                indicator("感官等级", "GRADE", Map.of("grade", "一级")),
                indicator("气味", "QUALITATIVE", Map.of("text", "无异味")),
                indicator(
                        "蛋白质",
                        "BY_CONDITION",
                        Map.of(
                                "cases",
                                List.of(
                                        Map.of(
                                                "condition",
                                                "切片",
                                                "operator",
                                                "GE",
                                                "value",
                                                new BigDecimal("12.50"),
                                                "unit",
                                                "%"),
                                        Map.of(
                                                "condition",
                                                "整条",
                                                "operator",
                                                "GE",
                                                "value",
                                                new BigDecimal("15"),
                                                "unit",
                                                "%")))));
        var id = declare(Fictional.uscc(), with(declaration("Q/RZSL 024-2024"), "indicators", indicators));
        var answer = anyone().get("declarations/" + id)
                .then()
                .body("indicators.operator", contains("RANGE", "TOLERANCE", "GRADE", "QUALITATIVE", "BY_CONDITION"))
                .body("indicators[4].cases.condition", contains("切片", "整条"))
                .extract()
                .asString();
        assertThat(answer).contains("\"min\":6.00", "\"value\":12.50");
        refused(
                        enterprise(Fictional.uscc())
                                .body(with(
                                        declaration("Q/RZSL 025-2024"),
                                        "indicators",
                                        List.of(
                                                indicator(
                                                        "噪声",
                                                        "LE",
                                                        Map.of("value", new BigDecimal("80"), "unit", "dB(A)")),
                                                indicator(
                                                        "长度",
                                                        "LE",
                                                        Map.of("value", new BigDecimal("80"), "unit", "yd")))))
                                .post("declarations")
                                .then(),
                        422,
                        "unusable-unit")
                .body("violations.code", contains("logarithmic-unit", "unknown-unit"));
        refused(
                        enterprise(Fictional.uscc())
                                .body(with(
                                        declaration("Q/RZSL 025-2024"),
                                        "indicators",
                                        List.of(with(
                                                indicator("气味", "QUALITATIVE", Map.of("text", "无异味")),
                                                "testMethod",
                                                "本企业方法"))))
                                .post("declarations")
                                .then(),
                        422,
                        "own-test-method")
                .body("violations.field", contains("indicators[0].ownMethodReason"));
    }

    private static Map<String, Object> indicator(String name, String operator, Map<String, Object> operands) {
        var indicator = new HashMap<String, Object>(operands);
        indicator.put("name", name);
        indicator.put("operator", operator);
        indicator.put("testMethod", "GB 5009.3-2016");
        return indicator;
    }

    private static String declare(String uscc, Map<String, Object> body) {
        return enterprise(uscc)
                .body(body)
                .post("declarations")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static <T> List<T> atOnce(int times, Callable<T> call) throws Exception {
        var results = new ArrayList<T>();
        try (var clients = Executors.newFixedThreadPool(times)) {
            for (var answer : clients.invokeAll(
                    IntStream.range(0, times).mapToObj(i -> call).toList())) {
                results.add(answer.get());
            }
        }
        return results;
    }
}

package cn.quality.standards.requirement;

import static cn.quality.standards.suite.Bodies.declaration;
import static cn.quality.standards.suite.Bodies.standard;
import static cn.quality.standards.suite.Bodies.with;
import static cn.quality.standards.suite.Http.administrator;
import static cn.quality.standards.suite.Http.anyone;
import static cn.quality.standards.suite.Http.enterprise;
import static cn.quality.testing.Refusal.refused;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import cn.quality.platform.sql.Jdbc;
import cn.quality.standards.StandardsTest;
import cn.quality.standards.suite.Fictional;
import cn.quality.standards.suite.Tables;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An enterprise declares less than the recommended standard, and has to say so. */
@StandardsTest
class RequirementTest {

    @Inject
    Jdbc sql;

    @BeforeEach
    void theRequirementsAreEntered() {
        state(standard("GB/T 88101-2020", "示例推荐性标准", "NATIONAL", "IN_FORCE"));
        state(standard("GB 88102-2015", "示例强制性标准", "NATIONAL", "IN_FORCE"));
        put("characteristics/test-protein", characteristic("test-protein", "测试蛋白质", "测试粗蛋白"));
        put("characteristics/test-moisture", characteristic("test-moisture", "测试水分", "测试含水率"));
        put("requirements", requirement());
    }

    private static void state(Map<String, Object> body) {
        Assertions.assertThat(administrator().body(body).post("standards").statusCode())
                .isIn(200, 201);
    }

    private static void put(String path, Map<String, Object> body) {
        administrator().body(body).put(path).then().statusCode(200);
    }

    private static Map<String, Object> characteristic(String code, String name, String synonym) {
        return Map.of("code", code, "nameZh", name, "nameEn", code, "synonyms", List.of(synonym), "unit", "%");
    }

    private static Map<String, Object> requirement() {
        return new HashMap<>(Map.of(
                "standard",
                "GB/T 88101-2020",
                "products",
                List.of("测试鳗鱼"),
                "mandatory",
                List.of("GB 88102"),
                "source",
                "测试",
                "certainty",
                "U",
                "indicators",
                List.of(
                        Map.of(
                                "characteristic", "test-protein",
                                "clause", "4.3 表2",
                                "operator", "GE",
                                "value", new BigDecimal("15.0"),
                                "unit", "%",
                                "testMethod", "GB 5009.5"),
                        Map.of(
                                "characteristic",
                                "test-moisture",
                                "clause",
                                "4.4",
                                "operator",
                                "LE",
                                "value",
                                new BigDecimal("75")))));
    }

    /** An own standard for the product that the requirement governs. */
    private static Map<String, Object> body(String number, Object... indicators) {
        return with(
                with(declaration(number, "GB 88102-2015"), "products", List.of(Map.of("name", "示例测试鳗鱼"))),
                "indicators",
                List.of(indicators));
    }

    private static Map<String, Object> protein(String value, String unit) {
        return Map.of(
                "name",
                "测试粗蛋白",
                "operator",
                "GE",
                "value",
                new BigDecimal(value),
                "unit",
                unit,
                "testMethod",
                "GB 5009.5-2016");
    }

    private static final Map<String, Object> MOISTURE =
            Map.of("name", "测试水分", "operator", "LE", "value", new BigDecimal("70"), "testMethod", "GB 5009.3-2016");

    @Test
    void whatIsLowerOrMissingHasToBeStatedIndicatorByIndicator() {
        var uscc = Fictional.uscc();
        var before = Tables.rows(sql);
        refused(
                        enterprise(uscc)
                                .body(body("Q/RZYQ 001-2024", protein("12.50", "g/100 g")))
                                .post("declarations")
                                .then(),
                        422,
                        "statement-required")
                .body(
                        "violations.collect { it.field + ' ' + it.code }",
                        contains("indicators[0] lower", "indicators missing"))
                .body("violations[0].message", containsString("GB/T 88101-2020 4.3 表2"))
                .body("violations[1].message", containsString("测试水分"));
        var half = with(body("Q/RZYQ 001-2024", protein("12.50", "g/100 g")), "lowerStatement", "测试蛋白质低于推荐性标准。");
        refused(enterprise(uscc).body(half).post("declarations").then(), 422, "statement-required")
                .body("violations.code", contains("missing"));
        Assertions.assertThat(Tables.rows(sql)).isEqualTo(before);

        enterprise(uscc)
                .body(with(half, "lowerStatement", "测试粗蛋白低于推荐性标准，未规定测试水分。"))
                .post("declarations")
                .then()
                .statusCode(201)
                .body("shortfalls.kind", contains("LOWER", "MISSING"))
                .body("shortfalls[0].declared", equalTo("≥ 12.50 g/100 g"));
    }

    @Test
    void whatIsAsGoodNeedsNoStatementAndWhatCannotBeComparedDoes() {
        enterprise(Fictional.uscc())
                .body(body("Q/RZYQ 002-2024", protein("150", "mg/g"), MOISTURE))
                .post("declarations")
                .then()
                .statusCode(201)
                .body("shortfalls", equalTo(List.of()));
        refused(
                        enterprise(Fictional.uscc())
                                .body(body("Q/RZYQ 002-2024", protein("150", "mg/mL"), MOISTURE))
                                .post("declarations")
                                .then(),
                        422,
                        "statement-required")
                .body("violations.code", contains("not-comparable"));
    }

    @Test
    void theMandatoryStandardOfAProductIsNamed() {
        refused(
                        enterprise(Fictional.uscc())
                                .body(with(
                                        body("Q/RZYQ 003-2024", protein("15", "%"), MOISTURE),
                                        "executes",
                                        List.of("GB/T 88101")))
                                .post("declarations")
                                .then(),
                        422,
                        "unusable-standard")
                .body("violations.collect { it.field + ' ' + it.code }", contains("executes mandatory-not-named"))
                .body("violations[0].message", containsString("GB 88102"));
    }

    /** 企业标准化促进办法 art. 12. */
    @Test
    void anOwnMethodDoesNotTakeThePlaceOfAPublishedOne() {
        var own = Map.of(
                "name",
                "测试蛋白质",
                "operator",
                "GE",
                "value",
                new BigDecimal("20"),
                "unit",
                "%",
                "testMethod",
                "本企业方法",
                "ownMethodReason",
                "无");
        refused(
                        enterprise(Fictional.uscc())
                                .body(body("Q/RZYQ 004-2024", own, MOISTURE))
                                .post("declarations")
                                .then(),
                        422,
                        "own-test-method")
                .body("violations.code", contains("published-method-exists"))
                .body("violations[0].message", containsString("GB 5009.5"));
    }

    @Test
    void referenceDataIsKeptInVersionsAndRefusedWhenItContradictsItself() {
        var code = "test-colour";
        var first = Map.<String, Object>of("code", code, "nameZh", "测试色泽", "nameEn", code, "grades", List.of("优", "良"));
        administrator()
                .body(first)
                .put("characteristics/" + code)
                .then()
                .statusCode(200)
                .header("ETag", "\"v1\"");
        administrator()
                .body(first)
                .put("characteristics/" + code)
                .then()
                .statusCode(200)
                .header("ETag", "\"v1\"");
        refused(
                administrator()
                        .header("If-Match", "\"v7\"")
                        .body(with(first, "grades", List.of("优", "良", "中")))
                        .put("characteristics/" + code)
                        .then(),
                412,
                "stale");
        administrator()
                .header("If-Match", "\"v1\"")
                .body(with(first, "grades", List.of("优", "良", "中")))
                .put("characteristics/" + code)
                .then()
                .statusCode(200)
                .header("ETag", "\"v2\"");
        refused(
                administrator()
                        .body(with(with(first, "code", "test-color"), "nameEn", "color"))
                        .put("characteristics/test-color")
                        .then(),
                409,
                "name-taken");
        anyone().get("characteristics").then().statusCode(200).body("items.characteristic.code", hasItem(code));

        var wrong = requirement();
        wrong.put(
                "indicators",
                List.of(
                        Map.of(
                                "characteristic",
                                "test-nothing",
                                "clause",
                                "1",
                                "operator",
                                "LE",
                                "value",
                                new BigDecimal("1")),
                        Map.of("characteristic", code, "clause", "2", "operator", "GRADE", "grade", "差")));
        refused(administrator().body(wrong).put("requirements").then(), 422, "unknown-characteristic")
                .body("violations.code", contains("unknown-characteristic", "unknown-grade"));
        refused(
                        administrator()
                                .body(with(requirement(), "standard", "GB 88102-2015"))
                                .put("requirements")
                                .then(),
                        400,
                        "invalid-argument")
                .body("violations.code", contains("not-recommended"));
        anyone().queryParam("product", "冷冻测试鳗鱼")
                .get("requirements")
                .then()
                .statusCode(200)
                .body("items.requirement.standard", contains("GB/T 88101-2020"))
                .body("items[0].requirement.indicators[0].value", equalTo(15.0f));
    }
}

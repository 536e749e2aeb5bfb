package cn.quality.standards;

import static cn.quality.standards.suite.Bodies.declaration;
import static cn.quality.standards.suite.Bodies.standard;
import static cn.quality.standards.suite.Bodies.with;
import static cn.quality.standards.suite.Http.administrator;
import static cn.quality.standards.suite.Http.anyone;
import static cn.quality.standards.suite.Http.enterprise;
import static cn.quality.testing.Refusal.refused;
import static org.hamcrest.Matchers.equalTo;

import cn.quality.standards.suite.Fictional;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a request does not mean to say is refused and named. The rules of single fields are with their features. */
@StandardsTest
class BadInputTest {

    private static final String USCC = "91371199MA3RH00187";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"titleZh\":\"\\u0000\"}                 | invalid-argument | titleZh           | control-character",
                "{\"titleZh\":\"\\ud800\"}                 | invalid-argument | titleZh           | unpaired-surrogate",
                "{\"replaces\":[\"a\",\"\\u0085\"]}        | invalid-argument | replaces[1]       | control-character",
                "{\"tilteZh\":\"x\"}                      | invalid-argument | tilteZh           | unknown-field",
                "{\"adopts\":[{\"nubmer\":\"x\"}]}        | invalid-argument | adopts[0].nubmer  | unknown-field",
                "{\"number\":\"x\",\"number\":\"y\"}       | malformed-json   | number            | doubled-field",
                "{\"level\":0}                            | invalid-argument | level             | format",
                "{\"publishedOn\":20000}                  | invalid-argument | publishedOn       | format",
                "{\"publishedOn\":[2026,3,2]}             | invalid-argument | publishedOn       | format",
            })
    void ofAStandard(String body, String type, String field, String code) {
        refused(administrator().body(body).post("standards").then(), 400, type)
                .body("violations[0].field", equalTo(field))
                .body("violations[0].code", equalTo(code));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"standrad\":{}}                        | invalid-argument | standrad            | unknown-field",
                "{\"indicators\":[{\"unit\":\"\\u0007\"}]} | invalid-argument | indicators[0].unit  | control-character",
                "{\"indicators\":[{\"value\":\"12.5\"}]}  | invalid-argument | indicators[0].value | format",
            })
    void ofADeclaration(String body, String type, String field, String code) {
        refused(enterprise(USCC).body(body).post("declarations").then(), 400, type)
                .body("violations[0].field", equalTo(field))
                .body("violations[0].code", equalTo(code));
    }

    /** Whatever everybody will read holds no personal data. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "titleZh | 联系电话 13812345678        | 手机号码",
                "titleEn | call 138 1234 5678         | 手机号码",
                "source  | 身份证 11010519491231002X   | 居民身份证号码",
            })
    void personalDataInAStandard(String field, String words, String found) {
        var body = with(standard("GB 88901-2015", "示例标准", "NATIONAL", "IN_FORCE"), field, words);
        personalDataIsRefused(administrator().body(body).post("standards").then(), field, found);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "standard.title           | 冷冻烤鳗（13812345678）    | 手机号码",
                "products[0].name         | 烤鳗 订购13812345678      | 手机号码",
                "products[0].model        | 1381234 5678             | 手机号码",
                "indicators[0].name       | 蛋白质 11010519491231002X | 居民身份证号码",
                "indicators[0].unit       | ０６３３－８７８１２３４     | 固定电话号码",
                "indicators[0].testMethod | 见 0633-8781234 咨询      | 固定电话号码",
                "indicators[0].condition  | 卡号 6222021234567890128 | 银行卡号",
                "lowerStatement           | 责任人 13812345678        | 手机号码",
            })
    void personalDataInADeclaration(String field, String words, String found) {
        var own = enterprise(Fictional.uscc());
        personalDataIsRefused(
                own.body(declarationWith(field, words)).post("declarations").then(), field, found);
    }

    private static void personalDataIsRefused(ValidatableResponse answer, String field, String found) {
        refused(answer, 422, "personal-data")
                .body("violations.field", equalTo(List.of(field)))
                .body("violations.code", equalTo(List.of("personal-data")))
                .body("violations.message", equalTo(List.of(found)));
    }

    /** A declaration in which one field says something else. */
    private static Map<String, Object> declarationWith(String field, String words) {
        var body = declaration("Q/RZBAD 001-2024");
        var name = field.substring(field.indexOf('.') + 1);
        return switch (field.replaceFirst("[.\\[].*", "")) {
            case "standard" -> with(body, "standard", Map.of("number", "Q/RZBAD 001-2024", "title", words));
            case "products" -> with(body, "products", List.of(changed(Map.of("name", "示例产品"), name, words)));
            case "indicators" ->
                with(
                        body,
                        "indicators",
                        List.of(changed(
                                Map.of("name", "蛋白质", "operator", "GE", "value", 12.5, "testMethod", "GB 5009.5-2016"),
                                name,
                                words)));
            default -> with(body, field, words);
        };
    }

    private static Map<String, Object> changed(Map<String, Object> part, String name, String words) {
        var changed = new HashMap<>(part);
        changed.put(name, words);
        return changed;
    }

    /** Numbers of goods and of standards are none of persons. */
    @Test
    void numbersOfGoodsAndStandardsAreNone() {
        enterprise(Fictional.uscc())
                .body(with(
                        declaration("Q/370681 RZSL 0001-2024"),
                        "products",
                        List.of(Map.of("name", "烤鳗 批号2026030218", "model", "2-1381", "gtin", "6901234567892"))))
                .post("declarations")
                .then()
                .statusCode(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{} {}", "{},", "{}]"})
    void nothingFollowsTheBody(String body) {
        refused(administrator().body(body).post("standards").then(), 400, "malformed-json");
    }

    @ParameterizedTest
    @CsvSource({
        "standards?levle=GROUP,          levle,  unknown-parameter",
        "standards?q=%00ab,              q,      control-character",
        "standards?q=%ED%A0%80,          q,      not-utf-8",
        "declarations?ucsc=1,            ucsc,   unknown-parameter",
        "enterprises/9137%0A,            uscc,   control-character",
    })
    void ofAnAddress(String path, String field, String code) {
        refused(anyone().urlEncodingEnabled(false).get(path).then(), 400, "invalid-argument")
                .body("violations[0].field", equalTo(field))
                .body("violations[0].code", equalTo(code));
    }
}

package cn.quality.standards;

import static cn.quality.standards.suite.Http.administrator;
import static cn.quality.standards.suite.Http.anyone;
import static cn.quality.standards.suite.Http.enterprise;
import static cn.quality.testing.Refusal.refused;
import static org.hamcrest.Matchers.equalTo;

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

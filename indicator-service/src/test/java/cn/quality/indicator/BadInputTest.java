package cn.quality.indicator;

import static cn.quality.indicator.Api.administrator;
import static cn.quality.indicator.Api.anyone;
import static cn.quality.indicator.Api.as;
import static cn.quality.indicator.Api.indicator;
import static cn.quality.indicator.Api.plan;
import static cn.quality.indicator.Api.put;
import static cn.quality.testing.Refusal.refused;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.startsWith;

import cn.quality.testing.Tokens;
import io.restassured.http.ContentType;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is sent, the answer is a problem that says what is wrong, and nothing is half-written. */
@IndicatorTest
class BadInputTest {

    private static final String PATH = "/indicators/T_BAD";

    @BeforeEach
    void aPlan() {
        put("/plans/bad-input", plan("bad-input", "合格率达到97%以上。"));
    }

    @ParameterizedTest
    @CsvSource({
        "plans/bad-input",
        "areas/990900",
        "indicators/T_BAD",
    })
    void writingTakesAToken(String path) {
        refused(anyone().contentType(ContentType.JSON).body("{}").put(path).then(), 401, "unauthenticated");
        refused(
                anyone().auth()
                        .oauth2(Tokens.of("administrator").with("exp", 1L).sign())
                        .contentType(ContentType.JSON)
                        .body("{}")
                        .put(path)
                        .then(),
                401,
                "unauthenticated");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
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
                "city-reviewer"
            })
    void onlyTheAdministratorWrites(String role) {
        for (var path : new String[] {"/plans/bad-input", "/areas/990900", PATH}) {
            refused(as(role).contentType(ContentType.JSON).body("{}").put(path).then(), 403, "forbidden");
        }
    }

    @Test
    void operationsAreForTheAuditor() {
        refused(anyone().get("/dead-letters").then(), 401, "unauthenticated");
        refused(as("administrator").get("/dead-letters").then(), 403, "forbidden");
        as("auditor").get("/dead-letters").then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"code\": ", "[]", "\"T_BAD\""})
    void brokenJson(String body) {
        refused(put(PATH, body), 400, "malformed-json");
        nothingWasWritten();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"code\": \"T_BAD\", \"kind\": \"WISH\"} | kind     | unknown-value",
                "{\"baseline\": 5}                     | baseline | format",
            })
    void aValueThatItsFieldDoesNotTake(String body, String field, String code) {
        refused(put(PATH, body), 400, "invalid-argument")
                .body("violations[0].field", equalTo(field))
                .body("violations[0].code", equalTo(code));
        nothingWasWritten();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null"})
    void noBodyAtAll(String body) {
        refused(put(PATH, body), 400, "invalid-argument");
    }

    @Test
    void everyMissingFieldIsNamed() {
        refused(put(PATH, "{}"), 400, "invalid-argument")
                .body("violations.field", hasItems("code", "nameZh", "nameEn", "domain", "unit", "kind", "direction"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"合格率\"          | \"\"                  | nameZh",
                "\"合格率\"          | \" \"                 | nameZh",
                "\"合格率\"          | \"合\\u0000格\"       | nameZh",
                "\"合格率\"          | \"合\\ud800格\"       | nameZh",
                "\"合格率\"          | \"合\\n格\"           | nameZh",
                "\"product\"        | \"Product;\"          | domain",
                "93.20,             | 1E+1000000,           | baseline.value",
                "93.20,             | 1E-1000000,           | baseline.value",
                "93.20,             | 93.2000001,           | baseline.value",
                "\"year\": 2015     | \"year\": 15          | baseline.year",
                "[\"bad-input\"]    | [null]                | plans[0]",
                "[\"bad-input\"]    | [\"../etc\"]          | plans[0]",
            })
    void everyRuleOfAFieldIsKept(String written, String instead, String field) {
        var sent = indicator("T_BAD", "合格率", "bad-input", "合格率达到97%以上").replace(written, instead);
        refused(put(PATH, sent), 400, "invalid-argument").body("violations.field", hasItem(startsWith(field)));
        nothingWasWritten();
    }

    @Test
    void nullAmongTheQuotations() {
        var sent = indicator("T_BAD", "合格率", "bad-input", "合格率达到97%以上")
                .replace("\"quotations\": [", "\"quotations\": [null, ");
        refused(put(PATH, sent), 400, "invalid-argument");
        nothingWasWritten();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"nameZh\"            | \"name_zh\"                       | invalid-argument | name_zh          | unknown-field",
                "\"year\": 2015        | \"yaer\": 2015                    | invalid-argument | baseline.yaer    | unknown-field",
                "\"合格率\"            | \"合\\u001b格\"                  | invalid-argument | nameZh           | control-character",
                "\"合格率\"            | \"合\\udc00格\"                  | invalid-argument | nameZh           | unpaired-surrogate",
                "\"kind\": \"REACH\"   | \"kind\": 0                       | invalid-argument | kind             | format",
                "\"year\": 2015        | \"year\": \"2015\"                | invalid-argument | baseline.year    | format",
                "\"value\": 93.20      | \"value\": \"93.20\"              | invalid-argument | baseline.value   | format",
                "\"year\": 2015        | \"year\": 2015, \"year\": 2016     | malformed-json   | baseline.year    | doubled-field",
            })
    void whatIsNotMeantIsNamed(String written, String instead, String type, String field, String code) {
        var sent = indicator("T_BAD", "合格率", "bad-input", "合格率达到97%以上").replace(written, instead);
        refused(put(PATH, sent), 400, type)
                .body("violations[0].field", equalTo(field))
                .body("violations[0].code", equalTo(code));
        nothingWasWritten();
    }

    /** Whatever everybody will read holds no personal data. */
    @ParameterizedTest
    @CsvSource({
        "nameZh,             联系电话 13812345678,       手机号码",
        "nameEn,             call 138-1234-5678,         手机号码",
        "unit,               13812345678,                手机号码",
        "note,               电话 0633-8781234,          固定电话号码",
        "baseline.text,      11010519491231002X,         居民身份证号码",
        "quotations[0].text, 卡号 6222021234567890128,   银行卡号"
    })
    void personalDataIsRefused(String field, String words, String found) {
        var last = field.substring(field.lastIndexOf('.') + 1);
        var sent = indicator("T_BAD", "合格率", "bad-input", "合格率达到97%以上")
                .replace("\"kind\"", "\"note\": \"示例\", \"kind\"")
                .replaceFirst(
                        (field.startsWith("quotations") ? "(?<=\"quotations.{1,40})" : "") + "\"" + last
                                + "\": \"[^\"]*\"",
                        "\"" + last + "\": \"" + words + "\"");
        refused(put(PATH, sent), 422, "personal-data")
                .body("violations.field", equalTo(List.of(field)))
                .body("violations.code", equalTo(List.of("personal-data")))
                .body("violations.message", equalTo(List.of(found)));
        nothingWasWritten();
    }

    @Test
    void neitherIsItInAPlanOrAnArea() {
        refused(put("/plans/bad-input", plan("bad-input", "第一条\\n联系电话 13812345678。")), 422, "personal-data")
                .body("violations.field", equalTo(List.of("text")));
        refused(put("/areas/990900", """
                        {"code": "990900", "name": "联系电话13812345678", "kind": "CITY"}"""), 422, "personal-data").body("violations.field", equalTo(List.of("name")));
    }

    /** With other faults beside it, the body is what is refused; each fault keeps its own code. */
    @Test
    void besideOtherFaultsEachKeepsItsCode() {
        var sent =
                indicator("T_BAD", "电话 13812345678", "bad-input", "合格率达到97%以上").replace("\"product\"", "\"Product;\"");
        refused(put(PATH, sent), 400, "invalid-argument")
                .body("violations.field", equalTo(List.of("domain", "nameZh")))
                .body("violations.code", equalTo(List.of("pattern", "personal-data")));
    }

    @Test
    void nothingFollowsTheBody() {
        var sent = indicator("T_BAD", "合格率", "bad-input", "合格率达到97%以上");
        refused(put(PATH, sent + "{}"), 400, "malformed-json");
        refused(put(PATH, sent + ","), 400, "malformed-json");
        nothingWasWritten();
    }

    @ParameterizedTest
    @CsvSource({
        "/indicators?domian=product, domian, unknown-parameter",
        "/indicators?q=a%0Ab,        q,      control-character",
        "/indicators?q=%ED%A0%80,    q,      not-utf-8",
        "/indicators/%00,            code,   control-character",
        "/live?x=1,                  x,      unknown-parameter",
        "/live/%00/records,          code,   control-character",
    })
    void aParameterThatIsNotMeantIsNamed(String path, String field, String code) {
        refused(anyone().urlEncodingEnabled(false).get(path).then(), 400, "invalid-argument")
                .body("violations[0].field", equalTo(field))
                .body("violations[0].code", equalTo(code));
    }

    @Test
    void thePathAndTheBodyNameTheSameThing() {
        refused(put(PATH, indicator("T_OTHER", "合格率", "bad-input", "合格率")), 400, "invalid-argument")
                .body("violations[0].field", equalTo("code"));
        refused(put("/plans/bad-input", plan("other", "正文")), 400, "invalid-argument");
        refused(put("/areas/990900", """
                        {"code": "990901", "name": "示例市", "kind": "CITY"}"""), 400, "invalid-argument");
        nothingWasWritten();
    }

    @Test
    void aBodyOverTheLimit() {
        refused(put("/plans/bad-input", plan("bad-input", "长".repeat(400_000))), 413, "payload-too-large");
        anyone().get("/plans/bad-input").then().body("text", equalTo("合格率达到97%以上。"));
    }

    @Test
    void anUnknownMediaType() {
        refused(administrator().contentType("text/plain").body("a").put(PATH).then(), 415, "unsupported-media-type");
    }

    @Test
    void anUnacceptableFormat() {
        refused(anyone().accept("application/pdf").get("/indicators").then(), 406, "not-acceptable");
        refused(anyone().accept("text/csv").get("/live").then(), 406, "not-acceptable");
    }

    @Test
    void unknownPathsAndMethods() {
        refused(anyone().get("/nothing").then(), 404, "not-found");
        refused(anyone().get("/indicators/NO_SUCH").then(), 404, "not-found");
        refused(anyone().get("/indicators/no-such-shape").then(), 404, "not-found");
        refused(anyone().get("/live/LST_GREEN/records").then(), 404, "not-found");
        refused(anyone().delete(PATH).then(), 405, "method-not-allowed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=201",
                "limit=many",
                "hasTarget=perhaps",
                "domain=%00",
                "plan=%00",
                "q=%00",
                "q=a%0Ab"
            })
    void questionsWithoutAnAnswer(String query) {
        anyone().urlEncodingEnabled(false)
                .get("/indicators?" + query)
                .then()
                .statusCode(org.hamcrest.Matchers.oneOf(400, 404))
                .contentType("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rubbish", "W10", "WyJcdTAwMDAiXQ", "WzFd", "e30"})
    void cursorsOfOnesOwnMaking(String after) {
        for (var list :
                new String[] {"/indicators", "/plans", "/areas", "/live/LST_RED/records", "/live/STD_SELF_DECL/records"
                }) {
            refused(anyone().queryParam("after", after).get(list).then(), 400, "invalid-cursor");
        }
    }

    private static void nothingWasWritten() {
        refused(anyone().get(PATH).then(), 404, "not-found");
    }
}

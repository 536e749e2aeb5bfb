package cn.quality.platform.http;

import static cn.quality.testing.QuickPaths.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import cn.quality.testing.PlatformTest;
import cn.quality.testing.Tokens;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@PlatformTest
class ProblemMapperTest {

    private static final String NOTES = "/api/test/v1/notes";

    @Test
    void ourOwnRefusalIsToldInChineseByDefault() {
        problem(given().get(NOTES + "/refused").then(), 422, "too-late")
                .body("type", equalTo("urn:problem:too-late"))
                .body("title", equalTo("太晚了"))
                .body("detail", equalTo("已过 3 天"))
                .body("instance", equalTo(NOTES + "/refused"))
                .body("violations[0].field", equalTo("on"))
                .body("violations[0].code", equalTo("past"))
                .body("violations[0].message", equalTo("日期已过"));
    }

    @Test
    void andInEnglishForThoseWhoAsk() {
        problem(
                        given().header("Accept-Language", "en-GB,zh;q=0.5")
                                .get(NOTES + "/refused")
                                .then(),
                        422,
                        "too-late")
                .body("detail", equalTo("3 days have passed"));
    }

    @Test
    void brokenJson() {
        problem(
                given().contentType(ContentType.JSON)
                        .body("{\"title\": ")
                        .post(NOTES)
                        .then(),
                400,
                "malformed-json");
    }

    @Test
    void aWrongTypeNamesItsField() {
        problem(
                        given().contentType(ContentType.JSON)
                                .body("{\"title\": \"a\", \"on\": \"yesterday\"}")
                                .post(NOTES)
                                .then(),
                        400,
                        "invalid-argument")
                .body("violations[0].field", equalTo("on"))
                .body("violations[0].message", equalTo("应为日期，写作 2026-03-02"));
    }

    @Test
    void everyBrokenFieldIsNamed() {
        problem(
                        given().contentType(ContentType.JSON)
                                .body("{\"title\": \" \", \"lines\": [{\"text\": \"a\"}, {\"text\": \"\"}]}")
                                .post(NOTES)
                                .then(),
                        400,
                        "invalid-argument")
                .body("violations.field", hasItems("title", "lines[1].text"))
                .body("violations.code", hasItems("not-blank"));
    }

    @Test
    void anEmptyBodyIsNoNote() {
        problem(given().contentType(ContentType.JSON).post(NOTES).then(), 400, "invalid-argument")
                .body("violations[0].field", equalTo(""))
                .body("violations[0].message", equalTo("请求须有正文"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "title | '长长长长长长长长长长长长长长长长长长长长长' | 最多 20 字 | must have at most 20 characters",
                "title | ' '                                   | 必须填写，不能只有空格 | is required and must not be blank",
                "code  | 'x'                                   | 格式不对，例如 C13 | has the wrong form; an example: C13",
                "tags  | ''                                    | 须为 1 至 2 项 | must have 1 to 2 items",
            })
    void aBrokenRuleIsSaidInWordsOfTheReader(String field, String value, String zh, String en) {
        var note = new java.util.HashMap<String, Object>(Map.of("title", "a", "code", "C13", "tags", List.of("a")));
        note.put(field, field.equals("tags") ? List.of() : value);
        for (var language : List.of("zh", "en")) {
            given().header("Accept-Language", language)
                    .contentType(ContentType.JSON)
                    .body(note)
                    .post(NOTES)
                    .then()
                    .statusCode(400)
                    .body("violations[0].field", equalTo(field))
                    .body("violations[0].message", equalTo(language.equals("zh") ? zh : en));
        }
    }

    @Test
    void unknownMediaType() {
        problem(given().contentType("text/plain").body("a").post(NOTES).then(), 415, "unsupported-media-type")
                .header("Accept", equalTo("application/json"))
                .body("violations[0].field", equalTo("Content-Type"))
                .body("violations[0].message", equalTo("应为 application/json"));
    }

    @Test
    void unacceptableFormat() {
        problem(given().accept("image/png").get(NOTES).then(), 406, "not-acceptable");
    }

    @Test
    void unknownPathInsideAndOutsideTheApi() {
        problem(given().get("/api/test/v1/nothing/here").then(), 404, "not-found");
        problem(given().get("/elsewhere").then(), 404, "not-found");
    }

    @Test
    void unknownMethod() {
        problem(given().delete(NOTES).then(), 405, "method-not-allowed")
                .header("Allow", equalTo("GET, HEAD, OPTIONS, POST, PUT"));
        problem(given().post(NOTES + "/secret").then(), 405, "method-not-allowed")
                .header("Allow", equalTo("GET, HEAD, OPTIONS"));
    }

    @Test
    void aBodyOverTheLimit() {
        var large = "{\"title\": \"%s\"}".formatted("长".repeat(3_000));
        problem(given().contentType(ContentType.JSON).body(large).post(NOTES).then(), 413, "payload-too-large");
    }

    @Test
    void aBodyOverTheLimitThatDoesNotSayItsLength() {
        var large = "{\"title\": \"%s\"}".formatted("长".repeat(3_000)).getBytes(StandardCharsets.UTF_8);
        problem(
                given().contentType(ContentType.JSON)
                        .body(new ByteArrayInputStream(large))
                        .post(NOTES)
                        .then(),
                413,
                "payload-too-large");
    }

    @Test
    void noTokenAWrongOneAndAWrongRole() {
        problem(given().get(NOTES + "/secret").then(), 401, "unauthenticated");
        problem(given().auth().oauth2("a.b.c").get(NOTES + "/secret").then(), 401, "unauthenticated");
        problem(
                given().auth()
                        .oauth2(Tokens.of("publisher").sign())
                        .get(NOTES + "/secret")
                        .then(),
                403,
                "forbidden");
        given().auth()
                .oauth2(Tokens.of("auditor").user("li.si").region("371100").sign())
                .get(NOTES + "/secret")
                .then()
                .statusCode(200)
                .body("reader", equalTo("li.si"))
                .body("region", equalTo("371100"));
    }

    @Test
    void aTokenForAnotherAudienceOrOutOfDateIsRefused() {
        var other = Tokens.of("auditor").with("aud", "another-suite").sign();
        problem(given().auth().oauth2(other).get(NOTES + "/secret").then(), 401, "unauthenticated");
        var old = Tokens.of("auditor")
                .with("iat", 1_700_000_000L)
                .with("exp", 1_700_000_600L)
                .sign();
        problem(given().auth().oauth2(old).get(NOTES + "/secret").then(), 401, "unauthenticated");
    }

    @Test
    void aForeignRegion() {
        var donggang = Tokens.of("publisher").region("371102");
        given().auth().oauth2(donggang.sign()).get(NOTES + "/donggang").then().statusCode(200);
        given().auth()
                .oauth2(donggang.region("371100").sign())
                .get(NOTES + "/donggang")
                .then()
                .statusCode(200);
        problem(
                given().auth()
                        .oauth2(donggang.region("371121").sign())
                        .get(NOTES + "/donggang")
                        .then(),
                403,
                "foreign-region");
    }

    @Test
    void aFaultTellsNothingOfTheImplementation() {
        problem(given().get(NOTES + "/broken").then(), 500, "internal-error")
                .body(not(containsString("secret of the implementation")))
                .body(not(containsString("Exception")));
    }

    @Test
    void aUniqueViolationIsAConflict() {
        problem(given().contentType(ContentType.JSON).post(NOTES + "/twice").then(), 409, "concurrent-change");
    }

    @Test
    void anUpdateNeedsTheVersionItWasDecidedUpon() {
        var update = given().contentType(ContentType.JSON).body("{\"title\": \"a\"}");
        problem(update.put(NOTES).then(), 428, "precondition-required");
        problem(
                given().contentType(ContentType.JSON)
                        .body("{\"title\": \"a\"}")
                        .header("If-Match", "\"v2\"")
                        .put(NOTES)
                        .then(),
                412,
                "stale");
        given().contentType(ContentType.JSON)
                .body("{\"title\": \"a\"}")
                .header("If-Match", "\"v3\"")
                .put(NOTES)
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"* | 200", "'\"v1\", \"v3\"' | 200", "'\"v1\",\"v2\"' | 412", "'W/\"v3\"' | 412", "v3 | 412"})
    void ifMatchIsReadAsTheStandardSays(String ifMatch, int status) {
        given().contentType(ContentType.JSON)
                .body("{\"title\": \"a\"}")
                .header("If-Match", ifMatch)
                .put(NOTES)
                .then()
                .statusCode(status);
    }

    @Test
    void theTraceGoesThrough() {
        var trace = "0af7651916cd43dd8448eb211c80319c";
        problem(
                        given().header("traceparent", "00-%s-b7ad6b7169203331-01".formatted(trace))
                                .get(NOTES + "/refused")
                                .then(),
                        422,
                        "too-late")
                .body("traceId", equalTo(trace))
                .header("X-Request-Id", equalTo(trace));
    }

    @Test
    void aListIsReadPageByPage() {
        var first = given().get(NOTES + "?limit=2")
                .then()
                .statusCode(200)
                .body("items", equalTo(java.util.List.of(1, 2)))
                .header("Link", matchesPattern("</api/test/v1/notes\\?.*after=.*>; rel=\"next\""));
        var next = first.extract().<String>path("next");
        given().get(NOTES + "?limit=10&after=" + next)
                .then()
                .body("items", equalTo(java.util.List.of(3, 4, 5)))
                .body("next", nullValue())
                .header("Link", nullValue());
        problem(given().get(NOTES + "?after=rubbish").then(), 400, "invalid-cursor");
        problem(given().get(NOTES + "?limit=201").then(), 400, "invalid-argument");
        problem(given().get(NOTES + "?limit=0").then(), 400, "invalid-argument");
        problem(given().get(NOTES + "?limit=many").then(), 400, "invalid-argument")
                .body("violations[0].field", equalTo("limit"))
                .body("violations[0].message", equalTo("应为整数"));
    }

    @Test
    void aPublicAnswerIsNotSentAgainToThoseWhoHaveIt() {
        var etag = given().get(NOTES)
                .then()
                .statusCode(200)
                .header("Cache-Control", containsString("public"))
                .extract()
                .header("ETag");
        given().header("If-None-Match", etag).get(NOTES).then().statusCode(304).header("ETag", equalTo(etag));
        given().header("If-None-Match", "\"another\"").get(NOTES).then().statusCode(200);
    }

    private static ValidatableResponse problem(ValidatableResponse answer, int status, String code) {
        return answer.statusCode(status)
                .contentType("application/problem+json")
                .body("status", equalTo(status))
                .body("code", equalTo(code))
                .body("traceId", matchesPattern("[0-9a-f]{32}"));
    }
}

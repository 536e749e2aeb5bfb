package cn.quality.platform.http;

import static cn.quality.testing.QuickPaths.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import cn.quality.testing.PlatformTest;
import cn.quality.testing.Tokens;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is not understood is refused and named. */
@PlatformTest
class StrictInputTest {

    private static final String ECHO = "/api/test/v1/echo";
    private static final String CONTROL = "control-character";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'documentNumber':'a\\u0000'}                      | documentNumber         | control-character",
                "{'documentNumber':'\\u001b[2J'}                    | documentNumber         | control-character",
                "{'documentNumber':'\\u007f'}                       | documentNumber         | control-character",
                "{'documentNumber':'\\u0085'}                       | documentNumber         | control-character",
                "{'documentNumber':'\\ud83d'}                       | documentNumber         | unpaired-surrogate",
                "{'documentNumber':'\\ude00\\ud83d'}                | documentNumber         | unpaired-surrogate",
                "{'parts':[{},{'documentNumber':'\\u0001'}]}        | parts[1].documentNumber | control-character",
                "{'details':{'a':[['x','\\u0002']]}}                | details.a[0][1]        | control-character",
                "{'details':{'a\\u0002':1}}                         | details.a\\u0002       | control-character",
                "{'names':{'a\\u0009b':'c'}}                        | names.a\\u0009b        | control-character",
                "{'names':{'a':'\\ud800'}}                          | names.a                | unpaired-surrogate",
                "{'documentNumbr':'x'}                              | documentNumbr          | unknown-field",
                "{'parts':[{'document_number':'x'}]}                | parts[0].document_number | unknown-field",
                "{'unheardOf':{'documentNumber':'x'}}               | unheardOf              | unknown-field",
                "{'happenedOn':'1948-12-31'}                        | happenedOn             | year",
                "{'happenedOn':'0026-03-02'}                        | happenedOn             | year",
                "{'happenedOn':'9999-12-31'}                        | happenedOn             | year",
            })
    void aTextOrANameIsRefusedAsAnArgument(String body, String field, String code) {
        refused(post(body), "invalid-argument", field, code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'kind':0}                        | kind             | format",
                "{'kind':'0'}                      | kind             | unknown-value",
                "{'happenedOn':0}                  | happenedOn       | format",
                "{'happenedOn':[2026,3,2]}         | happenedOn       | format",
                "{'happenedOn':'+999999999-12-31'} | happenedOn       | format",
                "{'happenedOn':'-0001-01-01'}      | happenedOn       | format",
                "{'happenedOn':'0000-01-01'}       | happenedOn       | format",
                "{'at':'+1000000000-12-31T23:59:59Z'} | at            | format",
                "{'at':'-1000000000-01-01T00:00:00Z'} | at            | format",
                "{'at':1700000000}                 | at               | format",
                "{'at':1700000000.5}               | at               | format",
                "{'amount':'1.5'}                  | amount           | format",
                "{'amount':''}                     | amount           | format",
                "{'count':'3'}                     | count            | format",
                "{'copies':'3'}                    | copies           | format",
                "{'copies':null}                   | copies           | format",
                "{'urgent':'true'}                 | urgent           | format",
                "{'urgent':1}                      | urgent           | format",
                "{'urgent':null}                   | urgent           | format",
            })
    void aValueOfAnotherTypeIsNamedWithWhatItsFieldTakes(String body, String field, String code) {
        refused(post(body), "invalid-argument", field, code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'kind':'BLAKC'}                  | kind             | 应为 RED、BLACK；是否为 BLACK",
                "{'kind':0}                        | kind             | 应为 RED、BLACK",
                "{'happenedOn':'2026/3/2'}         | happenedOn       | 应为日期，写作 2026-03-02",
                "{'happenedOn':'2026-02-30'}       | happenedOn       | 应为日期，写作 2026-03-02",
                "{'at':'yesterday'}                | at               | 应为时刻，写作 2026-03-02T08:00:00+08:00",
                "{'amount':'many'}                 | amount           | 应为数字，不加引号",
                "{'copies':1.5e99}                 | copies           | 应为整数",
                "{'urgent':'是'}                    | urgent           | 应为 true 或 false",
                "{'documentNumber':[1]}            | documentNumber   | 应为文字，加引号",
                "{'parts':{}}                      | parts            | 应为列表，写作 […]",
            })
    void whatAFieldTakesIsSaid(String body, String field, String message) {
        post(body)
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-argument"))
                .body("violations[0].field", equalTo(field))
                .body("violations[0].message", equalTo(message));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'kind':'RED','kind':'BLACK'}     | kind             | doubled-field",
                "{'details':{'a':[{'b':1,'b':2}]}} | details.a[0].b   | doubled-field",
                "{'names':{'a':'x','a':'y'}}       | names.a          | doubled-field",
            })
    void aFieldThatComesTwiceIsMalformed(String body, String field, String code) {
        refused(post(body), "malformed-json", field, code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{} {}", "{}{}", "{},", "{}]", "{} null", "{}x", "{'count':1,}", "{'details':[1,]}"})
    void nothingFollowsTheValue(String body) {
        problem(post(body), "malformed-json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                " {} \n ",
                "{'documentNumber':'two\\nlines\\r\\n\\tand a tab','kind':'RED','happenedOn':'2026-03-02'}",
                "{'documentNumber':'\\ud83d\\ude00 𠮷','at':'2026-03-02T08:00:00Z','amount':1.50,'count':3}",
                "{'copies':3,'urgent':true,'details':{'b':1,'a':{'b':1}},'parts':[{'kind':'RED'},{'kind':'RED'}]}",
            })
    void whatIsInOrderIsTaken(String body) {
        post(body).then().statusCode(200);
    }

    @Test
    void bodiesWithoutATypeAreCheckedToo() {
        refused(post("/raw", "[{'a':'\\u0000'}]"), "invalid-argument", "[0].a", CONTROL);
        refused(post("/raw", "'\\ud800'"), "invalid-argument", "", "unpaired-surrogate");
        refused(post("/raw", "{'a':1,'a':1}"), "malformed-json", "a", "doubled-field");
        problem(post("/raw", "1 2"), "malformed-json");
        post("/raw", "{'a':[{'b':'c'}]}").then().statusCode(200).body("a[0].b", equalTo("c"));
    }

    /** Jackson's reading of UTF-8 refuses it already. */
    @Test
    void halfASurrogatePairInTheBytesIsNoUtf8() {
        var body = new byte[] {'"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"'};
        problem(given().contentType(ContentType.JSON).body(body).post(ECHO + "/raw"), "malformed-json");
    }

    @Test
    void theNearestNameIsSuggestedInBothLanguages() {
        refused(post("{'document_numbr':'x'}"), "invalid-argument", "document_numbr", "unknown-field")
                .body("violations[0].message", equalTo("没有这个字段；是否为 documentNumber"));
        given().header("Accept-Language", "en")
                .get(ECHO + "?knd=BLACK")
                .then()
                .statusCode(400)
                .body("violations[0].message", equalTo("There is no such parameter; did you mean kind?"));
        refused(get("?unheardOf=1"), "invalid-argument", "unheardOf", "unknown-parameter")
                .body("violations[0].message", equalTo("没有这个参数"));
    }

    @ParameterizedTest
    @CsvSource({
        "?knd=BLACK,              knd,    unknown-parameter",
        "?Kind=BLACK,             Kind,   unknown-parameter",
        "?kind[]=BLACK,           kind[], unknown-parameter",
        "?kind=RED&lmit=5,        lmit,   unknown-parameter",
        "?a%00=5,                 a\\u0000, unknown-parameter",
        "?kind=a%00,              kind,   control-character",
        "?kind=a%0Ab,             kind,   control-character",
        "?region=1&region=%7F,    region, control-character",
        "?after=%C2%85,           after,  control-character",
        "?kind=%ED%A0%80,         kind,   not-utf-8",
        "/named/a%01b,            name,   control-character",
        "/named/a%09b,            name,   control-character",
        "/named/%ED%A0%80,        name,   not-utf-8",
        "/foreign?calback=f,      calback, unknown-parameter",
    })
    void aParameterIsRefused(String path, String field, String code) {
        refused(get(path), "invalid-argument", field, code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?kind=RED&region=1&region=2&limit=5",
                "?kind=%F0%A0%AE%B7",
                "/named/%E5%90%8D%20a",
                "/foreign?callback=f&prefix=a"
            })
    void aParameterThatIsDeclaredIsTaken(String path) {
        get(path).then().statusCode(200);
    }

    @Test
    void everyUnknownParameterIsNamed() {
        get("?a1=1&b2=2").then().statusCode(400).body("violations.field", containsInAnyOrder("a1", "b2"));
    }

    @Test
    void whoMayNotAskLearnsNothingOfTheParameters() {
        get("/secret?unheardOf=1").then().statusCode(401);
        given().auth()
                .oauth2(Tokens.of("publisher").sign())
                .get(ECHO + "/secret?unheardOf=1")
                .then()
                .statusCode(403);
        refused(
                given().auth().oauth2(Tokens.of("auditor").sign()).get(ECHO + "/secret?unheardOf=1"),
                "invalid-argument",
                "unheardOf",
                "unknown-parameter");
    }

    /** The server itself refuses the other control characters there, with a bare 400. */
    @Test
    void aHeaderOfTheMethodIsRefused() {
        refused(
                given().contentType(ContentType.JSON)
                        .header("Idempotency-Key", "a\tb")
                        .body("{}")
                        .post(ECHO),
                "invalid-argument",
                "Idempotency-Key",
                CONTROL);
    }

    /** Over a socket, since the client knows headers in ASCII only. */
    @Test
    void aHeaderMayBeUtf8() throws IOException {
        try (var socket = new Socket("127.0.0.1", RestAssured.port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write(("POST " + ECHO + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\nIdempotency-Key: 第一批\r\n"
                                    + "Content-Type: application/json\r\nContent-Length: 2\r\n\r\n{}")
                            .getBytes(StandardCharsets.UTF_8));
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void aFormIsRefused() {
        refused(form("queries=a%00"), "invalid-argument", "queries", CONTROL);
        refused(form("queries=a&querys=b"), "invalid-argument", "querys", "unknown-parameter");
        form("queries=two%0Alines").then().statusCode(200).body("queries", equalTo("two\nlines"));
    }

    @Test
    void aFormOfPartsIsRefused() {
        refused(parts("note", "a\u0000", "a.pdf"), "invalid-argument", "note", CONTROL);
        refused(parts("note", "a", "a\u0001.pdf"), "invalid-argument", "file", CONTROL);
        refused(parts("nte", "a", "a.pdf"), "invalid-argument", "nte", "unknown-parameter");
        parts("note", "a", "a.pdf").then().statusCode(200).body("file", equalTo("a.pdf"));
    }

    @Test
    void healthAndDocumentsTakeWhatTheyLike() {
        given().get("/q/health?unheardOf=1").then().statusCode(not(400));
    }

    private static Response post(String body) {
        return post("", body);
    }

    private static Response post(String path, String body) {
        return given().contentType(ContentType.JSON)
                .body(body.replace('\'', '"'))
                .post(ECHO + path);
    }

    private static Response get(String path) {
        return given().urlEncodingEnabled(false).get(ECHO + path.replace("[]", "%5B%5D"));
    }

    private static Response form(String body) {
        return given().contentType("application/x-www-form-urlencoded")
                .body(body)
                .post(ECHO + "/form");
    }

    private static Response parts(String name, String value, String file) {
        var body = """
                --x\r
                Content-Disposition: form-data; name="%s"\r
                \r
                %s\r
                --x\r
                Content-Disposition: form-data; name="file"; filename="%s"\r
                \r
                content\r
                --x--\r
                """.formatted(name, value, file);
        return given().contentType("multipart/form-data; boundary=x")
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post(ECHO + "/files");
    }

    private static ValidatableResponse refused(Response answer, String type, String field, String code) {
        return problem(answer, type)
                .body("violations[0].field", equalTo(field))
                .body("violations[0].code", equalTo(code));
    }

    private static ValidatableResponse problem(Response answer, String type) {
        return answer.then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo(type));
    }
}

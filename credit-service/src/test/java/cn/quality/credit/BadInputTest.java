package cn.quality.credit;

import static cn.quality.credit.Credit.anybody;
import static cn.quality.credit.Credit.as;
import static cn.quality.credit.Credit.department;
import static cn.quality.credit.Credit.enterprise;
import static cn.quality.credit.Credit.handler;
import static cn.quality.credit.Credit.next;
import static cn.quality.credit.Credit.proposal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import cn.quality.platform.sql.Jdbc;
import cn.quality.testing.RolesInTheTable;
import cn.quality.testing.Tokens;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever comes in wrong is answered with a problem that names it, and leaves nothing behind. */
@CreditTest
class BadInputTest {

    @Inject
    Jdbc sql;

    @BeforeEach
    void referenceData() {
        Credit.storeReferenceData();
    }

    @ParameterizedTest
    @CsvSource({
        "91371199MA3RH00188, check-character",
        "91371199MA3RH00127, organisation-check-character check-character",
        "91371199MA3RH0018, length",
        "91371199MA3RH001877, length",
        "9137119OMA3RH00187, letter",
        "IOZSV, length letter letter letter letter letter",
    })
    void aWrongCodeIsRefusedWithEachReason(String uscc, String reasons) {
        var before = rows();
        var enterprise = enterprise(next());
        enterprise.put("uscc", uscc);

        var answer = send(department(), "enterprises", enterprise);

        refused(answer, 400, "invalid-uscc");
        assertThat(answer.<List<String>>path("violations.code")).containsExactly(reasons.split(" ", -1));
        var proposal = proposal(uscc, "BLACK");
        refused(send(handler(), "listings", proposal), 400, "invalid-uscc");
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void missingFieldsAreAllNamed() {
        var answer = send(department(), "enterprises", Map.of("fictional", true));

        refused(answer, 400, "invalid-argument");
        assertThat(answer.<List<String>>path("violations.field"))
                .contains("uscc", "name", "region", "subjectType", "source");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "enterprises | {\"uscc\":            | 400 | malformed-json",
                "enterprises | not json              | 400 | malformed-json",
                "enterprises | []                    | 400 | malformed-json",
                "enterprises | {\"subjectType\":\"X\"} | 400 | invalid-argument",
                "enterprises | {\"registeredOn\":\"2026-02-30\"} | 400 | invalid-argument",
                "enterprises | ''                    | 400 | invalid-argument",
                "enterprises | null                  | 400 | invalid-argument",
                "records     | {\"kind\":\"NONE\"}     | 400 | invalid-argument",
            })
    void unreadableContentIsRefused(String path, String body, int status, String code) {
        var before = rows();

        refused(as(department()).contentType(ContentType.JSON).body(body).post(path), status, code);
        assertThat(rows()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "enterprises | {\"name\":\"\\u0000\"}                  | invalid-argument | name               | control-character",
                "enterprises | {\"name\":\"\\ud800\"}                  | invalid-argument | name               | unpaired-surrogate",
                "enterprises | {\"source\":{\"department\":\"\\u0085\"}} | invalid-argument | source.department  | control-character",
                "enterprises | {\"naem\":\"x\"}                        | invalid-argument | naem               | unknown-field",
                "enterprises | {\"source\":{\"departmnt\":\"x\"}}      | invalid-argument | source.departmnt   | unknown-field",
                "enterprises | {\"name\":\"x\",\"name\":\"y\"}           | malformed-json   | name               | doubled-field",
                "enterprises | {\"subjectType\":0}                    | invalid-argument | subjectType        | format",
                "enterprises | {\"registeredOn\":20000}               | invalid-argument | registeredOn       | format",
                "enterprises | {\"registeredOn\":[2026,3,2]}          | invalid-argument | registeredOn       | format",
                "enterprises | {\"fictional\":null}                   | invalid-argument | fictional          | format",
                "enterprises | {\"fictional\":\"true\"}               | invalid-argument | fictional          | format",
                "records     | {\"details\":{\"a\":[\"\\u0001\"]}}     | invalid-argument | details.a[0]       | control-character",
                "records     | {\"details\":{\"\\u0001\":1}}           | invalid-argument | details.\\u0001   | control-character",
                "records     | {\"details\":{\"a\":1,\"a\":1}}          | malformed-json   | details.a          | doubled-field",
                "records     | {\"validityOrdered\":true}             | invalid-argument | validityOrdered    | unknown-field",
            })
    void whatABodyDoesNotMeanToSayIsNamed(String path, String body, String type, String field, String code) {
        var before = rows();
        var answer = as(department()).contentType(ContentType.JSON).body(body).post(path);

        refused(answer, 400, type);
        answer.then().body("violations[0].field", equalTo(field)).body("violations[0].code", equalTo(code));
        assertThat(rows()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{} {}", "{},", "{}]", "{\"name\":\"x\",}"})
    void nothingFollowsTheContent(String body) {
        refused(as(department()).contentType(ContentType.JSON).body(body).post("enterprises"), 400, "malformed-json");
    }

    @ParameterizedTest
    @CsvSource({
        "listings?knd=BLACK,                      knd,     unknown-parameter",
        "listings?kind=BLACK&lmit=5,              lmit,    unknown-parameter",
        "listings?region=%00,                     region,  control-character",
        "enterprises?name=a%0Ab,                  name,    control-character",
        "enterprises?name=%ED%A0%80,              name,    not-utf-8",
        "enterprises/91371199MA3RH00187?x=1,      x,       unknown-parameter",
        "enterprises/91371199MA3RH0018%01,        uscc,    control-character",
        "reconcile?queris=%7B%7D,                 queris,  unknown-parameter",
        "reconcile?queries=%00,                   queries, control-character",
        "reconcile/suggest?prefx=ab,              prefx,   unknown-parameter",
    })
    void aParameterThatIsNotMeantIsNamed(String path, String field, String code) {
        var answer = anybody().urlEncodingEnabled(false).get(path);

        refused(answer, 400, "invalid-argument");
        answer.then()
                .body("violations[0].field", equalTo(field))
                .body("violations[0].code", equalTo(code))
                .header("Cache-Control", nullValue());
    }

    /** What OpenRefine adds of its own accord. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "reconcile?callback=f&_=1",
                "reconcile/suggest?prefix=abc&cursor=5&spell=always&exact=false&type=enterprise&type_strict=any&callback=f"
            })
    void whatTheProtocolOfReconciliationAllowsIsIgnored(String path) {
        anybody().get(path).then().statusCode(200);
    }

    @Test
    void formsAndWhatStandsInThemAreReadToTheLetter() {
        refused(queries("{\"q0\":{\"query\":\"a\\u0000\"}}"), 400, "invalid-argument");
        refused(queries("{\"q0\":{},\"q0\":{}}"), 400, "malformed-json");
        refused(queries("{} {}"), 400, "malformed-json");
        refused(queries("\u0001"), 400, "invalid-argument");
        queries("{\"q0\":{\"query\":\"甲乙丙\",\"type\":\"enterprise\",\"type_strict\":\"any\"}}")
                .then()
                .statusCode(200);
        refused(
                anybody()
                        .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                        .formParam("quries", "{}")
                        .post("reconcile"),
                400,
                "invalid-argument");
    }

    @Test
    void namesOfFilesAndIdempotencyKeysAreOneLine() {
        refused(
                as(handler())
                        .contentType("application/pdf")
                        .body(new byte[] {'%'})
                        .urlEncodingEnabled(false)
                        .post("evidence?name=a%0A.pdf"),
                400,
                "invalid-argument");
        refused(
                as(handler())
                        .contentType(ContentType.JSON)
                        .header("Idempotency-Key", "a\tb")
                        .body("{}")
                        .post("listings"),
                400,
                "invalid-argument");
    }

    @Test
    void aLineThatIsNotMeantDoesNotStopTheOthers() {
        var lines = String.join(
                "\n",
                "{\"name\":\"\\u0000\"}",
                "{\"name\":\"\\udc00\"}",
                "{\"naem\":\"x\"}",
                "{\"name\":\"x\",\"name\":\"x\"}",
                "{}{}",
                "{},",
                "{\"fictional\":\"true\"}",
                "{\"uscc\":\"x\"}");
        var answers = as(department())
                .contentType("application/x-ndjson")
                .body(lines.getBytes(StandardCharsets.UTF_8))
                .post("enterprises/batch")
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .lines()
                .toList();

        assertThat(answers).hasSize(8).allMatch(line -> line.contains("REJECTED"));
        assertThat(answers.get(0)).contains("\"name\"", "control-character");
        assertThat(answers.get(1)).contains("\"name\"", "unpaired-surrogate");
        assertThat(answers.get(2)).contains("\"naem\"", "unknown-field", "是否为 name");
        assertThat(answers.get(3)).contains("\"name\"", "doubled-field");
        assertThat(answers.subList(4, 6)).allMatch(line -> line.contains("malformed-json"));
        assertThat(answers.get(6)).contains("\"fictional\"");
        assertThat(answers.get(7)).contains("\"subjectType\"");
    }

    @Test
    void aCellThatIsNotMeantDoesNotStopTheOthers() {
        var answers = as(department())
                .contentType("text/csv; charset=utf-8")
                .body("uscc,name,region,subjectType,source.department,source.recordNumber\nx,a\u0000,,,,\nx,,,,,\n"
                        .getBytes(StandardCharsets.UTF_8))
                .post("enterprises/batch")
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .lines()
                .toList();

        assertThat(answers).hasSize(2);
        assertThat(answers.get(0)).contains("\"name\"", "control-character");
        assertThat(answers.get(1)).contains("\"subjectType\"").doesNotContain("control-character");
    }

    private static Response queries(String json) {
        return anybody()
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("queries", json)
                .post("reconcile");
    }

    @Test
    void aBodyOverTheLimitIsTooLarge() {
        var enterprise = enterprise(next());
        enterprise.put("address", "长".repeat(600_000));

        refused(send(department(), "enterprises", enterprise), 413, "payload-too-large");
    }

    @Test
    void anotherMediaTypeIsNotTaken() {
        refused(
                as(department()).contentType("text/csv").body("uscc,name").post("enterprises"),
                415,
                "unsupported-media-type");
        refused(
                as(department()).contentType(ContentType.JSON).body("{}").post("enterprises/batch"),
                415,
                "unsupported-media-type");
    }

    @Test
    void anotherFormatIsNotOffered() {
        refused(anybody().accept("application/xml").get("listings"), 406, "not-acceptable");
        refused(anybody().accept("text/html").get("enterprises/91371199MA3RH00187"), 406, "not-acceptable");
    }

    @ParameterizedTest
    @CsvSource({"no-such-thing", "enterprises/91371199MA3RH00187/secrets", "listings/not-a-uuid"})
    void anUnknownPathIsNotFound(String path) {
        refused(anybody().get(path), 404, "not-found");
    }

    @Test
    void anUnknownEntryIsNotFound() {
        refused(anybody().get("listings/" + UUID.randomUUID()), 404, "not-found");
        refused(
                as(Credit.publisher())
                        .contentType(ContentType.JSON)
                        .header("If-Match", "\"v0\"")
                        .body("{}")
                        .post("listings/" + UUID.randomUUID() + "/publication"),
                404,
                "not-found");
    }

    @ParameterizedTest
    @CsvSource({
        "listings?kind=PURPLE, invalid-argument",
        "listings?state=GONE, invalid-argument",
        "listings?region=rizhao, invalid-argument",
        "listings?limit=0, invalid-argument",
        "listings?limit=201, invalid-argument",
        "listings?after=xyz, invalid-cursor",
        "enterprises?name=海洋&after=WyJhIl0, invalid-cursor",
    })
    void wrongParametersAreRefused(String path, String code) {
        refused(anybody().get(path), 400, code);
    }

    @Test
    void aTokenThatIsNoneIsRefused() {
        refused(
                anybody()
                        .auth()
                        .oauth2("nonsense")
                        .contentType(ContentType.JSON)
                        .body("{}")
                        .post("listings"),
                401,
                "unauthenticated");
        refused(
                as(handler().with("exp", 1_000_000L))
                        .contentType(ContentType.JSON)
                        .body("{}")
                        .post("listings"),
                401,
                "unauthenticated");
        refused(
                as(handler().with("aud", "another-suite"))
                        .contentType(ContentType.JSON)
                        .body("{}")
                        .post("listings"),
                401,
                "unauthenticated");
    }

    /** Each operation for some × each role: who may not is told so before anything else is looked at. */
    @ParameterizedTest
    @CsvSource({
        "PUT,  regions/371102,             administrator",
        "PUT,  legal-bases/TEST-BOTH,      administrator",
        "PUT,  rule-packs/test,            administrator",
        "PUT,  calendars/2026,             administrator",
        "POST, enterprises,                administrator data-provider",
        "POST, records,                    data-provider",
        "POST, records/01990000-0000-7000-8000-000000000001/corrections, data-provider",
        "GET,  records/01990000-0000-7000-8000-000000000001, data-provider administrator auditor",
        "POST, listings,                   case-handler",
        "POST, listings/01990000-0000-7000-8000-000000000001/publication, publisher",
        "POST, listings/01990000-0000-7000-8000-000000000001/withdrawal,  publisher",
        "POST, listings/01990000-0000-7000-8000-000000000001/rejection,   case-approver",
    })
    void rolesAreKept(String method, String path, String allowed) {
        refused(anybody().contentType(ContentType.JSON).body("{}").request(method, path), 401, "unauthenticated");
        for (var role : RolesInTheTable.ROLES) {
            var answer = as(Tokens.of(role).region("371100"))
                    .contentType(ContentType.JSON)
                    .body("{}")
                    .request(method, path);
            if (List.of(allowed.split(" ", -1)).contains(role)) {
                answer.then().statusCode(not(equalTo(403))).statusCode(not(equalTo(401)));
            } else {
                refused(answer, 403, "forbidden");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"enterprises/batch, administrator data-provider", "records/batch, data-provider"})
    void batchesToo(String path, String allowed) {
        refused(
                anybody()
                        .contentType("application/x-ndjson")
                        .body(new byte[] {'{', '}'})
                        .post(path),
                401,
                "unauthenticated");
        refused(
                as(handler())
                        .contentType("application/x-ndjson")
                        .body(new byte[] {'{', '}'})
                        .post(path),
                403,
                "forbidden");
        for (var role : allowed.split(" ", -1)) {
            as(Tokens.of(role))
                    .contentType("application/x-ndjson")
                    .body(new byte[] {'{', '}'})
                    .post(path)
                    .then()
                    .statusCode(200);
        }
    }

    @Test
    void theReasonIsToldInTheCallersLanguage() {
        anybody().get("enterprises/X").then().body("title", equalTo("统一社会信用代码无效"));
        anybody()
                .header("Accept-Language", "en")
                .get("enterprises/X")
                .then()
                .body("title", equalTo("Invalid unified social credit code"));
    }

    private static Response send(Tokens caller, String path, Object body) {
        return as(caller).contentType(ContentType.JSON).body(body).post(path);
    }

    private static void refused(Response answer, int status, String code) {
        answer.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("code", equalTo(code))
                .body("status", equalTo(status))
                .body("traceId", matchesPattern("[0-9a-f]{32}"));
        assertThat(answer.asString()).doesNotContain("Exception", "\tat ");
    }

    /** Everything a write could leave behind. */
    private List<Long> rows() {
        return List.of(
                        "enterprise",
                        "archive_record",
                        "listing",
                        "listing_act",
                        "outbox",
                        "decision_log",
                        "idempotency")
                .stream()
                .map(table -> sql.first("select count(*) from " + table, row -> row.getLong(1))
                        .orElseThrow())
                .toList();
    }
}

package cn.quality.e2e;

import static cn.quality.testing.Refusal.refused;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every wrong request is refused with a problem that says why, through the gateway, and leaves nothing behind. */
@SuiteTest
class BadInputTest {

    private static final String ENTERPRISES = "/api/credit/v1/enterprises";
    private static final String LISTINGS = "/api/credit/v1/listings";

    private final Actors actors;

    BadInputTest(Actors actors) {
        this.actors = actors;
    }

    @ParameterizedTest
    @CsvSource({
        "91371199MA3RH00188, check-character",
        "91371199MA3RH0018, length",
        "91371199MA3RH0O187, letter",
        "91371199MA3RH00287, organisation-check-character",
    })
    void aWrongCodeIsRefusedWithItsReason(String uscc, String reason) {
        refused(actors.anybody().get(ENTERPRISES + "/" + uscc).then(), 400, "invalid-uscc")
                .body("violations.code", hasItem(reason));
        refused(register(enterprise("uscc", uscc)).then(), 400, "invalid-uscc")
                .body("violations.code", hasItem(reason));
    }

    @Test
    void anUnknownRegionOrLegalBasis() {
        var uscc = Samples.newCode();
        var elsewhere = new HashMap<>(Samples.enterprise(uscc, "日照示例外地有限公司"));
        elsewhere.put("region", "371198");
        refused(register(elsewhere).then(), 422, "unknown-region");
        refused(actors.anybody().get(ENTERPRISES + "/" + uscc).then(), 404, "not-found");

        var known = Samples.registered(actors, "日照示例无据有限公司");
        var entry = new HashMap<>(Samples.entry(known, "BLACK"));
        entry.put("legalBasis", "NO-SUCH-LAW");
        refused(draft("case-handler", entry).then(), 422, "unknown-legal-basis");
    }

    @Test
    void theSameSourceRecordTwiceYieldsTheFirstResult() {
        var uscc = Samples.newCode();
        var enterprise = Samples.enterprise(uscc, "日照示例重复有限公司");
        register(enterprise).then().statusCode(201);
        register(enterprise).then().statusCode(200).body("uscc", equalTo(uscc));
    }

    @Test
    void aBodyOverTheLimit() {
        refused(register(enterprise("name", "长".repeat(2_000_000))).then(), 413, "payload-too-large");
    }

    @Test
    void brokenJson() {
        refused(
                office().contentType(ContentType.JSON)
                        .body("{\"uscc\": ")
                        .post(ENTERPRISES)
                        .then(),
                400,
                "malformed-json");
    }

    @Test
    void whatIsNotUnderstoodIsNamedAndNeverCached() {
        for (int i = 0; i < 2; i++) {
            refused(actors.anybody().get(LISTINGS + "?knd=BLACK").then(), 400, "invalid-argument")
                    .body("violations[0].field", equalTo("knd"))
                    .body("violations[0].message", containsString("kind"))
                    .header("X-Cache", not(equalTo("HIT")));
        }
        refused(register(enterprise("naem", "日照示例误写有限公司")).then(), 400, "invalid-argument")
                .body("violations[0].field", equalTo("naem"));
    }

    @Test
    void anUnknownMediaTypeAndAnUnacceptableFormat() {
        refused(
                office().contentType("application/xml")
                        .body("<enterprise/>")
                        .post(ENTERPRISES)
                        .then(),
                415,
                "unsupported-media-type");
        refused(actors.anybody().accept("image/png").get(LISTINGS).then(), 406, "not-acceptable");
    }

    @Test
    void noTokenAWrongTokenAndATokenNobodySigned() {
        var body = enterprise("name", "日照示例无名有限公司");
        refused(
                actors.anybody()
                        .contentType(ContentType.JSON)
                        .body(body)
                        .post(ENTERPRISES)
                        .then(),
                401,
                "unauthenticated");
        refused(
                actors.with("not.a.token")
                        .contentType(ContentType.JSON)
                        .body(body)
                        .post(ENTERPRISES)
                        .then(),
                401,
                "invalid-token");
        var unsigned = "eyJhbGciOiJub25lIn0.eyJyZWFsbV9hY2Nlc3MiOnsicm9sZXMiOlsiYWRtaW5pc3RyYXRvciJdfX0.";
        refused(
                actors.with(unsigned)
                        .contentType(ContentType.JSON)
                        .body(body)
                        .post(ENTERPRISES)
                        .then(),
                401,
                "invalid-token");
    }

    @Test
    void aWrongRoleAndAForeignRegion() {
        refused(
                actors.person("reporter")
                        .contentType(ContentType.JSON)
                        .body(enterprise("name", "日照示例越权有限公司"))
                        .post(ENTERPRISES)
                        .then(),
                403,
                "forbidden");
        var inLanshan = enterprise("region", "371103");
        refused(
                actors.system("dept-market-supervision-donggang")
                        .contentType(ContentType.JSON)
                        .body(withDepartment(inLanshan, "东港区市场监督管理局"))
                        .post(ENTERPRISES)
                        .then(),
                403,
                "foreign-region");
    }

    @Test
    void anUnknownPath() {
        refused(actors.anybody().get("/api/unknown/v1/things").then(), 404, "not-found");
        refused(actors.anybody().get("/api/credit/v1/nothing").then(), 404, "not-found");
        refused(actors.anybody().get(ENTERPRISES + "/" + Samples.newCode()).then(), 404, "not-found");
    }

    @Test
    void refusalsSpeakTheCallersLanguage() {
        var chinese = actors.anybody().get(ENTERPRISES + "/91371199MA3RH00188").then();
        refused(chinese, 400, "invalid-uscc").body("violations[0].message", matchesPattern(".*[\\u4e00-\\u9fff].*"));
        var english = actors.anybody()
                .header("Accept-Language", "en")
                .get(ENTERPRISES + "/91371199MA3RH00188")
                .then();
        refused(english, 400, "invalid-uscc")
                .body("violations[0].message", not(matchesPattern(".*[\\u4e00-\\u9fff].*")));
    }

    private RequestSpecification office() {
        return actors.system("dept-market-supervision");
    }

    private Response register(Map<String, Object> enterprise) {
        return office().contentType(ContentType.JSON).body(enterprise).post(ENTERPRISES);
    }

    private Response draft(String login, Map<String, Object> entry) {
        return actors.person(login).contentType(ContentType.JSON).body(entry).post(LISTINGS);
    }

    private static Map<String, Object> enterprise(String field, String value) {
        var enterprise = new HashMap<>(Samples.enterprise(Samples.newCode(), "日照示例错误有限公司"));
        enterprise.put(field, value);
        return enterprise;
    }

    private static Map<String, Object> withDepartment(Map<String, Object> enterprise, String department) {
        var other = new HashMap<>(enterprise);
        other.put("source", Map.of("department", department, "recordNumber", "E2E-" + enterprise.get("uscc")));
        return other;
    }
}

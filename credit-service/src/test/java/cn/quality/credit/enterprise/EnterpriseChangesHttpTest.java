package cn.quality.credit.enterprise;

import static cn.quality.credit.Credit.DEPARTMENT;
import static cn.quality.credit.Credit.anybody;
import static cn.quality.credit.Credit.as;
import static cn.quality.credit.Credit.department;
import static cn.quality.credit.Credit.next;
import static cn.quality.credit.Credit.post;
import static cn.quality.credit.Credit.registered;
import static cn.quality.credit.Credit.source;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import cn.quality.credit.Credit;
import cn.quality.credit.CreditTest;
import cn.quality.platform.clock.LegalDates;
import cn.quality.platform.identifiers.FictionalCodes;
import cn.quality.platform.sql.Jdbc;
import cn.quality.testing.Tokens;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An enterprise after its registration: renamed and closed by departments, and what the public reads of it. */
@CreditTest
class EnterpriseChangesHttpTest {

    private static final String RENAMED = "cn.quality.credit.enterprise.renamed.v1";
    private static final String CLOSED = "cn.quality.credit.enterprise.closed.v1";

    @Inject
    Jdbc sql;

    @Inject
    Clock clock;

    @BeforeEach
    void referenceData() {
        Credit.storeReferenceData();
    }

    @Test
    void aNewNameIsShownWithTheOldOneAndTold() {
        var uscc = registered(Map.of("name", "日照示例旧名有限公司"));
        var before = anybody().get("enterprises/" + uscc);

        var answer = rename(uscc, name("日照示例新名有限公司"));

        answer.then()
                .statusCode(201)
                .header("ETag", "\"v1\"")
                .header("Location", containsString("/api/credit/v1/enterprises/" + uscc))
                .body("name", equalTo("日照示例新名有限公司"))
                .body("nameSince", equalTo("2026-03-02"));
        before.then().body("formerNames", nullValue());
        var after = anybody().get("enterprises/" + uscc);
        after.then()
                .body("name", equalTo("日照示例新名有限公司"))
                .body(
                        "formerNames",
                        equalTo(List.of(Map.of("name", "日照示例旧名有限公司", "from", "2020-05-06", "to", "2026-03-02"))));
        assertThat(Instant.parse(after.path("asOf"))).isAfter(Instant.parse(before.path("asOf")));
        assertThat(events(uscc, RENAMED)).isEqualTo(1);
        assertThat(decisions(uscc, "rename-enterprise")).isEqualTo(1);
    }

    @Test
    void theSameSourceRecordAgainChangesNothing() {
        var uscc = registered();
        var change = name("日照示例再报有限公司");
        rename(uscc, change).then().statusCode(201);

        rename(uscc, change).then().statusCode(200).header("ETag", "\"v1\"").body("name", equalTo("日照示例再报有限公司"));
        rename(uscc, name("日照示例三报有限公司")).then().statusCode(201);
        rename(uscc, change).then().statusCode(200).body("name", equalTo("日照示例三报有限公司"));
        assertThat(events(uscc, RENAMED)).isEqualTo(2);

        change.put("name", "日照示例另报有限公司");
        refused(rename(uscc, change), 409, "source-record-used");
    }

    @Test
    void theSameNameFromAnotherSourceChangesNothing() {
        var uscc = registered();
        rename(uscc, name("日照示例同名有限公司")).then().statusCode(201);

        rename(uscc, name("日照示例同名有限公司")).then().statusCode(200).body("formerNames", hasSize(1));
        assertThat(events(uscc, RENAMED)).isEqualTo(1);
        assertThat(decisions(uscc, "rename-enterprise")).isEqualTo(1);
    }

    @Test
    void aSourceRecordRenamesOneEnterprise() {
        var change = name("日照示例一号有限公司");
        rename(registered(), change).then().statusCode(201);
        var other = registered();

        refused(rename(other, change), 409, "source-record-used");
        assertThat(events(other, RENAMED)).isZero();
    }

    @Test
    void theSameChangeManyTimesAtOnceIsOne() throws Exception {
        var uscc = registered();
        var change = name("日照示例同时有限公司");

        assertThat(atOnce(i -> rename(uscc, change)))
                .containsOnly(200, 201)
                .filteredOn(status -> status == 201)
                .hasSize(1);
        assertThat(events(uscc, RENAMED)).isEqualTo(1);
    }

    @Test
    void differentNamesAtOnceComeOneAfterTheOther() throws Exception {
        var uscc = registered();

        assertThat(atOnce(i -> rename(uscc, name("日照示例并行" + i + "有限公司")))).containsOnly(201);
        anybody().get("enterprises/" + uscc).then().body("formerNames", hasSize(8));
        assertThat(sql.query(
                        "select sequence from outbox where subject = ? order by sequence", row -> row.getLong(1), uscc))
                .containsExactly(0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L);
    }

    @Test
    void oneSourceRecordForManyEnterprisesAtOnceRenamesOne() throws Exception {
        var enterprises = IntStream.range(0, 8).mapToObj(i -> registered()).toList();
        var change = name("日照示例争用有限公司");

        assertThat(atOnce(i -> rename(enterprises.get(i), change)))
                .containsOnly(201, 409)
                .filteredOn(status -> status == 201)
                .hasSize(1);
    }

    @Test
    void aClosedEnterpriseIsShownAsClosedAndTold() {
        var uscc = registered();
        rename(uscc, name("日照示例终名有限公司")).then().statusCode(201);

        close(uscc, closure("2026-03-05", "清算完毕"))
                .then()
                .statusCode(201)
                .header("ETag", "\"v2\"")
                .body("status", equalTo("CLOSED"))
                .body("closedOn", equalTo("2026-03-05"));

        anybody()
                .get("enterprises/" + uscc)
                .then()
                .body("status", equalTo("CLOSED"))
                .body("closedOn", equalTo("2026-03-05"))
                .body("closureReason", nullValue());
        assertThat(sql.query(
                        "select data ->> 'closedOn' from outbox where subject = ? and type = ?",
                        row -> row.getString(1),
                        uscc,
                        CLOSED))
                .containsExactly("2026-03-05");
        assertThat(decisions(uscc, "close-enterprise")).isEqualTo(1);
    }

    @Test
    void closingTwiceIsTheFirstResult() {
        var uscc = registered();
        close(uscc, closure("2026-03-05", "清算完毕")).then().statusCode(201);

        close(uscc, closure("2026-03-06", "被吊销"))
                .then()
                .statusCode(200)
                .body("closedOn", equalTo("2026-03-05"))
                .body("closureReason", equalTo("清算完毕"));
        assertThat(events(uscc, CLOSED)).isEqualTo(1);
    }

    @Test
    void closingManyTimesAtOnceIsOneClosure() throws Exception {
        var uscc = registered();

        assertThat(atOnce(i -> close(uscc, closure("2026-03-05", "清算完毕"))))
                .containsOnly(200, 201)
                .filteredOn(status -> status == 201)
                .hasSize(1);
        assertThat(events(uscc, CLOSED)).isEqualTo(1);
    }

    @Test
    void aClosedEnterpriseIsNotRenamedButAKnownRecordIsStillAnswered() {
        var uscc = registered();
        var change = name("日照示例生前有限公司");
        rename(uscc, change).then().statusCode(201);
        close(uscc, closure("2026-03-05", "清算完毕")).then().statusCode(201);

        refused(rename(uscc, name("日照示例身后有限公司")), 409, "enterprise-closed")
                .then()
                .body("detail", containsString("清算完毕"));
        rename(uscc, change).then().statusCode(200).body("status", equalTo("CLOSED"));
        assertThat(events(uscc, RENAMED)).isEqualTo(1);
    }

    @Test
    void aVersionThatIsGivenMustBeThePresentOne() {
        var uscc = registered();

        refused(ifMatch("\"v7\"").body(name("日照示例版本有限公司")).post("enterprises/" + uscc + "/names"), 412, "stale");
        refused(
                ifMatch("\"v7\"").body(closure("2026-03-05", "示例")).post("enterprises/" + uscc + "/closure"),
                412,
                "stale");
        ifMatch("\"v0\"")
                .body(name("日照示例版本有限公司"))
                .post("enterprises/" + uscc + "/names")
                .then()
                .statusCode(201);
        ifMatch("\"v1\"")
                .body(closure("2026-03-05", "示例"))
                .post("enterprises/" + uscc + "/closure")
                .then()
                .statusCode(201);
    }

    @Test
    void registrationTellsTheVersion() {
        post(department(), "enterprises", Credit.enterprise(next()))
                .then()
                .statusCode(201)
                .header("ETag", "\"v0\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"names", "regions", "amendments", "closure"})
    void onlyADepartmentChangesAndOnlyWhatIsItsOwn(String act) {
        var uscc = registered();
        var path = "enterprises/" + uscc + "/" + act;
        var body = body(act);

        anybody().contentType(ContentType.JSON).body(body).post(path).then().statusCode(401);
        for (var role : List.of("auditor", "publisher", "case-handler", "enterprise")) {
            var caller = Tokens.of(role).user("zhang").region("371100").department(DEPARTMENT);
            refused(post(caller, path, body), 403, "forbidden");
        }
        var county = Tokens.of("data-provider").region("371103").department(DEPARTMENT);
        refused(post(county, path, body), 403, "foreign-region");
        var other = Tokens.of("data-provider").region("371100").department("日照市示例局");
        refused(post(other, path, body), 403, "foreign-department");
        assertThat(sql.query("select type from outbox where subject = ?", row -> row.getString(1), uscc))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"names", "regions", "amendments", "closure"})
    void anUnknownEnterpriseIsNotFoundAndAWrongCodeSaysWhy(String act) {
        refused(
                post(department(), "enterprises/" + FictionalCodes.fictional(900_002) + "/" + act, body(act)),
                404,
                "not-found");
        refused(post(department(), "enterprises/91371199MA3RH00188/" + act, body(act)), 400, "invalid-uscc");
    }

    @ParameterizedTest
    @CsvSource({"names, effectiveFrom", "regions, effectiveFrom", "amendments, effectiveFrom", "closure, closedOn"})
    void daysThatCannotBeAreRefused(String act, String field) {
        var path = "enterprises/" + registered() + "/" + act;
        var body = body(act);

        body.put(field, LegalDates.today(clock).plusDays(1).toString());
        refused(post(department(), path, body), 422, "unsuitable-date")
                .then()
                .body("violations[0].field", equalTo(field))
                .body("violations[0].code", equalTo("future"));
        body.put(field, "2020-05-05");
        refused(post(department(), path, body), 422, "unsuitable-date")
                .then()
                .body("violations[0].code", equalTo("too-early"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"names", "regions", "amendments", "closure"})
    void whatIsMissingIsNamed(String act) {
        var answer = refused(
                post(department(), "enterprises/" + registered() + "/" + act, Map.of()), 400, "invalid-argument");

        assertThat(answer.<List<String>>path("violations.field")).contains("reason", "source");
    }

    private static Map<String, Object> body(String act) {
        return switch (act) {
            case "names" -> name("日照示例他名有限公司");
            case "regions" -> change("region", "371103");
            case "amendments" -> change("industry", "F52");
            default -> closure("2026-03-05", "示例");
        };
    }

    private static Map<String, Object> name(String name) {
        return change("name", name);
    }

    private static Map<String, Object> change(String field, Object to) {
        return new HashMap<>(
                Map.of(field, to, "effectiveFrom", "2026-03-02", "reason", "示例变更", "source", source("N-" + next())));
    }

    private static Map<String, Object> closure(String day, String reason) {
        return new HashMap<>(Map.of("closedOn", day, "reason", reason, "source", source("C-" + next())));
    }

    private static Response rename(String uscc, Map<String, Object> change) {
        return post(department(), "enterprises/" + uscc + "/names", change);
    }

    private static Response close(String uscc, Map<String, Object> end) {
        return post(department(), "enterprises/" + uscc + "/closure", end);
    }

    private static RequestSpecification ifMatch(String version) {
        return as(department()).contentType(ContentType.JSON).header("If-Match", version);
    }

    private static Response refused(Response answer, int status, String code) {
        answer.then().statusCode(status).contentType("application/problem+json").body("code", equalTo(code));
        return answer;
    }

    private static List<Integer> atOnce(IntFunction<Response> request) throws InterruptedException {
        try (var threads = Executors.newFixedThreadPool(8)) {
            return threads
                    .invokeAll(IntStream.range(0, 8)
                            .<Callable<Integer>>mapToObj(
                                    i -> () -> request.apply(i).statusCode())
                            .toList())
                    .stream()
                    .map(Future::resultNow)
                    .toList();
        }
    }

    private long events(String uscc, String type) {
        return sql.first(
                        "select count(*) from outbox where subject = ? and type = ?", row -> row.getLong(1), uscc, type)
                .orElseThrow();
    }

    private long decisions(String uscc, String act) {
        return sql.first(
                        "select count(*) from decision_log where subject_id = ? and act = ?",
                        row -> row.getLong(1),
                        uscc,
                        act)
                .orElseThrow();
    }
}

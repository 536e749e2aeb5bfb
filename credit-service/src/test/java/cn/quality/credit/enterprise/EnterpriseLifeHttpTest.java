package cn.quality.credit.enterprise;

import static cn.quality.credit.Credit.DEPARTMENT;
import static cn.quality.credit.Credit.anybody;
import static cn.quality.credit.Credit.as;
import static cn.quality.credit.Credit.batch;
import static cn.quality.credit.Credit.department;
import static cn.quality.credit.Credit.handler;
import static cn.quality.credit.Credit.next;
import static cn.quality.credit.Credit.post;
import static cn.quality.credit.Credit.record;
import static cn.quality.credit.Credit.registered;
import static cn.quality.credit.Credit.source;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import cn.quality.credit.Credit;
import cn.quality.credit.CreditTest;
import cn.quality.platform.identifiers.FictionalCodes;
import cn.quality.platform.sql.Jdbc;
import cn.quality.testing.Tokens;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Moves, amendments, branches, and what may still be filed after the end. */
@CreditTest
class EnterpriseLifeHttpTest {

    @Inject
    Jdbc sql;

    @BeforeEach
    void referenceData() {
        Credit.storeReferenceData();
    }

    @Test
    void aMoveIsShownWithTheOldRegionAndTold() {
        var uscc = registered();
        var move = change("region", "371103");

        send(uscc, "regions", move)
                .then()
                .statusCode(201)
                .header("ETag", "\"v1\"")
                .body("region", equalTo("371103"))
                .body("regionSince", equalTo("2026-03-02"))
                .body("formerRegions[0].region", equalTo("371102"))
                .body("formerRegions[0].from", equalTo("2020-05-06"))
                .body("formerRegions[0].to", equalTo("2026-03-02"));

        anybody().get("enterprises/" + uscc).then().body("region", equalTo("371103"));
        assertThat(told(uscc, "relocated", "region")).containsExactly("371103");
        send(uscc, "regions", move).then().statusCode(200).header("ETag", "\"v1\"");
        send(uscc, "regions", change("region", "371103")).then().statusCode(200);
        refused(send(registered(), "regions", move), 409, "source-record-used");
        refused(send(uscc, "regions", change("region", "371999")), 422, "unknown-region");
        assertThat(told(uscc, "relocated", "region")).hasSize(1);
    }

    @Test
    void thePublicAnswerSaysSinceWhenItIsTrue() {
        var uscc = registered();

        for (var act : List.of("regions", "amendments")) {
            var before = Instant.parse(anybody().get("enterprises/" + uscc).path("asOf"));
            send(uscc, act, act.equals("regions") ? change("region", "371103") : change("industry", "F52"))
                    .then()
                    .statusCode(201);
            assertThat(Instant.parse(anybody().get("enterprises/" + uscc).path("asOf")))
                    .isAfter(before);
        }
    }

    /** Neither may a county fetch an enterprise from its neighbour, nor push one over to it. */
    @Test
    void aMoveIsReportedByWhoIsCompetentForBothRegions() {
        var uscc = registered();

        for (var county : List.of("371102", "371103")) {
            var caller = Tokens.of("data-provider").region(county).department(DEPARTMENT);
            refused(
                    post(caller, "enterprises/" + uscc + "/regions", change("region", "371103")),
                    403,
                    "foreign-region");
        }
        assertThat(told(uscc, "relocated", "region")).isEmpty();
    }

    @Test
    void afterAMoveTheNewRegionIsCompetent() {
        var uscc = registered();
        send(uscc, "regions", change("region", "371103")).then().statusCode(201);
        var old = Tokens.of("data-provider").region("371102").department(DEPARTMENT);
        var present = Tokens.of("data-provider").region("371103").department(DEPARTMENT);

        refused(post(old, "records", record(uscc, next())), 403, "foreign-region");
        post(present, "records", record(uscc, next())).then().statusCode(201);
    }

    @Test
    void anAmendmentKeepsWhatWasAndDoesNotTellTheAddress() {
        var uscc = registered();
        var change = change("industry", "F52");
        change.put("fields", List.of("CIRCULATION"));
        change.put("address", "日照市东港区某某家属院");

        send(uscc, "amendments", change)
                .then()
                .statusCode(201)
                .body("industry", equalTo("F52"))
                .body("fields", contains("CIRCULATION"))
                .body("address", equalTo("日照市东港区某某家属院"))
                .body("formerParticulars", hasSize(1))
                .body("formerParticulars[0].industry", equalTo("C13"))
                .body("formerParticulars[0].address", equalTo("日照市东港区示例路1号"))
                .body("formerParticulars[0].to", equalTo("2026-03-02"));

        anybody().get("enterprises/" + uscc).then().body("industry", equalTo("F52"));
        assertThat(told(uscc, "amended", "industry")).containsExactly("F52");
        assertThat(sql.query("select data::text from outbox where subject = ?", row -> row.getString(1), uscc))
                .noneMatch(data -> data.contains("家属院"));
        send(uscc, "amendments", change).then().statusCode(200);
        refused(send(registered(), "amendments", change), 409, "source-record-used");
        refused(
                post(
                        department(),
                        "enterprises/" + uscc + "/amendments",
                        Map.of("effectiveFrom", "2026-03-02", "reason", "示例", "source", source("A-" + next()))),
                400,
                "invalid-argument");
    }

    @ParameterizedTest
    @CsvSource({
        "C13, 0",
        "C, 0",
        "C1362, 0",
        "T97, 0",
        "F13, 422",
        "C99, 422",
        "C12, 422",
        "U01, 400",
        "C1, 400",
        "13, 400",
        "c13, 400",
        "C13620, 400"
    })
    void anIndustryIsOneOfTheClassification(String industry, int refusal) {
        var enterprise = Credit.enterprise(next());
        enterprise.put("industry", industry);

        var registration = post(department(), "enterprises", enterprise);
        var amendment = send(registered(Map.of("industry", "D44")), "amendments", change("industry", industry));

        for (var answer : List.of(registration, amendment)) {
            if (refusal == 0) {
                answer.then().statusCode(201).body("industry", equalTo(industry));
            } else {
                refused(answer, refusal, refusal == 422 ? "unknown-industry" : "invalid-argument");
            }
        }
    }

    @Test
    void aParentShowsItsBranchesPageByPage() {
        var parent = registered();
        var branches = new ArrayList<String>();
        for (int i = 0; i < 3; i++) {
            branches.add(branchOf(parent));
        }

        var first = anybody().get("enterprises/" + parent + "/branches?limit=2");
        first.then()
                .statusCode(200)
                .body("items.uscc", contains(branches.get(0), branches.get(1)))
                .body("items[0].region", equalTo("371102"))
                .body("items[0].status", equalTo("ACTIVE"));
        assertThat(first.header("Link")).contains("rel=\"next\"");
        anybody()
                .get("enterprises/" + parent + "/branches?limit=2&after=" + first.path("next"))
                .then()
                .body("items.uscc", contains(branches.get(2)))
                .body("next", nullValue());
        anybody()
                .get("enterprises/" + branches.getFirst() + "/branches")
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
        refused(anybody().get("enterprises/" + FictionalCodes.fictional(900_003) + "/branches"), 404, "not-found");
        refused(anybody().get("enterprises/91371199MA3RH00188/branches"), 400, "invalid-uscc");
        refused(anybody().get("enterprises/" + parent + "/branches?after=x"), 400, "invalid-cursor");
        assertThat(told(branches.getFirst(), "registered", "parent")).containsExactly(parent);
    }

    /** The code of a branch is its own: what is on file about it is not on file about its parent. */
    @Test
    void aBranchHasARecordOfItsOwn() {
        var parent = registered();
        var branch = branchOf(parent);
        post(department(), "records", record(branch, next())).then().statusCode(201);

        anybody().get("enterprises/" + branch).then().body("honours", hasSize(1));
        anybody().get("enterprises/" + parent).then().body("honours", hasSize(0));
    }

    @Test
    void aParentIsOnFileAndNoBranch() {
        var parent = registered();
        var branch = branchOf(parent);

        unsuitable(Map.of("subjectType", "BRANCH", "parent", FictionalCodes.fictional(900_004)), "unknown");
        unsuitable(Map.of("subjectType", "BRANCH", "parent", branch), "is-branch");
        unsuitable(Map.of("subjectType", "LEGAL_PERSON", "parent", parent), "not-a-branch");
        refused(
                post(department(), "enterprises", sample(Map.of("subjectType", "BRANCH", "parent", "X"))),
                400,
                "invalid-uscc");
        var own = Credit.enterprise(next());
        own.put("subjectType", "BRANCH");
        own.put("parent", own.get("uscc"));
        refused(post(department(), "enterprises", own), 422, "unsuitable-parent");
        refused(send(branch, "amendments", change("parent", branch)), 422, "unsuitable-parent");
    }

    @Test
    void aBranchMayNameItsParentLater() {
        var parent = registered();
        var branch = registered(Map.of("subjectType", "BRANCH"));

        send(branch, "amendments", change("parent", parent))
                .then()
                .statusCode(201)
                .body("parent.uscc", equalTo(parent));
        anybody().get("enterprises/" + parent + "/branches").then().body("items.uscc", contains(branch));
        assertThat(told(branch, "amended", "parent")).containsExactly(parent);
    }

    @Test
    void thatTheParentHasEndedIsTold() {
        var parent = registered();
        var branch = branchOf(parent);
        send(parent, "closure", closure("2026-03-05")).then().statusCode(201);

        as(department())
                .get("enterprises/" + branch + "/history")
                .then()
                .statusCode(200)
                .body("status", equalTo("ACTIVE"))
                .body("parent.uscc", equalTo(parent))
                .body("parent.status", equalTo("CLOSED"))
                .body("parent.closedOn", equalTo("2026-03-05"));
        unsuitable(Map.of("subjectType", "BRANCH", "parent", parent, "registeredOn", "2026-03-06"), "closed");
        registered(Map.of("subjectType", "BRANCH", "parent", parent, "registeredOn", "2026-03-04"));
    }

    @Test
    void inABatchAParentComesBeforeItsBranches() throws JsonProcessingException {
        var parent = Credit.enterprise(next());
        var branch = sample(Map.of("subjectType", "BRANCH", "parent", parent.get("uscc")));
        var early = sample(Map.of("subjectType", "BRANCH", "parent", parent.get("uscc")));

        var answers = batch(department(), "enterprises/batch", lines(early, parent, branch));

        assertThat(answers)
                .extracting(answer -> answer.get("outcome"))
                .containsExactly("REJECTED", "ACCEPTED", "ACCEPTED");
        assertThat(String.valueOf(answers.getFirst())).contains("unknown");
    }

    @Test
    void theHistoryIsForTheDepartmentsAndOfficesOfTheRegion() {
        var path = "enterprises/" + registered() + "/history";

        for (var reader : List.of(
                department(),
                handler().region("371102"),
                Tokens.of("case-approver").region("371100"),
                Tokens.of("auditor"),
                Tokens.of("administrator"))) {
            as(reader)
                    .get(path)
                    .then()
                    .statusCode(200)
                    .header("ETag", "\"v0\"")
                    .header("Cache-Control", "private, no-store");
        }
        refused(as(handler().region("371103")).get(path), 403, "foreign-region");
        refused(as(Tokens.of("screening-client")).get(path), 403, "forbidden");
        refused(as(Tokens.of("enterprise")).get(path), 403, "forbidden");
        refused(anybody().get(path), 401, "unauthenticated");
        refused(
                as(department()).get("enterprises/" + FictionalCodes.fictional(900_005) + "/history"),
                404,
                "not-found");
    }

    @Test
    void afterItsEndAnEnterpriseChangesNoMore() {
        var uscc = registered();
        send(uscc, "closure", closure("2026-03-05")).then().statusCode(201);

        for (var act : List.of("regions", "amendments")) {
            var change = act.equals("regions") ? change("region", "371103") : change("industry", "F52");
            refused(send(uscc, act, change), 409, "enterprise-closed")
                    .then()
                    .body("detail", containsString("2026-03-05"));
        }
    }

    @Test
    void whatHappenedBeforeItsEndIsStillFiledAndNothingLater() {
        var uscc = registered();
        send(uscc, "closure", closure("2026-03-05")).then().statusCode(201);
        var record = record(uscc, next());

        record.put("occurredOn", "2026-03-06");
        refused(post(department(), "records", record), 422, "unsuitable-date")
                .then()
                .body("violations[0].field", equalTo("occurredOn"))
                .body("violations[0].code", equalTo("after-closure"));
        record.put("occurredOn", "2026-03-05");
        post(department(), "records", record).then().statusCode(201);
    }

    @Test
    void aVersionThatIsGivenMustBeThePresentOne() {
        var uscc = registered();

        for (var act : List.of("regions", "amendments")) {
            var body = act.equals("regions") ? change("region", "371103") : change("industry", "F52");
            var answer = as(department())
                    .contentType(ContentType.JSON)
                    .header("If-Match", "\"v7\"")
                    .body(body)
                    .post("enterprises/" + uscc + "/" + act);
            refused(answer, 412, "stale");
        }
        assertThat(sql.query("select type from outbox where subject = ?", row -> row.getString(1), uscc))
                .hasSize(1);
    }

    private static String branchOf(String parent) {
        return registered(Map.of("subjectType", "BRANCH", "parent", parent));
    }

    private static void unsuitable(Map<String, ?> different, String reason) {
        refused(post(department(), "enterprises", sample(different)), 422, "unsuitable-parent")
                .then()
                .body("violations.code", contains(reason));
    }

    private static Map<String, Object> sample(Map<String, ?> different) {
        var enterprise = Credit.enterprise(next());
        enterprise.putAll(different);
        return enterprise;
    }

    @SafeVarargs
    private static List<String> lines(Map<String, Object>... items) throws JsonProcessingException {
        var lines = new ArrayList<String>();
        for (var item : items) {
            lines.add(new ObjectMapper().writeValueAsString(item));
        }
        return lines;
    }

    private static Map<String, Object> change(String field, Object to) {
        return new HashMap<>(
                Map.of(field, to, "effectiveFrom", "2026-03-02", "reason", "示例变更", "source", source("L-" + next())));
    }

    private static Map<String, Object> closure(String day) {
        return Map.of("closedOn", day, "reason", "清算完毕", "source", source("C-" + next()));
    }

    private static Response send(String uscc, String act, Map<String, Object> body) {
        return post(department(), "enterprises/" + uscc + "/" + act, body);
    }

    private static Response refused(Response answer, int status, String code) {
        answer.then().statusCode(status).contentType("application/problem+json").body("code", equalTo(code));
        return answer;
    }

    /** What a field was said to be, in the events of this kind about this enterprise. */
    private List<String> told(String uscc, String what, String field) {
        return sql.query(
                "select data ->> ? from outbox where subject = ? and type = ? order by ordinal",
                row -> row.getString(1),
                field,
                uscc,
                "cn.quality.credit.enterprise." + what + ".v1");
    }
}

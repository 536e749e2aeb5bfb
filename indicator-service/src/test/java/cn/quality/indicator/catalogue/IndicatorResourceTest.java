package cn.quality.indicator.catalogue;

import static cn.quality.indicator.Api.administrator;
import static cn.quality.indicator.Api.anyone;
import static cn.quality.indicator.Api.indicator;
import static cn.quality.indicator.Api.plan;
import static cn.quality.indicator.Api.put;
import static cn.quality.testing.Refusal.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import cn.quality.indicator.Api;
import cn.quality.indicator.IndicatorTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@IndicatorTest
class IndicatorResourceTest {

    private static final String PLAN = "catalogue-plan";

    @BeforeEach
    void aPlan() {
        put("/plans/" + PLAN, plan(PLAN, "抽查合格率达到97%以上，验收合格率、监督覆盖率均达到100%,满意度保持在“比较满意”的水平。"));
        put("/plans/catalogue-other", plan("catalogue-other", "验收合格率、监督覆盖率均达到100%。"));
    }

    @Test
    void figuresAreShownAsWritten() {
        put("/indicators/T_WRITTEN", indicator("T_WRITTEN", "写法", PLAN, "抽查合格率达到97%以上"))
                .statusCode(201);
        var body = anyone().get("/indicators/T_WRITTEN")
                .then()
                .statusCode(200)
                .header("Cache-Control", containsString("max-age=30"))
                .body("unit", equalTo("%"))
                .body("kind", equalTo("REACH"))
                .body("baseline.qualifier", equalTo("EQ"))
                .body("target.qualifier", equalTo("GE"))
                .body("target.text", equalTo("97%以上"))
                .body("plans", contains(PLAN))
                .body("quotations[0].text", equalTo("抽查合格率达到97%以上"))
                .body("", not(hasKey("note")))
                .body("", not(hasKey("live")))
                .extract()
                .asString();
        assertThat(body).contains("\"value\":93.20", "\"value\":97,");
    }

    @Test
    void theSameStatementAgainLeavesNoTrace() {
        var sent = indicator("T_SAME", "不变", PLAN, "抽查合格率");
        put("/indicators/T_SAME", sent).statusCode(201).body("version", equalTo(1));
        put("/indicators/T_SAME", sent)
                .statusCode(200)
                .header("ETag", equalTo("\"v1\""))
                .body("version", equalTo(1));
        anyone().get("/indicators/T_SAME/versions").then().body("items", hasSize(1));
    }

    @Test
    void everyVersionIsKept() {
        put("/indicators/T_VERSIONS", indicator("T_VERSIONS", "旧名", PLAN, "抽查合格率"))
                .statusCode(201);
        put("/indicators/T_VERSIONS", indicator("T_VERSIONS", "新名", PLAN, "抽查合格率达到97%以上"))
                .statusCode(200)
                .body("version", equalTo(2));
        anyone().get("/indicators/T_VERSIONS/versions")
                .then()
                .statusCode(200)
                .body("items.version", contains(2, 1))
                .body("items.body.nameZh", contains("新名", "旧名"))
                .body("items[1].body.quotations[0].text", equalTo("抽查合格率"));
        String next = anyone().get("/indicators/T_VERSIONS/versions?limit=1")
                .then()
                .extract()
                .path("next");
        anyone().queryParam("after", next)
                .get("/indicators/T_VERSIONS/versions")
                .then()
                .body("items.version", contains(1));
        Api.as("auditor")
                .get("/decision-log/verification")
                .then()
                .statusCode(200)
                .body("intact", equalTo(true));
    }

    @Test
    void trailingZerosAreAnotherWayOfWriting() {
        var sent = indicator("T_ZEROS", "写法", PLAN, "抽查合格率");
        put("/indicators/T_ZEROS", sent).statusCode(201);
        put("/indicators/T_ZEROS", sent.replace("93.20,", "93.2,"))
                .statusCode(200)
                .body("version", equalTo(2));
        assertThat(anyone().get("/indicators/T_ZEROS").asString()).contains("\"value\":93.2,");
        put("/indicators/T_ZEROS", sent.replace("93.20,", "9E1,"))
                .statusCode(200)
                .body("version", equalTo(3));
        put("/indicators/T_ZEROS", sent.replace("93.20,", "9E1,"))
                .statusCode(200)
                .body("version", equalTo(3));
    }

    @Test
    void aLevelHasNoNumber() {
        put("/indicators/T_LEVEL", """
                {"code": "T_LEVEL", "nameZh": "顾客满意度", "nameEn": "Satisfaction", "domain": "service", "unit": "等级",
                 "kind": "ORDINAL", "direction": "NONE", "baseline": {"year": 2015, "text": "比较满意"},
                 "plans": ["catalogue-plan"],
                 "quotations": [{"plan": "catalogue-plan", "text": "满意度保持在“比较满意”的水平"}],
                 "note": "顺序等级，不是百分率"}""").statusCode(201);
        anyone().get("/indicators/T_LEVEL")
                .then()
                .body("baseline", not(hasKey("value")))
                .body("baseline.text", equalTo("比较满意"))
                .body("target", nullValue())
                .body("note", equalTo("顺序等级，不是百分率"));
    }

    @Test
    void oneSentenceMaySpeakOfTwoIndicators() {
        var words = "验收合格率、监督覆盖率均达到100%";
        put("/indicators/T_ACCEPT", indicator("T_ACCEPT", "验收合格率", PLAN, words)).statusCode(201);
        put("/indicators/T_COVER", indicator("T_COVER", "监督覆盖率", PLAN, words)).statusCode(201);
        put("/indicators/T_ELSEWHERE", indicator("T_ELSEWHERE", "验收", "catalogue-other", words))
                .statusCode(201);
        anyone().get("/indicators/T_ACCEPT").then().body("quotations[0].sharedWith", contains("T_COVER"));
        anyone().get("/indicators/T_ELSEWHERE").then().body("quotations[0]", not(hasKey("sharedWith")));
    }

    @Test
    void aQuotationStandsInItsPlanLetterByLetter() {
        refused(
                        put("/indicators/T_MISQUOTED", indicator("T_MISQUOTED", "误引", PLAN, "抽查合格率达到98%")),
                        422,
                        "quotation-not-in-plan")
                .body("violations", hasSize(1))
                .body("violations[0].field", equalTo("quotations[0].text"))
                .body("violations[0].message", containsString("抽查合格率达到98%"));
        refused(
                put("/indicators/T_MISQUOTED", indicator("T_MISQUOTED", "误引", "no-such-plan", "抽查")),
                422,
                "unknown-plan");
        refused(anyone().get("/indicators/T_MISQUOTED").then(), 404, "not-found");
        refused(anyone().get("/indicators/T_MISQUOTED/versions").then(), 404, "not-found");
    }

    @Test
    void everyContradictionIsTold() {
        var sent = indicator("T_CONTRARY", "矛盾", PLAN, "抽查合格率")
                .replace("\"REACH\"", "\"CONTEXT\"")
                .replace("[\"catalogue-plan\"]", "[\"catalogue-plan\", \"catalogue-other\"]");
        refused(put("/indicators/T_CONTRARY", sent), 422, "inconsistent-indicator")
                .body("violations.code", hasItems("context-promises-nothing", "every-plan-is-quoted"));
        refused(anyone().get("/indicators/T_CONTRARY").then(), 404, "not-found");
    }

    @Test
    void twoWritersAtOnceLeaveOneVersionEach() throws InterruptedException {
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < 8; i++) {
            var sent = indicator("T_RACE", "第" + i % 4 + "稿", PLAN, "抽查合格率");
            threads.add(Thread.ofPlatform().start(() -> put("/indicators/T_RACE", sent)));
        }
        for (var thread : threads) {
            thread.join();
        }
        int version = anyone().get("/indicators/T_RACE")
                .then()
                .statusCode(200)
                .extract()
                .path("version");
        List<Integer> kept =
                anyone().get("/indicators/T_RACE/versions").then().extract().path("items.version");
        assertThat(kept).hasSize(version).doesNotHaveDuplicates();
        assertThat(version).isBetween(4, 8);
    }

    @Test
    void theListIsFiltered() {
        put("/indicators/T_FILTER_A", indicator("T_FILTER_A", "独特合格率甲", PLAN, "抽查合格率"));
        put(
                "/indicators/T_FILTER_B",
                indicator("T_FILTER_B", "独特合格率乙", "catalogue-other", "验收合格率")
                        .replace("\"product\"", "\"engineering\""));
        put("/indicators/T_FILTER_C", """
                {"code": "T_FILTER_C", "nameZh": "独特背景", "nameEn": "Ｕｎｉｑｕｅ backdrop", "domain": "context", "unit": "%",
                 "kind": "CONTEXT", "direction": "NONE"}""").statusCode(201);

        codes("q=独特").body("items.code", contains("T_FILTER_A", "T_FILTER_B", "T_FILTER_C"));
        codes("q=特合").body("items.code", contains("T_FILTER_A", "T_FILTER_B"));
        codes("q=t_filter_b").body("items.code", contains("T_FILTER_B"));
        codes("q=ＵNIQUE").body("items.code", contains("T_FILTER_C"));
        codes("q=独特&domain=engineering").body("items.code", contains("T_FILTER_B"));
        codes("q=独特&plan=catalogue-plan").body("items.code", contains("T_FILTER_A"));
        codes("q=独特&hasTarget=true").body("items.code", contains("T_FILTER_A", "T_FILTER_B"));
        codes("q=独特&hasTarget=false").body("items.code", contains("T_FILTER_C"));
        codes("q=独特%25").body("items", empty());
        codes("domain=nosuch").body("items", empty());
    }

    @Test
    void theListIsPagedWithoutGapsOrRepeats() {
        for (int i = 0; i < 5; i++) {
            put("/indicators/T_PAGED_" + i, indicator("T_PAGED_" + i, "分页", PLAN, "抽查合格率"));
        }
        var seen = new ArrayList<String>();
        String next = null;
        do {
            var request = anyone().queryParam("q", "T_PAGED").queryParam("limit", 2);
            var page = (next == null ? request : request.queryParam("after", next))
                    .get("/indicators")
                    .then()
                    .statusCode(200);
            seen.addAll(page.extract().path("items.code"));
            next = page.extract().path("next");
            assertThat(page.extract().header("Link") != null).isEqualTo(next != null);
        } while (next != null);
        assertThat(seen).containsExactly("T_PAGED_0", "T_PAGED_1", "T_PAGED_2", "T_PAGED_3", "T_PAGED_4");
    }

    @Test
    void aReaderWithTheSameAnswerGetsNoneAgain() {
        put("/indicators/T_CACHED", indicator("T_CACHED", "缓存", PLAN, "抽查合格率"));
        var etag = anyone().get("/indicators/T_CACHED")
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
        anyone().header("If-None-Match", etag)
                .get("/indicators/T_CACHED")
                .then()
                .statusCode(304);
        put("/indicators/T_CACHED", indicator("T_CACHED", "缓存之后", PLAN, "抽查合格率"));
        anyone().header("If-None-Match", etag)
                .get("/indicators/T_CACHED")
                .then()
                .statusCode(200);
    }

    @Test
    void theTableIsSafeToOpenInASpreadsheet() {
        put("/indicators/T_CSV", indicator("T_CSV", "=HYPERLINK(\\\"x\\\")，表格", PLAN, "抽查合格率达到97%以上"))
                .statusCode(201);
        var table = anyone().accept("text/csv")
                .queryParam("q", "T_CSV")
                .get("/indicators")
                .then()
                .statusCode(200)
                .contentType("text/csv;charset=UTF-8")
                .extract()
                .asString();
        assertThat(table.lines().toList())
                .hasSize(2)
                .last()
                .asString()
                .isEqualTo("T_CSV,\"'=HYPERLINK(\"\"x\"\")，表格\",Pass rate of tests,product,%,REACH,AT_LEAST,"
                        + "2015,93.20,EQ,93.20%,2020,97,GE,97%以上,catalogue-plan,抽查合格率达到97%以上,");
        anyone().get("/indicators").then().contentType("application/json");
    }

    @Test
    void aStaleChangeIsRefused() {
        put("/indicators/T_STALE", indicator("T_STALE", "一", PLAN, "抽查合格率")).statusCode(201);
        refused(
                administrator()
                        .header("If-Match", "\"v7\"")
                        .body(indicator("T_STALE", "二", PLAN, "抽查合格率"))
                        .put("/indicators/T_STALE")
                        .then(),
                412,
                "stale");
        refused(
                administrator()
                        .header("If-Match", "\"v1\"")
                        .body(indicator("T_NEVER", "二", PLAN, "抽查合格率"))
                        .put("/indicators/T_NEVER")
                        .then(),
                412,
                "stale");
    }

    private static io.restassured.response.ValidatableResponse codes(String query) {
        return anyone().urlEncodingEnabled(true)
                .get("/indicators?" + query)
                .then()
                .statusCode(200);
    }
}

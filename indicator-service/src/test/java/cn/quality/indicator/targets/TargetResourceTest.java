package cn.quality.indicator.targets;

import static cn.quality.indicator.Api.administrator;
import static cn.quality.indicator.Api.anyone;
import static cn.quality.indicator.Api.indicator;
import static cn.quality.indicator.Api.plan;
import static cn.quality.indicator.Api.put;
import static cn.quality.testing.Refusal.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import cn.quality.indicator.IndicatorTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@IndicatorTest
class TargetResourceTest {

    private static final String PLAN = "target-plan";
    private static final String WORDS = "验收率、覆盖率均达到100%";

    @BeforeEach
    void aPlanAndItsIndicators() {
        put("/plans/" + PLAN, plan(PLAN, "抽查合格率93.20%。抽查合格率达到97%以上，" + WORDS + "。另：抽查合格率93.20%，企业80余家。"));
        put("/indicators/T_PASS", indicator("T_PASS", "合格率", PLAN, "抽查合格率达到97%以上"));
        put("/indicators/T_ACCEPTED", indicator("T_ACCEPTED", "验收率", PLAN, WORDS));
        put("/indicators/T_COVERED", indicator("T_COVERED", "覆盖率", PLAN, WORDS));
    }

    private static String target(String id, String indicator, String passage) {
        return """
                {"id": "%s", "indicator": "%s", "definition": 1, "plan": "target-plan", "area": "371100",
                 "kind": "REACH", "direction": "AT_LEAST",
                 "baseline": {"year": 2015, "value": 93.20, "qualifier": "EQ", "text": "93.20%%"},
                 "figure": {"year": 2020, "value": 97, "qualifier": "GE", "text": "97%%以上"},
                 "passages": [{"text": "%s", "about": "TARGET"}]}""".formatted(id, indicator, passage);
    }

    @Test
    void aTargetIsShownAsThePlanWroteItWithItsPlace() {
        put("/targets/t.written", target("t.written", "T_PASS", "抽查合格率达到97%以上"))
                .statusCode(201)
                .header("ETag", equalTo("\"v1\""));
        var body = anyone().get("/targets/t.written")
                .then()
                .statusCode(200)
                .header("Cache-Control", containsString("max-age=30"))
                .body("trajectory.method", equalTo("LINEAR"))
                .body("passages[0].start", equalTo("抽查合格率93.20%。".length()))
                .extract()
                .asString();
        assertThat(body).contains("\"value\":93.20");
        anyone().get("/targets/t.written/versions").then().body("items", hasSize(1));
        put("/targets/t.written", target("t.written", "T_PASS", "抽查合格率达到97%以上"))
                .statusCode(200)
                .body("version", equalTo(1));
    }

    @Test
    void onePassageCarriesSeveralTargets() {
        put("/targets/t.accepted", target("t.accepted", "T_ACCEPTED", WORDS));
        put("/targets/t.covered", target("t.covered", "T_COVERED", WORDS));
        anyone().get("/targets/t.accepted").then().body("passages[0].sharedWith", hasItem("t.covered"));
        anyone().get("/targets?indicator=T_COVERED").then().body("items.id", contains("t.covered"));
    }

    @Test
    void wordsThatOccurTwiceNeedTheirPlace() {
        var sent = target("t.twice", "T_PASS", "抽查合格率93.20%");
        refused(put("/targets/t.twice", sent), 422, "ambiguous-quotation")
                .body("violations[0].field", equalTo("passages[0].start"));
        refused(
                        put("/targets/t.twice", sent.replace("\"about\"", "\"start\": 1, \"about\"")),
                        422,
                        "quotation-not-in-plan")
                .body("violations[0].code", equalTo("elsewhere"));
        put("/targets/t.twice", sent.replace("\"about\"", "\"start\": 0, \"about\""))
                .statusCode(201);
    }

    @Test
    void aCorrectedPlanMovesThePassagesAndLosesNone() {
        put("/plans/moved-plan", plan("moved-plan", "率97%。率97%。"));
        put("/indicators/T_MOVED", indicator("T_MOVED", "率", "moved-plan", "率97%"));
        var sent = target("t.moved", "T_MOVED", "率97%")
                .replace("target-plan", "moved-plan")
                .replace("\"about\"", "\"start\": 5, \"about\"");
        put("/targets/t.moved", sent).statusCode(201);
        put("/plans/moved-plan", plan("moved-plan", "合格率97%，率97%。率97%。")).statusCode(200);
        anyone().get("/targets/t.moved")
                .then()
                .body("passages[0].start", equalTo(7))
                .body("version", equalTo(1));
        refused(put("/plans/moved-plan", plan("moved-plan", "率97%。")), 422, "passage-is-quoted");
        anyone().get("/targets/t.moved").then().body("passages[0].start", equalTo(7));
    }

    @Test
    void aMereDirectionHasNoFigure() {
        put("/targets/t.falling", """
                {"id": "t.falling", "indicator": "T_PASS", "definition": 1, "plan": "target-plan", "area": "371100",
                 "kind": "DIRECTION", "direction": "AT_MOST", "passages": [{"text": "企业80余家", "about": "TARGET"}]}""").statusCode(201);
        anyone().get("/targets/t.falling")
                .then()
                .body("", not(hasKey("figure")))
                .body("", not(hasKey("trajectory")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"T_PASS\"        | \"NO_SUCH\"         | unknown-indicator     | indicator",
                "\"definition\": 1 | \"definition\": 7   | unknown-definition    | definition",
                "target-plan       | no-such-plan        | unknown-plan          | plan",
                "97%以上\", \"about| 99%以上\", \"about  | quotation-not-in-plan | passages[0].text",
                "\"AT_LEAST\"      | \"AT_MOST\"         | inconsistent-target   | direction",
            })
    void whatDoesNotFitIsNamed(String written, String instead, String code, String field) {
        var sent = target("t.bad", "T_PASS", "抽查合格率达到97%以上").replace(written, instead);
        refused(put("/targets/t.bad", sent), 422, code).body("violations[0].field", equalTo(field));
        refused(anyone().get("/targets/t.bad").then(), 404, "not-found");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"value\": 93.20    | \"value\": NaN         | malformed-json",
                "\"value\": 93.20    | \"value\": \"九十三\"  | invalid-argument",
                "\"definition\": 1   | \"definition\": 0      | invalid-argument",
                "\"371100\"          | \"日照\"               | invalid-argument",
                "\"REACH\"           | \"WISH\"               | invalid-argument",
            })
    void whatIsNoTargetAtAllIsRefused(String written, String instead, String code) {
        var sent = target("t.bad", "T_PASS", "抽查合格率达到97%以上").replace(written, instead);
        refused(put("/targets/t.bad", sent), 400, code);
        refused(put("/targets/t.other", sent), 400, code);
    }

    @Test
    void aStaleChangeIsRefused() {
        put("/targets/t.stale", target("t.stale", "T_PASS", "抽查合格率达到97%以上"));
        refused(
                administrator()
                        .header("If-Match", "\"v7\"")
                        .body(target("t.stale", "T_PASS", "抽查合格率达到97%以上").replace("2020", "2021"))
                        .put("/targets/t.stale")
                        .then(),
                412,
                "stale");
    }

    @Test
    void theListIsFilteredAndPaged() {
        for (var id : new String[] {"t.page-a", "t.page-b", "t.page-c"}) {
            put("/targets/" + id, target(id, "T_PASS", "抽查合格率达到97%以上"));
        }
        String next = anyone().get("/targets?plan=target-plan&kind=REACH&area=371100&limit=1")
                .then()
                .body("items", hasSize(1))
                .extract()
                .path("next");
        anyone().queryParam("after", next)
                .get("/targets?plan=target-plan&limit=200")
                .then()
                .body("items.id", hasItems("t.page-b", "t.page-c"));
        refused(anyone().get("/targets?plna=x").then(), 400, "invalid-argument");
    }
}

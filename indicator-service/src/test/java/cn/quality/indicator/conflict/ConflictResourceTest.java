package cn.quality.indicator.conflict;

import static cn.quality.indicator.Api.anyone;
import static cn.quality.indicator.Api.indicator;
import static cn.quality.indicator.Api.plan;
import static cn.quality.indicator.Api.put;
import static cn.quality.testing.Refusal.refused;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import cn.quality.indicator.IndicatorTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@IndicatorTest
class ConflictResourceTest {

    @BeforeEach
    void twoPlansThatDisagree() {
        put("/plans/conflict-one", plan("conflict-one", "企业28家。"));
        put("/plans/conflict-two", plan("conflict-two", "企业63家。"));
        put("/indicators/T_ONE_SIDE", indicator("T_ONE_SIDE", "甲口径", "conflict-one", "企业28家"));
        put("/indicators/T_OTHER_SIDE", indicator("T_OTHER_SIDE", "乙口径", "conflict-two", "企业63家"));
    }

    private static String conflict(String id) {
        return """
                {"id": "%s", "title": {"zh": "基数", "en": "baseline"}, "explanation": {"zh": "口径不同", "en": "another scope"},
                 "sides": [{"plan": "conflict-one", "indicator": "T_ONE_SIDE", "passage": "企业28家",
                            "says": {"zh": "28家", "en": "28"}},
                           {"plan": "conflict-two", "indicator": "T_OTHER_SIDE", "passage": "企业63家",
                            "says": {"zh": "63家", "en": "63"}}]}""".formatted(id);
    }

    @Test
    void bothSidesStandBesideEachOtherAndAtTheirIndicators() {
        put("/conflicts/t-baseline", conflict("t-baseline")).statusCode(201);
        anyone().get("/conflicts/t-baseline")
                .then()
                .body("sides.plan", contains("conflict-one", "conflict-two"))
                .body("sides.says.zh", contains("28家", "63家"))
                .body("sides[0].positions", contains(0));
        anyone().get("/conflicts?indicator=T_OTHER_SIDE&plan=conflict-one")
                .then()
                .body("items.id", hasItems("t-baseline"));
        anyone().get("/indicators/T_ONE_SIDE").then().body("conflicts.id", hasItems("t-baseline"));
        put("/targets/conflict.one", """
                {"id": "conflict.one", "indicator": "T_ONE_SIDE", "definition": 1, "plan": "conflict-one", "area": "371100",
                 "kind": "REACH", "direction": "AT_LEAST",
                 "figure": {"year": 2020, "value": 28, "qualifier": "GE", "text": "28家"},
                 "passages": [{"text": "企业28家", "about": "TARGET"}]}""").statusCode(201);
        anyone().get("/targets/conflict.one").then().body("conflicts.id", hasItems("t-baseline"));
        refused(put("/plans/conflict-two", plan("conflict-two", "企业64家。")), 422, "passage-is-quoted");
    }

    @Test
    void theReadingsOfBothSidesAreShownTogether() {
        for (var side : new String[] {"one T_ONE_SIDE 28", "two T_OTHER_SIDE 63"}) {
            var parts = side.split(" ", -1);
            put("/targets/reading." + parts[0], """
                    {"id": "reading.%1$s", "indicator": "%2$s", "definition": 1, "plan": "conflict-%1$s",
                     "area": "371100", "kind": "REACH", "direction": "AT_LEAST",
                     "figure": {"year": 2020, "value": %3$s, "qualifier": "GE", "text": "%3$s家"},
                     "passages": [{"text": "企业%3$s家", "about": "TARGET"}]}""".formatted(parts[0], parts[1], parts[2]))
                    .statusCode(201);
        }
        put(
                        "/conflicts/t-readings",
                        conflict("t-readings")
                                .replace("\"T_ONE_SIDE\"", "\"T_ONE_SIDE\", \"target\": \"reading.one\"")
                                .replace("\"T_OTHER_SIDE\"", "\"T_OTHER_SIDE\", \"target\": \"reading.two\""))
                .statusCode(201);
        anyone().get("/conflicts/t-readings/progress?date=2018-12-31")
                .then()
                .statusCode(200)
                .body("items.target", contains("reading.one", "reading.two"))
                .body("items.state", contains("NO_DATA", "NO_DATA"));
        refused(anyone().get("/conflicts/no-such/progress").then(), 404, "not-found");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "conflict-two    | no-such-plan                            | sides[1].plan      | unknown-plan",
                "企业63家        | 企业64家                                | sides[1].passage   | quotation-not-in-plan",
                "T_OTHER_SIDE    | NO_SUCH                                 | sides[1].indicator | unknown-indicator",
                "\"T_OTHER_SIDE\"| \"T_OTHER_SIDE\", \"target\": \"no.such\"| sides[1].target    | unknown-target",
            })
    void aSideWithoutItsSourceIsNamed(String written, String instead, String field, String code) {
        refused(put("/conflicts/t-bad", conflict("t-bad").replace(written, instead)), 422, "unfounded-conflict")
                .body("violations[0].field", equalTo(field))
                .body("violations[0].code", equalTo(code));
        refused(anyone().get("/conflicts/t-bad").then(), 404, "not-found");
    }

    @Test
    void oneSideIsNoConflict() {
        refused(put("/conflicts/t-alone", """
                {"id": "t-alone", "title": {"zh": "一", "en": "one"}, "explanation": {"zh": "一", "en": "one"},
                 "sides": []}"""), 400, "invalid-argument");
    }
}

package cn.quality.indicator.formula;

import static cn.quality.indicator.Api.anyone;
import static cn.quality.indicator.Api.put;
import static cn.quality.indicator.observation.Figures.figure;
import static cn.quality.indicator.observation.Figures.givenCount;
import static cn.quality.indicator.observation.Figures.publish;
import static cn.quality.indicator.observation.Figures.record;
import static cn.quality.testing.Refusal.refused;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import cn.quality.indicator.IndicatorTest;
import org.junit.jupiter.api.Test;

@IndicatorTest
class FormulaResourceTest {

    private static String ratio(String indicator, String numerator, String denominator) {
        return """
                {"indicator": "%s", "validFrom": "2016-01-01", "form": "RATIO", "factor": 100, "basis": "报表制度",
                 "inputs": [{"indicator": "%s", "part": "NUMERATOR", "whenMissing": "MISSING"},
                            {"indicator": "%s", "part": "DENOMINATOR", "whenMissing": "MISSING"}]}""".formatted(indicator, numerator, denominator);
    }

    @Test
    void aFormulaIsComputedFromWhatIsPublished() {
        givenCount("T_F_PASSED");
        givenCount("T_F_TAKEN");
        givenCount("T_F_RATE");
        put("/formulas/T_F_RATE/2016-01-01", ratio("T_F_RATE", "T_F_PASSED", "T_F_TAKEN"))
                .statusCode(201);
        record(
                figure("T_F_PASSED", "990701", "2018", "\"value\": 45"),
                figure("T_F_TAKEN", "990701", "2018", "\"value\": 50, \"status\": \"P\""),
                figure("T_F_PASSED", "990702", "2018", "\"value\": 0"),
                figure("T_F_TAKEN", "990702", "2018", "\"value\": 0"));
        publish("T_F_PASSED");
        result("T_F_RATE", "area=990701&period=2018")
                .body("status", equalTo("M"))
                .body("", not(hasKey("value")));
        publish("T_F_TAKEN");
        result("T_F_RATE", "area=990701&period=2018")
                .body("status", equalTo("P"))
                .body("value", equalTo(90));
        result("T_F_RATE", "area=990702&period=2018")
                .body("status", equalTo("M"))
                .body("reason.zh", containsString("分母为零"));
        anyone().get("/formulas/T_F_RATE").then().body("items", hasSize(1));
        refused(
                anyone().get("/formulas/T_F_RATE/result?area=990701&period=2015")
                        .then(),
                404,
                "not-found");
        refused(anyone().get("/formulas/T_F_RATE/result?area=990701").then(), 400, "invalid-argument");
    }

    @Test
    void aFormulaThatLeadsBackToItselfIsRefusedWithItsWay() {
        for (var code : new String[] {"T_F_A", "T_F_B", "T_F_C", "T_F_X"}) {
            givenCount(code);
        }
        put("/formulas/T_F_A/2016-01-01", ratio("T_F_A", "T_F_B", "T_F_X")).statusCode(201);
        put("/formulas/T_F_B/2016-01-01", ratio("T_F_B", "T_F_C", "T_F_X")).statusCode(201);
        refused(put("/formulas/T_F_C/2016-01-01", ratio("T_F_C", "T_F_X", "T_F_A")), 422, "formula-cycle")
                .body("violations[0].message", equalTo("T_F_C → T_F_A → T_F_B → T_F_C"));
        refused(put("/formulas/T_F_C/2016-01-01", ratio("T_F_C", "T_F_C", "T_F_X")), 422, "formula-cycle")
                .body("violations[0].message", equalTo("T_F_C → T_F_C"));
        refused(anyone().get("/formulas/T_F_C").then(), 404, "not-found");
    }

    @Test
    void whatIsNoFormulaIsNamed() {
        givenCount("T_F_BAD");
        var sent = ratio("T_F_BAD", "NO_SUCH", "T_F_BAD");
        refused(put("/formulas/T_F_BAD/2016-01-01", sent), 422, "unknown-indicator")
                .body("violations[0].field", equalTo("inputs[0].indicator"));
        refused(
                        put("/formulas/T_F_BAD/2016-01-01", sent.replace("RATIO", "WEIGHTED_INDEX")),
                        422,
                        "inconsistent-formula")
                .body("violations.code", org.hamcrest.Matchers.hasItem("weights-make-100"));
        refused(put("/formulas/T_F_BAD/2017-01-01", sent), 400, "invalid-argument")
                .body("violations[0].field", equalTo("validFrom"));
        refused(put("/formulas/T_F_BAD/2016-01-01", sent.replace("100,", "NaN,")), 400, "malformed-json");
        refused(put("/formulas/T_F_BAD/2016-01-01", sent.replace("100,", "\"百\",")), 400, "invalid-argument");
    }

    private static io.restassured.response.ValidatableResponse result(String indicator, String query) {
        return anyone().get("/formulas/" + indicator + "/result?" + query)
                .then()
                .statusCode(200);
    }
}

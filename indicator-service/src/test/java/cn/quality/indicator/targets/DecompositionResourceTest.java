package cn.quality.indicator.targets;

import static cn.quality.indicator.Api.anyone;
import static cn.quality.indicator.Api.put;
import static cn.quality.indicator.observation.Figures.figure;
import static cn.quality.indicator.observation.Figures.given;
import static cn.quality.indicator.observation.Figures.givenCount;
import static cn.quality.indicator.observation.Figures.publish;
import static cn.quality.indicator.observation.Figures.record;
import static cn.quality.testing.Refusal.refused;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import cn.quality.indicator.IndicatorTest;
import org.junit.jupiter.api.Test;

@IndicatorTest
class DecompositionResourceTest {

    private static void target(String id, String indicator, String kind, int value) {
        put("/targets/" + id, """
                {"id": "%s", "indicator": "%s", "definition": 1, "plan": "figures", "area": "990700", "kind": "%s",
                 "direction": "AT_LEAST", "figure": {"year": 2020, "value": %d, "qualifier": "GE", "text": "目标"},
                 "passages": [{"text": "合格率达到97%%以上", "about": "TARGET"}]}""".formatted(id, indicator, kind, value)).statusCode(201);
    }

    private static String shares(String rule, String more, String... shares) {
        return "{\"rule\": \"%s\", \"shares\": [%s], \"basis\": \"分解方案\"%s}"
                .formatted(rule, String.join(",", shares), more);
    }

    private static String share(String area, String value) {
        return "{\"area\": \"%s\", \"value\": %s}".formatted(area, value);
    }

    @Test
    void countsAddUpOrAReasonIsStored() {
        givenCount("T_SHARED");
        target("parts.shared", "T_SHARED", "REACH", 250);
        var path = "/targets/parts.shared/decomposition";
        refused(anyone().get(path).then(), 404, "not-found");
        refused(put(path, shares("SUM", "", share("990701", "150"), share("990702", "90"))), 422, "shares-do-not-add")
                .body("violations[0].field", equalTo("difference"))
                .body("violations[0].message", containsString("240"));
        put(path, shares("SUM", "", share("990701", "150"), share("990702", "100")))
                .statusCode(201);
        put(
                        path,
                        shares(
                                "SUM",
                                ", \"difference\": {\"zh\": \"留有余量\", \"en\": \"a margin\"}",
                                share("990701", "160"),
                                share("990702", "100"),
                                "{\"department\": \"示例局\", \"value\": 250}"))
                .statusCode(200)
                .body("version", equalTo(2));
        anyone().get(path).then().body("difference.zh", equalTo("留有余量")).body("shares", hasSize(3));
    }

    @Test
    void anAreaIsJudgedByItsShare() {
        givenCount("T_PART");
        target("parts.part", "T_PART", "REACH", 250);
        put("/targets/parts.part/decomposition", shares("SUM", "", share("990701", "150"), share("990702", "100")))
                .statusCode(201);
        record(
                figure("T_PART", "990701", "2020", "\"value\": 149"),
                figure("T_PART", "990702", "2020", "\"value\": 100"));
        publish("T_PART");
        anyone().get("/targets/parts.part/progress?date=2021-01-01&area=990701")
                .then()
                .body("state", equalTo("MISSED"))
                .body("figure.value", equalTo(150));
        anyone().get("/targets/parts.part/progress?date=2021-01-01&area=990702")
                .then()
                .body("state", equalTo("ACHIEVED"));
    }

    @Test
    void ratesAndFloorsDoNotAdd() {
        given("T_RATE_PART");
        target("parts.rate", "T_RATE_PART", "REACH", 97);
        refused(put("/targets/parts.rate/decomposition", shares("SUM", "", share("990701", "97"))), 422, "does-not-add")
                .body("violations[0].field", equalTo("rule"));
        put("/targets/parts.rate/decomposition", shares("EACH", "", "{\"area\": \"990701\"}", share("990702", "98")))
                .statusCode(201);
        givenCount("T_FLOOR_PART");
        target("parts.floor", "T_FLOOR_PART", "MAINTAIN", 97);
        refused(
                put("/targets/parts.floor/decomposition", shares("SUM", "", share("990701", "97"))),
                422,
                "does-not-add");
    }

    @Test
    void whatIsNoShareIsNamed() {
        givenCount("T_NO_SHARE");
        target("parts.bad", "T_NO_SHARE", "REACH", 250);
        var path = "/targets/parts.bad/decomposition";
        refused(put(path, shares("SUM", "", "{\"value\": 250}")), 422, "incomplete-share")
                .body("violations[0].code", equalTo("nobody"));
        refused(put(path, shares("SUM", "", share("990701", "1"), share("990701", "249"))), 422, "incomplete-share")
                .body("violations[0].code", equalTo("doubled"));
        refused(put(path, shares("SUM", "", "{\"area\": \"990701\"}")), 422, "incomplete-share")
                .body("violations[0].field", equalTo("shares[0].value"));
        refused(put(path, shares("SUM", "", share("990999", "250"))), 422, "unknown-area")
                .body("violations[0].field", equalTo("shares[0].area"));
        refused(put(path, shares("SHARE", "", share("990701", "250"))), 400, "invalid-argument");
        refused(put(path, shares("SUM", "", share("990701", "NaN"))), 400, "malformed-json");
        refused(put("/targets/no.such/decomposition", shares("SUM", "", share("990701", "1"))), 404, "not-found");
    }
}

package cn.quality.indicator.catalogue;

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
class DefinitionResourceTest {

    @BeforeEach
    void anIndicator() {
        put("/plans/definition-plan", plan("definition-plan", "合格率达到97%以上。"));
        put("/indicators/T_DEFINED", indicator("T_DEFINED", "合格率", "definition-plan", "合格率达到97%以上"));
    }

    private static String definition(String code, int version, String from, String more) {
        return """
                {"indicator": "%s", "version": %d, "validFrom": "%s", "scope": {"zh": "监督抽查", "en": "spot checks"},
                 "unit": "%%", "measure": "RATE", "decimals": 1, "lowest": 0, "highest": 100%s}""".formatted(code, version, from, more);
    }

    private static final String BREAK = ", \"breakReason\": {\"zh\": \"不再含监测\", \"en\": \"monitoring left out\"}";

    @Test
    void anIndicatorHasADefinitionBeforeAnybodyWritesOne() {
        put("/indicators/T_IMPLIED", indicator("T_IMPLIED", "暗含", "definition-plan", "合格率"));
        anyone().get("/definitions/T_IMPLIED")
                .then()
                .statusCode(200)
                .body("items.version", contains(1))
                .body("items[0].measure", equalTo("RATE"))
                .body("items[0].scope.zh", equalTo("暗含"))
                .body("items[0].revision", equalTo(0));
        put(
                "/indicators/T_IMPLIED",
                indicator("T_IMPLIED", "暗含", "definition-plan", "合格率").replace("\"%\"", "\"家\""));
        anyone().get("/definitions/T_IMPLIED/1")
                .then()
                .body("measure", equalTo("STOCK"))
                .body("unit", equalTo("家"));
    }

    @Test
    void anotherDefinitionBreaksTheSeriesFromItsFirstDayOn() {
        put("/indicators/T_BREAK", indicator("T_BREAK", "中断", "definition-plan", "合格率"));
        put("/definitions/T_BREAK/1", definition("T_BREAK", 1, "2011-01-01", ""))
                .statusCode(201);
        put("/definitions/T_BREAK/2", definition("T_BREAK", 2, "2016-01-01", BREAK))
                .statusCode(201);
        anyone().get("/definitions/T_BREAK")
                .then()
                .body("items.seriesBreak", contains(false, true))
                .body("items[0].validUntil", equalTo("2016-01-01"))
                .body("items[1].breakReason.zh", equalTo("不再含监测"));
        put("/definitions/T_BREAK/2", definition("T_BREAK", 2, "2016-01-01", BREAK))
                .statusCode(200)
                .body("revision", equalTo(1));
    }

    @Test
    void definitionsComeOneAfterTheOther() {
        put("/indicators/T_ORDER", indicator("T_ORDER", "次序", "definition-plan", "合格率"));
        refused(
                        put("/definitions/T_ORDER/3", definition("T_ORDER", 3, "2016-01-01", BREAK)),
                        422,
                        "definition-out-of-order")
                .body("violations[0].field", equalTo("version"));
        put("/definitions/T_ORDER/1", definition("T_ORDER", 1, "2016-01-01", ""))
                .statusCode(201);
        refused(
                        put("/definitions/T_ORDER/2", definition("T_ORDER", 2, "2016-01-01", BREAK)),
                        422,
                        "definition-out-of-order")
                .body("violations[0].field", equalTo("validFrom"));
        refused(put("/definitions/NO_SUCH/1", definition("NO_SUCH", 1, "2016-01-01", "")), 422, "unknown-indicator");
        refused(anyone().get("/definitions/NO_SUCH").then(), 404, "not-found");
        refused(anyone().get("/definitions/T_ORDER/2").then(), 404, "not-found");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"unit\"                | \"breakReason\": {\"zh\": \"一\", \"en\": \"one\"}, \"unit\" | a-break-has-a-reason",
                "\"unit\"                | \"numerator\": {\"zh\": \"一\", \"en\": \"one\"}, \"unit\"   | only-a-rate-has-parts",
                "\"lowest\": 0           | \"lowest\": 101                                              | the-range-is-in-order",
                "\"unit\"                | \"levels\": [\"好\", \"坏\"], \"unit\"                       | only-a-scale-has-levels",
            })
    void contradictionsAreNamed(String written, String instead, String code) {
        refused(
                        put(
                                "/definitions/T_DEFINED/1",
                                definition("T_DEFINED", 1, "2011-01-01", "").replace(written, instead)),
                        422,
                        "inconsistent-definition")
                .body("violations.code", hasItems(code));
    }
}

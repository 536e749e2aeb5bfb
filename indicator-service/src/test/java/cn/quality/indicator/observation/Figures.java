package cn.quality.indicator.observation;

import static cn.quality.indicator.Api.administrator;
import static cn.quality.indicator.Api.as;
import static cn.quality.indicator.Api.indicator;
import static cn.quality.indicator.Api.plan;
import static cn.quality.indicator.Api.put;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;

/** What the tests report and publish. */
public final class Figures {

    private static final String SENTENCE = "合格率达到97%以上。";

    private static final String IN_CITY = ", \"parent\": \"990700\"";

    /** No test changes them, and all share one database. */
    private static volatile boolean placesStored;

    private Figures() {}

    /** An indicator of its own for a test, with its plan; and a city with two districts and a zone. */
    public static void given(String code) {
        if (!placesStored) {
            storePlaces();
            placesStored = true;
        }
        put("/indicators/" + code, indicator(code, "合格率" + code, "figures", "合格率达到97%以上"));
    }

    private static void storePlaces() {
        put("/plans/figures", plan("figures", SENTENCE));
        area("990700", "CITY", "");
        area("990701", "COUNTY", IN_CITY);
        area("990702", "COUNTY", IN_CITY);
        area("990700-GXQ", "FUNCTION_ZONE", IN_CITY + """
                , "formerParents": [{"parent": "990701", "leftOn": "2018-01-01"}]""");
    }

    /** A count instead of a rate. */
    public static void givenCount(String code) {
        given(code);
        put(
                "/indicators/" + code,
                indicator(code, "家数" + code, "figures", "合格率达到97%以上").replace("\"%\"", "\"家\""));
    }

    private static void area(String code, String kind, String more) {
        put("/areas/" + code, """
                {"code": "%s", "name": "示例%s", "kind": "%s"%s}""".formatted(code, code, kind, more));
    }

    public static String figure(String indicator, String area, String period, String rest) {
        return """
                {"indicator": "%s", "area": "%s", "period": "%s", "source": "测试通报", %s}""".formatted(indicator, area, period, rest);
    }

    public static ValidatableResponse record(String... figures) {
        return administrator()
                .body("{\"observations\": [" + String.join(",", figures) + "]}")
                .post("/observations")
                .then();
    }

    public static ValidatableResponse publish(String indicator) {
        return as("publisher")
                .contentType(ContentType.JSON)
                .body("""
                        {"indicators": ["%s"], "basis": "审定"}""".formatted(indicator))
                .post("/observations/publications")
                .then();
    }
}

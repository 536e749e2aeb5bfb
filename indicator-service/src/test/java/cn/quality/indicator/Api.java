package cn.quality.indicator;

import static cn.quality.testing.QuickPaths.given;

import cn.quality.testing.Tokens;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

/** The service as its users see it. */
public final class Api {

    public static final String BASE = "/api/indicators/v1";

    private Api() {}

    public static RequestSpecification anyone() {
        return given().basePath(BASE);
    }

    public static RequestSpecification as(String role) {
        return anyone().auth()
                .oauth2(Tokens.of(role).user(role).region("371100").sign());
    }

    public static RequestSpecification administrator() {
        return as("administrator").contentType(ContentType.JSON);
    }

    public static ValidatableResponse put(String path, String json) {
        return administrator().body(json).put(path).then();
    }

    public static String plan(String id, String text) {
        return """
                {"id": "%s", "title": "测试规划", "period": "2016-2020", "source": "测试", "text": "%s"}""".formatted(id, text);
    }

    /** An indicator of the plan with one quotation. */
    public static String indicator(String code, String nameZh, String plan, String quotation) {
        return """
                {"code": "%s", "nameZh": "%s", "nameEn": "Pass rate of tests", "domain": "product", "unit": "%%",
                 "kind": "REACH", "direction": "AT_LEAST",
                 "baseline": {"year": 2015, "value": 93.20, "qualifier": "EQ", "text": "93.20%%"},
                 "target": {"year": 2020, "value": 97, "qualifier": "GE", "text": "97%%以上"},
                 "plans": ["%s"], "quotations": [{"plan": "%s", "text": "%s"}]}""".formatted(code, nameZh, plan, plan, quotation);
    }
}

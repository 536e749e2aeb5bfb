package cn.quality.indicator.area;

import static cn.quality.indicator.Api.anyone;
import static cn.quality.indicator.Api.put;
import static cn.quality.testing.Refusal.refused;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import cn.quality.indicator.IndicatorTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@IndicatorTest
class AreaResourceTest {

    private static final String CITY = """
            {"code": "990100", "name": "示例市", "kind": "CITY"}""";
    private static final String ZONE = """
            {"code": "990100-GXQ", "name": "示例高新区", "kind": "FUNCTION_ZONE", "parent": "990100"}""";

    @BeforeEach
    void aCityWithAZone() {
        put("/areas/990100", CITY);
        put("/areas/990100-GXQ", ZONE);
    }

    @Test
    void areasAreReadBack() {
        anyone().get("/areas/990100-GXQ")
                .then()
                .statusCode(200)
                .body("name", equalTo("示例高新区"))
                .body("kind", equalTo("FUNCTION_ZONE"))
                .body("parent", equalTo("990100"))
                .body("version", equalTo(1));
        anyone().get("/areas?limit=200").then().body("items.code", hasItems("990100", "990100-GXQ"));
    }

    @Test
    void aCorrectionIsANewVersionAndARepetitionIsNot() {
        put("/areas/990101", area("990101", "旧名区")).statusCode(201);
        put("/areas/990101", area("990101", "新名区")).statusCode(200).body("version", equalTo(2));
        put("/areas/990101", area("990101", "新名区")).statusCode(200).body("version", equalTo(2));
    }

    @Test
    void everythingButTheCityLiesInACity() {
        refused(put("/areas/990102", """
                        {"code": "990102", "name": "示例区", "kind": "COUNTY"}"""), 422, "misplaced-city");
        refused(put("/areas/990102", """
                        {"code": "990102", "name": "示例区", "kind": "COUNTY", "parent": "990200"}"""), 422, "unknown-parent");
        refused(put("/areas/990102", """
                        {"code": "990102", "name": "示例区", "kind": "COUNTY", "parent": "990100-GXQ"}"""), 422, "unknown-parent");
        refused(put("/areas/990300", """
                        {"code": "990300", "name": "示例市", "kind": "CITY", "parent": "990100"}"""), 422, "misplaced-city");
        refused(anyone().get("/areas/990102").then(), 404, "not-found");
    }

    @Test
    void aCityWithAreasStaysACity() {
        put("/areas/990400", """
                {"code": "990400", "name": "示例市", "kind": "CITY"}""");
        put("/areas/990401", """
                {"code": "990401", "name": "示例区", "kind": "COUNTY", "parent": "990400"}""");
        refused(put("/areas/990400", """
                        {"code": "990400", "name": "示例市", "kind": "COUNTY", "parent": "990100"}"""), 422, "misplaced-city");
    }

    private static String area(String code, String name) {
        return """
                {"code": "%s", "name": "%s", "kind": "COUNTY", "parent": "990100"}""".formatted(code, name);
    }
}

package cn.quality.standards.check;

import static cn.quality.standards.suite.Bodies.declaration;
import static cn.quality.standards.suite.Bodies.standard;
import static cn.quality.standards.suite.Bodies.with;
import static cn.quality.standards.suite.Http.administrator;
import static cn.quality.standards.suite.Http.anyone;
import static cn.quality.standards.suite.Http.enterprise;
import static cn.quality.testing.Refusal.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import cn.quality.standards.StandardsTest;
import cn.quality.standards.suite.Fictional;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@StandardsTest
class CheckTest {

    @BeforeEach
    void theCatalogueHolds() {
        state(standard("GB/T 88201-2010", "示例旧版", "NATIONAL", "REPLACED"));
        state(with(
                standard("GB/T 88201-2020", "示例新版", "NATIONAL", "IN_FORCE"), "replaces", List.of("GB/T 88201-2010")));
    }

    private static void state(Map<String, Object> body) {
        Assertions.assertThat(administrator().body(body).post("standards").statusCode())
                .isIn(200, 201);
    }

    private static String declare(String uscc, Map<String, Object> body) {
        return enterprise(uscc)
                .body(body)
                .post("declarations")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static ValidatableResponse check(String number, String uscc, @Nullable String product) {
        RequestSpecification asked = anyone().queryParam("number", number).queryParam("uscc", uscc);
        return (product == null ? asked : asked.queryParam("product", product))
                .get("checks")
                .then();
    }

    @Test
    void tellsWhetherASellerHasDeclaredAStandardForAProduct() {
        var uscc = Fictional.uscc();
        var id = declare(uscc, declaration("Q/RZJC 001-2024", "GB/T 88201-2020"));
        for (var product : List.of("烤鳗切片", "06901234567892", "/01/06901234567892")) {
            check("gbt88201—2020", uscc, product)
                    .statusCode(200)
                    .body("verdict", equalTo("DECLARED"))
                    .body("valid", equalTo(true))
                    .body("declarations.id", contains(id));
        }
        check("GB/T 88201", uscc, null).body("verdict", equalTo("DECLARED"));
        check("q/rzjc001-2024", uscc, null).body("verdict", equalTo("DECLARED")).body("valid", equalTo(true));
        check("GB/T 88201-2020", uscc, "烤鸭")
                .body("verdict", equalTo("OTHER_PRODUCT"))
                .body("declarations", empty());
        check("GB/T 88201-2020", Fictional.uscc(), null)
                .body("verdict", equalTo("NOT_DECLARED"))
                .body("valid", equalTo(true));
        check("GB/T 88201-2010", uscc, null)
                .body("verdict", equalTo("NOT_IN_FORCE"))
                .body("valid", equalTo(false))
                .body("successors.number", contains("GB/T 88201-2020"));
        check("GB/T 88299-2020", uscc, null).body("verdict", equalTo("UNKNOWN_NUMBER"));

        enterprise(uscc)
                .header("If-Match", "\"v1\"")
                .body(Map.of("reason", "示例产品已停产"))
                .post("declarations/" + id + "/withdrawal")
                .then()
                .statusCode(200);
        check("GB/T 88201-2020", uscc, null).body("verdict", equalTo("NOT_DECLARED"));
        check("Q/RZJC 001-2024", uscc, null).body("valid", equalTo(false));
    }

    @Test
    void refusesWhatItCannotRead() {
        refused(anyone().get("checks").then(), 400, "invalid-argument")
                .body("violations.field", contains("number", "uscc"));
        refused(check("GB 19001x", Fictional.uscc(), null), 422, "invalid-standard-number");
        refused(check("GB/T 88201", "123", null), 400, "invalid-uscc");
    }

    @Test
    void aCodeLeadsToWhatIsDeclaredOfItsProduct() {
        var uscc = Fictional.uscc();
        var id = declare(
                uscc,
                with(
                        declaration("Q/RZJC 002-2024"),
                        "products",
                        List.of(Map.of("name", "示例烤鳗", "gtin", "6920000000005"), Map.of("name", "示例无码产品"))));
        var withGtin = JsQr.decode(png(id, 0));
        assertThat(withGtin).isEqualTo("http://localhost:8080/api/standards/v1/products/01/06920000000005");
        anyone().get(withGtin.replaceFirst(".*/standards/v1/", ""))
                .then()
                .statusCode(200)
                .body("items.declarationId", hasItem(id));
        var without = JsQr.decode(png(id, 1));
        anyone().get(without.replaceFirst(".*/standards/v1/", ""))
                .then()
                .statusCode(200)
                .body("items.name", contains("示例无码产品"));
        anyone().accept("image/svg+xml")
                .get("products/" + id + "/0/qr")
                .then()
                .statusCode(200)
                .contentType("image/svg+xml")
                .body(containsString("<svg"));
        refused(anyone().get("products/" + id + "/2").then(), 404, "not-found");
        refused(anyone().get("products/01/6920000000003").then(), 404, "not-found");
    }

    private static byte[] png(String declaration, int position) {
        return anyone().accept("image/png")
                .get("products/" + declaration + "/" + position + "/qr")
                .then()
                .statusCode(200)
                .contentType("image/png")
                .extract()
                .asByteArray();
    }

    /** An enterprise may have its codes lead to a resolver of its own, but all of one declaration to the same. */
    @Test
    void codesOfOneDeclarationLeadToOneHost() {
        var uscc = Fictional.uscc();
        var id = declare(
                uscc,
                with(
                        declaration("Q/RZJC 003-2024"),
                        "products",
                        List.of(Map.of("name", "示例烤鳗", "gtin", "https://id.example.cn/a/01/06920000000005"))));
        anyone().get("declarations/" + id).then().body("products[0].gtin", equalTo("6920000000005"));
        assertThat(JsQr.decode(png(id, 0))).isEqualTo("https://id.example.cn/a/01/06920000000005");
        refused(
                        enterprise(uscc)
                                .body(with(
                                        declaration("Q/RZJC 004-2024"),
                                        "products",
                                        List.of(
                                                Map.of("name", "甲", "gtin", "https://id.example.cn/01/06920000000005"),
                                                Map.of(
                                                        "name",
                                                        "乙",
                                                        "gtin",
                                                        "https://id.example.com/01/06901234567892"))))
                                .post("declarations")
                                .then(),
                        400,
                        "invalid-argument")
                .body("violations.collect { it.field + ' ' + it.code }", contains("products[1].gtin qr-hosts-mixed"));
    }
}

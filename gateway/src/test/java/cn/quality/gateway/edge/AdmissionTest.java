package cn.quality.gateway.edge;

import static cn.quality.testing.QuickPaths.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import cn.quality.gateway.OutsideWorld;
import cn.quality.gateway.Wire;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(OutsideWorld.class)
class AdmissionTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/credit/v1/../../q/metrics",
                "/api/credit/v1/%2e%2e/echo",
                "/api/credit/v1%2fecho",
                "/api/credit/v1/%252e%252e/echo",
                "/api\\credit/v1/echo",
                "/api/credit/v1/%5cecho",
                "/api/credit/v1/%00/echo",
                "/api/credit/v1//echo",
                "/api/credit/v1;a=b/echo",
                "/api/credit/v1/echo?name=%00",
                "/%"
            })
    void aTrickInTheAddressIsA400WithAReason(String target) throws IOException {
        var reply = Wire.get(target);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.problem().getString("code")).isEqualTo("malformed-path");
        assertThat(reply.problem().getString("detail")).contains("地址");
        assertThat(reply.problem().getString("traceId")).matches("[0-9a-f]{32}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "CONNECT", "PROPFIND", "FOO"})
    void aMethodNobodyOffersIsA405(String method) throws IOException {
        var reply = Wire.send(method + " /api/credit/v1/echo HTTP/1.1\r\n", "");
        assertThat(reply.status()).isEqualTo(405);
        assertThat(reply.problem().getString("code")).isEqualTo("method-not-allowed");
        assertThat(reply.headers().get("allow")).contains("GET").doesNotContain("TRACE");
    }

    @Test
    void anEndlessAddressIsA414() throws IOException {
        var reply = Wire.get("/api/credit/v1/echo?q=" + "x".repeat(9_000));
        assertThat(reply.status()).isEqualTo(414);
        assertThat(reply.problem().getString("code")).isEqualTo("uri-too-long");
    }

    @Test
    void swollenHeadersAreA431() throws IOException {
        var reply = Wire.get("/api/credit/v1/echo", "X-Big: " + "x".repeat(20_000));
        assertThat(reply.status()).isEqualTo(431);
        assertThat(reply.problem().getString("code")).isEqualTo("headers-too-large");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Authorization: Bearer a\r\nAuthorization: Bearer b", "Host: second.example"})
    void aHeaderThatMayComeOnceComesOnce(String twice) throws IOException {
        var reply = Wire.get("/api/credit/v1/echo", twice.split("\r\n", -1));
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.problem().getString("code")).isEqualTo("bad-request");
    }

    @Test
    void anUnknownTransferEncodingIsRefused() throws IOException {
        var reply = Wire.send("POST /api/credit/v1/echo HTTP/1.1\r\n", "", "Transfer-Encoding: gzip, chunked");
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.problem().getString("code")).isEqualTo("bad-request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api", "/api/credit", "/api/credit/v2/x", "/api/credit/v1x", "/nothing", "/admin/"})
    void whatNobodyClaimsIsA404(String path) {
        given().get(path)
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("code", equalTo("not-found"))
                .body("instance", equalTo(path));
    }

    @Test
    void refusalsAreToldInEnglishToThoseWhoAsk() {
        given().header("Accept-Language", "en-GB,zh;q=0.5")
                .get("/nothing")
                .then()
                .body("title", equalTo("Not found"))
                .header("Content-Language", "en");
        given().header("Accept-Language", "fr, zh-CN;q=0.8, en;q=0.1")
                .get("/nothing")
                .then()
                .body("title", equalTo("未找到"));
    }

    @Test
    void aBrowserGetsAPageButNeverBelowTheApi() {
        given().accept("text/html,*/*;q=0.8")
                .get("/nothing")
                .then()
                .statusCode(404)
                .contentType("text/html")
                .body(containsString("回到首页"));
        given().accept("text/html,*/*;q=0.8")
                .get("/api/nothing")
                .then()
                .statusCode(404)
                .contentType("application/problem+json");
    }

    @Test
    void everyAnswerCarriesTheSecurityHeaders() {
        for (var path :
                new String[] {"/", "/nothing", "/api/credit/v1/echo", "/api/credit/v1/boasting", "/robots.txt"}) {
            given().get(path)
                    .then()
                    .header("Content-Security-Policy", containsString("default-src 'none'"))
                    .header("Content-Security-Policy", containsString("frame-ancestors 'none'"))
                    .header("Content-Security-Policy", not(containsString("unsafe")))
                    .header("X-Content-Type-Options", "nosniff")
                    .header("X-Frame-Options", "DENY")
                    .header("Referrer-Policy", "same-origin")
                    .header("Permissions-Policy", containsString("camera=()"))
                    .header("Server", equalTo(null));
        }
    }

    @Test
    void aHarmlessRequestIdIsKeptAndAnyOtherReplaced() {
        given().header("X-Request-Id", "order-2026-0001")
                .get("/nothing")
                .then()
                .header("X-Request-Id", "order-2026-0001");
        var replaced = given().header("X-Request-Id", "<script>alert(1)</script>")
                .get("/nothing")
                .header("X-Request-Id");
        assertThat(replaced).matches("[0-9a-f]{32}");
    }

    /** Where a request comes from proves nothing: a proxy on this machine need not say that it is one. */
    @ParameterizedTest
    @ValueSource(strings = {"/q", "/q/metrics", "/q/info", "/q/openapis"})
    void operationsAreForThoseWithTheKey(String path) {
        given().get(path).then().statusCode(404).contentType("application/problem+json");
        given().auth().oauth2("another").get(path).then().statusCode(404).contentType("application/problem+json");
        assertThat(OutsideWorld.metrics()).contains("gateway_responses_bytes");
    }

    @Test
    void healthIsForEverybody() {
        given().get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));
        given().get("/q/openapi").then().statusCode(200);
        given().get("/q/healthy").then().statusCode(404);
    }
}

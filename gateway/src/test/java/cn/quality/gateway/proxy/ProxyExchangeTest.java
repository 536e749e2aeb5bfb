package cn.quality.gateway.proxy;

import static cn.quality.testing.QuickPaths.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import cn.quality.gateway.OutsideWorld;
import cn.quality.gateway.Token;
import cn.quality.gateway.Wire;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.Header;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(OutsideWorld.class)
class ProxyExchangeTest {

    private static final int LIMIT = 64 * 1024;

    @Inject
    @ConfigProperty(name = "outside.world")
    String outside;

    @Test
    void addressAndBodyArriveAsTheyWereSent() throws JoseException {
        given().urlEncodingEnabled(false)
                .auth()
                .oauth2(Token.valid().sign())
                .contentType("application/json")
                .body("{\"name\":\"日照示例\"}")
                .put("/api/credit/v1/things/echo?q=%E6%97%A5%E7%85%A7&x=%2F")
                .then()
                .statusCode(200)
                .body("method", equalTo("PUT"))
                .body("uri", equalTo("/api/credit/v1/things/echo?q=%E6%97%A5%E7%85%A7&x=%2F"))
                .body("headers.content-type", equalTo("application/json"))
                .body("bodyLength", equalTo(23));
    }

    /** Clients of SDMX write pluses, commas and brackets raw or encoded; the service reads them as they were written. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/sdmx/v1/data/DF_QUALITY/A.371100+371102..ACTUAL/all/echo",
                "/sdmx/v1/data/RZ%2CDF_QUALITY%2C1.0.0/A.371100%2B371102..ACTUAL/echo?startPeriod=2015",
                "/sdmx/v2/structure/dataflow/all/+/echo?format=sdmx-2.1",
                "/sdmx/v2/data/dataflow/RZ/DF_QUALITY/*/echo?c[TIME_PERIOD]=ge:2018+le:2019&c[FREQ]=A,Q",
                "/sdmx/v2/data/dataflow/RZ/DF_QUALITY/1.0.0/echo?c%5BTIME_PERIOD%5D=ge%3A2018%2Ble%3A2019",
            })
    void addressesOfSdmxArriveAsTheyWereSent(String address) throws IOException {
        assertThat(Wire.get(address).json().getString("uri")).isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Forwarded",
                "Via",
                "X-Real-IP",
                "X-Client-IP",
                "True-Client-IP",
                "CF-Connecting-IP",
                "Fastly-Client-IP",
                "X-Cluster-Client-IP",
                "X-Forwarded",
                "X-Forwarded-For",
                "X-Forwarded-Host",
                "X-Forwarded-Prefix",
                "X-Forwarded-Proto",
                "X-Forwarded-User",
                "X-Host",
                "X-Original-Host",
                "X-Scheme",
                "X-Request-Id",
                "X-Original-URL",
                "X-Original-URI",
                "X-Rewrite-URL",
                "X-HTTP-Method",
                "X-HTTP-Method-Override",
                "X-Method-Override",
                "X-User",
                "X-Remote-User",
                "Remote-User",
                "X-Internal-Role",
                "X-Quality-Caller",
                "X-Auth-Request-User",
                "X-B3-TraceId",
                "X-Envoy-Original-Path",
                "X-CSRF-Token",
                "Cookie",
                "traceparent",
                "tracestate",
                "baggage",
                "TE",
                "Trailer",
                "Keep-Alive",
                "Proxy-Authorization",
                "Proxy-Authenticate",
                "Upgrade"
            })
    void whatOnlyInsidersMaySayStaysOutside(String header) throws IOException {
        var seen = Wire.get("/api/credit/v1/complaints/echo", header + ": spoofed")
                .json()
                .getJsonObject("headers");
        assertThat(seen.encode()).doesNotContain("spoofed");
    }

    @Test
    void aHeaderNamedHopByHopStaysHere() throws IOException {
        var seen = Wire.get(
                        "/api/credit/v1/complaints/echo",
                        "Connection: close",
                        "Connection: Upgrade, X-Mine",
                        "X-Mine: 1",
                        "X-Other: 2")
                .json()
                .getJsonObject("headers");
        assertThat(seen.containsKey("x-mine")).isFalse();
        assertThat(seen.getString("x-other")).isEqualTo("2");
    }

    @Test
    void theServiceLearnsWhereTheRequestCameFromFromUs() throws IOException {
        var seen = Wire.get(
                        "/api/credit/v1/complaints/echo",
                        "X-Forwarded-For: 203.0.113.9",
                        "X-Forwarded-Proto: https",
                        "X-Forwarded-Host: evil.example")
                .json()
                .getJsonObject("headers");
        assertThat(seen.getString("x-forwarded-for")).isEqualTo("127.0.0.1");
        assertThat(seen.getString("x-forwarded-proto")).isEqualTo("http");
        assertThat(seen.getString("x-forwarded-host")).isEqualTo("quality.example");
    }

    @Test
    void aTraceIsContinuedWithASpanOfOurOwn() {
        var traceId = "4bf92f3577b34da6a3ce929d0e0e4736";
        var given = "00-" + traceId + "-00f067aa0ba902b7-01";
        var seen = given().header("traceparent", given)
                .header("tracestate", "vendor=1")
                .get("/api/credit/v1/echo")
                .jsonPath();
        assertThat(seen.getString("headers.traceparent"))
                .startsWith("00-" + traceId)
                .isNotEqualTo(given);
        assertThat(seen.getString("headers.tracestate")).isEqualTo("vendor=1");
        assertThat(seen.getString("headers.x-request-id")).isEqualTo(traceId);
    }

    @Test
    void aBrokenTraceIsReplaced() {
        var seen = given().header("traceparent", "00-00000000000000000000000000000000-00f067aa0ba902b7-01")
                .header("tracestate", "vendor=1")
                .get("/api/credit/v1/echo")
                .jsonPath();
        assertThat(seen.getString("headers.traceparent")).matches("00-(?!0{32})[0-9a-f]{32}-[0-9a-f]{16}-01");
        assertThat(seen.getString("headers.tracestate")).isNull();
    }

    @Test
    void whatAServiceSaysAboutItselfStaysInside() {
        given().get("/api/credit/v1/boasting")
                .then()
                .statusCode(200)
                .body("fine", equalTo(true))
                .header("ETag", "\"v1\"")
                .header("Server", nullValue())
                .header("X-Powered-By", nullValue())
                .header("Set-Cookie", nullValue())
                .header("X-For-Next-Hop", nullValue())
                .header("X-Frame-Options", "DENY");
    }

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:8082/api/credit/v1/listings/1,     /api/credit/v1/listings/1",
        "HTTPS://evil.example/api/credit/v1/listings/1?a=b,  /api/credit/v1/listings/1?a=b",
        "//evil.example/api,                                 /api",
        "http://evil.example//other.example/api,             /other.example/api",
        "////other.example/api,                              /other.example/api",
        "/api/credit/v1/listings/1?a=http://b/c,             /api/credit/v1/listings/1?a=http://b/c",
        "http://127.0.0.1:8082,                              /",
    })
    void whereSomethingWasMadeIsSaidWithoutAHost(String at, String told) {
        given().queryParam("at", at)
                .get("/api/credit/v1/made")
                .then()
                .statusCode(201)
                .header("Location", told)
                .header("Content-Location", told);
    }

    @Test
    void aBodyThatAnnouncesTooMuchIsRefusedUnsent() throws Exception {
        var reply = Wire.send("POST /api/credit/v1/echo HTTP/1.1\r\n", "", bearer(), "Content-Length: " + (LIMIT + 1));
        assertThat(reply.status()).isEqualTo(413);
        assertThat(reply.problem().getString("code")).isEqualTo("payload-too-large");
        assertThat(reply.problem().getString("detail")).contains("65536");
        assertThat(reply.headers()).containsEntry("connection", "close");
    }

    @Test
    void aBodyThatGrowsTooLargeIsRefusedOnTheWay() throws Exception {
        var chunk = "1000\r\n" + "x".repeat(0x1000) + "\r\n";
        var reply = Wire.send(
                "POST /api/credit/v1/echo HTTP/1.1\r\n",
                chunk.repeat(17) + "0\r\n\r\n",
                bearer(),
                "Transfer-Encoding: chunked");
        assertThat(reply.status()).isEqualTo(413);
        assertThat(reply.problem().getString("code")).isEqualTo("payload-too-large");
    }

    @Test
    void aBodyWithinTheLimitPassesWithAndWithoutALength() throws Exception {
        var chunk = "1000\r\n" + "x".repeat(0x1000) + "\r\n";
        var chunked = Wire.send(
                "POST /api/credit/v1/echo HTTP/1.1\r\n",
                chunk.repeat(16) + "0\r\n\r\n",
                bearer(),
                "Transfer-Encoding: chunked");
        assertThat(chunked.json().getInteger("bodyLength")).isEqualTo(LIMIT);
        var whole = Wire.send(
                "POST /api/credit/v1/echo HTTP/1.1\r\n", "x".repeat(LIMIT), bearer(), "Content-Length: " + LIMIT);
        assertThat(whole.json().getInteger("bodyLength")).isEqualTo(LIMIT);
    }

    /** Its own limit lies above the service's 10 MiB, so that the service says what it takes. */
    @Test
    void evidenceMayBeLargerThanADocument() throws Exception {
        int size = 10 * 1024 * 1024 + 1;
        var whole = Wire.send(
                "POST /api/credit/v1/evidence/echo HTTP/1.1\r\n",
                "x".repeat(size),
                bearer(),
                "Content-Length: " + size);
        assertThat(whole.json().getInteger("bodyLength")).isEqualTo(size);
        var tooLarge = Wire.send(
                "POST /api/credit/v1/evidence/echo HTTP/1.1\r\n", "", bearer(), "Content-Length: " + 12 * 1024 * 1024);
        assertThat(tooLarge.status()).isEqualTo(413);
        var stranger = Wire.send("GET /api/credit/v1/evidence/echo HTTP/1.1\r\n", "");
        assertThat(stranger.status()).isEqualTo(401);
    }

    @Test
    void aLengthThatIsNoNumberIsRefused() throws Exception {
        var reply = Wire.send("POST /api/credit/v1/echo HTTP/1.1\r\n", "", bearer(), "Content-Length: -1");
        assertThat(reply.status()).isEqualTo(400);
    }

    /** Twice the time of its route: it is the caller who is silent here, and not the service. */
    @Test
    void aCallerWhoReadsSlowlyGetsAllOfIt() throws Exception {
        var size = 20_000_000;
        try (var socket = new Socket()) {
            socket.setReceiveBufferSize(4096);
            socket.setSoTimeout(10_000);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), RestAssured.port));
            socket.getOutputStream()
                    .write(("GET /api/credit/v1/public?size=" + size
                                    + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            Thread.sleep(2_500);
            assertThat(socket.getInputStream().readAllBytes()).hasSizeGreaterThan(size);
        }
    }

    @Test
    void aSilentServiceIsA504() {
        given().get("/api/credit/v1/silent")
                .then()
                .statusCode(504)
                .contentType("application/problem+json")
                .header("Retry-After", equalTo("5"))
                .body("code", equalTo("upstream-timeout"));
    }

    @Test
    void aServiceThatCutsTheLineIsA502() {
        given().get("/api/credit/v1/cut")
                .then()
                .statusCode(502)
                .contentType("application/problem+json")
                .body("code", equalTo("bad-gateway"));
    }

    @Test
    void anAnswerNobodyCanReadIsA502() {
        given().get("/api/credit/v1/huge-header")
                .then()
                .statusCode(502)
                .contentType("application/problem+json")
                .body("code", equalTo("bad-gateway"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cut-midway", "silent-midway"})
    void anAnswerThatEndsTooSoonIsSeenToBeIncomplete(String manner) throws IOException {
        var reply = Wire.get("/api/credit/v1/" + manner);
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).isEqualTo("begun");
        assertThat(reply.complete()).isFalse();
    }

    @Test
    void aServiceThatIsDownIsA503UntilItIsBack() {
        given().get(outside + "/control/down").then().statusCode(200);
        try {
            given().get("/api/standards/v1/echo")
                    .then()
                    .statusCode(503)
                    .contentType("application/problem+json")
                    .header("Retry-After", equalTo("5"))
                    .body("code", equalTo("unavailable"));
        } finally {
            given().get(outside + "/control/up").then().statusCode(200);
        }
        given().get("/api/standards/v1/echo").then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404, 406, 413, 415, 500, 503})
    void anEmptyRefusalGetsWords(int status) {
        given().get("/api/credit/v1/empty-error?status=" + status)
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("status", equalTo(status));
    }

    @Test
    void oneCallersAnswerIsNeverGivenToAnother() throws JoseException {
        var one = given().header(new Header("X-Caller", "one"))
                .auth()
                .oauth2(Token.valid().sign())
                .get("/api/credit/v1/complaints/echo");
        var other = given().header(new Header("X-Caller", "other")).get("/api/credit/v1/complaints/echo");
        assertThat(one.jsonPath().getString("headers.x-caller")).isEqualTo("one");
        assertThat(other.jsonPath().getString("headers.x-caller")).isEqualTo("other");
    }

    private static String bearer() throws JoseException {
        return "Authorization: Bearer " + Token.valid().sign();
    }
}

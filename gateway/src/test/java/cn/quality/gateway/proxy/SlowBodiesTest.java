package cn.quality.gateway.proxy;

import static cn.quality.testing.QuickPaths.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import cn.quality.gateway.OutsideWorld;
import cn.quality.gateway.Token;
import cn.quality.gateway.Wire;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Callers who begin a body and do not end it: more of them than requests may be under way, or connections to a service. */
@QuarkusTest
@WithTestResource(OutsideWorld.class)
class SlowBodiesTest {

    private static final int CALLERS = 200;
    private static final int BODIES_OF_A_CALLER = 64;
    private static final int STREAMS_OF_A_CALLER = 16;
    /** More than the circuit breaker looks at. */
    private static final int MANY = 50;

    private final List<Socket> open = new ArrayList<>();

    @AfterEach
    void hangUp() throws IOException {
        for (var socket : open) {
            socket.close();
        }
    }

    @Test
    void halfBodiesTakeNothingFromOthers() throws Exception {
        for (int i = 0; i < BODIES_OF_A_CALLER; i++) {
            beginHalf(i);
        }
        await().untilAsserted(
                        () -> assertThat(metrics()).contains("gateway_bodies_under_way " + BODIES_OF_A_CALLER + ".0"));
        for (int i = BODIES_OF_A_CALLER; i < CALLERS; i++) {
            assertThat(status(beginHalf(i))).isEqualTo("HTTP/1.1 429 Too Many Requests");
        }
        for (int i = 0; i < MANY; i++) {
            given().get("/api/credit/v1/echo?n=" + i).then().statusCode(200);
        }
        given().auth()
                .oauth2(Token.valid().ofSystem("another").sign())
                .contentType(ContentType.JSON)
                .body("{}")
                .post("/api/credit/v1/complaints/echo")
                .then()
                .statusCode(200)
                .body("bodyLength", equalTo(2));
        assertThat(metrics())
                .contains("gateway_upstream_outstanding{instance=")
                .doesNotContainPattern("gateway_upstream_outstanding\\{[^}]*} [1-9]");
    }

    private Socket beginHalf(int n) throws IOException {
        return begin(n % 2 == 0 ? "POST" : "GET", "/api/credit/v1/complaints/echo", "", 1_000, "{\"a\":");
    }

    @Test
    void whoIsTooSlowIsToldAndTheServiceIsNotBlamed() throws Exception {
        var bearer = "Authorization: Bearer " + Token.valid().ofSystem("slow").sign() + "\r\n";
        for (int i = 0; i < MANY; i++) {
            begin("POST", "/api/credit/v1/echo", bearer, 1_000, "{\"a\":");
        }
        for (var one : open) {
            assertThat(status(one)).isEqualTo("HTTP/1.1 408 Request Timeout");
        }
        given().get("/api/credit/v1/echo").then().statusCode(200);
        assertThat(metrics()).contains("gateway_circuit_breaker_open{upstream=\"credit\"} 0.0");
    }

    @Test
    void streamsOfACallerAreBounded() throws Exception {
        var beginning = "x".repeat(300_000);
        var bearer = "Authorization: Bearer "
                + Token.valid().ofSystem("loader").withRoles("data-provider").sign() + "\r\n";
        for (int i = 0; i < STREAMS_OF_A_CALLER; i++) {
            begin("POST", "/api/credit/v1/records/batch/echo", bearer, 1_000_000, beginning);
        }
        await().untilAsserted(
                        () -> assertThat(metrics()).contains("gateway_bodies_streaming " + STREAMS_OF_A_CALLER + ".0"));
        var oneMore = begin("POST", "/api/credit/v1/records/batch/echo", bearer, 1_000_000, beginning);
        assertThat(status(oneMore)).isEqualTo("HTTP/1.1 429 Too Many Requests");
        var other = Wire.send(
                "POST /api/credit/v1/records/batch/echo HTTP/1.1\r\n",
                "x".repeat(400_000),
                "Authorization: Bearer "
                        + Token.valid().ofSystem("another-loader").sign(),
                "Content-Length: 400000");
        assertThat(other.json().getInteger("bodyLength")).isEqualTo(400_000);
        given().get("/api/credit/v1/echo").then().statusCode(200).body("uri", containsString("echo"));
    }

    private Socket begin(String method, String path, String header, int length, String beginning) throws IOException {
        var socket = new Socket("127.0.0.1", RestAssured.port);
        socket.setSoTimeout(20_000);
        open.add(socket);
        var request = method + " " + path + " HTTP/1.1\r\nHost: quality.example\r\n" + header + "Content-Length: "
                + length + "\r\n\r\n" + beginning;
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static String status(Socket socket) throws IOException {
        return String.valueOf(
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8)).readLine());
    }

    private static String metrics() {
        return OutsideWorld.metrics();
    }
}

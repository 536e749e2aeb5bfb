package cn.quality.gateway.limits;

import static cn.quality.testing.QuickPaths.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import cn.quality.gateway.OutsideWorld;
import cn.quality.gateway.Token;
import cn.quality.gateway.identity.Caller;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;

/** One route has narrow limits here: three requests a minute for an address, five for a system or a person. */
@QuarkusTest
@WithTestResource(OutsideWorld.class)
class LimitsTest {

    private static final int IN_FLIGHT = 32;

    @Inject
    Limits limits;

    @Test
    void anAddressHasItsLimitAndIsToldWhatIsLeft() {
        for (int left = 2; left >= 0; left--) {
            narrow(given())
                    .then()
                    .statusCode(200)
                    .header("RateLimit-Limit", equalTo("3"))
                    .header("RateLimit-Remaining", equalTo("" + left))
                    .header("RateLimit-Reset", matchesPattern("[1-9][0-9]?"));
        }
        narrow(given())
                .then()
                .statusCode(429)
                .contentType("application/problem+json")
                .header("Retry-After", matchesPattern("1?[0-9]|20"))
                .header("RateLimit-Remaining", equalTo("0"))
                .body("code", equalTo("too-many-requests"));
        given().get("/api/indicators/v1/echo").then().statusCode(200).header("RateLimit-Limit", equalTo("6000"));
    }

    @Test
    void aSystemHasItsOwnLimitWhateverOthersDo() throws JoseException {
        var busy = Token.valid().ofSystem("busy").sign();
        for (int i = 0; i < 5; i++) {
            narrow(given().auth().oauth2(busy)).then().statusCode(200);
        }
        narrow(given().auth().oauth2(busy)).then().statusCode(429);
        narrow(given().auth().oauth2(Token.valid().ofSystem("busy").sign()))
                .then()
                .statusCode(429);
        narrow(given().auth().oauth2(Token.valid().ofSystem("quiet").sign()))
                .then()
                .statusCode(200)
                .header("RateLimit-Remaining", equalTo("4"));
        narrow(given().auth().oauth2(Token.valid().sign())).then().statusCode(200);
    }

    /** Netty itself cannot read these, and nobody sees them but the counter. */
    @Test
    void whatIsNoRequestIsCountedAndThenCutOff() throws IOException {
        var sender = "127.0.0.3";
        assertThat(garbage(sender)).startsWith("HTTP/1.0 400").containsIgnoringCase("RateLimit-Limit: 6000");
        await().untilAsserted(() -> {
            exhaust(sender);
            assertThat(garbage(sender)).isEmpty();
        });
        assertThat(garbage("127.0.0.4")).startsWith("HTTP/1.0 400");
    }

    private void exhaust(String address) {
        var caller = new Caller.Anonymous(address);
        while (limits.tryConsumeHere(caller, "standard").isPresent()) {
            assertThat(caller.roles()).isEmpty();
        }
    }

    /** @return all that comes back */
    private static String garbage(String from) throws IOException {
        try (var socket =
                new Socket(InetAddress.getByName("127.0.0.1"), RestAssured.port, InetAddress.getByName(from), 0)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write("nonsense\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void aRefusedCredentialCountsForNobody() {
        narrow(given().header("Authorization", "Bearer nonsense"))
                .then()
                .statusCode(401)
                .header("RateLimit-Limit", equalTo(null));
    }

    @Test
    void aboveCapacityARequestIsRefusedAtOnceAndHealthIsNot() throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var waiting = IntStream.range(0, IN_FLIGHT)
                    .mapToObj(n -> URI.create("http://127.0.0.1:" + RestAssured.port + "/api/credit/v1/late?n=" + n))
                    .map(address ->
                            client.sendAsync(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString()))
                    .toList();
            await().untilAsserted(() -> given().get("/api/indicators/v1/echo")
                    .then()
                    .statusCode(503)
                    .contentType("application/problem+json")
                    .header("Retry-After", equalTo("1"))
                    .body("code", equalTo("overloaded")));
            given().get("/q/health/ready").then().statusCode(200);
            given().get("/health").then().statusCode(200);
            for (var answer : waiting) {
                assertThat(answer.get().statusCode()).isEqualTo(200);
            }
        }
        given().get("/api/indicators/v1/echo").then().statusCode(200);
    }

    private static Response narrow(RequestSpecification request) {
        return request.get("/api/indicators/v1/narrow/echo");
    }
}

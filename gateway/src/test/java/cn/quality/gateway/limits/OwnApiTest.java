package cn.quality.gateway.limits;

import static cn.quality.testing.QuickPaths.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;

import cn.quality.gateway.Ground;
import cn.quality.gateway.OutsideWorld;
import cn.quality.gateway.Token;
import cn.quality.gateway.store.Migration;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.stream.IntStream;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for the services' interfaces holds for the gateway's own: here 32 requests under way. */
@QuarkusTest
@WithTestResource(OutsideWorld.class)
@WithTestResource(Ground.class)
class OwnApiTest {

    private static final int IN_FLIGHT = 32;

    private final HttpClient client = HttpClient.newHttpClient();

    @Inject
    Migration migration;

    @BeforeEach
    void tablesAreThere() {
        assertThat(migration.done()).succeedsWithin(Duration.ofMinutes(1));
    }

    @AfterEach
    void hangUp() {
        client.shutdownNow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/webhooks", "/api/v1/events?types=none"})
    void everyAnswerTellsWhatIsLeft(String address) throws JoseException {
        as("counted")
                .get(address)
                .then()
                .header("RateLimit-Limit", equalTo("60000"))
                .header("RateLimit-Remaining", matchesPattern("5999[0-9]"))
                .header("RateLimit-Reset", notNullValue());
        given().get(address).then().statusCode(401).header("RateLimit-Limit", equalTo("6000"));
    }

    @Test
    void whatIsSentArrivesAfterTheCounting() throws JoseException {
        as("sender")
                .body("{}")
                .post("/api/v1/webhooks")
                .then()
                .statusCode(400)
                .header("RateLimit-Limit", equalTo("60000"))
                .body("violations.field", hasItem("url"));
    }

    @Test
    void aBadTokenIsRefusedWithAProblem() {
        given().header("Authorization", "Bearer nonsense")
                .contentType("application/json")
                .body("{\"url\": \"https://hooks.example.cn/\"}")
                .post("/api/v1/webhooks")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("code", equalTo("invalid-token"));
    }

    @Test
    void aboveCapacityItIsRefused() throws Exception {
        var waiting = IntStream.range(0, IN_FLIGHT)
                .mapToObj(
                        n -> client.sendAsync(get("/api/credit/v1/late?n=" + n).build(), BodyHandlers.ofString()))
                .toList();
        await().untilAsserted(() -> as("late")
                .get("/api/v1/webhooks")
                .then()
                .statusCode(503)
                .header("Retry-After", equalTo("1"))
                .body("code", equalTo("overloaded")));
        as("late").get("/api/v1/events?types=none").then().statusCode(400);
        for (var answer : waiting) {
            assertThat(answer.get().statusCode()).isEqualTo(200);
        }
        as("late").get("/api/v1/webhooks").then().statusCode(200);
    }

    /** Twice as many as requests may be under way. */
    @Test
    void bodiesThatDoNotEndTakeNoPlaces() throws Exception {
        var bearer = "Authorization: Bearer "
                + Token.valid().ofSystem("slow").withRoles("screening-client").sign();
        var slow = new ArrayList<Socket>();
        try {
            for (int i = 0; i < 2 * IN_FLIGHT; i++) {
                slow.add(begin(bearer));
            }
            as("prompt").get("/api/v1/webhooks").then().statusCode(200);
            as("prompt").body("{}").post("/api/v1/webhooks").then().statusCode(400);
            for (var socket : slow) {
                // And not 503, as when there is no place.
                assertThat(status(socket)).startsWith("HTTP/1.1 408");
            }
        } finally {
            for (var socket : slow) {
                socket.close();
            }
        }
    }

    private static Socket begin(String bearer) throws IOException {
        var socket = new Socket("127.0.0.1", RestAssured.port);
        socket.setSoTimeout(20_000);
        socket.getOutputStream()
                .write(("POST /api/v1/webhooks HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n" + bearer
                                + "\r\nContent-Length: 1000\r\n\r\n{\"url\":")
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static String status(Socket socket) throws IOException {
        return String.valueOf(
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8)).readLine());
    }

    @Test
    void aBodyOfMoreThanAMegabyteIsA413() throws JoseException {
        as("sender")
                .body("{\"url\": \"" + "x".repeat(1_100_000) + "\"}")
                .post("/api/v1/webhooks")
                .then()
                .statusCode(413)
                .body("code", equalTo("payload-too-large"));
    }

    @Test
    void streamsTakeNoPlaces() throws Exception {
        var token =
                Token.valid().ofSystem("listener").withRoles("screening-client").sign();
        for (int i = 0; i <= IN_FLIGHT; i++) {
            var stream = client.send(
                    get("/api/v1/events")
                            .header("Authorization", "Bearer " + token)
                            .build(),
                    BodyHandlers.ofInputStream());
            assertThat(stream.statusCode()).isEqualTo(200);
        }
        as("late").get("/api/v1/webhooks").then().statusCode(200);
        given().get("/api/credit/v1/echo").then().statusCode(200);
    }

    private static HttpRequest.Builder get(String address) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + RestAssured.port + address));
    }

    private static RequestSpecification as(String client) throws JoseException {
        return given().contentType("application/json")
                .auth()
                .oauth2(Token.valid()
                        .ofSystem(client)
                        .withRoles("screening-client")
                        .sign());
    }
}

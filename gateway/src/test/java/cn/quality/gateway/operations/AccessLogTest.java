package cn.quality.gateway.operations;

import static cn.quality.testing.QuickPaths.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.quality.gateway.OutsideWorld;
import cn.quality.gateway.Token;
import cn.quality.gateway.Wire;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(OutsideWorld.class)
class AccessLogTest {

    private static final Path LOG = Path.of("target/access.log");

    private static final RequestRecord OBSERVED = new RequestRecord(
            Instant.EPOCH, "GET", RouteLabel.NONE, 200, 0, 0, "anonymous", List.of(), "0", "-", "-", "-", "-", true);

    @Inject
    Vertx vertx;

    private final String trace = "%016x%016x"
            .formatted(
                    ThreadLocalRandom.current().nextLong() | 1,
                    ThreadLocalRandom.current().nextLong());

    @Test
    void everyRequestIsOneLine() throws JoseException {
        given().header("traceparent", traceparent())
                .get("/api/credit/v1/enterprises/91371199MA3RH00187/echo?name=海洋")
                .then()
                .statusCode(200);

        var line = line();
        assertThat(Instant.parse(line.getString("time"))).isBefore(Instant.now());
        assertThat(line.getString("method")).isEqualTo("GET");
        assertThat(line.getString("route")).isEqualTo("credit");
        assertThat(line.getString("path")).isEqualTo("/api/credit/v1/enterprises/91371199MA3RH00187/echo");
        assertThat(line.getInteger("status")).isEqualTo(200);
        assertThat(line.getLong("bytes")).isPositive();
        assertThat(line.getLong("micros")).isPositive();
        assertThat(line.getString("client")).isEqualTo("anonymous");
        assertThat(line.getString("address")).isEqualTo("127.0.0.0/24");
        assertThat(line.getString("instance")).startsWith("127.0.0.1:");
        assertThat(line.getBoolean("complete")).isTrue();
    }

    /** A line of log that a caller can make into two is one that a caller can forge. */
    @Test
    void whatACallerSaysStaysWithinItsQuotes() {
        given().urlEncodingEnabled(false)
                .header("traceparent", traceparent())
                .get("/api/credit/v1/a%22,%22status%22:1/海/echo".replace("海", "%E6%B5%B7"))
                .then()
                .statusCode(200);

        assertThat(line().getString("path")).isEqualTo("/api/credit/v1/a\",\"status\":1/海/echo");
        assertThat(line().getInteger("status")).isEqualTo(200);
    }

    @Test
    void rolesAreWrittenAndWhoHasThemIsNot() throws JoseException {
        given().header("traceparent", traceparent())
                .auth()
                .oauth2(Token.valid().withRoles("viewer", "auditor").sign())
                .get("/api/credit/v1/echo");

        assertThat(line().getJsonArray("roles")).containsExactly("auditor", "viewer");
        assertThat(line().getString("client")).isEqualTo("person");
    }

    @Test
    void nothingPersonalAndNoSecretIsInIt() throws JoseException, IOException {
        var token = Token.valid().sign();
        given().header("traceparent", traceparent())
                .header("Cookie", "session=cookie-of-somebody")
                .header("X-Secret", "header-of-somebody")
                .auth()
                .oauth2(token)
                .body("body-of-somebody")
                .post("/api/credit/v1/complaints/RECEIPT-OF-SOMEBODY/echo?secret=query-of-somebody");

        var text = line().encode();
        assertThat(text)
                .doesNotContain("of-somebody", "OF-SOMEBODY", token, "publisher")
                .contains("/api/credit/v1/complaints/{receipt}/echo", "\"client\":\"person\"");
        assertThat(Files.readString(LOG)).doesNotContain(token, "of-somebody", "OF-SOMEBODY");
    }

    @Test
    void whatNobodyAnswersIsCountedButNotWritten() {
        given().header("traceparent", traceparent())
                .get("/wp-login.php/secret-in-a-path")
                .then()
                .statusCode(404);
        var line = line();
        assertThat(line.getString("route")).isEqualTo("none");
        assertThat(line.getString("path")).isEqualTo("-");
        assertThat(line.getInteger("status")).isEqualTo(404);
    }

    @Test
    void aRefusalAtTheEdgeHasItsLineToo() throws IOException {
        Wire.get("/api/credit/v1/%2e%2e/secret", "traceparent: " + traceparent());
        assertThat(line().getInteger("status")).isEqualTo(400);
    }

    @Test
    void anAnswerThatBrokeOffIsMarked() throws IOException {
        Wire.get("/api/credit/v1/cut-midway", "traceparent: " + traceparent());
        assertThat(line().getBoolean("complete")).isFalse();
    }

    @Test
    void requestsAreMeasuredByRouteClientAndStatus() {
        given().get("/api/credit/v1/echo");
        given().get("/nothing");
        assertThat(OutsideWorld.metrics())
                .containsPattern(
                        "gateway_requests_seconds_count\\{[^}]*client=\"anonymous\"[^}]*route=\"credit\"[^}]*status=\"2xx\"")
                .containsPattern("gateway_requests_seconds_count\\{[^}]*route=\"none\"[^}]*status=\"4xx\"")
                .containsPattern("gateway_circuit_breaker_open\\{upstream=\"credit\"\\} 0")
                .containsPattern("gateway_upstream_outstanding\\{instance=\"127")
                .doesNotContain("91371199");
    }

    @Test
    void whatTheFileCannotTakeIsDroppedAndCounted() {
        var registry = new SimpleMeterRegistry();
        var nobodyWrites = new AccessLog(vertx, registry);
        for (int i = 0; i < AccessLog.WAITING + 3; i++) {
            nobodyWrites.write(OBSERVED);
        }
        assertThat(registry.get("gateway.access.dropped").counter().count()).isEqualTo(3);
        assertThat(OutsideWorld.metrics()).contains("gateway_access_dropped_total 0.0");
    }

    private String traceparent() {
        return "00-" + trace + "-00f067aa0ba902b7-01";
    }

    /** The line of this test's request; the file is written a moment later. */
    private JsonObject line() {
        return new JsonObject(await().until(
                        () -> lines().stream()
                                .filter(line -> line.contains(trace))
                                .toList(),
                        lines -> lines.size() == 1)
                .getFirst());
    }

    private static List<String> lines() throws IOException {
        return Files.exists(LOG) ? Files.readAllLines(LOG) : List.of();
    }
}

package cn.quality.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.quality.embedded.Databases;
import cn.quality.local.PartName;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** One id is found wherever a request leaves something. */
@SuiteTest
class TraceTest {

    /** Sampling goes by the lower half of an id: these are among the first in a hundred, and that one among the last. */
    private static final String REFUSED = "4bf92f3577b34da60000000000000001";

    private static final String REGISTERED = "4bf92f3577b34da60000000000000002";
    private static final String NOT_SAMPLED = "4bf92f3577b34da67fffffffffffffff";

    private static final String CALLER = "00f067aa0ba902b7";
    private static final Duration SOON = Duration.ofSeconds(60);

    private final Actors actors;
    private final Collector collector;

    TraceTest(Actors actors, Collector collector) {
        this.actors = actors;
        this.collector = collector;
    }

    @Test
    void theAccessLogTheRefusalAndTheSpansNameTheCallersTrace() throws IOException {
        assertThat(refusalTells(REFUSED))
                .as("told by the service, behind the gateway")
                .isEqualTo(REFUSED);
        var log = actors.suite().log(PartName.GATEWAY).resolveSibling("gateway-access.log");
        await().until(() -> Files.exists(log) && Files.readString(log).contains(REFUSED));
        assertThat(Files.readString(log)).doesNotContain("Bearer", "access_token", "password");

        var atTheDoor = span(REFUSED, "gateway", "GET /api/credit/v1");
        assertThat(atTheDoor.parent()).isEqualTo(CALLER);
        var inside = span(REFUSED, "credit-service", "GET /api/credit/v1/enterprises/{uscc}");
        assertThat(inside.parent()).isEqualTo(atTheDoor.id());
    }

    @Test
    void anEventAndWhoeverTakesItAreInTheTraceOfTheRequest() throws SQLException {
        var uscc = Samples.newCode();
        traced(actors.system("dept-market-supervision"), REGISTERED)
                .contentType(ContentType.JSON)
                .body(Samples.enterprise(uscc, "日照示例可追踪食品有限公司"))
                .post("/api/credit/v1/enterprises")
                .then()
                .statusCode(201);

        var request = span(REGISTERED, "credit-service", "POST /api/credit/v1/enterprises");
        assertThat(request.parent())
                .isEqualTo(span(REGISTERED, "gateway", "POST /api/credit/v1").id());
        var stored = "00-%s-%s-01".formatted(REGISTERED, request.id());
        var event = first("credit", "select id::text from outbox where traceparent = '" + stored + "'");
        assertThat(event).as("left by the request").isPresent();
        var sent = span(REGISTERED, "credit-service", "send quality.credit.enterprise");
        assertThat(sent.parent()).isEqualTo(request.id());
        var taken = span(REGISTERED, "standards-service", "process quality.credit.enterprise");
        assertThat(taken.parent()).isEqualTo(sent.id());
        assertThat(first("standards", "select event_id::text from inbox where event_id = '" + event.get() + "'"))
                .isEqualTo(event);
    }

    @Test
    void whatTheSampleLeavesOutKeepsItsIdAndIsNotSent() {
        assertThat(refusalTells(NOT_SAMPLED)).isEqualTo(NOT_SAMPLED);
        // A later request of the same processes is sent together with it, or after it.
        var later = REFUSED.replace("4bf9", "5bf9");
        assertThat(refusalTells(later)).isEqualTo(later);
        span(later, "gateway", "GET /api/credit/v1");
        span(later, "credit-service", "GET /api/credit/v1/enterprises/{uscc}");
        assertThat(collector.of(NOT_SAMPLED)).isEmpty();
    }

    private String refusalTells(String trace) {
        return traced(actors.anybody(), trace)
                .get("/api/credit/v1/enterprises/91371199MA3RH00188")
                .then()
                .statusCode(400)
                .extract()
                .path("traceId");
    }

    private static RequestSpecification traced(RequestSpecification request, String trace) {
        return request.header("traceparent", "00-%s-%s-01".formatted(trace, CALLER));
    }

    /** Spans are sent every few seconds. */
    private Collector.Span span(String trace, String service, String name) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(collector.of(trace))
                        .extracting(span -> span.service() + ": " + span.name())
                        .containsOnlyOnce(service + ": " + name));
        return collector.of(trace).stream()
                .filter(span -> span.service().equals(service) && span.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Optional<String> first(String database, String query) throws SQLException {
        var owner = Databases.owner(database);
        try (var connection = DriverManager.getConnection(
                        actors.suite().jdbcUrl(database), owner, Databases.PASSWORD_IS_ROLE.apply(owner));
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
        }
    }
}

package cn.quality.gateway.operations;

import static cn.quality.testing.QuickPaths.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.quality.gateway.AsDeployed;
import cn.quality.gateway.Ground;
import cn.quality.gateway.OutsideWorld;
import cn.quality.gateway.Token;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(OutsideWorld.class)
@WithTestResource(Ground.class)
@TestProfile(AsDeployed.class)
class SpansTest {

    /** What a collector would have got. */
    @Singleton
    static final class Collector {

        @Produces
        @Singleton
        SpanExporter exporter() {
            return InMemorySpanExporter.create();
        }
    }

    private static final String CALLER = "00f067aa0ba902b7";

    private final String trace = "%016x%016x"
            .formatted(
                    ThreadLocalRandom.current().nextLong() | 1,
                    ThreadLocalRandom.current().nextLong());

    @Inject
    SpanExporter exporter;

    @Test
    void theServiceIsToldOfTheSpanThatIsExported() {
        var seen = given().header("traceparent", "00-" + trace + "-" + CALLER + "-00")
                .header("tracestate", "vendor=1")
                .get("/api/credit/v1/enterprises/91371199MA3RH00187/echo?name=somebody")
                .jsonPath();

        var span = spanOf(trace);
        assertThat(seen.getString("headers.traceparent"))
                .as("recorded, whatever the caller says of that")
                .isEqualTo("00-%s-%s-01".formatted(trace, span.getSpanId()));
        assertThat(seen.getString("headers.tracestate")).isEqualTo("vendor=1");
        assertThat(seen.getString("headers.x-request-id")).isEqualTo(trace);
        assertThat(span.getParentSpanId()).isEqualTo(CALLER);
        assertThat(span.getKind()).isEqualTo(SpanKind.SERVER);
        assertThat(span.getName()).isEqualTo("GET /api/credit/v1");
        assertThat(said(span, "http.route")).isEqualTo("/api/credit/v1");
        assertThat(said(span, "gateway.instance")).startsWith("127.0.0.1:");
        assertThat(span.getAttributes().get(AttributeKey.longKey("http.response.status_code")))
                .isEqualTo(200);
    }

    @Test
    void aTraceThatBeginsHereHasOneIdInHeadRefusalAndSpan() {
        var refused = given().get("/nothing").then().statusCode(404).extract();
        var id = refused.header("X-Request-Id");
        assertThat(refused.<String>path("traceId")).isEqualTo(id);
        var span = spanOf(id);
        assertThat(span.getParentSpanContext().isValid()).isFalse();
        assertThat(span.getName()).as("an address nobody has may hold anything").isEqualTo("GET");
    }

    @Test
    void nothingPersonalAndNoSecretIsTold() throws JoseException {
        var token = Token.valid().sign();
        given().header("traceparent", "00-" + trace + "-" + CALLER + "-01")
                .header("Cookie", "session=cookie-of-somebody")
                .header("User-Agent", "agent-of-somebody")
                .auth()
                .oauth2(token)
                .body("body-of-somebody")
                .post("/api/credit/v1/complaints/RECEIPT-OF-SOMEBODY/echo?secret=query-of-somebody");
        assertThat(spanOf(trace).getAttributes().toString())
                .doesNotContain("of-somebody", "OF-SOMEBODY", token, "publisher")
                .doesNotContain("\"127.0.0.1\"");
    }

    @Test
    void aServiceThatBreaksOffLeavesASpanThatFailed() {
        given().header("traceparent", "00-" + trace + "-" + CALLER + "-01")
                .get("/api/credit/v1/cut")
                .then()
                .statusCode(502);
        assertThat(spanOf(trace).getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
    }

    /** The one span of a trace, as soon as it has come. */
    private SpanData spanOf(String traceId) {
        return await().until(() -> exported(traceId), spans -> spans.size() == 1)
                .getFirst();
    }

    private List<SpanData> exported(String traceId) {
        return ((InMemorySpanExporter) exporter)
                .getFinishedSpanItems().stream()
                        .filter(span -> span.getTraceId().equals(traceId))
                        .toList();
    }

    private static String said(SpanData span, String attribute) {
        return span.getAttributes().get(AttributeKey.stringKey(attribute));
    }
}

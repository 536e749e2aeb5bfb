package cn.quality.platform.outbox;

import static cn.quality.testing.QuickPaths.given;
import static org.assertj.core.api.Assertions.assertThat;

import cn.quality.platform.sql.Jdbc;
import cn.quality.platform.trace.ExportedSpans;
import cn.quality.testing.Infra;
import cn.quality.testing.PlatformTest;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One request, what it stored, what was told and who heard it, in one trace. */
@PlatformTest
class TracedEventTest {

    private static final RandomGenerator RANDOM = new Random();
    private static final String CALLER = "00f067aa0ba902b7";
    private static final String SEND = "send quality.credit.enterprise";
    private static final String PROCESS = "process quality.credit.enterprise";

    /** Not another test's. */
    private final String traceId = "%016x%016x".formatted(RANDOM.nextLong() | 1, RANDOM.nextLong());

    private static final Map<String, Object> KAFKA = Map.of("bootstrap.servers", Infra.bootstrapServers());

    @Inject
    Jdbc sql;

    @Inject
    Clock clock;

    @Inject
    ExportedSpans spans;

    @BeforeEach
    void nothingWaits() {
        sql.update("delete from outbox");
    }

    @Test
    void everySpanHasTheOneBeforeItAsItsParent() throws Exception {
        book(17, false);
        var stored = sql.first("select traceparent from outbox", row -> row.getString(1))
                .orElseThrow();
        publish();

        var request = spans.awaitOne(traceId, "POST /api/test/v1/bookings/{account}");
        assertThat(request.getKind()).isEqualTo(SpanKind.SERVER);
        assertThat(request.getParentSpanId()).isEqualTo(CALLER);
        assertThat(stored).isEqualTo("00-%s-%s-01".formatted(traceId, request.getSpanId()));
        var sent = spans.awaitOne(traceId, SEND);
        assertThat(sent.getKind()).isEqualTo(SpanKind.PRODUCER);
        assertThat(sent.getParentSpanId()).isEqualTo(request.getSpanId());
        var processed = spans.awaitOne(traceId, PROCESS);
        assertThat(processed.getKind()).isEqualTo(SpanKind.CONSUMER);
        assertThat(processed.getParentSpanId()).isEqualTo(sent.getSpanId());
        assertThat(said(processed, "messaging.consumer.group.name")).isEqualTo("ledger");
        assertThat(spans.of(traceId)).hasSize(3);
    }

    @Test
    void neitherTheQueryNorWhatStandsInTheAddressIsTold() throws Exception {
        book(18, false);
        publish();
        spans.awaitOne(traceId, PROCESS);
        spans.awaitOne(traceId, "POST /api/test/v1/bookings/{account}");
        assertThat(spans.of(traceId))
                .allSatisfy(span -> assertThat(span.toString())
                        .doesNotContain("wang-xiaoming", "name-of-somebody", "a-token", "127.0.0.1"));
    }

    @Test
    void aMessageThatIsPutAsideLeavesASpanThatFailed() throws Exception {
        book(19, true);
        publish();
        assertThat(spans.awaitOne(traceId, PROCESS).getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
    }

    @Test
    void aRefusalNamesTheTraceOfItsSpanAlsoWhenItBeginsHere() {
        var id = given().get("/api/test/v1/nowhere").then().statusCode(404).extract();
        var told = id.<String>path("traceId");
        assertThat(id.header("X-Request-Id")).isEqualTo(told);
        assertThat(spans.awaitOne(told, "GET").getParentSpanContext().isValid()).isFalse();
    }

    private void book(int amount, boolean poison) {
        given().header("traceparent", "00-%s-%s-01".formatted(traceId, CALLER))
                .header("X-Anything", "a-token")
                .queryParam("q", "name-of-somebody")
                .contentType(ContentType.JSON)
                .body(Map.of("amount", amount, "poison", poison))
                .post("/api/test/v1/bookings/wang-xiaoming")
                .then()
                .statusCode(204);
    }

    private void publish() throws Relay.BrokerUnavailable {
        try (var producer = RelayRunner.producer(KAFKA)) {
            assertThat(new Relay(sql, producer, clock, "/platform-test", 10).publishWaiting())
                    .isEqualTo(1);
        }
    }

    private static String said(SpanData span, String attribute) {
        return span.getAttributes().get(AttributeKey.stringKey(attribute));
    }
}

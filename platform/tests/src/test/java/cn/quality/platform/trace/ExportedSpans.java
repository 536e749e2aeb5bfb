package cn.quality.platform.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;

/** What a collector would have got. */
@Singleton
public class ExportedSpans {

    private final InMemorySpanExporter exporter = InMemorySpanExporter.create();

    @Produces
    @Singleton
    SpanExporter exporter() {
        return exporter;
    }

    /** The one span of a trace that has this name, as soon as it has come. */
    public SpanData awaitOne(String traceId, String name) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        assertThat(of(traceId)).extracting(SpanData::getName).containsOnlyOnce(name));
        return of(traceId).stream()
                .filter(span -> span.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    public List<SpanData> of(String traceId) {
        return exporter.getFinishedSpanItems().stream()
                .filter(span -> span.getTraceId().equals(traceId))
                .toList();
    }
}

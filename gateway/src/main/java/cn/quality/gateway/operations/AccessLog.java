package cn.quality.gateway.operations;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import org.jboss.logging.Logger;

/**
 * One line of JSON for each request, written a tenth of a second's worth at a time: to write each by itself costs a gateway
 * under load a sixth of what it can do. When the file cannot keep up, lines are dropped and counted rather than requests held
 * up.
 */
@Singleton
class AccessLog {

    private static final Logger LOG = Logger.getLogger("gateway.access");
    private static final JsonFactory JSON =
            new JsonFactoryBuilder().rootValueSeparator("\n").build();
    /** More than a tenth of a second can bring. */
    static final int WAITING = 16_384;

    private static final long PAUSE_MILLIS = 100;
    private static final int LINE = 384;

    private final BlockingQueue<RequestRecord> waiting = new ArrayBlockingQueue<>(WAITING);
    private final Vertx vertx;
    private final Counter dropped;

    AccessLog(Vertx vertx, MeterRegistry registry) {
        this.vertx = vertx;
        this.dropped = Counter.builder("gateway.access.dropped")
                .description("Lines of the access log that were dropped because the file could not keep up")
                .register(registry);
    }

    @Startup
    void begin() {
        vertx.setPeriodic(PAUSE_MILLIS, tick -> {
            if (!waiting.isEmpty()) {
                var unused = vertx.executeBlocking(Executors.callable(this::writeDown));
            }
        });
    }

    void write(RequestRecord record) {
        if (LOG.isInfoEnabled() && !waiting.offer(record)) {
            dropped.increment();
        }
    }

    /** Once more when the gateway stops. */
    @PreDestroy
    synchronized void writeDown() {
        var batch = new ArrayList<RequestRecord>();
        waiting.drainTo(batch);
        if (!batch.isEmpty()) {
            LOG.info(lines(batch));
        }
    }

    /** The last one without its end, which the file adds. */
    private static String lines(List<RequestRecord> batch) {
        var lines = new StringWriter(batch.size() * LINE);
        try (var json = JSON.createGenerator(lines)) {
            for (var record : batch) {
                write(record, json);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines.toString();
    }

    private static void write(RequestRecord record, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("time", record.end().toString());
        json.writeStringField("method", record.method());
        json.writeStringField("route", record.label().route());
        json.writeStringField("path", record.label().path());
        json.writeNumberField("status", record.status());
        json.writeNumberField("bytes", record.bytes());
        json.writeNumberField("micros", record.nanos() / 1_000);
        json.writeStringField("client", record.client());
        if (!record.roles().isEmpty()) {
            json.writeArrayFieldStart("roles");
            for (var role : record.roles()) {
                json.writeString(role);
            }
            json.writeEndArray();
        }
        json.writeStringField("address", record.address());
        json.writeStringField("trace", record.trace());
        json.writeStringField("instance", record.instance());
        json.writeStringField("cache", record.cache());
        json.writeStringField("limit", record.limit());
        json.writeBooleanField("complete", record.complete());
        json.writeEndObject();
    }
}

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

    private final BlockingQueue<Observed> waiting = new ArrayBlockingQueue<>(WAITING);
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

    void write(Observed observed) {
        if (LOG.isInfoEnabled() && !waiting.offer(observed)) {
            dropped.increment();
        }
    }

    /** Once more when the gateway stops. */
    @PreDestroy
    synchronized void writeDown() {
        var batch = new ArrayList<Observed>();
        waiting.drainTo(batch);
        if (!batch.isEmpty()) {
            LOG.info(lines(batch));
        }
    }

    /** The last one without its end, which the file adds. */
    private static String lines(List<Observed> batch) {
        var lines = new StringWriter(batch.size() * LINE);
        try (var json = JSON.createGenerator(lines)) {
            for (var observed : batch) {
                write(observed, json);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines.toString();
    }

    private static void write(Observed observed, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("time", observed.end().toString());
        json.writeStringField("method", observed.method());
        json.writeStringField("route", observed.place().route());
        json.writeStringField("path", observed.place().path());
        json.writeNumberField("status", observed.status());
        json.writeNumberField("bytes", observed.bytes());
        json.writeNumberField("micros", observed.nanos() / 1_000);
        json.writeStringField("client", observed.client());
        if (!observed.roles().isEmpty()) {
            json.writeArrayFieldStart("roles");
            for (var role : observed.roles()) {
                json.writeString(role);
            }
            json.writeEndArray();
        }
        json.writeStringField("address", observed.address());
        json.writeStringField("trace", observed.trace());
        json.writeStringField("instance", observed.instance());
        json.writeStringField("cache", observed.cache());
        json.writeStringField("limit", observed.limit());
        json.writeBooleanField("complete", observed.complete());
        json.writeEndObject();
    }
}

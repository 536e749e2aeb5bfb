package cn.quality.gateway.operations;

import com.fasterxml.jackson.core.JsonFactory;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Clock;
import org.jboss.logging.Logger;

/**
 * One line of JSON for each request. The file behind the category is written by a thread of its own; when that cannot keep
 * up, lines are dropped rather than requests held up.
 */
@ApplicationScoped
class AccessLog {

    private static final Logger LOG = Logger.getLogger("gateway.access");
    private static final JsonFactory JSON = new JsonFactory();

    private final Clock clock;

    AccessLog(Clock clock) {
        this.clock = clock;
    }

    void write(Observed observed) {
        if (LOG.isInfoEnabled()) {
            LOG.info(line(observed));
        }
    }

    private String line(Observed observed) {
        var line = new StringWriter(384);
        try (var json = JSON.createGenerator(line)) {
            json.writeStartObject();
            json.writeStringField("time", clock.instant().toString());
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
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return line.toString();
    }
}

package cn.quality.platform.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where in a trace something happens: what the headers {@code traceparent} and {@code tracestate} of W3C Trace Context carry
 * from one program to the next.
 *
 * <p>Read and written here and not by OpenTelemetry, because a gateway that exports no spans hands traces on without making
 * any.
 *
 * @param traceId 32 hexadecimal digits
 * @param spanId 16 hexadecimal digits
 * @param flags 2 hexadecimal digits
 * @param state the sender's {@code tracestate}
 */
record TraceContext(
        String traceId,
        String spanId,
        String flags,
        @Nullable String state) {

    private static final Pattern TRACEPARENT =
            Pattern.compile("00-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-([0-9a-f]{2})");
    private static final int LONGEST_STATE = 512;
    private static final String SAMPLED = "01";

    /** What a sender said; nothing when it said nothing that is valid. A {@code tracestate} counts only beside a valid trace. */
    static Optional<TraceContext> parse(@Nullable String traceparent, @Nullable String tracestate) {
        if (traceparent == null) {
            return Optional.empty();
        }
        var parts = TRACEPARENT.matcher(traceparent);
        return parts.matches()
                ? Optional.of(new TraceContext(
                        parts.group(1),
                        parts.group(2),
                        parts.group(3),
                        tracestate != null && tracestate.length() <= LONGEST_STATE ? tracestate : null))
                : Optional.empty();
    }

    /** A step of our own below the one a sender named, or the first of a new trace. */
    static TraceContext below(@Nullable String traceparent, @Nullable String tracestate) {
        return parse(traceparent, tracestate)
                .map(sender -> new TraceContext(sender.traceId, randomHex(8), sender.flags, sender.state))
                .orElseGet(() -> new TraceContext(randomHex(16), randomHex(8), SAMPLED, null));
    }

    static TraceContext of(Span span) {
        var ids = span.getSpanContext();
        return new TraceContext(
                ids.getTraceId(), ids.getSpanId(), ids.getTraceFlags().asHex(), null);
    }

    TraceContext withState(@Nullable String other) {
        return new TraceContext(traceId, spanId, flags, other);
    }

    /** As the parent of a span that is made here. */
    SpanContext remoteParent() {
        return SpanContext.createFromRemoteParent(
                traceId, spanId, TraceFlags.fromHex(flags, 0), TraceState.getDefault());
    }

    String traceparent() {
        return "00-" + traceId + '-' + spanId + '-' + flags;
    }

    private static String randomHex(int bytes) {
        var random = new byte[bytes];
        ThreadLocalRandom.current().nextBytes(random);
        random[0] |= 1; // all zeros means "no id"
        return HexFormat.of().formatHex(random);
    }
}

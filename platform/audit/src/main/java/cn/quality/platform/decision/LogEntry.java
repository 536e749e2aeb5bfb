package cn.quality.platform.decision;

import cn.quality.platform.digest.Digests;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A line of the log before it has its place in the chain. */
record LogEntry(
        Instant at,
        String actor,
        String act,
        String subjectType,
        String subjectId,
        String reason,
        String basis,
        String beforeDigest,
        String afterDigest) {

    /** What the first line names as its predecessor. */
    static final String GENESIS = "0".repeat(64);

    /**
     * SHA-256 over number, predecessor, every field, and the line's number among those about its subject where it has one.
     * Each field is preceded by its length, so that no two different lines write the same bytes.
     */
    String hash(long number, String previous, @Nullable Long subjectNumber) {
        var place = Stream.of(number, previous);
        var fields = Stream.of(at, actor, act, subjectType, subjectId, reason, basis, beforeDigest, afterDigest);
        var text = Stream.of(place, fields, Stream.ofNullable(subjectNumber))
                .flatMap(part -> part.map(Object::toString))
                .map(field -> field.length() + ":" + field)
                .collect(Collectors.joining());
        return Digests.sha256(text.getBytes(StandardCharsets.UTF_8));
    }
}

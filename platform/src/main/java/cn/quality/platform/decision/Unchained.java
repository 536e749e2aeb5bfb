package cn.quality.platform.decision;

import cn.quality.platform.digest.Digests;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** A line of the log before it has its place in the chain. */
record Unchained(
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
     * SHA-256 over number, predecessor and every field. Each field is preceded by its length, so that no two different
     * lines write the same bytes.
     */
    String hash(long number, String previous) {
        var text = new StringBuilder();
        for (var field : List.of(
                Long.toString(number),
                previous,
                at.toString(),
                actor,
                act,
                subjectType,
                subjectId,
                reason,
                basis,
                beforeDigest,
                afterDigest)) {
            text.append(field.length()).append(':').append(field);
        }
        return Digests.sha256(text.toString().getBytes(StandardCharsets.UTF_8));
    }
}

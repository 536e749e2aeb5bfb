package cn.quality.standards.check;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A list that is being checked; the receipt of who sent it.
 *
 * @param requestDigest of the list as it was sent
 * @param finishedAt absent until every line is answered
 */
@Schema(name = "CheckJob")
record CheckJobView(
        @Schema(required = true) UUID id,

        @Schema(required = true, examples = "2") int lines,

        @Schema(required = true, examples = "2") int done,

        @Schema(required = true, description = "清单的 SHA-256 (of the list)")
        String requestDigest,

        @Schema(required = true) Instant askedAt,

        @Nullable Instant finishedAt) {}

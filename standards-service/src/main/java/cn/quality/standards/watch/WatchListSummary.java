package cn.quality.standards.watch;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A row of one's lists. */
@Schema(name = "WatchListSummary")
record WatchListSummary(
        @Schema(required = true) UUID id,

        @Schema(required = true, examples = "示例：出口水产品") String name,

        @Schema(required = true) Instant createdAt,

        @Schema(required = true, examples = "12") long items) {}

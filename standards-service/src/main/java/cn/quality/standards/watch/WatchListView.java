package cn.quality.standards.watch;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A list, for its owner. */
@Schema(name = "WatchListView")
record WatchListView(
        @Schema(required = true) UUID id,

        @Schema(required = true, examples = "1") long version,

        @Schema(required = true, examples = "示例：出口水产品") String name,

        @Schema(required = true) Instant createdAt,

        @Schema(required = true) List<Item> items) {

    /** A number on it, with what was known when it was looked at last. */
    @Schema(name = "WatchListItem")
    record Item(
            @Schema(required = true, examples = "GB 2760-2024")
            String number,

            @Schema(required = true) Picture standard) {}
}

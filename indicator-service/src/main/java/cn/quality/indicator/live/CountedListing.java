package cn.quality.indicator.live;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A list entry that is published now. */
@Schema(requiredProperties = "listingId")
public record CountedListing(
        UUID listingId,
        @Schema(examples = "91371199MA3RH00187") String uscc,
        @Schema(examples = "日照示例海洋食品有限公司") String name,
        ListKind kind,
        Instant publishedAt)
        implements LiveRecord {}

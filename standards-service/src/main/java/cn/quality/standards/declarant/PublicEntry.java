package cn.quality.standards.declarant;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A list entry that the public may see today. */
@Schema(name = "ListEntryRef")
public record PublicEntry(
        @Schema(required = true) UUID listingId,

        @Schema(required = true) ListKind kind,

        @Schema(required = true) Instant publishedAt) {}

package cn.quality.standards.supervision;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What the enterprise says of its correction. A document it names stays where it is filed; its digest keeps it from being
 * exchanged.
 */
@Embeddable
@Schema(name = "SupervisionAnswer")
record Answer(
        String content,
        @Nullable String reference,
        @Nullable String sha256,
        Instant at) {}

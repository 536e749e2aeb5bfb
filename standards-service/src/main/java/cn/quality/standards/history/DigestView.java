package cn.quality.standards.history;

import cn.quality.standards.declaration.DeclarationHistory.Sealed;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One version by its digest. */
@Schema(name = "DeclarationDigest")
record DigestView(
        @Schema(required = true) UUID declarationId,

        @Schema(required = true, examples = "1") long version,

        @Schema(required = true) Instant recordedAt,

        @Schema(required = true, description = "规范 JSON 的 SHA-256 (of the canonical JSON)")
        String digest) {

    static DigestView of(Sealed sealed) {
        return new DigestView(sealed.declarationId(), sealed.version(), sealed.recordedAt(), sealed.digest());
    }
}

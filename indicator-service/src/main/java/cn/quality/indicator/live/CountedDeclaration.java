package cn.quality.indicator.live;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A declaration of an enterprise's own standard that is public now. */
@Schema(requiredProperties = "declarationId")
public record CountedDeclaration(
        UUID declarationId,
        @Schema(examples = "91371199MA3RH00187") String uscc,
        @Schema(examples = "Q/RZSL 001-2026") String number,
        Instant declaredAt)
        implements LiveRecord {}

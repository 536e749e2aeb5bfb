package cn.quality.standards.declaration;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Payload of {@link DeclarationEvent}.
 *
 * @param enterpriseName absent while the enterprise's own event has not come
 * @param standardNumber as the enterprise spells it
 * @param region GB/T 2260 code; absent like the name
 * @param contentDigest of this version, so that whoever receives the event holds a witness of it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DeclarationSnapshot(
        UUID declarationId,
        String uscc,
        @Nullable String enterpriseName,
        String standardNumber,
        String standardTitle,
        boolean ownStandard,
        @Nullable String region,
        Instant declaredAt,
        DeclarationState state,
        @Nullable String contentDigest) {}

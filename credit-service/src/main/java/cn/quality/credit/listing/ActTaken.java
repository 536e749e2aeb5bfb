package cn.quality.credit.listing;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One line of an entry's own history.
 *
 * @param hand which of the three hands acted, if one did
 */
@Embeddable
@Schema(description = "经办记录 (what was done, by whom)")
record ActTaken(
        @Enumerated(EnumType.STRING) ListingAct act,
        @Enumerated(EnumType.STRING) @JsonIgnore ListingAct.@Nullable Hand hand,
        @Schema(examples = "case-handler") String official,
        Instant at,
        String reason) {}

package cn.quality.credit.listing;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One line of an entry's own history. */
@Embeddable
@Schema(description = "经办记录 (what was done, by whom)")
record ActTaken(
        @Enumerated(EnumType.STRING) ListingAct act,
        @Schema(examples = "case-handler") String official,
        Instant at,
        String reason) {}

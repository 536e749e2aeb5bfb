package cn.quality.credit.listing;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One line of an entry's own history.
 *
 * @param duty which of the three duties the act belongs to, if one
 */
@Embeddable
@Schema(description = "经办记录 (what was done, by whom)")
record HistoryEntry(
        @Enumerated(EnumType.STRING) ListingAct act,

        @Enumerated(EnumType.STRING) @JsonIgnore @Column(name = "hand")
        ListingAct.@Nullable Duty duty,

        @Schema(examples = "case-handler") String official,
        Instant at,
        String reason) {}

package cn.quality.credit.complaint;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One line of a complaint's history.
 *
 * @param party the role in which it was done
 * @param official absent when the complainant acted
 * @param words reason or text, personal data redacted
 */
@Embeddable
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ComplaintHistoryEntry", description = "办理记录 (what was done, by whom)")
record HistoryEntry(
        @Enumerated(EnumType.STRING) ComplaintAct act,
        @Enumerated(EnumType.STRING) CaseRole party,
        @Schema(examples = "case-handler") @Nullable String official,
        Instant at,
        String words) {}

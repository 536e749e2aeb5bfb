package cn.quality.credit.listing;

import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Something an office owes on an entry and has not done in time.
 *
 * @param due last day on which it would have been in time
 */
@Schema(description = "逾期事项 (overdue work)")
record OverdueWork(
        UUID listingId,
        @Schema(examples = "91371199MA3RH00187") String uscc,
        @Schema(examples = "371102") String region,
        ListingState state,
        ListingClock clock,
        @Schema(examples = "异议处理") String what,
        LocalDate due) {}

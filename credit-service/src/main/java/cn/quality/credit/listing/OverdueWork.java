package cn.quality.credit.listing;

import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Something an office owes on an entry and has not done in time.
 *
 * @param clock the same as {@code deadline}, for clients of the version before
 * @param due last day on which it would have been in time
 */
@Schema(description = "逾期事项 (overdue work)")
record OverdueWork(
        UUID listingId,
        @Schema(examples = "91371199MA3RH00187") String uscc,
        @Schema(examples = "371102") String region,
        ListingState state,
        ListingDeadline deadline,

        @Schema(deprecated = true, description = "请改用 deadline (use deadline)")
        ListingDeadline clock,

        @Schema(examples = "异议处理") String what,
        LocalDate due) {}

package cn.quality.credit.listing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An objection to an announced honour as whoever raised it sees it.
 *
 * @param receipt shown once, when it is raised; absent when that is repeated after the receipt has been used
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "公示异议的办理情况 (where an objection to an announced honour stands)")
record FollowedNoticeObjection(
        @Schema(description = "回执，凭此查询答复，仅出示一次 (shown once: what the answer is asked for with)") @Nullable
        String receipt,

        UUID listingId,
        Instant raisedAt,
        Objection.@Nullable Outcome outcome,
        @Nullable String answer,
        @Nullable Instant decidedAt) {}

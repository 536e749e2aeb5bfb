package cn.quality.credit.sharing;

import cn.quality.credit.rules.Deadline;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * That an entry ended, and that a subscriber has to confirm it stopped using it. Says nothing of what stood in the entry.
 *
 * @param due by when; absent while no working-day calendar reaches that far
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "停止共享通知；只说明条目已终止，不含列入事由 (notice that an entry ended; never its ground)")
record SharingStop(
        UUID id,
        UUID listingId,
        @Schema(examples = "91371199MA3RH00187") String uscc,
        @Schema(examples = "BLACK") String list,
        @Schema(examples = "screening-bank") String clientId,
        @Schema(examples = "示例银行") String subscriber,
        LocalDate endedOn,
        @Nullable Deadline due,
        SharingState state,
        @Nullable Instant acknowledgedAt) {}

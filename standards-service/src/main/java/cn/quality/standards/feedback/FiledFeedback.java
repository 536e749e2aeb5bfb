package cn.quality.standards.feedback;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The receipt.
 *
 * @param secret shown this once; absent when the same report comes again under its key
 */
@Schema(name = "FiledFeedback")
@JsonInclude(JsonInclude.Include.NON_NULL)
record FiledFeedback(
        @Schema(required = true) UUID id,

        @Schema(examples = "K7QD-2MNP-8RST-VWXY-Z012", description = "查询密码，仅显示这一次 Shown this once") @Nullable
        String secret,

        @Schema(required = true) Instant receivedAt) {

    /** Never into a log by accident. */
    @Override
    public String toString() {
        return "FiledFeedback[" + id + "]";
    }
}

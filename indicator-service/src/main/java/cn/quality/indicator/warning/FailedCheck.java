package cn.quality.indicator.warning;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A figure that could not be looked at for reasons to warn.
 *
 * @param attempts how often it was tried
 * @param failure why it failed the last time
 * @param retryAt when it is tried again; so it is, ever more seldom, until it works
 */
@Schema(description = "未能检查的数据 (a figure that could not be looked at)")
record FailedCheck(
        @Schema(examples = "4711") long number,
        @Schema(examples = "AGR_SAFETY_PASS") String indicator,
        @Schema(examples = "371102") String area,
        @Schema(examples = "2019") String period,
        @Schema(examples = "3") int attempts,

        @Schema(examples = "PSQLException: ERROR: division by zero")
        String failure,

        Instant retryAt) {}

package cn.quality.credit.owner;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * That a client looked the enterprise up.
 *
 * @param by the system, or the department of the official
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "一次查询 (one look at the enterprise's record)")
record Look(
        UUID id,
        Instant at,
        @Schema(examples = "示例银行") String by,
        @Schema(examples = "screening-bank") @Nullable String client,
        @Schema(examples = "供应商准入审查") String purpose) {}

package cn.quality.credit.enterprise;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A region the enterprise once was in.
 *
 * @param from first day there; absent when the day of registration is not known
 * @param to day of the move: the first day on which it no longer was there
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "曾属区划 (a former region)")
public record FormerRegion(
        @Schema(examples = "371102") String region,
        @Schema(examples = "2020-05-06") @Nullable LocalDate from,
        @Schema(examples = "2026-03-02") LocalDate to) {}

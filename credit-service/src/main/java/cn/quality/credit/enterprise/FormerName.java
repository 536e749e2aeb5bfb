package cn.quality.credit.enterprise;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A name the enterprise once had.
 *
 * @param from first day of the name; absent when the day of registration is not known
 * @param to day of the change: the first day on which it no longer was the name
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "曾用名 (a former name)")
public record FormerName(
        @Schema(examples = "日照示例海洋食品有限公司") String name,
        @Schema(examples = "2020-05-06") @Nullable LocalDate from,
        @Schema(examples = "2026-03-02") LocalDate to) {}

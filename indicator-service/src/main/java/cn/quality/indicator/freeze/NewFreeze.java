package cn.quality.indicator.freeze;

import cn.quality.indicator.PlainText;
import cn.quality.indicator.observation.Period;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A live figure to be frozen.
 *
 * @param period whose figure it becomes
 * @param reason at which review
 */
@Schema(name = "NewLiveFreeze")
record NewFreeze(
        @Schema(examples = "2025") @NotNull @Pattern(regexp = Period.PATTERN, message = Period.ACCEPTED)
        String period,

        @Schema(examples = "2025年度质量工作考核评审") @NotNull @PlainText @Size(max = 300)
        String reason) {}

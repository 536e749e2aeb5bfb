package cn.quality.indicator.round;

import cn.quality.indicator.IndicatorCode;
import cn.quality.indicator.PlainText;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A correction of what was published.
 *
 * @param indicators whose figures are asked for again
 * @param deadline last day of the short round, whole, in Asia/Shanghai
 */
@Schema(name = "NewRoundCorrection")
record NewCorrection(
        @Schema(examples = "示例：分母多计一批次") @NotNull @PlainText @Size(max = 300)
        String reason,

        @Schema(examples = "2020-04-10") @NotNull LocalDate deadline,

        @NotNull @NotEmpty @Size(max = 500)
        List<@NotNull @Pattern(regexp = IndicatorCode.PATTERN) String> indicators) {}

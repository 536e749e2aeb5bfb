package cn.quality.indicator.warning;

import cn.quality.indicator.PlainText;
import cn.quality.indicator.area.AreaCode;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Who is to answer for a warning.
 *
 * @param department of the area; the area itself when left out
 * @param due last day for the plan; the longest that the terms allow when left out
 */
@Schema(name = "NewWarningAssignment", description = "交办 (who is to answer for it)")
record NewAssignment(
        @Schema(examples = "371102") @NotNull @Pattern(regexp = AreaCode.PATTERN)
        String area,

        @Schema(examples = "日照市市场监督管理局") @PlainText @Size(max = 60) @Nullable
        String department,

        @Schema(examples = "2020-03-10") @Nullable LocalDate due,

        @Schema(examples = "示例：请于十日内报送整改方案") @NotNull @PlainText @Size(max = 300)
        String note) {}

package cn.quality.indicator.plan;

import cn.quality.indicator.PlainText;
import cn.quality.indicator.PublicText;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A plan as it is sent.
 *
 * @param period the years it covers, as written on its title page
 * @param source who made it public, and where the text was taken from
 * @param text the whole text; line breaks and tabs are kept as they are
 */
public record NewPlan(
        @Schema(examples = "quality-2016-2020") @NotNull @Pattern(regexp = PlanId.PATTERN)
        String id,

        @Schema(examples = "日照市“十三五”质量发展规划") @NotNull @PlainText @Size(max = 200)
        String title,

        @Schema(examples = "2016-2020") @NotNull @PlainText @Size(max = 40)
        String period,

        @Schema(examples = "日照市人民政府公开发布") @NotNull @PlainText @Size(max = 500)
        String source,

        @Schema(examples = "全市工业产品质量监督抽查合格率达到97%以上。")
        @PublicText
        @NotBlank
        @Pattern(regexp = "^[^\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\x7F-\\x9F\\p{Cs}]*$")
        @Size(max = 300_000)
        String text) {}

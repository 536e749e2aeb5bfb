package cn.quality.indicator.catalogue;

import cn.quality.indicator.PlainText;
import cn.quality.indicator.plan.PlanId;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Words of a plan that speak of an indicator.
 *
 * @param text a literal part of the plan's text
 */
@Embeddable
public record Quotation(
        @Schema(examples = "quality-2016-2020") @NotNull @Pattern(regexp = PlanId.PATTERN)
        String plan,

        @Schema(examples = "全市工业产品质量监督抽查合格率达到97%以上") @NotNull @PlainText @Size(max = 500)
        String text) {}

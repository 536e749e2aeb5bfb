package cn.quality.indicator.targets;

import cn.quality.indicator.PlainText;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Words of the plan a target stands on.
 *
 * @param text a literal part of the plan's text
 * @param start offset of its first character in the plan's text, counted in UTF-16; may be left out where the words occur
 *     once
 * @param about which part of the target they give
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Passage(
        @Schema(examples = "全市工业产品质量监督抽查合格率达到97%以上") @NotNull @PlainText @Size(max = 500)
        String text,

        @Schema(examples = "3170") @Min(0) @Nullable Integer start,

        @NotNull PassageAbout about) {}

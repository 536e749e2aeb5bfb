package cn.quality.indicator.scheme;

import cn.quality.indicator.IndicatorCode;
import cn.quality.indicator.PlainText;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One row of the sheet: a group, or an indicator with its rule.
 *
 * @param parent the group it stands in, which stands before it; absent on the first level (一级指标)
 * @param weight points it can bring (分值); absent for a veto or a bonus, and for a group of nothing else
 * @param rule how it is scored; absent for a group
 * @param unit of the figure; in {@code %} it lies between 0 and 100
 * @param applicability whether an area may say that it does not apply to it
 * @param indicator the indicator of the catalogue it speaks of, if it does
 * @param criterion 评分标准 in words
 * @param basis 评分依据
 * @param lead 牵头部门
 * @param certainty how certain the row is, for those that are taken from a source
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NewNode(
        @Schema(examples = "T1") @NotNull @Pattern(regexp = NewNode.CODE)
        String code,

        @Schema(examples = "T") @Pattern(regexp = NewNode.CODE) @Nullable
        String parent,

        @Schema(examples = "工业产品质量监督抽查合格率") @NotNull @PlainText @Size(max = 200)
        String nameZh,

        @Schema(examples = "Pass rate of supervision checks of industrial products")
        @NotNull
        @PlainText
        @Size(max = 200)
        String nameEn,

        @Schema(examples = "20") @Positive @Digits(integer = 15, fraction = 6) @Nullable
        BigDecimal weight,

        @Valid @Nullable NewRule rule,

        @Schema(examples = "%") @PlainText @Size(max = 60) @Nullable
        String unit,

        @Nullable Applicability applicability,

        @Schema(examples = "PRD_SUPERV_PASS") @Pattern(regexp = IndicatorCode.PATTERN) @Nullable
        String indicator,

        @PlainText @Size(max = 1000) @Nullable String criterion,
        @PlainText @Size(max = 500) @Nullable String basis,
        @PlainText @Size(max = 100) @Nullable String lead,
        @Nullable Certainty certainty) {

    /** Of a node and of a reported entry. */
    public static final String CODE = "^[A-Z][A-Z0-9_.-]{0,39}$";
}

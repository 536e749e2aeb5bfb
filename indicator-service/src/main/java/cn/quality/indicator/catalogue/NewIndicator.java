package cn.quality.indicator.catalogue;

import cn.quality.indicator.IndicatorCode;
import cn.quality.indicator.PlainText;
import cn.quality.indicator.plan.PlanId;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An indicator as it is sent.
 *
 * @param domain the field it belongs to, one lower-case word
 * @param unit as it is to be shown, for example {@code %} or {@code 家}
 * @param baseline where the plan started from, if it says so
 * @param target what the plan promised, if it promised a figure or a level
 * @param plans the plans that make the statement
 * @param quotations their words; at least one from each of the plans
 * @param note what a reader must know not to misread the figures
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NewIndicator(
        @Schema(examples = "PRD_SUPERV_PASS") @NotNull @Pattern(regexp = IndicatorCode.PATTERN)
        String code,

        @Schema(examples = "工业产品质量监督抽查合格率") @NotNull @PlainText @Size(max = 200)
        String nameZh,

        @Schema(examples = "Industrial product supervision pass rate") @NotNull @PlainText @Size(max = 200)
        String nameEn,

        @Schema(examples = "product") @NotNull @Pattern(regexp = NewIndicator.DOMAIN)
        String domain,

        @Schema(examples = "%") @NotNull @PlainText @Size(max = 60)
        String unit,

        @NotNull TargetKind kind,

        @NotNull Direction direction,

        @Valid @Nullable Figure baseline,

        @Valid @Nullable Figure target,

        @Size(max = 20) List<@NotNull @Pattern(regexp = PlanId.PATTERN) String> plans,

        @Size(max = 50) List<@NotNull @Valid Quotation> quotations,

        @PlainText @Size(max = 1000) @Nullable String note) {

    static final String DOMAIN = "^[a-z][a-z-]{1,39}$";

    public NewIndicator {
        plans = present(plans);
        quotations = present(quotations);
    }

    /** Lists left out are empty; null elements stay, for the validator to name them. */
    private static <T> List<T> present(@Nullable List<T> list) {
        return list == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(list));
    }
}

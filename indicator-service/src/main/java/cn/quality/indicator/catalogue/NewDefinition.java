package cn.quality.indicator.catalogue;

import cn.quality.indicator.BilingualText;
import cn.quality.indicator.IndicatorCode;
import cn.quality.indicator.PlainText;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A definition (口径) of an indicator as it is sent.
 *
 * @param version 1 for the first; another definition has the next number
 * @param validFrom the first day of the figures counted this way
 * @param scope what is counted
 * @param unit as it is to be shown
 * @param numerator what a rate counts; goes with the denominator
 * @param denominator what a rate counts it out of
 * @param decimals digits behind the point a figure is shown with; a comparison with a limit never rounds
 * @param lowest no figure lies below it
 * @param highest no figure lies above it
 * @param levels of an ordered scale, the worst first
 * @param breakReason why the figures cannot be compared with those of the version before; of every version but the first
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record NewDefinition(
        @Schema(examples = "FOD_DRUG_PASS") @NotNull @Pattern(regexp = IndicatorCode.PATTERN)
        String indicator,

        @Schema(examples = "2") @Min(1) @Max(1000) int version,

        @NotNull LocalDate validFrom,

        @Valid @NotNull BilingualText scope,

        @Schema(examples = "%") @NotNull @PlainText @Size(max = 60)
        String unit,

        @NotNull Measure measure,

        @Valid @Nullable BilingualText numerator,

        @Valid @Nullable BilingualText denominator,

        @Schema(examples = "1") @Min(0) @Max(6) int decimals,

        @Schema(examples = "0") @Digits(integer = 15, fraction = 6) @Nullable
        BigDecimal lowest,

        @Schema(examples = "100") @Digits(integer = 15, fraction = 6) @Nullable
        BigDecimal highest,

        @Size(max = 20) List<@NotNull @PlainText @Size(max = 60) String> levels,

        @Valid @Nullable BilingualText breakReason) {

    /** A list left out is empty; null elements stay, for the validator to name them. */
    public NewDefinition {
        levels = levels == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(levels));
    }
}

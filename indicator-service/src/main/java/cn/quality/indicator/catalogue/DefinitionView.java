package cn.quality.indicator.catalogue;

import cn.quality.indicator.BilingualText;
import cn.quality.indicator.IndicatorCode;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A definition as it is shown.
 *
 * @param validUntil the first day of the definition that took its place; absent for the one in force
 * @param numerator what a rate counts
 * @param denominator what a rate counts it out of
 * @param levels of an ordered scale, the worst first
 * @param seriesBreak whether the figures from {@code validFrom} on cannot be compared with those before
 * @param revision 0 while nobody has written it and it is read off the indicator, one more for each change
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DefinitionView(
        IndicatorCode indicator,
        @Schema(examples = "2") int version,
        LocalDate validFrom,
        @Nullable LocalDate validUntil,
        BilingualText scope,
        @Schema(examples = "%") String unit,
        Measure measure,
        @Nullable BilingualText numerator,
        @Nullable BilingualText denominator,
        @Schema(examples = "1") int decimals,
        @Schema(examples = "0") @Nullable BigDecimal lowest,
        @Schema(examples = "100") @Nullable BigDecimal highest,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> levels,
        boolean seriesBreak,
        @Nullable BilingualText breakReason,
        @Schema(examples = "1") long revision) {

    /** Whether its figures are hundredths of a whole. */
    @JsonIgnore
    public boolean isPercentage() {
        return unit.startsWith("%");
    }
}

package cn.quality.indicator.formula;

import cn.quality.indicator.IndicatorCode;
import cn.quality.indicator.PlainText;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
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
 * A formula as it is sent.
 *
 * @param indicator what is computed
 * @param validFrom the first day of the periods it computes
 * @param factor of a ratio, 100 for percent; 1 when left out
 * @param basis the document that defines it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NewFormula(
        @Schema(examples = "PRD_SUPERV_PASS") @NotNull @Pattern(regexp = IndicatorCode.PATTERN)
        String indicator,

        @NotNull LocalDate validFrom,

        @NotNull FormulaForm form,

        @Size(min = 1, max = 100) List<@NotNull @Valid Input> inputs,

        @Schema(examples = "100") @Digits(integer = 15, fraction = 6) @Nullable
        BigDecimal factor,

        @Schema(examples = "统计报表制度") @NotNull @PlainText @Size(max = 300)
        String basis) {

    /** A list left out is empty, and too short. */
    public NewFormula {
        inputs = inputs == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(inputs));
    }

    /**
     * An indicator that is computed with.
     *
     * @param weight in an index; the weights make 100
     */
    @Embeddable
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Input(
            @Column(name = "input") @Schema(examples = "PRD_PASSED") @NotNull @Pattern(regexp = IndicatorCode.PATTERN)
            String indicator,

            @Enumerated(EnumType.STRING) @NotNull InputPart part,

            @Schema(examples = "40") @Digits(integer = 3, fraction = 6) @Nullable
            BigDecimal weight,

            @Enumerated(EnumType.STRING) @NotNull MissingRule whenMissing) {}
}

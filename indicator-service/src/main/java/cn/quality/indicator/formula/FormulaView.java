package cn.quality.indicator.formula;

import cn.quality.indicator.IndicatorCode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A formula as it is shown.
 *
 * @param version 1 when first recorded, one more for each change
 */
public record FormulaView(
        IndicatorCode indicator,
        LocalDate validFrom,
        FormulaForm form,
        List<NewFormula.Input> inputs,
        @Schema(examples = "100") BigDecimal factor,
        @Schema(examples = "统计报表制度") String basis,
        @Schema(examples = "1") long version) {}

package cn.quality.indicator.progress;

import cn.quality.indicator.PlainText;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Bands of progress as they are sent.
 *
 * @param validFrom the first day on which progress is judged by them
 * @param onTrack from which share of the expected gain a target is on track
 * @param atRisk from which it is at risk; below it is off track
 * @param basis the document that says so
 */
public record NewBands(
        @Schema(examples = "2026-01-01") @NotNull LocalDate validFrom,

        @Schema(examples = "1") @NotNull @DecimalMin(value = "0", inclusive = false) @Digits(integer = 2, fraction = 4)
        BigDecimal onTrack,

        @Schema(examples = "0.8")
        @NotNull
        @DecimalMin(value = "0", inclusive = false)
        @Digits(integer = 2, fraction = 4)
        BigDecimal atRisk,

        @Schema(examples = "示例：督导办法第八条") @NotNull @PlainText @Size(max = 300)
        String basis) {

    BandsView view() {
        return new BandsView(validFrom, onTrack, atRisk, basis);
    }
}

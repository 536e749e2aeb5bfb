package cn.quality.indicator.progress;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Bands of progress and since when they hold, until the next.
 *
 * @param onTrack from which share of the expected gain a target is on track
 * @param atRisk from which it is at risk; below it is off track
 * @param basis the document that says so
 */
@Schema(name = "BandsView", description = "进度档次 (bands of progress)")
record BandsView(
        LocalDate validFrom,
        @Schema(examples = "1") BigDecimal onTrack,
        @Schema(examples = "0.8") BigDecimal atRisk,
        String basis) {}

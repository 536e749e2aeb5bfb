package cn.quality.indicator.progress;

import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * From which share of the expected gain on a target is on track, and at risk.
 *
 * @param basis the document that says so
 */
public record Bands(
        @Schema(examples = "1") BigDecimal onTrack,
        @Schema(examples = "0.8") BigDecimal atRisk,
        String basis) {

    ProgressState of(BigDecimal share) {
        if (share.compareTo(onTrack) >= 0) {
            return ProgressState.ON_TRACK;
        }
        return share.compareTo(atRisk) >= 0 ? ProgressState.AT_RISK : ProgressState.OFF_TRACK;
    }
}

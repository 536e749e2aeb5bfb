package cn.quality.indicator.observation;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What became of a report.
 *
 * @param recorded first figures of their series and period
 * @param revised figures that differ from what was recorded before
 * @param unchanged figures that had been recorded already
 * @param skipped rows of a sheet that say nothing: empty ones, and the example of the template
 */
public record ReportView(
        @Schema(examples = "14") int recorded,
        @Schema(examples = "1") int revised,
        @Schema(examples = "0") int unchanged,
        @Schema(examples = "2") long skipped) {}

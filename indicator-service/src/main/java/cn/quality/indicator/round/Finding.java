package cn.quality.indicator.round;

import cn.quality.platform.problem.Text;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Something wrong or remarkable about a figure.
 *
 * @param field for example {@code cells[PRD_SUPERV_PASS].numerator}
 * @param remarked whether a remark explains it
 */
@Schema(name = "RoundFinding", description = "审核结果：错误或提示 (an error or a warning about a figure)")
record Finding(
        Severity severity,
        @Schema(examples = "cells[PRD_SUPERV_PASS].value") String field,
        @Schema(examples = "sudden-change") String code,
        Text message,
        boolean remarked) {

    @Schema(name = "RoundFindingSeverity")
    enum Severity {
        /** Must be mended. */
        ERROR,
        /** Must be explained. */
        WARNING
    }

    static Finding error(String field, String code, Text message) {
        return new Finding(Severity.ERROR, field, code, message, false);
    }

    static Finding warning(Cell cell, String code, Text message) {
        return new Finding(Severity.WARNING, cell.place() + ".remark", code, message, cell.isRemarked());
    }

    /** Whether the task cannot be submitted with it. */
    boolean blocks() {
        return severity == Severity.ERROR || !remarked;
    }
}

package cn.quality.standards.supervision;

import cn.quality.standards.input.Flaws;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** More time to correct, as it was sent. */
@Schema(name = "NewCorrectionExtension")
record NewExtension(
        @Schema(required = true, examples = "2026-04-30") @Nullable
        LocalDate until,

        @Schema(required = true, examples = "示例：检验报告尚未出具") @Nullable
        String reason) {

    record Checked(LocalDate until, String reason) {}

    /** @throws cn.quality.platform.problem.Problem 400 naming everything that is wrong, 422 {@code personal-data} */
    Checked checked() {
        var flaws = new Flaws();
        var why = flaws.text(reason, "reason", 1000);
        if (until == null) {
            flaws.missing("until");
        }
        flaws.refuseIfAny();
        if (until == null) {
            throw new IllegalStateException();
        }
        return new Checked(until, why);
    }
}

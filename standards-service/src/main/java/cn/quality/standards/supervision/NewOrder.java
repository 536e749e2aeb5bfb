package cn.quality.standards.supervision;

import cn.quality.standards.input.Flaws;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An order to correct, as it was sent. */
@Schema(name = "NewCorrectionOrder")
record NewOrder(
        @Schema(required = true, examples = "日市监改示例〔2026〕1号", description = "责令改正通知书编号 Number of the document")
        @Nullable
        String number,

        @Schema(required = true, examples = "示例：公开各项指标的试验方法", description = "改正要求 What is to be corrected") @Nullable
        String demands,

        @Schema(
                required = true,
                examples = "2026-03-10",
                description = "送达日期，期限自次日起算 Day of service; the time begins the day after")
        @Nullable
        LocalDate servedOn,

        @Schema(
                examples = "2026-04-09",
                description = "改正期限，当日全天有效；省略时按通常期限 The last day, whole; the usual time when absent")
        @Nullable
        LocalDate until) {

    /** @throws cn.quality.platform.problem.Problem 400 naming everything that is wrong, 422 {@code personal-data} */
    Order checked() {
        var flaws = new Flaws();
        var document = flaws.text(number, "number", 100);
        var wanted = flaws.text(demands, "demands", 1000);
        if (servedOn == null) {
            flaws.missing("servedOn");
        }
        flaws.refuseIfAny();
        if (servedOn == null) {
            throw new IllegalStateException();
        }
        return new Order(document, wanted, servedOn, Optional.ofNullable(until));
    }
}

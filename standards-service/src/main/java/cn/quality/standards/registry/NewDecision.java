package cn.quality.standards.registry;

import cn.quality.standards.input.Flaws;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A decision upon an entry, as it was sent. */
@Schema(name = "NewRegistryDecision")
record NewDecision(
        @Schema(
                required = true,
                examples = "2026-03-02",
                description = "生效之日；退出为不再在库的第一日 The day of effect; of an exit the first day out")
        @Nullable
        LocalDate on,

        @Schema(required = true, examples = "示例：复核通过") @Nullable
        String reason,

        @Schema(examples = "日市监示例〔2026〕12号", description = "决定文号 Number of the decision document") @Nullable
        String document) {

    private static final int LONGEST_REASON = 2_000;
    private static final int LONGEST_NUMBER = 100;

    /** @throws cn.quality.platform.problem.Problem 400 with everything that is wrong */
    Checked checked() {
        var flaws = new Flaws();
        if (on == null) {
            flaws.missing("on");
        }
        var decided = decided(reason, document, flaws);
        flaws.refuseIfAny();
        return new Checked(on == null ? LocalDate.EPOCH : on, decided);
    }

    static Decided decided(@Nullable String reason, @Nullable String document, Flaws flaws) {
        return new Decided(
                flaws.text(reason, "reason", LONGEST_REASON), flaws.optionalText(document, "document", LONGEST_NUMBER));
    }

    /** Without a flaw. */
    record Checked(LocalDate on, Decided decided) {}
}

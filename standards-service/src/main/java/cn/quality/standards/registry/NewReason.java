package cn.quality.standards.registry;

import cn.quality.standards.input.Flaws;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Why a proposal ends, as it was sent. */
@Schema(name = "NewRegistryReason")
record NewReason(
        @Schema(required = true, examples = "示例：材料不全") @Nullable
        String reason,

        @Schema(examples = "日市监示例〔2026〕12号") @Nullable String document) {

    /** @throws cn.quality.platform.problem.Problem 400 with everything that is wrong */
    Decided checked() {
        var flaws = new Flaws();
        var decided = NewDecision.decided(reason, document, flaws);
        flaws.refuseIfAny();
        return decided;
    }
}

package cn.quality.standards.registry;

import cn.quality.standards.input.Flaws;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** That an entry is looked at again, as it was sent. */
@Schema(name = "NewRegistryReview")
record NewReview(
        @Schema(
                examples = "EXPIRED",
                description = "拟退出的情形；省略为仅复核 The ground on which it is to leave; absent to look only")
        @Nullable
        String ground,

        @Schema(examples = "2026-03-02", description = "告知当事人之日 When whom it is about was told") @Nullable
        LocalDate notifiedOn,

        @Schema(required = true, examples = "示例：有效期满，未申请延续") @Nullable
        String reason) {

    /** @throws cn.quality.platform.problem.Problem 400 with everything that is wrong */
    Checked checked() {
        var flaws = new Flaws();
        var decided = NewDecision.decided(reason, null, flaws);
        var code = Optional.ofNullable(flaws.optionalText(ground, "ground", 40));
        flaws.refuseIfAny();
        return new Checked(code, Optional.ofNullable(notifiedOn), decided.reason());
    }

    /** Without a flaw. */
    record Checked(Optional<String> ground, Optional<LocalDate> told, String words) {}
}

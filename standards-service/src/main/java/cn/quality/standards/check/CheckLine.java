package cn.quality.standards.check;

import cn.quality.platform.identifiers.UnifiedSocialCreditCode;
import cn.quality.platform.problem.Problem;
import cn.quality.standards.number.StandardNumber;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One question of a list, as it was sent; what cannot be read is answered so and keeps nobody else waiting. */
@Schema(name = "CheckLine")
@JsonInclude(JsonInclude.Include.NON_NULL)
record CheckLine(
        @Schema(required = true, examples = "GB/T 18108-2019") @Nullable
        String number,

        @Schema(required = true, examples = "91371199MA3RH00187") @Nullable
        String uscc,

        @Schema(examples = "06901234567892") @Nullable String product) {

    /** The answer by the same rules as a single check. */
    CheckAnswer answered(int line, CheckService checks) {
        try {
            return CheckAnswer.of(
                    line,
                    checks.check(
                            StandardNumber.reference(Objects.requireNonNullElse(number, "")),
                            UnifiedSocialCreditCode.read(Objects.requireNonNullElse(uscc, "")),
                            Optional.ofNullable(product).filter(name -> !name.isBlank())));
        } catch (Problem unreadable) {
            return CheckAnswer.refused(line, this, unreadable);
        }
    }
}

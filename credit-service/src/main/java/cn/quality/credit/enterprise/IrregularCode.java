package cn.quality.credit.enterprise;

import cn.quality.platform.identifiers.UnifiedSocialCreditCode;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import org.jspecify.annotations.Nullable;

/**
 * A code that stands on a certificate although its check characters are wrong. It is the code of the enterprise all the same
 * (GB 32100-2015 says how codes are given, not that a wrong one is none): an office registers it with the reason, and whoever
 * looks the enterprise up is warned.
 */
public final class IrregularCode {

    /** Stable name of the warning. */
    public static final String WARNING = "irregular-code";

    public static final Text WARNING_TEXT = new Text(
            "该统一社会信用代码未通过校验，登记机关已确认证照所载即为此代码，请注意核对",
            "This code does not check; an office has confirmed that the certificate carries it. Compare it with care");

    private IrregularCode() {}

    /**
     * @param reason why the code is registered although it does not check
     * @throws Problem 400 {@code invalid-uscc} for a code that does not check without a reason, {@code invalid-argument} for a
     *     reason that is not needed
     */
    static void requireReason(UnifiedSocialCreditCode code, @Nullable String reason) {
        boolean given = reason != null && !reason.isBlank();
        if (!given) {
            code.irregularity().ifPresent(refusal -> {
                throw refusal;
            });
        } else if (!code.isIrregular()) {
            throw new Problem(
                            ProblemTypes.INVALID_ARGUMENT,
                            new Text("该代码通过校验，无须说明", "The code checks and needs no reason"))
                    .with("irregularReason", "not-irregular", new Text("请删去此项", "Leave it out"));
        }
    }
}

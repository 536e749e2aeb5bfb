package cn.quality.standards.declarant;

import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemType;
import cn.quality.platform.problem.Text;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * 统一社会信用代码 (GB 32100-2015): 18 characters, of which the last checks all and the 17th the organisation code
 * (GB 11714). The region digits in it are those of the first registration and say nothing of today.
 */
public record UnifiedSocialCreditCode(String value) {

    public static final ProblemType INVALID =
            new ProblemType(400, "invalid-uscc", Text.of("统一社会信用代码有误", "Invalid unified social credit code"));

    private static final int LENGTH = 18;
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] ORGANISATION_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};

    /** @throws Problem 400 {@code invalid-uscc} with a violation for each reason */
    public UnifiedSocialCreditCode {
        var reasons = reasons(value);
        if (!reasons.isEmpty()) {
            var problem = new Problem(INVALID, Text.of("“%s” 不是有效代码", "“%s” is not a valid code", value));
            reasons.forEach((code, reason) -> problem.with("uscc", code, reason));
            throw problem;
        }
    }

    /** The code in a text, blanks around it and lower case forgiven. */
    public static UnifiedSocialCreditCode of(String text) {
        return new UnifiedSocialCreditCode(text.strip().toUpperCase(Locale.ROOT));
    }

    private static Map<String, Text> reasons(String value) {
        var reasons = new LinkedHashMap<String, Text>();
        if (value.length() != LENGTH) {
            reasons.put("length", Text.of("应为 %d 位，现为 %d 位", "%d characters, not %d", LENGTH, value.length()));
        }
        if (value.chars().anyMatch(c -> ALPHABET.indexOf(c) < 0)) {
            reasons.put("letter", Text.of("含有不允许的字符（不用 I O Z S V）", "has a character that no code has (I O Z S V)"));
        }
        if (reasons.isEmpty()) {
            if (value.charAt(LENGTH - 1) != check(value)) {
                reasons.put("check-character", Text.of("校验码不符", "the check character is wrong"));
            }
            if (value.charAt(LENGTH - 2) != organisationCheck(value.substring(8, 16))) {
                reasons.put(
                        "organisation-check-character",
                        Text.of("主体标识码（组织机构代码）校验码不符", "the organisation code's check character is wrong"));
            }
        }
        return reasons;
    }

    private static char check(String value) {
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < LENGTH - 1; i++) {
            sum += ALPHABET.indexOf(value.charAt(i)) * weight;
            weight = weight * 3 % 31;
        }
        return ALPHABET.charAt((31 - sum % 31) % 31);
    }

    private static char organisationCheck(String code) {
        int sum = 0;
        for (int i = 0; i < code.length(); i++) {
            // GB 11714 counts letters from A = 10 through the whole alphabet, unlike GB 32100.
            sum += Character.digit(code.charAt(i), 36) * ORGANISATION_WEIGHTS[i];
        }
        int check = 11 - sum % 11;
        return check == 10 ? 'X' : check == 11 ? '0' : Character.forDigit(check, 10);
    }

    @Override
    public String toString() {
        return value;
    }
}

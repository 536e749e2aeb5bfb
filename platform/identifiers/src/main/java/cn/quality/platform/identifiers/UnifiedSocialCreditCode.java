package cn.quality.platform.identifiers;

import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemType;
import cn.quality.platform.problem.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Unified social credit code (统一社会信用代码, GB 32100-2015): 18 characters, of which 1 is the registration authority, 2 the
 * category, 3–8 the region of <em>first</em> registration, 9–17 the organisation code with its own check character
 * (GB 11714), and 18 the check character of the whole.
 */
public record UnifiedSocialCreditCode(String value) {

    public static final ProblemType INVALID =
            new ProblemType(400, "invalid-uscc", new Text("统一社会信用代码无效", "Invalid unified social credit code"));

    /** Digits and capital letters but those that are misread (I O Z S V). */
    public static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private static final int LENGTH = 18;
    private static final int ORGANISATION_START = 8;
    private static final int ORGANISATION_CHECK = 16;

    /** @throws Problem 400 {@code invalid-uscc} */
    public UnifiedSocialCreditCode {
        var defects = defectsOf(value);
        if (!defects.isEmpty()) {
            throw refusal(value, defects);
        }
    }

    /**
     * Reads a code as people type it: spaces around it and small letters do not matter.
     *
     * @throws Problem 400 {@code invalid-uscc} with one violation for each defect
     */
    public static UnifiedSocialCreditCode parse(String text) {
        return new UnifiedSocialCreditCode(written(text));
    }

    /**
     * Completes a code by both check characters.
     *
     * @param first16 authority, category, region of first registration, and the organisation code without its check
     */
    public static UnifiedSocialCreditCode complete(String first16) {
        var first17 = first16 + OrganisationCode.checkCharacter(first16.substring(ORGANISATION_START));
        return new UnifiedSocialCreditCode(first17 + checkCharacter(first17));
    }

    /** The text as it would be written in a code, whether it is one or not. */
    public static String written(String text) {
        return text.strip().toUpperCase(Locale.ROOT);
    }

    /** Every reason why this text is not a code; none when it is one. A check is only made over characters that are sound. */
    public static List<CodeDefect> defectsOf(String text) {
        var defects = new ArrayList<CodeDefect>();
        var characters = text.codePoints().toArray();
        if (characters.length != LENGTH) {
            defects.add(new CodeDefect.Length(characters.length));
        }
        for (int i = 0; i < characters.length && i < LENGTH; i++) {
            if (ALPHABET.indexOf(characters[i]) < 0) {
                defects.add(new CodeDefect.Letter(i + 1, Character.toString(characters[i])));
            }
        }
        if (characters.length == LENGTH) {
            checkOrganisation(text, defects);
            checkWhole(text, defects);
        }
        return List.copyOf(defects);
    }

    /** The organisation code inside: the code of this very subject, a branch's never its parent's. */
    public OrganisationCode organisation() {
        return new OrganisationCode(value.substring(ORGANISATION_START, LENGTH - 1));
    }

    @Override
    public String toString() {
        return value;
    }

    private static void checkOrganisation(String text, List<CodeDefect> defects) {
        if (isSound(text, ORGANISATION_START, ORGANISATION_CHECK)) {
            char expected = OrganisationCode.checkCharacter(text.substring(ORGANISATION_START, ORGANISATION_CHECK));
            char found = text.charAt(ORGANISATION_CHECK);
            if (found != expected) {
                defects.add(new CodeDefect.OrganisationCheckCharacter(found, expected));
            }
        }
    }

    private static void checkWhole(String text, List<CodeDefect> defects) {
        if (isSound(text, 0, LENGTH - 1)) {
            char expected = checkCharacter(text.substring(0, LENGTH - 1));
            char found = text.charAt(LENGTH - 1);
            if (found != expected) {
                defects.add(new CodeDefect.CheckCharacter(found, expected));
            }
        }
    }

    private static boolean isSound(String text, int from, int to) {
        return text.length() == LENGTH
                && text.substring(from, to).chars().allMatch(character -> ALPHABET.indexOf(character) >= 0);
    }

    /** GB 32100: (31 − Σ value·3^(i−1) mod 31) mod 31, values being positions in the alphabet. */
    static char checkCharacter(String first17) {
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < first17.length(); i++) {
            sum += ALPHABET.indexOf(first17.charAt(i)) * weight;
            weight = weight * 3 % 31;
        }
        return ALPHABET.charAt((31 - sum % 31) % 31);
    }

    private static Problem refusal(String value, List<CodeDefect> defects) {
        var problem =
                new Problem(INVALID, Text.of("“%s”不是有效的统一社会信用代码", "'%s' is not a unified social credit code", value));
        defects.forEach(defect -> problem.with("uscc", defect.code(), defect.text()));
        return problem;
    }
}

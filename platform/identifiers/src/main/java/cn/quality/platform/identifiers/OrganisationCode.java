package cn.quality.platform.identifiers;

import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemType;
import cn.quality.platform.problem.Text;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Organisation code (组织机构代码, GB 11714): eight digits or capital letters and a check character; characters 9–17 of the
 * unified social credit code, and the name of an organisation in documents from before 2015.
 *
 * <p>Its check is modulo 11 over values up to 35, so a letter taken for another whose value differs by 11 or 22 is not seen
 * here; in a unified social credit code the second check character sees it.
 */
record OrganisationCode(String value) {

    public static final ProblemType INVALID =
            new ProblemType(400, "invalid-organisation-code", new Text("组织机构代码无效", "Invalid organisation code"));

    private static final Pattern FORM = Pattern.compile("[0-9A-Z]{8}[0-9X]");
    private static final int[] WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};

    /** @throws Problem 400 {@code invalid-organisation-code} */
    public OrganisationCode {
        if (!isValid(value)) {
            throw new Problem(INVALID, Text.of("“%s”不是有效的组织机构代码", "'%s' is not an organisation code", value));
        }
    }

    /** Whether this is an organisation code, check character included. */
    static boolean isValid(String text) {
        return FORM.matcher(text).matches() && text.charAt(8) == checkCharacter(text);
    }

    /**
     * Reads a code as people write it: {@code 71526726-X}, with spaces around it and small letters.
     *
     * @throws Problem 400 {@code invalid-organisation-code}
     */
    public static OrganisationCode parse(String text) {
        var written = text.strip().toUpperCase(Locale.ROOT);
        return new OrganisationCode(
                written.length() == 10 && written.charAt(8) == '-'
                        ? written.substring(0, 8) + written.charAt(9)
                        : written);
    }

    @Override
    public String toString() {
        return value;
    }

    /** 11 − Σ value·weight mod 11 over the first eight, letters counting from A = 10; 10 is written X and 11 is written 0. */
    static char checkCharacter(String first8) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += Character.digit(first8.charAt(i), 36) * WEIGHTS[i];
        }
        return "0X987654321".charAt(sum % 11);
    }
}

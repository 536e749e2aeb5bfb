package cn.quality.platform.identifiers;

import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemType;
import cn.quality.platform.problem.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Unified social credit code (统一社会信用代码, GB 32100-2015): 18 characters, of which 1 is the registration authority, 2 the
 * category, 3–8 the region of <em>first</em> registration, 9–17 the organisation code with its own check character
 * (GB 11714), and 18 the check character of the whole.
 *
 * <p>A code has the form of one: its alphabet, an authority and category of the standard's table, six digits of a region, an
 * organisation code that is not all zeros. Nearly every code also checks, and what is typed is refused when it does not
 * ({@link #parse}). A few certificates carry a code that does not check: such a code is <em>irregular</em>, and is one only
 * where an office has put it on file ({@link #read}, {@link #irregularity}).
 */
public record UnifiedSocialCreditCode(String value) {

    public static final ProblemType INVALID =
            new ProblemType(400, "invalid-uscc", new Text("统一社会信用代码无效", "Invalid unified social credit code"));

    /** Digits and capital letters but those that are misread (I O Z S V). */
    public static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private static final int LENGTH = 18;
    private static final int REGION_START = 2;
    private static final int ORGANISATION_START = 8;
    private static final int ORGANISATION_CHECK = 16;
    private static final Pattern REGION = Pattern.compile("[1-9][0-9]{5}");
    private static final String NOBODY = "000000000";

    /** @throws Problem 400 {@code invalid-uscc} when it has not the form of a code, whether it checks or not */
    public UnifiedSocialCreditCode {
        var defects = formDefects(value);
        if (!defects.isEmpty()) {
            throw refusal(value, defects);
        }
    }

    /**
     * Reads a code as people type it: spaces around it and small letters do not matter.
     *
     * @throws Problem 400 {@code invalid-uscc} with one violation for each defect, and a hint where one can be given
     */
    public static UnifiedSocialCreditCode parse(String text) {
        var defects = defectsOf(text);
        if (!defects.isEmpty()) {
            throw refusal(written(text), defects);
        }
        return new UnifiedSocialCreditCode(written(text));
    }

    /**
     * Reads a code that may be irregular. If nobody is found under it, the answer is its {@link #irregularity}: it is a slip
     * of the pen then, and no certificate's.
     *
     * @throws Problem 400 {@code invalid-uscc} when it has not the form of a code
     */
    public static UnifiedSocialCreditCode read(String text) {
        return formDefects(written(text)).isEmpty() ? new UnifiedSocialCreditCode(written(text)) : parse(text);
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

    /**
     * Every reason why this text, as people type it, is not a code that checks; none when it is one. The last may be a hint
     * what was meant. A check is only made over characters that are sound.
     */
    public static List<CodeDefect> defectsOf(String typed) {
        var text = written(typed);
        var defects = new ArrayList<>(formDefects(text));
        defects.addAll(checkDefects(text));
        if (!defects.isEmpty()) {
            CodeHint.of(typed).ifPresent(defects::add);
        }
        return List.copyOf(defects);
    }

    /** Whether it is a code that checks, written as codes are. */
    static boolean isValid(String text) {
        return formDefects(text).isEmpty() && checkDefects(text).isEmpty();
    }

    /** Whether the code does not check, and so counts only where an office has put it on file. */
    public boolean isIrregular() {
        return !checkDefects(value).isEmpty();
    }

    /** Why the code is refused when nobody is on file under it; empty for a code that checks. */
    public Optional<Problem> irregularity() {
        return isIrregular() ? Optional.of(refusal(value, defectsOf(value))) : Optional.empty();
    }

    /** The organisation code inside: the code of this very subject, a branch's never its parent's. */
    public OrganisationCode organisation() {
        return new OrganisationCode(value.substring(ORGANISATION_START, LENGTH - 1));
    }

    @Override
    public String toString() {
        return value;
    }

    private static List<CodeDefect> formDefects(String text) {
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
        if (isSound(text, 0, REGION_START) && !RegistrationAuthorities.know(text.substring(0, REGION_START))) {
            defects.add(new CodeDefect.Authority(text.substring(0, REGION_START)));
        }
        if (isSound(text, REGION_START, ORGANISATION_START)
                && !REGION.matcher(text.substring(REGION_START, ORGANISATION_START))
                        .matches()) {
            defects.add(new CodeDefect.Region(text.substring(REGION_START, ORGANISATION_START)));
        }
        if (isSound(text, ORGANISATION_START, LENGTH - 1)
                && text.substring(ORGANISATION_START, LENGTH - 1).equals(NOBODY)) {
            defects.add(new CodeDefect.EmptyBody());
        }
        return defects;
    }

    private static List<CodeDefect> checkDefects(String text) {
        var defects = new ArrayList<CodeDefect>();
        if (isSound(text, ORGANISATION_START, ORGANISATION_CHECK)
                && text.charAt(ORGANISATION_CHECK)
                        != OrganisationCode.checkCharacter(text.substring(ORGANISATION_START, ORGANISATION_CHECK))) {
            defects.add(new CodeDefect.OrganisationCheckCharacter());
        }
        if (isSound(text, 0, LENGTH - 1) && text.charAt(LENGTH - 1) != checkCharacter(text.substring(0, LENGTH - 1))) {
            defects.add(new CodeDefect.CheckCharacter());
        }
        return defects;
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

package cn.quality.credit.complaint;

import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Blots out what points to a person: identity, phone and bank card numbers, e-mail addresses, in plain and full-width
 * digits, and what the complainant gave as contact. Names of third persons cannot be told from other words; the handler
 * reads before anything is released.
 *
 * <p>It errs on the other side than {@link cn.quality.platform.identifiers.PersonalData}, which refuses a record only for what is a
 * number of a person beyond doubt: here a batch number too many is no loss.
 */
final class Blotter {

    private static final String BLOT = "＊＊＊";

    private static final Pattern NUMBERS = Pattern.compile(
            // identity number: region, birthday, sequence, check
            "(?<!\\d)\\d{6}(?:19|20|１９|２０)\\d{2}\\d{4}\\d{3}[\\dXxＸｘ]"
                    // mobile phone, also grouped and with country code
                    + "|(?<!\\d)[1１][3-9３-９]\\d[- －　]?\\d{4}[- －　]?\\d{4}(?!\\d)"
                    // fixed line with area code
                    + "|(?<!\\d)[0０]\\d{2,3}[-－]\\d{7,8}(?!\\d)"
                    // bank card
                    + "|(?<![\\dA-Z])\\d{16}(?:\\d{3})?(?![\\dA-Z])"
                    + "|[A-Za-z0-9._%+-]+[@＠][A-Za-z0-9.-]+\\.[A-Za-z]{2,}",
            Pattern.UNICODE_CHARACTER_CLASS);

    private Blotter() {}

    static String blotted(String text) {
        return NUMBERS.matcher(text).replaceAll(Matcher.quoteReplacement(BLOT));
    }

    /** The same, and what this contact says of itself. */
    static UnaryOperator<String> blotting(@Nullable Contact contact) {
        var own = contact == null
                ? Stream.<String>empty()
                : Stream.of(contact.name(), contact.phone(), contact.address(), contact.email())
                        .filter(Objects::nonNull)
                        .map(String::strip)
                        .filter(part -> part.length() > 1);
        var parts = own.toList();
        return text -> {
            var left = text;
            for (var part : parts) {
                left = left.replace(part, BLOT);
            }
            return blotted(left);
        };
    }
}

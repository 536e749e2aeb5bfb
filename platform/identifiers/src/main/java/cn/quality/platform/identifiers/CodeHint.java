package cn.quality.platform.identifiers;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What somebody meant who wrote a text that is no code. Only slips of writing are put right, and only when a code comes of
 * it; a check character is never computed for a guess.
 */
final class CodeHint {

    private static final Pattern SEPARATORS = Pattern.compile("[\\s\\p{Z}\\p{Pd}_·.]");
    private static final Pattern OLD_NUMBER = Pattern.compile("\\d{15}");

    private CodeHint() {}

    static Optional<CodeDefect> of(String typed) {
        var plain = SEPARATORS
                .matcher(Normalizer.normalize(typed, Normalizer.Form.NFKC))
                .replaceAll("");
        if (OLD_NUMBER.matcher(plain).matches()) {
            return Optional.of(new CodeDefect.OldRegistrationNumber());
        }
        if (OrganisationCode.isValid(plain.toUpperCase(Locale.ROOT))) {
            return Optional.of(new CodeDefect.OrganisationCodeAlone());
        }
        var digits = plain.replace('O', '0').replace('o', '0').replace('I', '1').replace('i', '1');
        // A small l may be the letter L, which codes have, or a 1.
        return Stream.of(plain, digits, digits.replace('l', '1'))
                .map(UnifiedSocialCreditCode::written)
                .filter(UnifiedSocialCreditCode::isValid)
                .findFirst()
                .map(CodeDefect.WrittenOtherwise::new);
    }
}

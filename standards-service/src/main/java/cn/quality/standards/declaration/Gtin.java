package cn.quality.standards.declaration;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Global trade item number (GB 12904): 8, 12, 13 or 14 digits, the last of which checks the others. It is written with zeros
 * in front, and as the path or the element of a GS1 Digital Link; the normal form is the one printed under a bar code: 13
 * digits, 8 of a short one, 14 only of a package.
 */
public final class Gtin {

    /** What is wrong with a text. */
    enum Flaw {
        FORM,
        CHECK_DIGIT,
        /** Numbers with which a shop marks its own goods, coupons, refund slips: whoever uses them means something else. */
        RESTRICTED
    }

    /** Either the normal form or what is wrong. */
    record Reading(@Nullable String gtin, @Nullable Flaw flaw) {}

    private static final Pattern WRITTEN = Pattern.compile("(?:/01/|\\(01\\))?(\\d{8}|\\d{12,14})");

    /** GS1 General Specifications 1.4.3: restricted circulation in a company or region, coupons, refund receipts. */
    private static final Pattern RESTRICTED_13 = Pattern.compile("(02|04|05|2|98[0-4]|99).*");

    /** The same of GTIN-8, whose prefixes are counted apart. */
    private static final Pattern RESTRICTED_8 = Pattern.compile("[02].*");

    private Gtin() {}

    static Reading read(String text) {
        var written = WRITTEN.matcher(text.strip());
        if (!written.matches()) {
            return new Reading(null, Flaw.FORM);
        }
        var digits = written.group(1);
        var significant = digits.replaceFirst("^0+", "");
        if (significant.isEmpty()) {
            return new Reading(null, Flaw.FORM);
        }
        if (!checks(digits)) {
            return new Reading(null, Flaw.CHECK_DIGIT);
        }
        var normal = padded(significant);
        return isRestricted(normal) ? new Reading(null, Flaw.RESTRICTED) : new Reading(normal, null);
    }

    /** The normal form of what names a product by its number; empty for anything else. */
    public static Optional<String> normal(String text) {
        return Optional.ofNullable(read(text).gtin());
    }

    private static String padded(String significant) {
        if (significant.length() <= 8) {
            return "0".repeat(8 - significant.length()) + significant;
        }
        return significant.length() > 13 ? significant : "0".repeat(13 - significant.length()) + significant;
    }

    private static boolean isRestricted(String normal) {
        return switch (normal.length()) {
            case 8 -> RESTRICTED_8.matcher(normal).matches();
            case 13 -> RESTRICTED_13.matcher(normal).matches();
            // A package of a restricted item is restricted.
            default -> RESTRICTED_13.matcher(normal.substring(1)).matches();
        };
    }

    /** From the right, digits count three and one times by turns; with the check digit they make a multiple of ten. */
    private static boolean checks(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            sum += i % 2 == 0 ? digit : 3 * digit;
        }
        return sum % 10 == 0;
    }
}

package cn.quality.standards.declaration;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The address of a product by its number (GS1 Digital Link URI): a stem, {@code /01/} and the GTIN. What follows is of one piece
 * or lot, and not of the product.
 *
 * @param stem ASCII, as it stood
 * @param host in lower case
 */
record DigitalLink(String stem, String host, String gtin) {

    private static final Pattern WRITTEN = Pattern.compile(
            "(https://([A-Za-z0-9](?:[A-Za-z0-9.-]{0,250}[A-Za-z0-9])?)(?:/[A-Za-z0-9._~-]{1,60}){0,5}?)/01/(\\d{8}|\\d{12,14})(?:[/?][!-~]*)?");

    static Optional<DigitalLink> read(String text) {
        var written = WRITTEN.matcher(text.strip());
        return written.matches()
                ? Optional.of(
                        new DigitalLink(written.group(1), written.group(2).toLowerCase(Locale.ROOT), written.group(3)))
                : Optional.empty();
    }
}

package cn.quality.platform.digest;

import java.security.SecureRandom;
import java.util.Locale;

/**
 * What lets whoever sent something without a login, and nobody else, follow it: 100 random bits in an alphabet without
 * look-alikes, {@code K7QD-…}. Only its digest is stored; a slow one would add nothing to that many bits.
 */
public record ReceiptSecret(String shown) {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LETTERS = 20;
    private static final SecureRandom RANDOM = new SecureRandom();

    public static ReceiptSecret fresh() {
        var text = new StringBuilder();
        for (int i = 0; i < LETTERS; i++) {
            text.append(i > 0 && i % 4 == 0 ? "-" : "").append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return new ReceiptSecret(text.toString());
    }

    /** Small letters, missing hyphens, and O for 0 or I and L for 1 are forgiven. */
    public String hash() {
        var plain = shown.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s-]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        return Digests.sha256(plain);
    }

    /** Takes as long for a wrong secret as for the right one. */
    public boolean matches(String storedHash) {
        return Secrets.same(hash(), storedHash);
    }

    @Override
    public String toString() {
        return "ReceiptSecret[…]";
    }
}

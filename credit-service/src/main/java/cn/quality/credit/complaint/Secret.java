package cn.quality.credit.complaint;

import cn.quality.platform.digest.Digests;
import cn.quality.platform.digest.Secrets;
import java.security.SecureRandom;
import java.util.Locale;

/**
 * What lets the complainant alone follow a complaint: 100 random bits in an alphabet without look-alikes,
 * {@code K7QD-…}. Only its digest is stored; a slow one would add nothing to that many bits.
 */
record Secret(String shown) {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LETTERS = 20;
    private static final SecureRandom RANDOM = new SecureRandom();

    static Secret fresh() {
        var text = new StringBuilder();
        for (int i = 0; i < LETTERS; i++) {
            text.append(i > 0 && i % 4 == 0 ? "-" : "").append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return new Secret(text.toString());
    }

    /** Small letters, missing hyphens, and O for 0 or I and L for 1 are forgiven. */
    String hash() {
        var plain = shown.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s-]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        return Digests.sha256(plain);
    }

    /** Takes as long for a wrong secret as for the right one. */
    boolean matches(String storedHash) {
        return Secrets.same(hash(), storedHash);
    }

    @Override
    public String toString() {
        return "Secret[…]";
    }
}

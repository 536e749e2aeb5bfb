package cn.quality.platform.digest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

/** Random secrets, and what is derived from them so that the secret itself need not be shown or stored. */
public final class Secrets {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    private Secrets() {}

    /** 256 bits, 43 characters that are safe in addresses and cookies. */
    public static String fresh() {
        return encoded(random(BYTES));
    }

    public static byte[] random(int bytes) {
        var random = new byte[bytes];
        RANDOM.nextBytes(random);
        return random;
    }

    /** One of many values that belong to a secret; none of them leads back to the secret or to another. */
    public static String derived(String secret, String purpose) {
        return encoded(Digests.sha256Bytes(purpose + ":" + secret));
    }

    /** Base64 that is safe in addresses. */
    public static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Takes as long for a near miss as for a wild guess. */
    public static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}

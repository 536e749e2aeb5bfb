package cn.quality.gateway.identity;

import cn.quality.platform.digest.Digests;
import cn.quality.platform.digest.Secrets;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * A login on its way through the identity service. The browser carries it in a cookie, so that any gateway can finish what
 * another began and nothing is stored for users who never come back. State, nonce and the verifier of RFC 7636 follow from the
 * seed; only the first two and the digest of the third are seen outside.
 *
 * @param seed a secret between this browser and the gateways
 * @param next where to go afterwards
 */
record LoginAttempt(String seed, String next) {

    private static final String AFTER_LOGIN = "/workbench";
    private static final int LONGEST_NEXT = 1_000;

    /** @param wish where the request says to go afterwards: used when it is an address of our own pages */
    static LoginAttempt towards(Optional<String> wish) {
        return new LoginAttempt(
                Secrets.fresh(), wish.filter(LoginAttempt::isOurs).orElse(AFTER_LOGIN));
    }

    static Optional<LoginAttempt> parse(String cookie) {
        var dot = cookie.indexOf('.');
        if (dot < 0) {
            return Optional.empty();
        }
        try {
            var next = new String(Base64.getUrlDecoder().decode(cookie.substring(dot + 1)), StandardCharsets.UTF_8);
            return Optional.of(new LoginAttempt(cookie.substring(0, dot), isOurs(next) ? next : AFTER_LOGIN));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The value of the cookie. */
    String cookie() {
        return seed + "." + Secrets.encoded(next.getBytes(StandardCharsets.UTF_8));
    }

    String state() {
        return Secrets.derived(seed, "state");
    }

    String nonce() {
        return Secrets.derived(seed, "nonce");
    }

    String verifier() {
        return Secrets.derived(seed, "verifier");
    }

    /** The S256 challenge of RFC 7636. */
    String challenge() {
        return Secrets.encoded(Digests.sha256Bytes(verifier()));
    }

    /** A path of this gateway: browsers read {@code //host} and {@code /\host} as another one. */
    private static boolean isOurs(String next) {
        return next.length() <= LONGEST_NEXT
                && next.startsWith("/")
                && !next.startsWith("//")
                && next.chars().allMatch(c -> c > 0x20 && c < 0x7F && c != '\\')
                && !next.startsWith("/login")
                && !next.startsWith("/oidc/");
    }
}

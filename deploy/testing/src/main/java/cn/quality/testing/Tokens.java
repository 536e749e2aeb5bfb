package cn.quality.testing;

import io.smallrye.jwt.build.Jwt;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Access tokens with the claims of the realm, signed by a key of this JVM. Each method answers a new value, so a token
 * can be varied from a common one.
 */
public final class Tokens {

    static final String ISSUER = "https://tokens.test/realms/quality";

    private static final String AUDIENCE = "quality-suite";
    /** Longer than the tests of a module take. */
    private static final Duration LIFESPAN = Duration.ofHours(2);
    /** Signing is slow in a JVM that starts fast, and tests ask for few different tokens, often. */
    private static final Map<Map<String, Object>, String> SIGNED = new ConcurrentHashMap<>();

    private final Map<String, Object> claims;

    private Tokens(Map<String, Object> claims) {
        this.claims = claims;
    }

    /** A token with these realm roles, of a user named after the first. */
    public static Tokens of(String... roles) {
        Map<String, Object> claims = new HashMap<>();
        claims.put("realm_access", Map.of("roles", List.of(roles)));
        claims.put("preferred_username", roles.length == 0 ? "nobody" : roles[0]);
        claims.put("azp", "suite-cli");
        return new Tokens(claims);
    }

    /** A person, by login. */
    public Tokens user(String name) {
        return with("preferred_username", name);
    }

    /** A system: the client whose service account asks. */
    public Tokens client(String clientId) {
        return with("azp", clientId).with("preferred_username", "service-account-" + clientId);
    }

    public Tokens region(String code) {
        return with("region", code);
    }

    public Tokens department(String name) {
        return with("department", name);
    }

    public Tokens uscc(String code) {
        return with("uscc", code);
    }

    /** Any other claim; also to spoil one. */
    public Tokens with(String claim, Object value) {
        Map<String, Object> more = new HashMap<>(claims);
        more.put(claim, value);
        return new Tokens(more);
    }

    /** The token in its compact form, as it goes behind {@code Bearer}; valid for longer than any test runs. */
    public String sign() {
        return SIGNED.computeIfAbsent(claims, Tokens::signed);
    }

    private static String signed(Map<String, Object> claims) {
        Instant now = Instant.now();
        Map<String, Object> all = new HashMap<>(claims);
        all.putIfAbsent("iss", ISSUER);
        all.putIfAbsent("aud", AUDIENCE);
        all.putIfAbsent(
                "sub",
                UUID.nameUUIDFromBytes(claims.toString().getBytes(StandardCharsets.UTF_8))
                        .toString());
        all.putIfAbsent("typ", "Bearer");
        all.putIfAbsent("iat", now.getEpochSecond());
        all.putIfAbsent("exp", now.plus(LIFESPAN).getEpochSecond());
        return Jwt.claims(all).jws().sign(privateKey());
    }

    static String publicKey() {
        return Infra.shared("publicKey");
    }

    private static PrivateKey privateKey() {
        try {
            byte[] encoded = Base64.getDecoder().decode(Infra.shared("privateKey"));
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The key of this JVM is an RSA key", e);
        }
    }
}

package cn.quality.gateway;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;

/** Bearer tokens, good and bad, with the claims the identity service gives. */
public final class Token {

    private final JwtClaims claims = new JwtClaims();
    private RsaJsonWebKey key = keyOfTheIdentityService();

    private Token() {
        claims.setIssuer(config("quarkus.oidc.auth-server-url"));
        claims.setAudience("quality-suite");
        claims.setSubject("publisher");
        claims.setClaim("preferred_username", "publisher");
        claims.setClaim("typ", "Bearer");
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture(5);
    }

    public static Token valid() {
        return new Token();
    }

    /** As the identity service issues it for client credentials. */
    public Token ofSystem(String client) {
        claims.setSubject("4d1f-" + client);
        claims.setClaim("preferred_username", "service-account-" + client);
        claims.setClaim("azp", client);
        claims.setClaim("client_id", client);
        return this;
    }

    public Token withRoles(String... roles) {
        claims.setClaim("realm_access", Map.of("roles", List.of(roles)));
        return this;
    }

    public Token with(String claim, Object value) {
        claims.setClaim(claim, value);
        return this;
    }

    public Token expiringIn(int seconds) {
        claims.setExpirationTimeMinutesInTheFuture(seconds / 60f);
        return this;
    }

    public Token expired() {
        var past = NumericDate.now();
        past.addSeconds(-3600);
        claims.setExpirationTime(past);
        return this;
    }

    public Token issuedBy(String issuer) {
        claims.setIssuer(issuer);
        return this;
    }

    public Token meantFor(String audience) {
        claims.setAudience(audience);
        return this;
    }

    /** Claims to be signed with the key of the identity service, and is not. */
    public Token forged() throws JoseException {
        var id = key.getKeyId();
        key = RsaJwkGenerator.generateJwk(2048);
        key.setKeyId(id);
        return this;
    }

    /** Signed with a key the identity service never published. */
    public Token ofAnotherRealm() throws JoseException {
        key = RsaJwkGenerator.generateJwk(2048);
        key.setKeyId("of-somebody-else");
        return this;
    }

    public String sign() throws JoseException {
        var jws = jws(AlgorithmIdentifiers.RSA_USING_SHA256);
        jws.setKey(key.getPrivateKey());
        return jws.getCompactSerialization();
    }

    /** Signed as if the public key, which everybody has, were a shared secret. */
    public String signedWithThePublicKey() throws JoseException {
        var jws = jws(AlgorithmIdentifiers.HMAC_SHA256);
        jws.setKey(new HmacKey(key.getPublicKey().getEncoded()));
        return jws.getCompactSerialization();
    }

    /** Not signed at all: {@code alg: none}. */
    public String unsigned() throws JoseException {
        var jws = jws(AlgorithmIdentifiers.NONE);
        jws.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
        return jws.getCompactSerialization();
    }

    private JsonWebSignature jws(String algorithm) {
        var jws = new JsonWebSignature();
        jws.setPayload(claims.toJson());
        jws.setAlgorithmHeaderValue(algorithm);
        jws.setKeyIdHeaderValue(key.getKeyId());
        return jws;
    }

    private static RsaJsonWebKey keyOfTheIdentityService() {
        try {
            return new RsaJsonWebKey(JsonUtil.parseJson(config("outside.world.key")));
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String config(String name) {
        return ConfigProvider.getConfig().getValue(name, String.class);
    }
}

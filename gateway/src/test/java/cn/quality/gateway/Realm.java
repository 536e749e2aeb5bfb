package cn.quality.gateway;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/**
 * The identity service as people who log in meet it: everybody who comes is logged in at once as {@code publisher}. What it
 * does wrong is told to it through {@code /control/realm?spoil=…} of the outside world.
 */
final class Realm {

    private static final String SECRET = "gateway-secret";

    private final RsaJsonWebKey key;
    private final Map<String, JsonObject> codes = new ConcurrentHashMap<>();
    private final Map<String, String> logins = new ConcurrentHashMap<>();
    private final List<String> loggedOut = new ArrayList<>();
    private String spoil = "";
    private int expires = 1800;
    private int renewals;

    Realm(RsaJsonWebKey key) {
        this.key = key;
    }

    /** Sets what is to go wrong, and tells what has happened since. */
    synchronized JsonObject control(HttpServerRequest request) {
        var told = new JsonObject().put("renewals", renewals).put("loggedOut", new JsonArray(List.copyOf(loggedOut)));
        spoil = request.getParam("spoil", "");
        expires = Integer.parseInt(request.getParam("expires", "1800"));
        renewals = 0;
        loggedOut.clear();
        return told;
    }

    void logInPage(HttpServerRequest request) {
        var code = UUID.randomUUID().toString();
        var asked = new JsonObject();
        request.params().forEach(parameter -> asked.put(parameter.getKey(), parameter.getValue()));
        asked.put("issuer", issuer(request));
        codes.put(code, asked);
        request.response()
                .setStatusCode(302)
                .putHeader(
                        "Location",
                        asked.getString("redirect_uri") + "?state=" + asked.getString("state") + "&code=" + code)
                .end();
    }

    void token(HttpServerRequest request) {
        request.setExpectMultipart(true);
        request.endHandler(all -> {
            var form = request.formAttributes();
            var answer = !SECRET.equals(form.get("client_secret"))
                    ? null
                    : "refresh_token".equals(form.get("grant_type"))
                            ? renewed(form.get("refresh_token"), issuer(request))
                            : redeemed(form.get("code"), form.get("code_verifier"), form.get("redirect_uri"));
            request.response()
                    .setStatusCode(answer == null ? 400 : 200)
                    .end((answer == null ? new JsonObject().put("error", "invalid_grant") : answer).toBuffer());
        });
    }

    void logOut(HttpServerRequest request) {
        request.setExpectMultipart(true);
        request.endHandler(all -> {
            synchronized (this) {
                loggedOut.add(request.getFormAttribute("refresh_token"));
            }
            request.response().setStatusCode(204).end();
        });
    }

    private synchronized @Nullable JsonObject redeemed(String code, String verifier, String redirect) {
        var asked = codes.remove(code);
        if (asked == null
                || !redirect.equals(asked.getString("redirect_uri"))
                || !challenge(verifier).equals(asked.getString("code_challenge"))) {
            return null;
        }
        return grant(UUID.randomUUID().toString(), asked.getString("issuer"), asked.getString("nonce"));
    }

    private synchronized @Nullable JsonObject renewed(String refresh, String issuer) {
        renewals++;
        var login = logins.get(refresh);
        return login == null || spoil.equals("renewal") ? null : grant(login, issuer, "");
    }

    private JsonObject grant(String login, String issuer, String nonce) {
        var refresh = UUID.randomUUID().toString();
        logins.put(refresh, login);
        var person = person(login, issuer);
        person.setAudience(spoil.equals("audience") ? "quality-suite" : "gateway");
        person.setClaim("nonce", spoil.equals("nonce") ? "another" : nonce);
        var access = person(login, issuer);
        access.setAudience("quality-suite");
        access.setClaim("typ", "Bearer");
        return new JsonObject()
                .put("access_token", sign(access, false))
                .put("expires_in", expires)
                .put("refresh_token", refresh)
                .put("id_token", sign(person, spoil.equals("signature")));
    }

    private static JwtClaims person(String login, String issuer) {
        var claims = new JwtClaims();
        claims.setIssuer(issuer);
        claims.setSubject("f1-publisher");
        claims.setClaim("preferred_username", "publisher");
        claims.setClaim("name", "赵文静");
        claims.setClaim("region", "371100");
        claims.setClaim("sid", login);
        claims.setClaim("realm_access", Map.of("roles", List.of("publisher")));
        claims.setGeneratedJwtId();
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture(30);
        return claims;
    }

    private String sign(JwtClaims claims, boolean byAnother) {
        try {
            var jws = new JsonWebSignature();
            jws.setPayload(claims.toJson());
            jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
            jws.setKeyIdHeaderValue(key.getKeyId());
            jws.setKey(byAnother ? RsaJwkGenerator.generateJwk(2048).getPrivateKey() : key.getPrivateKey());
            return jws.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String issuer(HttpServerRequest request) {
        return "http://" + request.authority() + "/realms/quality";
    }

    private static String challenge(String verifier) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}

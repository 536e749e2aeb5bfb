package cn.quality.gateway.identity;

import cn.quality.gateway.edge.GatewayProblems;
import cn.quality.gateway.upstream.Upstreams;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.Text;
import io.netty.handler.codec.http.QueryStringEncoder;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** The identity service (Keycloak) as an application sees it into which users log in: OpenID Connect, authorization code with PKCE. */
@ApplicationScoped
class IdentityService {

    private static final Logger LOG = Logger.getLogger(IdentityService.class);

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final String PROTOCOL = "/protocol/openid-connect";
    private static final int LATER = 5;

    private final URI realm;
    private final String issuer;
    private final SessionConfig config;
    private final Upstreams upstreams;
    private final Clock clock;

    /**
     * @param realm where the gateway reaches it
     * @param issuer what it calls itself; where browsers reach it
     */
    IdentityService(
            @ConfigProperty(name = "quarkus.oidc.auth-server-url") URI realm,
            @ConfigProperty(name = "quarkus.oidc.token.issuer") String issuer,
            SessionConfig config,
            Upstreams upstreams,
            Clock clock) {
        this.realm = realm;
        this.issuer = issuer;
        this.config = config;
        this.upstreams = upstreams;
        this.clock = clock;
    }

    String issuer() {
        return issuer;
    }

    /** Fails with a refusal unless a browser that is sent there will get an answer. */
    Future<Void> answers() {
        return send(HttpMethod.GET, "/.well-known/openid-configuration", Map.of())
                .mapEmpty();
    }

    /** Where a browser goes to log in. */
    String loginPage(LoginAttempt attempt, String callback) {
        var address = new QueryStringEncoder(issuer + PROTOCOL + "/auth");
        address.addParam("response_type", "code");
        address.addParam("client_id", config.clientId());
        address.addParam("redirect_uri", callback);
        address.addParam("scope", "openid");
        address.addParam("state", attempt.state());
        address.addParam("nonce", attempt.nonce());
        address.addParam("code_challenge", attempt.challenge());
        address.addParam("code_challenge_method", "S256");
        return address.toString();
    }

    /** Trades the code a browser came back with. */
    Future<Grant> redeem(String code, LoginAttempt attempt, String callback) {
        return grant(Map.of(
                "grant_type",
                "authorization_code",
                "code",
                code,
                "redirect_uri",
                callback,
                "code_verifier",
                attempt.verifier()));
    }

    /** Another access token for the same login. */
    Future<Grant> renew(Grant old) {
        return grant(Map.of("grant_type", "refresh_token", "refresh_token", old.refresh()));
    }

    /** Ends the login at the identity service, and so everywhere. No token passes through the browser for it. */
    Future<Void> logOut(Grant grant) {
        return send(HttpMethod.POST, PROTOCOL + "/logout", Map.of("refresh_token", grant.refresh()))
                .mapEmpty();
    }

    Future<JsonObject> keys() {
        return send(HttpMethod.GET, PROTOCOL + "/certs", Map.of());
    }

    private Future<Grant> grant(Map<String, String> form) {
        var asked = clock.instant();
        return send(HttpMethod.POST, PROTOCOL + "/token", form)
                .map(answer -> new Grant(
                        answer.getString("access_token", ""),
                        asked.plusSeconds(answer.getLong("expires_in", 0L)),
                        answer.getString("refresh_token", ""),
                        answer.getString("id_token", "")));
    }

    private Future<JsonObject> send(HttpMethod method, String path, Map<String, String> form) {
        return upstreams
                .open(realm, method, realm.getRawPath() + path, PATIENCE)
                .compose(request -> (HttpMethod.GET.equals(method)
                                ? request.send()
                                : request.putHeader(HttpHeaders.CONTENT_TYPE, "application/x-www-form-urlencoded")
                                        .send(encoded(form)))
                        .compose(answer -> answer.body().compose(body -> read(answer.statusCode(), body))))
                .timeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .recover(failure -> failure instanceof GrantRefused ? Future.failedFuture(failure) : away(failure));
    }

    private static Future<JsonObject> read(int status, Buffer body) {
        if (status >= 400 && status < 500) {
            // The body may repeat what was sent; the status says enough.
            return Future.failedFuture(new GrantRefused("the identity service refused with " + status));
        }
        try {
            return status < 300
                    ? Future.succeededFuture(body.length() == 0 ? new JsonObject() : body.toJsonObject())
                    : Future.failedFuture("the identity service answered with " + status);
        } catch (DecodeException | ClassCastException e) {
            return Future.failedFuture("the identity service did not answer in JSON");
        }
    }

    private static <T> Future<T> away(Throwable failure) {
        LOG.warnf("The identity service does not answer: %s", failure.getMessage());
        return Future.failedFuture(new Problem(
                        GatewayProblems.IDENTITY_UNAVAILABLE,
                        new Text(
                                "统一身份认证暂时没有应答，现在无法登录，请稍后再试。公众查询不受影响。",
                                "The identity service does not answer; logging in has to wait. Public pages are not affected."))
                .retryAfter(LATER));
    }

    private Buffer encoded(Map<String, String> form) {
        var all = new LinkedHashMap<>(form);
        all.put("client_id", config.clientId());
        all.put("client_secret", config.clientSecret());
        var query = new QueryStringEncoder("");
        all.forEach(query::addParam);
        return Buffer.buffer(query.toString().substring(1));
    }
}

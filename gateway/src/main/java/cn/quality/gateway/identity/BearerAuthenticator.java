package cn.quality.gateway.identity;

import cn.quality.gateway.edge.GatewayProblems;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.VertxException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.net.ConnectException;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Verifies the bearer token of a request, where there is one. Signature, issuer, audience and time are checked by quarkus-oidc against the
 * keys of the identity service, fetched when first needed, so that the gateway starts without it.
 */
@Singleton
public class BearerAuthenticator {

    private static final Logger LOG = Logger.getLogger(BearerAuthenticator.class);

    private static final String SCHEME = "bearer ";
    private static final String CHALLENGE = "Bearer realm=\"quality\"";
    private static final int LATER = 5;

    private final IdentityProviderManager identities;

    BearerAuthenticator(IdentityProviderManager identities) {
        this.identities = identities;
    }

    /** Finds out who calls and attaches it to the request, or fails with the refusal. */
    public Future<Caller> authenticate(RoutingContext request, Audience audience) {
        var authorization = request.request().getHeader(HttpHeaders.AUTHORIZATION);
        if (authorization == null) {
            return audience.asksForToken(request.request().method())
                    ? Future.failedFuture(missing())
                    : Future.succeededFuture(Caller.of(request));
        }
        if (!authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Future.failedFuture(invalid("仅接受 Bearer 令牌", "Only Bearer tokens are accepted"));
        }
        // Quarkus would answer a failure itself, with an empty 401.
        request.remove(QuarkusHttpUser.AUTH_FAILURE_HANDLER);
        var found = Promise.<Caller>promise();
        QuarkusHttpUser.getSecurityIdentity(request, identities)
                .subscribe()
                .with(
                        identity -> found.handle(
                                identity.isAnonymous() ? Future.failedFuture(rejected()) : known(request, identity)),
                        failure -> found.handle(Future.failedFuture(refusalFor(failure))));
        return found.future();
    }

    private static Future<Caller> known(RoutingContext request, SecurityIdentity identity) {
        var caller = Caller.of(identity);
        caller.attach(request);
        return Future.succeededFuture(caller);
    }

    private static Problem refusalFor(Throwable failure) {
        if (identityIsDown(failure)) {
            LOG.warnf("Token not checked, the identity service does not answer: %s", failure.getMessage());
            return new Problem(
                            GatewayProblems.IDENTITY_UNAVAILABLE,
                            new Text("暂时无法核验访问令牌，请稍后再试", "The token cannot be checked for the moment"))
                    .retryAfter(LATER);
        }
        if (!(failure instanceof AuthenticationException)) {
            LOG.warn("Token refused for a reason of its own", failure);
        }
        return rejected();
    }

    private static boolean identityIsDown(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            // No connection, no answer, an answer cut off, or an answer that is not 200.
            if (cause instanceof ConnectException
                    || cause instanceof TimeoutException
                    || cause instanceof VertxException
                    || cause instanceof OIDCException) {
                return true;
            }
        }
        return false;
    }

    private static Problem missing() {
        return new Problem(ProblemTypes.UNAUTHENTICATED, new Text("此操作需要访问令牌", "This needs an access token"))
                .withHeader("WWW-Authenticate", CHALLENGE);
    }

    private static Problem rejected() {
        return invalid("访问令牌已损坏、已过期或并非由本系统签发", "The token is broken, has expired or was not issued for this system");
    }

    private static Problem invalid(String zh, String en) {
        return new Problem(GatewayProblems.INVALID_TOKEN, new Text(zh, en))
                .withHeader("WWW-Authenticate", CHALLENGE + ", error=\"invalid_token\"");
    }
}

package cn.quality.gateway.identity;

import cn.quality.platform.digest.Secrets;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jose4j.jwt.JwtClaims;

/** Logins: begun, found again, supplied with a valid access token, ended. */
@ApplicationScoped
class Sessions {

    private static final Logger LOG = Logger.getLogger(Sessions.class);

    /** An access token with less left than this may end on its way through a service. */
    private static final Duration NEAR_ITS_END = Duration.ofMinutes(1);

    /** How exactly the last use of a login is remembered. */
    private static final Duration SEEN_TO = Duration.ofMinutes(1);

    private final SessionStore store;
    private final IdentityService identity;
    private final SessionConfig config;
    private final Clock clock;
    private final Map<String, Future<Session>> renewals = new ConcurrentHashMap<>();

    Sessions(SessionStore store, IdentityService identity, SessionConfig config, Clock clock) {
        this.store = store;
        this.identity = identity;
        this.config = config;
        this.clock = clock;
    }

    /** A login under a new id, whatever id the browser showed until now. */
    Future<Session> begin(Grant grant, JwtClaims person) {
        var now = clock.instant();
        var claims = new JsonObject(person.toJson());
        var session = new Session(Secrets.fresh(), profile(claims), grant, claims.getString("sid", ""), now, now);
        return store.add(session).map(session);
    }

    /** The login of this id, unless it is over. */
    Future<Optional<Session>> find(String id) {
        return store.find(id).compose(found -> found.isEmpty() ? Future.succeededFuture(found) : used(found.get()));
    }

    private Future<Optional<Session>> used(Session session) {
        var now = clock.instant();
        if (session.isOver(now, config.idle(), config.lifetime())) {
            return forget(session).map(gone -> {
                leave(session);
                return Optional.empty();
            });
        }
        if (now.isBefore(session.seen().plus(SEEN_TO))) {
            return Future.succeededFuture(Optional.of(session));
        }
        var seen = session.seenAt(now);
        return store.replace(seen).map(Optional.of(seen));
    }

    /** The session with an access token that will last for a request; fails with a refusal when there is none to be had. */
    Future<Session> supplied(Session session) {
        if (clock.instant().isBefore(session.grant().expires().minus(NEAR_ITS_END))) {
            return Future.succeededFuture(session);
        }
        // Requests come in bunches; one of them asks for all.
        var renewal = Promise.<Session>promise();
        var underWay = renewals.putIfAbsent(session.id(), renewal.future());
        if (underWay != null) {
            return underWay;
        }
        renewed(session).onComplete(result -> {
            renewals.remove(session.id());
            renewal.handle(result);
        });
        return renewal.future();
    }

    private Future<Session> renewed(Session session) {
        return identity.renew(session.grant())
                .map(session::with)
                .compose(newer -> store.replace(newer).map(newer))
                .recover(failure -> {
                    if (failure instanceof GrantRefused) {
                        return store.remove(session.id()).compose(gone -> over());
                    }
                    return clock.instant().isBefore(session.grant().expires())
                            ? Future.succeededFuture(session)
                            : Future.failedFuture(failure);
                });
    }

    /** Ends a login here and at the identity service, whose absence keeps no login alive here. */
    Future<Void> end(Session session) {
        return forget(session).compose(gone -> leave(session));
    }

    /** Ends a login here alone. */
    Future<Void> forget(Session session) {
        return store.remove(session.id());
    }

    private Future<Void> leave(Session session) {
        return identity.logOut(session.grant()).recover(failure -> {
            LOG.warnf("Not logged out at the identity service: %s", failure.getMessage());
            return Future.succeededFuture();
        });
    }

    /** Ends what the identity service says is over: one login, or all of a user. */
    Future<Void> backChannelLogout(JwtClaims logout) {
        var claims = new JsonObject(logout.toJson());
        var login = claims.getString("sid");
        return login != null ? store.removeLogin(login) : store.removeUser(claims.getString("sub", ""));
    }

    private static <T> Future<T> over() {
        return Future.failedFuture(
                new Problem(ProblemTypes.UNAUTHENTICATED, new Text("登录已失效，请重新登录", "The login is over; log in again")));
    }

    private static UserClaims profile(JsonObject claims) {
        var login = claims.getString("preferred_username", "");
        var roles = claims.getJsonObject("realm_access", new JsonObject()).getJsonArray("roles", new JsonArray());
        return new UserClaims(
                claims.getString("sub"),
                login,
                claims.getString("name", login),
                roles.stream().map(Object::toString).collect(Collectors.toUnmodifiableSet()),
                claims.getString("region"),
                claims.getString("department"),
                claims.getString("uscc"));
    }
}

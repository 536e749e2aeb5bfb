package cn.quality.gateway.identity;

import cn.quality.gateway.edge.BodyReader;
import cn.quality.gateway.edge.ProblemWriter;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jose4j.jwt.JwtClaims;

/**
 * The addresses by which users log in and out. Tokens stay on this side: the browser sees a code that is worth nothing
 * without the attempt it belongs to, and afterwards the session's id.
 */
@ApplicationScoped
class Login {

    private static final Logger LOG = Logger.getLogger(Login.class);

    private static final String CALLBACK = "/oidc/callback";
    private static final String LOGOUT_EVENT = "http://schemas.openid.net/event/backchannel-logout";
    private static final int LARGEST_FORM = 16 * 1024;

    private final IdentityService identity;
    private final SignedTokens tokens;
    private final Sessions sessions;
    private final SessionCookies cookies;
    private final PublicAddress address;
    private final Csrf csrf;
    private final BodyReader bodies;
    private final ProblemWriter problems;

    Login(
            IdentityService identity,
            SignedTokens tokens,
            Sessions sessions,
            SessionCookies cookies,
            PublicAddress address,
            Csrf csrf,
            BodyReader bodies,
            ProblemWriter problems) {
        this.identity = identity;
        this.tokens = tokens;
        this.sessions = sessions;
        this.cookies = cookies;
        this.address = address;
        this.csrf = csrf;
        this.bodies = bodies;
        this.problems = problems;
    }

    void routes(@Observes Router router) {
        router.get("/login").handler(this::begin);
        router.get(CALLBACK).handler(this::finish);
        router.post("/logout").handler(this::leave);
        router.post("/oidc/back-channel-logout").handler(this::backChannelLogout);
    }

    private void begin(RoutingContext request) {
        var attempt = LoginAttempt.towards(Optional.ofNullable(request.request().getParam("next")));
        if (SessionAuthenticator.session(request).isPresent()) {
            goTo(request, attempt.next());
            return;
        }
        identity.answers()
                .onSuccess(there -> {
                    cookies.set(request, attempt);
                    goTo(request, identity.loginPage(attempt, callback(request)));
                })
                .onFailure(failure -> refuse(request, failure));
    }

    private void finish(RoutingContext request) {
        var attempt = cookies.attempt(request);
        cookies.dropAttempt(request);
        var state = Optional.ofNullable(request.request().getParam("state"));
        var code = Optional.ofNullable(request.request().getParam("code"));
        if (attempt.isEmpty() || state.filter(attempt.get().state()::equals).isEmpty()) {
            problems.write(request, notOurs());
        } else if (code.isEmpty()) {
            problems.write(request, notCompleted());
        } else {
            logIn(request, attempt.get(), code.get());
        }
    }

    private void logIn(RoutingContext request, LoginAttempt attempt, String code) {
        identity.redeem(code, attempt, callback(request))
                .compose(grant -> tokens.read(grant.id())
                        .compose(claims -> sameAttempt(claims, attempt))
                        .compose(person -> sessions.begin(grant, person)))
                .compose(session -> SessionAuthenticator.session(request)
                        .map(former -> sessions.forget(former).map(session))
                        .orElseGet(() -> Future.succeededFuture(session)))
                .onSuccess(session -> {
                    cookies.set(request, session);
                    goTo(request, attempt.next());
                })
                .onFailure(failure -> refuse(request, failure));
    }

    private static Future<JwtClaims> sameAttempt(JwtClaims claims, LoginAttempt attempt) {
        return attempt.nonce().equals(claims.getClaimValueAsString("nonce"))
                ? Future.succeededFuture(claims)
                : Future.failedFuture(new GrantRefused("the token belongs to another login"));
    }

    private void leave(RoutingContext request) {
        var session = SessionAuthenticator.session(request);
        if (session.isEmpty()) {
            cookies.dropSession(request);
            goTo(request, "/");
            return;
        }
        field(request, Csrf.FIELD)
                .compose(shown -> csrf.check(request, session.get(), shown))
                .compose(own -> sessions.end(session.get()))
                .onSuccess(over -> {
                    cookies.dropSession(request);
                    goTo(request, "/");
                })
                .onFailure(failure -> problems.write(request, failure));
    }

    /** OpenID Connect Back-Channel Logout 1.0 §2.5–2.8: the identity service says that a login is over. */
    private void backChannelLogout(RoutingContext request) {
        field(request, "logout_token")
                .compose(token -> tokens.read(token.orElse("")))
                .compose(Login::isLogout)
                .compose(sessions::backChannelLogout)
                .onSuccess(over -> request.response()
                        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                        .end())
                .onFailure(failure -> {
                    if (failure instanceof GrantRefused) {
                        LOG.warnf("Not a logout token: %s", failure.getMessage());
                        problems.write(
                                request,
                                new Problem(ProblemTypes.BAD_REQUEST, new Text("退出令牌无效", "Not a logout token")));
                    } else {
                        problems.write(request, failure);
                    }
                });
    }

    /** An identity token is signed by the same key and must not pass for a logout token. */
    private static Future<JwtClaims> isLogout(JwtClaims claims) {
        var json = new JsonObject(claims.toJson());
        var event = json.getValue("events") instanceof JsonObject events && events.containsKey(LOGOUT_EVENT);
        var named = json.containsKey("sid") || json.containsKey("sub");
        return event && named && !json.containsKey("nonce")
                ? Future.succeededFuture(claims)
                : Future.failedFuture(new GrantRefused("it says nothing of a logout"));
    }

    /** A field of a small form. */
    private Future<Optional<String>> field(RoutingContext request, String name) {
        var length = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length == null || !length.matches("\\d{1,5}") || Integer.parseInt(length) > LARGEST_FORM) {
            return Future.failedFuture(new Problem(
                    ProblemTypes.PAYLOAD_TOO_LARGE,
                    Text.of("表单不得超过 %d 字节", "A form may have %d bytes here", LARGEST_FORM)));
        }
        return bodies.takeForm(request, LARGEST_FORM).compose(form -> field(form.bytes(), name));
    }

    private static Future<Optional<String>> field(Buffer form, String name) {
        try {
            return Future.succeededFuture(new QueryStringDecoder(form.toString(), false)
                    .parameters().getOrDefault(name, List.of()).stream().findFirst());
        } catch (IllegalArgumentException broken) {
            return Future.failedFuture(
                    new Problem(ProblemTypes.BAD_REQUEST, new Text("表单的编码有误", "The encoding of the form is broken")));
        }
    }

    private void refuse(RoutingContext request, Throwable failure) {
        if (failure instanceof GrantRefused) {
            LOG.warnf("Login not completed: %s", failure.getMessage());
            problems.write(request, notCompleted());
        } else {
            problems.write(request, failure);
        }
    }

    private String callback(RoutingContext request) {
        return address.origin(request) + CALLBACK;
    }

    private static void goTo(RoutingContext request, String where) {
        request.response()
                .setStatusCode(303)
                .putHeader(HttpHeaders.LOCATION, where)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end();
    }

    private static Problem notOurs() {
        return new Problem(
                ProblemTypes.BAD_REQUEST,
                new Text("登录已过期，或不是从本站开始的；请回到首页重新登录", "The login took too long or was not begun here; begin again"));
    }

    private static Problem notCompleted() {
        return new Problem(
                ProblemTypes.BAD_REQUEST, new Text("登录没有完成，请回到首页重新登录", "The login was not completed; begin again"));
    }
}

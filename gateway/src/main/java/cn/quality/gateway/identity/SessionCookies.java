package cn.quality.gateway.identity;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/**
 * The two cookies of the gateway: the login, and the login on its way. Over TLS their names begin with {@code __Host-}: then no
 * neighbouring host and no plain connection can have set them.
 */
@Singleton
class SessionCookies {

    private static final String SESSION = "session";
    private static final String ATTEMPT = "login";
    private static final String HOST_ONLY = "__Host-";
    private static final Duration TIME_TO_LOG_IN = Duration.ofMinutes(15);

    private final PublicAddress address;

    SessionCookies(PublicAddress address) {
        this.address = address;
    }

    Optional<String> session(RoutingContext request) {
        return value(request, SESSION);
    }

    Optional<LoginAttempt> attempt(RoutingContext request) {
        return value(request, ATTEMPT).flatMap(LoginAttempt::parse);
    }

    /** Stays until the browser is closed; how long it is valid, the gateway knows. */
    void set(RoutingContext request, Session session) {
        request.response().addCookie(cookie(request, SESSION, session.id()));
    }

    void set(RoutingContext request, LoginAttempt attempt) {
        request.response().addCookie(cookie(request, ATTEMPT, attempt.cookie()).setMaxAge(TIME_TO_LOG_IN.toSeconds()));
    }

    void dropSession(RoutingContext request) {
        request.response().addCookie(cookie(request, SESSION, "").setMaxAge(0));
    }

    void dropAttempt(RoutingContext request) {
        request.response().addCookie(cookie(request, ATTEMPT, "").setMaxAge(0));
    }

    private Optional<String> value(RoutingContext request, String name) {
        if (!request.request().headers().contains("Cookie")) {
            return Optional.empty();
        }
        return Optional.ofNullable(request.request().getCookie(full(request, name)))
                .map(Cookie::getValue)
                .filter(value -> !value.isEmpty());
    }

    private Cookie cookie(RoutingContext request, String name, String value) {
        return Cookie.cookie(full(request, name), value)
                .setPath("/")
                .setHttpOnly(true)
                .setSameSite(CookieSameSite.LAX)
                .setSecure(address.isSecure(request));
    }

    private String full(RoutingContext request, String name) {
        return address.isSecure(request) ? HOST_ONLY + name : name;
    }
}

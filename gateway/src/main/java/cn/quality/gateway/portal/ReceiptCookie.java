package cn.quality.gateway.portal;

import cn.quality.gateway.identity.PublicAddress;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Carries a receipt from the form to the page that shows it, in the browser it is meant for, and only to that page. The page
 * drops it: a receipt is shown once. If the page does not arrive, it is still there when it is loaded again.
 */
@Singleton
class ReceiptCookie {

    private static final String NAME = "objection-receipt";
    private static final Duration TIME_TO_ARRIVE = Duration.ofMinutes(10);

    /** Another site's cookie for our host shall not write on our page. */
    private static final Pattern RECEIPT = Pattern.compile("[0-9a-f-]{36}");

    private final PublicAddress address;

    ReceiptCookie(PublicAddress address) {
        this.address = address;
    }

    void set(RoutingContext request, String page, String receipt) {
        request.response().addCookie(cookie(request, page, receipt).setMaxAge(TIME_TO_ARRIVE.toSeconds()));
    }

    /** What is to be shown, once. */
    Optional<String> take(RoutingContext request, String page) {
        var receipt = Optional.ofNullable(request.request().getCookie(NAME))
                .map(Cookie::getValue)
                .filter(value -> RECEIPT.matcher(value).matches());
        receipt.ifPresent(
                shown -> request.response().addCookie(cookie(request, page, "").setMaxAge(0)));
        return receipt;
    }

    private Cookie cookie(RoutingContext request, String page, String value) {
        return Cookie.cookie(NAME, value)
                .setPath(page)
                .setHttpOnly(true)
                .setSameSite(CookieSameSite.STRICT)
                .setSecure(address.isSecure(request));
    }
}

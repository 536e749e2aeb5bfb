package cn.quality.gateway.portal;

import cn.quality.gateway.identity.SessionCaller;
import io.vertx.ext.web.RoutingContext;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What the head of every page says about who is logged in.
 *
 * @param caller absent without a login
 * @param login where to log in and come back to this page
 */
record PageHeader(@Nullable SessionCaller caller, String login) {

    static PageHeader of(RoutingContext request) {
        return new PageHeader(
                SessionCaller.of(request).orElse(null),
                loginFor(request.request().uri()));
    }

    static String loginFor(String address) {
        return "/login?next=" + URLEncoder.encode(address, StandardCharsets.UTF_8);
    }
}

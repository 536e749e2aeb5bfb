package cn.quality.gateway.portal;

import cn.quality.gateway.edge.Admission;
import cn.quality.gateway.edge.PageLocale;
import cn.quality.gateway.identity.SessionCaller;
import io.vertx.ext.web.RoutingContext;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What the head of every page says about its language and who is logged in.
 *
 * @param caller absent without a login
 * @param login where to log in and come back to this page
 */
record PageHeader(@Nullable SessionCaller caller, String login, PageLocale locale) {

    static PageHeader of(RoutingContext request) {
        return of(request, localeOf(request));
    }

    static PageHeader of(RoutingContext request, PageLocale locale) {
        return new PageHeader(
                SessionCaller.of(request).orElse(null),
                loginFor(request.request().uri()),
                locale);
    }

    /** The language of the page that is asked for: Chinese, unless the page is written in both. */
    static PageLocale localeOf(RoutingContext request) {
        return Admission.admittedPath(request)
                .filter(PublicNotices::isOurs)
                .map(path -> PageLocale.at(PublicNotices.ROOT, path))
                .orElse(PageLocale.chinese("/"));
    }

    static String loginFor(String address) {
        return "/login?next=" + URLEncoder.encode(address, StandardCharsets.UTF_8);
    }
}

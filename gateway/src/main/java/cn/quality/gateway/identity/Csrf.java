package cn.quality.gateway.identity;

import cn.quality.gateway.edge.GatewayProblems;
import cn.quality.platform.digest.Secrets;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.Text;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;

/**
 * Prevents other sites from acting with a user's login (cross-site request forgery). A browser sends the cookie with whatever
 * it is made to send; so what acts by a login must come from our own pages, as the browser itself testifies, and a change must
 * carry the login's own secret besides.
 */
@ApplicationScoped
class Csrf {

    /** Name of the field in our forms. */
    static final String FIELD = "csrf";

    static final String HEADER = "X-CSRF-Token";

    private static final Set<HttpMethod> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    /** {@code none}: typed, or from a bookmark. */
    private static final Set<String> OUR_OWN = Set.of("same-origin", "none");

    private final PublicAddress address;

    Csrf(PublicAddress address) {
        this.address = address;
    }

    /** Whether a page of ours caused the request, or no page at all. A browser that does not say counts as none. */
    boolean comesFromUs(RoutingContext request) {
        var site = request.request().getHeader("Sec-Fetch-Site");
        if (site != null) {
            return OUR_OWN.contains(site);
        }
        var origin = request.request().getHeader("Origin");
        return origin == null || origin.equals(address.origin(request));
    }

    /** Fails with a refusal when a change is not the login's own. */
    Future<Void> check(RoutingContext request, Session session) {
        return READS.contains(request.request().method())
                ? Future.succeededFuture()
                : check(request, session, Optional.ofNullable(request.request().getHeader(HEADER)));
    }

    Future<Void> check(RoutingContext request, Session session, Optional<String> shown) {
        return comesFromUs(request)
                        && shown.filter(token -> Secrets.same(token, session.csrf()))
                                .isPresent()
                ? Future.succeededFuture()
                : Future.failedFuture(
                        new Problem(
                                GatewayProblems.CSRF,
                                new Text(
                                        "该请求不是从本站页面发出的，或页面已过期；请刷新页面后重试",
                                        "The request does not come from a page of this site, or the page is out of date; reload it")));
    }
}

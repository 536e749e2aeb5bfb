package cn.quality.gateway.portal;

import cn.quality.gateway.edge.Admission;
import cn.quality.gateway.edge.BodyReader;
import cn.quality.gateway.edge.ProblemWriter;
import cn.quality.gateway.identity.Caller;
import cn.quality.gateway.limits.Limits;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/**
 * What the gateway answers itself is counted like what the services answer, by whatever method it is asked: pages, files, forms,
 * logins. A complaint or an objection is counted as a complaint; a sample token costs the identity service the check of a password.
 */
@ApplicationScoped
class PageLimits {

    private static final int BEFORE_THE_PAGES = -4_000;

    /** Counted elsewhere, or not at all. */
    private static final List<String> ELSEWHERE = List.of("/api", "/q", "/health");

    private final Limits limits;
    private final ProblemWriter problems;

    PageLimits(Limits limits, ProblemWriter problems) {
        this.limits = limits;
        this.problems = problems;
    }

    void routes(@Observes Router router) {
        router.route().order(BEFORE_THE_PAGES).handler(this::count);
    }

    private void count(RoutingContext request) {
        var path = Admission.path(request);
        if (ELSEWHERE.stream().anyMatch(prefix -> isBelow(path, prefix))) {
            request.next();
            return;
        }
        if (BodyReader.hasBody(request.request())) {
            request.request().pause(); // until the form is read
        }
        limits.tryConsume(
                        request,
                        Caller.of(request),
                        limitClass(request.request().method(), path))
                .onSuccess(counted -> request.next())
                .onFailure(failure -> problems.write(request, failure));
    }

    private static String limitClass(HttpMethod method, String path) {
        if (!HttpMethod.POST.equals(method)) {
            return "standard";
        }
        return isBelow(path, "/complaints") || PublicNotices.isOurs(path)
                ? "complaints"
                : isBelow(path, "/docs/sample-tokens") ? "samples" : "standard";
    }

    private static boolean isBelow(String path, String prefix) {
        return path.startsWith(prefix) && (path.length() == prefix.length() || path.charAt(prefix.length()) == '/');
    }
}

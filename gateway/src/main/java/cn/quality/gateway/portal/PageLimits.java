package cn.quality.gateway.portal;

import cn.quality.gateway.edge.Admission;
import cn.quality.gateway.edge.ProblemWriter;
import cn.quality.gateway.identity.Caller;
import cn.quality.gateway.limits.Limits;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/** A page asks the services as a program does, so it is counted like one; a complaint as a complaint. */
@ApplicationScoped
class PageLimits {

    private static final int BEFORE_THE_PAGES = -4_000;

    /** Counted elsewhere, or not at all. */
    private static final List<String> NO_PAGES = List.of("/api", "/sdmx", "/q", "/health", "/assets");

    private final Limits limits;
    private final ProblemWriter problems;

    PageLimits(Limits limits, ProblemWriter problems) {
        this.limits = limits;
        this.problems = problems;
    }

    void routes(@Observes Router router) {
        router.get().order(BEFORE_THE_PAGES).handler(request -> count(request, "standard"));
        router.post("/complaints/*").order(BEFORE_THE_PAGES).handler(request -> {
            request.request().pause(); // until the form is read
            count(request, "complaints");
        });
    }

    private void count(RoutingContext request, String limitClass) {
        if (HttpMethod.GET.equals(request.request().method()) && !isPage(Admission.path(request))) {
            request.next();
            return;
        }
        limits.tryConsume(request, Caller.of(request), limitClass)
                .onSuccess(counted -> request.next())
                .onFailure(failure -> problems.write(request, failure));
    }

    private static boolean isPage(String path) {
        return NO_PAGES.stream().noneMatch(prefix -> path.equals(prefix) || path.startsWith(prefix + "/"));
    }
}

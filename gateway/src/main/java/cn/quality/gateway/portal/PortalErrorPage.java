package cn.quality.gateway.portal;

import cn.quality.gateway.edge.ErrorPage;
import cn.quality.gateway.edge.PageLocale;
import cn.quality.gateway.portal.Pages.Trouble;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.trace.RequestTrace;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/** ProblemWriter in the portal's layout. */
@ApplicationScoped
class PortalErrorPage implements ErrorPage {

    @Override
    public String of(Problem problem, RoutingContext request) {
        return Pages.error(new Trouble(
                        problem.type().status(),
                        problem.type().title().zh(),
                        problem.detail().zh(),
                        RequestTrace.of(request).traceId()))
                .data("header", PageHeader.of(request, PageLocale.chinese("/")))
                .render();
    }
}

package cn.quality.gateway.portal;

import cn.quality.gateway.edge.ErrorPage;
import cn.quality.gateway.edge.Problem;
import cn.quality.gateway.edge.Trace;
import cn.quality.gateway.portal.Pages.Trouble;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/** Refusals in the portal's layout. */
@ApplicationScoped
class PortalErrorPage implements ErrorPage {

    @Override
    public String of(Problem problem, RoutingContext request) {
        return Pages.error(new Trouble(
                        problem.type().status(),
                        problem.type().title().zh(),
                        problem.detail().zh(),
                        Trace.of(request).traceId()))
                .data("account", Account.of(request))
                .render();
    }
}

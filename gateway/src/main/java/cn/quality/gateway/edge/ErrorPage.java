package cn.quality.gateway.edge;

import cn.quality.platform.problem.Problem;
import io.vertx.ext.web.RoutingContext;

/** Tells a refusal to a person. The portal has the layout, so the portal implements it. */
public interface ErrorPage {

    /** @return a whole HTML document */
    String of(Problem problem, RoutingContext request);
}

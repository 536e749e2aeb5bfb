package cn.quality.gateway.edge;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;

/**
 * Counts requests that are refused before anybody looks whose they are, so that garbage costs its sender what questions cost. The
 * limits implement it.
 */
public interface RefusalLimit {

    /** Fails with another refusal when its sender has sent too many. */
    Future<Void> count(RoutingContext request);
}

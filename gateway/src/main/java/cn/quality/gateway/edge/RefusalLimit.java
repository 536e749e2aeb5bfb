package cn.quality.gateway.edge;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.Optional;

/**
 * Counts requests that are refused before anybody looks whose they are, so that garbage costs its sender what questions cost. The
 * limits implement it.
 */
public interface RefusalLimit {

    /** Fails with another refusal when its sender has sent too many. */
    Future<Void> count(RoutingContext request);

    /**
     * Counts what cannot even be read as a request.
     *
     * @param address of its sender
     * @return the headers that say how many more may come; absent when its sender has sent too many
     */
    Optional<Map<String, String>> countUnreadable(String address);
}

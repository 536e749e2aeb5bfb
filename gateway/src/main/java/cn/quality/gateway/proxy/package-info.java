/**
 * The exchange with a service. A route says which service owns a prefix, who may come, how large a body may be and how long a
 * response may take; what no route claims is not passed on.
 *
 * <p>A request is a {@link cn.quality.gateway.proxy.ProxyExchange}: headers that may cross
 * ({@link cn.quality.gateway.proxy.HeaderPolicy}), bodies within limits of size and time
 * ({@link cn.quality.gateway.proxy.LimitedBody}, {@link cn.quality.gateway.upstream.TimedBody}), and a problem for every
 * failure. It knows nothing of what comes before it: {@link cn.quality.gateway.routing.RouteHandler} and the cache call it, and
 * get a response or a failure back.
 *
 * <p>Invariants: a service never sees a forwarding, identity or hop-by-hop header that came from outside; an error response is
 * never empty; a caller is always answered, or has left.
 */
@NullMarked
package cn.quality.gateway.proxy;

import org.jspecify.annotations.NullMarked;

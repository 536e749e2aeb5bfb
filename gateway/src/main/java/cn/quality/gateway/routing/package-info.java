/**
 * The way of a proxied request, which is one direction, in calls as in imports:
 *
 * <pre>
 *  RouteHandler                 which route; token, limits, body, capacity
 *    → cache.CacheHandler       answered from the cache, or
 *      → proxy.ProxyExchange    sent to its service: headers, bodies, problems
 *        → upstream.Upstreams   circuit breaker, choice of instance, connection
 * </pre>
 *
 * <p>Each step calls the next and gets a response or a failure back as a future; none knows the one before it. So on a cache miss
 * the exchange brings the response back to the cache, which stores and answers it, or has the exchange relay it.
 *
 * <p>Invariants: what no route claims is not passed on; a write never passes without a valid token. The services check the token
 * again themselves.
 */
@NullMarked
package cn.quality.gateway.routing;

import org.jspecify.annotations.NullMarked;

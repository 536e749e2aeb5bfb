/**
 * Where the services are and how they are reached. A service is one or more instances
 * ({@link cn.quality.gateway.upstream.Instance}); each request ({@link cn.quality.gateway.upstream.RequestAttempt}) goes to one
 * that is healthy and least busy, and to another when no connection to that one can be made. A response that does not begin or
 * go on in time is given up ({@link cn.quality.gateway.upstream.IdleTimeouts}, {@link cn.quality.gateway.upstream.TimedBody}).
 * To a service none of whose instances answers nothing is sent for a while
 * ({@link cn.quality.gateway.upstream.UpstreamCircuitBreaker}). Used by the proxy, the cache, the portal and the health page
 * alike.
 *
 * <p>Invariants: what cannot be repeated is sent once; what failed on our side never counts against a service; each permission
 * of the circuit breaker is answered exactly once, whatever is thrown or given up in between; nothing here waits on a thread.
 */
@NullMarked
package cn.quality.gateway.upstream;

import org.jspecify.annotations.NullMarked;

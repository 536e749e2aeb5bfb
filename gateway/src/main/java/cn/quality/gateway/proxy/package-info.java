/**
 * The way to the services. A route says who owns a prefix, who may come, how large a body may be and how long an answer may
 * take; what no route claims is not passed on.
 *
 * <p>{@link cn.quality.gateway.proxy.Gate} is the list of what is asked of a request, in order. What passes it becomes a
 * {@link cn.quality.gateway.proxy.Passage}: headers that may cross ({@link cn.quality.gateway.proxy.PassingHeaders}), bodies
 * within limits of size and time ({@link cn.quality.gateway.proxy.LimitedBody}, {@link
 * cn.quality.gateway.upstream.WatchedBody}), and words for every failure.
 *
 * <p>Invariants: a service never sees a forwarding, identity or hop-by-hop header that came from outside; an error answer is
 * never empty; a write never passes without a valid token. The services check the token again themselves.
 */
@NullMarked
package cn.quality.gateway.proxy;

import org.jspecify.annotations.NullMarked;

/**
 * The way to the services. A route says who owns a prefix, who may come, how large a body may be and how long an answer may
 * take; what no route claims is not passed on.
 *
 * <p>vertx-http-proxy does one thing here: it pumps bytes. Its cache stays off (it would hand one caller's answer to another),
 * HTTP/2 stays off (a body without a length would be lost), WebSocket stays off. Everything around the pump is ours: the
 * token check at the door ({@link cn.quality.gateway.identity.TokenDoor}), the headers that may pass
 * ({@link cn.quality.gateway.proxy.PassingHeaders}), body limits, time limits, and words for every failure
 * ({@link cn.quality.gateway.proxy.Passage}).
 *
 * <p>Invariants: a service never sees a forwarding, identity or hop-by-hop header that came from outside; an error answer is
 * never empty; a write never passes without a valid token. The services check the token again themselves.
 */
@NullMarked
package cn.quality.gateway.proxy;

import org.jspecify.annotations.NullMarked;

/**
 * What holds for every request, by whichever part it is answered: a trace, a well-formed address, a known method, headers of a sane size;
 * and for every answer: security headers, the request id, and refusals in one form. A refusal is
 * {@code application/problem+json} (RFC 9457) for programs and a page for people, in Chinese unless English is asked for
 * first, never empty and never a stack trace.
 *
 * <p>Connections are watched from below, where a message is still a message ({@link
 * cn.quality.gateway.edge.ConnectionInitializer}): {@link cn.quality.gateway.edge.HeaderTimeout} for heads that drip, {@link
 * cn.quality.gateway.edge.ResponseBackpressure} for callers who do not read, {@link cn.quality.gateway.edge.UnreadableRequests} for
 * what is no request. Bodies come in by {@link cn.quality.gateway.edge.BodyReader}.
 *
 * <p>Invariant: nothing behind this package sees an address with tricks in it. {@link cn.quality.gateway.edge.Admission}
 * decodes the path once, and routing uses only what it decoded.
 */
@NullMarked
package cn.quality.gateway.edge;

import org.jspecify.annotations.NullMarked;

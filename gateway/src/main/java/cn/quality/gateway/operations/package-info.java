/**
 * What an operator sees of the gateway, and how it is stopped: one line in the access log, one sample in the metrics and, when
 * they are exported, one span for each request, by whichever part it was answered, and an orderly end.
 *
 * <p>Invariants: neither log nor metrics nor spans ever hold a token, a cookie, a query, a body, a receipt or a person's name;
 * labels are as many as there are routes and clients, never as many as there are addresses; writing them never holds up an
 * event loop, a line is rather lost.
 */
@NullMarked
package cn.quality.gateway.operations;

import org.jspecify.annotations.NullMarked;

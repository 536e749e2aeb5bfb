/**
 * One id runs through a request, its log lines, its problem response and the events it causes: that of the spans of
 * OpenTelemetry made here, whether they are exported or not, or of the trace context alone where none is made.
 *
 * <p>Invariant: a span never holds an address, a query, a token, a name, or the words of a failure.
 */
@NullMarked
package cn.quality.platform.trace;

import org.jspecify.annotations.NullMarked;

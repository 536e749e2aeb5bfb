/**
 * Every refusal is an RFC 9457 problem with a stable English {@code code}, a text in the caller's language, and the trace
 * id under which operators find it. Free of any web framework: rules throw a problem, whoever speaks HTTP writes it.
 */
@NullMarked
package cn.quality.platform.problem;

import org.jspecify.annotations.NullMarked;

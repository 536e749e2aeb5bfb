/**
 * Every refusal is an RFC 9457 problem with a stable English {@code code}, a text in the caller's language, and the trace
 * id under which operators find it. Free of any web framework: rules throw a problem, the HTTP layer of each program
 * writes it ({@link cn.quality.platform.problem.ProblemDocument}).
 */
@NullMarked
package cn.quality.platform.problem;

import org.jspecify.annotations.NullMarked;

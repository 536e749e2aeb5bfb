/**
 * Every refusal is an RFC 9457 problem with a stable English {@code code}, a text in the caller's language, and the trace
 * id under which operators find it. No stack trace and no HTML ever reaches an API client.
 */
@NullMarked
package cn.quality.platform.problem;

import org.jspecify.annotations.NullMarked;

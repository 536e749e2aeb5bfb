/**
 * HTTP as every service speaks it: each refusal and each fault becomes a problem response ({@link
 * cn.quality.platform.http.ProblemMapper}), public reads are cacheable, updates name the version they were decided upon, and
 * bodies have a limit. No stack trace and no HTML ever reaches an API client.
 */
@NullMarked
package cn.quality.platform.http;

import org.jspecify.annotations.NullMarked;

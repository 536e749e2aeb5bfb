/**
 * Reference data changes rarely and is quoted for years, so every version that was in force is kept, whole, beside the
 * decision-log line that says who brought it in. Sending the same data again changes nothing and leaves no trace.
 */
@NullMarked
package cn.quality.indicator.revision;

import org.jspecify.annotations.NullMarked;

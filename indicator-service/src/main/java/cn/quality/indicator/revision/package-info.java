/**
 * Reference data is quoted for years, so each version is stored ({@link cn.quality.platform.version}) beside the
 * decision-log line that says who brought it in, and the data in force stands in tables of its own, where it is searched.
 */
@NullMarked
package cn.quality.indicator.revision;

import org.jspecify.annotations.NullMarked;

/**
 * Reading what clients send. A body is refused with everything that is wrong with it, not with the first thing found,
 * so that it is corrected once. Rules of the field live with their feature; here are only the means to report.
 */
@NullMarked
package cn.quality.standards.input;

import org.jspecify.annotations.NullMarked;

/**
 * What a caller writes behind the question mark: read here, so that each wrong value of each parameter is refused in the
 * same words, naming the parameter and what it takes.
 */
@NullMarked
package cn.quality.credit.query;

import org.jspecify.annotations.NullMarked;

/**
 * What the plans disagree about, with each other or with themselves, shown side by side and never settled here.
 *
 * <p>A conflict has two sides or more. Each side is somebody's statement: the words of a plan, found there letter by letter,
 * what they say, and the indicator and the target they speak of. The conflict adds no value of its own.
 */
@NullMarked
package cn.quality.indicator.conflict;

import org.jspecify.annotations.NullMarked;

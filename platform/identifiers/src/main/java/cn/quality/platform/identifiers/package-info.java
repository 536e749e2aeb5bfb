/**
 * A kernel with words of the field, unlike the other libraries: the codes by which the law knows an enterprise, a place and
 * an industry, Chinese names as comparable text, and the numbers that point to a person. One class each for the whole
 * suite, samples and tests included.
 *
 * <p>A code is checked where it enters and carried as a value type from there on. A refused code reports <em>every</em>
 * reason at once, because the clerk who typed it has one document in hand and wants to correct it once.
 */
@NullMarked
package cn.quality.platform.identifiers;

import org.jspecify.annotations.NullMarked;

/**
 * The catalogue: every standard the city works with, of all levels, and how they relate.
 *
 * <p>An administrator states what is known of a standard; stating it again changes nothing, stating something else is a
 * correction. Relations are stated by number, since the other standard may arrive later or never; either side may state
 * them, and readers see both statements as one. "Latest" follows replacement to its end, wherever the statements lead.
 *
 * <p>The legal state depends on the day: a standard announced for next month comes into force without anybody touching
 * it, and the one it replaces ends on that day, unless a later end was stated and both are valid in between. So the stored
 * status is what was stated, and {@link cn.quality.standards.catalogue.Status} shown is computed. Every statement is
 * recorded with its moment, so the state on any day can be answered as it was known at any moment.
 *
 * <p>Invariants: one row per canonical number; the level is the one the number itself shows; no group standard is
 * mandatory (标准化法 art. 18, 21); replacements never run in a circle; a number, present or former, belongs to one standard.
 */
@NullMarked
package cn.quality.standards.catalogue;

import org.jspecify.annotations.NullMarked;

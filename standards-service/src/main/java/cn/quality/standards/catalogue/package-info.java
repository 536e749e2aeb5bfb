/**
 * The catalogue: every standard the city works with, of all levels, and how they relate.
 *
 * <p>An administrator states what is known of a standard; stating it again changes nothing, stating something else is a
 * correction. Relations are stated by number, since the other standard may arrive later or never; either side may state
 * them, and readers see both statements as one. "Latest" follows replacement to its end, wherever the statements lead.
 *
 * <p>The legal state depends on the day: a standard announced for next month comes into force without anybody touching
 * it. So the stored status is what was stated, and {@link cn.quality.standards.catalogue.Status} shown is computed.
 *
 * <p>Invariants: one row per canonical number; the level is the one the number itself shows; no group standard is
 * mandatory (标准化法 art. 18, 21).
 */
@NullMarked
package cn.quality.standards.catalogue;

import org.jspecify.annotations.NullMarked;

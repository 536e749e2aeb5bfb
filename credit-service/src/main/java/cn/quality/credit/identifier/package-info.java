/**
 * The names by which the law knows an enterprise and a place: value types that cannot hold a wrong code.
 *
 * <p>A code is checked where it enters and carried as a type from there on. A refused code tells <em>every</em> reason at
 * once, because the clerk who typed it has one document in hand and wants to correct it once.
 */
@NullMarked
package cn.quality.credit.identifier;

import org.jspecify.annotations.NullMarked;

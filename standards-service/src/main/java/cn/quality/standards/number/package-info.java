/**
 * Standard numbers: the name by which everybody calls a standard, and the traps in it.
 *
 * <p>People write {@code GB/T 19001—2016}, {@code gb/t19001-2016} and {@code GB/T 19001-2016/ISO 9001:2015} and mean
 * one standard. {@link cn.quality.standards.number.StandardNumber} reads all of them, keeps the spelling it was given
 * and offers one canonical key to compare and store by. What cannot be read is refused with every reason and its place
 * at once, except enterprise numbers ({@code Q/…}): nobody polices those, so odd ones are stored raw with a low confidence.
 *
 * <p>Codes that no rule can tell are lists beside the program: industries and bodies. Reading takes time in proportion to the
 * length of the text, whatever the text is.
 *
 * <p>Invariants: two numbers are equal exactly when their canonical keys are; reading a canonical key gives that key.
 */
@NullMarked
package cn.quality.standards.number;

import org.jspecify.annotations.NullMarked;

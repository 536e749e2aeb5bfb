/**
 * How data of the departments comes in: once, in pieces that fit into memory, with an answer for each line.
 *
 * <p>A sender that is cut off in the middle simply sends everything again. That is safe because each item names its
 * {@link cn.quality.credit.intake.Source}, the sender's own record number: what has arrived already is answered with the
 * first result. One broken line is named and the others go on.
 *
 * <p>Invariants: memory does not grow with the length of a batch; a chunk of lines is stored as a whole or not at all; a
 * single item takes the same way as a batch of one.
 */
@NullMarked
package cn.quality.credit.intake;

import org.jspecify.annotations.NullMarked;

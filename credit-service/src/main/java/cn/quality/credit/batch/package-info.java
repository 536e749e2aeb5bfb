/**
 * How data of the departments comes in: once, in pieces that fit into memory, with an answer for each line.
 *
 * <p>A batch is a file of NDJSON or CSV, compressed or not ({@link cn.quality.credit.batch.BatchImport}). One broken line is
 * named and the others go on; who wants all or nothing asks for it. A sender that is cut off in the middle sends everything
 * again. That is safe in any case because each item names its {@link cn.quality.credit.batch.Source}, the sender's own
 * record number; and under an idempotency key what was settled before the cut is answered as it was then, without being
 * looked at again.
 *
 * <p>Invariants: memory does not grow with the length of a batch nor with what is packed in it; a chunk of lines is stored
 * as a whole, with its answers, or not at all; a single item takes the same way as a batch of one.
 */
@NullMarked
package cn.quality.credit.batch;

import org.jspecify.annotations.NullMarked;

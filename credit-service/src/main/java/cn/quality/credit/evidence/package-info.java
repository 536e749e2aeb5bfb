/**
 * Files that prove something: a decision, a proof of correction, a photograph.
 *
 * <p>A file is taken in as a stream: hashed and counted on the way to the disk, never whole in memory. What it is, is read
 * off its content ({@link cn.quality.credit.evidence.FileKind}), and its name and declared type must say the same. Only
 * then it gets its place, under its SHA-256, behind the port {@link cn.quality.credit.evidence.EvidenceStore}; the row
 * that makes it reachable is committed with the transaction that stores it.
 *
 * <p>A file stored over HTTP is read by who brought it, by the offices of its region and by auditors. A file that another
 * feature stores has no region and is served by that feature alone, by its own rules.
 *
 * <p>Invariants: nothing half written is ever in place; content never changes; the same file under the same name of the
 * same owner is stored once; a file whose transaction rolled back is removed unless another row needs it.
 */
@NullMarked
package cn.quality.credit.evidence;

import org.jspecify.annotations.NullMarked;

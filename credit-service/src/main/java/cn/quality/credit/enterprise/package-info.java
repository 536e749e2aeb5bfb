/**
 * Who the credit record is about.
 *
 * <p>An enterprise is registered once, by the department that holds its file, under its unified social credit code. Its
 * region is its present jurisdiction; the region digits inside the code are history and are never read for it. Its name is
 * stored beside what the search needs of it, computed by one {@link cn.quality.platform.identifiers.NameNormaliser}.
 *
 * <p>It may take another name; the one it gives up stays on file with its first day and the day of the change, and goes on
 * finding it. It may move to another region, and its industry, fields, address and parent may be amended; what was before
 * stays on file likewise. When it is closed its file stays and changes no more; what happened later than its last day is not
 * filed.
 *
 * <p>A branch is a subject of its own, with its own code, region and record. It may name the enterprise it is a part of,
 * which is never a branch itself, so that nobody goes round in circles.
 *
 * <p>Its code checks, but for the few that stand so on their certificates
 * ({@link cn.quality.credit.enterprise.IrregularCode}).
 *
 * <p>Invariants: one enterprise per code; one per source record; names follow each other without gap or overlap, and so do regions; the first
 * report of a closure is the one that counts; each change is an event in the same transaction.
 */
@NullMarked
package cn.quality.credit.enterprise;

import org.jspecify.annotations.NullMarked;

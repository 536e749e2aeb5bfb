/**
 * The quality credit archive (质量信用档案): what departments, awards and the enterprise itself have put on file.
 *
 * <p>A record is a fact with its source. It says who may see it ({@link cn.quality.credit.archive.Disclosure}), and
 * whether it may be on file at all is decided by the {@link cn.quality.credit.archive.EntryRule}s, each with its clause.
 * What it carries depends on its kind; {@link cn.quality.credit.archive.RecordSchemas} is the table of that. An error is put right
 * by a correction: a record of its own that takes the place of the one it names, or voids it. Only the last of such a chain
 * counts and is shown; the earlier ones stay for the department and the auditors.
 *
 * What an enterprise declares about its standards arrives from the standards service as events and is stored here too, so
 * that the public answer needs nobody else to be up. What the supervision of standards publicises becomes a record, which is
 * voided when it is publicised no more.
 *
 * <p>Invariants: a record is never overwritten; a chain never forks; one record per source record number; no banned data and
 * nobody's numbers at rest.
 */
@NullMarked
package cn.quality.credit.archive;

import org.jspecify.annotations.NullMarked;

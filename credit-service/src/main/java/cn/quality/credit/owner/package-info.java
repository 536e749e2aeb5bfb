/**
 * Self-service of the enterprise: what is on file about it, who looked at it, and what it can still do about it, free of
 * charge (山东省社会信用条例第三十七条).
 *
 * <p>The caller is an enterprise by its token and sees its own file alone, whatever the disclosure of a record, with the
 * whole chain of corrections and with entries from their notice on; the working papers of the office before the notice and
 * the names of officials are not part of it. Like {@code lookup} this package reads across the tables of the features and
 * writes nothing there. What it writes is {@link cn.quality.credit.owner.AccessRecord}: whoever answers about an enterprise
 * other than to the public records the look there.
 */
@NullMarked
package cn.quality.credit.owner;

import org.jspecify.annotations.NullMarked;

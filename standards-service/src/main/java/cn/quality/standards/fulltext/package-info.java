/**
 * Full texts, where they may be public: of mandatory standards, which everybody may read for nothing (标准化法 art. 17), of the
 * province's local standards (山东省标准化条例 art. 27), and of others where the holder of the right permits it. Whether the
 * ground still holds is asked whenever a text is read: a standard that became recommended takes its text with it.
 *
 * <p>Invariant: what is sent is what has the digest of the record.
 */
@NullMarked
package cn.quality.standards.fulltext;

import org.jspecify.annotations.NullMarked;

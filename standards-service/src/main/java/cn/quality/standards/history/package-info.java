/**
 * Provable history: the digest of every version of every declaration, and the canonical JSON it is the digest of
 * (企业标准化促进办法 art. 16: 可获取、可追溯、防篡改).
 *
 * <p>Invariants: a version is never changed or removed, which the database enforces; each names the digest of the one before;
 * what the digests prove and what they do not is part of every answer.
 */
@NullMarked
package cn.quality.standards.history;

import org.jspecify.annotations.NullMarked;

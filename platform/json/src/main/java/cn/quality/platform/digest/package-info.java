/**
 * Digests, for validators, fingerprints and chains.
 */
@NullMarked
package cn.quality.platform.digest;

import org.jspecify.annotations.NullMarked;

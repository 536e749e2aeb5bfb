/**
 * Digests, for validators, fingerprints and chains, and random secrets with what is derived from them.
 */
@NullMarked
package cn.quality.platform.digest;

import org.jspecify.annotations.NullMarked;

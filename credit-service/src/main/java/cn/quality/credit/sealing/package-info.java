/**
 * Keeps a text so that the database alone does not tell it: AES-256-GCM under keys that stand in the configuration.
 *
 * <p>{@link cn.quality.credit.sealing.Sealer} seals a text for one place, its <em>binding</em>: what is moved to another
 * row does not open there. Keys are named and can be several; the last one seals, the others still open what they once
 * sealed, so that a key is replaced without a pause. There is no key in the program. Without one the service runs, says at
 * its start what is missing, and refuses with 503 whatever would have to be sealed: the public lists do not go dark because
 * of it.
 */
@NullMarked
package cn.quality.credit.sealing;

import org.jspecify.annotations.NullMarked;

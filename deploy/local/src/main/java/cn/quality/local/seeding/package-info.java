/**
 * Fills a fresh suite: the reference data of {@code seeds/}, and fictional enterprises with their records.
 *
 * <p>{@link cn.quality.local.seeding.Seeder} goes through the public API with the same tokens a government system or a
 * clerk would have; nothing is written behind the services' backs, so what is seeded has passed every check. Each element
 * of a seed file is a request body and is sent as it stands.
 *
 * <p>The enterprises do not come from a file. {@link cn.quality.local.seeding.Enterprises} computes the n-th one from n
 * alone, so that a million need no more memory than one, and any part can be made again at any time.
 *
 * <p>What holds throughout: everything sent may be sent again. Sources number their records, drafts carry an
 * idempotency key, reference data is put under its own code; a run that was cut off is finished by the next, and a run
 * after a finished one changes nothing. No real enterprise is given any fact: codes carry region digits no place has, names
 * contain 示例, and the flag says fictional.
 */
@NullMarked
package cn.quality.local.seeding;

import org.jspecify.annotations.NullMarked;

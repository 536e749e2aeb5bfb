/**
 * The public cache: answers that are the same for everybody are given from here for as long as the service said they hold,
 * and not a moment longer once an event has touched them.
 *
 * <p>{@link cn.quality.gateway.cache.PublicCache} is the step the gate calls. What it does with a request is decided by
 * {@link cn.quality.gateway.cache.Keeper}, which holds what is kept ({@link cn.quality.gateway.cache.KeptAnswer}) and who is
 * fetching what ({@link cn.quality.gateway.cache.Flight}), and knows nothing of connections;
 * {@link cn.quality.gateway.cache.Errand} is the part a passage plays for it.
 *
 * <p>A purge removes nothing. It writes down when a subject was touched ({@link cn.quality.gateway.cache.Purges}), and an
 * answer counts only when its request began after that: so a purge costs the same however much is kept, and one that falls
 * into the middle of a fetch wins by itself. Which subjects an answer and an event have is told by
 * {@link cn.quality.gateway.cache.Subjects} and {@link cn.quality.gateway.cache.Touched}.
 *
 * <p>Invariants: nothing is kept that was asked with a credential or a cookie, that is not a 200, or that its service did not
 * call public; the fetch sends no header that the key does not have, so nobody can colour what others get; whatever was touched
 * by an event is never given again, not even when the service is down.
 */
@NullMarked
package cn.quality.gateway.cache;

import org.jspecify.annotations.NullMarked;

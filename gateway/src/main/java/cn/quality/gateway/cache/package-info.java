/**
 * The public cache: responses that are the same for everybody are served from here for as long as the service said they may be
 * used, and not a moment longer once an event has invalidated them.
 *
 * <p>{@link cn.quality.gateway.cache.CacheHandler} is the step before the proxy. {@link cn.quality.gateway.cache.CacheStore}
 * holds the responses ({@link cn.quality.gateway.cache.CachedResponse}) by {@link cn.quality.gateway.cache.CacheKey} and who is
 * fetching what ({@link cn.quality.gateway.cache.InFlightFetch}), and knows nothing of connections. On a miss
 * {@link cn.quality.gateway.cache.FetchHandler} has the proxy bring the whole response.
 * {@link cn.quality.gateway.cache.PublicCache} fetches for the pages of the portal, and in the background.
 *
 * <p>An invalidation removes nothing. It writes down when a subject was invalidated
 * ({@link cn.quality.gateway.cache.Invalidations}), and a response counts only when its request began after that: so an
 * invalidation costs the same however much is cached, and one that falls into the middle of a fetch wins by itself. The subjects
 * of a response are found by {@link cn.quality.gateway.cache.Subjects}, those of an event by
 * {@link cn.quality.gateway.cache.InvalidationRules}.
 *
 * <p>Invariants: nothing is stored that was asked with a credential or a cookie, that is not a 200, or that its service did not
 * call public; a fetch sends no header that the key does not have, so no caller can colour what others get; whatever was
 * invalidated is never served again, not even while the service is down.
 */
@NullMarked
package cn.quality.gateway.cache;

import org.jspecify.annotations.NullMarked;

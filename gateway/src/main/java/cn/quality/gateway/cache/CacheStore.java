package cn.quality.gateway.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** The cached responses, and who is fetching what: finds for each key a response, a fetch to wait for, or a fetch to begin. */
final class CacheStore {

    /** Responses of one address that differ by {@code Accept} and {@code Accept-Language}; beyond these it starts anew. */
    private static final int VARIANTS = 8;

    /** What is found for a key. */
    sealed interface Lookup {

        /** @param refresh to be fetched in the background, when it is this caller's turn */
        record Found(CachedResponse response, CacheStatus status, Optional<InFlightFetch> refresh) implements Lookup {}

        record Fetch(InFlightFetch fetch) implements Lookup {}

        record Wait(InFlightFetch fetch) implements Lookup {}
    }

    /**
     * The responses of one address.
     *
     * @param vary the request headers they depend on
     */
    private record Variants(Set<String> vary, Map<String, CachedResponse> byVariant) {

        @Nullable
        CachedResponse find(CacheKey key) {
            return byVariant.get(name(vary, key));
        }

        static String name(Set<String> vary, CacheKey key) {
            if (vary.isEmpty()) {
                return "";
            }
            var name = new StringBuilder();
            vary.forEach(header -> name.append(key.value(header)).append('\n'));
            return name.toString();
        }

        int weight() {
            return byVariant.values().stream().mapToInt(CachedResponse::weight).sum();
        }
    }

    private final Settings settings;
    private final LongSupplier clock;
    private final BooleanSupplier eventsArrive;
    private final Invalidations invalidations;
    private final Cache<String, Variants> responses;
    private final Map<CacheKey, InFlightFetch> inFlight = new ConcurrentHashMap<>();

    /** @param size bytes of all responses together */
    record Settings(
            long size,
            Duration settling,
            Duration staleWhileRevalidate,
            Duration staleIfError,
            Duration maxAgeWithoutEvents) {}

    /**
     * @param clock nanoseconds that never run backwards
     * @param eventsArrive whether events arrive as they happen
     */
    CacheStore(Settings settings, LongSupplier clock, BooleanSupplier eventsArrive, Invalidations invalidations) {
        this.settings = settings;
        this.clock = clock;
        this.eventsArrive = eventsArrive;
        this.invalidations = invalidations;
        this.responses = Caffeine.newBuilder()
                .maximumWeight(settings.size())
                .weigher((String uri, Variants variants) -> uri.length() + variants.weight())
                .expireAfterWrite(settings.staleIfError())
                .ticker(clock::getAsLong)
                .executor(Runnable::run)
                .build();
    }

    Lookup lookup(CacheKey key) {
        var now = clock.getAsLong();
        var response = find(key);
        if (response != null && isFresh(response, now)) {
            return new Lookup.Found(response, CacheStatus.HIT, Optional.empty());
        }
        var mine = new InFlightFetch(key, now);
        var other = inFlight.putIfAbsent(key, mine);
        if (response != null && mayBeServedStale(response, now, staleLimit(response.lifetime()))) {
            return new Lookup.Found(response, CacheStatus.STALE, other == null ? Optional.of(mine) : Optional.empty());
        }
        return other == null ? new Lookup.Fetch(mine) : new Lookup.Wait(other);
    }

    /** What a caller whose fetch failed may be served. */
    Optional<CachedResponse> staleIfError(CacheKey key) {
        var now = clock.getAsLong();
        return Optional.ofNullable(find(key))
                .filter(response -> isFresh(response, now) || mayBeServedStale(response, now, settings.staleIfError()));
    }

    /** Stores what was fetched; those who wait get it unless its subjects were invalidated while it was on its way. */
    CachedResponse complete(InFlightFetch fetch, MultiMap headers, Buffer body, Lifetime lifetime) {
        var bytes = body.getBytes();
        var subjects = Subjects.ofAddress(fetch.key().path());
        subjects.addAll(Subjects.named(bytes));
        var slots = Subjects.slots(subjects);
        var response = CachedResponse.of(headers, Buffer.buffer(bytes), fetch.startedAt(), lifetime, slots);
        if (!invalidations.since(fetch.startedAt() - settings.settling().toNanos(), slots)) {
            responses.asMap().merge(fetch.key().uri(), only(fetch.key(), response), CacheStore::merged);
        }
        end(fetch, invalidations.since(fetch.startedAt(), slots) ? Optional.empty() : Optional.of(response));
        return response;
    }

    /** Ends a fetch that brought nothing to be stored; one that has ended already stays as it is. */
    void abandon(InFlightFetch fetch) {
        end(fetch, Optional.empty());
    }

    /** Whether a caller who waited may be served what was fetched. */
    boolean stillValid(CachedResponse response) {
        return isFresh(response, clock.getAsLong()) && !invalidations.since(response.requestedAt(), response.slots());
    }

    /** Bytes of all that is cached. */
    long weight() {
        return responses.policy().eviction().orElseThrow().weightedSize().orElseThrow();
    }

    /** A fetch that no other caller waits for. */
    InFlightFetch fetchAlone(CacheKey key) {
        return new InFlightFetch(key, now());
    }

    long now() {
        return clock.getAsLong();
    }

    private void end(InFlightFetch fetch, Optional<CachedResponse> response) {
        inFlight.remove(fetch.key(), fetch);
        fetch.end(response);
    }

    private @Nullable CachedResponse find(CacheKey key) {
        var variants = responses.getIfPresent(key.uri());
        var response = variants == null ? null : variants.find(key);
        return response != null && invalidations.since(response.requestedAt(), response.slots()) ? null : response;
    }

    private boolean isFresh(CachedResponse response, long now) {
        var age = response.ageAt(now);
        return age < response.lifetime().fresh().toNanos()
                && (age < settings.maxAgeWithoutEvents().toNanos() || eventsArrive.getAsBoolean());
    }

    private boolean mayBeServedStale(CachedResponse response, long now, Duration limit) {
        return !response.lifetime().strict() && response.ageAt(now) < limit.toNanos() && eventsArrive.getAsBoolean();
    }

    private Duration staleLimit(Lifetime lifetime) {
        var asked = lifetime.stale();
        var granted = settings.staleWhileRevalidate();
        return lifetime.fresh().plus(asked.compareTo(granted) < 0 ? asked : granted);
    }

    private static Variants only(CacheKey key, CachedResponse response) {
        var vary = response.lifetime().vary();
        return new Variants(vary, Map.of(Variants.name(vary, key), response));
    }

    private static Variants merged(Variants before, Variants added) {
        if (!before.vary().equals(added.vary()) || before.byVariant().size() >= VARIANTS) {
            return added;
        }
        var all = new HashMap<>(before.byVariant());
        all.putAll(added.byVariant());
        return new Variants(added.vary(), Map.copyOf(all));
    }
}

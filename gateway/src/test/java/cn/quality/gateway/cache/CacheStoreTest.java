package cn.quality.gateway.cache;

import static org.assertj.core.api.Assertions.assertThat;

import cn.quality.gateway.cache.CacheStore.Lookup;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The limits of the store, to the nanosecond. {@link CacheStoreModelTest} has the histories. */
class CacheStoreTest {

    private static final CacheKey LIST = key("/api/credit/v1/listings", "", "");

    private long now = Long.MAX_VALUE - 5; // nanoTime may wrap
    private boolean eventsArrive = true;
    private final Invalidations invalidations = new Invalidations(() -> now);
    private final CacheStore store = new CacheStore(CacheWorld.SETTINGS, () -> now, () -> eventsArrive, invalidations);

    CacheStoreTest() {
        pass(Duration.ofSeconds(10));
    }

    private static CacheKey key(String uri, String accept, String language) {
        return new CacheKey(uri, uri, accept, language);
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }

    private void pass(int seconds) {
        pass(Duration.ofSeconds(seconds));
    }

    private CachedResponse complete(InFlightFetch fetch, String cacheControl, String... more) {
        var headers = MultiMap.caseInsensitiveMultiMap().add("Cache-Control", cacheControl);
        for (int i = 0; i < more.length; i += 2) {
            headers.add(more[i], more[i + 1]);
        }
        return store.complete(
                fetch, headers, Buffer.buffer("body"), Lifetime.of(200, headers).orElseThrow());
    }

    private CachedResponse put(CacheKey key, String cacheControl, String... more) {
        return complete(fetch(key), cacheControl, more);
    }

    private InFlightFetch fetch(CacheKey key) {
        return store.lookup(key) instanceof Lookup.Fetch(var fetch) ? fetch : store.fetchAlone(key);
    }

    private String found(CacheKey key) {
        return switch (store.lookup(key)) {
            case Lookup.Found(var response, var status, var refresh) ->
                status + (refresh.isPresent() ? " and refresh" : "");
            case Lookup.Fetch fetch -> "fetch";
            case Lookup.Wait wait -> "wait";
        };
    }

    @Test
    void isFreshToTheLastNanosecond() {
        put(LIST, "public, max-age=30");
        pass(Duration.ofSeconds(30).minusNanos(1));
        assertThat(found(LIST)).isEqualTo("HIT");
        pass(Duration.ofNanos(1));
        assertThat(found(LIST)).isEqualTo("fetch");
    }

    @Test
    void isServedStaleAsLongAsIsGranted() {
        put(LIST, "public, max-age=30, stale-while-revalidate=10");
        pass(30);
        assertThat(found(LIST)).isEqualTo("STALE and refresh");
        pass(Duration.ofSeconds(10).minusNanos(1));
        assertThat(found(LIST)).isEqualTo("STALE");
        pass(Duration.ofNanos(1));
        assertThat(found(LIST)).isEqualTo("wait");
    }

    @ParameterizedTest
    @CsvSource({"30, STALE and refresh", "300, STALE and refresh"})
    void moreThanHalfAMinuteIsNotGranted(int asked, String found) {
        put(LIST, "public, max-age=30, stale-while-revalidate=" + asked);
        pass(Duration.ofSeconds(60).minusNanos(1));
        assertThat(found(LIST)).isEqualTo(found);
        pass(Duration.ofNanos(1));
        assertThat(found(LIST)).isEqualTo("wait");
    }

    @ParameterizedTest
    @ValueSource(strings = {"must-revalidate", "proxy-revalidate", "s-maxage=30"})
    void isNeverServedStaleWhereItsServiceForbidsIt(String strict) {
        put(LIST, "public, max-age=30, stale-while-revalidate=300, " + strict);
        assertThat(store.staleIfError(LIST)).isPresent();
        pass(30);
        assertThat(found(LIST)).isEqualTo("fetch");
        assertThat(store.staleIfError(LIST)).isEmpty();
    }

    @Test
    void isServedInNeedForTenMinutes() {
        put(LIST, "public, max-age=30");
        pass(Duration.ofSeconds(600).minusNanos(1));
        assertThat(store.staleIfError(LIST)).isPresent();
        pass(Duration.ofNanos(1));
        assertThat(store.staleIfError(LIST)).isEmpty();
    }

    @Test
    void withoutEventsIsFreshForTwentySecondsAndNeverStale() {
        put(LIST, "public, max-age=30, stale-while-revalidate=300");
        eventsArrive = false;
        pass(Duration.ofSeconds(20).minusNanos(1));
        assertThat(found(LIST)).isEqualTo("HIT");
        pass(Duration.ofNanos(1));
        assertThat(found(LIST)).isEqualTo("fetch");
        assertThat(store.staleIfError(LIST)).isEmpty();
        eventsArrive = true;
        assertThat(found(LIST)).isEqualTo("HIT");
    }

    @Test
    void servesNothingThatWasInvalidated() {
        put(LIST, "public, max-age=30");
        invalidations.invalidate(LIST.uri());
        assertThat(found(LIST)).isEqualTo("fetch");
        assertThat(store.staleIfError(LIST)).isEmpty();
    }

    @Test
    void storesNothingUntilServicesHaveSeenTheEvent() {
        invalidations.invalidate(LIST.uri());
        pass(2);
        var early = fetch(LIST);
        complete(early, "public, max-age=30");
        assertThat(early.result().result()).isPresent();
        assertThat(found(LIST)).isEqualTo("fetch");
        store.abandon(fetch(LIST));
        pass(Duration.ofNanos(1));
        put(key("/api/credit/v1/listings", "", ""), "public, max-age=30");
        assertThat(found(LIST)).isEqualTo("HIT");
    }

    @Test
    void sharesWhatWasFetchedUnlessItWasInvalidatedMeanwhile() {
        var fetch = fetch(LIST);
        assertThat(store.lookup(LIST)).isEqualTo(new Lookup.Wait(fetch));
        pass(1);
        var response = complete(fetch, "public, max-age=30");
        assertThat(fetch.result().result()).containsSame(response);
        assertThat(response.requestedAt()).isEqualTo(now - Duration.ofSeconds(1).toNanos());
        assertThat(store.stillValid(response)).isTrue();
        pass(Duration.ofSeconds(29).minusNanos(1));
        assertThat(store.stillValid(response)).isTrue();
        invalidations.invalidateEverything();
        assertThat(store.stillValid(response)).isFalse();

        var other = fetch(LIST);
        invalidations.invalidate(LIST.uri());
        complete(other, "public, max-age=30");
        assertThat(other.result().result()).isEmpty();
    }

    @Test
    void aResponseThatIsOverIsNotSharedAnyMore() {
        var response = put(LIST, "public, max-age=30");
        pass(30);
        assertThat(store.stillValid(response)).isFalse();
    }

    @Test
    void anEndedFetchStaysAsItEnded() {
        var fetch = fetch(LIST);
        var response = complete(fetch, "public, max-age=30");
        store.abandon(fetch);
        assertThat(fetch.result().result()).containsSame(response);
        var vain = fetch(key("/other", "", ""));
        store.abandon(vain);
        assertThat(vain.result().result()).isEqualTo(Optional.empty());
        assertThat(found(key("/other", "", ""))).isEqualTo("fetch");
    }

    @Test
    void nobodyWaitsForALoneFetch() {
        var alone = store.fetchAlone(LIST);
        assertThat(alone.key()).isEqualTo(LIST);
        assertThat(alone.startedAt()).isEqualTo(now);
        assertThat(found(LIST)).isEqualTo("fetch");
    }

    @Test
    void tellsLanguagesApartWhereTheServiceDoes() {
        var english = key("/api/credit/v1/listings", "", "en");
        var chinese = key("/api/credit/v1/listings", "", "zh");
        put(english, "public, max-age=30", "Vary", "Accept-Language");
        assertThat(found(english)).isEqualTo("HIT");
        assertThat(found(chinese)).isEqualTo("fetch");
        assertThat(found(key("/api/credit/v1/listings", "text/csv", "en"))).isEqualTo("HIT");
    }

    @Test
    void holdsEightVariantsOfAnAddress() {
        for (int i = 0; i < 8; i++) {
            put(key(LIST.uri(), "", "l" + i), "public, max-age=30", "Vary", "Accept-Language");
        }
        for (int i = 0; i < 8; i++) {
            assertThat(found(key(LIST.uri(), "", "l" + i))).isEqualTo("HIT");
        }
        put(key(LIST.uri(), "", "l8"), "public, max-age=30", "Vary", "Accept-Language");
        assertThat(found(key(LIST.uri(), "", "l8"))).isEqualTo("HIT");
        assertThat(found(key(LIST.uri(), "", "l0"))).isEqualTo("fetch");
    }

    /** Address, overhead, body, headers, and four bytes for each of its four slots. */
    @Test
    void knowsHowMuchItHolds() {
        assertThat(store.weight()).isZero();
        put(LIST, "public, max-age=30", "X", "yz");
        assertThat(store.weight())
                .isEqualTo(LIST.uri().length()
                        + 512
                        + 4
                        + "Cache-Control".length()
                        + "public, max-age=30".length()
                        + 3
                        + 16);
        assertThat(store.now()).isEqualTo(now);
    }
}

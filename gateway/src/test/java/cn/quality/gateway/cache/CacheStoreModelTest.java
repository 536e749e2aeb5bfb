package cn.quality.gateway.cache;

import static org.assertj.core.api.Assertions.assertThat;

import cn.quality.gateway.cache.CacheStore.Lookup;
import cn.quality.gateway.cache.CacheStore.Settings;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The store against a cache that forgets nothing, is never full, and looks through all it ever saw for each key. */
class CacheStoreModelTest {

    private static final String ONE = "91371199MA3RH00187";
    private static final String OTHER = "91371199MA3RH00195";
    private static final List<String> PATHS = List.of(
            "/api/credit/v1/listings",
            "/api/credit/v1/enterprises/" + ONE,
            "/api/credit/v1/enterprises/" + OTHER,
            "/api/standards/v1/enterprises/" + ONE);
    private static final List<String> SUBJECTS = List.of("/api/credit/v1", "/api/standards/v1", ONE, OTHER);

    private static final Settings SETTINGS = new Settings(
            1 << 20, Duration.ofSeconds(2), Duration.ofSeconds(30), Duration.ofSeconds(600), Duration.ofSeconds(20));

    /** Something that happens. */
    sealed interface Step {
        record Ask(int path, int accept) implements Step {}

        /** One of the fetches under way ends; what comes is one of {@link #HEADS}. */
        record Land(int which, int head, boolean namesTheOther) implements Step {}

        record Fail(int which) implements Step {}

        record Invalidate(int subject) implements Step {}

        record InvalidateEverything() implements Step {}

        record Pass(int millis) implements Step {}

        record Events(boolean arrive) implements Step {}
    }

    /** @param kept whether it may be, by the book */
    private record Head(int status, Map<String, String> headers, boolean kept, int fresh, int stale, boolean vary) {}

    private static final List<Head> HEADS = List.of(
            new Head(
                    200,
                    Map.of("Cache-Control", "public, max-age=30, stale-while-revalidate=300"),
                    true,
                    30,
                    30,
                    false),
            new Head(200, Map.of("Cache-Control", "public, max-age=5, stale-while-revalidate=3"), true, 5, 3, false),
            new Head(200, Map.of("Cache-Control", "public, max-age=30", "Vary", "Accept"), true, 30, 0, true),
            new Head(200, Map.of("Cache-Control", "public, max-age=30", "Vary", "*"), false, 0, 0, false),
            new Head(200, Map.of("Cache-Control", "private, max-age=30"), false, 0, 0, false),
            new Head(200, Map.of("Cache-Control", "public, max-age=30, no-store"), false, 0, 0, false),
            new Head(200, Map.of("Cache-Control", "public, max-age=30", "Set-Cookie", "a=b"), false, 0, 0, false),
            new Head(404, Map.of("Cache-Control", "public, max-age=30"), false, 0, 0, false),
            new Head(206, Map.of("Cache-Control", "public, max-age=30"), false, 0, 0, false));

    @Provide
    Arbitrary<List<Step>> histories() {
        var anyOf = Arbitraries.integers().between(0, 99);
        return Arbitraries.<Step>frequencyOf(
                        net.jqwik.api.Tuple.of(
                                8,
                                Combinators.combine(
                                                Arbitraries.integers().between(0, PATHS.size() - 1),
                                                Arbitraries.integers().between(0, 1))
                                        .as(Step.Ask::new)),
                        net.jqwik.api.Tuple.of(
                                6,
                                Combinators.combine(
                                                anyOf,
                                                Arbitraries.integers().between(0, HEADS.size() - 1),
                                                Arbitraries.of(true, false))
                                        .as(Step.Land::new)),
                        net.jqwik.api.Tuple.of(1, anyOf.map(Step.Fail::new)),
                        net.jqwik.api.Tuple.of(
                                2,
                                Arbitraries.integers()
                                        .between(0, SUBJECTS.size() - 1)
                                        .map(Step.Invalidate::new)),
                        net.jqwik.api.Tuple.of(1, Arbitraries.just(new Step.InvalidateEverything())),
                        net.jqwik.api.Tuple.of(
                                3,
                                Arbitraries.of(1, 1_000, 2_500, 6_000, 40_000).map(Step.Pass::new)),
                        net.jqwik.api.Tuple.of(1, Arbitraries.of(true, false).map(Step.Events::new)))
                .list()
                .ofMinSize(10)
                .ofMaxSize(120);
    }

    @Property(tries = 400)
    void neverAnswersOtherwiseThanTheBookSays(@ForAll("histories") List<Step> history) {
        var world = new World();
        world.run(new Step.Pass(10_000));
        history.forEach(world::run);
    }

    /** However little room there is, nothing wrong is given, and the room is not exceeded. */
    @Property(tries = 100)
    void whatHasNoRoomIsFetchedAgain(@ForAll("histories") List<Step> history) {
        var world = new World(new Settings(
                3_000,
                SETTINGS.settling(),
                SETTINGS.staleWhileRevalidate(),
                SETTINGS.staleIfError(),
                SETTINGS.maxAgeWithoutEvents()));
        world.run(new Step.Pass(10_000));
        history.forEach(step -> {
            world.run(step);
            assertThat(world.store.weight()).isLessThanOrEqualTo(3_000);
        });
    }

    /** What was fetched, once more in plain words. */
    private record Seen(CacheKey key, String content, long born, Head head, Set<String> about) {}

    private static final class World {

        private long now = -5_000_000_000L;
        private boolean arrive = true;
        private final boolean roomy;
        private final Invalidations invalidations = new Invalidations(() -> now);
        private final CacheStore store;
        private final List<InFlightFetch> inFlight = new ArrayList<>();
        private final Map<InFlightFetch, List<Optional<CachedResponse>>> landed = new HashMap<>();
        private final List<Seen> seen = new ArrayList<>();
        private final Map<String, Long> invalidatedAt = new HashMap<>();
        private long everythingInvalidatedAt = now - 1;
        private int contents;

        World() {
            this(SETTINGS);
        }

        World(Settings settings) {
            this.roomy = settings.size() == SETTINGS.size();
            this.store = new CacheStore(settings, () -> now, () -> arrive, invalidations);
        }

        void run(Step step) {
            switch (step) {
                case Step.Ask(var path, var accept) -> ask(key(path, accept));
                case Step.Land(var which, var head, var other) -> land(which, HEADS.get(head), other);
                case Step.Fail(var which) -> fail(which);
                case Step.Invalidate(var subject) -> {
                    invalidations.invalidate(SUBJECTS.get(subject));
                    invalidatedAt.put(SUBJECTS.get(subject), now);
                }
                case Step.InvalidateEverything() -> {
                    invalidations.invalidateEverything();
                    everythingInvalidatedAt = now;
                }
                case Step.Pass(var millis) -> now += TimeUnit.MILLISECONDS.toNanos(millis);
                case Step.Events(var arrives) -> arrive = arrives;
            }
        }

        private void ask(CacheKey key) {
            var expected = latest(key);
            var fetch =
                    inFlight.stream().filter(under -> under.key().equals(key)).findFirst();
            switch (store.lookup(key)) {
                case Lookup.Found(var answer, var status, var refresh) -> {
                    var given = expected.orElseThrow();
                    assertThat(answer.body().bytes().toString()).isEqualTo(given.content());
                    assertThat(status).isEqualTo(fresh(given) ? CacheStatus.HIT : CacheStatus.STALE);
                    assertThat(status == CacheStatus.HIT
                                    || within(
                                            given,
                                            given.head().fresh() + given.head().stale()))
                            .isTrue();
                    assertThat(refresh.isPresent()).isEqualTo(status == CacheStatus.STALE && fetch.isEmpty());
                    refresh.ifPresent(this::under);
                }
                case Lookup.Fetch(var mine) -> {
                    assertThat(fetch).isEmpty();
                    assertThat(roomy && expected.isPresent() && givable(expected.get()))
                            .isFalse();
                    under(mine);
                }
                case Lookup.Wait(var other) -> {
                    assertThat(fetch).containsSame(other);
                    assertThat(roomy && expected.isPresent() && givable(expected.get()))
                            .isFalse();
                }
            }
        }

        private void under(InFlightFetch fetch) {
            assertThat(fetch.startedAt()).isEqualTo(now);
            inFlight.add(fetch);
            landed.put(fetch, new ArrayList<>());
            fetch.result().onSuccess(landing(fetch)::add);
        }

        private List<Optional<CachedResponse>> landing(InFlightFetch fetch) {
            return Objects.requireNonNull(landed.get(fetch));
        }

        private void land(int which, Head head, boolean namesTheOther) {
            if (inFlight.isEmpty()) {
                return;
            }
            var fetch = inFlight.remove(which % inFlight.size());
            var content = "content " + ++contents + (namesTheOther ? " of " + OTHER : "");
            var headers = MultiMap.caseInsensitiveMultiMap().addAll(head.headers());
            var lifetime = Lifetime.of(head.status(), headers);
            assertThat(lifetime.isPresent()).isEqualTo(head.kept());
            if (lifetime.isEmpty()) {
                store.abandon(fetch);
                assertThat(landing(fetch)).containsExactly(Optional.empty());
                return;
            }
            var about = about(fetch.key().path(), namesTheOther);
            var mine = store.complete(fetch, headers, Buffer.buffer(content), lifetime.get());
            assertThat(mine.body().bytes().toString()).isEqualTo(content);
            var shared = landing(fetch).getFirst();
            assertThat(shared.isPresent()).isEqualTo(!invalidatedSince(fetch.startedAt(), about));
            if (!invalidatedSince(fetch.startedAt() - SETTINGS.settling().toNanos(), about)) {
                seen.add(new Seen(fetch.key(), content, fetch.startedAt(), head, about));
            }
        }

        private void fail(int which) {
            if (inFlight.isEmpty()) {
                return;
            }
            var fetch = inFlight.remove(which % inFlight.size());
            store.abandon(fetch);
            assertThat(landing(fetch)).containsExactly(Optional.empty());
            var expected = latest(fetch.key())
                    .filter(last -> fresh(last)
                            || (arrive
                                    && within(
                                            last, (int) SETTINGS.staleIfError().toSeconds())));
            var given = store.staleIfError(fetch.key());
            if (roomy) {
                assertThat(given.map(answer -> answer.body().bytes().toString()))
                        .isEqualTo(expected.map(Seen::content));
            } else {
                given.ifPresent(answer -> assertThat(answer.body().bytes().toString())
                        .isEqualTo(expected.orElseThrow().content()));
            }
        }

        /** The last that was seen of it, unless it was invalidatedAt, or the service has since said that it depends on other things. */
        private Optional<Seen> latest(CacheKey key) {
            var ofAddress = seen.stream()
                    .filter(one -> one.key().uri().equals(key.uri()))
                    .toList();
            if (ofAddress.isEmpty()) {
                return Optional.empty();
            }
            var varies = ofAddress.getLast().head().vary();
            // What was seen before a change of mind is forgotten.
            int from = ofAddress.size();
            while (from > 0 && ofAddress.get(from - 1).head().vary() == varies) {
                from--;
            }
            return ofAddress.subList(from, ofAddress.size()).stream()
                    .filter(one -> !varies || one.key().accept().equals(key.accept()))
                    .reduce((earlier, later) -> later)
                    .filter(one -> within(one, (int) SETTINGS.staleIfError().toSeconds()))
                    .filter(one -> !invalidatedSince(one.born(), one.about()));
        }

        private boolean givable(Seen one) {
            return fresh(one)
                    || (arrive && within(one, one.head().fresh() + one.head().stale()));
        }

        private boolean fresh(Seen one) {
            return within(one, one.head().fresh())
                    && (arrive
                            || within(one, (int) SETTINGS.maxAgeWithoutEvents().toSeconds()));
        }

        private boolean within(Seen one, int seconds) {
            return now - one.born() < TimeUnit.SECONDS.toNanos(seconds);
        }

        private boolean invalidatedSince(long moment, Set<String> about) {
            return everythingInvalidatedAt >= moment
                    || about.stream()
                            .anyMatch(subject -> invalidatedAt.getOrDefault(subject, Long.MIN_VALUE) >= moment);
        }

        private static Set<String> about(String path, boolean namesTheOther) {
            var about = new java.util.HashSet<String>();
            if (path.endsWith("/listings")) {
                about.add("/api/credit/v1");
            } else {
                about.add(path.substring(path.lastIndexOf('/') + 1));
            }
            if (namesTheOther) {
                about.add(OTHER);
            }
            return about;
        }

        private static CacheKey key(int path, int accept) {
            return new CacheKey(PATHS.get(path), PATHS.get(path), accept == 0 ? "" : "application/json", "");
        }
    }
}

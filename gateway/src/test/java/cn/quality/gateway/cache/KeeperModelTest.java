package cn.quality.gateway.cache;

import static org.assertj.core.api.Assertions.assertThat;

import cn.quality.gateway.cache.Keeper.Advice;
import cn.quality.gateway.cache.Keeper.Settings;
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

/** The keeper against a cache that forgets nothing, is never full, and looks through all it ever saw for each question. */
class KeeperModelTest {

    private static final String ONE = "91371199MA3RH00187";
    private static final String OTHER = "91371199MA3RH00195";
    private static final List<String> PATHS = List.of(
            "/api/credit/v1/listings",
            "/api/credit/v1/enterprises/" + ONE,
            "/api/credit/v1/enterprises/" + OTHER,
            "/api/standards/v1/enterprises/" + ONE);
    private static final List<String> TOUCHED = List.of("/api/credit/v1", "/api/standards/v1", ONE, OTHER);

    private static final Settings SETTINGS = new Settings(
            1 << 20, Duration.ofSeconds(2), Duration.ofSeconds(30), Duration.ofSeconds(600), Duration.ofSeconds(20));

    /** Something that happens. */
    sealed interface Step {
        record Ask(int path, int accept) implements Step {}

        /** One of the fetches under way ends; what comes is one of {@link #HEADS}. */
        record Land(int which, int head, boolean namesTheOther) implements Step {}

        record Fail(int which) implements Step {}

        record Touch(int subject) implements Step {}

        record TouchAll() implements Step {}

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
                                        .between(0, TOUCHED.size() - 1)
                                        .map(Step.Touch::new)),
                        net.jqwik.api.Tuple.of(1, Arbitraries.just(new Step.TouchAll())),
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
                SETTINGS.blind()));
        world.run(new Step.Pass(10_000));
        history.forEach(step -> {
            world.run(step);
            assertThat(world.keeper.weight()).isLessThanOrEqualTo(3_000);
        });
    }

    /** What was fetched, once more in plain words. */
    private record Seen(Question question, String content, long born, Head head, Set<String> about) {}

    private static final class World {

        private long now = -5_000_000_000L;
        private boolean arrive = true;
        private final boolean roomy;
        private final Purges purges = new Purges(() -> now);
        private final Keeper keeper;
        private final List<Flight> flying = new ArrayList<>();
        private final Map<Flight, List<Optional<KeptAnswer>>> landed = new HashMap<>();
        private final List<Seen> seen = new ArrayList<>();
        private final Map<String, Long> touched = new HashMap<>();
        private long allTouched = now - 1;
        private int contents;

        World() {
            this(SETTINGS);
        }

        World(Settings settings) {
            this.roomy = settings.size() == SETTINGS.size();
            this.keeper = new Keeper(settings, () -> now, () -> arrive, purges);
        }

        void run(Step step) {
            switch (step) {
                case Step.Ask(var path, var accept) -> ask(question(path, accept));
                case Step.Land(var which, var head, var other) -> land(which, HEADS.get(head), other);
                case Step.Fail(var which) -> fail(which);
                case Step.Touch(var subject) -> {
                    purges.touch(TOUCHED.get(subject));
                    touched.put(TOUCHED.get(subject), now);
                }
                case Step.TouchAll() -> {
                    purges.touchEverything();
                    allTouched = now;
                }
                case Step.Pass(var millis) -> now += TimeUnit.MILLISECONDS.toNanos(millis);
                case Step.Events(var arrives) -> arrive = arrives;
            }
        }

        private void ask(Question question) {
            var expected = latest(question);
            var flight = flying.stream()
                    .filter(under -> under.question().equals(question))
                    .findFirst();
            switch (keeper.advise(question)) {
                case Advice.Give(var answer, var mark, var refresh) -> {
                    var given = expected.orElseThrow();
                    assertThat(answer.body().toString()).isEqualTo(given.content());
                    assertThat(mark).isEqualTo(fresh(given) ? Mark.HIT : Mark.STALE);
                    assertThat(mark == Mark.HIT
                                    || within(
                                            given,
                                            given.head().fresh() + given.head().stale()))
                            .isTrue();
                    assertThat(refresh.isPresent()).isEqualTo(mark == Mark.STALE && flight.isEmpty());
                    refresh.ifPresent(this::under);
                }
                case Advice.Fetch(var mine) -> {
                    assertThat(flight).isEmpty();
                    assertThat(roomy && expected.isPresent() && givable(expected.get()))
                            .isFalse();
                    under(mine);
                }
                case Advice.Wait(var other) -> {
                    assertThat(flight).containsSame(other);
                    assertThat(roomy && expected.isPresent() && givable(expected.get()))
                            .isFalse();
                }
            }
        }

        private void under(Flight flight) {
            assertThat(flight.born()).isEqualTo(now);
            flying.add(flight);
            landed.put(flight, new ArrayList<>());
            flight.landing().onSuccess(landing(flight)::add);
        }

        private List<Optional<KeptAnswer>> landing(Flight flight) {
            return Objects.requireNonNull(landed.get(flight));
        }

        private void land(int which, Head head, boolean namesTheOther) {
            if (flying.isEmpty()) {
                return;
            }
            var flight = flying.remove(which % flying.size());
            var content = "content " + ++contents + (namesTheOther ? " of " + OTHER : "");
            var headers = MultiMap.caseInsensitiveMultiMap().addAll(head.headers());
            var lifetime = Lifetime.of(head.status(), headers);
            assertThat(lifetime.isPresent()).isEqualTo(head.kept());
            if (lifetime.isEmpty()) {
                keeper.failed(flight);
                assertThat(landing(flight)).containsExactly(Optional.empty());
                return;
            }
            var about = about(flight.question().path(), namesTheOther);
            var mine = keeper.arrived(flight, headers, Buffer.buffer(content), lifetime.get());
            assertThat(mine.body().toString()).isEqualTo(content);
            var shared = landing(flight).getFirst();
            assertThat(shared.isPresent()).isEqualTo(!touchedSince(flight.born(), about));
            if (!touchedSince(flight.born() - SETTINGS.settling().toNanos(), about)) {
                seen.add(new Seen(flight.question(), content, flight.born(), head, about));
            }
        }

        private void fail(int which) {
            if (flying.isEmpty()) {
                return;
            }
            var flight = flying.remove(which % flying.size());
            keeper.failed(flight);
            assertThat(landing(flight)).containsExactly(Optional.empty());
            var expected = latest(flight.question())
                    .filter(last -> fresh(last)
                            || (arrive
                                    && within(
                                            last, (int) SETTINGS.staleIfError().toSeconds())));
            var given = keeper.inNeed(flight.question());
            if (roomy) {
                assertThat(given.map(answer -> answer.body().toString())).isEqualTo(expected.map(Seen::content));
            } else {
                given.ifPresent(answer -> assertThat(answer.body().toString())
                        .isEqualTo(expected.orElseThrow().content()));
            }
        }

        /** The last that was seen of it, unless it was touched, or the service has since said that it depends on other things. */
        private Optional<Seen> latest(Question question) {
            var ofAddress = seen.stream()
                    .filter(one -> one.question().uri().equals(question.uri()))
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
                    .filter(one -> !varies || one.question().accept().equals(question.accept()))
                    .reduce((earlier, later) -> later)
                    .filter(one -> within(one, (int) SETTINGS.staleIfError().toSeconds()))
                    .filter(one -> !touchedSince(one.born(), one.about()));
        }

        private boolean givable(Seen one) {
            return fresh(one)
                    || (arrive && within(one, one.head().fresh() + one.head().stale()));
        }

        private boolean fresh(Seen one) {
            return within(one, one.head().fresh())
                    && (arrive || within(one, (int) SETTINGS.blind().toSeconds()));
        }

        private boolean within(Seen one, int seconds) {
            return now - one.born() < TimeUnit.SECONDS.toNanos(seconds);
        }

        private boolean touchedSince(long moment, Set<String> about) {
            return allTouched >= moment
                    || about.stream().anyMatch(subject -> touched.getOrDefault(subject, Long.MIN_VALUE) >= moment);
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

        private static Question question(int path, int accept) {
            return new Question(PATHS.get(path), PATHS.get(path), accept == 0 ? "" : "application/json", "");
        }
    }
}

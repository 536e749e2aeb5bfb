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

/** Decides for each question whether the answer is here, is on its way, or has to be fetched. */
final class Keeper {

    /** Answers to one address that differ by {@code Accept} and {@code Accept-Language}; beyond these it starts anew. */
    private static final int VARIANTS = 8;

    /** What to do about a question. */
    sealed interface Advice {

        /** @param refresh to be fetched in the background, when it is this caller's turn */
        record Give(KeptAnswer answer, Mark mark, Optional<Flight> refresh) implements Advice {}

        record Fetch(Flight flight) implements Advice {}

        record Wait(Flight flight) implements Advice {}
    }

    /**
     * The answers to one address.
     *
     * @param vary the request headers they depend on
     */
    private record Variants(Set<String> vary, Map<String, KeptAnswer> answers) {

        @Nullable
        KeptAnswer find(Question question) {
            return answers.get(name(vary, question));
        }

        static String name(Set<String> vary, Question question) {
            if (vary.isEmpty()) {
                return "";
            }
            var name = new StringBuilder();
            vary.forEach(header -> name.append(question.value(header)).append('\n'));
            return name.toString();
        }

        int weight() {
            return answers.values().stream().mapToInt(KeptAnswer::weight).sum();
        }
    }

    private final Settings settings;
    private final LongSupplier clock;
    private final BooleanSupplier eventsArrive;
    private final Purges purges;
    private final Cache<String, Variants> kept;
    private final Map<Question, Flight> flights = new ConcurrentHashMap<>();

    /** @param size bytes of all answers together */
    record Settings(
            long size, Duration settling, Duration staleWhileRevalidate, Duration staleIfError, Duration blind) {}

    /**
     * @param clock nanoseconds that never run backwards
     * @param eventsArrive whether what happens is told here at once
     */
    Keeper(Settings settings, LongSupplier clock, BooleanSupplier eventsArrive, Purges purges) {
        this.settings = settings;
        this.clock = clock;
        this.eventsArrive = eventsArrive;
        this.purges = purges;
        this.kept = Caffeine.newBuilder()
                .maximumWeight(settings.size())
                .weigher((String uri, Variants variants) -> uri.length() + variants.weight())
                .expireAfterWrite(settings.staleIfError())
                .ticker(clock::getAsLong)
                .executor(Runnable::run)
                .build();
    }

    Advice advise(Question question) {
        var now = clock.getAsLong();
        var answer = find(question);
        if (answer != null && holds(answer, now)) {
            return new Advice.Give(answer, Mark.HIT, Optional.empty());
        }
        var mine = new Flight(question, now);
        var other = flights.putIfAbsent(question, mine);
        if (answer != null && mayBeStale(answer, now, staleLimit(answer.lifetime()))) {
            return new Advice.Give(answer, Mark.STALE, other == null ? Optional.of(mine) : Optional.empty());
        }
        return other == null ? new Advice.Fetch(mine) : new Advice.Wait(other);
    }

    /** What is here for somebody whose fetch failed. */
    Optional<KeptAnswer> inNeed(Question question) {
        var now = clock.getAsLong();
        return Optional.ofNullable(find(question))
                .filter(answer -> holds(answer, now) || mayBeStale(answer, now, settings.staleIfError()));
    }

    /** An answer came that may be kept; those who wait get it unless its subjects were touched while it was on its way. */
    KeptAnswer arrived(Flight flight, MultiMap headers, Buffer body, Lifetime lifetime) {
        var bytes = body.getBytes();
        var subjects = Subjects.ofAddress(flight.question().path());
        subjects.addAll(Subjects.named(bytes));
        var places = Subjects.places(subjects);
        var answer = KeptAnswer.of(headers, Buffer.buffer(bytes), flight.born(), lifetime, places);
        if (!purges.since(flight.born() - settings.settling().toNanos(), places)) {
            kept.asMap().merge(flight.question().uri(), only(flight.question(), answer), Keeper::together);
        }
        end(flight, purges.since(flight.born(), places) ? Optional.empty() : Optional.of(answer));
        return answer;
    }

    /** Nothing came that may be kept. */
    void failed(Flight flight) {
        end(flight, Optional.empty());
    }

    /** Whether somebody who waited may have what came. */
    boolean stillHolds(KeptAnswer answer) {
        return holds(answer, clock.getAsLong()) && !purges.since(answer.born(), answer.places());
    }

    /** Bytes of all that is kept. */
    long weight() {
        return kept.policy().eviction().orElseThrow().weightedSize().orElseThrow();
    }

    long now() {
        return clock.getAsLong();
    }

    private void end(Flight flight, Optional<KeptAnswer> answer) {
        flights.remove(flight.question(), flight);
        flight.land(answer);
    }

    private @Nullable KeptAnswer find(Question question) {
        var variants = kept.getIfPresent(question.uri());
        var answer = variants == null ? null : variants.find(question);
        return answer != null && purges.since(answer.born(), answer.places()) ? null : answer;
    }

    private boolean holds(KeptAnswer answer, long now) {
        var age = answer.ageAt(now);
        return age < answer.lifetime().fresh().toNanos()
                && (age < settings.blind().toNanos() || eventsArrive.getAsBoolean());
    }

    private boolean mayBeStale(KeptAnswer answer, long now, Duration limit) {
        return !answer.lifetime().strict() && answer.ageAt(now) < limit.toNanos() && eventsArrive.getAsBoolean();
    }

    private Duration staleLimit(Lifetime lifetime) {
        var asked = lifetime.stale();
        var granted = settings.staleWhileRevalidate();
        return lifetime.fresh().plus(asked.compareTo(granted) < 0 ? asked : granted);
    }

    private static Variants only(Question question, KeptAnswer answer) {
        var vary = answer.lifetime().vary();
        return new Variants(vary, Map.of(Variants.name(vary, question), answer));
    }

    private static Variants together(Variants before, Variants added) {
        if (!before.vary().equals(added.vary()) || before.answers().size() >= VARIANTS) {
            return added;
        }
        var all = new HashMap<>(before.answers());
        all.putAll(added.answers());
        return new Variants(added.vary(), Map.copyOf(all));
    }
}

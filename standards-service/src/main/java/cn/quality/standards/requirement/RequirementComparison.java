package cn.quality.standards.requirement;

import cn.quality.standards.quantity.Comparison;
import cn.quality.standards.quantity.Conditioned;
import cn.quality.standards.quantity.Demand;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Holds what an enterprise promises against one recommended standard (企业标准化促进办法 art. 14).
 *
 * <p>A demand without a condition holds under each; a promise without one is held against every case of the standard, and must
 * meet them all or it cannot be compared, for the declaration does not say which case its product is. Promises of one
 * characteristic by one method under one condition count together.
 */
final class RequirementComparison {

    private final Requirement requirement;
    private final Vocabulary vocabulary;

    RequirementComparison(Requirement requirement, Vocabulary vocabulary) {
        this.requirement = requirement;
        this.vocabulary = vocabulary;
    }

    /** A demand with the clause it stands in. */
    private record Clause(RequiredIndicator indicator, Conditioned demand) {

        boolean isTestedBy(TestMethod method) {
            var own = indicator.testMethod();
            return own == null || method.isSame(new TestMethod(own));
        }

        String printed() {
            var condition = demand.condition();
            return (condition == null ? "" : condition + " ") + demand.demand().printed();
        }
    }

    /** Promises that count together. */
    private record Promise(
            String field, TestMethod method, @Nullable String condition, List<Demand> demands) {

        String printed() {
            var figures = demands.stream().map(Demand::printed).collect(Collectors.joining("，"));
            return condition == null ? figures : condition + " " + figures;
        }
    }

    /** Every difference, in the order of the standard. */
    List<FoundShortfall> of(List<DeclaredValue> declared) {
        return requirement.indicators().stream()
                .map(RequiredIndicator::characteristic)
                .filter(Objects::nonNull)
                .distinct()
                .map(vocabulary::coded)
                .flatMap(Optional::stream)
                .flatMap(characteristic -> of(characteristic, declared))
                .toList();
    }

    private Stream<FoundShortfall> of(Characteristic characteristic, List<DeclaredValue> declared) {
        var clauses = requirement.indicators().stream()
                .filter(indicator -> indicator.demands(characteristic))
                .flatMap(indicator -> indicator.demands().stream().map(demand -> new Clause(indicator, demand)))
                .toList();
        var promises = promises(characteristic, declared);
        return promises.isEmpty()
                ? Stream.of(shortfall(Shortfall.Kind.MISSING, characteristic, clauses, null))
                : promises.stream().flatMap(promise -> of(characteristic, clauses, promise).stream());
    }

    private List<Promise> promises(Characteristic characteristic, List<DeclaredValue> declared) {
        Map<List<String>, Promise> together = new LinkedHashMap<>();
        for (var value : declared) {
            if (vocabulary.named(value.name()).filter(characteristic::equals).isEmpty()) {
                continue;
            }
            for (var demand : value.demands()) {
                var key = List.of(
                        Vocabulary.folded(value.method().text()),
                        Vocabulary.folded(Objects.requireNonNullElse(demand.condition(), "")));
                together.computeIfAbsent(
                                key,
                                none -> new Promise(
                                        value.field(), value.method(), demand.condition(), new ArrayList<>()))
                        .demands()
                        .add(demand.demand());
            }
        }
        return List.copyOf(together.values());
    }

    private Optional<FoundShortfall> of(Characteristic characteristic, List<Clause> clauses, Promise promise) {
        var tested = clauses.stream()
                .filter(clause -> clause.isTestedBy(promise.method()))
                .toList();
        var same = tested.stream()
                .filter(clause -> isSame(clause.demand().condition(), promise.condition()))
                .toList();
        if (!same.isEmpty()) {
            var failed = same.stream()
                    .filter(clause -> compared(characteristic, clause, promise) == Comparison.LOWER)
                    .toList();
            return failed.isEmpty()
                    ? same.stream()
                            .filter(clause -> compared(characteristic, clause, promise) == Comparison.NOT_COMPARABLE)
                            .findFirst()
                            .map(clause ->
                                    shortfall(Shortfall.Kind.NOT_COMPARABLE, characteristic, List.of(clause), promise))
                    : Optional.of(shortfall(Shortfall.Kind.LOWER, characteristic, failed, promise));
        }
        // No case of the standard's is named. Of all of them the promise is better, or worse, or who knows.
        var results = tested.stream()
                .map(clause -> compared(characteristic, clause, promise))
                .collect(Collectors.toSet());
        if (promise.condition() == null && results.equals(Set.of(Comparison.MET))) {
            return Optional.empty();
        }
        boolean worse = promise.condition() == null && results.equals(Set.of(Comparison.LOWER));
        return Optional.of(shortfall(
                worse ? Shortfall.Kind.LOWER : Shortfall.Kind.NOT_COMPARABLE, characteristic, clauses, promise));
    }

    private static Comparison compared(Characteristic characteristic, Clause clause, Promise promise) {
        return clause.demand().demand().metBy(promise.demands(), characteristic.grades());
    }

    /** A demand that names no condition holds under every one. */
    private static boolean isSame(@Nullable String demanded, @Nullable String promised) {
        return demanded == null
                || (promised != null && Vocabulary.folded(demanded).equals(Vocabulary.folded(promised)));
    }

    private FoundShortfall shortfall(
            Shortfall.Kind kind, Characteristic characteristic, List<Clause> clauses, @Nullable Promise promise) {
        return new FoundShortfall(
                new Shortfall(
                        kind,
                        characteristic.code(),
                        characteristic.nameZh(),
                        requirement.standard(),
                        joined(clauses.stream()
                                .map(clause -> String.valueOf(clause.indicator().clause()))),
                        joined(clauses.stream().map(Clause::printed)),
                        promise == null ? null : promise.printed()),
                promise == null ? "indicators" : promise.field(),
                characteristic.names().toList());
    }

    private static String joined(Stream<String> words) {
        return words.distinct().collect(Collectors.joining("；"));
    }
}

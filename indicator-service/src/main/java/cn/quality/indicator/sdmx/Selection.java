package cn.quality.indicator.sdmx;

import cn.quality.platform.problem.Problem;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Which series are asked for: those that fit one of the keys, and all of the filters.
 *
 * @param keys codes by dimension; a dimension that is absent is not restricted
 */
record Selection(List<Map<Component, Set<String>>> keys, Map<Component, CodeFilter> filters) {

    static final List<Map<Component, Set<String>>> ANY = List.of(Map.of());

    /** A key of the first generation: {@code A.371100+371102..ACTUAL}, where nothing means anything. */
    static List<Map<Component, Set<String>>> keysOfV1(String written) {
        if (written.isEmpty() || written.equals("all")) {
            return ANY;
        }
        var parts = written.split("\\.", -1);
        if (parts.length != Component.KEY.size()) {
            throw wrongLength(parts.length);
        }
        return List.of(key(parts));
    }

    /** Keys of the second: {@code A.371100.*.ACTUAL}, several by comma, and what is left out at the end means anything. */
    static List<Map<Component, Set<String>>> keysOfV2(String written) {
        var keys = new ArrayList<Map<Component, Set<String>>>();
        for (var key : written.split(",", -1)) {
            var parts = key.split("\\.", -1);
            if (parts.length > Component.KEY.size()) {
                throw wrongLength(parts.length);
            }
            keys.add(key(parts));
        }
        return keys;
    }

    private static Map<Component, Set<String>> key(String[] parts) {
        var key = new EnumMap<Component, Set<String>>(Component.class);
        for (int i = 0; i < parts.length; i++) {
            if (!parts[i].isEmpty() && !parts[i].equals("*")) {
                key.put(Component.KEY.get(i), new LinkedHashSet<>(List.of(parts[i].split("\\+", -1))));
            }
        }
        return key;
    }

    private static Problem wrongLength(int parts) {
        return Refusals.semantic(
                "键应有 4 个维度（FREQ.REF_AREA.INDICATOR.SERIES），而不是 %d 个",
                "A key has 4 dimensions (FREQ.REF_AREA.INDICATOR.SERIES), not %d", parts);
    }

    boolean isEverything() {
        return filters.isEmpty() && keys.stream().anyMatch(Map::isEmpty);
    }

    /** Whether a series of this kind could be admitted. */
    boolean mayBe(SeriesKind kind) {
        return named(Component.SERIES).map(kinds -> kinds.contains(kind.name())).orElse(true);
    }

    boolean admits(Series series) {
        return filters.entrySet().stream().allMatch(filter -> filter.getValue().admits(series.code(filter.getKey())))
                && keys.stream()
                        .anyMatch(key -> key.entrySet().stream()
                                .allMatch(part -> part.getValue().contains(series.code(part.getKey()))));
    }

    /** The only codes of a dimension that can be admitted, where all keys or a filter name them: what a search begins with. */
    Optional<Set<String>> named(Component dimension) {
        var filter = Optional.ofNullable(filters.get(dimension)).flatMap(CodeFilter::named);
        if (filter.isPresent()) {
            return filter;
        }
        var codes = new LinkedHashSet<String>();
        for (var key : keys) {
            if (!key.containsKey(dimension)) {
                return Optional.empty();
            }
            codes.addAll(key.getOrDefault(dimension, Set.of()));
        }
        return Optional.of(codes);
    }

    /** @throws Problem naming the dimension of a code that does not exist; a filter is never dropped */
    void requireKnown(Map<Component, Codelist> codelists, BiFunction<Component, String, Problem> refusal) {
        for (var dimension : Component.KEY) {
            var known = codelists.get(dimension);
            for (var key : keys) {
                key.getOrDefault(dimension, Set.of()).forEach(code -> require(known, dimension, code, refusal));
            }
            Optional.ofNullable(filters.get(dimension))
                    .flatMap(CodeFilter::named)
                    .ifPresent(codes -> codes.forEach(code -> require(known, dimension, code, refusal)));
        }
    }

    private static void require(
            @Nullable Codelist known,
            Component dimension,
            String code,
            BiFunction<Component, String, Problem> refusal) {
        if (known == null || !known.codes().containsKey(code)) {
            throw refusal.apply(dimension, code);
        }
    }
}

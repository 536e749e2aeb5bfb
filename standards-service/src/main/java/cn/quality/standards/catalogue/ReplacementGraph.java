package cn.quality.standards.catalogue;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What replaces what around a standard, by whoever stated it. A standard that was renumbered is one node under its present
 * number. C may name B and A although B already replaced A: both statements count, and the way is A, B, C.
 */
final class ReplacementGraph {

    private final Map<String, String> present = new HashMap<>();
    private final Map<String, Set<String>> successors = new HashMap<>();
    private final Map<String, Set<String>> predecessors = new HashMap<>();
    private final Map<String, Set<String>> partialSuccessors = new HashMap<>();

    /**
     * The graph around some numbers, as far as it hangs together.
     *
     * @param touching the relations that name any of some numbers
     */
    static ReplacementGraph around(Collection<String> keys, Function<Collection<String>, List<Relation>> touching) {
        var relations = new HashSet<Relation>();
        var seen = new HashSet<String>();
        var open = Set.copyOf(keys);
        while (!open.isEmpty()) {
            var found =
                    touching.apply(open).stream().filter(Relation::ofSuccession).toList();
            relations.addAll(found);
            seen.addAll(open);
            open = found.stream()
                    .flatMap(relation -> Stream.of(relation.subjectKey(), relation.objectKey()))
                    .filter(number -> !seen.contains(number))
                    .collect(Collectors.toSet());
        }
        return new ReplacementGraph(relations);
    }

    ReplacementGraph(Collection<Relation> relations) {
        relations.stream()
                .filter(relation -> relation.kind() == Relation.Kind.RENUMBERED)
                .forEach(relation -> present.put(relation.objectKey(), relation.subjectKey()));
        for (var relation : relations) {
            var successor = presentNumber(relation.subjectKey());
            var predecessor = presentNumber(relation.objectKey());
            if (relation.kind() == Relation.Kind.REPLACES) {
                add(successors, predecessor, successor);
                add(predecessors, successor, predecessor);
            } else if (relation.kind() == Relation.Kind.REPLACES_IN_PART) {
                add(partialSuccessors, predecessor, successor);
            }
        }
    }

    private static void add(Map<String, Set<String>> edges, String from, String to) {
        edges.computeIfAbsent(from, none -> new TreeSet<>()).add(to);
    }

    /** The number a standard has now. */
    String presentNumber(String key) {
        return present.getOrDefault(key, key);
    }

    Set<String> numbers() {
        var numbers = new HashSet<>(successors.keySet());
        numbers.addAll(predecessors.keySet());
        numbers.addAll(partialSuccessors.keySet());
        partialSuccessors.values().forEach(numbers::addAll);
        return numbers;
    }

    /** What replaces it as a whole and is not itself replaced on the way: of {B, C} where C replaces B, only B. */
    List<String> immediateSuccessors(String key) {
        var all = successors.getOrDefault(key, Set.of());
        return all.stream()
                .filter(one -> all.stream()
                        .noneMatch(
                                other -> !other.equals(one) && reachable(other).contains(one)))
                .toList();
    }

    private List<String> immediatePredecessors(String key) {
        return predecessors.getOrDefault(key, Set.of()).stream()
                .filter(one -> immediateSuccessors(one).contains(key))
                .toList();
    }

    /** Where the ways end: the standard itself when nothing replaces it, several when it was split, none in a circle. */
    List<String> ends(String key) {
        var reached = new TreeSet<>(reachable(key));
        reached.add(key);
        return reached.stream()
                .filter(one -> successors.getOrDefault(one, Set.of()).isEmpty())
                .toList();
    }

    boolean runsInCircle(String key) {
        return reachable(key).contains(key);
    }

    /** Everything that replaces it, along the way. */
    private Set<String> reachable(String from) {
        var reached = new HashSet<String>();
        var open = new ArrayDeque<>(successors.getOrDefault(from, Set.of()));
        while (!open.isEmpty()) {
            var next = open.poll();
            if (reached.add(next)) {
                open.addAll(successors.getOrDefault(next, Set.of()));
            }
        }
        return reached;
    }

    Optional<Succession> succession(String key) {
        var by = immediateSuccessors(key);
        if (by.isEmpty()) {
            return partialSuccessors.containsKey(key) ? Optional.of(Succession.PARTIAL) : Optional.empty();
        }
        if (by.size() > 1) {
            return Optional.of(Succession.SPLIT);
        }
        return Optional.of(immediatePredecessors(by.getFirst()).size() > 1 ? Succession.MERGED : Succession.COMPLETE);
    }

    /**
     * The day on which a standard ends to be in force because it is replaced: when the last of those that replace it is
     * implemented. None while one of these days is not known.
     */
    Optional<LocalDate> replacedOn(String key, Function<String, @Nullable LocalDate> implementedOn) {
        var days = new ArrayList<LocalDate>();
        for (var successor : immediateSuccessors(key)) {
            var day = implementedOn.apply(successor);
            if (day == null) {
                return Optional.empty();
            }
            days.add(day);
        }
        return days.stream().max(LocalDate::compareTo);
    }
}

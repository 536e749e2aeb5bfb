package cn.quality.platform.transition;

import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemType;
import cn.quality.platform.problem.Text;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All transitions of one kind of subject. A state and an act have one row at most; what is no row cannot happen.
 *
 * @param <S> states
 * @param <A> acts
 * @param <P> policies; {@link Void} for a table without
 * @param <D> deadlines; {@link Void} for a table without
 * @param <E> events
 */
public final class TransitionTable<S extends Enum<S> & Labelled, A extends Enum<A> & Labelled, P, D, E> {

    public static final ProblemType ILLEGAL_TRANSITION =
            new ProblemType(409, "illegal-transition", new Text("当前状态不允许此操作", "Not possible in this state"));

    private final Text subject;
    private final List<Transition<S, A, P, D, E>> rows;

    /**
     * @param subject what the problem calls the subject, for example “The entry”
     * @throws IllegalArgumentException when two rows leave one state by the same act
     */
    public TransitionTable(Text subject, List<Transition<S, A, P, D, E>> rows) {
        this.subject = subject;
        this.rows = List.copyOf(rows);
        var seen = new HashSet<List<Object>>();
        for (var row : rows) {
            if (!seen.add(List.of(row.from(), row.act()))) {
                throw new IllegalArgumentException("Two rows for %s in %s".formatted(row.act(), row.from()));
            }
        }
    }

    public List<Transition<S, A, P, D, E>> rows() {
        return rows;
    }

    /** The row by which a subject begins. */
    public Transition<S, A, P, D, E> opening() {
        return rows.stream().filter(row -> row.from().isEmpty()).findFirst().orElseThrow();
    }

    public Optional<Transition<S, A, P, D, E>> find(S state, A act) {
        return leaving(state).filter(row -> row.act() == act).findFirst();
    }

    /**
     * The row for an act in a state.
     *
     * @throws Problem 409 {@code illegal-transition} naming the state, the act, what is possible, and for officials the
     *     shortest way to a state in which the act is
     */
    public Transition<S, A, P, D, E> of(S state, A act) {
        return find(state, act).orElseThrow(() -> illegal(state, act));
    }

    /** The acts that have a row in this state, in the order of the table. */
    public List<A> possible(S state) {
        return leaving(state).map(Transition::act).toList();
    }

    /** The acts of the shortest way to a state in which this act is possible; empty when it is possible here, or nowhere. */
    public List<A> missing(S state, A act) {
        Map<S, List<A>> ways = new HashMap<>();
        ways.put(state, List.of());
        var queue = new ArrayDeque<>(List.of(state));
        while (!queue.isEmpty()) {
            var here = queue.remove();
            var way = ways.getOrDefault(here, List.of());
            for (var row : leaving(here).toList()) {
                if (row.act() == act) {
                    return way;
                }
                if (!ways.containsKey(row.to())) {
                    ways.put(
                            row.to(),
                            Stream.concat(way.stream(), Stream.of(row.act())).toList());
                    queue.add(row.to());
                }
            }
        }
        return List.of();
    }

    /** The states that a subject can come to from its beginning. */
    public Set<S> reachable() {
        var reached = new LinkedHashSet<S>();
        var queue = new ArrayDeque<S>();
        rows.stream().filter(row -> row.from().isEmpty()).map(Transition::to).forEach(queue::add);
        while (!queue.isEmpty()) {
            var here = queue.remove();
            if (reached.add(here)) {
                leaving(here).map(Transition::to).forEach(queue::add);
            }
        }
        return reached;
    }

    /**
     * The picture of the moves as a Mermaid state diagram. Acts that leave a subject where it is are not drawn, nor are rows
     * to which no way leads.
     *
     * @param label what is written at the arrow of a row
     * @param ends the states where a life ends
     */
    public String mermaid(Function<Transition<S, A, P, D, E>, String> label, Collection<S> ends) {
        var reachable = reachable();
        var arrows = rows.stream()
                .filter(row ->
                        row.isMove() && row.from().map(reachable::contains).orElse(true))
                .map(row -> "    %s --> %s: %s\n"
                        .formatted(
                                row.from().map(Enum::name).orElse("[*]"),
                                row.to().name(),
                                label.apply(row)));
        var last = ends.stream().map(state -> "    %s --> [*]\n".formatted(state.name()));
        return Stream.concat(arrows, last).collect(Collectors.joining("", "stateDiagram-v2\n", ""));
    }

    /** The same with the act alone at each arrow. */
    public String mermaid(Collection<S> ends) {
        return mermaid(row -> row.act().name(), ends);
    }

    private Stream<Transition<S, A, P, D, E>> leaving(S state) {
        return rows.stream().filter(row -> row.from().equals(Optional.of(state)));
    }

    private Problem illegal(S state, A act) {
        var possible = possible(state).stream()
                .filter(other -> act.isOfficial() || !other.isOfficial())
                .toList();
        var problem = new Problem(
                ILLEGAL_TRANSITION,
                Text.of(
                        "%1$s处于“%3$s”状态，不能%5$s；%7$s",
                        "%2$s is in the state “%4$s”, in which the act “%6$s” is not possible; %8$s",
                        subject.zh(),
                        subject.en(),
                        state.zh(),
                        state.en(),
                        act.zh(),
                        act.en(),
                        possible.isEmpty() ? "目前没有可以进行的操作" : "可以" + words(possible, Labelled::zh, "、"),
                        possible.isEmpty()
                                ? "nothing is at the moment"
                                : "possible: " + words(possible, Labelled::en, ", ")));
        if (act.isOfficial()) {
            missing(state, act)
                    .forEach(step ->
                            problem.with("missing", step.name(), Text.of("须先%s", "First: %2$s", step.zh(), step.en())));
        }
        return problem;
    }

    private static <L extends Labelled> String words(List<L> labels, Function<L, String> word, String between) {
        return labels.stream().map(word).collect(Collectors.joining(between));
    }
}

package cn.quality.standards.catalogue;

import cn.quality.platform.clock.LegalDates;
import cn.quality.platform.decision.Decision;
import cn.quality.platform.decision.DecisionLog;
import cn.quality.platform.id.Ids;
import cn.quality.platform.outbox.OutboundEvent;
import cn.quality.platform.outbox.Outbox;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemType;
import cn.quality.platform.problem.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Takes statements of standards in. */
@ApplicationScoped
public class StandardService {

    static final ProblemType CYCLIC_REPLACEMENT =
            new ProblemType(422, "cyclic-replacement", Text.of("代替关系成环", "Replacements run in a circle"));
    static final ProblemType NUMBER_TAKEN =
            new ProblemType(409, "number-taken", Text.of("编号已属另一标准", "The number belongs to another standard"));

    private final StandardRepository standards;
    private final StandardHistory history;
    private final EndListener ends;
    private final Outbox outbox;
    private final DecisionLog decisions;
    private final Clock clock;

    StandardService(
            StandardRepository standards,
            StandardHistory history,
            EndListener ends,
            Outbox outbox,
            DecisionLog decisions,
            Clock clock) {
        this.standards = standards;
        this.history = history;
        this.ends = ends;
        this.outbox = outbox;
        this.decisions = decisions;
        this.clock = clock;
    }

    /** What became of a statement. */
    public enum Change {
        /** The standard was new to the catalogue. */
        CREATED,
        CORRECTED,
        /** Nothing new was stated. */
        UNCHANGED
    }

    /** Where the statement went. */
    public record Outcome(UUID id, Change change) {}

    /**
     * Enters a standard, corrects it, or leaves it alone when nothing new is stated.
     *
     * @throws Problem 409 {@code number-taken}; 422 {@code cyclic-replacement}
     */
    @Transactional
    public Outcome state(StandardStatement stated) {
        return stateAll(List.of(stated)).getFirst();
    }

    /**
     * The same for many, all or none: with one lock and a few statements for all of them.
     *
     * @param statements of standards that differ
     * @return what became of each, in their order
     */
    @Transactional
    public List<Outcome> stateAll(List<StandardStatement> statements) {
        standards.lock();
        refuseTakenNumbers(statements);
        var known = standards.withRelations(
                statements.stream().map(stated -> stated.number().canonical()).toList());
        var changes = statements.stream()
                .map(stated -> Optional.ofNullable(known.get(stated.number().canonical()))
                        .map(standard -> correct(standard, stated))
                        .orElseGet(() -> register(stated)))
                .toList();
        var effective =
                changes.stream().filter(one -> one.change() != Change.UNCHANGED).toList();
        settle(effective);
        history.record(effective.stream().map(Stating::standard).toList());
        outbox.appendAll(effective.stream().map(one -> one.event().outbound()).toList());
        effective.forEach(one -> decisions.append(one.decision()));
        return changes.stream()
                .map(one -> new Outcome(one.standard().id(), one.change()))
                .toList();
    }

    /**
     * A statement at work.
     *
     * @param before what was stated before; absent of a new standard
     * @param relationsBefore of it
     * @param statusBefore of it, today
     */
    private record Stating(
            Standard standard,
            Change change,
            Standard.@Nullable Stated before,
            Set<Relation> relationsBefore,
            @Nullable Status statusBefore) {

        StandardEvent event() {
            return statusBefore == null ? standard.registered() : standard.corrected(statusBefore);
        }

        Decision decision() {
            return StandardService.decision(
                    before == null ? "standard.register" : "standard.correct", standard, before);
        }

        Stream<String> numbersOfSuccession() {
            return Stream.concat(
                    Stream.of(standard.numberKey()),
                    Stream.concat(standard.relations().stream(), relationsBefore.stream())
                            .filter(Relation::ofSuccession)
                            .flatMap(relation -> Stream.of(relation.subjectKey(), relation.objectKey())));
        }
    }

    private Stating register(StandardStatement stated) {
        var standard = new Standard(Ids.next(), stated, clock.instant());
        standards.persist(standard);
        return new Stating(standard, Change.CREATED, null, Set.of(), null);
    }

    private Stating correct(Standard standard, StandardStatement stated) {
        var before = standard.stated();
        var relationsBefore = standard.relations();
        var statusBefore = standard.statusOn(LegalDates.today(clock));
        var change = standard.correct(stated, clock.instant()) ? Change.CORRECTED : Change.UNCHANGED;
        return new Stating(standard, change, before, relationsBefore, statusBefore);
    }

    private void refuseTakenNumbers(List<StandardStatement> statements) {
        var owners = new HashMap<String, String>();
        var taken = new TreeMap<String, String>();
        for (var stated : statements) {
            var key = stated.number().canonical();
            numbers(stated).forEach(number -> {
                var other = owners.putIfAbsent(number, key);
                if (other != null && !other.equals(key)) {
                    taken.put(number, other);
                }
            });
        }
        var former = owners.entrySet().stream()
                .filter(owned -> !owned.getKey().equals(owned.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        standards.byKeys(former).forEach(other -> taken.put(other.numberKey(), other.number()));
        standards.renumberings(owners.keySet()).stream()
                .filter(relation -> !relation.subjectKey().equals(owners.get(relation.objectKey())))
                .forEach(relation -> taken.put(relation.objectKey(), relation.subjectKey()));
        if (!taken.isEmpty()) {
            throw new Problem(
                    NUMBER_TAKEN,
                    new Text(
                            String.join("、", taken.keySet()) + " 属于 " + String.join("、", taken.values()),
                            String.join(", ", taken.keySet()) + " belongs to " + String.join(", ", taken.values())));
        }
    }

    /** The number of a standard and those it had before. */
    private static Stream<String> numbers(StandardStatement stated) {
        return Stream.concat(
                Stream.of(stated.number().canonical()),
                stated.relations().stream()
                        .filter(relation -> relation.kind() == Relation.Kind.RENUMBERED)
                        .map(Relation::objectKey));
    }

    /**
     * Applies what statements mean for the other standards: when each ends because what replaces it is implemented. They tell it
     * by events of their own.
     */
    private void settle(List<Stating> statings) {
        standards.flush();
        var today = LegalDates.today(clock);
        var stated = statings.stream().map(one -> one.standard().numberKey()).collect(Collectors.toSet());
        var concerned = statings.stream().flatMap(Stating::numbersOfSuccession).collect(Collectors.toSet());
        var graph = ReplacementGraph.around(concerned, standards::successions);
        for (var number : stated) {
            if (graph.runsInCircle(number)) {
                throw new Problem(
                        CYCLIC_REPLACEMENT,
                        Text.of(
                                "按已有的代替关系，%s 将间接代替自身",
                                "with what is recorded, %s would replace itself along the way", number));
            }
        }
        concerned.addAll(graph.numbers());
        var rows = standards.byKeys(concerned).stream()
                .collect(Collectors.toMap(Standard::numberKey, Function.identity()));
        var moved = new ArrayList<OutboundEvent>();
        rows.forEach((number, row) -> {
            var before = row.statusOn(today);
            var replacedOn = graph.replacedOn(number, successor -> {
                var other = rows.get(successor);
                return other == null ? null : other.facts().implementedOn();
            });
            if (row.replacedFrom(replacedOn, graph.immediateSuccessors(number)) && !stated.contains(number)) {
                moved.add(row.endMoved(before, clock.instant()).outbound());
            }
        });
        outbox.appendAll(moved);
        standards.flush();
        ends.mayHaveMoved(rows.values().stream().map(Standard::id).toList());
    }

    private static Decision decision(String act, Standard standard, Standard.@Nullable Stated before) {
        var after = standard.stated();
        return new Decision(
                act,
                "standard",
                standard.id().toString(),
                standard.numberKey(),
                after.facts().source(),
                before,
                after);
    }
}

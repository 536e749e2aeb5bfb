package cn.quality.standards.catalogue;

import cn.quality.platform.clock.LegalDates;
import cn.quality.platform.decision.Decision;
import cn.quality.platform.decision.DecisionLog;
import cn.quality.platform.id.Ids;
import cn.quality.platform.outbox.Outbox;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemType;
import cn.quality.platform.problem.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class StandardService {

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

    /** Where the statement went, and whether the standard was new to the catalogue. */
    record Outcome(UUID id, boolean created) {}

    /**
     * Enters a standard, corrects it, or leaves it alone when nothing new is stated.
     *
     * @throws Problem 409 {@code number-taken}; 422 {@code cyclic-replacement}
     */
    @Transactional
    Outcome state(StandardStatement stated) {
        standards.lock();
        refuseTakenNumbers(stated);
        return standards
                .byKey(stated.number().canonical())
                .map(standard -> {
                    correct(standard, stated);
                    return new Outcome(standard.id(), false);
                })
                .orElseGet(() -> new Outcome(register(stated), true));
    }

    private UUID register(StandardStatement stated) {
        var standard = new Standard(Ids.next(), stated, clock.instant());
        standards.persist(standard);
        settle(standard, Set.of());
        history.record(standard);
        outbox.append(standard.registered().outbound());
        decisions.append(decision("standard.register", standard, null));
        return standard.id();
    }

    private void correct(Standard standard, StandardStatement stated) {
        var before = standard.stated();
        var relationsBefore = standard.relations();
        var statusBefore = standard.statusOn(LegalDates.today(clock));
        if (standard.correct(stated, clock.instant())) {
            settle(standard, relationsBefore);
            history.record(standard);
            outbox.append(standard.corrected(statusBefore).outbound());
            decisions.append(decision("standard.correct", standard, before));
        }
    }

    private void refuseTakenNumbers(StandardStatement stated) {
        var key = stated.number().canonical();
        var former = stated.relations().stream()
                .filter(relation -> relation.kind() == Relation.Kind.RENUMBERED)
                .map(Relation::objectKey)
                .toList();
        var taken = new TreeMap<String, String>();
        standards.byKeys(former).forEach(other -> taken.put(other.numberKey(), other.number()));
        standards.renumberings(Stream.concat(Stream.of(key), former.stream()).toList()).stream()
                .filter(relation -> !relation.subjectKey().equals(key))
                .forEach(relation -> taken.put(relation.objectKey(), relation.subjectKey()));
        if (!taken.isEmpty()) {
            throw new Problem(
                    NUMBER_TAKEN,
                    new Text(
                            String.join("、", taken.keySet()) + " 属于 " + String.join("、", taken.values()),
                            String.join(", ", taken.keySet()) + " belongs to " + String.join(", ", taken.values())));
        }
    }

    /** Applies what a statement means for the other standards: when each ends because what replaces it is implemented. */
    private void settle(Standard stated, Set<Relation> relationsBefore) {
        standards.flush();
        var settled = new HashSet<UUID>();
        var open = new TreeSet<String>(Set.of(stated.numberKey()));
        Stream.concat(stated.relations().stream(), relationsBefore.stream())
                .filter(relation -> relation.kind().adoption().isEmpty())
                .forEach(relation -> {
                    open.add(relation.subjectKey());
                    open.add(relation.objectKey());
                });
        while (!open.isEmpty()) {
            var key = open.first();
            var graph = ReplacementGraph.around(Set.of(key), standards::relationsTouching);
            if (graph.runsInCircle(stated.numberKey())) {
                throw new Problem(
                        CYCLIC_REPLACEMENT,
                        Text.of(
                                "按已有的代替关系，%s 将间接代替自身",
                                "with what is recorded, %s would replace itself along the way", stated.numberKey()));
            }
            var numbers = graph.numbers();
            var rows = new HashMap<String, Standard>();
            standards
                    .byKeys(Stream.concat(numbers.stream(), Stream.of(key)).toList())
                    .forEach(row -> rows.put(row.numberKey(), row));
            rows.forEach((number, row) -> row.replacedFrom(graph.replacedOn(number, successor -> {
                var other = rows.get(successor);
                return other == null ? null : other.facts().implementedOn();
            })));
            rows.values().forEach(row -> settled.add(row.id()));
            open.removeAll(numbers);
            open.remove(key);
        }
        standards.flush();
        ends.mayHaveMoved(settled);
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

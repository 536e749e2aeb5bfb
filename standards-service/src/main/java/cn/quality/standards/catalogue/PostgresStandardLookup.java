package cn.quality.standards.catalogue;

import cn.quality.platform.clock.LegalDates;
import cn.quality.platform.paging.Cursor;
import cn.quality.platform.paging.Page;
import cn.quality.platform.paging.PageRequest;
import cn.quality.standards.catalogue.StandardView.Adoption;
import cn.quality.standards.number.StandardNumber;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

@ApplicationScoped
class PostgresStandardLookup implements StandardLookup, CatalogueReads {

    private static final String CANDIDATES = """
            select * from standard where designation = :designation
            order by family_key = :family desc, split_part(family_key, ' ', 1) = :issuer desc,
              split_part(split_part(family_key, ' ', 1), '/', 1) = split_part(:issuer, '/', 1) desc,
              standard_status(status, implemented_on, abolished_on, replaced_on, :today) <> 'IN_FORCE', number_key desc
            limit 5""";

    private final StandardRepository standards;
    private final StandardHistory history;
    private final EntityManager entities;
    private final Clock clock;

    PostgresStandardLookup(StandardRepository standards, StandardHistory history, EntityManager entities, Clock clock) {
        this.standards = standards;
        this.history = history;
        this.entities = entities;
        this.clock = clock;
    }

    @Override
    public Map<StandardNumber, StandardRef> known(Collection<StandardNumber> numbers) {
        var byKey = refs(numbers.stream().map(StandardNumber::canonical).toList());
        return numbers.stream()
                .distinct()
                .filter(number -> byKey.containsKey(number.canonical()))
                .collect(Collectors.toMap(Function.identity(), number -> byKey.get(number.canonical())));
    }

    @Override
    public List<StandardRef> successors(StandardNumber number) {
        var graph = graph(number.canonical());
        var present = graph.presentNumber(number.canonical());
        return resolved(
                graph.ends(present).stream().filter(end -> !end.equals(present)).toList());
    }

    private ReplacementGraph graph(String key) {
        return ReplacementGraph.around(key, standards::relationsTouching);
    }

    @Override
    @SuppressWarnings("unchecked")
    public List<StandardRef> inForce(StandardNumber undated, LocalDate day) {
        var editions = (List<Standard>) entities.createNativeQuery("""
                        select * from standard where designation = :designation and family_key = :family
                          and edition_key = number_key and (published_on is null or published_on <= :day)
                          and standard_status(status, implemented_on, abolished_on, replaced_on, :day) = 'IN_FORCE'
                        order by implemented_on desc nulls last, number_key""", Standard.class)
                .setParameter("designation", undated.designation())
                .setParameter("family", undated.family())
                .setParameter("day", day)
                .getResultList();
        return editions.stream().map(edition -> edition.ref(day)).toList();
    }

    @Override
    @SuppressWarnings("unchecked")
    public List<StandardRef> candidates(String designation, Optional<StandardNumber> near) {
        var today = today();
        var family = near.map(StandardNumber::family).orElse("");
        var rows = (List<Standard>) entities.createNativeQuery(CANDIDATES, Standard.class)
                .setParameter("designation", designation)
                .setParameter("family", family)
                .setParameter("issuer", family.split(" ", 2)[0])
                .setParameter("today", today)
                .getResultList();
        return rows.stream().map(row -> row.ref(today)).toList();
    }

    @Override
    public Optional<LegalState> stateOf(UUID id, LocalDate on, Instant asOf) {
        var standard = standards.findByIdOptional(id);
        return standard.flatMap(known -> history.of(id, asOf).map(revision -> state(known, revision, on, asOf)));
    }

    private LegalState state(Standard standard, StandardHistory.Revision revision, LocalDate on, Instant asOf) {
        var key = standard.numberKey();
        var graph = ReplacementGraph.around(key, numbers -> history.relationsTouching(numbers, asOf));
        var successors = graph.immediateSuccessors(key);
        var implemented = new HashMap<String, LocalDate>();
        for (var successor : standards.byKeys(successors)) {
            history.of(successor.id(), asOf)
                    .map(known -> known.facts().implementedOn())
                    .ifPresent(day -> implemented.put(successor.numberKey(), day));
        }
        var replacedOn = graph.replacedOn(key, implemented::get).orElse(null);
        // The first renumbering after the day tells under which number the standard was on that day.
        var former = revision.relations().stream()
                .filter(relation -> relation.kind() == Relation.Kind.RENUMBERED)
                .filter(relation -> relation.since() != null && on.isBefore(relation.since()))
                .min(Comparator.comparing(Relation::since, Comparator.nullsLast(Comparator.naturalOrder())))
                .map(relation -> StandardNumber.of(relation.objectKey()));
        return new LegalState(
                standard.id(),
                former.map(StandardNumber::canonical).orElse(standard.number()),
                revision.facts()
                        .statusOn(on, replacedOn, LegalDates.on(revision.recordedAt()))
                        .orElse(null),
                former.flatMap(StandardNumber::nature)
                        .or(() -> Optional.ofNullable(revision.facts().nature()))
                        .orElse(null),
                on,
                revision.recordedAt(),
                graph.succession(key).orElse(null),
                resolved(successors));
    }

    @Override
    @SuppressWarnings("unchecked")
    public Page<StandardSummary> search(StandardQuery query, PageRequest page) {
        var conditions = new ArrayList<String>();
        var values = new HashMap<String, Object>();
        query.fragment().ifPresent(fragment -> values.putAll(fragment.restrict(conditions)));
        query.level().ifPresent(level -> {
            conditions.add("level = :level");
            values.put("level", level.name());
        });
        query.status().ifPresent(status -> {
            conditions.add("standard_status(status, implemented_on, abolished_on, replaced_on, :today) = :status");
            values.put("today", today());
            values.put("status", status.name());
        });
        page.cursor().ifPresent(after -> {
            conditions.add("number_key > :after");
            values.put("after", after.key(0, PostgresStandardLookup::key));
        });
        var where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        var select = entities.createNativeQuery(
                        "select * from standard" + where + " order by number_key", Standard.class)
                .setMaxResults(page.fetch());
        values.forEach(select::setParameter);
        var today = today();
        return Page.of((List<Standard>) select.getResultList(), page, row -> Cursor.of(row.numberKey()))
                .map(row -> row.summary(today));
    }

    private static String key(String text) {
        if (StandardNumber.read(text) instanceof StandardNumber.Reading.Read(var number)) {
            return number.canonical();
        }
        throw new IllegalArgumentException(text);
    }

    @Override
    public Optional<StandardView> byId(UUID id) {
        return standards.findByIdOptional(id).map(this::view);
    }

    private StandardView view(Standard standard) {
        var key = standard.numberKey();
        var relations = standards.relationsOf(key);
        var graph = graph(key);
        var refs = refs(relations.stream()
                .flatMap(relation -> Stream.of(relation.subjectKey(), relation.objectKey()))
                .toList());
        var facts = standard.facts();
        var today = today();
        return new StandardView(
                standard.id(),
                standard.number(),
                key,
                standard.confidence(),
                facts.titleZh(),
                facts.titleEn(),
                standard.level(),
                facts.nature(),
                standard.statusOn(today),
                facts.publishedOn(),
                facts.implementedOn(),
                facts.abolishedOn(),
                facts.ics(),
                facts.ccs(),
                objects(relations, Relation.Kind.REPLACES, key, refs),
                subjects(relations, Relation.Kind.REPLACES, key, refs),
                objects(relations, Relation.Kind.REPLACES_IN_PART, key, refs),
                subjects(relations, Relation.Kind.REPLACES_IN_PART, key, refs),
                graph.succession(key).orElse(null),
                relations.stream()
                        .filter(r -> r.subjectKey().equals(key))
                        .flatMap(r -> r.kind().adoption().stream()
                                .map(degree -> Adoption.of(ref(refs, r.objectKey()), degree)))
                        .toList(),
                relations.stream()
                        .filter(r -> r.kind() == Relation.Kind.RENUMBERED
                                && r.subjectKey().equals(key))
                        .map(r -> new NewStandard.FormerNumber(r.objectKey(), r.since()))
                        .toList(),
                standards.supplementsOf(key).stream()
                        .map(supplement -> supplement.ref(today))
                        .toList(),
                resolved(graph.ends(key)),
                facts.source(),
                facts.certainty());
    }

    private static List<StandardRef> objects(
            List<Relation> relations, Relation.Kind kind, String subject, Map<String, StandardRef> refs) {
        return relations.stream()
                .filter(r -> r.kind() == kind && r.subjectKey().equals(subject))
                .map(r -> ref(refs, r.objectKey()))
                .toList();
    }

    private static List<StandardRef> subjects(
            List<Relation> relations, Relation.Kind kind, String object, Map<String, StandardRef> refs) {
        return relations.stream()
                .filter(r -> r.kind() == kind && r.objectKey().equals(object))
                .map(r -> ref(refs, r.subjectKey()))
                .toList();
    }

    private List<StandardRef> resolved(List<String> keys) {
        var refs = refs(keys);
        return keys.stream().map(key -> ref(refs, key)).toList();
    }

    private static StandardRef ref(Map<String, StandardRef> refs, String key) {
        return refs.getOrDefault(key, StandardRef.unresolved(key));
    }

    /** By key; a former number leads to the standard under its present one. */
    private Map<String, StandardRef> refs(Collection<String> keys) {
        var today = today();
        var refs = new HashMap<String, StandardRef>();
        standards.byKeys(keys).forEach(standard -> refs.put(standard.numberKey(), standard.ref(today)));
        var renumbered = standards.renumberings(
                keys.stream().filter(key -> !refs.containsKey(key)).toList());
        if (!renumbered.isEmpty()) {
            var present = refs(renumbered.stream().map(Relation::subjectKey).toList());
            renumbered.forEach(relation -> {
                var standard = present.get(relation.subjectKey());
                if (standard != null) {
                    refs.put(relation.objectKey(), standard);
                }
            });
        }
        return refs;
    }

    private LocalDate today() {
        return LegalDates.today(clock);
    }
}

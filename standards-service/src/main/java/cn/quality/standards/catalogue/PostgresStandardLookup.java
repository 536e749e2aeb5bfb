package cn.quality.standards.catalogue;

import cn.quality.platform.clock.LegalDates;
import cn.quality.platform.paging.Cursor;
import cn.quality.platform.paging.Page;
import cn.quality.platform.paging.PageRequest;
import cn.quality.platform.sql.Jdbc;
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
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class PostgresStandardLookup implements StandardLookup, CatalogueReads {

    private static final String CANDIDATES = """
            select * from standard where designation = :designation
            order by family_key = :family desc, split_part(family_key, ' ', 1) = :issuer desc,
              split_part(split_part(family_key, ' ', 1), '/', 1) = split_part(:issuer, '/', 1) desc,
              standard_status(status, implemented_on, abolished_on, replaced_on, :today) <> 'IN_FORCE', number_key desc
            limit 5""";

    /** Numbers with their designations and families, and a day; each asked for in one look at the index. */
    private static final String ASKED = """
            with asked as materialized (select * from unnest(?::varchar[], ?::varchar[], ?::varchar[])
                as numbers (asked, designation, family)), today as (select ?::date as day)
            select asked.asked, found.* from asked cross join today cross join lateral (
              select s.id, s.number, s.title_zh,
                standard_status(s.status, s.implemented_on, s.abolished_on, s.replaced_on, today.day) as status
              from standard s where s.designation = asked.designation\s""";

    private static final String EDITIONS = ASKED + """
            and s.family_key = asked.family and s.edition_key = s.number_key
                and (s.published_on is null or s.published_on <= today.day)
                and standard_status(s.status, s.implemented_on, s.abolished_on, s.replaced_on, today.day) = 'IN_FORCE'
              order by s.implemented_on desc nulls last, s.number_key) found""";

    private static final String NEAREST = ASKED + """
            and s.edition_key = s.number_key
              order by s.family_key = asked.family desc, split_part(s.family_key, ' ', 1) = split_part(asked.family, ' ', 1) desc,
                standard_status(s.status, s.implemented_on, s.abolished_on, s.replaced_on, today.day) <> 'IN_FORCE', s.number_key desc
              limit 3) found""";

    private static final String STATUS = "standard_status(status, implemented_on, abolished_on, replaced_on, :today)";
    private static final List<Status> BY_FORCE =
            List.of(Status.IN_FORCE, Status.UPCOMING, Status.REPLACED, Status.ABOLISHED);
    private static final String SAME_NUMBER = "designation = :designation and family_key = :family";

    private static final String FACETS = """
            select kind, value, count(*) from (
              select level, %s as status, nature, left(ics, 2) as ics, left(ccs, 1) as ccs,
                to_char(published_on, 'YYYY') as year, department
              from standard%s) found
            cross join lateral (values ('level', level), ('status', status), ('nature', nature), ('ics', ics), ('ccs', ccs),
              ('year', year), ('department', department)) as facet(kind, value)
            where value is not null group by kind, value order by kind, count(*) desc, value""";
    private static final int MOST_VALUES = 50;
    private static final int AT_ONCE = 1_000;

    private final StandardRepository standards;
    private final StandardHistory history;
    private final EntityManager entities;
    private final Jdbc sql;
    private final Clock clock;

    PostgresStandardLookup(
            StandardRepository standards, StandardHistory history, EntityManager entities, Jdbc sql, Clock clock) {
        this.standards = standards;
        this.history = history;
        this.entities = entities;
        this.sql = sql;
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
        return ReplacementGraph.around(Set.of(key), standards::successions);
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
    public List<StandardRef> supplements(StandardNumber edition) {
        var today = today();
        return standards.supplementsOf(edition.canonical()).stream()
                .map(supplement -> supplement.ref(today))
                .toList();
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
    public Map<StandardNumber, Currency> currency(Collection<StandardNumber> numbers, LocalDate day) {
        var asked = numbers.stream().distinct().toList();
        var dated = asked.stream()
                .filter(StandardNumber::dated)
                .map(StandardNumber::canonical)
                .toList();
        var known = refs(dated, day);
        var graph = ReplacementGraph.around(dated, standards::successions);
        var ends = dated.stream()
                .collect(Collectors.toMap(Function.identity(), key -> endsBehind(graph, graph.presentNumber(key))));
        var endRefs =
                refs(ends.values().stream().flatMap(List::stream).distinct().toList(), day);
        var supplements = standards.supplementsOfAll(dated).stream()
                .collect(Collectors.groupingBy(
                        Standard::editionKey,
                        Collectors.mapping(supplement -> supplement.ref(day), Collectors.toList())));
        var undated = asked.stream().filter(number -> !number.dated()).toList();
        var editions = editions(undated, day);
        var unknown = asked.stream()
                .filter(number -> !known.containsKey(number.canonical()) && !editions.containsKey(number.canonical()))
                .toList();
        var candidates = candidates(unknown, day);
        return asked.stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        number -> new Currency(
                                Optional.ofNullable(known.get(number.canonical())),
                                number.dated()
                                        ? graph.succession(graph.presentNumber(number.canonical()))
                                        : Optional.empty(),
                                ends.getOrDefault(number.canonical(), List.of()).stream()
                                        .map(end -> ref(endRefs, end))
                                        .toList(),
                                editions.getOrDefault(number.canonical(), List.of()),
                                supplements.getOrDefault(number.canonical(), List.of()),
                                candidates.getOrDefault(number.canonical(), List.of()))));
    }

    /** Where the ways from a standard end, when there are any. */
    private static List<String> endsBehind(ReplacementGraph graph, String present) {
        return graph.ends(present).stream().filter(end -> !end.equals(present)).toList();
    }

    /** Editions in force of undated numbers, by number. */
    private Map<String, List<StandardRef>> editions(List<StandardNumber> undated, LocalDate day) {
        return refsOf(EDITIONS, undated, day);
    }

    /** What may have been meant by numbers, by number: the same serial, the same issuer and what is in force first. */
    private Map<String, List<StandardRef>> candidates(List<StandardNumber> numbers, LocalDate day) {
        return refsOf(NEAREST, numbers, day);
    }

    private Map<String, List<StandardRef>> refsOf(String statement, List<StandardNumber> numbers, LocalDate day) {
        var found = new HashMap<String, List<StandardRef>>();
        if (!numbers.isEmpty()) {
            sql.stream(
                    statement,
                    row -> Map.entry(
                            row.getString("asked"),
                            new StandardRef(
                                    row.getObject("id", UUID.class),
                                    row.getString("number"),
                                    row.getString("title_zh"),
                                    Status.valueOf(row.getString("status")))),
                    one -> found.computeIfAbsent(one.getKey(), none -> new ArrayList<>())
                            .add(one.getValue()),
                    numbers.stream().map(StandardNumber::canonical).toArray(String[]::new),
                    numbers.stream().map(StandardNumber::designation).toArray(String[]::new),
                    numbers.stream().map(StandardNumber::family).toArray(String[]::new),
                    day);
        }
        return found;
    }

    @Override
    public Optional<LegalState> stateOf(UUID id, LocalDate on, Instant asOf) {
        var standard = standards.findByIdOptional(id);
        return standard.flatMap(known -> history.of(id, asOf).map(revision -> state(known, revision, on, asOf)));
    }

    private LegalState state(Standard standard, StandardHistory.Revision revision, LocalDate on, Instant asOf) {
        var key = standard.numberKey();
        var graph = ReplacementGraph.around(Set.of(key), numbers -> history.relationsTouching(numbers, asOf));
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
    public Page<StandardSummary> search(StandardQuery query, PageRequest page) {
        var today = today();
        boolean ranked = query.fragment().isPresent();
        var rows = Page.of(
                ranked ? ranked(query, page, today) : byNumber(query, page, today),
                page,
                row -> ranked
                        ? Cursor.of(Rank.of(row, query.number(), today).ordinal(), row.numberKey())
                        : Cursor.of(row.numberKey()));
        var latest = latest(rows.items().stream()
                .filter(row -> row.statusOn(today) == Status.REPLACED)
                .map(Standard::numberKey)
                .toList());
        return rows.map(row -> row.summary(today, latest.getOrDefault(row.numberKey(), List.of())));
    }

    private List<Standard> byNumber(StandardQuery query, PageRequest page, LocalDate today) {
        var conditions = new ArrayList<String>();
        var values = restrict(query, conditions, today);
        page.cursor().ifPresent(after -> {
            conditions.add("number_key > :after");
            values.put("after", after.key(0, PostgresStandardLookup::key));
        });
        return select(conditions, values, page.fetch());
    }

    /**
     * In what order a search shows what it found: the edition whose number was asked for, other editions of that number, then
     * whatever names it or has the words; of each what is in force first.
     */
    private enum Rank {
        THE_EDITION(null),
        EDITION_IN_FORCE(Status.IN_FORCE),
        EDITION_UPCOMING(Status.UPCOMING),
        EDITION_REPLACED(Status.REPLACED),
        EDITION_ABOLISHED(Status.ABOLISHED),
        IN_FORCE(Status.IN_FORCE),
        UPCOMING(Status.UPCOMING),
        REPLACED(Status.REPLACED),
        ABOLISHED(Status.ABOLISHED);

        private final @Nullable Status status;

        Rank(@Nullable Status status) {
            this.status = status;
        }

        static Rank of(Standard row, Optional<StandardNumber> asked, LocalDate today) {
            if (asked.filter(number -> number.canonical().equals(row.numberKey()))
                    .isPresent()) {
                return THE_EDITION;
            }
            boolean sameNumber = asked.filter(row::isEditionOf).isPresent();
            int state = BY_FORCE.indexOf(row.statusOn(today));
            return values()[(sameNumber ? EDITION_IN_FORCE : IN_FORCE).ordinal() + state];
        }

        boolean admits(Optional<Status> wanted) {
            return status == null || wanted.orElse(status) == status;
        }

        /** Adds the SQL conditions of this rank; false when nothing can have it. */
        boolean restrict(
                Optional<StandardNumber> asked, List<String> conditions, Map<String, Object> values, LocalDate today) {
            boolean sameNumber = ordinal() < IN_FORCE.ordinal();
            if (sameNumber && asked.isEmpty()) {
                return false;
            }
            asked.ifPresent(number -> {
                conditions.add(sameNumber ? SAME_NUMBER : "not (" + SAME_NUMBER + ")");
                conditions.add(this == THE_EDITION ? "number_key = :exact" : "number_key <> :exact");
                values.put("designation", number.designation());
                values.put("family", number.family());
                values.put("exact", number.canonical());
            });
            if (status != null) {
                conditions.add(inState(status));
                values.put("today", today);
            }
            return true;
        }
    }

    /**
     * By {@link Rank}. One statement for each, so that of a frequent word the database reads along the numbers until the page is
     * full, instead of sorting all that have it.
     */
    private List<Standard> ranked(StandardQuery query, PageRequest page, LocalDate today) {
        var asked = query.number();
        var first = page.cursor()
                .map(after -> after.key(0, PostgresStandardLookup::rank))
                .orElse(Rank.THE_EDITION);
        var rows = new ArrayList<Standard>();
        for (var rank : Rank.values()) {
            if (rank.compareTo(first) < 0 || rows.size() == page.fetch() || !rank.admits(query.status())) {
                continue;
            }
            var conditions = new ArrayList<String>();
            var values = restrict(query, conditions, today);
            if (rank.restrict(asked, conditions, values, today)) {
                if (rank == first) {
                    page.cursor().ifPresent(after -> {
                        conditions.add("number_key > :after");
                        values.put("after", after.key(1, PostgresStandardLookup::key));
                    });
                }
                rows.addAll(select(conditions, values, page.fetch() - rows.size()));
            }
        }
        return rows;
    }

    private static Rank rank(String text) {
        int rank = Integer.parseInt(text);
        if (rank < 0 || rank >= Rank.values().length) {
            throw new IllegalArgumentException(text);
        }
        return Rank.values()[rank];
    }

    @SuppressWarnings("unchecked")
    private List<Standard> select(List<String> conditions, Map<String, Object> values, int most) {
        var select = entities.createNativeQuery(
                        "select * from standard" + where(conditions) + " order by number_key", Standard.class)
                .setMaxResults(most);
        values.forEach(select::setParameter);
        return (List<Standard>) select.getResultList();
    }

    /** The condition that a standard is in a state on the day; in columns whose values the planner has counted. */
    private static String inState(Status status) {
        return switch (status) {
            case IN_FORCE -> "force_from <= :today and force_until > :today";
            case UPCOMING -> "force_from > :today and force_until > :today";
            case REPLACED, ABOLISHED -> "force_until <= :today and " + STATUS + " = '" + status + "'";
        };
    }

    /** Where the chains of some replaced standards end; a standard that is its own end has no link. */
    private Map<String, List<StandardRef>> latest(List<String> keys) {
        if (keys.isEmpty()) {
            return Map.of();
        }
        var graph = ReplacementGraph.around(keys, standards::successions);
        var ends = keys.stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        key -> graph.ends(key).stream()
                                .filter(end -> !end.equals(key))
                                .toList()));
        var refs = refs(ends.values().stream().flatMap(List::stream).distinct().toList());
        return ends.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> entry.getValue().stream()
                                .map(end -> ref(refs, end))
                                .toList()));
    }

    private static String where(List<String> conditions) {
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }

    /** Adds the SQL conditions of a query. @return values of their parameters */
    private static Map<String, Object> restrict(StandardQuery query, List<String> conditions, LocalDate today) {
        var values = new HashMap<String, Object>();
        query.fragment().ifPresent(fragment -> values.putAll(fragment.restrict(conditions)));
        query.level().ifPresent(level -> {
            conditions.add("level = :level");
            values.put("level", level.name());
        });
        query.status().ifPresent(status -> {
            conditions.add(inState(status));
            values.put("today", today);
        });
        query.nature().ifPresent(nature -> {
            conditions.add("nature = :nature");
            values.put("nature", nature.name());
        });
        prefix("ics", query.ics(), conditions, values);
        prefix("ccs", query.ccs(), conditions, values);
        if (query.department() != null) {
            conditions.add("department = :department");
            values.put("department", query.department());
        }
        if (query.year() != null) {
            conditions.add("extract(year from published_on) = :year");
            values.put("year", query.year());
        }
        return values;
    }

    /** A class of a classification with all that are below it; its parameter is checked to have no wildcard. */
    private static void prefix(
            String column, @Nullable String value, List<String> conditions, Map<String, Object> values) {
        if (value != null) {
            conditions.add(column + " like :" + column);
            values.put(column, value + "%");
        }
    }

    @Override
    @SuppressWarnings("unchecked")
    public Facets facets(StandardQuery query) {
        var today = today();
        var conditions = new ArrayList<String>();
        var values = restrict(query, conditions, today);
        values.put("today", today);
        var counting = entities.createNativeQuery(FACETS.formatted(STATUS, where(conditions)), Object[].class);
        values.forEach(counting::setParameter);
        var counts = new HashMap<String, List<Facets.Count>>();
        for (var row : (List<Object[]>) counting.getResultList()) {
            counts.computeIfAbsent((String) row[0], none -> new ArrayList<>())
                    .add(new Facets.Count((String) row[1], ((Number) row[2]).longValue()));
        }
        Function<String, List<Facets.Count>> of = kind ->
                counts.getOrDefault(kind, List.of()).stream().limit(MOST_VALUES).toList();
        return new Facets(
                of.apply("level"),
                of.apply("status"),
                of.apply("nature"),
                of.apply("ics"),
                of.apply("ccs"),
                of.apply("year"),
                of.apply("department"));
    }

    private static String key(String text) {
        if (StandardNumber.read(text) instanceof StandardNumber.Reading.Read(var number)) {
            return number.canonical();
        }
        throw new IllegalArgumentException(text);
    }

    @Override
    public void forEachStatement(LocalDate day, Consumer<NewStandard> reader) {
        for (var keys = standards.keysAfter("", AT_ONCE);
                !keys.isEmpty();
                keys = standards.keysAfter(keys.getLast(), AT_ONCE)) {
            var rows = standards.withRelations(keys);
            keys.stream()
                    .flatMap(key -> Stream.ofNullable(rows.get(key)))
                    .forEach(row -> reader.accept(row.restated(day)));
            entities.clear();
        }
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
                facts.firstPublishedOn(),
                facts.reviewedOn(),
                facts.ics(),
                facts.ccs(),
                facts.department(),
                facts.technicalCommittee(),
                facts.draftingUnits(),
                facts.scope(),
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
                cited(relations, key)
                        .map(number -> new StandardView.Cited(
                                number.canonical(), number.dated(), refs.get(number.canonical())))
                        .toList(),
                facts.source(),
                facts.certainty());
    }

    /** As they were stated, undated ones undated. */
    private static Stream<StandardNumber> cited(List<Relation> relations, String citing) {
        return relations.stream()
                .filter(r -> r.kind() == Relation.Kind.CITES && r.subjectKey().equals(citing))
                .map(r -> StandardNumber.reference(r.objectKey()));
    }

    @Override
    public Optional<NormativeReferences> references(UUID id, LocalDate day) {
        return standards.findByIdOptional(id).map(standard -> {
            var key = standard.numberKey();
            var numbers = cited(standards.relationsOf(key), key).toList();
            var dated = refs(
                    numbers.stream()
                            .filter(StandardNumber::dated)
                            .map(StandardNumber::canonical)
                            .toList(),
                    day);
            return new NormativeReferences(
                    day,
                    numbers.stream()
                            .map(number -> new NormativeReferences.Reference(
                                    number.canonical(),
                                    number.dated(),
                                    number.dated()
                                            ? Optional.ofNullable(dated.get(number.canonical())).stream()
                                                    .toList()
                                            : inForce(number, day)))
                            .toList());
        });
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
        return refs(keys, today());
    }

    private Map<String, StandardRef> refs(Collection<String> keys, LocalDate day) {
        var refs = new HashMap<String, StandardRef>();
        standards.byKeys(keys).forEach(standard -> refs.put(standard.numberKey(), standard.ref(day)));
        var renumbered = standards.renumberings(
                keys.stream().filter(key -> !refs.containsKey(key)).toList());
        if (!renumbered.isEmpty()) {
            var present = refs(renumbered.stream().map(Relation::subjectKey).toList(), day);
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

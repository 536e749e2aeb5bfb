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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
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

    // UNION drops what was seen, so a circle ends the walk.
    private static final String ENDS_OF_CHAIN = """
            with recursive chain(key) as (
              select cast(:key as varchar)
              union
              select r.subject_key from standard_relation r join chain c on r.object_key = c.key
              where r.kind = 'REPLACES')
            select c.key from chain c
            where not exists (select 1 from standard_relation r where r.object_key = c.key and r.kind = 'REPLACES')
            order by c.key""";

    private final StandardRepository standards;
    private final EntityManager entities;
    private final Clock clock;

    PostgresStandardLookup(StandardRepository standards, EntityManager entities, Clock clock) {
        this.standards = standards;
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
        var ends = new ArrayList<>(endsOfChain(number.canonical()));
        ends.remove(number.canonical());
        return resolved(ends);
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
            conditions.add("standard_status(status, implemented_on, abolished_on, :today) = :status");
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
        var refs = refs(relations.stream()
                .flatMap(relation -> Stream.of(relation.subjectKey(), relation.objectKey()))
                .toList());
        var facts = standard.facts();
        return new StandardView(
                standard.id(),
                standard.number(),
                key,
                standard.confidence(),
                facts.titleZh(),
                facts.titleEn(),
                standard.level(),
                facts.nature(),
                facts.statusOn(today()),
                facts.publishedOn(),
                facts.implementedOn(),
                facts.abolishedOn(),
                facts.ics(),
                facts.ccs(),
                relations.stream()
                        .filter(r -> r.kind() == Relation.Kind.REPLACES
                                && r.subjectKey().equals(key))
                        .map(r -> ref(refs, r.objectKey()))
                        .toList(),
                relations.stream()
                        .filter(r -> r.kind() == Relation.Kind.REPLACES
                                && r.objectKey().equals(key))
                        .map(r -> ref(refs, r.subjectKey()))
                        .toList(),
                relations.stream()
                        .filter(r -> r.subjectKey().equals(key))
                        .flatMap(r -> r.kind().adoption().stream()
                                .map(degree -> Adoption.of(ref(refs, r.objectKey()), degree)))
                        .toList(),
                resolved(endsOfChain(key)),
                facts.source(),
                facts.certainty());
    }

    @SuppressWarnings("unchecked")
    private List<String> endsOfChain(String key) {
        return entities.createNativeQuery(ENDS_OF_CHAIN, String.class)
                .setParameter("key", key)
                .getResultList();
    }

    private List<StandardRef> resolved(List<String> keys) {
        var refs = refs(keys);
        return keys.stream().map(key -> ref(refs, key)).toList();
    }

    private static StandardRef ref(Map<String, StandardRef> refs, String key) {
        return refs.getOrDefault(key, StandardRef.unresolved(key));
    }

    private Map<String, StandardRef> refs(Collection<String> keys) {
        var today = today();
        return standards.byKeys(keys).stream()
                .collect(Collectors.toMap(Standard::numberKey, standard -> standard.ref(today)));
    }

    private LocalDate today() {
        return LegalDates.today(clock);
    }
}

package cn.quality.standards.catalogue;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

@ApplicationScoped
class StandardRepository implements PanacheRepositoryBase<Standard, UUID> {

    /**
     * Lets nobody else state anything until this transaction ends: two statements of one standard make one row, and no two
     * close a circle of replacements together.
     */
    void lock() {
        getEntityManager()
                .createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended('standard', 0))")
                .getSingleResult();
    }

    /** Those of the numbers that are here, with what was stated of each. */
    Map<String, Standard> withRelations(Collection<String> keys) {
        return getEntityManager()
                .createQuery("from Standard s left join fetch s.relations where s.numberKey in :keys", Standard.class)
                .setParameter("keys", keys)
                .getResultStream()
                .collect(Collectors.toMap(Standard::numberKey, Function.identity(), (one, same) -> one));
    }

    List<Standard> byKeys(Collection<String> keys) {
        return keys.isEmpty() ? List.of() : list("numberKey in ?1", keys);
    }

    /** The next numbers, in their order. */
    List<String> keysAfter(String key, int most) {
        return getEntityManager()
                .createQuery("select numberKey from Standard where numberKey > :key order by numberKey", String.class)
                .setParameter("key", key)
                .setMaxResults(most)
                .getResultList();
    }

    /** Amendments and corrigenda to an edition, in their order. */
    List<Standard> supplementsOf(String editionKey) {
        return list("editionKey = ?1 and numberKey <> ?1 order by numberKey", editionKey);
    }

    /** The same of several editions. */
    List<Standard> supplementsOfAll(Collection<String> editionKeys) {
        return editionKeys.isEmpty()
                ? List.of()
                : list("editionKey in ?1 and editionKey <> numberKey order by numberKey", editionKeys);
    }

    /**
     * Everything anybody stated about a number, each relation once, in the order of the other side's number; but not who cites
     * it: that may be thousands.
     */
    List<Relation> relationsOf(String key) {
        return getEntityManager()
                .createQuery("""
                        select distinct r.kind, r.subjectKey, r.objectKey, r.since from Standard s join s.relations r
                        where r.subjectKey = :key or (r.objectKey = :key and r.kind <> :citing)
                        order by r.subjectKey, r.objectKey, r.kind""", Relation.class)
                .setParameter("key", key)
                .setParameter("citing", Relation.Kind.CITES)
                .getResultList();
    }

    /** What anybody stated of the succession of some numbers. */
    List<Relation> successions(Collection<String> keys) {
        return keys.isEmpty()
                ? List.of()
                : getEntityManager()
                        .createQuery("""
                        select distinct r.kind, r.subjectKey, r.objectKey, r.since from Standard s join s.relations r
                        where (r.subjectKey in :keys or r.objectKey in :keys) and r.kind in :kinds
                        order by r.subjectKey, r.objectKey, r.kind""", Relation.class)
                        .setParameter("keys", keys)
                        .setParameter("kinds", Relation.Kind.OF_SUCCESSION)
                        .getResultList();
    }

    /** Renumberings by their former number. */
    List<Relation> renumberings(Collection<String> formerKeys) {
        return formerKeys.isEmpty()
                ? List.of()
                : getEntityManager()
                        .createQuery("""
                        select distinct r.kind, r.subjectKey, r.objectKey, r.since from Standard s join s.relations r
                        where r.objectKey in :keys and r.kind = :kind""", Relation.class)
                        .setParameter("keys", formerKeys)
                        .setParameter("kind", Relation.Kind.RENUMBERED)
                        .getResultList();
    }
}

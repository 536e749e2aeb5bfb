package cn.quality.standards.catalogue;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

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

    Optional<Standard> byKey(String key) {
        return find("numberKey", key).firstResultOptional();
    }

    List<Standard> byKeys(Collection<String> keys) {
        return keys.isEmpty() ? List.of() : list("numberKey in ?1", keys);
    }

    /** Amendments and corrigenda to an edition, in their order. */
    List<Standard> supplementsOf(String editionKey) {
        return list("editionKey = ?1 and numberKey <> ?1 order by numberKey", editionKey);
    }

    /** Everything anybody stated about a number, each relation once, in the order of the other side's number. */
    List<Relation> relationsOf(String key) {
        return relationsTouching(List.of(key));
    }

    /** The same for several numbers. */
    List<Relation> relationsTouching(Collection<String> keys) {
        return getEntityManager()
                .createQuery("""
                        select distinct r.kind, r.subjectKey, r.objectKey, r.since from Standard s join s.relations r
                        where r.subjectKey in :keys or r.objectKey in :keys
                        order by r.subjectKey, r.objectKey, r.kind""", Relation.class)
                .setParameter("keys", keys)
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

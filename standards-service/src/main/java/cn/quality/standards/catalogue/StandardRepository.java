package cn.quality.standards.catalogue;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class StandardRepository implements PanacheRepositoryBase<Standard, UUID> {

    /** Lets nobody else state the same standard until this transaction ends: two at once make one row. */
    void lock(String key) {
        getEntityManager()
                .createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended('standard ' || :key, 0))")
                .setParameter("key", key)
                .getSingleResult();
    }

    Optional<Standard> byKey(String key) {
        return find("numberKey", key).firstResultOptional();
    }

    List<Standard> byKeys(Collection<String> keys) {
        return keys.isEmpty() ? List.of() : list("numberKey in ?1", keys);
    }

    /** Everything anybody stated about a number, each relation once, in the order of the other side's number. */
    List<Relation> relationsOf(String key) {
        return getEntityManager()
                .createQuery("""
                        select distinct r.kind, r.subjectKey, r.objectKey from Standard s join s.relations r
                        where r.subjectKey = :key or r.objectKey = :key
                        order by r.subjectKey, r.objectKey, r.kind""", Relation.class)
                .setParameter("key", key)
                .getResultList();
    }
}

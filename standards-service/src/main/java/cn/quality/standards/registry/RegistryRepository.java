package cn.quality.standards.registry;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class RegistryRepository implements PanacheRepositoryBase<RegistryEntry, UUID> {

    /** The entry, locked until the commit: acts on one entry come one after the other. */
    Optional<RegistryEntry> hold(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Lets nobody else enter this enterprise under this kind until the commit. */
    void lock(String kind, String uscc) {
        getEntityManager()
                .createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended('registry ' || :key, 0))")
                .setParameter("key", kind + " " + uscc)
                .getSingleResult();
    }

    /** The entry by which an enterprise is in the registry. */
    Optional<RegistryEntry> present(String kind, String uscc) {
        return find(
                        "kind = ?1 and uscc = ?2 and state in ?3",
                        kind,
                        uscc,
                        List.of(RegistryState.ENTERED, RegistryState.UNDER_REVIEW))
                .firstResultOptional();
    }

    /** Those whose validity is over and that nobody looks at yet, the oldest first. */
    List<UUID> expired(LocalDate today, int most) {
        return getEntityManager()
                .createQuery(
                        "select id from RegistryEntry where state = ?1 and validUntil < ?2 order by validUntil, id",
                        UUID.class)
                .setParameter(1, RegistryState.ENTERED)
                .setParameter(2, today)
                .setMaxResults(most)
                .getResultList();
    }

    /** For officials, the newest first. */
    List<RegistryEntry> list(RegistryCaseFilter filter, String regionPrefix, Optional<UUID> before, int rows) {
        var conditions = new StringBuilder("region like :region");
        Map<String, Object> values = new HashMap<>();
        values.put("region", regionPrefix + "%");
        filter.kind().ifPresent(kind -> {
            conditions.append(" and kind = :kind");
            values.put("kind", kind);
        });
        filter.state().ifPresent(state -> {
            conditions.append(" and state = :state");
            values.put("state", state);
        });
        before.ifPresent(id -> {
            conditions.append(" and id < :before");
            values.put("before", id);
        });
        return find(conditions + " order by id desc", values).page(0, rows).list();
    }
}

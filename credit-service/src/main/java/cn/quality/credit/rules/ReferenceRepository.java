package cn.quality.credit.rules;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
class ReferenceRepository implements PanacheRepositoryBase<ReferenceVersion, ReferenceVersion.Id> {

    Optional<ReferenceVersion> newest(String kind, String key) {
        return find("id.kind = ?1 and id.itemKey = ?2 order by id.version desc", kind, key)
                .firstResultOptional();
    }

    List<ReferenceVersion> newestOfEach(String kind) {
        return list("""
                from ReferenceVersion r where r.id.kind = ?1 and r.id.version =
                  (select max(other.id.version) from ReferenceVersion other
                    where other.id.kind = r.id.kind and other.id.itemKey = r.id.itemKey)
                order by r.id.itemKey""", kind);
    }

    /** Two administrators who store the same item at once come one after the other. */
    void lock(String kind, String key) {
        getEntityManager()
                .createNativeQuery("select pg_advisory_xact_lock(hashtextextended(?1, 0))", Object.class)
                .setParameter(1, kind + "/" + key)
                .getSingleResult();
    }
}

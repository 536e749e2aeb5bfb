package cn.quality.credit.evidence;

import cn.quality.platform.sql.Jdbc;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

@ApplicationScoped
class EvidenceRepository implements PanacheRepositoryBase<Evidence, UUID> {

    private final Jdbc sql;

    EvidenceRepository(Jdbc sql) {
        this.sql = sql;
    }

    /** Until the commit nobody else puts this content in its place or removes it from there. */
    void hold(String sha256) {
        sql.query("select pg_advisory_xact_lock(?)", row -> true, Long.parseUnsignedLong(sha256.substring(0, 16), 16));
    }

    Optional<Evidence> same(String owner, String sha256, String name) {
        return find("owner = ?1 and sha256 = ?2 and name = ?3", owner, sha256, name)
                .firstResultOptional();
    }

    /** Those of these files that this owner has brought. */
    Set<UUID> brought(Collection<UUID> ids, String owner) {
        return Set.copyOf(sql.query(
                "select id from evidence where owner = ? and id = any(?)",
                row -> row.getObject("id", UUID.class),
                owner,
                ids.toArray(UUID[]::new)));
    }

    List<Evidence> of(String owner) {
        return list("owner", owner);
    }

    boolean needs(String sha256) {
        return find("sha256", sha256).firstResultOptional().isPresent();
    }
}

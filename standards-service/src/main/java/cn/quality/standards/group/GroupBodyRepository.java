package cn.quality.standards.group;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class GroupBodyRepository implements PanacheRepositoryBase<GroupBody, UUID> {

    /** The body, locked until the commit. */
    Optional<GroupBody> hold(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    Optional<GroupBody> byUscc(String uscc) {
        return find("uscc", uscc).firstResultOptional();
    }

    /** Whose code it is, or was. */
    Optional<GroupBody> byCode(String code) {
        return find("select b from GroupBody b join b.codes c where c.code = ?1", code)
                .firstResultOptional();
    }

    /** Codes are given one after the other, so that none is given twice. */
    void lockCodes() {
        getEntityManager()
                .createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended('group_body_code', 0))")
                .getSingleResult();
    }

    /** The newest first. */
    List<GroupBody> list(Optional<UUID> after, int rows) {
        return after.map(id -> find("id < ?1 order by id desc", id))
                .orElseGet(() -> find("order by id desc"))
                .page(0, rows)
                .list();
    }
}

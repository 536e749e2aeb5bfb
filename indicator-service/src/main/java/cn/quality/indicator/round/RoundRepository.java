package cn.quality.indicator.round;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class RoundRepository implements PanacheRepositoryBase<Round, UUID> {

    private static final UUID AFTER_ALL = new UUID(-1, -1);

    /** The newest first. */
    List<Round> list(Optional<UUID> after, int rows) {
        return find("id < ?1 order by id desc", after.orElse(AFTER_ALL))
                .page(0, rows)
                .list();
    }
}

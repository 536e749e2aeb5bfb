package cn.quality.standards.group;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class GroupCommentRepository implements PanacheRepositoryBase<GroupComment, UUID> {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    long countUnanswered(UUID projectId) {
        return count("projectId = ?1 and fate is null", projectId);
    }

    /** In the order in which they came in. */
    List<GroupComment> list(UUID projectId, boolean answeredOnly, Optional<UUID> after, int rows) {
        return find(
                        "projectId = ?1 and id > ?2" + (answeredOnly ? " and fate is not null" : "") + " order by id",
                        projectId,
                        after.orElse(BEFORE_ALL))
                .page(0, rows)
                .list();
    }
}

package cn.quality.standards.group;

import cn.quality.platform.paging.Cursor;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

@ApplicationScoped
class GroupProjectRepository implements PanacheRepositoryBase<GroupProject, UUID> {

    /** The project, locked until the commit: acts on one come one after the other. */
    Optional<GroupProject> hold(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** The project as it stays until the commit, while others may look at it alike. */
    Optional<GroupProject> holdShared(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_READ);
    }

    boolean isNumberTaken(String numberKey) {
        return count("numberKey = ?1 and state <> ?2", numberKey, GroupState.ABANDONED) > 0;
    }

    /**
     * The newest first.
     *
     * @param uscc of the body; of all of them when absent
     * @param publicOnly without what its body has not approved
     */
    List<GroupProject> list(
            GroupProjectFilter filter, Optional<String> uscc, boolean publicOnly, Optional<UUID> after, int rows) {
        var conditions = new ArrayList<>(List.of("true = true"));
        var values = new HashMap<String, Object>();
        if (publicOnly) {
            conditions.add("approvedOn is not null");
        }
        uscc.ifPresent(code -> {
            conditions.add("bodyUscc = :uscc");
            values.put("uscc", code);
        });
        filter.chosenState().ifPresent(chosen -> {
            conditions.add("state in :states");
            values.put(
                    "states",
                    Stream.of(GroupState.values())
                            .filter(state -> (publicOnly ? state.shown() : state) == chosen)
                            .toList());
        });
        filter.chosenBody().ifPresent(body -> {
            conditions.add("bodyId = :body");
            values.put("body", body);
        });
        filter.reviewDueBy().ifPresent(day -> {
            conditions.add("reviewDueOn <= :day");
            values.put("day", day);
        });
        after.ifPresent(id -> {
            conditions.add("id < :after");
            values.put("after", id);
        });
        return find(String.join(" and ", conditions) + " order by id desc", values)
                .page(0, rows)
                .list();
    }

    /** What may be commented on that day, what ends first before what ends later. */
    List<GroupProject> open(LocalDate day, Optional<Cursor> after, int rows) {
        var open = "state = :state and commentsUntil >= :day";
        var values = new HashMap<String, Object>();
        values.put("state", GroupState.CONSULTING);
        values.put("day", day);
        after.ifPresent(cursor -> {
            values.put("until", cursor.key(0, LocalDate::parse));
            values.put("after", cursor.uuid(1));
        });
        return find(
                        after.isEmpty()
                                ? open + " order by commentsUntil, id"
                                : open
                                        + " and (commentsUntil > :until or commentsUntil = :until and id > :after)"
                                        + " order by commentsUntil, id",
                        values)
                .page(0, rows)
                .list();
    }
}

package cn.quality.indicator.round;

import cn.quality.indicator.observation.Period;
import cn.quality.platform.identifiers.RegionCode;
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
class RoundTaskRepository implements PanacheRepositoryBase<RoundTask, UUID> {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    /** What a list of tasks is narrowed to; empty parts do not narrow. */
    record Filter(Optional<UUID> round, Optional<TaskState> state, Optional<RegionCode> region, boolean overdue) {}

    /** The task, locked until the commit: acts on one task come one after the other. */
    Optional<RoundTask> hold(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    List<RoundTask> of(UUID round) {
        return list("round.id = ?1 order by area.value, department", round);
    }

    List<RoundTask> list(Filter filter, LocalDate today, Optional<UUID> after, int rows) {
        var query = new StringBuilder("area.value like :region and id > :after");
        Map<String, Object> values = new HashMap<>();
        values.put("region", filter.region().map(RegionCode::prefix).orElse("") + "%");
        values.put("after", after.orElse(BEFORE_ALL));
        filter.round().ifPresent(round -> {
            query.append(" and round.id = :round");
            values.put("round", round);
        });
        filter.state().ifPresent(state -> {
            query.append(" and state = :state");
            values.put("state", state);
        });
        if (filter.overdue()) {
            query.append(" and state = :draft and due < :today");
            values.put("draft", TaskState.DRAFT);
            values.put("today", today);
        }
        return find(query + " order by id", values).page(0, rows).list();
    }

    /** Not submitted, and the last day is over. */
    List<RoundTask> overdue(LocalDate today) {
        return list(
                "from RoundTask task join fetch task.round where task.state = ?1 and task.due < ?2 order by task.id",
                TaskState.DRAFT,
                today);
    }

    /** Open tasks that ask for one of these figures of the area and period already. */
    List<RoundTask> asking(RoundTask task) {
        return list(
                "from RoundTask task where task.state <> ?1 and task.area = ?2 and task.round.period = ?3 and task.id <> ?4",
                TaskState.PUBLISHED,
                task.area(),
                task.period().toString(),
                task.id());
    }

    /** Rounds of one period are opened one after the other, so that no figure is asked for twice. */
    void lockOpening(Period period) {
        getEntityManager()
                .createNativeQuery("select pg_advisory_xact_lock(hashtextextended(?1, 0))", Object.class)
                .setParameter(1, "round/" + period)
                .getSingleResult();
    }
}

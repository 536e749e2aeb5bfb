package cn.quality.indicator.warning;

import cn.quality.indicator.observation.FigureListener.FigureKey;
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
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class WarningRepository implements PanacheRepositoryBase<Warning, UUID> {

    private static final UUID AFTER_ALL = new UUID(-1, -1);

    /** The warning, locked until the commit: acts on one warning come one after the other. */
    Optional<Warning> hold(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** What is warned of because of a figure, locked until the commit. */
    List<Warning> standing(FigureKey figure) {
        return find(
                        "indicator = ?1 and definition = ?2 and area.value = ?3 and period = ?4 and state <> ?5",
                        figure.series().indicator().value(),
                        figure.series().definition(),
                        figure.series().area().value(),
                        figure.period().toString(),
                        WarningState.WITHDRAWN)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** Warnings of units that were late. */
    List<Warning> standingOverdue() {
        return find("cause = ?1 and state <> ?2", Cause.OVERDUE_REPORT, WarningState.WITHDRAWN)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    List<Warning> standingOverdue(UUID task) {
        return list("cause = ?1 and state <> ?2 and task = ?3", Cause.OVERDUE_REPORT, WarningState.WITHDRAWN, task);
    }

    /** Those about figures that are not closed yet. */
    List<Warning> unfinished() {
        return list("indicator is not null and state not in ?1", List.of(WarningState.WITHDRAWN, WarningState.CLOSED));
    }

    /** Something was to be done, the last day is over, and nobody has been told. */
    List<UUID> pastDue(LocalDate today) {
        return getEntityManager()
                .createQuery(
                        "select id from Warning where due < ?1 and escalatedOn is null and state in ?2 order by id",
                        UUID.class)
                .setParameter(1, today)
                .setParameter(2, List.of(WarningState.OPEN, WarningState.ASSIGNED, WarningState.RECTIFYING))
                .getResultList();
    }

    /** For officials, the newest first. */
    List<Warning> list(
            CaseFilter filter, Optional<RegionCode> within, LocalDate today, Optional<UUID> after, int rows) {
        var conditions = new StringBuilder("(area.value like :region or ownerArea like :region)");
        Map<String, Object> values = new HashMap<>();
        values.put("region", within.map(RegionCode::prefix).orElse("") + "%");
        restrict(conditions, values, "state = :state", "state", filter.state());
        restrict(conditions, values, "cause = :cause", "cause", filter.cause());
        restrict(conditions, values, "indicator = :indicator", "indicator", filter.indicator());
        if (filter.overdue()) {
            conditions.append(" and due < :today and state in :waiting");
            values.put("today", today);
            values.put("waiting", List.of(WarningState.OPEN, WarningState.ASSIGNED, WarningState.RECTIFYING));
        }
        return page(conditions, values, after, rows);
    }

    /** For the public, the newest first. */
    List<Warning> published(WarningFilter filter, Optional<UUID> after, int rows) {
        var conditions = new StringBuilder("publishedAt is not null");
        Map<String, Object> values = new HashMap<>();
        restrict(conditions, values, "cause = :cause", "cause", filter.cause());
        restrict(conditions, values, "indicator = :indicator", "indicator", filter.indicator());
        restrict(conditions, values, "target = :target", "target", filter.target());
        restrict(conditions, values, "area.value = :area", "area", filter.area());
        restrict(conditions, values, "period = :period", "period", filter.period());
        if (filter.state() == WarningState.WITHDRAWN) {
            conditions.append(" and retractedAt is not null");
        } else {
            restrict(conditions, values, "retractedAt is null and state = :state", "state", filter.state());
        }
        return page(conditions, values, after, rows);
    }

    private static void restrict(
            StringBuilder conditions,
            Map<String, Object> values,
            String condition,
            String name,
            @Nullable Object value) {
        if (value != null) {
            conditions.append(" and ").append(condition);
            values.put(name, value);
        }
    }

    private List<Warning> page(StringBuilder conditions, Map<String, Object> values, Optional<UUID> after, int rows) {
        values.put("after", after.orElse(AFTER_ALL));
        return find(conditions + " and id < :after order by id desc", values)
                .page(0, rows)
                .list();
    }
}

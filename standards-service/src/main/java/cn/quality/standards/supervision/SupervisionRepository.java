package cn.quality.standards.supervision;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

@ApplicationScoped
class SupervisionRepository implements PanacheRepositoryBase<SupervisionCase, UUID> {

    private static final UUID AFTER_ALL = new UUID(-1, -1);

    /** What an enterprise is not told: whether a finding will be upheld is not decided, or was not. */
    static final Set<SupervisionState> INTERNAL = Set.of(SupervisionState.FOUND, SupervisionState.DISMISSED);

    /** The case, locked until the commit: acts on one case come one after the other. */
    Optional<SupervisionCase> hold(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /**
     * The newest first.
     *
     * @param own nothing but cases of this enterprise, and of these what it may know
     */
    List<SupervisionCase> list(
            CaseFilter filter,
            Optional<String> own,
            String regionPrefix,
            LocalDate today,
            Optional<UUID> after,
            int rows) {
        var conditions = new ArrayList<>(List.of("id < :after", "region like :region"));
        var values = new HashMap<String, Object>();
        values.put("after", after.orElse(AFTER_ALL));
        values.put("region", regionPrefix + "%");
        own.or(() -> Optional.ofNullable(filter.uscc()).filter(code -> !code.isBlank()))
                .ifPresent(code -> {
                    conditions.add("uscc = :uscc");
                    values.put("uscc", code);
                });
        own.ifPresent(code -> {
            conditions.add("state not in :internal");
            values.put("internal", INTERNAL);
        });
        filter.state().ifPresent(state -> {
            conditions.add("state = :state");
            values.put("state", state);
        });
        if (filter.overdue()) {
            conditions.add("due < :today and state = :ordered");
            values.put("today", today);
            values.put("ordered", SupervisionState.ORDERED);
        }
        return find(String.join(" and ", conditions) + " order by id desc", values)
                .page(0, rows)
                .list();
    }

    /** What is public, the newest first. */
    List<SupervisionCase> publicised(Optional<String> uscc, Optional<UUID> after, int rows) {
        var conditions = new ArrayList<>(List.of("state = :state", "id < :after"));
        var values = new HashMap<String, Object>();
        values.put("state", SupervisionState.PUBLICISED);
        values.put("after", after.orElse(AFTER_ALL));
        uscc.ifPresent(code -> {
            conditions.add("uscc = :uscc");
            values.put("uscc", code);
        });
        return find(String.join(" and ", conditions) + " order by id desc", values)
                .page(0, rows)
                .list();
    }
}

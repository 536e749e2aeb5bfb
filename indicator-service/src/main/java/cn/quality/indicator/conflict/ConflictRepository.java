package cn.quality.indicator.conflict;

import cn.quality.indicator.IndicatorCode;
import cn.quality.indicator.plan.PlanId;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
class ConflictRepository implements PanacheRepositoryBase<Conflict, ConflictId> {

    /** By id, starting after the given one. */
    List<Conflict> find(ConflictFilter filter, Optional<ConflictId> after, int rows) {
        var conditions = new ArrayList<String>(List.of("1 = 1"));
        var values = new HashMap<String, Object>();
        after.ifPresent(id -> {
            conditions.add("c.id.value > :after");
            values.put("after", id.value());
        });
        if (filter.indicator() != null) {
            conditions.add("exists (select 1 from c.sides s where s.indicator = :indicator)");
            values.put("indicator", filter.indicator());
        }
        if (filter.plan() != null) {
            conditions.add("exists (select 1 from c.sides s where s.plan = :plan)");
            values.put("plan", filter.plan());
        }
        return find("from Conflict c where " + String.join(" and ", conditions) + " order by c.id.value", values)
                .range(0, rows - 1)
                .list();
    }

    List<Conflict> about(IndicatorCode indicator) {
        return find(new ConflictFilter(indicator.value(), null), Optional.empty(), Integer.MAX_VALUE);
    }

    /** By id. */
    List<Conflict> all() {
        return list("order by id.value");
    }

    List<String> quotedFrom(PlanId plan) {
        return getEntityManager()
                .createQuery(
                        "select distinct s.passage from Conflict c join c.sides s where s.plan = :plan order by s.passage",
                        String.class)
                .setParameter("plan", plan.value())
                .getResultList();
    }
}

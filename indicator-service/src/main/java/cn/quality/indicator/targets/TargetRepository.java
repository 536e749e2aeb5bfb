package cn.quality.indicator.targets;

import cn.quality.indicator.IndicatorCode;
import cn.quality.indicator.plan.PlanId;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class TargetRepository implements PanacheRepositoryBase<Target, TargetId> {

    /** By id, starting after the given one. */
    List<Target> find(TargetFilter filter, Optional<TargetId> after, int rows) {
        var conditions = new ArrayList<String>(List.of("1 = 1"));
        var values = new HashMap<String, Object>();
        restrict("id.value > :after", "after", after.map(TargetId::value).orElse(null), conditions, values);
        restrict("plan.value = :plan", "plan", filter.plan(), conditions, values);
        restrict("indicator.value = :indicator", "indicator", filter.indicator(), conditions, values);
        restrict("area.value = :area", "area", filter.area(), conditions, values);
        restrict("kind = :kind", "kind", filter.kind(), conditions, values);
        return find("from Target where " + String.join(" and ", conditions) + " order by id.value", values)
                .range(0, rows - 1)
                .list();
    }

    List<Target> about(Collection<IndicatorCode> indicators) {
        return list(
                "indicator.value in ?1 order by id.value",
                indicators.stream().map(IndicatorCode::value).toList());
    }

    /** By id. */
    List<Target> all() {
        return list("order by id.value");
    }

    private static void restrict(
            String condition,
            String name,
            @Nullable Object value,
            List<String> conditions,
            HashMap<String, Object> values) {
        if (value != null) {
            conditions.add(condition);
            values.put(name, value);
        }
    }

    /** Other targets that stand on these words of this plan. */
    List<TargetId> standingOn(PlanId plan, String text, int start, TargetId except) {
        return getEntityManager()
                .createQuery("""
                        select t.id.value from Target t join t.passages p
                        where p.plan.value = :plan and p.text = :text and p.start = :start and t.id.value <> :except
                        order by t.id.value""", String.class)
                .setParameter("plan", plan.value())
                .setParameter("text", text)
                .setParameter("start", start)
                .setParameter("except", except.value())
                .getResultStream()
                .map(TargetId::new)
                .distinct()
                .toList();
    }

    List<Target> of(PlanId plan) {
        return list("plan.value", plan.value());
    }

    List<StoredPassage> passagesFrom(PlanId plan) {
        return getEntityManager()
                .createQuery("select p from Target t join t.passages p where p.plan.value = :plan", StoredPassage.class)
                .setParameter("plan", plan.value())
                .getResultStream()
                .distinct()
                .toList();
    }
}

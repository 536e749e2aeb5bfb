package cn.quality.indicator.catalogue;

import cn.quality.indicator.IndicatorCode;
import cn.quality.indicator.plan.PlanId;
import cn.quality.platform.sql.Jdbc;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

@ApplicationScoped
class IndicatorRepository implements PanacheRepositoryBase<Indicator, IndicatorCode> {

    private final Jdbc sql;

    IndicatorRepository(Jdbc sql) {
        this.sql = sql;
    }

    /** By code; their plans and quotations are not read. */
    List<IndicatorSummary> summaries(String condition, Object arg) {
        return sql.query(
                "select code, name_zh, name_en, domain, unit from indicator where " + condition + " order by code",
                row -> new IndicatorSummary(
                        new IndicatorCode(row.getString("code")),
                        row.getString("name_zh"),
                        row.getString("name_en"),
                        row.getString("domain"),
                        row.getString("unit")),
                arg);
    }

    /** By code, starting after the given one. */
    List<Indicator> find(IndicatorFilter filter, Optional<IndicatorCode> after, int rows) {
        var conditions = new ArrayList<String>(List.of("1 = 1"));
        var values = new HashMap<String, Object>();
        after.ifPresent(code -> {
            conditions.add("code.value > :after");
            values.put("after", code.value());
        });
        if (filter.domain() != null) {
            conditions.add("domain = :domain");
            values.put("domain", filter.domain());
        }
        if (filter.plan() != null) {
            conditions.add("exists (select 1 from i.plans p where p.value = :plan)");
            values.put("plan", filter.plan());
        }
        if (filter.q() != null && !filter.q().isBlank()) {
            conditions.add("locate(:q, searchText) > 0");
            values.put("q", SearchText.of(filter.q()));
        }
        if (filter.hasTarget() != null) {
            conditions.add("target.text is " + (filter.hasTarget().equals("true") ? "not null" : "null"));
        }
        return find("from Indicator i where " + String.join(" and ", conditions) + " order by i.code.value", values)
                .range(0, rows - 1)
                .list();
    }

    /** Other indicators that quote the same words, by quotation. */
    Map<Quotation, List<IndicatorCode>> alsoQuoting(IndicatorCode code) {
        return getEntityManager()
                .createQuery("""
                        select other.code.value, q.plan, q.text from Indicator other join other.quotations q
                        where other.code.value <> :code and exists (
                          select 1 from Indicator mine join mine.quotations m
                          where mine.code.value = :code and m.plan = q.plan and m.text = q.text)
                        order by other.code.value""", Sharing.class)
                .setParameter("code", code.value())
                .getResultStream()
                .collect(Collectors.groupingBy(
                        sharing -> new Quotation(sharing.plan(), sharing.text()),
                        Collectors.mapping(sharing -> new IndicatorCode(sharing.code()), Collectors.toList())));
    }

    record Sharing(String code, String plan, String text) {}

    List<String> quotedFrom(PlanId plan) {
        return getEntityManager()
                .createQuery(
                        "select distinct q.text from Indicator i join i.quotations q where q.plan = :plan order by q.text",
                        String.class)
                .setParameter("plan", plan.value())
                .getResultList();
    }
}

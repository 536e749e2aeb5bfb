package cn.quality.indicator.assessment;

import cn.quality.indicator.area.AreaCode;
import cn.quality.platform.sql.Jdbc;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** What published assessments say of the areas, for other features. */
@ApplicationScoped
public class PublishedGrades {

    private static final String NEWEST = """
            select distinct on (result ->> 'area') result ->> 'area' as area, a.id, a.scheme, a.year, e.edition, e.published_at,
              (result ->> 'score')::numeric as score, result ->> 'grade' as grade, (result ->> 'rank')::integer as rank
            from assessment_edition e join assessment a on a.id = e.assessment_id
            cross join jsonb_array_elements(e.results -> 'areas') result
            where e.published_at <= ? and result ->> 'area' = any (?)
            order by result ->> 'area', a.year desc, e.published_at desc""";

    private final Jdbc sql;

    PublishedGrades(Jdbc sql) {
        this.sql = sql;
    }

    /** Of each area the result of the newest year, in the edition that was the newest at a moment. */
    public Map<AreaCode, GradeView> newest(Collection<AreaCode> areas, Instant asOf) {
        var grades = new HashMap<AreaCode, GradeView>();
        sql.stream(
                NEWEST,
                row -> Map.entry(
                        new AreaCode(row.getString("area")),
                        new GradeView(
                                row.getObject("id", UUID.class),
                                row.getString("scheme"),
                                row.getInt("year"),
                                row.getInt("edition"),
                                Jdbc.instant(row, "published_at"),
                                row.getBigDecimal("score"),
                                row.getString("grade"),
                                row.getObject("rank", Integer.class))),
                one -> grades.put(one.getKey(), one.getValue()),
                asOf,
                areas.stream().map(AreaCode::value).toArray(String[]::new));
        return grades;
    }
}

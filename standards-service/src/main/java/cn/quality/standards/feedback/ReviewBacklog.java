package cn.quality.standards.feedback;

import cn.quality.platform.clock.LegalDates;
import cn.quality.platform.paging.Cursor;
import cn.quality.platform.paging.Page;
import cn.quality.platform.paging.PageRequest;
import cn.quality.platform.sql.Jdbc;
import cn.quality.standards.number.Level;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Standards in force whose review is due (标准化法 art. 29: normally within five years; how many months is data, dated). Counted from
 * the last review, before the first from publication. It reads the table of the catalogue: no port could page by a date that
 * only the reviews tell.
 */
@ApplicationScoped
class ReviewBacklog {

    private static final String DUE = """
            from standard s
            join (select distinct on (level) level, months from review_cycle where effective_from <= ?
                  order by level, effective_from desc) span on span.level = s.level
            left join lateral (
              select e.evaluated_on from standard_evaluation e
              where e.number_key = s.number_key and e.kind = 'REVIEW'
                and not exists (select 1 from standard_evaluation later where later.replaces = e.id)
              order by e.evaluated_on desc, e.id desc limit 1) review on true
            cross join lateral (select coalesce(review.evaluated_on, s.published_on, s.implemented_on) as since) base
            cross join lateral (select (base.since + make_interval(months => span.months))::date as due) clock
            where s.edition_key = s.number_key and clock.due < ?
              and standard_status(s.status, s.implemented_on, s.abolished_on, s.replaced_on, ?) = 'IN_FORCE'""";
    private static final String EVALUATION = """
            (select e.conclusion from standard_evaluation e
             where e.number_key = s.number_key and e.kind = 'EVALUATION'
               and not exists (select 1 from standard_evaluation later where later.replaces = e.id)
             order by e.evaluated_on desc, e.id desc limit 1) as evaluation""";
    private static final String FEEDBACK =
            "(select count(*) from feedback f where f.number_key = s.number_key and f.state = 'PUBLISHED') as feedback";

    private final Jdbc sql;
    private final Clock clock;

    ReviewBacklog(Jdbc sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    private record Condition(String text, List<Object> values) {}

    /** The longest overdue first. */
    Page<BacklogItem> list(BacklogQuery query, PageRequest page) {
        var today = LegalDates.today(clock);
        var condition = condition(query, today);
        var text = condition.text();
        var values = new ArrayList<>(condition.values());
        if (page.cursor().isPresent()) {
            var after = page.cursor().get();
            text += " and (clock.due, s.id) > (?, ?)";
            values.add(after.key(0, LocalDate::parse));
            values.add(after.uuid(1));
        }
        values.add(page.fetch());
        var rows = sql.query(
                "select s.id, s.number_key, s.title_zh, s.level, s.department, base.since, review.evaluated_on, clock.due, "
                        + EVALUATION + ", " + FEEDBACK + " " + text + " order by clock.due, s.id limit ?",
                row -> {
                    var due = row.getObject("due", LocalDate.class);
                    return new BacklogItem(
                            row.getObject("id", UUID.class),
                            row.getString("number_key"),
                            row.getString("title_zh"),
                            Level.valueOf(row.getString("level")),
                            row.getString("department"),
                            row.getObject("since", LocalDate.class),
                            row.getObject("evaluated_on", LocalDate.class),
                            due,
                            ChronoUnit.DAYS.between(due, today),
                            row.getString("evaluation") instanceof String conclusion
                                    ? Conclusion.valueOf(conclusion)
                                    : null,
                            row.getLong("feedback"));
                },
                values.toArray());
        return Page.of(List.copyOf(rows), page, row -> Cursor.of(row.due(), row.standardId()));
    }

    BacklogByDepartment byDepartment(BacklogQuery query) {
        var today = LegalDates.today(clock);
        var condition = condition(query, today);
        var values = new ArrayList<Object>(List.of(today, today));
        values.addAll(condition.values());
        return new BacklogByDepartment(List.copyOf(sql.query(
                """
                select s.department, count(*) as standards, count(*) filter (where clock.due < ?) as overdue,
                  greatest(0, ?::date - min(clock.due)) as longest
                """ + condition.text() + " group by s.department order by 2 desc, s.department nulls last",
                row -> new BacklogByDepartment.Line(
                        row.getString("department"),
                        row.getLong("standards"),
                        row.getLong("overdue"),
                        row.getLong("longest")),
                values.toArray())));
    }

    private static Condition condition(BacklogQuery query, LocalDate today) {
        var text = new StringBuilder(DUE);
        // The last day itself is in time.
        var values = new ArrayList<Object>(List.of(today, today.plusDays(query.within()), today));
        query.level().ifPresent(level -> {
            text.append(" and s.level = ?");
            values.add(level.name());
        });
        if (query.department() != null) {
            text.append(" and s.department = ?");
            values.add(query.department());
        }
        return new Condition(text.toString(), values);
    }
}

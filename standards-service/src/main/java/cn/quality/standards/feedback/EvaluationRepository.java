package cn.quality.standards.feedback;

import cn.quality.platform.paging.Cursor;
import cn.quality.platform.paging.Page;
import cn.quality.platform.paging.PageRequest;
import cn.quality.platform.sql.Jdbc;
import cn.quality.standards.feedback.EvaluationView.Content;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Storage of evaluations and reviews; rows are only added. */
@ApplicationScoped
class EvaluationRepository {

    private static final String SELECT = """
            select e.*, exists (select 1 from standard_evaluation later where later.replaces = e.id) as corrected
            from standard_evaluation e where\s""";

    private final Jdbc sql;

    EvaluationRepository(Jdbc sql) {
        this.sql = sql;
    }

    void add(UUID id, Content content, Instant now, String by) {
        sql.update(
                """
                insert into standard_evaluation (id, kind, number_key, evaluated_on, conclusion, used_by, effect, body, document,
                  replaces, recorded_at, recorded_by)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                id,
                content.kind().name(),
                content.numberKey(),
                content.evaluatedOn(),
                content.conclusion().name(),
                content.usedBy(),
                content.effect(),
                content.body(),
                content.document(),
                content.replaces(),
                now,
                by);
    }

    Optional<EvaluationView> find(UUID id) {
        return sql.first(SELECT + "e.id = ?", EvaluationRepository::view, id);
    }

    /** Newest first, corrected ones included. */
    Page<EvaluationView> list(Optional<String> numberKey, PageRequest page) {
        var conditions = new StringBuilder("true");
        var values = new ArrayList<Object>();
        numberKey.ifPresent(key -> {
            conditions.append(" and e.number_key = ?");
            values.add(key);
        });
        page.cursor().ifPresent(cursor -> {
            conditions.append(" and e.id < ?");
            values.add(cursor.uuid(0));
        });
        values.add(page.fetch());
        var rows = sql.query(
                SELECT + conditions + " order by e.id desc limit ?", EvaluationRepository::view, values.toArray());
        return Page.of(List.copyOf(rows), page, row -> Cursor.of(row.id()));
    }

    private static EvaluationView view(ResultSet row) throws SQLException {
        return new EvaluationView(
                row.getObject("id", UUID.class),
                EvaluationKind.valueOf(row.getString("kind")),
                row.getString("number_key"),
                row.getObject("evaluated_on", LocalDate.class),
                Conclusion.valueOf(row.getString("conclusion")),
                row.getString("used_by"),
                row.getString("effect"),
                row.getString("body"),
                row.getString("document"),
                row.getObject("replaces", UUID.class),
                row.getBoolean("corrected"),
                Jdbc.instant(row, "recorded_at"));
    }
}

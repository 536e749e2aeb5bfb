package cn.quality.standards.feedback;

import cn.quality.platform.paging.Cursor;
import cn.quality.platform.paging.Page;
import cn.quality.platform.paging.PageRequest;
import cn.quality.platform.sql.Jdbc;
import cn.quality.standards.number.StandardNumber;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What is public: questions that were answered, the newest report first. */
@ApplicationScoped
class FeedbackLookup {

    private final Jdbc sql;

    FeedbackLookup(Jdbc sql) {
        this.sql = sql;
    }

    Page<FeedbackView> published(Optional<StandardNumber> number, PageRequest page) {
        var conditions = new StringBuilder("state = 'PUBLISHED'");
        var values = new ArrayList<Object>();
        number.ifPresent(one -> {
            conditions.append(" and number_key = ?");
            values.add(one.canonical());
        });
        page.cursor().ifPresent(cursor -> {
            conditions.append(" and id < ?");
            values.add(cursor.uuid(0));
        });
        values.add(page.fetch());
        var rows = sql.query(
                "select id, number, category, question, answer, ended_at from feedback where " + conditions
                        + " order by id desc limit ?",
                row -> new FeedbackView(
                        row.getObject("id", UUID.class),
                        row.getString("number"),
                        FeedbackCategory.valueOf(row.getString("category")),
                        row.getString("question"),
                        row.getString("answer"),
                        Jdbc.instant(row, "ended_at")),
                values.toArray());
        return Page.of(List.copyOf(rows), page, row -> Cursor.of(row.id()));
    }
}

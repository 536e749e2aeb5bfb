package cn.quality.standards.check;

import cn.quality.platform.json.Json;
import cn.quality.platform.sql.Jdbc;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Lists that are checked, and their lines. */
@ApplicationScoped
class CheckJobRepository {

    private final Jdbc sql;
    private final ObjectMapper json;

    CheckJobRepository(Jdbc sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** A line that is held until the end of the transaction. */
    record Claim(UUID job, int line, CheckLine asked) {}

    void add(UUID id, String owner, List<CheckLine> lines, String digest, Instant now) {
        sql.update(
                "insert into check_job (id, owner, line_count, request_digest, asked_at) values (?, ?, ?, ?, ?)",
                id,
                owner,
                lines.size(),
                digest,
                now);
        var rows = new ArrayList<@Nullable Object[]>(lines.size());
        for (int i = 0; i < lines.size(); i++) {
            var asked = lines.get(i);
            rows.add(new @Nullable Object[] {id, i + 1, Json.unchecked(() -> json.writeValueAsString(asked))});
        }
        sql.batch("insert into check_line (job_id, line, asked) values (?, ?, ?::json)", rows);
    }

    /** The list as its owner sees it. */
    Optional<CheckJobView> find(UUID id, String owner) {
        return sql.first("""
                select id, line_count, request_digest, asked_at, finished_at,
                  (select count(*) from check_line where job_id = id and answer is not null) as done
                from check_job where id = ? and owner = ?""", CheckJobRepository::view, id, owner);
    }

    private static CheckJobView view(ResultSet row) throws SQLException {
        var finished = row.getObject("finished_at", OffsetDateTime.class);
        return new CheckJobView(
                row.getObject("id", UUID.class),
                row.getInt("line_count"),
                row.getInt("done"),
                row.getString("request_digest"),
                Jdbc.instant(row, "asked_at"),
                finished == null ? null : finished.toInstant());
    }

    /** Lines that nobody else works on. */
    List<Claim> claim(int most) {
        return sql.query(
                """
                select job_id, line, asked from check_line where answer is null
                order by job_id, line limit ? for update skip locked""",
                row -> {
                    var asked = row.getString("asked");
                    return new Claim(
                            row.getObject("job_id", UUID.class),
                            row.getInt("line"),
                            Json.unchecked(() -> json.readValue(asked, CheckLine.class)));
                },
                most);
    }

    void answer(List<Claim> claims, List<CheckAnswer> answers) {
        var rows = new ArrayList<@Nullable Object[]>(claims.size());
        for (int i = 0; i < claims.size(); i++) {
            var answer = answers.get(i);
            rows.add(new @Nullable Object[] {
                Json.unchecked(() -> json.writeValueAsString(answer)),
                claims.get(i).job(),
                claims.get(i).line()
            });
        }
        sql.batch("update check_line set answer = ?::json where job_id = ? and line = ?", rows);
    }

    /** Finishes the lists of which every line is answered. */
    void finish(Instant now) {
        sql.update("""
                update check_job set finished_at = ? where finished_at is null
                  and not exists (select 1 from check_line where job_id = id and answer is null)""", now);
    }

    void answers(UUID id, Consumer<? super CheckAnswer> reader) {
        sql.stream(
                "select answer from check_line where job_id = ? and answer is not null order by line",
                row -> {
                    var answer = row.getString("answer");
                    return Json.unchecked(() -> json.readValue(answer, CheckAnswer.class));
                },
                reader,
                id);
    }

    int forget(Instant before) {
        return sql.update("delete from check_job where asked_at < ?", before);
    }
}

package cn.quality.indicator.revision;

import cn.quality.platform.decision.Decision;
import cn.quality.platform.decision.DecisionLog;
import cn.quality.platform.identity.CurrentActor;
import cn.quality.platform.paging.Cursor;
import cn.quality.platform.paging.Page;
import cn.quality.platform.paging.PageRequest;
import cn.quality.platform.sql.Jdbc;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;

/** The versions of reference data; used inside the transaction that changes the data itself. */
@ApplicationScoped
public class Revisions {

    /** "Reference data of this service"; any constant that no other advisory lock of this database uses. */
    private static final long LOCK = 0x7175616c_69747901L;

    private final Jdbc sql;
    private final DecisionLog decisions;
    private final CurrentActor actor;
    private final ObjectMapper json;
    private final Clock clock;

    Revisions(Jdbc sql, DecisionLog decisions, CurrentActor actor, ObjectMapper json, Clock clock) {
        this.sql = sql;
        this.decisions = decisions;
        this.actor = actor;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Lets one writer of reference data through at a time, until its transaction ends. The rule that a quotation stands in
     * its plan spans a plan and all indicators that quote it; writes are rare, so a queue is cheaper than being clever.
     */
    public void queue() {
        sql.query("select pg_advisory_xact_lock(?)", row -> true, LOCK);
    }

    /**
     * Keeps the version now in force and writes the decision-log line.
     *
     * @param subject what kind of data, for example {@code indicator}
     * @param before what stood there until now; empty for new data
     * @param basis the document the data is taken from
     */
    public void keep(String subject, String id, long version, Optional<?> before, Object after, String basis) {
        sql.update("""
                insert into revision (subject, id, version, body, recorded_at, recorded_by)
                values (?, ?, ?, cast(? as json), ?, ?)""", subject, id, version, serialised(after), clock.instant(), actor.id());
        var act = subject + (before.isEmpty() ? ".added" : ".changed");
        decisions.append(new Decision(act, subject, id, "基础数据维护", basis, before.orElse(null), after));
    }

    /** Newest first. */
    public Page<RevisionView> of(String subject, String id, PageRequest request) {
        long below = request.cursor().map(cursor -> cursor.number(0)).orElse(Long.MAX_VALUE);
        var rows = sql.query("""
                select version, recorded_at, body from revision
                where subject = ? and id = ? and version < ? order by version desc limit ?""", this::view, subject, id, below, request.fetch());
        return Page.of(rows, request, row -> Cursor.of(row.version()));
    }

    private RevisionView view(ResultSet row) throws SQLException {
        try {
            return new RevisionView(
                    row.getLong("version"), Jdbc.instant(row, "recorded_at"), json.readTree(row.getString("body")));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String serialised(Object body) {
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}

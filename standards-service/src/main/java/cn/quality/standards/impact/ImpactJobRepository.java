package cn.quality.standards.impact;

import cn.quality.platform.id.Ids;
import cn.quality.platform.sql.Jdbc;
import cn.quality.standards.catalogue.StandardRef;
import cn.quality.standards.catalogue.Status;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Jobs, and how far each of them is. */
@ApplicationScoped
class ImpactJobRepository {

    /** Of standards on which something depends, those that have ended or will, are replaced in part, or of which notices stand. */
    private static final String CONCERNED = """
            select s.id, greatest(coalesce(s.abolished_on, s.replaced_on, ?), ?) as due_on from standard s
            where s.id = any (?::uuid[])
              and (exists (select 1 from standard_name n join followed_standard f on f.name = n.name where n.standard_id = s.id)
                or exists (select 1 from standard_name n join standard_relation r on r.object_key = n.name and r.kind = 'CITES'
                           where n.standard_id = s.id))
              and (s.abolished_on is not null or s.replaced_on is not null or standard_effect(s.id, ?) <> 'NONE'
                or exists (select 1 from update_notice u where u.standard_id = s.id and u.cleared_at is null))""";

    private static final String SCHEDULE = """
            insert into impact_job as known (id, standard_id, due_on, state, created_at) values (?, ?, ?, 'WAITING', ?)
            on conflict (standard_id) where state <> 'DONE' do update
            set due_on = excluded.due_on, state = 'WAITING', effect = null, started_at = null, passed = null, seen = 0, noted = 0""";

    /** Public declarations that follow what has ended, and of which nobody noted it: made while the job ran, or loaded. */
    private static final String MISSED = """
            select distinct s.id from declaration d join followed_standard f on f.declaration_id = d.id
            join standard_name n on n.name = f.name join standard s on s.id = n.standard_id
            where d.state = 'PUBLIC'
              and standard_status(s.status, s.implemented_on, s.abolished_on, s.replaced_on, ?) in ('REPLACED', 'ABOLISHED')
              and not exists (select 1 from update_notice u where u.declaration_id = d.id and u.standard_id = s.id
                              and u.effect = 'OVERDUE' and u.cleared_at is null)
              and not exists (select 1 from impact_job j where j.standard_id = s.id and j.state <> 'DONE' and j.due_on <= ?)""";

    private static final String NEXT = """
            select id, standard_id, state, passed from impact_job where state <> 'DONE' and due_on <= ?
            order by due_on, id limit 1 for update skip locked""";

    private static final String LIST = """
            select j.*, s.number, s.title_zh,
              standard_status(s.status, s.implemented_on, s.abolished_on, s.replaced_on, ?) as status
            from impact_job j join standard s on s.id = j.standard_id
            where (?::varchar is null or j.state = ?) and (?::uuid is null or j.id < ?) order by j.id desc limit ?""";

    private final Jdbc sql;

    ImpactJobRepository(Jdbc sql) {
        this.sql = sql;
    }

    /** A job at work. */
    record ImpactJob(UUID id, UUID standard, boolean started, Optional<UUID> passed) {}

    private record Wanted(UUID standard, LocalDate dueOn) {}

    void schedule(Collection<UUID> standards, LocalDate today, Instant now) {
        sql.query(
                        CONCERNED,
                        row -> new Wanted(row.getObject("id", UUID.class), row.getObject("due_on", LocalDate.class)),
                        today,
                        today,
                        standards.stream().map(UUID::toString).toArray(String[]::new),
                        today)
                .forEach(wanted -> schedule(wanted.standard(), wanted.dueOn(), now));
    }

    private void schedule(UUID standard, LocalDate dueOn, Instant now) {
        sql.update(SCHEDULE, Ids.next(), standard, dueOn, now);
    }

    void scheduleMissed(LocalDate today, Instant now) {
        sql.query(MISSED, row -> row.getObject(1, UUID.class), today, today)
                .forEach(standard -> schedule(standard, today, now));
    }

    /** The next job that is due, held until the commit; another process takes another. */
    Optional<ImpactJob> hold(LocalDate today) {
        return sql.first(
                NEXT,
                row -> new ImpactJob(
                        row.getObject("id", UUID.class),
                        row.getObject("standard_id", UUID.class),
                        ImpactJobState.valueOf(row.getString("state")) == ImpactJobState.RUNNING,
                        Optional.ofNullable(row.getObject("passed", UUID.class))),
                today);
    }

    void start(UUID job, Effect effect, DependantCounts counts, Instant now) {
        sql.update(
                """
                update impact_job set state = 'RUNNING', effect = ?, standards = ?, declarations = ?, products = ?,
                  enterprises = ?, started_at = ? where id = ?""",
                effect.name(),
                counts.standards(),
                counts.declarations(),
                counts.products(),
                counts.enterprises(),
                now,
                job);
    }

    void advance(UUID job, UUID passed, int seen, int noted) {
        sql.update(
                "update impact_job set passed = ?, seen = seen + ?, noted = noted + ? where id = ?",
                passed,
                seen,
                noted,
                job);
    }

    void finish(UUID job, Instant now) {
        sql.update("update impact_job set state = 'DONE', finished_at = ? where id = ?", now, job);
    }

    /** The newest first. */
    List<ImpactJobView> list(@Nullable ImpactJobState state, @Nullable UUID after, LocalDate today, int rows) {
        var name = state == null ? null : state.name();
        return sql.query(LIST, ImpactJobRepository::view, today, name, name, after, after, rows);
    }

    private static ImpactJobView view(ResultSet row) throws SQLException {
        var effect = row.getString("effect");
        var started = row.getTimestamp("started_at") != null;
        return new ImpactJobView(
                row.getObject("id", UUID.class),
                new StandardRef(
                        row.getObject("standard_id", UUID.class),
                        row.getString("number"),
                        row.getString("title_zh"),
                        Status.valueOf(row.getString("status"))),
                row.getObject("due_on", LocalDate.class),
                ImpactJobState.valueOf(row.getString("state")),
                effect == null ? null : Effect.valueOf(effect),
                !started
                        ? null
                        : new DependantCounts(
                                row.getLong("standards"),
                                row.getLong("declarations"),
                                row.getLong("products"),
                                row.getLong("enterprises")),
                row.getLong("seen"),
                row.getLong("noted"),
                Jdbc.instant(row, "created_at"),
                moment(row, "started_at"),
                moment(row, "finished_at"));
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column) == null ? null : Jdbc.instant(row, column);
    }
}

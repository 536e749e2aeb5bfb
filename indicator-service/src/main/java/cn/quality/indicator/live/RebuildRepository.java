package cn.quality.indicator.live;

import cn.quality.indicator.IndicatorCode;
import cn.quality.indicator.live.RebuildView.Failure;
import cn.quality.indicator.live.RebuildView.RebuiltFigure;
import cn.quality.indicator.live.RebuildView.State;
import cn.quality.platform.json.Json;
import cn.quality.platform.sql.Jdbc;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Storage of rebuilds, and of the generations they build. */
@ApplicationScoped
class RebuildRepository {

    private static final String BEGIN = """
            insert into live_rebuild (id, generation, state, accept_loss, started_at, started_by, alive_at)
            values (?, ?, 'RUNNING', ?, ?, ?, ?)""";
    private static final String END = """
            update live_rebuild set state = ?, failure = ?, figures = ?::jsonb, ended_at = ?, alive_at = ?
            where id = ? and state = 'RUNNING'""";

    private final Jdbc sql;
    private final ObjectMapper json;

    RebuildRepository(Jdbc sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** The job that runs. */
    record Running(UUID id, Instant aliveAt) {}

    Optional<Running> running() {
        return sql.first(
                "select id, alive_at from live_rebuild where state = 'RUNNING'",
                row -> new Running(row.getObject("id", UUID.class), Jdbc.instant(row, "alive_at")));
    }

    long newGeneration() {
        return sql.first(
                        "insert into live_generation (state) values ('BUILDING') returning id",
                        row -> row.getLong("id"))
                .orElseThrow();
    }

    void begin(UUID id, long generation, boolean acceptLoss, Instant now, String by) {
        sql.update(BEGIN, id, generation, acceptLoss, now, by, now);
    }

    void announce(UUID id, long total, Instant now) {
        sql.update("update live_rebuild set total = ?, alive_at = ? where id = ?", total, now, id);
    }

    void advance(UUID id, long read, long damaged, Instant now) {
        sql.update(
                "update live_rebuild set read = ?, damaged = damaged + ?, alive_at = ? where id = ?",
                read,
                damaged,
                now,
                id);
    }

    void done(UUID id, List<RebuiltFigure> figures, Instant now) {
        sql.update(END, State.DONE.name(), null, Json.unchecked(() -> json.writeValueAsString(figures)), now, now, id);
    }

    void failed(UUID id, Failure failure, Instant now) {
        sql.update(END, State.FAILED.name(), failure.name(), "[]", now, now, id);
        sql.update("delete from live_generation where state = 'BUILDING'");
    }

    /** What the counters say, figure by figure. */
    Map<IndicatorCode, Tally> tallies() {
        var tallies = new HashMap<IndicatorCode, Tally>();
        sql.stream(
                """
                select f.code, coalesce(sum(c.numerator), 0) as numerator, coalesce(sum(c.denominator), 0) as denominator
                from live_figure f left join live_counter c on c.figure = f.code group by f.code""",
                row -> Map.entry(
                        new IndicatorCode(row.getString("code")),
                        new Tally(row.getLong("numerator"), row.getLong("denominator"))),
                one -> tallies.put(one.getKey(), one.getValue()));
        return tallies;
    }

    /** Shows this generation from now on, with counters counted from its records; the one before is gone. */
    void show(long generation) {
        sql.update("delete from live_counter");
        sql.update(
                "insert into live_counter (figure, month, numerator, denominator) select * from live_count(?)",
                generation);
        sql.update("delete from live_generation where state = 'CURRENT'");
        sql.update("update live_generation set state = 'CURRENT' where id = ?", generation);
        sql.update("update live_figure set version = version + 1");
    }

    Optional<RebuildView> find(UUID id) {
        return sql.first(
                "select * from live_rebuild where id = ?",
                row -> {
                    var ended = row.getObject("ended_at", OffsetDateTime.class);
                    var figures = row.getString("figures");
                    return new RebuildView(
                            id,
                            State.valueOf(row.getString("state")),
                            Jdbc.instant(row, "started_at"),
                            row.getString("started_by"),
                            ended == null ? null : ended.toInstant(),
                            row.getLong("total"),
                            row.getLong("read"),
                            row.getLong("damaged"),
                            row.getString("failure") instanceof String failure ? Failure.valueOf(failure) : null,
                            Json.unchecked(() -> json.readValue(figures, new TypeReference<List<RebuiltFigure>>() {})));
                },
                id);
    }
}

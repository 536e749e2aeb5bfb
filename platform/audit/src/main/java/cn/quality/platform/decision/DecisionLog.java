package cn.quality.platform.decision;

import cn.quality.platform.digest.Digests;
import cn.quality.platform.identity.CurrentActor;
import cn.quality.platform.json.Json;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import cn.quality.platform.sql.Jdbc;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Appends to the chain of decisions and verifies it. */
@ApplicationScoped
public class DecisionLog {

    private static final long LOCK = 0x6465636973696fL;
    private static final String WAITING = DecisionLog.class.getName();
    private static final String COUNT = """
            insert into decision_subject as known (subject_type, subject_id, lines, newest) values (?, ?, 1, ?)
            on conflict (subject_type, subject_id) do update set lines = known.lines + 1, newest = excluded.newest
            returning lines""";
    private static final String OF_SUBJECT = """
            select to_json(l) from decision_line l where subject_type = ? and subject_id = ? and number > ?
            order by number limit ?""";

    private final Jdbc sql;
    private final Clock clock;
    private final CurrentActor actor;
    private final TransactionSynchronizationRegistry transactions;
    private final ObjectMapper canonical = JsonMapper.builder()
            .findAndAddModules()
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
            .build();
    /** Lines as rows of their table. */
    private final ObjectMapper rows = canonical.copy().setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);

    DecisionLog(Jdbc sql, Clock clock, CurrentActor actor, TransactionSynchronizationRegistry transactions) {
        this.sql = sql;
        this.clock = clock;
        this.actor = actor;
        this.transactions = transactions;
    }

    /**
     * Adds a line that is committed with the caller's transaction. Lines are chained one after the other, so they are
     * written at the very end of the transaction, under a lock held only for that moment.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void append(Decision decision) {
        var line = new LogEntry(
                clock.instant(),
                actor.id(),
                decision.act(),
                decision.subjectType(),
                decision.subjectId(),
                decision.reason(),
                decision.basis(),
                digest(decision.before()),
                digest(decision.after()));
        if (transactions.getResource(WAITING) instanceof ChainAtTheEnd waiting) {
            waiting.lines.add(line);
        } else {
            var waiting = new ChainAtTheEnd();
            waiting.lines.add(line);
            transactions.putResource(WAITING, waiting);
            transactions.registerInterposedSynchronization(waiting);
        }
    }

    /** Recomputes the whole chain; bounded memory, one pass. */
    @Transactional
    public Verification verify() {
        var check = new ChainCheck();
        sql.stream("select to_json(l) from decision_log l order by number", this::line, check::next);
        return check.result();
    }

    /**
     * Proves the lines about one subject by themselves, by their neighbours in the chain, and by their count. Whoever
     * falsifies the count as well is found by verifying the whole chain.
     *
     * @throws Problem 404 when there never was a line about it
     */
    @Transactional
    public Verification verify(String subjectType, String subjectId) {
        var check = new ChainCheck();
        sql.stream(OF_SUBJECT, this::line, check::nextOfSubject, subjectType, subjectId, 0, Integer.MAX_VALUE);
        return sql.first(
                        "select lines, newest from decision_subject where subject_type = ? and subject_id = ?",
                        row -> check.end(row.getLong("lines"), row.getLong("newest")),
                        subjectType,
                        subjectId)
                .orElseThrow(() ->
                        new Problem(ProblemTypes.NOT_FOUND, new Text("日志中没有这一对象", "The log has no line about this")))
                .result();
    }

    /** Lines about one subject, oldest first. */
    List<LogLine> lines(String subjectType, String subjectId, long after, int most) {
        return sql.query(OF_SUBJECT, this::line, subjectType, subjectId, after, most);
    }

    private LogLine line(ResultSet row) throws SQLException {
        var json = row.getString(1);
        return Json.unchecked(() -> rows.readValue(json, LogLine.class));
    }

    private String digest(@Nullable Object state) {
        return state == null ? "" : Digests.sha256(Json.unchecked(() -> canonical.writeValueAsBytes(state)));
    }

    private final class ChainAtTheEnd implements Synchronization {

        private final List<LogEntry> lines = new ArrayList<>();

        @Override
        public void beforeCompletion() {
            sql.query("select pg_advisory_xact_lock(?)", row -> true, LOCK);
            var last = sql.first(
                            "select number, hash from decision_log order by number desc limit 1",
                            row -> new Link(row.getLong("number"), row.getString("hash")))
                    .orElse(new Link(0, LogEntry.GENESIS));
            for (var line : lines) {
                last = chain(line, last);
            }
        }

        private Link chain(LogEntry line, Link last) {
            long number = last.number() + 1;
            long place = sql.first(COUNT, row -> row.getLong(1), line.subjectType(), line.subjectId(), number)
                    .orElseThrow();
            var hash = line.hash(number, last.hash(), place);
            var whole = new LogLine(number, line, last.hash(), hash, place, true);
            sql.update(
                    "insert into decision_log select * from json_populate_record(null::decision_log, ?::json)",
                    Json.unchecked(() -> rows.writeValueAsString(whole)));
            return new Link(number, hash);
        }

        @Override
        public void afterCompletion(int status) {}
    }

    private record Link(long number, String hash) {}

    /**
     * Outcome of a verification.
     *
     * @param lines how many lines are proven, counted from the first
     * @param brokenAt number of the first line that does not follow from the ones before, or is missing; null when intact
     * @param head hash of the last proven line; noted outside, it also proves that no line was cut off the end
     */
    public record Verification(
            @Schema(examples = "true") boolean intact,
            @Schema(examples = "4711") long lines,
            @Schema(examples = "42") @Nullable Long brokenAt,

            @Schema(examples = "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae")
            String head) {}
}

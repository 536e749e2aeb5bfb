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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Appends to the chain of decisions and verifies it. */
@ApplicationScoped
public class DecisionLog {

    private static final long LOCK = 0x6465636973696fL;
    private static final String WAITING = DecisionLog.class.getName();
    private static final String COUNT = """
            insert into decision_subject as known (subject_type, subject_id, lines, newest)
            select * from unnest(?::text[], ?::text[], ?::bigint[], ?::bigint[])
            on conflict (subject_type, subject_id)
              do update set lines = known.lines + excluded.lines, newest = excluded.newest
            returning subject_type, subject_id, lines""";
    /** Lines of one statement. */
    private static final int AT_ONCE = 1_000;

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
            for (int from = 0; from < lines.size(); from += AT_ONCE) {
                last = chain(lines.subList(from, Math.min(from + AT_ONCE, lines.size())), last);
            }
        }

        private Link chain(List<LogEntry> entries, Link before) {
            var places = places(entries, before.number());
            var chained = new ArrayList<LogLine>(entries.size());
            var last = before;
            for (var entry : entries) {
                long number = last.number() + 1;
                long place = places.merge(Subject.of(entry), 1L, Long::sum);
                var hash = entry.hash(number, last.hash(), place);
                chained.add(new LogLine(number, entry, last.hash(), hash, place, true));
                last = new Link(number, hash);
            }
            sql.update(
                    "insert into decision_log select * from json_populate_recordset(null::decision_log, ?::json)",
                    Json.unchecked(() -> rows.writeValueAsString(chained)));
            return last;
        }

        /** How many lines there were about each subject before; counts the new ones. */
        private Map<Subject, Long> places(List<LogEntry> entries, long last) {
            var added = new LinkedHashMap<Subject, Long>();
            var newest = new HashMap<Subject, Long>();
            for (int i = 0; i < entries.size(); i++) {
                var subject = Subject.of(entries.get(i));
                added.merge(subject, 1L, Long::sum);
                newest.put(subject, last + 1 + i);
            }
            var places = new HashMap<Subject, Long>();
            sql.stream(
                    COUNT,
                    row -> {
                        var subject = new Subject(row.getString("subject_type"), row.getString("subject_id"));
                        return Map.entry(subject, row.getLong("lines") - added.getOrDefault(subject, 0L));
                    },
                    place -> places.put(place.getKey(), place.getValue()),
                    added.keySet().stream().map(Subject::type).toArray(String[]::new),
                    added.keySet().stream().map(Subject::id).toArray(String[]::new),
                    added.values().toArray(Long[]::new),
                    added.keySet().stream().map(newest::get).toArray(Long[]::new));
            return places;
        }

        @Override
        public void afterCompletion(int status) {}
    }

    private record Link(long number, String hash) {}

    private record Subject(String type, String id) {

        static Subject of(LogEntry entry) {
            return new Subject(entry.subjectType(), entry.subjectId());
        }
    }

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

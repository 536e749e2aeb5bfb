package cn.quality.platform.decision;

import cn.quality.platform.identity.Actor;
import cn.quality.platform.sql.Sql;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Appends to the chain of decisions and verifies it. */
@ApplicationScoped
public class DecisionLog {

    private static final long LOCK = 0x6465636973696fL;
    private static final String WAITING = DecisionLog.class.getName();

    private final Sql sql;
    private final Clock clock;
    private final Actor actor;
    private final TransactionSynchronizationRegistry transactions;
    private final ObjectMapper canonical = JsonMapper.builder()
            .findAndAddModules()
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
            .build();

    DecisionLog(Sql sql, Clock clock, Actor actor, TransactionSynchronizationRegistry transactions) {
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
        var line = new Unchained(
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
    public Verification verify() {
        return sql.transaction(connection -> {
            try (var query = connection.prepareStatement("""
                    select number, at, actor, act, subject_type, subject_id, reason, basis, before_digest, after_digest,
                           previous_hash, hash
                    from decision_log order by number""")) {
                query.setFetchSize(1_000);
                try (var row = query.executeQuery()) {
                    long verified = 0;
                    var previous = Unchained.GENESIS;
                    while (row.next()) {
                        var line = new Unchained(
                                row.getObject(2, OffsetDateTime.class).toInstant(),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5),
                                row.getString(6),
                                row.getString(7),
                                row.getString(8),
                                row.getString(9),
                                row.getString(10));
                        long number = row.getLong(1);
                        var hash = line.hash(number, previous);
                        if (number != verified + 1
                                || !row.getString(11).equals(previous)
                                || !row.getString(12).equals(hash)) {
                            return new Verification(false, verified, number, previous);
                        }
                        verified = number;
                        previous = hash;
                    }
                    return new Verification(true, verified, null, previous);
                }
            }
        });
    }

    private String digest(@Nullable Object state) {
        try {
            return state == null ? "" : Unchained.sha256(canonical.writeValueAsBytes(state));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final class ChainAtTheEnd implements Synchronization {

        private final List<Unchained> lines = new ArrayList<>();

        @Override
        public void beforeCompletion() {
            sql.run(connection -> {
                lock(connection);
                return chain(connection);
            });
        }

        @Override
        public void afterCompletion(int status) {}

        private static void lock(Connection connection) throws SQLException {
            try (var lock = connection.prepareStatement("select pg_advisory_xact_lock(?)")) {
                lock.setLong(1, LOCK);
                lock.execute();
            }
        }

        private int[] chain(Connection connection) throws SQLException {
            long number = 0;
            var previous = Unchained.GENESIS;
            try (var last = connection.prepareStatement(
                            "select number, hash from decision_log order by number desc limit 1");
                    var row = last.executeQuery()) {
                if (row.next()) {
                    number = row.getLong(1);
                    previous = row.getString(2);
                }
            }
            try (var insert = connection.prepareStatement("""
                    insert into decision_log (number, at, actor, act, subject_type, subject_id, reason, basis,
                                              before_digest, after_digest, previous_hash, hash)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")) {
                for (var line : lines) {
                    number++;
                    var hash = line.hash(number, previous);
                    insert.setLong(1, number);
                    insert.setObject(2, line.at().atOffset(ZoneOffset.UTC));
                    insert.setString(3, line.actor());
                    insert.setString(4, line.act());
                    insert.setString(5, line.subjectType());
                    insert.setString(6, line.subjectId());
                    insert.setString(7, line.reason());
                    insert.setString(8, line.basis());
                    insert.setString(9, line.beforeDigest());
                    insert.setString(10, line.afterDigest());
                    insert.setString(11, previous);
                    insert.setString(12, hash);
                    insert.addBatch();
                    previous = hash;
                }
                return insert.executeBatch();
            }
        }
    }

    /**
     * Outcome of a verification.
     *
     * @param lines how many lines are proven, counted from the first
     * @param brokenAt number of the first line that does not follow from the ones before; null when intact
     * @param head hash of the last proven line; noted outside, it also proves that no line was cut off the end
     */
    public record Verification(
            boolean intact, long lines, @Nullable Long brokenAt, String head) {}
}

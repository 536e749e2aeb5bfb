package cn.quality.platform.decision;

import cn.quality.platform.digest.Digests;
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
    @Transactional
    public Verification verify() {
        var check = new ChainCheck();
        sql.stream(
                """
                select number, at, actor, act, subject_type, subject_id, reason, basis, before_digest, after_digest,
                       previous_hash, hash
                from decision_log order by number""",
                row -> new ChainCheck.Stored(
                        row.getLong("number"),
                        new Unchained(
                                Sql.instant(row, "at"),
                                row.getString("actor"),
                                row.getString("act"),
                                row.getString("subject_type"),
                                row.getString("subject_id"),
                                row.getString("reason"),
                                row.getString("basis"),
                                row.getString("before_digest"),
                                row.getString("after_digest")),
                        row.getString("previous_hash"),
                        row.getString("hash")),
                check::next);
        return check.result();
    }

    private String digest(@Nullable Object state) {
        try {
            return state == null ? "" : Digests.sha256(canonical.writeValueAsBytes(state));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final class ChainAtTheEnd implements Synchronization {

        private final List<Unchained> lines = new ArrayList<>();

        @Override
        public void beforeCompletion() {
            sql.query("select pg_advisory_xact_lock(?)", row -> true, LOCK);
            var last = sql.first(
                            "select number, hash from decision_log order by number desc limit 1",
                            row -> new Link(row.getLong("number"), row.getString("hash")))
                    .orElse(new Link(0, Unchained.GENESIS));
            var rows = new ArrayList<@Nullable Object[]>(lines.size());
            for (var line : lines) {
                var link = new Link(last.number() + 1, line.hash(last.number() + 1, last.hash()));
                rows.add(new Object[] {
                    link.number(),
                    line.at(),
                    line.actor(),
                    line.act(),
                    line.subjectType(),
                    line.subjectId(),
                    line.reason(),
                    line.basis(),
                    line.beforeDigest(),
                    line.afterDigest(),
                    last.hash(),
                    link.hash()
                });
                last = link;
            }
            sql.batch("""
                    insert into decision_log (number, at, actor, act, subject_type, subject_id, reason, basis,
                                              before_digest, after_digest, previous_hash, hash)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", rows);
        }

        @Override
        public void afterCompletion(int status) {}
    }

    private record Link(long number, String hash) {}

    /**
     * Outcome of a verification.
     *
     * @param lines how many lines are proven, counted from the first
     * @param brokenAt number of the first line that does not follow from the ones before; null when intact
     * @param head hash of the last proven line; noted outside, it also proves that no line was cut off the end
     */
    public record Verification(
            @Schema(examples = "true") boolean intact,
            @Schema(examples = "4711") long lines,
            @Schema(examples = "42") @Nullable Long brokenAt,

            @Schema(examples = "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae")
            String head) {}
}

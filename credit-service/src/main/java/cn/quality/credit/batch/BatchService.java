package cn.quality.credit.batch;

import cn.quality.platform.id.Ids;
import cn.quality.platform.identity.Caller;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import cn.quality.platform.sql.Jdbc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Remembers batches, and settles their chunks in transactions. */
@ApplicationScoped
public class BatchService {

    /** What a whole batch in one transaction may take, with everything it has to wait for. */
    private static final int WHOLE_BATCH = (int) Duration.ofMinutes(30).toSeconds();

    private final Jdbc sql;
    private final EntityManager entities;
    private final Caller caller;
    private final Clock clock;

    BatchService(Jdbc sql, EntityManager entities, Caller caller, Clock clock) {
        this.sql = sql;
        this.entities = entities;
        this.caller = caller;
        this.clock = clock;
    }

    /** A batch with a key. */
    record Batch(UUID id, boolean finished) {}

    /**
     * What a chunk of lines was answered.
     *
     * @param digest of the lines as they came
     * @param answers one line each
     */
    record Settled(int number, String digest, int accepted, int duplicate, int rejected, String answers) {}

    /**
     * The batch of this caller under this key, a new one when there is none.
     *
     * @throws Problem 409 {@code idempotency-key-reused} when it was to be taken in another way
     */
    @Transactional
    Batch open(String operation, String key, String mode) {
        sql.update("""
                insert into intake_batch (id, operation, caller, key, mode, started_at) values (?, ?, ?, ?, ?, ?)
                on conflict do nothing""", Ids.next(), operation, caller.id(), key, mode, clock.instant());
        return sql.first(
                        """
                        select id, finished_at from intake_batch
                        where operation = ? and caller = ? and key = ? and mode = ?""",
                        row -> new Batch(row.getObject("id", UUID.class), row.getObject("finished_at") != null),
                        operation,
                        caller.id(),
                        key,
                        mode)
                .orElseThrow(BatchService::keyReused);
    }

    /** Settles a chunk in the transaction there is, or in one of its own, and forgets its entities. */
    @Transactional
    Settled settle(Optional<Batch> batch, int number, String digest, Supplier<Settled> act) {
        var before = batch.flatMap(known -> stored(known, number));
        if (before.isPresent()) {
            if (!before.get().digest().equals(digest)) {
                throw keyReused();
            }
            return before.get();
        }
        if (batch.filter(Batch::finished).isPresent()) {
            throw keyReused();
        }
        var settled = act.get();
        batch.ifPresent(known -> keep(known, settled));
        entities.flush();
        entities.clear();
        return settled;
    }

    /** Runs all of it in one transaction, which is undone unless it says that all is well. */
    boolean allOrNothing(BooleanSupplier act) {
        try {
            QuarkusTransaction.requiringNew().timeout(WHOLE_BATCH).run(() -> {
                if (!act.getAsBoolean()) {
                    throw new Undone();
                }
            });
            return true;
        } catch (Undone e) {
            return false;
        }
    }

    /** Rolls back; no fault, so without a trace. */
    private static final class Undone extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Undone() {
            super("undone", null, false, false);
        }
    }

    /** @param skipped rows of a table that said nothing */
    @Transactional
    void finish(Batch batch, long skipped) {
        sql.update(
                "update intake_batch set finished_at = ?, skipped = ? where id = ? and finished_at is null",
                clock.instant(),
                skipped,
                batch.id());
    }

    /**
     * How far a batch of this caller got.
     *
     * @throws Problem 404
     */
    @Transactional
    public BatchView view(String operation, UUID id) {
        return sql.first("""
                        select b.id, b.key, b.mode, b.started_at, b.finished_at, b.skipped,
                          coalesce(sum(c.accepted), 0) as accepted, coalesce(sum(c.duplicate), 0) as duplicate,
                          coalesce(sum(c.rejected), 0) as rejected
                        from intake_batch b left join intake_chunk c on c.batch_id = b.id
                        where b.id = ? and b.operation = ? and b.caller = ? group by b.id""", BatchService::view, id, operation, caller.id())
                .orElseThrow(() ->
                        new Problem(ProblemTypes.NOT_FOUND, Text.of("没有批次 %s", "This caller has no batch %s", id)));
    }

    static Problem keyReused() {
        return new Problem(
                ProblemTypes.IDEMPOTENCY_KEY_REUSED,
                new Text("该幂等键已用于另一文件或另一处理方式", "This key came with another file or another mode before"));
    }

    private Optional<Settled> stored(Batch batch, int number) {
        return sql.first(
                "select * from intake_chunk where batch_id = ? and number = ?",
                row -> new Settled(
                        number,
                        row.getString("digest"),
                        row.getInt("accepted"),
                        row.getInt("duplicate"),
                        row.getInt("rejected"),
                        row.getString("answers")),
                batch.id(),
                number);
    }

    private void keep(Batch batch, Settled chunk) {
        sql.update(
                """
                insert into intake_chunk (batch_id, number, digest, accepted, duplicate, rejected, answers)
                values (?, ?, ?, ?, ?, ?, ?)""",
                batch.id(),
                chunk.number(),
                chunk.digest(),
                chunk.accepted(),
                chunk.duplicate(),
                chunk.rejected(),
                chunk.answers());
    }

    private static BatchView view(ResultSet row) throws SQLException {
        long accepted = row.getLong("accepted");
        long duplicate = row.getLong("duplicate");
        long rejected = row.getLong("rejected");
        var finished = row.getObject("finished_at", OffsetDateTime.class);
        return new BatchView(
                row.getObject("id", UUID.class),
                row.getString("key"),
                row.getString("mode"),
                Jdbc.instant(row, "started_at"),
                finished == null ? null : finished.toInstant(),
                accepted + duplicate + rejected,
                accepted,
                duplicate,
                rejected,
                row.getLong("skipped"));
    }
}

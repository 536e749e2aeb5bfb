package cn.quality.credit.screening;

import cn.quality.credit.matching.Band;
import cn.quality.platform.paging.PageRequest;
import cn.quality.platform.sql.Jdbc;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps jobs and their chunks. Whoever changes both locks the job first, so that nobody waits in a circle. */
@ApplicationScoped
class ScreeningJobRepository {

    private static final UUID AFTER_ALL = new UUID(-1, -1);
    private static final int CHUNKS_AT_ONCE = 20;

    /** The first chunks of all jobs come first, so that a small job does not wait for a large one to end. */
    private static final String CLAIM = """
            with free as materialized (
              select job_id, number from screening_chunk
              where result is null and (leased_until is null or leased_until <= ?)
              order by number, job_id limit 1 for update skip locked)
            update screening_chunk c set lease = ?, leased_until = ?, attempts = attempts + 1
            from free where c.job_id = free.job_id and c.number = free.number
            returning c.job_id, c.number, c.lease, c.attempts, c.subjects""";

    private final Jdbc sql;

    ScreeningJobRepository(Jdbc sql) {
        this.sql = sql;
    }

    /** A chunk a worker has leased. */
    record Claim(UUID job, int number, UUID lease, int attempts, byte[] subjects) {}

    /** What a chunk adds to its job. */
    record Tally(int rows, int matched, int review, int invalid) {

        static Tally of(List<JobResult> results) {
            return new Tally(results.size(), count(results, Band.MATCH), count(results, Band.REVIEW), (int)
                    results.stream().filter(row -> row.invalid() != null).count());
        }

        private static int count(List<JobResult> results, Band band) {
            return (int) results.stream().filter(row -> row.band() == band).count();
        }
    }

    record Job(
            UUID id,
            String client,
            String purpose,
            Instant askedAt,
            String requestDigest,
            ScreeningJobState state,
            int rows,
            long skipped,
            int done,
            int matched,
            int review,
            int invalid,
            @Nullable Instant startedAt,
            @Nullable Instant finishedAt,
            @Nullable Long listVersion,
            @Nullable String failure) {}

    /** Lets one submission of a client after the other through, until the end of the transaction. */
    void queueUp(String client) {
        sql.query("select pg_advisory_xact_lock(hashtext('screening-job'), hashtext(?))", row -> true, client);
    }

    int unfinished(String client) {
        return sql.first(
                        "select count(*) from screening_job where client = ? and finished_at is null",
                        row -> row.getInt(1),
                        client)
                .orElse(0);
    }

    void keep(UUID id, String client, String purpose, Instant at, Upload upload) {
        sql.update(
                "insert into screening_job (id, client, purpose, asked_at, request_digest, state, row_count, skipped)"
                        + " values (?, ?, ?, ?, ?, 'WAITING', ?, ?)",
                id,
                client,
                purpose,
                at,
                upload.digest(),
                upload.rows(),
                upload.skipped());
        var waiting = new ArrayList<@Nullable Object[]>(CHUNKS_AT_ONCE);
        upload.forEach((number, subjects) -> {
            waiting.add(new Object[] {id, number, subjects});
            if (waiting.size() == CHUNKS_AT_ONCE) {
                keep(waiting);
            }
        });
        keep(waiting);
    }

    private void keep(List<@Nullable Object[]> chunks) {
        if (!chunks.isEmpty()) {
            sql.batch("insert into screening_chunk (job_id, number, subjects) values (?, ?, ?)", chunks);
            chunks.clear();
        }
    }

    Optional<Job> find(UUID id) {
        return sql.first("select * from screening_job where id = ?", ScreeningJobRepository::job, id);
    }

    /**
     * Jobs, newest first.
     *
     * @param client whose; everybody's when absent
     */
    List<Job> newest(Optional<String> client, PageRequest page) {
        return sql.query(
                "select * from screening_job where (? or client = ?) and id < ? order by id desc limit ?",
                ScreeningJobRepository::job,
                client.isEmpty(),
                client.orElse(""),
                page.cursor().map(cursor -> cursor.uuid(0)).orElse(AFTER_ALL),
                page.fetch());
    }

    /** The job, which nobody else changes until the end of the transaction. */
    Optional<Job> lock(UUID id) {
        return sql.first("select * from screening_job where id = ? for update", ScreeningJobRepository::job, id);
    }

    /** A chunk that waits, or whose worker is taken for dead. */
    Optional<Claim> claim(Instant now, Instant until) {
        var claimed = sql.first(
                CLAIM,
                row -> new Claim(
                        row.getObject("job_id", UUID.class),
                        row.getInt("number"),
                        row.getObject("lease", UUID.class),
                        row.getInt("attempts"),
                        row.getBytes("subjects")),
                now,
                UUID.randomUUID(),
                until);
        claimed.ifPresent(chunk -> sql.update(
                "update screening_job set state = 'RUNNING', started_at = ? where id = ? and state = 'WAITING'",
                now,
                chunk.job()));
        return claimed;
    }

    /** Stores what was found, unless the lease went to another worker; the subjects are not needed any more. */
    boolean keep(Claim claim, byte[] result) {
        return sql.update(
                        "update screening_chunk set subjects = null, result = ?, lease = null, leased_until = null"
                                + " where job_id = ? and number = ? and lease = ?",
                        result,
                        claim.job(),
                        claim.number(),
                        claim.lease())
                == 1;
    }

    void count(UUID job, Tally tally) {
        sql.update(
                "update screening_job set done = done + ?, matched = matched + ?, review = review + ?,"
                        + " invalid = invalid + ? where id = ?",
                tally.rows(),
                tally.matched(),
                tally.review(),
                tally.invalid(),
                job);
    }

    /** The result is of the version the lists have now. */
    void done(UUID job, Instant at) {
        sql.update(
                "update screening_job set state = 'DONE', finished_at = ?,"
                        + " list_version = (select version from list_version) where id = ?",
                at,
                job);
    }

    /** Ends a job without a result. */
    void end(UUID job, ScreeningJobState state, Instant at, @Nullable String failure) {
        sql.update(
                "update screening_job set state = ?, finished_at = coalesce(finished_at, ?), failure = ? where id = ?",
                state.name(),
                at,
                failure,
                job);
        sql.update("delete from screening_chunk where job_id = ?", job);
    }

    void release(Claim claim, Instant notBefore) {
        sql.update(
                "update screening_chunk set lease = null, leased_until = ? where job_id = ? and number = ? and lease = ?",
                notBefore,
                claim.job(),
                claim.number(),
                claim.lease());
    }

    /** Absent when it was deleted. */
    Optional<byte[]> result(UUID job, int number) {
        return sql.first(
                "select result from screening_chunk where job_id = ? and number = ? and result is not null",
                row -> row.getBytes("result"),
                job,
                number);
    }

    List<UUID> doneBefore(Instant moment) {
        return sql.query(
                "select id from screening_job where state = 'DONE' and finished_at < ?",
                row -> row.getObject("id", UUID.class),
                moment);
    }

    private static Job job(ResultSet row) throws SQLException {
        return new Job(
                row.getObject("id", UUID.class),
                row.getString("client"),
                row.getString("purpose"),
                Jdbc.instant(row, "asked_at"),
                row.getString("request_digest"),
                ScreeningJobState.valueOf(row.getString("state")),
                row.getInt("row_count"),
                row.getLong("skipped"),
                row.getInt("done"),
                row.getInt("matched"),
                row.getInt("review"),
                row.getInt("invalid"),
                moment(row, "started_at"),
                moment(row, "finished_at"),
                row.getObject("list_version", Long.class),
                row.getString("failure"));
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        var moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }
}

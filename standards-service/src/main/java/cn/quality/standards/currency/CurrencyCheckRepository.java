package cn.quality.standards.currency;

import cn.quality.platform.sql.Jdbc;
import cn.quality.standards.file.StoredFiles;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Checks and their chunks. */
@ApplicationScoped
class CurrencyCheckRepository {

    /** The first chunks of all checks come first, so that a short list does not wait for a long one. */
    private static final String CLAIM = """
            select check_id, c.number, attempts, entries, day from currency_chunk c join currency_check on id = check_id
            where result is null and not_before <= ?
            order by c.number, check_id limit 1 for update of c skip locked""";

    private static final String COUNT = """
            update currency_check set done = done + ?, current = current + ?, upcoming = upcoming + ?, replaced = replaced + ?,
              abolished = abolished + ?, not_found = not_found + ?, unreadable = unreadable + ?
            where id = ? returning done = number_count as finished""";

    private final Jdbc sql;

    CurrencyCheckRepository(Jdbc sql) {
        this.sql = sql;
    }

    /** A chunk that is held until the end of the transaction. */
    record Claim(UUID check, int number, int attempts, byte[] entries, LocalDate day) {}

    /** Lets one submission of a client after the other through, until the end of the transaction. */
    int unfinished(@Nullable String client) {
        sql.query(
                "select pg_advisory_xact_lock(hashtext('currency-check'), hashtext(coalesce(?, '')))",
                row -> true,
                client);
        return sql.first(
                        "select count(*) from currency_check where client is not distinct from ? and state = 'WAITING'",
                        row -> row.getInt(1),
                        client)
                .orElse(0);
    }

    void add(
            UUID id,
            String certificate,
            @Nullable String client,
            LocalDate day,
            Instant now,
            int numbers,
            long skipped,
            String digest) {
        sql.update("""
                insert into currency_check (id, certificate, client, day, asked_at, state, number_count, skipped, request_digest)
                values (?, ?, ?, ?, ?, 'WAITING', ?, ?, ?)""", id, certificate, client, day, now, numbers, skipped, digest);
    }

    void addChunk(UUID check, int number, byte[] entries, Instant now) {
        sql.update(
                "insert into currency_chunk (check_id, number, entries, not_before) values (?, ?, ?, ?)",
                check,
                number,
                entries,
                now);
    }

    Optional<CurrencyCheck> find(UUID id) {
        return sql.first("select * from currency_check where id = ?", CurrencyCheckRepository::check, id);
    }

    /** The check, which nobody else changes until the end of the transaction. */
    Optional<CurrencyCheck> lock(UUID id) {
        return sql.first("select * from currency_check where id = ? for update", CurrencyCheckRepository::check, id);
    }

    Optional<CurrencyCheck> byCertificate(String number) {
        return sql.first("select * from currency_check where certificate = ?", CurrencyCheckRepository::check, number);
    }

    Optional<Claim> claim(Instant now) {
        return sql.first(
                CLAIM,
                row -> new Claim(
                        row.getObject("check_id", UUID.class),
                        row.getInt("number"),
                        row.getInt("attempts"),
                        row.getBytes("entries"),
                        row.getObject("day", LocalDate.class)),
                now);
    }

    /** Stores what was found. @return whether it was the last of its check */
    boolean keep(Claim claim, byte[] result, Map<Verdict, Integer> counts) {
        sql.update(
                "update currency_chunk set entries = null, result = ? where check_id = ? and number = ?",
                result,
                claim.check(),
                claim.number());
        return sql.first(
                        COUNT,
                        row -> row.getBoolean("finished"),
                        counts.values().stream().mapToInt(Integer::intValue).sum(),
                        count(counts, Verdict.CURRENT),
                        count(counts, Verdict.UPCOMING),
                        count(counts, Verdict.REPLACED),
                        count(counts, Verdict.ABOLISHED),
                        count(counts, Verdict.NOT_FOUND),
                        count(counts, Verdict.UNREADABLE),
                        claim.check())
                .orElseThrow();
    }

    private static int count(Map<Verdict, Integer> counts, Verdict verdict) {
        return counts.getOrDefault(verdict, 0);
    }

    Optional<byte[]> result(UUID check, int number) {
        return sql.first(
                "select result from currency_chunk where check_id = ? and number = ? and result is not null",
                row -> row.getBytes("result"),
                check,
                number);
    }

    void finish(UUID check, String digest, Instant now) {
        sql.update(
                "update currency_check set state = 'DONE', result_digest = ?, finished_at = ? where id = ?",
                digest,
                now,
                check);
    }

    void fail(UUID check, String reason, Instant now) {
        sql.update(
                "update currency_check set state = 'FAILED', failure = ?, finished_at = ? where id = ?",
                reason,
                now,
                check);
        sql.update("delete from currency_chunk where check_id = ?", check);
    }

    void postpone(UUID check, int number, Instant notBefore) {
        sql.update(
                "update currency_chunk set attempts = attempts + 1, not_before = ? where check_id = ? and number = ?",
                notBefore,
                check,
                number);
    }

    void issued(UUID check, StoredFiles.Stored pdf) {
        sql.update(
                "update currency_check set pdf_digest = ?, pdf_length = ? where id = ?",
                pdf.digest(),
                pdf.length(),
                check);
    }

    List<UUID> doneBefore(Instant moment) {
        return sql.query(
                "select id from currency_check where state = 'DONE' and finished_at < ?",
                row -> row.getObject("id", UUID.class),
                moment);
    }

    void forget(UUID check) {
        sql.update("update currency_check set state = 'FORGOTTEN' where id = ?", check);
        sql.update("delete from currency_chunk where check_id = ?", check);
    }

    private static CurrencyCheck check(ResultSet row) throws SQLException {
        var counts = new EnumMap<Verdict, Integer>(Verdict.class);
        for (var verdict : Verdict.values()) {
            counts.put(verdict, row.getInt(verdict.name().toLowerCase(Locale.ROOT)));
        }
        var finished = row.getObject("finished_at", OffsetDateTime.class);
        var pdf = row.getString("pdf_digest");
        return new CurrencyCheck(
                row.getObject("id", UUID.class),
                row.getString("certificate"),
                row.getString("client"),
                row.getObject("day", LocalDate.class),
                Jdbc.instant(row, "asked_at"),
                CurrencyCheck.State.valueOf(row.getString("state")),
                row.getInt("number_count"),
                row.getLong("skipped"),
                row.getInt("done"),
                counts,
                row.getString("request_digest"),
                row.getString("result_digest"),
                finished == null ? null : finished.toInstant(),
                row.getString("failure"),
                pdf == null ? Optional.empty() : Optional.of(new StoredFiles.Stored(pdf, row.getLong("pdf_length"))));
    }
}

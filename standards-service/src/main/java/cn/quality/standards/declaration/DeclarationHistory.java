package cn.quality.standards.declaration;

import cn.quality.platform.paging.Cursor;
import cn.quality.platform.paging.Page;
import cn.quality.platform.paging.PageRequest;
import cn.quality.platform.sql.Jdbc;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The sealed versions of declarations; rows are only added. */
@ApplicationScoped
public class DeclarationHistory {

    private final Jdbc sql;

    DeclarationHistory(Jdbc sql) {
        this.sql = sql;
    }

    /** One sealed version, without what it says. */
    public record Sealed(UUID declarationId, long version, Instant recordedAt, String digest) {}

    void record(DeclarationVersion version) {
        sql.update(
                """
                insert into declaration_version (declaration_id, version, recorded_at, digest, content)
                values (?, ?, ?, ?, ?)""",
                version.declarationId(),
                version.version(),
                version.recordedAt(),
                version.digest(),
                version.content());
    }

    /** Versions of one declaration, the oldest first. */
    public List<Sealed> of(UUID declarationId) {
        return sql.query("""
                select declaration_id, version, recorded_at, digest from declaration_version
                where declaration_id = ? order by version""", DeclarationHistory::sealed, declarationId);
    }

    /** The canonical JSON of a version, whose SHA-256 is its digest. */
    public Optional<String> content(UUID declarationId, long version) {
        return sql.first(
                "select content from declaration_version where declaration_id = ? and version = ?",
                row -> row.getString("content"),
                declarationId,
                version);
    }

    /**
     * All versions in the order of their transactions. A version whose transaction may still be overtaken by an older one is left
     * to a later page, so that who reads to the end and goes on from there misses none.
     */
    public Page<Sealed> all(PageRequest page) {
        var after = page.cursor();
        var rows = sql.query(
                """
                select transaction, ordinal, declaration_id, version, recorded_at, digest from declaration_version
                where (transaction, ordinal) > (cast(? as text)::xid8, ?)
                  and transaction < pg_snapshot_xmin(pg_current_snapshot())
                order by transaction, ordinal limit ?""",
                row -> new Row(row.getString("transaction"), row.getLong("ordinal"), sealed(row)),
                after.map(cursor -> String.valueOf(cursor.number(0))).orElse("0"),
                after.map(cursor -> cursor.number(1)).orElse(0L),
                page.fetch());
        return Page.of(rows, page, row -> Cursor.of(Long.parseLong(row.transaction()), row.ordinal()))
                .map(Row::version);
    }

    private record Row(String transaction, long ordinal, Sealed version) {}

    private static Sealed sealed(ResultSet row) throws SQLException {
        return new Sealed(
                row.getObject("declaration_id", UUID.class),
                row.getLong("version"),
                Jdbc.instant(row, "recorded_at"),
                row.getString("digest"));
    }
}

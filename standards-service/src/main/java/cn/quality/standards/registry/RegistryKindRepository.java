package cn.quality.standards.registry;

import cn.quality.platform.json.Json;
import cn.quality.platform.sql.Jdbc;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Storage of kinds, in all their versions; rows are only added. */
@ApplicationScoped
class RegistryKindRepository {

    private final Jdbc sql;
    private final ObjectMapper json;

    RegistryKindRepository(Jdbc sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** Lets nobody else state this kind until the commit. */
    void lock(String code) {
        sql.query("select pg_advisory_xact_lock(hashtextextended('registry kind ' || ?, 0))", row -> true, code);
    }

    /** @return its version */
    long add(RegistryKind kind, Instant now, String by) {
        return sql.query(
                        """
                        insert into registry_kind (code, version, effective_from, body, recorded_at, recorded_by)
                        select ?, coalesce(max(version), 0) + 1, ?, ?::jsonb, ?, ? from registry_kind where code = ?
                        returning version""",
                        row -> row.getLong("version"),
                        kind.code(),
                        kind.effectiveFrom(),
                        Json.unchecked(() -> json.writeValueAsString(kind)),
                        now,
                        by,
                        kind.code())
                .getFirst();
    }

    /** As it is in effect on a day. */
    Optional<RegistryKind> on(String code, LocalDate day) {
        return sql.first("""
                select body from registry_kind where code = ? and effective_from <= ?
                order by effective_from desc, version desc limit 1""", this::kind, code, day);
    }

    /** What was stated last for one first day. */
    Optional<RegistryKind> from(String code, LocalDate effectiveFrom) {
        return sql.first(
                "select body from registry_kind where code = ? and effective_from = ? order by version desc limit 1",
                this::kind,
                code,
                effectiveFrom);
    }

    /** All that are in effect on a day, by code. */
    List<RegistryKind> allOn(LocalDate day) {
        return sql.query("""
                select distinct on (code) body from registry_kind where effective_from <= ?
                order by code, effective_from desc, version desc""", this::kind, day);
    }

    private RegistryKind kind(ResultSet row) throws SQLException {
        var body = row.getString("body");
        return Json.unchecked(() -> json.readValue(body, RegistryKind.class));
    }
}

package cn.quality.indicator.assessment;

import cn.quality.platform.json.Json;
import cn.quality.platform.sql.Jdbc;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Cycles, the entries made in them, and the editions of their results. */
@ApplicationScoped
class AssessmentRepository implements PanacheRepositoryBase<Assessment, UUID> {

    private final Jdbc sql;
    private final ObjectMapper json;

    AssessmentRepository(Jdbc sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    Optional<Assessment> locked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    Optional<Assessment> of(String scheme, int year) {
        return find("scheme = ?1 and year = ?2", scheme, year).firstResultOptional();
    }

    /** The newest years first. */
    List<Assessment> newest(Optional<Integer> beforeYear, Optional<UUID> beforeId, boolean published, int limit) {
        var filter = published ? "edition > 0" : "edition >= 0";
        var query = beforeYear.isPresent() && beforeId.isPresent()
                ? find(
                        filter + " and (year < ?1 or (year = ?1 and id < ?2)) order by year desc, id desc",
                        beforeYear.get(),
                        beforeId.get())
                : find(filter + " order by year desc, id desc");
        return query.range(0, limit - 1).list();
    }

    void add(Assessment cycle, String area, List<Entry> entries, @Nullable String reason, String by, Instant at) {
        var rows = new ArrayList<@Nullable Object[]>();
        for (var entry : entries) {
            rows.add(new @Nullable Object[] {
                cycle.id(),
                area,
                entry.node(),
                cycle.stage().name(),
                Json.unchecked(() -> json.writeValueAsString(entry)),
                reason,
                by,
                at
            });
        }
        sql.batch(
                "insert into assessment_entry (assessment_id, area, node, stage, entry, reason, entered_by, entered_at)"
                        + " values (?, ?, ?, ?, cast(? as jsonb), ?, ?, ?)",
                rows);
    }

    /** What counts, per area in the order of the cycle and by row. */
    Map<String, List<Entry>> current(Assessment cycle) {
        var entries = new LinkedHashMap<String, List<Entry>>();
        cycle.areaCodes().forEach(area -> entries.put(area, new ArrayList<>()));
        sql.stream(
                "select distinct on (area, node) area, entry from assessment_entry where assessment_id = ?"
                        + " order by area, node, number desc",
                row -> Map.entry(row.getString("area"), entry(row.getString("entry"))),
                newest -> entries.computeIfAbsent(newest.getKey(), area -> new ArrayList<>())
                        .add(newest.getValue()),
                cycle.id());
        return entries;
    }

    /** Everything an area was ever entered with, the newest first. */
    List<EntryRecord> history(UUID cycle, String area) {
        return sql.query(
                "select entry, stage, reason, entered_by, entered_at from assessment_entry"
                        + " where assessment_id = ? and area = ? order by number desc",
                row -> new EntryRecord(
                        entry(row.getString("entry")),
                        Stage.valueOf(row.getString("stage")),
                        row.getString("reason"),
                        row.getString("entered_by"),
                        Jdbc.instant(row, "entered_at")),
                cycle,
                area);
    }

    Set<String> selfEvaluators(UUID cycle, String area) {
        return new TreeSet<>(sql.query(
                "select distinct entered_by from assessment_entry"
                        + " where assessment_id = ? and area = ? and stage = 'SELF_EVALUATION'",
                row -> row.getString("entered_by"),
                cycle,
                area));
    }

    /** Who entered what has changed since the last edition. */
    Set<String> correctors(UUID cycle) {
        return new TreeSet<>(sql.query(
                "select distinct entered_by from assessment_entry where assessment_id = ? and stage = 'CORRECTION'"
                        + " and entered_at > (select max(published_at) from assessment_edition where assessment_id = ?)",
                row -> row.getString("entered_by"),
                cycle,
                cycle));
    }

    void add(UUID cycle, Edition edition, byte[] bundle) {
        sql.update(
                "insert into assessment_edition"
                        + " (assessment_id, edition, digest, bundle, results, reason, published_by, published_at)"
                        + " values (?, ?, ?, ?, cast(? as jsonb), ?, ?, ?)",
                cycle,
                edition.number(),
                edition.digest(),
                bundle,
                Json.unchecked(() -> json.writeValueAsString(edition.results())),
                edition.reason(),
                edition.publishedBy(),
                edition.publishedAt());
    }

    /** The first edition first. */
    List<Edition> editions(UUID cycle) {
        return sql.query(
                "select edition, digest, results, reason, published_by, published_at from assessment_edition"
                        + " where assessment_id = ? order by edition",
                row -> {
                    var results = row.getString("results");
                    return new Edition(
                            row.getInt("edition"),
                            row.getString("digest"),
                            Json.unchecked(() -> json.readValue(results, Edition.Results.class)),
                            row.getString("reason"),
                            row.getString("published_by"),
                            Jdbc.instant(row, "published_at"));
                },
                cycle);
    }

    Optional<byte[]> bundle(UUID cycle, int edition) {
        return sql.first(
                "select bundle from assessment_edition where assessment_id = ? and edition = ?",
                row -> row.getBytes("bundle"),
                cycle,
                edition);
    }

    private Entry entry(String text) {
        return Json.unchecked(() -> json.readValue(text, Entry.class));
    }
}

package cn.quality.standards.catalogue;

import cn.quality.platform.json.Json;
import cn.quality.platform.sql.Jdbc;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What was stated of standards at any moment of the past; rows are only added. */
@ApplicationScoped
class StandardHistory {

    private static final String KNOWN_AT = """
            r.recorded_at <= ? and not exists (select 1 from standard_revision later
              where later.standard_id = r.standard_id and later.revision > r.revision and later.recorded_at <= ?)""";

    private final Jdbc sql;
    private final ObjectMapper json;

    StandardHistory(Jdbc sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** One statement as it was recorded. */
    record Revision(StandardFacts facts, Set<Relation> relations, Instant recordedAt) {}

    void record(List<Standard> changed) {
        sql.batch("""
                insert into standard_revision (standard_id, revision, recorded_at, facts, relations, related)
                values (?, ?, ?, ?::jsonb, ?::jsonb, ?)""", changed.stream().map(this::row).toList());
    }

    private @Nullable Object[] row(Standard standard) {
        var related = standard.relations().stream()
                .filter(relation -> relation.kind() != Relation.Kind.CITES)
                .flatMap(relation -> Stream.of(relation.subjectKey(), relation.objectKey()))
                .distinct()
                .toArray(String[]::new);
        return new Object[] {
            standard.id(),
            standard.revision(),
            standard.changedAt(),
            Json.unchecked(() -> json.writeValueAsString(standard.facts())),
            Json.unchecked(() -> json.writeValueAsString(standard.relations())),
            related
        };
    }

    /** What was known of a standard at a moment; empty when it was not yet entered. */
    Optional<Revision> of(UUID id, Instant moment) {
        return sql.first(
                "select facts, relations, recorded_at from standard_revision r where standard_id = ? and " + KNOWN_AT,
                this::revision,
                id,
                moment,
                moment);
    }

    /** Every relation stated about some numbers by then. */
    List<Relation> relationsTouching(Collection<String> keys, Instant moment) {
        return sql
                .query(
                        "select facts, relations, recorded_at from standard_revision r where related && ?::varchar[] and "
                                + KNOWN_AT,
                        this::revision,
                        keys.toArray(String[]::new),
                        moment,
                        moment)
                .stream()
                .flatMap(revision -> revision.relations().stream())
                .distinct()
                .toList();
    }

    private Revision revision(ResultSet row) throws SQLException {
        var facts = row.getString("facts");
        var relations = row.getString("relations");
        return new Revision(
                Json.unchecked(() -> json.readValue(facts, StandardFacts.class)),
                Json.unchecked(() -> json.readValue(relations, new TypeReference<Set<Relation>>() {})),
                Jdbc.instant(row, "recorded_at"));
    }
}

package cn.quality.standards.registry;

import cn.quality.platform.json.Json;
import cn.quality.platform.sql.Jdbc;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** What the registries said at any moment of the past; a row is added, and says until when it was the last word. */
@ApplicationScoped
class RegistryHistory {

    private final Jdbc sql;
    private final ObjectMapper json;

    RegistryHistory(Jdbc sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    void record(RegistryEntry entry, Instant now) {
        sql.update(
                "update registry_revision set superseded_at = ? where entry_id = ? and superseded_at is null",
                now,
                entry.id());
        sql.update(
                """
                insert into registry_revision (entry_id, revision, recorded_at, kind, name, uscc, region, fields, membership,
                  valid_until, withheld, search_text, search_grams)
                values (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::datemultirange, ?, ?, ?, ?)""",
                entry.id(),
                entry.version(),
                now,
                entry.kind(),
                entry.name(),
                entry.uscc().map(Object::toString).orElse(null),
                entry.region().value(),
                Json.unchecked(() -> json.writeValueAsString(entry.fields())),
                days(entry.spells()),
                entry.validUntil(),
                entry.isWithheld(),
                entry.search().text(),
                entry.search().grams());
    }

    /** As PostgreSQL writes a set of days. */
    private static String days(List<Spell> spells) {
        return spells.stream()
                .map(spell -> "[" + spell.from() + "," + (spell.until() == null ? "" : spell.until()) + ")")
                .collect(Collectors.joining(",", "{", "}"));
    }
}

package cn.quality.platform.version;

import cn.quality.platform.identity.CurrentActor;
import cn.quality.platform.json.Json;
import cn.quality.platform.paging.Cursor;
import cn.quality.platform.paging.Page;
import cn.quality.platform.paging.PageRequest;
import cn.quality.platform.sql.Jdbc;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.Dependent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Adds a version when the content differs, answers with the newest. To be used inside the transaction of a use case. */
public final class VersionedStore {

    private final VersionTable table;
    private final Jdbc sql;
    private final ObjectMapper json;
    private final CurrentActor actor;
    private final Clock clock;

    /** The newest version of each item that {@link #newestOfEach} has read. */
    private final Map<Item, Parsed> parsed = new ConcurrentHashMap<>();

    private record Item(String kind, String key, Class<?> type) {}

    /** @param writer the transaction of the row: a version that was rolled back may be written again with other content */
    private record Identity(String key, long version, String writer) {}

    private record Parsed(Identity row, Versioned<?> version) {}

    private VersionedStore(VersionTable table, Jdbc sql, ObjectMapper json, CurrentActor actor, Clock clock) {
        this.table = table;
        this.sql = sql;
        this.json = json;
        this.actor = actor;
        this.clock = clock;
    }

    /** Makes the store of a table; to be injected into the service that has the table. */
    @Dependent
    public static class Factory {

        private final Jdbc sql;
        private final ObjectMapper json;
        private final CurrentActor actor;
        private final Clock clock;

        Factory(Jdbc sql, ObjectMapper json, CurrentActor actor, Clock clock) {
            this.sql = sql;
            this.json = json;
            this.actor = actor;
            this.clock = clock;
        }

        public VersionedStore in(VersionTable table) {
            return new VersionedStore(table, sql, json, actor, clock);
        }
    }

    /**
     * Adds a version when the content is not the newest version's. Two callers who store the same item at once come one
     * after the other.
     *
     * @param key what the item is called among its kind
     * @param onChange what has to happen for the content to change, decision-log line included; it may refuse by throwing
     * @return the newest version then
     */
    public <T> Versioned<T> store(String kind, String key, T item, Consumer<Change<T>> onChange) {
        lock(kind + "/" + key);
        @SuppressWarnings("unchecked")
        var type = (Class<T>) item.getClass();
        var newest = newest(kind, key, type);
        if (newest.filter(known -> known.item().equals(item)).isPresent()) {
            return newest.get();
        }
        var stored = new Versioned<>(item, newest.map(Versioned::version).orElse(0L) + 1, clock.instant());
        onChange.accept(new Change<>(stored.version(), newest.map(Versioned::item), item));
        sql.update(
                "insert into %s (%s, %s, version, body, recorded_at, recorded_by) values (?, ?, ?, cast(? as json), ?, ?)"
                        .formatted(table.name(), table.kind(), table.key()),
                kind,
                key,
                stored.version(),
                Json.unchecked(() -> json.writeValueAsString(item)),
                stored.recordedAt(),
                actor.id());
        return stored;
    }

    public <T> Optional<Versioned<T>> newest(String kind, String key, Class<T> type) {
        return sql.first(select("where %s = ? and %s = ? order by version desc limit 1"), row(type), kind, key);
    }

    /**
     * The newest version of each item, in the order of their keys. Content that was read before is not read and parsed again,
     * so a rule may ask for all of a kind at each act.
     */
    public <T> List<Versioned<T>> newestOfEach(String kind, Class<T> type) {
        var known = new ArrayList<Versioned<T>>();
        for (var row : sql.query(newestOfEach("null"), VersionedStore::identity, kind)) {
            var read = parsed.get(new Item(kind, row.key(), type));
            if (read == null || !read.row().equals(row)) {
                return readNewestOfEach(kind, type);
            }
            @SuppressWarnings("unchecked") // the type is part of the item
            var version = (Versioned<T>) read.version();
            known.add(version);
        }
        return known;
    }

    private <T> List<Versioned<T>> readNewestOfEach(String kind, Class<T> type) {
        var content = row(type);
        return sql.query(
                newestOfEach("body"),
                row -> {
                    var identity = identity(row);
                    var version = content.of(row);
                    parsed.put(new Item(kind, identity.key(), type), new Parsed(identity, version));
                    return version;
                },
                kind);
    }

    /** Every version of an item, the newest first. */
    public Page<Versioned<JsonNode>> versions(String kind, String key, PageRequest page) {
        long below = page.cursor().map(cursor -> cursor.number(0)).orElse(Long.MAX_VALUE);
        var rows = sql.query(
                select("where %s = ? and %s = ? and version < ? order by version desc limit ?"),
                row(JsonNode.class),
                kind,
                key,
                below,
                page.fetch());
        return Page.of(rows, page, row -> Cursor.of(row.version()));
    }

    private void lock(String item) {
        sql.query("select pg_advisory_xact_lock(hashtextextended(?, 0))", row -> true, item);
    }

    private String newestOfEach(String body) {
        return """
                select %2$s as key, version, xmin::text as writer, recorded_at, %4$s as body from %3$s item
                where %1$s = ? and version = (select max(version) from %3$s other
                                              where other.%1$s = item.%1$s and other.%2$s = item.%2$s)
                order by %2$s""".formatted(table.kind(), table.key(), table.name(), body);
    }

    private static Identity identity(ResultSet row) throws SQLException {
        return new Identity(row.getString("key"), row.getLong("version"), row.getString("writer"));
    }

    private String select(String condition) {
        return "select version, body, recorded_at from " + table.name() + " item "
                + condition.formatted(table.kind(), table.key());
    }

    private <T> Jdbc.Row<Versioned<T>> row(Class<T> type) {
        return row -> {
            var body = row.getString("body");
            return new Versioned<>(
                    Json.unchecked(() -> json.readValue(body, type)),
                    row.getLong("version"),
                    Jdbc.instant(row, "recorded_at"));
        };
    }
}

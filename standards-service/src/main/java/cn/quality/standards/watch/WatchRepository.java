package cn.quality.standards.watch;

import cn.quality.platform.json.Json;
import cn.quality.platform.paging.Cursor;
import cn.quality.platform.paging.Page;
import cn.quality.platform.paging.PageRequest;
import cn.quality.platform.sql.Jdbc;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Storage of lists, of what is on them and of what was told. */
@ApplicationScoped
class WatchRepository {

    /** What was ever stated of a standard: itself, all numbers it names, and what is meant by these undated. */
    private static final String MARK = """
            with stated as (select r.related, s.number_key, s.edition_key, s.family_key
                            from standard s left join standard_revision r on r.standard_id = s.id where s.id = ?)
            update watch_item set due = true where not due and match_key in (
              select number_key from stated union select edition_key from stated union select family_key from stated
              union select named.key from stated cross join lateral unnest(related) named(key)
              union select o.family_key from stated cross join lateral unnest(related) named(key)
                join standard o on o.number_key = named.key)""";

    private final Jdbc sql;
    private final ObjectMapper json;

    WatchRepository(Jdbc sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** A watched number that is to be looked at. */
    record Due(UUID list, String owner, String spelled, String key, Picture told) {}

    /** Lets this owner make no other list until the commit. */
    void lock(String owner) {
        sql.query("select pg_advisory_xact_lock(hashtextextended('watch ' || ?, 0))", row -> true, owner);
    }

    long countOf(String owner) {
        return sql.query("select count(*) from watch_list where owner = ?", row -> row.getLong(1), owner)
                .getFirst();
    }

    void insert(UUID id, String owner, String name, Instant now) {
        sql.update(
                "insert into watch_list (id, owner, name, created_at, version) values (?, ?, ?, ?, 1)",
                id,
                owner,
                name,
                now);
    }

    void rename(UUID id, String name) {
        sql.update("update watch_list set name = ?, version = version + 1 where id = ?", name, id);
    }

    void delete(UUID id) {
        sql.update("delete from watch_list where id = ?", id);
    }

    /** Replaces what is on a list; of what stays, what was told last stays too. */
    void put(UUID list, List<WatchedNumber> numbers, Map<String, Picture> pictures, LocalDate today) {
        sql.update(
                "delete from watch_item where list_id = ? and number_key <> all (?)",
                list,
                numbers.stream().map(WatchedNumber::key).toArray(String[]::new));
        var rows = new ArrayList<Object[]>();
        for (int i = 0; i < numbers.size(); i++) {
            var one = numbers.get(i);
            rows.add(new Object[] {
                list, i, one.spelled(), one.key(), one.match(), written(pictures.get(one.key())), today
            });
        }
        sql.batch("""
                insert into watch_item (list_id, position, number, number_key, match_key, picture, checked_on, due)
                values (?, ?, ?, ?, ?, ?::jsonb, ?, false)
                on conflict (list_id, number_key) do update set position = excluded.position, number = excluded.number""", List.copyOf(rows));
    }

    /** The list, locked until the commit; empty unless it is this owner's. */
    Optional<WatchListView> hold(UUID id, String owner) {
        return sql.first("select 1 from watch_list where id = ? and owner = ? for update", row -> true, id, owner)
                .flatMap(held -> find(id, owner));
    }

    /** Empty unless it is this owner's. */
    Optional<WatchListView> find(UUID id, String owner) {
        return sql.first(
                "select * from watch_list where id = ? and owner = ?",
                row -> new WatchListView(
                        row.getObject("id", UUID.class),
                        row.getLong("version"),
                        row.getString("name"),
                        Jdbc.instant(row, "created_at"),
                        items(id)),
                id,
                owner);
    }

    private List<WatchListView.Item> items(UUID list) {
        return List.copyOf(sql.query(
                "select number, picture from watch_item where list_id = ? order by position, number_key",
                row -> new WatchListView.Item(row.getString("number"), picture(row.getString("picture"))),
                list));
    }

    /** By the order in which they were made. */
    Page<WatchListSummary> list(String owner, PageRequest page) {
        var rows = sql.query(
                """
                select l.*, (select count(*) from watch_item i where i.list_id = l.id) as items from watch_list l
                where owner = ? and id > ? order by id limit ?""",
                row -> new WatchListSummary(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        Jdbc.instant(row, "created_at"),
                        row.getLong("items")),
                owner,
                page.cursor().map(cursor -> cursor.uuid(0)).orElse(new UUID(0, 0)),
                page.fetch());
        return Page.of(List.copyOf(rows), page, row -> Cursor.of(row.id()));
    }

    /** What was told of a list, the newest first. */
    Page<WatchNotice> notices(UUID list, PageRequest page) {
        var rows = sql.query(
                "select content from watch_notice where list_id = ? and id < ? order by id desc limit ?",
                row -> {
                    var content = row.getString("content");
                    return Json.unchecked(() -> json.readValue(content, WatchNotice.class));
                },
                list,
                page.cursor().map(cursor -> cursor.uuid(0)).orElse(new UUID(-1, -1)),
                page.fetch());
        return Page.of(List.copyOf(rows), page, row -> Cursor.of(row.noticeId()));
    }

    /** Marks what the catalogue says something else about since it has stated this standard. */
    void mark(UUID standard) {
        sql.update(MARK, standard);
    }

    /** What is marked, or was not looked at today; what another process looks at is left to it. */
    List<Due> due(LocalDate today, int most) {
        return sql.query(
                """
                select i.list_id, l.owner, i.number, i.number_key, i.picture
                from watch_item i join watch_list l on l.id = i.list_id
                where i.due or i.checked_on < ? order by i.number_key, i.list_id limit ? for update of i skip locked""",
                row -> new Due(
                        row.getObject("list_id", UUID.class),
                        row.getString("owner"),
                        row.getString("number"),
                        row.getString("number_key"),
                        picture(row.getString("picture"))),
                today,
                most);
    }

    void looked(List<Due> items, Map<String, Picture> pictures, LocalDate today) {
        sql.batch(
                """
                update watch_item set picture = ?::jsonb, checked_on = greatest(checked_on, ?), due = false
                where list_id = ? and number_key = ?""",
                items.stream()
                        .map(item -> new Object[] {written(pictures.get(item.key())), today, item.list(), item.key()})
                        .toList());
    }

    void add(List<WatchNotice> notices) {
        sql.batch(
                "insert into watch_notice (id, list_id, content) values (?, ?, ?::jsonb)",
                notices.stream()
                        .map(notice -> new Object[] {
                            notice.noticeId(), notice.listId(), Json.unchecked(() -> json.writeValueAsString(notice))
                        })
                        .toList());
    }

    private String written(@Nullable Picture picture) {
        return Json.unchecked(() -> json.writeValueAsString(picture));
    }

    private Picture picture(String stored) {
        return Json.unchecked(() -> json.readValue(stored, Picture.class));
    }
}

package cn.quality.standards.registry;

import cn.quality.platform.clock.LegalDates;
import cn.quality.platform.identifiers.RegionCode;
import cn.quality.platform.json.Json;
import cn.quality.platform.paging.Cursor;
import cn.quality.platform.paging.Page;
import cn.quality.platform.paging.PageRequest;
import cn.quality.platform.sql.Jdbc;
import cn.quality.standards.registry.RegistryEvent.PublicState;
import cn.quality.standards.registry.RegistryFacets.Facet;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the public asks the registries: who is in one on a day, as it was recorded at a moment. */
@ApplicationScoped
class RegistryLookup {

    /** Whoever has been withheld since is so whatever day is asked about. */
    private static final String LISTED =
            " and not exists (select 1 from registry_revision last where last.entry_id = r.entry_id"
                    + " and last.superseded_at is null and last.withheld)";

    private final Jdbc sql;
    private final ObjectMapper json;
    private final Clock clock;

    RegistryLookup(Jdbc sql, ObjectMapper json, Clock clock) {
        this.sql = sql;
        this.json = json;
        this.clock = clock;
    }

    private record Condition(String text, List<@Nullable Object> values) {}

    /** In the order in which they were proposed. */
    Page<RegistryEntryView> list(String kind, RegistryQuery query, PageRequest page) {
        var condition = condition(kind, query);
        var values = new ArrayList<>(condition.values());
        var text = condition.text() + LISTED;
        if (page.cursor().isPresent()) {
            text += " and r.entry_id > ?";
            values.add(page.cursor().get().uuid(0));
        }
        values.add(page.fetch());
        var day = day(query);
        var rows = sql.query(
                "select r.* from registry_revision r where " + text + " order by r.entry_id limit ?",
                row -> view(row, day),
                values.toArray());
        return Page.of(rows, page, row -> Cursor.of(row.id()));
    }

    RegistryFacets facets(RegistryKind kind, RegistryQuery query) {
        var condition = condition(kind.code(), query);
        var all = count(condition.text(), condition.values());
        var listed = count(condition.text() + LISTED, condition.values());
        var values = new ArrayList<@Nullable Object>();
        values.add(kind.counted().toArray(String[]::new));
        values.addAll(condition.values());
        var facets = sql.query(
                """
                select facet.field, facet.value, count(*) as n from registry_revision r
                cross join lateral (
                  select 'region' as field, r.region as value
                  union all select key, value from jsonb_each_text(r.fields) where key = any (?)) facet
                where\s""" + condition.text() + LISTED
                        + " group by facet.field, facet.value order by facet.field, count(*) desc, facet.value",
                row -> new Facet(row.getString("field"), row.getString("value"), row.getLong("n")),
                values.toArray());
        return new RegistryFacets(all, all - listed, facets);
    }

    private long count(String condition, List<@Nullable Object> values) {
        return sql.query(
                        "select count(*) from registry_revision r where " + condition,
                        row -> row.getLong(1),
                        values.toArray())
                .getFirst();
    }

    private LocalDate day(RegistryQuery query) {
        return query.on().orElseGet(() -> LegalDates.today(clock));
    }

    private Condition condition(String kind, RegistryQuery query) {
        var text = new StringBuilder("r.kind = ? and r.membership @> ?::date");
        var values = new ArrayList<@Nullable Object>(List.of(kind, day(query)));
        query.asOf()
                .ifPresentOrElse(
                        moment -> {
                            text.append(" and r.recorded_at <= ? and (r.superseded_at is null or r.superseded_at > ?)");
                            values.add(moment);
                            values.add(moment);
                        },
                        () -> text.append(" and r.superseded_at is null"));
        if (query.region() != null) {
            text.append(" and r.region like ?");
            values.add(new RegionCode(query.region()).prefix() + "%");
        }
        var wanted = query.wanted();
        if (!wanted.isEmpty()) {
            text.append(" and r.fields @> ?::jsonb");
            values.add(Json.unchecked(() -> json.writeValueAsString(wanted)));
        }
        query.fragment().ifPresent(fragment -> {
            text.append(" and r.search_grams @> ?::varchar[]");
            values.add(fragment.grams());
            fragment.patterns().forEach(pattern -> {
                text.append(" and r.search_text like ?");
                values.add(pattern);
            });
        });
        return new Condition(text.toString(), values);
    }

    private RegistryEntryView view(ResultSet row, LocalDate day) throws SQLException {
        var fields = row.getString("fields");
        var spells = new ArrayList<Spell>();
        for (var spell :
                row.getString("membership").replaceAll("[{}\\[)]", " ").strip().split(" +, +", -1)) {
            var ends = spell.strip().split(",", -1);
            spells.add(new Spell(LocalDate.parse(ends[0]), ends[1].isEmpty() ? null : LocalDate.parse(ends[1])));
        }
        var current = spells.stream()
                .filter(spell -> !day.isBefore(spell.from()))
                .toList()
                .getLast();
        return new RegistryEntryView(
                row.getObject("entry_id", UUID.class),
                row.getString("kind"),
                PublicState.ENTERED,
                row.getString("name"),
                row.getString("uscc"),
                row.getString("region"),
                new TreeMap<>(
                        Json.unchecked(() -> json.readValue(fields, new TypeReference<Map<String, String>>() {}))),
                current.from(),
                row.getObject("valid_until", LocalDate.class),
                current.until(),
                null,
                spells);
    }
}

package cn.quality.credit.screening;

import cn.quality.credit.enterprise.NameNormaliser;
import cn.quality.credit.matching.LegalName;
import cn.quality.platform.sql.Sql;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds whom a subject may mean, many subjects in one statement, and keeps receipts. */
@ApplicationScoped
class ScreeningRepository {

    /** Candidates per name that are ranked. Those that share most of the rare pairs come first. */
    private static final int RANKED = 200;

    private static final int PAIRS = 3;

    /** One statement, so that the version belongs to exactly these entries. */
    private static final String BY_CODE = """
            select v.version as list_version, e.uscc, e.name, e.region,
              (select array_agg(f.name order by f.position) from former_name f where f.enterprise_id = e.id) as former_names,
              (select json_agg(json_build_object('id', l.id, 'kind', l.kind, 'ground', l.ground, 'authority', l.authority,
                        'documentNumber', l.document_number, 'publishedAt', l.published_at)
                      order by l.published_at desc, l.id desc)
               from listing l
               where l.uscc = e.uscc and l.displayed and (l.valid_until is null or l.valid_until >= ?)
              ) as listed
            from list_version v left join enterprise e on e.uscc = any(?)""";

    /** Under the present name or one given up. */
    private static final String BY_NAME = """
            select asked.name as asked, e.uscc, e.name, e.region,
              (select array_agg(f.name order by f.position) from former_name f where f.enterprise_id = e.id) as former_names
            from unnest(?::text[]) as asked(name)
            cross join lateral (
              (select * from enterprise where normalised_name = asked.name order by id limit ?)
              union
              (select had.* from former_name f join enterprise had on had.id = f.enterprise_id
               where f.normalised_name = asked.name order by f.enterprise_id limit ?)) e""";

    /** How common pairs are, as the database counts it for itself; a pair it does not tell of is rare. */
    private static final String COMMON = """
            select c.pair, row_number() over (order by c.frequency, c.pair) as place
            from pg_stats s
            cross join lateral unnest(s.most_common_elems::text::text[], s.most_common_elem_freqs) as c(pair, frequency)
            where s.schemaname = current_schema() and s.tablename = 'enterprise' and s.attname = 'bigrams'
              and c.pair = any(?)""";

    private static final String BY_PAIRS = """
            select asked.name as asked, e.uscc, e.name, e.region,
              (select array_agg(f.name order by f.position) from former_name f where f.enterprise_id = e.id) as former_names
            from unnest(?::text[], ?::text[], ?::text[], ?::text[]) as asked(name, first, second, third)
            cross join lateral (
              select * from enterprise
              where bigrams && array_remove(array[asked.first, asked.second, asked.third], null)
              order by (asked.first = any(bigrams))::int + coalesce((asked.second = any(bigrams))::int, 0)
                     + coalesce((asked.third = any(bigrams))::int, 0) desc, id
              limit ?) e""";

    private static final TypeReference<List<ScreeningAnswer.Entry>> ENTRIES = new TypeReference<>() {};

    private final Sql sql;
    private final ObjectMapper json;

    ScreeningRepository(Sql sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** An enterprise on file. */
    record Known(String uscc, String name, String region, List<String> formerNames) {}

    /** @param listed published entries in force */
    record Confirmed(Known enterprise, List<ScreeningAnswer.Entry> listed) {}

    /** @param byCode enterprises by their codes */
    record OnFile(long listVersion, Map<String, Confirmed> byCode) {}

    /** @param today legal date on which an entry must still be in force */
    OnFile byCodes(Collection<String> codes, LocalDate today) {
        var version = new long[1];
        var found = new HashMap<String, Confirmed>();
        sql.stream(
                BY_CODE,
                row -> {
                    version[0] = row.getLong("list_version");
                    return row.getString("uscc") == null
                            ? Optional.<Confirmed>empty()
                            : Optional.of(new Confirmed(known(row), entries(row.getString("listed"))));
                },
                row -> row.ifPresent(one -> found.put(one.enterprise().uscc(), one)),
                today,
                codes.toArray(String[]::new));
        return new OnFile(version[0], found);
    }

    /** Enterprises by normalised names that are or were exactly these. */
    Map<String, List<Known>> byNames(Collection<String> normalised) {
        var found = new HashMap<String, List<Known>>();
        if (!normalised.isEmpty()) {
            collect(found, BY_NAME, normalised.toArray(String[]::new), RANKED, RANKED);
        }
        return found;
    }

    /** Enterprises whose names share a rare pair of characters with the core of a name, by that name. */
    Map<LegalName, List<Known>> alike(Collection<LegalName> names) {
        var pairs =
                names.stream().collect(Collectors.toMap(name -> name, ScreeningRepository::pairs, (one, same) -> one));
        var all = pairs.values().stream().flatMap(List::stream).distinct().toArray(String[]::new);
        if (all.length == 0) {
            return Map.of();
        }
        var places =
                sql.query(COMMON, row -> Map.entry(row.getString("pair"), row.getInt("place")), (Object) all).stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        var byCanonical = new HashMap<String, LegalName>();
        var columns = List.of(
                new ArrayList<@Nullable String>(),
                new ArrayList<@Nullable String>(),
                new ArrayList<@Nullable String>(),
                new ArrayList<@Nullable String>());
        pairs.forEach((name, of) -> {
            if (!of.isEmpty() && byCanonical.put(name.canonical(), name) == null) {
                var rarest = of.stream()
                        .sorted(Comparator.comparingInt(pair -> places.getOrDefault(pair, 0)))
                        .limit(PAIRS)
                        .toList();
                columns.getFirst().add(name.canonical());
                for (int i = 0; i < PAIRS; i++) {
                    columns.get(i + 1).add(i < rarest.size() ? rarest.get(i) : null);
                }
            }
        });
        var found = new HashMap<String, List<Known>>();
        collect(
                found,
                BY_PAIRS,
                columns.get(0).toArray(String[]::new),
                columns.get(1).toArray(String[]::new),
                columns.get(2).toArray(String[]::new),
                columns.get(3).toArray(String[]::new),
                RANKED);
        return pairs.keySet().stream()
                .collect(Collectors.toMap(name -> name, name -> found.getOrDefault(name.canonical(), List.of())));
    }

    void keep(ScreeningReceipt receipt) {
        sql.update(
                "insert into screening (id, client, asked_at, purpose, list_version, subjects, matches, request_digest)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                receipt.id(),
                receipt.client(),
                receipt.askedAt(),
                receipt.purpose(),
                receipt.listVersion(),
                receipt.subjects(),
                receipt.matches(),
                receipt.requestDigest());
    }

    Optional<ScreeningReceipt> receipt(UUID id) {
        return sql.first(
                "select * from screening where id = ?",
                row -> new ScreeningReceipt(
                        row.getObject("id", UUID.class),
                        row.getString("client"),
                        Sql.instant(row, "asked_at"),
                        row.getString("purpose"),
                        row.getLong("list_version"),
                        row.getInt("subjects"),
                        row.getInt("matches"),
                        row.getString("request_digest")),
                id);
    }

    /** Those far apart come first: among pairs equally rare, one wrong character should not spoil all three. */
    private static List<String> pairs(LegalName name) {
        var inOrder = List.copyOf(NameNormaliser.bigrams(name.written()));
        if (inOrder.isEmpty()) {
            inOrder = List.copyOf(NameNormaliser.bigrams(name.canonical()));
        }
        var apart = new LinkedHashSet<String>();
        if (!inOrder.isEmpty()) {
            apart.add(inOrder.getFirst());
            apart.add(inOrder.getLast());
            apart.add(inOrder.get(inOrder.size() / 2));
            apart.addAll(inOrder);
        }
        return List.copyOf(apart);
    }

    private void collect(Map<String, List<Known>> found, String statement, Object... args) {
        sql.stream(
                statement,
                row -> Map.entry(row.getString("asked"), known(row)),
                row -> found.computeIfAbsent(row.getKey(), asked -> new ArrayList<>())
                        .add(row.getValue()),
                args);
    }

    private static Known known(ResultSet row) throws SQLException {
        var former = row.getArray("former_names");
        return new Known(
                row.getString("uscc"),
                row.getString("name"),
                row.getString("region"),
                former == null ? List.of() : List.of((String[]) former.getArray()));
    }

    private List<ScreeningAnswer.Entry> entries(@Nullable String listed) {
        try {
            return listed == null ? List.of() : json.readValue(listed, ENTRIES);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}

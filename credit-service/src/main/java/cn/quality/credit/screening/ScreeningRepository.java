package cn.quality.credit.screening;

import cn.quality.credit.listing.ListKind;
import cn.quality.credit.matching.LegalName;
import cn.quality.platform.identifiers.Bigrams;
import cn.quality.platform.sql.Jdbc;
import jakarta.enterprise.context.ApplicationScoped;
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
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds whom a subject may mean, many subjects in one statement, and stores receipts. */
@ApplicationScoped
class ScreeningRepository {

    /** Candidates per name that are ranked. Those that share most of the rare pairs come first. */
    private static final int RANKED = 200;

    private static final int PAIRS = 3;

    /** One statement, so that the version belongs to exactly these entries. */
    private static final String ENTRIES = """
            select v.version as list_version, l.uscc, l.id, l.kind, l.ground, l.authority, l.document_number, l.published_at
            from list_version v
            left join displayed_listing l on l.uscc = any(?) and (l.valid_until is null or l.valid_until >= ?)
              and l.first_listed_in <= coalesce(?, v.version)
            order by l.published_at desc, l.id desc""";

    private static final String BY_CODE =
            "select uscc, name, normalised_name, region, null as former_names from enterprise where uscc = any(?)";

    /** Under the present name or one given up. */
    private static final String BY_NAME = """
            select asked.name as asked, e.uscc, e.name, e.normalised_name, e.region,
              (select array_agg(f.name order by f.position) from former_name f where f.enterprise_id = e.id) as former_names
            from unnest(?::text[], ?::text[]) as asked(name, spelling)
            cross join lateral (
              (select * from enterprise where normalised_name = asked.spelling order by id limit ?)
              union
              (select had.* from former_name f join enterprise had on had.id = f.enterprise_id
               where f.normalised_name = asked.spelling order by f.enterprise_id limit ?)) e""";

    /** How common pairs are, as the database counts it for itself; a pair it does not tell of is rare. */
    private static final String COMMON = """
            select c.pair, row_number() over (order by c.frequency, c.pair) as place
            from pg_stats s
            cross join lateral unnest(s.most_common_elems::text::text[], s.most_common_elem_freqs) as c(pair, frequency)
            where s.schemaname = current_schema() and s.tablename = 'enterprise' and s.attname = 'bigrams'
              and c.pair = any(?)""";

    private static final String BY_PAIRS = """
            select asked.name as asked, e.uscc, e.name, e.normalised_name, e.region, null as former_names
            from unnest(?::text[], ?::text[], ?::text[], ?::text[]) as asked(name, first, second, third)
            cross join lateral (
              select * from enterprise
              where bigrams && array_remove(array[asked.first, asked.second, asked.third], null)
              order by (asked.first = any(bigrams))::int + coalesce((asked.second = any(bigrams))::int, 0)
                     + coalesce((asked.third = any(bigrams))::int, 0) desc, id
              limit ?) e""";

    private final Jdbc sql;

    ScreeningRepository(Jdbc sql) {
        this.sql = sql;
    }

    /**
     * An enterprise on file.
     *
     * @param formerNames returned only for an enterprise found by an equal name
     */
    record Known(String uscc, String name, String normalisedName, String region, List<String> formerNames) {}

    /** @param byCode entries that stand, by the code of their enterprise, the latest first */
    record Entries(long listVersion, Map<String, List<ScreeningAnswer.Entry>> byCode) {

        List<ScreeningAnswer.Entry> of(String uscc) {
            return byCode.getOrDefault(uscc, List.of());
        }
    }

    /**
     * What the public may read of these enterprises.
     *
     * @param today legal date on which an entry must still be in force
     * @param upTo version of the lists after which an entry is too new; empty for the present version
     */
    Entries entries(Collection<String> codes, LocalDate today, Optional<Long> upTo) {
        var version = new long[1];
        var found = new HashMap<String, List<ScreeningAnswer.Entry>>();
        sql.stream(
                ENTRIES,
                row -> {
                    version[0] = row.getLong("list_version");
                    var uscc = row.getString("uscc");
                    if (uscc != null) {
                        found.computeIfAbsent(uscc, code -> new ArrayList<>()).add(entry(row));
                    }
                    return true;
                },
                row -> {},
                codes.toArray(String[]::new),
                today,
                upTo.orElse(null));
        return new Entries(version[0], found);
    }

    List<Known> byCodes(Collection<String> codes) {
        return codes.isEmpty()
                ? List.of()
                : sql.query(BY_CODE, ScreeningRepository::known, (Object) codes.toArray(String[]::new));
    }

    /** In the order of their names. */
    List<Known> beginningWith(String normalised, int most) {
        return sql.query(
                "select uscc, name, normalised_name, region, null as former_names from enterprise"
                        + " where normalised_name >= ? and normalised_name < ? order by normalised_name, id limit ?",
                ScreeningRepository::known,
                normalised,
                normalised + Character.toString(Character.MAX_CODE_POINT),
                most);
    }

    /**
     * Enterprises that bear or bore exactly such a name.
     *
     * @param spellings normalised spellings by the name they are tried for
     */
    Map<String, List<Known>> byNames(Map<String, Set<String>> spellings) {
        var found = new HashMap<String, List<Known>>();
        if (!spellings.isEmpty()) {
            var pairs = spellings.entrySet().stream()
                    .flatMap(entry -> entry.getValue().stream().map(spelling -> Map.entry(entry.getKey(), spelling)))
                    .toList();
            collect(
                    found,
                    BY_NAME,
                    pairs.stream().map(Map.Entry::getKey).toArray(String[]::new),
                    pairs.stream().map(Map.Entry::getValue).toArray(String[]::new),
                    RANKED,
                    RANKED);
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
                        Jdbc.instant(row, "asked_at"),
                        row.getString("purpose"),
                        row.getLong("list_version"),
                        row.getInt("subjects"),
                        row.getInt("matches"),
                        row.getString("request_digest")),
                id);
    }

    /** Those far apart come first: among pairs equally rare, one wrong character should not spoil all three. */
    private static List<String> pairs(LegalName name) {
        var inOrder = List.copyOf(Bigrams.of(name.written()));
        if (inOrder.isEmpty()) {
            inOrder = List.copyOf(Bigrams.of(name.canonical()));
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
                row.getString("normalised_name"),
                row.getString("region"),
                former == null ? List.of() : List.of((String[]) former.getArray()));
    }

    private static ScreeningAnswer.Entry entry(ResultSet row) throws SQLException {
        return new ScreeningAnswer.Entry(
                row.getObject("id", UUID.class),
                ListKind.valueOf(row.getString("kind")),
                row.getString("ground"),
                row.getString("authority"),
                row.getString("document_number"),
                Jdbc.instant(row, "published_at"));
    }
}

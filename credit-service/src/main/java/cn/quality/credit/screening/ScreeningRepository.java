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

/** Finds whom a subject may mean, many subjects in one statement, and stores receipts. */
@ApplicationScoped
class ScreeningRepository {

    /** Candidates per name that are ranked. Those that share most of the rare pairs come first. */
    private static final int RANKED = 200;

    /** Rows that may be looked at for a name, as far as it can be known before: rare pairs first, until they are as many. */
    private static final int EXPECTED_ROWS = 1_000;

    /** A pair in more names than this tells nothing: to look for 有限 is to read the register. */
    private static final int TOO_COMMON = 20_000;

    /** So many pairs at most while the database has not counted them yet. */
    private static final int MOST_PAIRS_UNCOUNTED = 12;

    /** One statement, so that the version belongs to exactly these entries. */
    private static final String ENTRIES = """
            select v.version as list_version, l.uscc, l.id, l.kind, l.ground, l.authority, l.document_number, l.published_at
            from list_version v
            left join displayed_listing l on l.uscc = any(?) and (l.valid_until is null or l.valid_until >= ?)
              and l.first_listed_in <= coalesce(?, v.version)
            order by l.published_at desc, l.id desc""";

    private static final String BY_CODE =
            "select uscc, name, normalised_name, region, null as former_names from enterprise where uscc = any(?)";

    private static final String BY_CODE_WITH_FORMER_NAMES = """
            select e.uscc, e.name, e.normalised_name, e.region,
              (select array_agg(f.name order by f.position) from former_name f where f.enterprise_id = e.id) as former_names
            from enterprise e where e.uscc = any(?)""";

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

    /** In how many names pairs are, as the database counts it for itself; a pair it does not tell of is rare. */
    private static final String COMMON = """
            select c.pair, c.frequency * t.reltuples as names
            from pg_stats s
            join pg_class t on t.oid = 'enterprise'::regclass
            cross join lateral unnest(s.most_common_elems::text::text[], s.most_common_elem_freqs) as c(pair, frequency)
            where s.schemaname = current_schema() and s.tablename = 'enterprise' and s.attname = 'bigrams'
              and c.pair = any(?)""";

    /** Each pair by the index, without a look at the names; those that share most of the pairs come first. */
    private static final String BY_PAIRS = """
            select asked.name as asked, e.uscc, e.name, e.normalised_name, e.region, null as former_names
            from unnest(?::text[], ?::text[]) as asked(name, pairs)
            cross join lateral (
              select known.* from (
                select found.id, count(*) as shared
                from unnest(string_to_array(asked.pairs, ' ')) as pair
                cross join lateral (select id from enterprise where bigrams @> array[pair]) found
                group by found.id order by shared desc, found.id limit ?) best
              join enterprise known on known.id = best.id) e""";

    private static final String BEGINNING_WITH = """
            select uscc, name, normalised_name, region, null as former_names
            from (select 1 as part, normalised_name as key, id, uscc, name, normalised_name, region from enterprise
                  where normalised_name >= ? and normalised_name < ?
                  union all
                  select 2, uscc, id, uscc, name, normalised_name, region from enterprise where uscc >= ? and uscc < ?) found
            order by part, key, id offset ? limit ?""";

    private static final String LAST = Character.toString(Character.MAX_CODE_POINT);

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

    /** @param withFormerNames whether names will be compared */
    List<Known> byCodes(Collection<String> codes, boolean withFormerNames) {
        return codes.isEmpty()
                ? List.of()
                : sql.query(withFormerNames ? BY_CODE_WITH_FORMER_NAMES : BY_CODE, ScreeningRepository::known, (Object)
                        codes.toArray(String[]::new));
    }

    /** Whose names begin so, in their order; then whose codes do. */
    List<Known> beginningWith(String normalisedName, String code, int skipped, int most) {
        return sql.query(
                BEGINNING_WITH,
                ScreeningRepository::known,
                normalisedName,
                normalisedName + LAST,
                code,
                code + LAST,
                skipped,
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

    /** Enterprises whose names share rare pairs of characters with the core of a name, by that name. */
    Map<LegalName, List<Known>> alike(Collection<LegalName> names) {
        var pairs =
                names.stream().collect(Collectors.toMap(name -> name, ScreeningRepository::pairs, (one, same) -> one));
        var all = pairs.values().stream().flatMap(Set::stream).distinct().toArray(String[]::new);
        if (all.length == 0) {
            return Map.of();
        }
        var common =
                sql
                        .query(COMMON, row -> Map.entry(row.getString("pair"), row.getDouble("names")), (Object) all)
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        var byCanonical = new HashMap<String, LegalName>();
        var canonical = new ArrayList<String>();
        var chosen = new ArrayList<String>();
        pairs.forEach((name, of) -> {
            if (!of.isEmpty() && byCanonical.put(name.canonical(), name) == null) {
                canonical.add(name.canonical());
                chosen.add(String.join(" ", rarest(of, common)));
            }
        });
        var found = new HashMap<String, List<Known>>();
        collect(found, BY_PAIRS, canonical.toArray(String[]::new), chosen.toArray(String[]::new), RANKED);
        return pairs.keySet().stream()
                .collect(Collectors.toMap(name -> name, name -> found.getOrDefault(name.canonical(), List.of())));
    }

    /** As many as lead to no more rows than can be looked at, but one that is known to occur if there is one. */
    private static List<String> rarest(Set<String> pairs, Map<String, Double> common) {
        if (common.isEmpty()) {
            return pairs.stream().limit(MOST_PAIRS_UNCOUNTED).toList();
        }
        var chosen = new ArrayList<String>();
        double rows = 0;
        for (var pair : pairs.stream()
                .sorted(Comparator.comparingDouble(pair -> common.getOrDefault(pair, 0.0)))
                .toList()) {
            double names = common.getOrDefault(pair, 0.0);
            if (names > TOO_COMMON || (rows > 0 && rows + names > EXPECTED_ROWS)) {
                break;
            }
            rows += names;
            chosen.add(pair);
        }
        return chosen;
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

    /**
     * The pairs of a name in their order, each also the other way round: of two characters that were swapped, that is the
     * pair the register has.
     */
    private static Set<String> pairs(LegalName name) {
        var inOrder = Bigrams.of(name.written());
        var pairs = new LinkedHashSet<String>();
        (inOrder.isEmpty() ? Bigrams.of(name.canonical()) : inOrder).forEach(pair -> {
            pairs.add(pair);
            pairs.add(new StringBuilder(pair).reverse().toString());
        });
        return pairs;
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

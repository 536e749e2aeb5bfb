package cn.quality.standards.impact;

import cn.quality.platform.clock.LegalDates;
import cn.quality.platform.paging.Cursor;
import cn.quality.platform.paging.Page;
import cn.quality.platform.paging.PageRequest;
import cn.quality.platform.sql.Jdbc;
import cn.quality.standards.catalogue.StandardLookup;
import cn.quality.standards.catalogue.StandardRef;
import cn.quality.standards.catalogue.Status;
import cn.quality.standards.number.StandardNumber;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class PostgresDependantLookup implements DependantLookup {

    /**
     * The graph is walked along names: from a standard to the editions it replaces, from a number to the other numbers of the
     * same edition, from the edition in force to its undated number, from each of these to the standards that cite it. UNION
     * takes each name once, so circles and the many ways through a line of editions that each name all earlier ones cost
     * nothing; CYCLE would keep every way. How many names there will be no planner can know: OFFSET 0 keeps it from reading all
     * declarations for a few of them.
     */
    private static final String WALK = """
            with recursive asked (id, today) as (select ?::uuid, ?::date),
            named (name, citing) as (
              select s.number_key, false from standard s join asked on asked.id = s.id
              union
              select step.name, step.citing from named n cross join lateral (
                select r.object_key, false from standard_relation r
                where r.subject_key = n.name and r.kind in ('REPLACES', 'REPLACES_IN_PART') and not n.citing
                union all
                select r.object_key, n.citing from standard_relation r
                where r.subject_key = n.name and r.kind = 'RENUMBERED'
                union all
                select r.subject_key, n.citing from standard_relation r
                where r.object_key = n.name and r.kind = 'RENUMBERED'
                union all
                select s.undated_key, n.citing from standard s, asked
                where s.number_key = n.name and standard_status(
                  s.status, s.implemented_on, s.abolished_on, s.replaced_on, asked.today) = 'IN_FORCE'
                union all
                select r.subject_key, true from standard_relation r where r.object_key = n.name and r.kind = 'CITES'
              ) step (name, citing)),
            standards as (
              select s.id, s.number_key, s.number, s.title_zh, cited.name as through, not cited.citing as direct,
                standard_status(s.status, s.implemented_on, s.abolished_on, s.replaced_on, asked.today) as status
              from asked, named n join standard s on s.number_key = n.name
              cross join lateral (
                select c.name, c.citing from standard_relation r join named c on c.name = r.object_key
                where r.subject_key = s.number_key and r.kind = 'CITES' order by c.citing, c.name limit 1) cited
              where n.citing and not exists (select 1 from named e where e.name = n.name and not e.citing)),
            declarations as (
              select distinct on (d.id) d.*, n.name as through, not n.citing as direct from named n cross join lateral (
                select d.id, d.uscc, d.number, d.title from followed_standard f join declaration d on d.id = f.declaration_id
                where f.name = n.name and d.state = 'PUBLIC' offset 0) d
              order by d.id, n.citing, n.name),
            products as (
              select distinct on (key) md5(coalesce(p.gtin, d.uscc || p.name || ' ' || coalesce(p.model, ''))) as key,
                d.uscc, p.name, p.model, p.gtin, d.through, d.direct
              from declarations d cross join lateral (
                select * from declaration_product p where p.declaration_id = d.id offset 0) p
              order by key, d.direct desc, d.through, d.id, p.position),
            enterprises as (
              select distinct on (uscc) uscc, through, direct from declarations order by uscc, direct desc, through)
            """;

    private static final String COUNTED = """
            , counted as (
              select (select count(*) from standards) as standards, (select count(*) from declarations) as declarations,
                (select count(*) from products) as products, (select count(*) from enterprises) as enterprises)
            """;

    private static final String COUNTS = WALK + COUNTED + "select * from counted";

    private static final String PAGE = WALK + COUNTED + """
            , page (kind, after_kind, after_key, rows) as (select ?::integer, ?::integer, ?::varchar, ?::integer)
            select counted.*, shown.*, known.name as enterprise_name
            from counted left join (
              select found.* from page, (
                select 0 as kind, number_key collate "C" as key, through, direct, id, number, title_zh as title, status,
                  null as uscc, null as model, null as gtin from standards
                union all
                select 1, id::varchar collate "C", through, direct, id, number, title, null, uscc, null, null from declarations
                union all
                select 2, key collate "C", through, direct, null, null, name, null, uscc, model, gtin from products
                union all
                select 3, uscc collate "C", through, direct, null, null, null, null, uscc, null, null from enterprises
              ) found
              where (page.kind < 0 or found.kind = page.kind)
                and (found.kind, found.key) > (page.after_kind, page.after_key)
              order by found.kind, found.key limit (select rows from page)
            ) shown on true left join declarant known on known.uscc = shown.uscc
            order by shown.kind, shown.key""";

    private static final String STANDARD = """
            select id, number, number_key, title_zh, standard_effect(id, ?) as effect,
              standard_status(status, implemented_on, abolished_on, replaced_on, ?) as status from standard where id = ?""";

    private static final int ALL = -1;

    private final Jdbc sql;
    private final StandardLookup catalogue;
    private final Clock clock;

    PostgresDependantLookup(Jdbc sql, StandardLookup catalogue, Clock clock) {
        this.sql = sql;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    private record Asked(StandardRef standard, StandardNumber number, Effect effect) {}

    private record Row(int kind, String key, Dependant dependant) {}

    /** @param row none when the page is empty */
    private record Found(DependantCounts counts, Optional<Row> row) {}

    @Override
    public Optional<DependantsView> dependants(UUID standard, Optional<DependantKind> kind, PageRequest page) {
        var today = LegalDates.today(clock);
        return sql.first(STANDARD, PostgresDependantLookup::asked, today, today, standard)
                .map(asked -> {
                    var found = found(standard, kind, page, today);
                    var rows = found.stream().flatMap(one -> one.row().stream()).toList();
                    var shown = Page.of(rows, page, row -> Cursor.of(row.kind(), row.key()))
                            .map(Row::dependant);
                    return new DependantsView(
                            asked.standard(),
                            asked.effect(),
                            catalogue.successors(asked.number()),
                            found.getFirst().counts(),
                            shown.items(),
                            shown.next());
                });
    }

    private static Asked asked(ResultSet row) throws SQLException {
        return new Asked(
                new StandardRef(
                        row.getObject("id", UUID.class),
                        row.getString("number"),
                        row.getString("title_zh"),
                        Status.valueOf(row.getString("status"))),
                StandardNumber.of(row.getString("number_key")),
                Effect.valueOf(row.getString("effect")));
    }

    private List<Found> found(UUID standard, Optional<DependantKind> kind, PageRequest page, LocalDate today) {
        var after = page.cursor();
        return sql.query(
                PAGE,
                row -> new Found(counts(row), row.getString("key") == null ? Optional.empty() : Optional.of(row(row))),
                standard,
                today,
                kind.map(DependantKind::ordinal).orElse(ALL),
                after.map(cursor -> cursor.key(0, Integer::valueOf)).orElse(ALL),
                after.map(cursor -> cursor.text(1)).orElse(""),
                page.fetch());
    }

    @Override
    public DependantCounts counts(UUID standard) {
        return sql.first(COUNTS, PostgresDependantLookup::counts, standard, LegalDates.today(clock))
                .orElseThrow();
    }

    private static DependantCounts counts(ResultSet row) throws SQLException {
        return new DependantCounts(
                row.getLong("standards"),
                row.getLong("declarations"),
                row.getLong("products"),
                row.getLong("enterprises"));
    }

    private static Row row(ResultSet row) throws SQLException {
        var kind = DependantKind.values()[row.getInt("kind")];
        var uscc = row.getString("uscc");
        return new Row(
                kind.ordinal(),
                row.getString("key"),
                new Dependant(
                        kind,
                        row.getString("through"),
                        row.getBoolean("direct"),
                        kind != DependantKind.STANDARD
                                ? null
                                : new StandardRef(
                                        row.getObject("id", UUID.class),
                                        row.getString("number"),
                                        row.getString("title"),
                                        Status.valueOf(row.getString("status"))),
                        kind != DependantKind.DECLARATION
                                ? null
                                : new Dependant.Declared(
                                        row.getObject("id", UUID.class),
                                        row.getString("number"),
                                        row.getString("title"),
                                        uscc,
                                        row.getString("enterprise_name")),
                        kind != DependantKind.PRODUCT
                                ? null
                                : new Dependant.MadeProduct(
                                        row.getString("title"), row.getString("model"), row.getString("gtin"), uscc),
                        kind != DependantKind.ENTERPRISE
                                ? null
                                : new Dependant.Follower(uscc, row.getString("enterprise_name"))));
    }
}

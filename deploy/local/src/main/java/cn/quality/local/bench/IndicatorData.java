package cn.quality.local.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Fills the empty, migrated database of the indicator-service with fictional areas, indicators and published figures: what
 * {@code deploy/bench} measures on.
 *
 * <p>The rows are made by the database itself: ten million would take hours over HTTP. A series has the figures of twenty years
 * in five revisions each, all published, which makes a hundred rows. At full scale there are 500 indicators by 200 areas: one
 * city, twelve counties, and zones within these. One indicator in five has a target of the city.
 */
@Command(name = "indicator-data", mixinStandardHelpOptions = true)
public final class IndicatorData implements Callable<Integer> {

    private static final int YEARS = 20;
    private static final int REVISIONS = 5;
    private static final int MOST_AREAS = 200;
    private static final int AT_FULL_SCALE = 10_000_000;

    private static final String PLAN = "示例指标应逐年提高。";

    @Option(names = "--port", required = true, description = "of the PostgreSQL on 127.0.0.1")
    private int port;

    @Option(names = "--scale", required = true, description = "how many observations")
    private int scale;

    private IndicatorData() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new IndicatorData()).execute(arguments));
    }

    @Override
    public Integer call() throws SQLException {
        int areas = Math.max(20, (int) Math.round(MOST_AREAS * Math.sqrt((double) scale / AT_FULL_SCALE)));
        int indicators = Math.max(1, scale / YEARS / REVISIONS / areas);
        // As psql and pgbench are given it.
        var password = Objects.requireNonNullElse(System.getenv("PGPASSWORD"), "");
        try (var connection = DriverManager.getConnection(
                        "jdbc:postgresql://127.0.0.1:" + port + "/indicator", "postgres", password);
                var sql = connection.createStatement()) {
            catalogue(sql, areas, indicators);
            var keys = keys(connection);
            for (var key : keys) {
                sql.execute(key.drop());
            }
            observations(sql);
            for (var key : keys) {
                sql.execute(key.add());
            }
            sql.execute("VACUUM (ANALYZE)");
            sql.execute("CHECKPOINT");
        }
        return 0;
    }

    private static void catalogue(Statement sql, int areas, int indicators) throws SQLException {
        sql.execute("""
                INSERT INTO plan (id, title, period, source, text, version)
                VALUES ('bench', '示例规划', '2016-2030', '示例', '%s', 1)""".formatted(PLAN));
        sql.execute("INSERT INTO area (code, name, kind, version) VALUES ('990000', '示例市', 'CITY', 1)");
        sql.execute("""
                INSERT INTO area (code, name, kind, parent, version)
                SELECT format('9900%s', lpad(n::text, 2, '0')), format('示例区%s', n), 'COUNTY', '990000', 1
                FROM generate_series(1, 12) n""");
        sql.execute("""
                INSERT INTO area (code, name, kind, parent, version)
                SELECT format('9900%%s-Z%%s', lpad((1 + n %% 12)::text, 2, '0'), n), format('示例功能区%%s', n), 'FUNCTION_ZONE',
                       format('9900%%s', lpad((1 + n %% 12)::text, 2, '0')), 1
                FROM generate_series(1, %d - 13) n""".formatted(areas));
        sql.execute("""
                INSERT INTO indicator (code, name_zh, name_en, domain, unit, kind, direction, search_text, version)
                SELECT format('BENCH_%%s', lpad(n::text, 4, '0')), format('示例合格率%%s', n), format('Fictional rate %%s', n),
                       (ARRAY['product', 'food', 'service', 'engineering', 'brand', 'technology'])[1 + n %% 6], '%%', 'REACH',
                       'AT_LEAST', format('bench_%%s', n), 1
                FROM generate_series(1, %d) n""".formatted(indicators));
        sql.execute("""
                INSERT INTO indicator_plan (code, position, plan) SELECT code, 0, 'bench' FROM indicator""");
        sql.execute("""
                INSERT INTO definition (indicator, version, valid_from, scope_zh, scope_en, unit, measure, decimals, lowest,
                  highest, revision)
                SELECT code, 1, date '1949-01-01', name_zh, name_en, '%', 'RATE', 1, 0, 100, 0 FROM indicator""");
        sql.execute("""
                INSERT INTO target (id, indicator, definition, plan, area, kind, direction, baseline_year, baseline_value,
                  baseline_qualifier, baseline_text, figure_year, figure_value, figure_qualifier, figure_text, method, version)
                SELECT 'bench.' || lower(replace(code, '_', '-')), code, 1, 'bench', '990000', 'REACH', 'AT_LEAST', 2015, 50,
                       'EQ', '50%', 2030, 95, 'GE', '95%', 'LINEAR', 1
                FROM indicator WHERE right(code, 1) IN ('0', '5')""");
        sql.execute("""
                INSERT INTO target_passage (target, position, plan, text, start_offset, about)
                SELECT id, 0, 'bench', '示例指标应逐年提高', 0, 'TARGET' FROM target""");
        sql.execute("""
                INSERT INTO series (indicator, definition, area, frequency)
                SELECT i.code, 1, a.code, 'A' FROM indicator i, area a ORDER BY i.code, a.code""");
    }

    /** Values wander by a fixed rule, so that every run measures on the same; the last year is the one before this. */
    private static void observations(Statement sql) throws SQLException {
        sql.execute("SET session_replication_role = replica");
        sql.execute("SET synchronous_commit = off");
        sql.execute("""
                INSERT INTO observation (series, period_start, revision, value, qualifier, numerator, denominator, status, source,
                  reason, recorded_at, recorded_by, published_at)
                SELECT s.id, make_date(year, 1, 1), revision, (passed / 5)::numeric(5, 1), 'EQ', passed, 500, 'A', '示例年度通报',
                       CASE WHEN revision > 1 THEN '示例复核更正' END, moment, 'bench', moment + interval '1 day'
                FROM series s, generate_series(%1$d - %2$d, %1$d - 1) year, generate_series(1, %3$d) revision
                CROSS JOIN LATERAL (SELECT
                  200 + ((s.id * 31 + year * 17 + revision * 3) %% 300)::numeric AS passed,
                  make_timestamptz(year + 1, 2, 1, 9, 0, 0, 'Asia/Shanghai') + revision * interval '30 days' AS moment) made
                ORDER BY s.id, year, revision""".formatted(
                        java.time.LocalDate.now(java.time.ZoneOffset.ofHours(8)).getYear(), YEARS, REVISIONS));
        sql.execute("""
                INSERT INTO published_extent (indicator, area, frequency, periods, first_period, last_period)
                SELECT s.indicator, s.area, s.frequency, span.periods, span.first, span.last
                FROM series s, (SELECT count(DISTINCT period_start) AS periods, min(period_start) AS first, max(period_start) AS last
                  FROM observation WHERE series = (SELECT min(id) FROM series)) span""");
        sql.execute("SET session_replication_role = origin");
    }

    private record Key(String drop, String add) {}

    /** Built at once they cost a fraction of being kept up row by row. */
    private static List<Key> keys(Connection connection) throws SQLException {
        try (var sql = connection.createStatement();
                var rows = sql.executeQuery("""
                        SELECT format('ALTER TABLE observation DROP CONSTRAINT %I', conname),
                               format('ALTER TABLE observation ADD CONSTRAINT %I %s', conname, pg_get_constraintdef(oid))
                        FROM pg_constraint WHERE conrelid = 'observation'::regclass AND contype IN ('p', 'u')
                        UNION ALL
                        SELECT format('DROP INDEX %I', indexname), indexdef
                        FROM pg_indexes i WHERE tablename = 'observation'
                          AND NOT EXISTS (SELECT FROM pg_constraint c WHERE c.conname = i.indexname)""")) {
            var keys = new ArrayList<Key>();
            while (rows.next()) {
                keys.add(new Key(rows.getString(1), rows.getString(2)));
            }
            return keys;
        }
    }
}

package cn.quality.credit.lookup;

import cn.quality.credit.archive.Award;
import cn.quality.platform.identifiers.RegionCode;
import cn.quality.platform.paging.Cursor;
import cn.quality.platform.paging.Page;
import cn.quality.platform.paging.PageRequest;
import cn.quality.platform.sql.Jdbc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

@ApplicationScoped
class PostgresHonourLookup implements HonourLookup {

    private static final String HONOURS = """
            select r.id, r.uscc, e.name, e.region, coalesce(r.details->>'award', 'OTHER') as award, r.details->>'level' as level,
              r.details->>'round' as round, r.title, r.details->>'product' as product, r.source_department,
              r.details->>'documentNumber' as document_number, r.occurred_on, r.valid_to, e.fictional
            from archive_record r join enterprise e on e.uscc = r.uscc
            where r.kind = 'HONOUR' and r.disclosure = 'PUBLIC' and r.standing
              and coalesce(r.valid_from, r.occurred_on) <= ? and (r.valid_to is null or r.valid_to >= ?)%s
            order by r.occurred_on desc, r.id desc%s""";

    private final Jdbc sql;

    PostgresHonourLookup(Jdbc sql) {
        this.sql = sql;
    }

    @Override
    public Page<PublicHonour> page(Filter filter, PageRequest page) {
        var where = Conditions.of(filter);
        page.cursor()
                .ifPresent(last ->
                        where.and("(r.occurred_on, r.id) < (?, ?)", last.key(0, LocalDate::parse), last.uuid(1)));
        var rows = sql.query(
                HONOURS.formatted(where.text, " limit " + page.fetch()),
                PostgresHonourLookup::honour,
                where.arguments.toArray());
        return Page.of(rows, page, honour -> Cursor.of(honour.awardedOn(), honour.id()));
    }

    @Override
    public void all(Filter filter, Consumer<? super PublicHonour> consumer) {
        var where = Conditions.of(filter);
        // In a transaction the rows come a thousand at a time.
        QuarkusTransaction.requiringNew()
                .run(() -> sql.stream(
                        HONOURS.formatted(where.text, ""),
                        PostgresHonourLookup::honour,
                        consumer,
                        where.arguments.toArray()));
    }

    /** What a filter asks for, in SQL. */
    private static final class Conditions {

        private final StringBuilder text = new StringBuilder();
        private final List<Object> arguments = new ArrayList<>();

        static Conditions of(Filter filter) {
            var where = new Conditions();
            where.arguments.addAll(List.of(filter.validOn(), filter.validOn()));
            filter.award().ifPresent(award -> where.and("r.details->>'award' = ?", award.name()));
            filter.level().ifPresent(level -> where.and("r.details->>'level' = ?", level));
            filter.round().ifPresent(round -> where.and("r.details->>'round' = ?", round));
            filter.region().map(RegionCode::prefix).ifPresent(prefix -> where.and("e.region like ?", prefix + "%"));
            return where;
        }

        void and(String condition, Object... values) {
            text.append(" and ").append(condition);
            arguments.addAll(List.of(values));
        }
    }

    private static PublicHonour honour(ResultSet row) throws SQLException {
        return new PublicHonour(
                row.getObject("id", UUID.class),
                row.getString("uscc"),
                row.getString("name"),
                row.getString("region"),
                Award.valueOf(row.getString("award")),
                row.getString("level"),
                row.getString("round"),
                row.getString("title"),
                row.getString("product"),
                row.getString("source_department"),
                row.getString("document_number"),
                row.getObject("occurred_on", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                row.getBoolean("fictional"));
    }
}

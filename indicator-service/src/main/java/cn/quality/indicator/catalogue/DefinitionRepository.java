package cn.quality.indicator.catalogue;

import cn.quality.indicator.BilingualText;
import cn.quality.indicator.IndicatorCode;
import cn.quality.platform.sql.Jdbc;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class DefinitionRepository implements PanacheRepositoryBase<Definition, DefinitionKey> {

    private final Jdbc sql;

    DefinitionRepository(Jdbc sql) {
        this.sql = sql;
    }

    /** By indicator, the oldest first. Many at once are read without entities, in one statement that is the same for any number. */
    List<DefinitionView> of(Collection<IndicatorCode> indicators) {
        return sql.query("""
                select d.*, lead(d.valid_from) over (partition by d.indicator order by d.version) as valid_until,
                  array(select l.level from definition_level l
                        where l.indicator = d.indicator and l.version = d.version order by l.position) as levels
                from definition d where d.indicator = any (?) order by d.indicator, d.version""", DefinitionRepository::view, (Object)
                indicators.stream().map(IndicatorCode::value).toArray(String[]::new));
    }

    private static DefinitionView view(ResultSet row) throws SQLException {
        var reason = text(row, "break_reason");
        return new DefinitionView(
                new IndicatorCode(row.getString("indicator")),
                row.getInt("version"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_until", LocalDate.class),
                new BilingualText(row.getString("scope_zh"), row.getString("scope_en")),
                row.getString("unit"),
                Measure.valueOf(row.getString("measure")),
                text(row, "numerator"),
                text(row, "denominator"),
                row.getInt("decimals"),
                row.getBigDecimal("lowest"),
                row.getBigDecimal("highest"),
                List.of((String[]) row.getArray("levels").getArray()),
                reason != null,
                reason,
                row.getLong("revision"));
    }

    private static @Nullable BilingualText text(ResultSet row, String prefix) throws SQLException {
        var zh = row.getString(prefix + "_zh");
        return zh == null ? null : new BilingualText(zh, row.getString(prefix + "_en"));
    }

    /** The oldest first. */
    List<Definition> of(IndicatorCode indicator) {
        return list("key.indicator = ?1 order by key.version", indicator.value());
    }
}

package cn.quality.standards.supervision;

import cn.quality.platform.identifiers.RegionCode;
import cn.quality.platform.sql.Jdbc;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Draws, and the declarations they are drawn from; reads the tables of declaration and declarant, and writes its own alone. */
@ApplicationScoped
class SamplingRepository {

    private static final String POPULATION = """
            select d.id from declaration d join declarant known on known.uscc = d.uscc
            where d.state = 'PUBLIC' and known.status = 'ACTIVE' and known.region like ? order by d.id""";

    private static final String ADD = """
            insert into sampling_draw (id, title, region, size, inspectors, seed, population, population_digest, drawn_by, drawn_at)
            values (?, ?, ?, ?, ?, ?, ?::uuid[], ?, ?, ?)""";

    private static final String ADD_DRAWN =
            "insert into sampled_declaration (draw_id, position, declaration_id, inspectors) values (?, ?, ?, ?)";

    private static final String ITEMS = """
            select s.position, s.declaration_id, s.inspectors, d.number, d.title, d.uscc, known.name
            from sampled_declaration s join declaration d on d.id = s.declaration_id left join declarant known on known.uscc = d.uscc
            where s.draw_id = ? order by s.position""";

    private final Jdbc sql;

    SamplingRepository(Jdbc sql) {
        this.sql = sql;
    }

    /** What a case has to know of a declaration. */
    record Declared(UUID id, String uscc, String number) {}

    Optional<Declared> declaration(UUID id) {
        return sql.first(
                "select uscc, number from declaration where id = ?",
                row -> new Declared(id, row.getString("uscc"), row.getString("number")),
                id);
    }

    /** Public declarations of enterprises that exist, within a region. */
    List<UUID> population(RegionCode region) {
        return sql.query(POPULATION, row -> row.getObject(1, UUID.class), region.prefix() + "%");
    }

    void add(SamplingDraw draw) {
        sql.update(
                ADD,
                draw.id(),
                draw.title(),
                draw.region(),
                draw.size(),
                draw.inspectors().toArray(String[]::new),
                draw.seed(),
                draw.population().stream().map(UUID::toString).toArray(String[]::new),
                draw.populationDigest(),
                draw.drawnBy(),
                draw.drawnAt());
        sql.batch(
                ADD_DRAWN,
                draw.drawn().stream()
                        .map(one -> new Object[] {
                            draw.id(),
                            one.position(),
                            one.declaration(),
                            one.inspectors().toArray(String[]::new)
                        })
                        .toList());
    }

    boolean isDrawn(UUID draw, UUID declaration) {
        return sql.first(
                        "select 1 from sampled_declaration where draw_id = ? and declaration_id = ?",
                        row -> true,
                        draw,
                        declaration)
                .isPresent();
    }

    Optional<SamplingDraw> find(UUID id) {
        return sql.first("select * from sampling_draw where id = ?", SamplingRepository::draw, id);
    }

    /** The newest first. */
    List<SamplingDraw> list(String regionPrefix, Optional<UUID> after, int rows) {
        var passed = after.orElse(null);
        return sql.query("""
                select * from sampling_draw where region like ? and (?::uuid is null or id < ?) order by id desc limit ?""", SamplingRepository::draw, regionPrefix + "%", passed, passed, rows);
    }

    List<SamplingDrawView.Item> items(UUID draw) {
        return sql.query(
                ITEMS,
                row -> new SamplingDrawView.Item(
                        row.getInt("position"),
                        row.getObject("declaration_id", UUID.class),
                        row.getString("number"),
                        row.getString("title"),
                        row.getString("uscc"),
                        row.getString("name"),
                        texts(row.getArray("inspectors"))),
                draw);
    }

    private static SamplingDraw draw(ResultSet row) throws SQLException {
        return new SamplingDraw(
                row.getObject("id", UUID.class),
                row.getString("title"),
                row.getString("region"),
                row.getInt("size"),
                texts(row.getArray("inspectors")),
                row.getString("seed"),
                Stream.of((UUID[]) row.getArray("population").getArray()).toList(),
                row.getString("drawn_by"),
                Jdbc.instant(row, "drawn_at"));
    }

    private static List<String> texts(Array array) throws SQLException {
        return Arrays.asList((String[]) array.getArray());
    }
}

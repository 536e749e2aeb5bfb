package cn.quality.credit.listing;

import cn.quality.credit.enterprise.ActivityField;
import cn.quality.platform.identifiers.RegionCode;
import cn.quality.platform.paging.Cursor;
import cn.quality.platform.paging.Page;
import cn.quality.platform.paging.PageRequest;
import cn.quality.platform.sql.Jdbc;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class PostgresPublicNoticeLookup implements PublicNoticeLookup {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final Jdbc sql;

    PostgresPublicNoticeLookup(Jdbc sql) {
        this.sql = sql;
    }

    @Override
    public Page<AnnouncedHonour> announced(Optional<RegionCode> region, PageRequest page, LocalDate today) {
        var after = page.cursor();
        var rows = sql.query(
                """
                select * from announced_honour
                where objections_until >= ? and region like ? and (objections_until, id) > (?, ?)
                order by objections_until, id limit ?""",
                PostgresPublicNoticeLookup::honour,
                today,
                within(region),
                after.map(cursor -> cursor.key(0, LocalDate::parse)).orElse(LocalDate.EPOCH),
                after.map(cursor -> cursor.uuid(1)).orElse(BEFORE_ALL),
                page.fetch());
        return Page.of(rows, page, row -> Cursor.of(row.objectionsUntil(), row.id()));
    }

    @Override
    public List<AnnouncedHonour> latest(Optional<RegionCode> region, int most, LocalDate today) {
        return sql.query("""
                select * from announced_honour
                where objections_until >= ? and region like ?
                order by announced_on desc, id desc limit ?""", PostgresPublicNoticeLookup::honour, today, within(region), most);
    }

    @Override
    public Optional<AnnouncedHonour> announced(UUID id, LocalDate today) {
        return sql.first(
                "select * from announced_honour where objections_until >= ? and id = ?",
                PostgresPublicNoticeLookup::honour,
                today,
                id);
    }

    private static String within(Optional<RegionCode> region) {
        return region.map(RegionCode::prefix).orElse("") + "%";
    }

    private static AnnouncedHonour honour(ResultSet row) throws SQLException {
        return new AnnouncedHonour(
                row.getObject("id", UUID.class),
                row.getString("uscc"),
                row.getString("enterprise_name"),
                ActivityField.valueOf(row.getString("field")),
                row.getString("ground"),
                row.getString("legal_basis"),
                row.getString("region"),
                row.getString("authority"),
                row.getString("document_number"),
                row.getObject("announced_on", LocalDate.class),
                row.getString("place"),
                row.getObject("objections_until", LocalDate.class),
                row.getBoolean("fictional"));
    }
}

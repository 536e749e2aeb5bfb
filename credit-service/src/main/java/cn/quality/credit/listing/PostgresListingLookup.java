package cn.quality.credit.listing;

import cn.quality.credit.enterprise.ActivityField;
import cn.quality.credit.identifier.RegionCode;
import cn.quality.platform.paging.Cursor;
import cn.quality.platform.paging.Page;
import cn.quality.platform.paging.PageRequest;
import cn.quality.platform.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class PostgresListingLookup implements ListingLookup {

    private static final String PUBLISHED = """
            select l.id, l.uscc, e.name, l.kind, l.field, l.ground, l.legal_basis, l.region, l.authority, l.document_number,
                   l.decided_on, l.measures, l.removal, l.remedies, l.announcement, l.published_at, l.valid_until, e.fictional
            from listing l join enterprise e using (uscc)
            where l.state = 'PUBLISHED' and (l.valid_until is null or l.valid_until >= ?)
            """;

    private final Sql sql;

    PostgresListingLookup(Sql sql) {
        this.sql = sql;
    }

    @Override
    public PublishedPage published(Filter filter, PageRequest page, LocalDate today) {
        var conditions = new StringBuilder();
        var arguments = new ArrayList<@Nullable Object>(List.of(today));
        filter.kind().ifPresent(kind -> {
            conditions.append(" and l.kind = ?");
            arguments.add(kind.name());
        });
        filter.region().map(RegionCode::prefix).ifPresent(prefix -> {
            conditions.append(" and l.region like ?");
            arguments.add(prefix + "%");
        });
        page.cursor().ifPresent(last -> {
            conditions.append(" and (l.published_at, l.id) < (?, ?)");
            arguments.add(last.instant(0));
            arguments.add(last.uuid(1));
        });
        arguments.add(page.fetch());
        // One statement, so that the version belongs to exactly these rows.
        var rows = sql.query(
                """
                with entries as (%s%s order by l.published_at desc, l.id desc limit ?)
                select v.version as list_version, v.changed_at, entries.*
                from list_version v left join entries on true
                order by published_at desc, entries.id desc""".formatted(PUBLISHED, conditions),
                row -> new Row(row.getLong("list_version"), Sql.instant(row, "changed_at"), entryOrNone(row)),
                arguments.toArray());
        var entries = rows.stream().flatMap(row -> row.entry().stream()).toList();
        return new PublishedPage(
                Page.of(entries, page, entry -> Cursor.of(entry.publishedAt(), entry.id())),
                rows.getFirst().listVersion(),
                rows.getFirst().changedAt());
    }

    @Override
    public Optional<PublicListing> published(UUID id, LocalDate today) {
        return sql.first(PUBLISHED + " and l.id = ?", PostgresListingLookup::entry, today, id);
    }

    private record Row(long listVersion, Instant changedAt, Optional<PublicListing> entry) {}

    private static Optional<PublicListing> entryOrNone(ResultSet row) throws SQLException {
        return row.getObject("id") == null ? Optional.empty() : Optional.of(entry(row));
    }

    private static PublicListing entry(ResultSet row) throws SQLException {
        return new PublicListing(
                row.getObject("id", UUID.class),
                row.getString("uscc"),
                row.getString("name"),
                ListingKind.valueOf(row.getString("kind")),
                ActivityField.valueOf(row.getString("field")),
                row.getString("ground"),
                row.getString("legal_basis"),
                row.getString("region"),
                row.getString("authority"),
                row.getString("document_number"),
                row.getObject("decided_on", LocalDate.class),
                row.getString("measures"),
                row.getString("removal"),
                row.getString("remedies"),
                row.getString("announcement"),
                Sql.instant(row, "published_at"),
                row.getObject("valid_until", LocalDate.class),
                row.getBoolean("fictional"));
    }
}

package cn.quality.credit.listing;

import cn.quality.credit.enterprise.ActivityField;
import cn.quality.platform.clock.LegalDates;
import cn.quality.platform.identifiers.RegionCode;
import cn.quality.platform.identifiers.UnifiedSocialCreditCode;
import cn.quality.platform.paging.Cursor;
import cn.quality.platform.paging.Page;
import cn.quality.platform.paging.PageRequest;
import cn.quality.platform.sql.Jdbc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class PostgresListingLookup implements ListingLookup {

    /** One statement, so that the edition belongs to exactly these rows; without entries it is one row, with the edition. */
    private static final String PUBLISHED = """
            with entries as (
              select * from public_listing where (valid_until is null or valid_until >= ?)%s
              order by published_at desc, id desc%s)
            select v.version as list_version, v.changed_at as list_changed_at, entries.*
            from list_version v left join entries on true
            order by published_at desc, entries.id desc""";

    private final Jdbc sql;

    PostgresListingLookup(Jdbc sql) {
        this.sql = sql;
    }

    @Override
    public PublishedPage published(Filter filter, PageRequest page, LocalDate today) {
        var where = Conditions.of(filter, today);
        page.cursor().ifPresent(last -> where.and("(published_at, id) < (?, ?)", last.instant(0), last.uuid(1)));
        var rows = sql.query(
                PUBLISHED.formatted(where.text, " limit " + page.fetch()),
                PostgresListingLookup::row,
                where.arguments.toArray());
        var entries = rows.stream().flatMap(row -> row.entry().stream()).toList();
        return new PublishedPage(
                Page.of(entries, page, entry -> Cursor.of(entry.publishedAt(), entry.id())),
                rows.getFirst().edition());
    }

    @Override
    public PublishedEntry published(UUID id, LocalDate today) {
        var where = new Conditions(today);
        where.and("id = ?", id);
        return sql.first(PUBLISHED.formatted(where.text, ""), PostgresListingLookup::row, where.arguments.toArray())
                .orElseThrow();
    }

    @Override
    public ListEdition all(Filter filter, LocalDate today, Consumer<? super PublicListing> consumer) {
        var where = Conditions.of(filter, today);
        var edition = new AtomicReference<@Nullable ListEdition>();
        // In a transaction the rows come a thousand at a time.
        QuarkusTransaction.requiringNew()
                .run(() -> sql.stream(
                        PUBLISHED.formatted(where.text, ""),
                        PostgresListingLookup::row,
                        row -> {
                            edition.set(row.edition());
                            row.entry().ifPresent(consumer);
                        },
                        where.arguments.toArray()));
        return Optional.ofNullable(edition.get()).orElseThrow();
    }

    @Override
    public Page<PublicFraudDecision> fraudDecisions(
            Optional<UnifiedSocialCreditCode> uscc, PageRequest page, LocalDate today) {
        var where = new StringBuilder("public_until >= ?");
        var arguments = new ArrayList<Object>(List.of(today));
        uscc.ifPresent(code -> {
            where.append(" and uscc = ?");
            arguments.add(code.value());
        });
        page.cursor().ifPresent(last -> {
            where.append(" and (public_until, listing_id) < (?, ?)");
            arguments.add(last.key(0, LocalDate::parse));
            arguments.add(last.uuid(1));
        });
        arguments.add(page.fetch());
        var rows = sql.query(
                "select * from public_fraud_decision where %s order by public_until desc, listing_id desc limit ?"
                        .formatted(where),
                PostgresListingLookup::fraudDecision,
                arguments.toArray());
        return Page.of(rows, page, row -> Cursor.of(row.publicUntil(), row.listingId()));
    }

    private static PublicFraudDecision fraudDecision(ResultSet row) throws SQLException {
        return new PublicFraudDecision(
                row.getObject("listing_id", UUID.class),
                row.getString("uscc"),
                row.getString("enterprise_name"),
                row.getString("region"),
                row.getString("authority"),
                row.getString("document_number"),
                row.getObject("found_on", LocalDate.class),
                row.getObject("public_until", LocalDate.class),
                row.getBoolean("fictional"));
    }

    /** What a filter asks for, in SQL. */
    private static final class Conditions {

        private final StringBuilder text = new StringBuilder();
        private final List<@Nullable Object> arguments = new ArrayList<>();

        Conditions(LocalDate today) {
            arguments.add(today);
        }

        static Conditions of(Filter filter, LocalDate today) {
            var where = new Conditions(today);
            filter.kind().ifPresent(kind -> where.and("kind = ?", kind.name()));
            filter.field().ifPresent(field -> where.and("field = ?", field.name()));
            filter.region().map(RegionCode::prefix).ifPresent(prefix -> where.and("region like ?", prefix + "%"));
            filter.ground().forEach(word -> where.and("position(? in ground) > 0", word));
            filter.legalBasis().ifPresent(basis -> where.and("legal_basis = ?", basis));
            filter.authority().ifPresent(authority -> where.and("authority = ?", authority));
            filter.publishedFrom().ifPresent(day -> where.and("published_at >= ?", startOf(day)));
            filter.publishedTo().ifPresent(day -> where.and("published_at < ?", startOf(day.plusDays(1))));
            filter.batch().ifPresent(where::in);
            filter.uscc().map(UnifiedSocialCreditCode::value).ifPresent(uscc -> where.and("uscc = ?", uscc));
            return where;
        }

        private void in(BatchReference batch) {
            switch (batch) {
                case BatchReference.Identified(var id) -> and("batch_id = ?", id);
                case BatchReference.Numbered(var year, var number) -> {
                    and("batch_number = ?", number);
                    year.ifPresent(value -> and("batch_year = ?", value));
                }
            }
        }

        private static Instant startOf(LocalDate day) {
            return day.atStartOfDay(LegalDates.ZONE).toInstant();
        }

        void and(String condition, Object... values) {
            text.append(" and ").append(condition);
            arguments.addAll(List.of(values));
        }
    }

    private static PublishedEntry row(ResultSet row) throws SQLException {
        return new PublishedEntry(
                row.getObject("id") == null ? Optional.empty() : Optional.of(entry(row)), ListEdition.of(row));
    }

    private static PublicListing entry(ResultSet row) throws SQLException {
        return new PublicListing(
                row.getObject("id", UUID.class),
                row.getString("uscc"),
                row.getString("enterprise_name"),
                ListKind.valueOf(row.getString("kind")),
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
                batch(row),
                Jdbc.instant(row, "published_at"),
                row.getObject("valid_until", LocalDate.class),
                row.getString("statement"),
                row.getObject("stated_at") == null ? null : Jdbc.instant(row, "stated_at"),
                row.getBoolean("fictional"),
                row.getObject("credit_china_until", LocalDate.class),
                row.getString("basis"),
                row.getString("removal_procedure"));
    }

    private static PublicListing.@Nullable Batch batch(ResultSet row) throws SQLException {
        var id = row.getObject("batch_id", UUID.class);
        return id == null ? null : new PublicListing.Batch(id, row.getInt("batch_year"), row.getInt("batch_number"));
    }
}

package cn.quality.local.bench;

import cn.quality.local.seeding.ArchiveRecord;
import cn.quality.local.seeding.ArchiveRecords;
import cn.quality.local.seeding.Enterprise;
import cn.quality.local.seeding.Enterprises;
import cn.quality.platform.identifiers.Bigrams;
import cn.quality.platform.identifiers.NameNormaliser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Fills the empty, migrated database of the credit-service with fictional enterprises, three records each on average, and
 * published entries: what {@code deploy/bench} measures on. The n-th enterprise is the same at every scale.
 *
 * <p>Rows come by COPY, past the service: a million enterprises would take it an hour. Names are prepared for the search by
 * the service's own normaliser.
 *
 * <ul>
 *   <li>One enterprise in ten gave up a name; half of these, tens of thousands at full scale, share the word 联营商社, which
 *       no present name has.
 *   <li>One in fifty stands on a list: one red entry for three black ones, in twenty batches.
 * </ul>
 */
@Command(name = "credit-data", mixinStandardHelpOptions = true)
public final class CreditData implements Callable<Integer> {

    private static final Instant RECORDED = Instant.parse("2026-01-05T01:00:00Z");
    private static final int BATCHES = 20;

    @Option(names = "--port", required = true, description = "of the PostgreSQL on 127.0.0.1")
    private int port;

    @Option(names = "--scale", required = true, description = "how many enterprises")
    private int scale;

    private final ObjectMapper json = new ObjectMapper();

    private CreditData() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new CreditData()).execute(arguments));
    }

    @Override
    public Integer call() throws SQLException, IOException {
        try (var connection = connect();
                var sql = connection.createStatement()) {
            var indexes = secondaryIndexes(connection);
            for (var index : indexes) {
                sql.execute("DROP INDEX " + index.name());
            }
            copy();
            entries(connection);
            for (var index : indexes) {
                sql.execute(index.definition());
            }
            sql.execute("VACUUM (ANALYZE)");
            sql.execute("CHECKPOINT");
        }
        return 0;
    }

    private Connection connect() throws SQLException {
        // As psql and pgbench are given it.
        var password = Objects.requireNonNullElse(System.getenv("PGPASSWORD"), "");
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/credit", "postgres", password);
    }

    private record Index(String name, String definition) {}

    /** Those that no constraint needs: built at once they cost a fraction of being kept up row by row. */
    private static List<Index> secondaryIndexes(Connection connection) throws SQLException {
        try (var sql = connection.createStatement();
                var rows = sql.executeQuery("""
                        SELECT i.indexname, i.indexdef FROM pg_indexes i
                        WHERE i.tablename IN ('enterprise', 'former_name', 'archive_record', 'listing')
                          AND NOT EXISTS (SELECT FROM pg_constraint c WHERE c.conname = i.indexname)""")) {
            var indexes = new java.util.ArrayList<Index>();
            while (rows.next()) {
                indexes.add(new Index(rows.getString(1), rows.getString(2)));
            }
            return indexes;
        }
    }

    private void copy() throws SQLException, IOException {
        try (var enterprises = new Table(
                        "enterprise (id, version, uscc, name, normalised_name, bigrams, name_terms, region, subject_type, status, industry, "
                                + "fields, registered_on, address, fictional, source_department, source_record_number, "
                                + "recorded_at, name_since)");
                var names =
                        new Table("former_name (enterprise_id, position, name, normalised_name, bigrams, valid_from, "
                                + "valid_to, reason, source_department, source_record_number, recorded_at)");
                var records =
                        new Table("archive_record (id, uscc, kind, title, occurred_on, valid_from, valid_to, severity, "
                                + "disclosure, details, source_department, source_record_number, recorded_at)")) {
            for (long index = 0; index < scale; index++) {
                var enterprise = Enterprises.at(index);
                var id = id(index, 0);
                var since = enterprise.registeredOn().plusYears(1);
                var name = NameNormaliser.normalise(enterprise.name());
                var former = index % 10 == 3 ? formerName(enterprise, index) : null;
                var terms = Bigrams.of(name);
                var bigrams = array(terms);
                if (former != null) {
                    terms.addAll(Bigrams.of(NameNormaliser.normalise(former)));
                }
                enterprises.row(
                        id,
                        0,
                        enterprise.uscc(),
                        enterprise.name(),
                        name,
                        bigrams,
                        array(terms),
                        enterprise.region(),
                        enterprise.subjectType(),
                        "ACTIVE",
                        enterprise.industry(),
                        array(enterprise.fields()),
                        enterprise.registeredOn(),
                        enterprise.address(),
                        "t",
                        enterprise.source().department(),
                        enterprise.source().recordNumber(),
                        RECORDED,
                        former == null ? null : since);
                if (former != null) {
                    var normalised = NameNormaliser.normalise(former);
                    names.row(
                            id,
                            0,
                            former,
                            normalised,
                            array(Bigrams.of(normalised)),
                            enterprise.registeredOn(),
                            since,
                            "示例变更",
                            enterprise.source().department(),
                            "MC-" + index,
                            RECORDED);
                }
                int number = 0;
                for (var record : ArchiveRecords.of(enterprise, index)) {
                    records.row(record(record, id(index, ++number)));
                }
            }
        }
    }

    private static String formerName(Enterprise enterprise, long index) {
        var brand = enterprise.name().substring(0, enterprise.name().indexOf("示例") + 4);
        return brand + (index % 20 == 3 ? "联营商社" : "老字号") + (index % 7) + "分店";
    }

    private @Nullable Object[] record(ArchiveRecord record, UUID id) throws JsonProcessingException {
        return new @Nullable Object[] {
            id,
            record.uscc(),
            record.kind(),
            record.title(),
            record.occurredOn(),
            record.validFrom(),
            record.validTo(),
            record.severity(),
            record.disclosure(),
            json.writeValueAsString(record.details()),
            record.source().department(),
            record.source().recordNumber(),
            RECORDED
        };
    }

    /** Published entries, their batches, and the days on which they stand. */
    private static void entries(Connection connection) throws SQLException {
        try (var sql = connection.createStatement()) {
            sql.execute("""
                    INSERT INTO publication_batch (id, kind, region, year, number, announcement, published_at)
                    SELECT gen_random_uuid(), kind, '371100', 2026, number, format('示例：2026年第%%s批', number),
                           timestamptz '2026-01-06 09:00+08' + number * interval '1 hour'
                    FROM unnest(ARRAY['RED', 'BLACK']) kind, generate_series(1, %d) number""".formatted(BATCHES));
            sql.execute("""
                    INSERT INTO listing (id, version, uscc, enterprise_name, kind, field, ground, legal_basis, region, state,
                      document_number, decided_on, authority, facts, measures, removal, remedies, valid_until, announcement,
                      published_at, first_listed_in, subject_type, batch_id, statement, stated_at)
                    SELECT gen_random_uuid(), 3, e.uscc, e.name, b.kind, e.fields[1],
                           CASE b.kind WHEN 'RED' THEN '示例：连续三年监督抽查合格' ELSE '示例：抽查不合格且受到较重行政处罚' END,
                           CASE b.kind WHEN 'RED' THEN 'SD-CREDIT' ELSE 'SAMR-44' END, e.region, 'PUBLISHED',
                           format('示例〔2026〕%%s号', e.n), date '2026-01-05', e.source_department, '示例事实',
                           '示例措施', '列入满一年可申请信用修复', '六十日内可申请行政复议', date '2029-01-05', b.announcement,
                           b.published_at, b.number, e.subject_type, b.id,
                           CASE WHEN e.n %% 10 = 0 THEN '示例：本企业已完成整改' END,
                           CASE WHEN e.n %% 10 = 0 THEN b.published_at END
                    FROM (SELECT *, row_number() OVER (ORDER BY id) AS n FROM enterprise
                          WHERE subject_type = 'LEGAL_PERSON' ORDER BY id OFFSET 1) e
                    JOIN publication_batch b ON b.number = 1 + e.n %% %d
                      AND b.kind = CASE WHEN e.n %% 4 = 0 THEN 'RED' ELSE 'BLACK' END
                    WHERE e.n %% 33 = 0""".formatted(BATCHES));
            sql.execute("""
                    INSERT INTO listing_span (listing_id, valid, recorded)
                    SELECT id, daterange(date '2026-01-06', valid_until, '[]'), tstzrange(published_at, NULL) FROM listing""");
            sql.execute("UPDATE list_version SET version = %d, changed_at = timestamptz '2026-01-07 09:00+08'"
                    .formatted(BATCHES));
        }
    }

    /** UUIDv7 of a moment that follows from the index, so that rows lie in the order in which they would have come. */
    private static UUID id(long index, int number) {
        long millis = RECORDED.toEpochMilli() + index;
        return new UUID(millis << 16 | 0x7000 | number, 0x8000_0000_0000_0000L | index);
    }

    private static String array(Iterable<?> elements) {
        var text = new StringBuilder("{");
        elements.forEach(element -> text.append(text.length() > 1 ? "," : "")
                .append('"')
                .append(element)
                .append('"'));
        return text.append('}').toString();
    }

    /** A table that is being filled, on a connection of its own; foreign keys are right by construction. */
    private final class Table implements AutoCloseable {

        private final Connection connection;
        private final PGCopyOutputStream out;

        Table(String columns) throws SQLException {
            connection = connect();
            try (var sql = connection.createStatement()) {
                sql.execute("SET session_replication_role = replica");
            }
            out = new PGCopyOutputStream(
                    connection.unwrap(PGConnection.class), "COPY " + columns + " FROM STDIN", 1 << 16);
        }

        void row(@Nullable Object... cells) throws IOException {
            var line = Arrays.stream(cells).map(CreditData::cell).collect(Collectors.joining("\t", "", "\n"));
            out.write(line.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public void close() throws SQLException, IOException {
            out.close();
            connection.close();
        }
    }

    private static String cell(@Nullable Object value) {
        return value == null
                ? "\\N"
                : value.toString().replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n");
    }
}

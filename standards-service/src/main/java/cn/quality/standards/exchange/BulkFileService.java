package cn.quality.standards.exchange;

import cn.quality.platform.clock.LegalDates;
import cn.quality.platform.sql.Jdbc;
import cn.quality.standards.catalogue.CatalogueReads;
import cn.quality.standards.catalogue.NewStandard;
import cn.quality.standards.file.StoredFiles;
import cn.quality.standards.file.TemporaryFile;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * The files of the day. They are made once a day, when somebody asks: yesterday's is given while today's is being made, so that
 * nobody waits for half a million standards but the very first.
 */
@ApplicationScoped
class BulkFileService {

    private static final Logger LOG = Logger.getLogger(BulkFileService.class);
    private static final int MAKING = (int) Duration.ofMinutes(30).toSeconds();

    private static final String OWNER = "bulk-file";

    private final CatalogueReads catalogue;
    private final StoredFiles files;
    private final Jdbc sql;
    /** Absent fields are left out. */
    private final ObjectMapper lines;

    private final Clock clock;
    private final AtomicBoolean making = new AtomicBoolean();

    BulkFileService(CatalogueReads catalogue, StoredFiles files, Jdbc sql, ObjectMapper json, Clock clock) {
        this.catalogue = catalogue;
        this.files = files;
        this.sql = sql;
        this.lines = json.copy().setDefaultPropertyInclusion(JsonInclude.Include.NON_EMPTY);
        this.clock = clock;
    }

    /** The newest file there is, not older than yesterday's. */
    BulkFile newest(BulkFile.Form form) {
        var today = LegalDates.today(clock);
        var known = find(form, today.minusDays(1));
        if (known.isEmpty()) {
            make(today);
            return find(form, today).orElseThrow();
        }
        if (known.get().day().isBefore(today) && making.compareAndSet(false, true)) {
            Thread.ofVirtual().name("bulk-file").start(() -> {
                try {
                    make(today);
                } catch (RuntimeException e) {
                    LOG.warn("The bulk file of the day could not be made; yesterday's stays", e);
                } finally {
                    making.set(false);
                }
            });
        }
        return known.get();
    }

    private Optional<BulkFile> find(BulkFile.Form form, LocalDate notBefore) {
        return sql.first(
                "select * from bulk_file where form = ? and day >= ? order by day desc limit 1",
                row -> new BulkFile(
                        row.getObject("day", LocalDate.class),
                        form,
                        new StoredFiles.Stored(row.getString("digest"), row.getLong("length")),
                        Jdbc.instant(row, "made_at")),
                form.name(),
                notBefore);
    }

    /** Both forms of one state of the catalogue; by one process alone. */
    private void make(LocalDate day) {
        QuarkusTransaction.requiringNew().timeout(MAKING).run(() -> {
            sql.query("select pg_advisory_xact_lock(hashtextextended('bulk-file', 0))", row -> true);
            if (find(BulkFile.Form.CSV, day).isPresent()) {
                return;
            }
            forgetBefore(day.minusDays(1));
            try (var csv = TemporaryFile.empty();
                    var ndjson = TemporaryFile.empty()) {
                try (var table = csv.write();
                        var objects = ndjson.write()) {
                    StandardTable.WRITTEN.write(
                            table,
                            rows -> catalogue.forEachStatement(day, standard -> {
                                rows.accept(standard);
                                line(standard, objects);
                            }));
                }
                store(day, BulkFile.Form.CSV, csv);
                store(day, BulkFile.Form.NDJSON, ndjson);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private void forgetBefore(LocalDate day) {
        // A catalogue that did not change has the same file on several days.
        sql.query("""
                        with gone as (delete from bulk_file where day < ? returning digest)
                        select distinct digest from gone where digest not in (select digest from bulk_file where day >= ?)""", row -> row.getString("digest"), day, day).forEach(digest -> files.delete(OWNER, digest));
    }

    private void line(NewStandard standard, OutputStream out) {
        try {
            out.write(lines.writeValueAsBytes(standard));
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void store(LocalDate day, BulkFile.Form form, TemporaryFile file) throws IOException {
        StoredFiles.Stored measured;
        try (var content = file.read()) {
            measured = StoredFiles.measured(content);
        }
        try (var content = file.read()) {
            files.store(OWNER, measured, content);
        }
        sql.update(
                "insert into bulk_file values (?, ?, ?, ?, ?)",
                day,
                form.name(),
                measured.digest(),
                measured.length(),
                clock.instant());
    }

    void write(BulkFile file, OutputStream out) throws IOException {
        files.write(OWNER, file.content(), out);
    }
}

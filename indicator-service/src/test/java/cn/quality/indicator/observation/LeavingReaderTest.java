package cn.quality.indicator.observation;

import static cn.quality.indicator.observation.Figures.figure;
import static cn.quality.indicator.observation.Figures.given;
import static cn.quality.indicator.observation.Figures.publish;
import static cn.quality.indicator.observation.Figures.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.quality.embedded.Databases;
import cn.quality.indicator.IndicatorCode;
import cn.quality.indicator.IndicatorTest;
import cn.quality.indicator.area.AreaCode;
import cn.quality.platform.sql.Jdbc;
import cn.quality.testing.Infra;
import cn.quality.testing.LogLines;
import com.arjuna.ats.internal.jta.transaction.arjunacore.TransactionImple;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionManager;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A reader who leaves in the middle of a long answer leaves no statement behind, and is no fault. */
@IndicatorTest
class LeavingReaderTest {

    /** Longer than an answer can be that waits between a server and its reader. */
    private static final int REVISIONS = 12;

    private static final int QUARTER_OF_AN_HOUR = 900;

    private static final String HISTORY = "/api/indicators/v1/observations?indicator=T_LONG&history=true";

    @Inject
    Jdbc sql;

    @Inject
    ObservationService observations;

    @Inject
    TransactionManager transactions;

    @ParameterizedTest
    @ValueSource(strings = {"text/csv", "application/x-ndjson"})
    void theStatementEndsWithItsReader(String form) throws IOException {
        manyFigures();
        try (var log = LogLines.below("cn.quality")) {
            try (var reader = begun(HISTORY, form)) {
                // Nothing more is read: the answer stands still, and its statement with it.
                assertThat(reader.isClosed()).isFalse();
                assertThat(underWay()).isPositive();
            }
            await().atMost(Duration.ofMinutes(1)).until(() -> underWay() == 0);
            await().until(() -> log.others().stream().anyMatch(line -> line.contains("the client left")));
            assertThat(log.others())
                    .filteredOn(line -> line.contains("the client left"))
                    .hasSize(1);
            assertThat(log.errors()).isEmpty();
        }
    }

    /** Nothing has been written yet that could fail: the statement waits, and nobody waits for it any more. */
    @ParameterizedTest
    @ValueSource(strings = {"text/csv", "application/x-ndjson"})
    void whoLeavesBeforeTheFirstLineEndsItToo(String form) throws Exception {
        manyFigures();
        try (var log = LogLines.below("cn.quality")) {
            try (var held = held()) {
                try (var reader = asked(HISTORY, form)) {
                    await().until(() -> waiting() == 1);
                    assertThat(reader.isClosed()).isFalse();
                }
                // Until the server has heard of it.
                Thread.sleep(1_000);
                assertThat(held.isClosed()).isFalse();
            }
            await().until(() -> log.others().stream().anyMatch(line -> line.contains("the client left")));
            assertThat(log.errors()).isEmpty();
        }
    }

    /** SDMX reads some series at a time. What comes next is not read for nobody; here it could not even be. */
    @Test
    void nothingMoreIsReadForStatisticiansWhoLeft() throws Exception {
        manyFigures();
        try (var log = LogLines.below("cn.quality")) {
            var reader = begun(
                    "/sdmx/v1/data/DF_QUALITY/M.990701.T_LONG.ACTUAL?includeHistory=true",
                    "application/vnd.sdmx.genericdata+xml;version=2.1");
            await().until(() -> readsForStatisticians());
            try (var held = held()) {
                reader.close();
                await().atMost(Duration.ofSeconds(20)).until(() -> !readsForStatisticians());
                assertThat(held.isClosed()).isFalse();
            }
            assertThat(log.errors()).isEmpty();
        }
    }

    /** Ten million lines take minutes, and a transaction ends after one unless it says otherwise. */
    @Test
    void anExportMayTakeAQuarterOfAnHour() {
        given("T_SLOW_EXPORT");
        record(figure("T_SLOW_EXPORT", "990701", "2018", "\"value\": 90"));
        var limits = new ArrayList<Integer>();
        observations.export(
                ObservationQuery.of(
                        ObservationFilter.of(new SeriesKey(
                                new IndicatorCode("T_SLOW_EXPORT"), 1, new AreaCode("990701"), Frequency.A)),
                        Timeline.RECORDED,
                        Instant.now()),
                row -> limits.add(limit()));
        assertThat(limits).containsExactly(QUARTER_OF_AN_HOUR);
    }

    private int limit() {
        try {
            return ((TransactionImple) transactions.getTransaction()).getTimeout();
        } catch (SystemException e) {
            throw new AssertionError(e);
        }
    }

    private static Socket asked(String path, String form) throws IOException {
        var reader = new Socket();
        reader.setReceiveBufferSize(4096);
        reader.setSoTimeout(30_000);
        reader.connect(new InetSocketAddress("localhost", RestAssured.port));
        reader.getOutputStream()
                .write("GET %s HTTP/1.1\r\nHost: localhost\r\nAccept: %s\r\n\r\n"
                        .formatted(path, form)
                        .getBytes(StandardCharsets.US_ASCII));
        return reader;
    }

    private static Socket begun(String path, String form) throws IOException {
        var reader = asked(path, form);
        var begun = reader.getInputStream().readNBytes(20_000);
        assertThat(new String(begun, StandardCharsets.UTF_8)).startsWith("HTTP/1.1 200");
        return reader;
    }

    /** Keeps everybody from reading figures until it is closed. */
    private static Connection held() throws SQLException {
        var owner = Databases.owner("indicator");
        var connection = DriverManager.getConnection(Infra.jdbcUrl("indicator"), owner, owner);
        connection.setAutoCommit(false);
        try (var lock = connection.createStatement()) {
            lock.execute("lock table observation in access exclusive mode");
        }
        return connection;
    }

    /** Statements that read these figures, and transactions between two parts of one. */
    private int underWay() {
        return count("state <> 'idle' and query like '%shown_at%'");
    }

    private int waiting() {
        return count("wait_event_type = 'Lock'");
    }

    private int count(String which) {
        return sql.query(
                        "select count(*) from pg_stat_activity where pid <> pg_backend_pid()"
                                + " and datname = current_database() and " + which,
                        row -> row.getInt(1))
                .getFirst();
    }

    private static boolean readsForStatisticians() {
        return Thread.getAllStackTraces().values().stream()
                .flatMap(Stream::of)
                .anyMatch(frame -> frame.getClassName().endsWith(".sdmx.DataReader"));
    }

    private void manyFigures() {
        given("T_LONG");
        record(figure("T_LONG", "990701", "1990-01", "\"value\": 90"));
        publish("T_LONG");
        sql.update("""
                insert into observation (series, period_start, revision, value, qualifier, status, source, reason, recorded_at,
                  recorded_by)
                select s.id, day::date, revision, 90, 'EQ', 'A', repeat('测试通报', 160), '更正',
                  timestamptz '2020-01-01' + revision * interval '1 hour', 'test'
                from series s, generate_series(date '1901-01-01', date '1985-01-01', interval '1 month') day,
                  generate_series(1, ?) revision
                where s.indicator = 'T_LONG' and s.frequency = 'M' on conflict do nothing""", REVISIONS);
        for (int revision = 1; revision <= REVISIONS; revision++) {
            sql.update("""
                    update observation set published_at = recorded_at
                    where series in (select id from series where indicator = 'T_LONG') and revision = ? and published_at is null""", revision);
        }
    }
}

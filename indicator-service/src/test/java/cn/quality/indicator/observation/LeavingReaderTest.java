package cn.quality.indicator.observation;

import static cn.quality.indicator.observation.Figures.figure;
import static cn.quality.indicator.observation.Figures.given;
import static cn.quality.indicator.observation.Figures.publish;
import static cn.quality.indicator.observation.Figures.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.quality.indicator.IndicatorTest;
import cn.quality.platform.sql.Jdbc;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A reader who leaves in the middle of a long answer leaves no statement behind. */
@IndicatorTest
class LeavingReaderTest {

    /** Longer than an answer can be that waits between a server and its reader. */
    private static final int REVISIONS = 6;

    @Inject
    Jdbc sql;

    @ParameterizedTest
    @ValueSource(strings = {"text/csv", "application/x-ndjson"})
    void theStatementEndsWithItsReader(String form) throws IOException {
        manyFigures();
        try (var reader = new Socket()) {
            reader.setReceiveBufferSize(4096);
            reader.setSoTimeout(30_000);
            reader.connect(new InetSocketAddress("localhost", RestAssured.port));
            reader.getOutputStream()
                    .write(
                            "GET /api/indicators/v1/observations?indicator=T_LONG&history=true HTTP/1.1\r\nHost: localhost\r\nAccept: %s\r\n\r\n"
                                    .formatted(form)
                                    .getBytes(StandardCharsets.US_ASCII));
            var begun = reader.getInputStream().readNBytes(20_000);
            assertThat(new String(begun, StandardCharsets.UTF_8)).startsWith("HTTP/1.1 200");
            // Nothing more is read: the answer stands still, and its statement with it.
            assertThat(underWay()).isPositive();
        }
        await().atMost(Duration.ofMinutes(1)).until(() -> underWay() == 0);
    }

    /** Statements that read these figures, and transactions between two parts of one. */
    private int underWay() {
        return sql.query(
                        "select count(*) from pg_stat_activity where state <> 'idle' and pid <> pg_backend_pid()"
                                + " and query like '%shown_at%' and datname = current_database()",
                        row -> row.getInt(1))
                .getFirst();
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

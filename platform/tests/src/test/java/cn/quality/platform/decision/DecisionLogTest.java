package cn.quality.platform.decision;

import static cn.quality.testing.QuickPaths.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import cn.quality.platform.sql.Jdbc;
import cn.quality.testing.Infra;
import cn.quality.testing.PlatformTest;
import cn.quality.testing.Tokens;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@PlatformTest
class DecisionLogTest {

    @Inject
    DecisionLog log;

    @Inject
    Jdbc sql;

    @Inject
    Clock clock;

    @BeforeEach
    void aLogOfThreeLines() throws SQLException {
        asOwnerWithoutTheTrigger("truncate decision_log");
        asOwner("truncate decision_subject");
        QuarkusTransaction.requiringNew().run(() -> {
            log.append(decision("draft", "1"));
            log.append(decision("publish", "1"));
        });
        QuarkusTransaction.requiringNew().run(() -> log.append(decision("draft", "2")));
    }

    @Test
    void anUntouchedChainIsIntact() {
        assertThat(log.verify().intact()).isTrue();
        assertThat(log.verify().lines()).isEqualTo(3);
    }

    @Test
    void aChangedLineIsFound() throws SQLException {
        asOwnerWithoutTheTrigger("update decision_log set actor = 'somebody else' where number = 2");
        assertThat(log.verify().intact()).isFalse();
        assertThat(log.verify().brokenAt()).isEqualTo(2);
        given().auth()
                .oauth2(Tokens.of("auditor").sign())
                .get("/api/test/v1/decision-log/verification")
                .then()
                .statusCode(200)
                .body("intact", equalTo(false))
                .body("brokenAt", equalTo(2));
    }

    @Test
    void aRemovedLineIsFound() throws SQLException {
        asOwnerWithoutTheTrigger("delete from decision_log where number = 2");
        assertThat(log.verify().brokenAt()).isEqualTo(3);
    }

    @Test
    void anInsertedLineIsFound() throws SQLException {
        asOwnerWithoutTheTrigger(
                "insert into decision_log select 4, at, actor, act, subject_type, subject_id, reason, basis,"
                        + " before_digest, after_digest, previous_hash, 'forged' from decision_log where number = 3");
        assertThat(log.verify().brokenAt()).isEqualTo(4);
    }

    @Test
    void aLineCutOffTheEndIsSeenByTheHead() throws SQLException {
        var head = log.verify().head();
        asOwnerWithoutTheTrigger("delete from decision_log where number = 3");
        assertThat(log.verify().intact()).isTrue();
        assertThat(log.verify().head()).isNotEqualTo(head);
    }

    @Test
    void theServiceItselfCannotChangeALine() {
        assertThatThrownBy(() -> sql.update("update decision_log set reason = 'better'"))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> sql.update("delete from decision_log")).hasMessageContaining("permission denied");
    }

    @Test
    void notEvenTheOwnerChangesALineByAccident() {
        assertThatThrownBy(() -> asOwner("delete from decision_log")).hasMessageContaining("append-only");
    }

    @Test
    void concurrentActsMakeOneChain() throws Exception {
        var acts = new ArrayList<Future<?>>();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 100; i++) {
                var id = Integer.toString(i);
                acts.add(pool.submit(
                        () -> QuarkusTransaction.requiringNew().run(() -> log.append(decision("concurrent", id)))));
            }
        }
        for (var act : acts) {
            act.get();
        }
        assertThat(log.verify().intact()).isTrue();
        assertThat(log.verify().lines()).isEqualTo(103);
    }

    @Test
    void whatWasRolledBackLeavesNoLine() {
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    log.append(decision("undone", "9"));
                    throw new IllegalStateException("no");
                }))
                .hasMessageContaining("no");
        assertThat(log.verify().lines()).isEqualTo(3);
    }

    @Test
    void theLinesAboutOneSubjectAreReadInPagesWithTheirProof() {
        var first = subject("?subjectType=test&subjectId=1&limit=1")
                .body("items.act", contains("test.draft"))
                .body("items[0].reason", equalTo("because"))
                .body("items[0].subjectNumber", equalTo(1))
                .body("items[0].inChain", equalTo(true))
                .body("items[0].previousHash", equalTo("0".repeat(64)));
        subject("?subjectType=test&subjectId=1&after=" + first.extract().path("next"))
                .body("items.act", contains("test.publish"))
                .body("items[0].previousHash", equalTo(first.extract().path("items[0].hash")))
                .body("next", nullValue());
        subject("?subjectType=test&subjectId=3").body("items", empty());
        given().auth()
                .oauth2(Tokens.of("auditor").sign())
                .get("/api/test/v1/decision-log?subjectType=test")
                .then()
                .statusCode(400);
        given().auth()
                .oauth2(Tokens.of("administrator").sign())
                .get("/api/test/v1/decision-log?subjectType=test&subjectId=1")
                .then()
                .statusCode(403);
    }

    @Test
    void theLinesAboutOneSubjectAreProvenByThemselves() {
        subject("/verification?subjectType=test&subjectId=1")
                .body("intact", equalTo(true))
                .body("lines", equalTo(2));
        given().auth()
                .oauth2(Tokens.of("auditor").sign())
                .get("/api/test/v1/decision-log/verification?subjectType=test")
                .then()
                .statusCode(404);
    }

    /** Each with the number of the line at which the proof of subject 1, lines 1, 2 and 4, must stop. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "delete from decision_log where number = 1 | 2",
                "delete from decision_log where number = 2 | 1",
                "delete from decision_log where number = 4 | 4",
                "update decision_log set reason = 'better' where number = 2 | 2",
                "update decision_log set subject_id = '2' where number = 2 | 4",
                "update decision_log set subject_id = '2' where number = 4 | 4",
                "update decision_log set subject_number = null where number = 1 | 1",
                "update decision_log set previous_hash = hash where number = 3 | 2",
                "delete from decision_log where number = 3 | 2",
                "delete from decision_log where subject_id = '1' | 4",
            })
    void whateverIsDoneToTheLinesOfASubjectIsFound(String tampering, long at) throws SQLException {
        QuarkusTransaction.requiringNew().run(() -> log.append(decision("withdraw", "1")));
        QuarkusTransaction.requiringNew().run(() -> log.append(decision("publish", "2")));
        assertThat(log.verify("test", "1").intact()).isTrue();

        asOwnerWithoutTheTrigger(tampering);

        assertThat(log.verify("test", "1").intact()).isFalse();
        assertThat(log.verify("test", "1").brokenAt()).isEqualTo(at);
        assertThat(log.verify().intact()).isFalse();
    }

    @Test
    void aLineOfTheTimeBeforeLinesWereCountedStaysProven() throws SQLException {
        asOwnerWithoutTheTrigger("truncate decision_log");
        asOwner("truncate decision_subject");
        var old = new LogEntry(clock.instant(), "li", "test.draft", "test", "7", "", "", "", "");
        asOwner("insert into decision_log values (1, '" + old.at()
                + "', 'li', 'test.draft', 'test', '7', '', '', '', '', '" + LogEntry.GENESIS + "', '"
                + old.hash(1, LogEntry.GENESIS, null) + "')");
        asOwner("insert into decision_subject values ('test', '7', 1, 1)");

        QuarkusTransaction.requiringNew().run(() -> log.append(decision("publish", "7")));

        assertThat(log.verify().intact()).isTrue();
        assertThat(log.verify("test", "7").lines()).isEqualTo(2);
        asOwnerWithoutTheTrigger("delete from decision_log where number = 1");
        assertThat(log.verify("test", "7").brokenAt()).isEqualTo(2);
    }

    @Test
    void aLineIsHashedAsItAlwaysWas() {
        var line = new LogEntry(
                Instant.parse("2026-03-02T01:02:03.456789Z"), "li", "test.draft", "test", "7", "", "LAW-1", "", "ab");

        assertThat(line.hash(1, LogEntry.GENESIS, null))
                .isEqualTo("830e3825d4c781f47524133fdc93cebbe5e460758979024d7f735831bcb8e476");
        assertThat(line.hash(1, LogEntry.GENESIS, 1L)).isNotEqualTo(line.hash(1, LogEntry.GENESIS, null));
    }

    private static ValidatableResponse subject(String query) {
        return given().auth()
                .oauth2(Tokens.of("auditor").sign())
                .get("/api/test/v1/decision-log" + query)
                .then()
                .statusCode(200);
    }

    private static Decision decision(String act, String id) {
        return new Decision("test." + act, "test", id, "because", "LAW-1", null, Map.of("id", id));
    }

    private static void asOwnerWithoutTheTrigger(String statement) throws SQLException {
        asOwner("alter table decision_log disable trigger decision_log_append_only");
        try {
            asOwner(statement);
        } finally {
            asOwner("alter table decision_log enable trigger decision_log_append_only");
        }
    }

    private static void asOwner(String statement) throws SQLException {
        try (var connection = DriverManager.getConnection(Infra.jdbcUrl("credit"), "credit_owner", "credit_owner");
                var change = connection.createStatement()) {
            change.execute(statement);
        }
    }
}

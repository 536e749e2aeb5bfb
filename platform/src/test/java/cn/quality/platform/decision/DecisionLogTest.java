package cn.quality.platform.decision;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import cn.quality.platform.PlatformTest;
import cn.quality.platform.sql.Sql;
import cn.quality.testing.Infra;
import cn.quality.testing.Tokens;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@PlatformTest
class DecisionLogTest {

    @Inject
    DecisionLog log;

    @Inject
    Sql sql;

    @BeforeEach
    void aLogOfThreeLines() throws SQLException {
        asOwnerWithoutTheTrigger("truncate decision_log");
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

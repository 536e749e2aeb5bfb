package cn.quality.gateway.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.quality.gateway.AsDeployed;
import cn.quality.gateway.Ground;
import cn.quality.gateway.OutsideWorld;
import cn.quality.platform.sql.Jdbc;
import cn.quality.testing.MovedClock;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(OutsideWorld.class)
@WithTestResource(Ground.class)
@TestProfile(AsDeployed.class)
class DatabaseSessionsTest {

    @Inject
    Jdbc sql;

    @Inject
    SessionConfig config;

    @Inject
    Clock clock;

    @Inject
    ObjectMapper json;

    @Inject
    Vertx vertx;

    @BeforeEach
    void migrated() {
        await().ignoreExceptions().untilAsserted(() -> assertThat(rows()).isNotNegative());
    }

    @AfterEach
    void putBack() {
        MovedClock.back();
    }

    @Test
    void aLoginIsKnownToEveryGatewayAndItsEndToo() {
        var browser = Browser.loggedIn();
        assertThat(browser.bearer()).startsWith("Bearer ");
        var another = new DatabaseSessions(sql, config, clock, json, vertx);
        var there = now(another.find(browser.session())).orElseThrow();
        assertThat(browser.bearer()).isEqualTo("Bearer " + there.grant().access());

        now(another.removeLogin(there.elsewhere()));
        assertThat(browser.bearer()).isNull();
        now(another.replace(there));
        assertThat(browser.bearer()).as("what has ended stays ended").isNull();
    }

    @Test
    void theTableOpensNothing() {
        var browser = Browser.loggedIn();
        var token = browser.bearer().substring("Bearer ".length());
        var rows = sql.query("select key::text || encode(sealed, 'escape') from session", row -> row.getString(1));
        assertThat(rows)
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row)
                        .doesNotContain(browser.session())
                        .doesNotContain(token)
                        .doesNotContain(token.substring(0, 20))
                        .doesNotContain("publisher"));
    }

    @Test
    void everyLoginOfAPersonEndsAndWhatIsOverIsSwept() {
        Browser.loggedIn();
        var browser = Browser.loggedIn();
        MovedClock.forward(Duration.ofMinutes(30).plusSeconds(10));
        assertThat(browser.bearer()).isNull();
        Browser.loggedIn();
        assertThat(rows()).isEqualTo(1);
        now(new DatabaseSessions(sql, config, clock, json, vertx).removePerson("f1-publisher"));
        assertThat(rows()).isZero();
    }

    private int rows() {
        return sql.first("select count(*) from session", row -> row.getInt(1)).orElseThrow();
    }

    private static <T> T now(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }
}

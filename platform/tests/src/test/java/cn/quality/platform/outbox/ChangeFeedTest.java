package cn.quality.platform.outbox;

import static cn.quality.testing.QuickPaths.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import cn.quality.platform.paging.Cursor;
import cn.quality.platform.sql.Jdbc;
import cn.quality.testing.Infra;
import cn.quality.testing.PlatformTest;
import cn.quality.testing.Tokens;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@PlatformTest
class ChangeFeedTest {

    private static final String FEED = "/api/test/v1/changes";

    private static final Map<String, Object> KAFKA = Map.of("bootstrap.servers", Infra.bootstrapServers());

    @Inject
    Outbox outbox;

    @Inject
    Jdbc sql;

    @Inject
    Clock clock;

    @BeforeEach
    void nothingWasEverTold() {
        sql.update("delete from outbox");
    }

    @Test
    void aSystemReadsOnWhereItStopped() throws Exception {
        publish(event("a", 1, "opened"), event("b", 1, "opened"), event("c", 1, "opened"));
        var first = read("?limit=2")
                .body("items.subject", contains("a", "b"))
                .body("items[0].specversion", equalTo("1.0"))
                .body("items[0].data.state", equalTo("opened"))
                .body("more", equalTo(true));
        var second = read("?after=" + first.extract().path("next"))
                .body("items.subject", contains("c"))
                .body("more", equalTo(false));
        String cursor = second.extract().path("next");
        read("?after=" + cursor).body("items", empty()).body("next", equalTo(cursor));
        publish(event("d", 1, "opened"));
        read("?after=" + cursor).body("items.subject", contains("d"));
    }

    @Test
    void whatWasWithdrawnIsNotToldAnyMore() throws Exception {
        publish(event("a", 1, "published"), event("b", 1, "published"), event("a", 2, "withdrawn"));
        read("").body("items.subject", contains("b", "a")).body("items.data.state", contains("published", "withdrawn"));
    }

    @Test
    void onlyTheTypesAskedFor() throws Exception {
        publish(event("a", 1, "opened"), event("b", 1, "closed"));
        read("?types=cn.quality.test.closed.v1").body("items.subject", contains("b"));
        read("?types=cn.quality.test.closed.v1&types=cn.quality.test.opened.v1").body("items", hasSize(2));
        read("?types=cn.quality.test.closed.v1,cn.quality.test.opened.v1").body("items", hasSize(2));
    }

    @Test
    void aTypeNobodySendsIsNamedInsteadOfWaitedFor() {
        for (var type : List.of("cn.quality.test.clsoed.v1", "../application.properties", "")) {
            given().auth()
                    .oauth2(Tokens.of("screening-client").sign())
                    .queryParam("types", "cn.quality.test.closed.v1," + type)
                    .get(FEED)
                    .then()
                    .statusCode(400)
                    .body("code", equalTo("invalid-argument"))
                    .body("violations[0].field", equalTo("types"));
        }
    }

    @Test
    void waitingForARareTypeMakesNoCursorOld() throws Exception {
        publish(event("a", 1, "opened"), event("b", 1, "opened"));
        String cursor = read("?types=cn.quality.test.closed.v1")
                .body("items", empty())
                .extract()
                .path("next");
        publish(event("c", 1, "closed"));
        sql.update("delete from outbox where subject in ('a', 'b')");

        read("?types=cn.quality.test.closed.v1&after=" + cursor).body("items.subject", contains("c"));
    }

    @Test
    void aCursorOfAnotherServiceOrOfAnEarlierLifeIsNoPlaceHere() throws Exception {
        publish(event("a", 1, "opened"));
        refused(Cursor.of("/other-service:1").encode(), 400, "invalid-cursor");
        refused(Cursor.of("/platform-test:99").encode(), 410, "cursor-too-old");
    }

    @Test
    void whatWaitsForTheBrokerIsNotInTheFeedYet() {
        QuarkusTransaction.requiringNew().run(() -> outbox.append(event("a", 1, "opened")));
        read("").body("items", empty());
    }

    @Test
    void aCursorOlderThanWhatIsKeptIsGone() throws Exception {
        publish(event("a", 1, "opened"));
        var old = read("").extract().<String>path("next");
        publish(event("b", 1, "opened"), event("c", 1, "opened"));
        sql.update("delete from outbox where subject in ('a', 'b')");
        refused(old, 410, "cursor-too-old");
        refused("rubbish", 400, "invalid-cursor");
        refused(Cursor.of("no number").encode(), 400, "invalid-cursor");
    }

    @Test
    void isForSystemsThatMay() {
        given().get(FEED).then().statusCode(401);
        given().auth().oauth2(Tokens.of("case-handler").sign()).get(FEED).then().statusCode(403);
    }

    private void publish(OutboundEvent... events) throws Exception {
        QuarkusTransaction.requiringNew().run(() -> outbox.appendAll(List.of(events)));
        try (var producer = RelayRunner.producer(KAFKA)) {
            new Relay(sql, producer, clock, "/platform-test", 100).publishWaiting();
        }
    }

    private static OutboundEvent event(String subject, long sequence, String state) {
        return new OutboundEvent(
                "quality.credit.record",
                "cn.quality.test." + (state.equals("closed") ? "closed" : "opened") + ".v1",
                subject,
                sequence,
                Map.of("state", state));
    }

    private static ValidatableResponse read(String query) {
        return given().auth()
                .oauth2(Tokens.of("screening-client").client("screening-bank").sign())
                .get(FEED + query)
                .then()
                .statusCode(200);
    }

    private static void refused(String cursor, int status, String code) {
        given().auth()
                .oauth2(Tokens.of("screening-client").sign())
                .get(FEED + "?after=" + cursor)
                .then()
                .statusCode(status)
                .body("code", equalTo(code));
    }
}

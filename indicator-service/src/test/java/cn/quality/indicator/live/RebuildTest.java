package cn.quality.indicator.live;

import static cn.quality.indicator.Api.administrator;
import static cn.quality.indicator.Api.anyone;
import static cn.quality.indicator.Api.as;
import static cn.quality.indicator.live.LiveCounts.afterEverythingOn;
import static cn.quality.indicator.live.LiveCounts.tally;
import static cn.quality.indicator.live.LiveCounts.thisYear;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import cn.quality.indicator.IndicatorTest;
import cn.quality.indicator.live.Events.Sampling;
import cn.quality.indicator.live.RebuildService.Building;
import cn.quality.platform.http.Preconditions;
import cn.quality.testing.CloudEvent;
import cn.quality.testing.EventBroker;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The live figures counted anew from the topics, as they lie there: in any order, doubled, damaged. */
@IndicatorTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RebuildTest {

    @Inject
    DataSource database;

    @Inject
    RebuildService service;

    @Inject
    RebuildRunner runner;

    @Inject
    Clock clock;

    @Test
    void aCounterThatSomebodyChangedByHandIsPutRight() throws SQLException {
        var listed = UUID.randomUUID();
        EventBroker.send(Events.listing("withdrawn", UUID.randomUUID(), 5, "RED", "WITHDRAWN"));
        EventBroker.send(Events.listing("published", listed, 1, "RED", "PUBLISHED"));
        EventBroker.send(
                Events.event(Events.LISTINGS, "cn.quality.credit.listing.published.v1", listed, 9, "{\"listingId\": "));
        EventBroker.send(new CloudEvent(Events.LISTINGS, listed.toString(), Map.of(), "not even an event"));
        afterEverythingOn(database, Events.LISTINGS, listed);
        var right = tally("LST_RED");
        execute(
                "update live_counter set numerator = numerator + 7, denominator = denominator + 7 where figure = 'LST_RED'");
        execute("delete from live_record where id = '" + listed + "'");
        var wrong = tally("LST_RED");
        assertThat(wrong).isNotEqualTo(right);

        var done = rebuilt();

        assertThat(tally("LST_RED")).isEqualTo(right);
        assertThat(done.getInt("damaged")).isGreaterThanOrEqualTo(2);
        assertThat(done.getLong("read")).isEqualTo(done.getLong("messages"));
        assertThat(difference(done, "LST_RED")).isEqualTo(right.minus(wrong));
        assertThat(done.getList("figures.code"))
                .isSorted()
                .contains("AGR_SAFETY_PASS", "LST_BLACK", "LST_RED", "STD_GROUP_Q", "STD_SELF_DECL");
        anyone().get("/live/LST_RED/records?limit=200")
                .then()
                .body("items.find {it.listingId == '%s'}.kind".formatted(listed), equalTo("RED"));
        var again = rebuilt();
        assertThat(difference(again, "LST_RED")).isEqualTo(Tally.NOTHING);
        assertThat(EventBroker.about(LiveEvent.TOPIC, again.getString("id")))
                .extracting(CloudEvent::type)
                .containsExactly("cn.quality.indicator.live.rebuilt.v1");
    }

    /** What a rebuild has read of a record before a newer event of it is counted, and what it reads afterwards. */
    @Test
    void whatComesInMeanwhileIsNeitherMissedNorCountedTwice() {
        var before = tally("PRD_SUPERV_PASS");
        var early = UUID.randomUUID();
        var late = UUID.randomUUID();
        var building = begun();
        EventBroker.send(Events.inspection(early, 1, thisYear(clock), Sampling.of("INDUSTRIAL", true)));
        EventBroker.send(Events.inspection(early, 2, thisYear(clock), Sampling.of("INDUSTRIAL", false)));
        EventBroker.send(Events.inspection(late, 2, thisYear(clock), Sampling.of("INDUSTRIAL", true)));
        afterEverythingOn(database, Events.RECORDS, early, late);

        runner.run(building);
        EventBroker.send(Events.inspection(late, 1, thisYear(clock), Sampling.of("INDUSTRIAL", false)));
        afterEverythingOn(database, Events.RECORDS, late);

        assertThat(tally("PRD_SUPERV_PASS").minus(before)).isEqualTo(new Tally(1, 2));
    }

    /** Random events, doubled and reordered, with a rebuild in their midst, against a model without a database. */
    @Test
    void aRebuildInTheMiddleOfAStormChangesNothing() {
        var random = new Random(20_261_129);
        var before = tally("PRD_SUPERV_PASS");
        var storm = UUID.randomUUID();
        var sent = new ArrayList<CloudEvent>();
        var newest = new HashMap<UUID, Optional<Sampling>>();
        for (int record = 0; record < 40; record++) {
            var id = new UUID(random.nextLong(), random.nextLong());
            for (int version = 1; version <= 4; version++) {
                var report = "%s/%d".formatted(storm, random.nextInt(12));
                var recheck = random.nextInt(3) == 0;
                var sampling = random.nextInt(4) == 0
                        ? null
                        : new Sampling(
                                "INDUSTRIAL",
                                random.nextBoolean(),
                                recheck,
                                recheck ? report + "/r" : report,
                                recheck ? report : null);
                sent.add(Events.inspection(id, version, thisYear(clock), sampling));
                newest.put(id, Optional.ofNullable(sampling));
            }
        }
        sent.addAll(sent.subList(0, sent.size() / 3).stream()
                .map(event -> event.with("id", UUID.randomUUID().toString()))
                .toList());
        Collections.shuffle(sent, random);
        EventBroker.send(sent.subList(0, sent.size() / 2));
        var id = administrator()
                .post("/live/rebuilds")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        EventBroker.send(sent.subList(sent.size() / 2, sent.size()));
        ended(id);
        afterEverythingOn(database, Events.RECORDS, newest.keySet().toArray(UUID[]::new));

        assertThat(tally("PRD_SUPERV_PASS").minus(before)).isEqualTo(Model.tally(newest));
        assertThat(difference(rebuilt(), "PRD_SUPERV_PASS")).isEqualTo(Tally.NOTHING);
    }

    @Test
    void thereIsOneRebuildAtATime() {
        var running = begun();
        administrator().post("/live/rebuilds").then().statusCode(409).body("code", equalTo("rebuild-running"));
        service.fail(running, RebuildView.Failure.INTERRUPTED);
        administrator()
                .get("/live/rebuilds/" + running.rebuild())
                .then()
                .body("state", equalTo("FAILED"))
                .body("failure", equalTo("INTERRUPTED"));
        rebuilt();
    }

    @Test
    void aRebuildWhoseProcessDiedLeavesAllAsItWasAndHoldsNobodyUp() throws SQLException {
        var before = anyone().get("/live").asString();
        var dead = begun();
        service.take(dead, List.of(), 1, 0);
        execute("update live_rebuild set alive_at = alive_at - interval '1 hour' where id = '" + dead.rebuild() + "'");
        assertThat(anyone().get("/live").asString()).isEqualTo(before);
        administrator()
                .get("/live/rebuilds/" + dead.rebuild())
                .then()
                .body("state", equalTo("FAILED"))
                .body("failure", equalTo("ABANDONED"));
        // Should it live after all, it is too late.
        runner.run(dead);
        assertThat(anyone().get("/live").asString()).isEqualTo(before);
        rebuilt();
    }

    @Test
    void theSameRequestAgainIsTheSameJob() {
        var key = UUID.randomUUID().toString();
        var id = administrator()
                .header("Idempotency-Key", key)
                .post("/live/rebuilds")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        ended(id);
        administrator()
                .header("Idempotency-Key", key)
                .post("/live/rebuilds")
                .then()
                .statusCode(201)
                .body("id", equalTo(id))
                .body("state", equalTo("DONE"));
    }

    @Test
    void badInputIsRefused() {
        administrator().get("/live/rebuilds/" + UUID.randomUUID()).then().statusCode(404);
        administrator()
                .post("/live/rebuilds?acceptLoss=perhaps")
                .then()
                .statusCode(400)
                .body("code", not(equalTo("internal-error")));
        administrator().post("/live/rebuilds?accept-loss=true").then().statusCode(400);
    }

    /** What is counted stands; it would be lost if a part of the topics were taken for the whole. */
    @Test
    @Order(Integer.MAX_VALUE)
    void aTopicThatLostItsBeginningIsNotCountedFromTheRest() {
        EventBroker.send(Events.standard(UUID.randomUUID(), 1, "T/RZEX 009-2026", "IN_FORCE"));
        EventBroker.loseTheBeginningOf(Events.STANDARDS);
        var before = anyone().get("/live").asString();
        var refused = begun();
        runner.run(refused);
        administrator()
                .get("/live/rebuilds/" + refused.rebuild())
                .then()
                .body("state", equalTo("FAILED"))
                .body("failure", equalTo("HISTORY_DELETED"));
        assertThat(anyone().get("/live").asString()).isEqualTo(before);
        ended(administrator()
                .post("/live/rebuilds?acceptLoss=true")
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
    }

    /** A rebuild that nobody carries out yet. */
    private Building begun() {
        return service.begin(false, Preconditions.NONE).building().orElseThrow();
    }

    private JsonPath rebuilt() {
        return ended(administrator()
                .post("/live/rebuilds")
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
    }

    private static JsonPath ended(String id) {
        await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> as("auditor")
                                .get("/live/rebuilds/" + id)
                                .then()
                                .extract()
                                .<String>path("state"),
                        not(equalTo("RUNNING")));
        return as("auditor")
                .get("/live/rebuilds/" + id)
                .then()
                .body("state", equalTo("DONE"))
                .extract()
                .jsonPath();
    }

    private static Tally difference(JsonPath rebuild, String code) {
        var figure = "figures.find {it.code == '%s'}.difference.".formatted(code);
        return new Tally(rebuild.getLong(figure + "numerator"), rebuild.getLong(figure + "denominator"));
    }

    private void execute(String statement) throws SQLException {
        try (var connection = database.getConnection();
                var change = connection.createStatement()) {
            change.executeUpdate(statement);
        }
    }
}

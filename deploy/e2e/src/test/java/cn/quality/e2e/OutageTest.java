package cn.quality.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import cn.quality.local.PartName;
import io.restassured.http.ContentType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Parts die at the worst moment; nothing is lost and nothing happens twice. */
@SuiteTest
@ResourceLock(RunningSuite.PARTS)
class OutageTest {

    private static final Duration RECOVERY = Duration.ofSeconds(90);

    private final Actors actors;

    OutageTest(Actors actors) {
        this.actors = actors;
    }

    @Test
    void whatIsPublishedWhileKafkaIsAwayArrivesWhenItIsBack() {
        var uscc = Samples.registered(actors, "日照示例断流食品有限公司");
        actors.suite().part(PartName.KAFKA).stop();
        String id;
        try {
            id = Samples.published(actors, uscc, "BLACK");
            actors.anybody().get("/api/credit/v1/listings/" + id).then().statusCode(200);
        } finally {
            actors.suite().part(PartName.KAFKA).start();
        }
        awaitBadge(uscc, "BLACK");
        assertThat(countedListings(id)).hasSize(1);
    }

    @Test
    void theCreditServiceKilledDuringAPublicationLeavesOneEntryAndOneEffect() {
        var uscc = Samples.registered(actors, "日照示例断电食品有限公司");
        var draft = Samples.drafted(actors, "case-handler", uscc, "BLACK");
        var id = draft.extract().<String>path("id");
        var etag = Samples.prepared(actors, draft);

        // Ask and kill at the same time: whether the first attempt took effect is anybody's guess.
        var first = CompletableFuture.supplyAsync(() -> publish(id, etag));
        actors.suite().part(PartName.CREDIT).kill();
        int status =
                first.handle((answer, failure) -> failure == null ? answer : -1).join();
        actors.anybody()
                .get("/health")
                .then()
                .statusCode(503)
                .body("parts.find { it.name == 'credit' }.status", equalTo("DOWN"));
        actors.suite().part(PartName.CREDIT).start();

        // The same request again, as a careful client sends it, must be safe whatever happened to the first.
        await().atMost(RECOVERY)
                .untilAsserted(() -> assertThat(publish(id, etag))
                        .as("after a first attempt that was answered with %d", status)
                        .isEqualTo(200));
        assertThat(publish(id, etag)).isEqualTo(200);

        awaitBadge(uscc, "BLACK");
        assertThat(countedListings(id)).hasSize(1);
        actors.anybody().get("/api/credit/v1/enterprises/" + uscc).then().body("listings.id", equalTo(List.of(id)));
        actors.anybody()
                .get("/api/credit/v1/listings?kind=BLACK&limit=200")
                .then()
                .body("items.id", hasItem(id));
        actors.person("auditor")
                .get("/api/credit/v1/decision-log/verification")
                .then()
                .body("intact", equalTo(true));
    }

    private int publish(String id, String etag) {
        return actors.person("publisher")
                .contentType(ContentType.JSON)
                .header("If-Match", etag)
                .header("Idempotency-Key", "publish-" + id)
                .body(Map.of())
                .post("/api/credit/v1/listings/" + id + "/publication")
                .statusCode();
    }

    private void awaitBadge(String uscc, String badge) {
        await().atMost(RECOVERY)
                .untilAsserted(() -> actors.anybody()
                        .get("/api/standards/v1/enterprises/" + uscc)
                        .then()
                        .statusCode(200)
                        .body("badge", equalTo(badge)));
    }

    private List<String> countedListings(String id) {
        return await().atMost(RECOVERY)
                .until(
                        () -> actors.anybody()
                                .get("/api/indicators/v1/live/LST_BLACK/records?limit=200")
                                .then()
                                .statusCode(200)
                                .extract()
                                .<List<String>>path("items.listingId.findAll { it == '%s' }".formatted(id)),
                        found -> !found.isEmpty());
    }
}

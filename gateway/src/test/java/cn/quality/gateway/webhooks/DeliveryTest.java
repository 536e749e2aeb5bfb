package cn.quality.gateway.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import cn.quality.gateway.Ground;
import cn.quality.gateway.OutsideWorld;
import cn.quality.gateway.webhooks.Receiver.Answer;
import cn.quality.platform.sql.Jdbc;
import cn.quality.testing.EventBroker;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(OutsideWorld.class)
@WithTestResource(Ground.class)
class DeliveryTest {

    private static final String LISTINGS = "cn.quality.credit.listing.*";

    @Inject
    Jdbc sql;

    private final Client client = Client.of("bank-" + UUID.randomUUID());
    private final Receiver receiver = new Receiver();
    private final String subject = UUID.randomUUID().toString();

    /** A delivery under way may hold rows in another order, and PostgreSQL then ends one of the two. */
    @BeforeEach
    void nothingElseIsDelivered() {
        Awaitility.await().ignoreExceptions().until(() -> sql.update("delete from webhook") >= 0);
    }

    @AfterEach
    void close() {
        nothingElseIsDelivered();
        receiver.close();
    }

    private List<Receiver.Message> awaitDeliveries(String path, int many) {
        Awaitility.await().until(() -> receiver.deliveries(path).size() >= many);
        return receiver.deliveries(path);
    }

    /** As if the time had passed. */
    private void hurry() {
        sql.update("update delivery set due_at = '2000-01-01' where state = 'WAITING'");
        sql.update("update webhook set held_until = '2000-01-01'");
    }

    private void awaitLog(String webhook, String state, int many) {
        Awaitility.await().until(() -> client.log(webhook, "?state=" + state).size(), size -> size == many);
    }

    private static void assertSigned(Receiver.Message message, String secret) throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring(6)), "HmacSHA256"));
        var signed =
                "%s.%s.%s".formatted(message.header("webhook-id"), message.header("webhook-timestamp"), message.body());
        assertThat(message.header("webhook-signature").split(" ", -1))
                .contains("v1,"
                        + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void anEventComesAsASignedCloudEventAfterTheReceiverAgreed() throws GeneralSecurityException {
        var made = client.subscribe(receiver.url("/in?token=1"), LISTINGS, "371100");
        assertThat(made.<String>path("state")).isEqualTo("PENDING");
        client.awaitState(made.path("id"), "ACTIVE");
        assertThat(receiver.handshakes("/in").getFirst().header("webhook-request-origin"))
                .isEqualTo("quality-suite");
        assertThat(receiver.handshakes("/in").getFirst().header("webhook-request-rate"))
                .isEqualTo("6000");

        var id = Events.published(subject, "371102", "示例");

        var message = awaitDeliveries("/in", 1).getFirst();
        assertThat(message.header("content-type")).startsWith("application/cloudevents+json");
        assertThat(message.header("webhook-id")).isEqualTo(id.toString());
        assertThat(Long.parseLong(message.header("webhook-timestamp")))
                .isCloseTo(Instant.now().getEpochSecond(), org.assertj.core.data.Offset.offset(60L));
        assertThat(message.header("traceparent")).startsWith("00-4bf92f3577b34da6a3ce929d0e0e4736-");
        assertSigned(message, made.path("secret"));
        var event = message.event();
        assertThat(event.getString("specversion")).isEqualTo("1.0");
        assertThat(event.getString("id")).isEqualTo(id.toString());
        assertThat(event.getString("type")).isEqualTo(Events.PUBLISHED);
        assertThat(event.getString("subject")).isEqualTo(subject);
        assertThat(event.getLong("sequence")).isEqualTo(1);
        assertThat(event.getJsonObject("data").getString("ground")).isEqualTo("示例");

        awaitLog(made.path("id"), "DELIVERED", 1);
        var line = client.log(made.path("id"), "").getJsonObject(0);
        assertThat(line.getString("id")).isEqualTo(id.toString());
        assertThat(line.getInteger("status")).isEqualTo(204);
        assertThat(line.getInteger("attempts")).isEqualTo(1);
    }

    /** Who watches what is nobody else's business, whatever else they have asked for. */
    @Test
    void whatIsPrivateComesToItsRecipientAlone() {
        var name = "watcher-" + UUID.randomUUID();
        var watcher = Client.of(name);
        watcher.active(receiver.url("/own"), "cn.quality.standards.watch.*");
        client.active(receiver.url("/other"), "cn.quality.*");

        var mine = Events.noticed(name);
        var nobodys = Events.noticed("");
        var everybodys = Events.standard(subject);

        awaitDeliveries("/own", 1);
        awaitDeliveries("/other", 1);
        assertThat(ids("/own")).containsExactly(mine);
        assertThat(ids("/other")).containsExactly(everybodys);
        // What names no recipient is queued for nobody.
        assertThat(sql.query("select event_id from delivery", row -> row.getObject(1, UUID.class)))
                .doesNotContain(nobodys)
                .containsExactlyInAnyOrder(mine, everybodys);
    }

    @Test
    void onlyWhatWasAskedForComes() {
        client.active(receiver.url("/donggang"), LISTINGS, "371102");
        client.active(receiver.url("/city"), Events.PUBLISHED, "371100");
        client.active(receiver.url("/all"), "cn.quality.*");
        var inDonggang = Events.published(subject, "371102", "a");
        var inLanshan = Events.published(UUID.randomUUID().toString(), "371103", "b");
        var inZone = Events.published(UUID.randomUUID().toString(), "371100-GX", "c");
        var nowhere = Events.standard(UUID.randomUUID().toString());

        awaitDeliveries("/all", 4);
        awaitDeliveries("/city", 3);
        awaitDeliveries("/donggang", 1);
        assertThat(ids("/all")).contains(inDonggang, inLanshan, inZone, nowhere);
        assertThat(ids("/city")).containsExactlyInAnyOrder(inDonggang, inLanshan, inZone);
        assertThat(ids("/donggang")).containsExactly(inDonggang);
    }

    private Stream<UUID> ids(String path, int from) {
        return receiver.deliveries(path).stream()
                .skip(from)
                .map(message -> UUID.fromString(message.header("webhook-id")));
    }

    private List<UUID> ids(String path) {
        return ids(path, 0).toList();
    }

    @Test
    void whatIsRefusedComesAgainWithTheSameIdUntilItIsTaken() {
        var webhook = client.active(receiver.url("/in"), LISTINGS);
        receiver.behave("/in", message -> Answer.of(500));
        var id = Events.published(subject, "371102", "a");
        awaitDeliveries("/in", 1);
        awaitLog(webhook, "WAITING", 1);
        Awaitility.await().until(() -> client.log(webhook, "").getJsonObject(0).getInteger("attempts"), equalTo(1));
        var line = client.log(webhook, "").getJsonObject(0);
        assertThat(line.getInteger("status")).isEqualTo(500);
        assertThat(Instant.parse(line.getString("dueAt"))).isAfter(Instant.now().minusSeconds(1));

        receiver.behave("/in");
        hurry();
        awaitLog(webhook, "DELIVERED", 1);
        assertThat(ids("/in")).containsOnly(id).hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void afterThreeDaysItIsDeadAndAReplayBringsItBack() {
        var webhook = client.active(receiver.url("/in"), LISTINGS);
        receiver.behave("/in", message -> Answer.of(500));
        var id = Events.published(subject, "371102", "a");
        Awaitility.await()
                .until(() -> client.log(webhook, "").size() == 1
                        && client.log(webhook, "").getJsonObject(0).getInteger("attempts") == 1);
        sql.update("update delivery set queued_at = queued_at - interval '3 days'");
        hurry();
        awaitLog(webhook, "DEAD", 1);

        receiver.behave("/in");
        client.asks()
                .body(new JsonObject()
                        .put("since", Instant.now().minusSeconds(3600).toString())
                        .encode())
                .post("/api/v1/webhooks/" + webhook + "/replays")
                .then()
                .statusCode(200);
        awaitLog(webhook, "DEAD", 0);
        Awaitility.await()
                .until(() -> client.log(webhook, "?state=DELIVERED").stream()
                        .anyMatch(line -> ((JsonObject) line).getString("id").equals(id.toString())));
    }

    @Test
    void aReplayFromAPlaceTellsWhatCameAfterIt() {
        var webhook = client.active(receiver.url("/in"), LISTINGS);
        Events.published(subject, "371102", "a");
        var second = Events.published(subject + "-2", "371102", "b");
        awaitDeliveries("/in", 2);
        awaitLog(webhook, "DELIVERED", 2);
        var first = receiver.deliveries("/in").stream()
                .filter(message -> message.event().getString("subject").equals(subject))
                .findFirst()
                .orElseThrow();
        var of = new JsonObject(client.asks()
                .body(new JsonObject()
                        .put("after", Long.parseLong(first.event().getString("position")))
                        .encode())
                .post("/api/v1/webhooks/" + webhook + "/replays")
                .then()
                .statusCode(200)
                .extract()
                .asString());
        int queued = of.getInteger("queued");
        awaitDeliveries("/in", 2 + queued);
        if (queued > 0) {
            assertThat(ids("/in", 2)).contains(second);
        }
    }

    @Test
    void whatHasBeenWithdrawnIsNotToldAnyMore() {
        var webhook = client.active(receiver.url("/in"), LISTINGS);
        receiver.behave("/in", message -> Answer.of(500));
        var published = Events.published(subject, "371102", "a secret ground");
        Awaitility.await()
                .until(() -> client.log(webhook, "").size() == 1
                        && client.log(webhook, "").getJsonObject(0).getInteger("attempts") == 1);
        int before = receiver.deliveries("/in").size();

        var withdrawn = Events.withdrawn(subject, "371102");
        awaitLog(webhook, "SUPERSEDED", 1);
        receiver.behave("/in");
        hurry();
        awaitLog(webhook, "DELIVERED", 1);
        int replayed = receiver.deliveries("/in").size();
        client.asks()
                .body(new JsonObject().put("since", "2020-01-01T00:00:00Z").encode())
                .post("/api/v1/webhooks/" + webhook + "/replays")
                .then()
                .statusCode(200);
        Awaitility.await().until(() -> ids("/in", replayed).anyMatch(withdrawn::equals));
        assertThat(ids("/in", before)).doesNotContain(published);
        assertThat(receiver.deliveries("/in").stream().skip(before).map(Receiver.Message::body))
                .noneMatch(body -> body.contains("a secret ground"));
    }

    @Test
    void anOlderEventThatComesLateIsNotTold() {
        var webhook = client.active(receiver.url("/in"), LISTINGS);
        var withdrawn = Events.withdrawn(subject, "371102");
        awaitLog(webhook, "DELIVERED", 1);
        Events.published(subject, "371102", "late");
        var next = Events.published(UUID.randomUUID().toString(), "371102", "next");
        Awaitility.await().until(() -> ids("/in").contains(next));
        assertThat(ids("/in")).containsOnly(withdrawn, next); // once at least, says the promise
    }

    @Test
    void whoIsGoneIsNotToldAgain() {
        var webhook = client.active(receiver.url("/in"), LISTINGS);
        receiver.behave("/in", message -> Answer.of(410));
        Events.published(subject, "371102", "a");
        client.awaitState(webhook, "FAILED");
        client.asks().get("/api/v1/webhooks/" + webhook).then().body("reason", equalTo("410 Gone"));
        int delivered = receiver.deliveries("/in").size();
        hurry();
        Events.published(UUID.randomUUID().toString(), "371102", "b");
        client.active(receiver.url("/other"), LISTINGS);
        var later = Events.published(UUID.randomUUID().toString(), "371102", "c");
        Awaitility.await().until(() -> ids("/other").contains(later));
        assertThat(receiver.deliveries("/in")).hasSize(delivered);
    }

    @Test
    void aBusyReceiverSaysUntilWhen() {
        var webhook = client.active(receiver.url("/in"), LISTINGS);
        receiver.behave("/in", message -> Answer.of(429).with("Retry-After", "3600"));
        Events.published(subject, "371102", "a");
        Awaitility.await()
                .until(() -> client.log(webhook, "").size() == 1
                        && client.log(webhook, "").getJsonObject(0).getInteger("attempts") == 1);
        assertThat(Instant.parse(client.log(webhook, "").getJsonObject(0).getString("dueAt")))
                .isBetween(Instant.now().plusSeconds(3500), Instant.now().plusSeconds(3700));
        receiver.behave("/in");
        Events.published(UUID.randomUUID().toString(), "371102", "b");
        awaitLog(webhook, "WAITING", 2);
        assertThat(receiver.deliveries("/in")).as("the whole receiver rests").hasSize(1);
        hurry();
        awaitLog(webhook, "DELIVERED", 2);
    }

    @Test
    void aRedirectIsNotFollowedAndAnEndlessAnswerNotRead() {
        receiver.behave(
                "/moved",
                message -> message.method().equals("POST")
                        ? Answer.of(307).with("Location", receiver.url("/secret"))
                        : null);
        receiver.behave(
                "/long",
                message -> message.method().equals("POST")
                        ? new Answer(200, java.util.Map.of(), new byte[10_000_000])
                        : null);
        var moved = client.active(receiver.url("/moved"), LISTINGS);
        var wordy = client.active(receiver.url("/long"), LISTINGS);
        Events.published(subject, "371102", "a");
        awaitLog(wordy, "DELIVERED", 1);
        Awaitility.await().until(() -> client.log(moved, "").getJsonObject(0).getInteger("status"), equalTo(307));
        assertThat(receiver.deliveries("/secret")).isEmpty();
    }

    @Test
    void aPausedOneKeepsWhatComesForLater() {
        var webhook = client.active(receiver.url("/in"), LISTINGS);
        wish(webhook, "PAUSED");
        Events.published(subject, "371102", "a");
        awaitLog(webhook, "WAITING", 1);
        assertThat(receiver.deliveries("/in")).isEmpty();
        wish(webhook, "ACTIVE");
        awaitDeliveries("/in", 1);
    }

    private void wish(String webhook, String state) {
        client.asks()
                .header("If-Match", client.etag(webhook))
                .body(new JsonObject().put("state", state).encode())
                .patch("/api/v1/webhooks/" + webhook)
                .then()
                .statusCode(200)
                .body("state", equalTo(state));
    }

    @Test
    void afterARotationBothSecretsSignForAWhile() throws GeneralSecurityException {
        var made = client.subscribe(receiver.url("/in"), LISTINGS);
        String webhook = made.path("id");
        client.awaitState(webhook, "ACTIVE");
        var rotated = client.asks()
                .post("/api/v1/webhooks/" + webhook + "/secret")
                .then()
                .statusCode(200)
                .extract();
        assertThat(rotated.<String>path("secret")).isNotEqualTo(made.path("secret"));
        Events.published(subject, "371102", "a");
        var message = awaitDeliveries("/in", 1).getFirst();
        assertSigned(message, made.path("secret"));
        assertSigned(message, rotated.path("secret"));

        sql.update("update webhook set former_until = now() - interval '1 second'");
        Events.published(UUID.randomUUID().toString(), "371102", "b");
        var later = awaitDeliveries("/in", 2).getLast();
        assertSigned(later, rotated.path("secret"));
        assertThat(later.header("webhook-signature")).doesNotContain(" ");
    }

    @Test
    void aReceiverThatDoesNotAgreeIsToldNothing() {
        receiver.behave("/no", message -> Answer.of(message.method().equals("OPTIONS") ? 405 : 204));
        receiver.behave(
                "/other",
                message -> message.method().equals("OPTIONS")
                        ? Answer.of(200).with("WebHook-Allowed-Origin", "elsewhere.cn")
                        : null);
        String no = client.subscribe(receiver.url("/no"), LISTINGS).path("id");
        String other = client.subscribe(receiver.url("/other"), LISTINGS).path("id");
        Events.published(subject, "371102", "a");
        Awaitility.await().until(() -> {
            sql.update("update webhook set handshake_due = '2000-01-01' where state = 'PENDING'");
            return client.state(no).equals("FAILED") && client.state(other).equals("FAILED");
        });
        assertThat(receiver.deliveries("/no")).isEmpty();
        assertThat(receiver.deliveries("/other")).isEmpty();
        assertThat(receiver.handshakes("/no")).hasSizeBetween(5, 6);
        client.asks().post("/api/v1/webhooks/" + no + "/ping").then().statusCode(409);
    }

    @Test
    void theAllowedRateIsKept() {
        receiver.behave(
                "/slow",
                message -> message.method().equals("OPTIONS")
                        ? new Answer(
                                200,
                                java.util.Map.of("WebHook-Allowed-Origin", "*", "WebHook-Allowed-Rate", "60"),
                                new byte[0])
                        : null);
        var webhook = client.active(receiver.url("/slow"), LISTINGS);
        client.asks().get("/api/v1/webhooks/" + webhook).then().body("rate", equalTo(60));
        sql.update("update webhook set paced_at = now()");
        var start = Instant.now();
        for (int i = 0; i < 3; i++) {
            Events.published(UUID.randomUUID().toString(), "371102", "a");
        }
        awaitDeliveries("/slow", 3);
        assertThat(Instant.now()).as("one a second").isAfter(start.plusMillis(1_900));
    }

    @Test
    void aSlowReceiverHoldsNobodyUp() {
        receiver.behave("/asleep", message -> {
            if (message.method().equals("POST")) {
                sleep(3_000);
            }
            return null;
        });
        client.active(receiver.url("/asleep"), LISTINGS);
        client.active(receiver.url("/awake"), LISTINGS);
        EventBroker.send(
                Stream.generate(() -> Events.publication(UUID.randomUUID().toString(), "371102", "a"))
                        .limit(150)
                        .toList());
        awaitDeliveries("/awake", 150);
        assertThat(receiver.deliveries("/asleep")).hasSizeLessThanOrEqualTo(128);
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aPingTellsAtOnceHowItWent() throws GeneralSecurityException {
        var made = client.subscribe(receiver.url("/in"), LISTINGS);
        String webhook = made.path("id");
        client.awaitState(webhook, "ACTIVE");
        client.asks()
                .post("/api/v1/webhooks/" + webhook + "/ping")
                .then()
                .statusCode(200)
                .body("delivered", equalTo(true))
                .body("status", equalTo(204));
        assertSigned(receiver.deliveries("/in").getFirst(), made.path("secret"));
        receiver.behave("/in", message -> Answer.of(500));
        client.asks()
                .post("/api/v1/webhooks/" + webhook + "/ping")
                .then()
                .statusCode(200)
                .body("delivered", equalTo(false))
                .body("failure", equalTo("500 Internal Server Error"));
        assertThat(client.log(webhook, "")).isEmpty();
    }
}

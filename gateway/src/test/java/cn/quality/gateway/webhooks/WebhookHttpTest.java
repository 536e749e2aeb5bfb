package cn.quality.gateway.webhooks;

import static cn.quality.testing.QuickPaths.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import cn.quality.gateway.Ground;
import cn.quality.gateway.OutsideWorld;
import cn.quality.gateway.Token;
import cn.quality.platform.sql.Jdbc;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(OutsideWorld.class)
@WithTestResource(Ground.class)
class WebhookHttpTest {

    private static final String LISTINGS = "cn.quality.credit.listing.*";

    @Inject
    Jdbc sql;

    private final Client client = Client.of("bank-" + UUID.randomUUID());
    private final Receiver receiver = new Receiver();

    /** A delivery under way may hold rows in another order, and PostgreSQL then ends one of the two. */
    @BeforeEach
    void none() {
        Awaitility.await().ignoreExceptions().until(() -> sql.update("delete from webhook") >= 0);
    }

    @AfterEach
    void close() {
        receiver.close();
    }

    private static RequestSpecification as(String role) {
        try {
            return given().auth()
                    .oauth2(Token.valid()
                            .ofSystem("some-office")
                            .withRoles(role)
                            .sign())
                    .contentType("application/json");
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aWebhookIsMadeReadChangedAndDeleted() {
        var made = client.asks()
                .header("Host", "evil.example")
                .body(Client.about(receiver.url("/in"), LISTINGS, "371100").encode())
                .post("/api/v1/webhooks")
                .then()
                .statusCode(201)
                .header("ETag", equalTo("\"v1\""))
                .header("Location", matchesPattern("/api/v1/webhooks/[0-9a-f-]{36}"))
                .body("state", equalTo("PENDING"))
                .body("secret", startsWith("whsec_"))
                .extract();
        String id = made.path("id");
        client.awaitState(id, "ACTIVE");
        client.asks()
                .get("/api/v1/webhooks/" + id)
                .then()
                .body("secret", nullValue())
                .body("regions", hasItem("371100"));
        client.asks()
                .header("If-Match", client.etag(id))
                .body(Client.about(receiver.url("/elsewhere"), LISTINGS).encode())
                .put("/api/v1/webhooks/" + id)
                .then()
                .statusCode(200)
                .body("state", equalTo("PENDING"))
                .body("regions.size()", equalTo(0));
        client.awaitState(id, "ACTIVE");
        assertThat(receiver.handshakes("/elsewhere"))
                .as("another receiver agrees anew")
                .isNotEmpty();
        client.asks()
                .header("If-Match", client.etag(id))
                .body("{\"contact\": \"别人\"}")
                .patch("/api/v1/webhooks/" + id)
                .then()
                .statusCode(200)
                .body("contact", equalTo("别人"))
                .body("state", equalTo("ACTIVE"));
        client.asks().delete("/api/v1/webhooks/" + id).then().statusCode(428);
        client.asks()
                .header("If-Match", "\"v1\"")
                .delete("/api/v1/webhooks/" + id)
                .then()
                .statusCode(412);
        client.asks()
                .header("If-Match", client.etag(id))
                .delete("/api/v1/webhooks/" + id)
                .then()
                .statusCode(204);
        client.asks().get("/api/v1/webhooks/" + id).then().statusCode(404);

        as("auditor")
                .get("/api/v1/decision-log?subjectType=webhook&subjectId=" + id)
                .then()
                .statusCode(200)
                .body(
                        "items.act",
                        equalTo(java.util.List.of(
                                "webhook.create",
                                "webhook.agree",
                                "webhook.describe",
                                "webhook.agree",
                                "webhook.change",
                                "webhook.delete")))
                .body("items[1].actor", equalTo("system"));
    }

    @Test
    void theSameKeyMakesItOnce() {
        var body = Client.about(receiver.url("/in"), LISTINGS).encode();
        var key = UUID.randomUUID().toString();
        var first = client.asks()
                .header("Idempotency-Key", key)
                .body(body)
                .post("/api/v1/webhooks")
                .then()
                .statusCode(201)
                .extract();
        var again = client.asks()
                .header("Idempotency-Key", key)
                .body(body)
                .post("/api/v1/webhooks")
                .then()
                .statusCode(201)
                .extract();
        assertThat(again.<String>path("id")).isEqualTo(first.path("id"));
        assertThat(again.<String>path("secret"))
                .as("the first answer may have been lost")
                .isEqualTo(first.path("secret"));
        client.asks()
                .header("Idempotency-Key", key)
                .body(Client.about(receiver.url("/other"), LISTINGS).encode())
                .post("/api/v1/webhooks")
                .then()
                .statusCode(409)
                .body("code", equalTo("idempotency-key-reused"));
    }

    @Test
    void nobodySeesAnothersAndAuditorsSeeAllAndChangeNothing() {
        String id = client.subscribe(receiver.url("/in"), LISTINGS).path("id");
        var stranger = Client.of("another-bank");
        stranger.asks().get("/api/v1/webhooks/" + id).then().statusCode(404);
        stranger.asks().get("/api/v1/webhooks/" + id + "/deliveries").then().statusCode(404);
        stranger.asks().post("/api/v1/webhooks/" + id + "/ping").then().statusCode(404);
        stranger.asks().post("/api/v1/webhooks/" + id + "/secret").then().statusCode(404);
        stranger.asks()
                .body("{\"after\": 0}")
                .post("/api/v1/webhooks/" + id + "/replays")
                .then()
                .statusCode(404);
        stranger.asks()
                .header("If-Match", "\"v1\"")
                .delete("/api/v1/webhooks/" + id)
                .then()
                .statusCode(404);
        stranger.asks().get("/api/v1/webhooks").then().statusCode(200).body("items.size()", equalTo(0));
        for (var role : new String[] {"auditor", "administrator"}) {
            as(role).get("/api/v1/webhooks/" + id).then().statusCode(200).body("secret", nullValue());
            as(role).get("/api/v1/webhooks").then().statusCode(200).body("items.id", hasItem(id));
            as(role).get("/api/v1/webhooks/" + id + "/deliveries").then().statusCode(200);
            as(role).header("If-Match", "\"v1\"")
                    .delete("/api/v1/webhooks/" + id)
                    .then()
                    .statusCode(403);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "POST,/webhooks",
        "GET,/webhooks",
        "GET,/webhooks/{id}",
        "PUT,/webhooks/{id}",
        "PATCH,/webhooks/{id}",
        "DELETE,/webhooks/{id}",
        "POST,/webhooks/{id}/secret",
        "POST,/webhooks/{id}/ping",
        "POST,/webhooks/{id}/replays",
        "GET,/webhooks/{id}/deliveries"
    })
    void othersHaveNoBusinessHere(String method, String path) {
        var address = "/api/v1" + path.replace("{id}", UUID.randomUUID().toString());
        given().contentType("application/json")
                .body("{}")
                .request(method, address)
                .then()
                .statusCode(401);
        for (var role : new String[] {"enterprise", "data-provider", "publisher"}) {
            as(role).body("{}").request(method, address).then().statusCode(403).body("code", equalTo("forbidden"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://169.254.169.254/latest",
                "https://10.0.0.1/x",
                "https://[::1]/x",
                "http://93.184.215.14/x",
                "https://user@93.184.215.14/x",
                "https://93.184.215.14:22/x",
                "no address"
            })
    void aReceiverThatMayNotBeReachedIsRefused(String url) {
        client.asks()
                .body(Client.about(url, LISTINGS).encode())
                .post("/api/v1/webhooks")
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("code", equalTo("forbidden-address"))
                .body("violations[0].field", equalTo("url"));
    }

    @Test
    void whatCannotBeAskedForIsRefusedWithTheField() {
        client.asks()
                .body(Client.about(receiver.url("/in"), "cn.quality.credit.lisiting.*")
                        .encode())
                .post("/api/v1/webhooks")
                .then()
                .statusCode(422)
                .body("code", equalTo("unknown-event-type"))
                .body("violations[0].field", equalTo("types[0]"));
        client.asks()
                .body(Client.about(receiver.url("/in"), LISTINGS, "日照").encode())
                .post("/api/v1/webhooks")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("regions[0]"));
        client.asks().body("{}").post("/api/v1/webhooks").then().statusCode(400);
        client.asks().body("").post("/api/v1/webhooks").then().statusCode(400);
        client.asks().body("{").post("/api/v1/webhooks").then().statusCode(400).body("code", equalTo("malformed-json"));
        String id = client.subscribe(receiver.url("/in"), LISTINGS).path("id");
        for (var replay :
                new String[] {"{}", "{\"after\": 1, \"since\": \"2026-01-01T00:00:00Z\"}", "{\"after\": -1}"}) {
            client.asks()
                    .body(replay)
                    .post("/api/v1/webhooks/" + id + "/replays")
                    .then()
                    .statusCode(400);
        }
        client.asks()
                .get("/api/v1/webhooks/" + id + "/deliveries?state=LOST")
                .then()
                .statusCode(400);
        client.asks().get("/api/v1/webhooks/no-uuid").then().statusCode(404);
    }

    @Test
    void aClientHasOnlySoMany() {
        sql.update("""
                insert into webhook (id, client, url, types, regions, contact, state, reason, secret, paced_at, held_until,
                                     handshakes, handshake_due, permission_key, created_at, changed_at, version)
                select gen_random_uuid(), ?, 'x', '{x}', '{}', 'x', 'FAILED', '', 'x', now(), now(), 0, now(), 'x', now(), now(), 1
                from generate_series(1, 50)""", clientName());
        client.asks()
                .body(Client.about(receiver.url("/in"), LISTINGS).encode())
                .post("/api/v1/webhooks")
                .then()
                .statusCode(422)
                .body("code", equalTo("too-many-webhooks"));
    }

    private String clientName() {
        client.subscribe(receiver.url("/in"), LISTINGS);
        var name =
                sql.first("select client from webhook", row -> row.getString(1)).orElseThrow();
        none();
        return name;
    }

    @Test
    void theListHasPages() {
        for (int i = 0; i < 3; i++) {
            client.subscribe(receiver.url("/in" + i), LISTINGS);
        }
        var first = client.asks()
                .get("/api/v1/webhooks?limit=2")
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(2))
                .extract();
        client.asks()
                .queryParam("after", first.<String>path("next"))
                .get("/api/v1/webhooks?limit=2")
                .then()
                .body("items.size()", equalTo(1))
                .body("next", nullValue());
    }

    @Test
    void theReceiverCanAgreeLaterWithTheKeyItWasGiven() {
        receiver.behave("/later", message -> Receiver.Answer.of(202));
        String id = client.subscribe(receiver.url("/later"), LISTINGS).path("id");
        var key = sql.first("select permission_key from webhook", row -> row.getString(1))
                .orElseThrow();
        given().get("/api/v1/webhooks/" + id + "/permission?key=wrong").then().statusCode(404);
        given().get("/api/v1/webhooks/" + id + "/permission").then().statusCode(400);
        assertThat(client.state(id)).isEqualTo("PENDING");
        given().header("WebHook-Allowed-Rate", "120")
                .queryParam("key", key)
                .post("/api/v1/webhooks/" + id + "/permission")
                .then()
                .statusCode(204);
        client.asks()
                .get("/api/v1/webhooks/" + id)
                .then()
                .body("state", equalTo("ACTIVE"))
                .body("rate", equalTo(120));
    }

    @Test
    void aPausedOneCannotBePausedBeforeItIsActive() {
        receiver.behave("/no", message -> Receiver.Answer.of(405));
        String id = client.subscribe(receiver.url("/no"), LISTINGS).path("id");
        client.asks()
                .header("If-Match", client.etag(id))
                .body(new JsonObject().put("state", "PAUSED").encode())
                .patch("/api/v1/webhooks/" + id)
                .then()
                .statusCode(409)
                .body("code", equalTo("illegal-transition"));
    }
}

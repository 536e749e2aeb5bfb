package cn.quality.gateway.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import cn.quality.gateway.Ground;
import cn.quality.gateway.OutsideWorld;
import cn.quality.gateway.webhooks.Receiver.Answer;
import cn.quality.platform.sql.Jdbc;
import cn.quality.testing.EventBroker;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several dispatchers on one database, and one that dies. */
@QuarkusTest
@WithTestResource(OutsideWorld.class)
@WithTestResource(Ground.class)
class SeveralGatewaysTest {

    @Inject
    Jdbc sql;

    @Inject
    WebhookRepository webhooks;

    @Inject
    DeliveryRepository deliveries;

    @Inject
    WebhookService service;

    @Inject
    Handshake handshake;

    @Inject
    WebhookSender sender;

    @Inject
    WebhookConfig config;

    @Inject
    Clock clock;

    @Inject
    MeterRegistry meters;

    private final Client client = Client.of("bank-" + UUID.randomUUID());
    private final Receiver receiver = new Receiver();

    /** A delivery under way may hold rows in another order, and PostgreSQL then ends one of the two. */
    @BeforeEach
    void none() {
        Awaitility.await().ignoreExceptions().until(() -> sql.update("delete from webhook") >= 0);
    }

    @AfterEach
    void close() {
        none();
        receiver.close();
    }

    @Test
    void theyShareTheWorkAndLoseNothing() throws InterruptedException {
        var one = client.active(receiver.url("/one"), "cn.quality.credit.listing.*");
        client.active(receiver.url("/two"), "cn.quality.credit.listing.*");
        sql.update("update webhook set state = 'PAUSED'");
        var sent = Stream.generate(() -> Events.publication(UUID.randomUUID().toString(), "371102", "a"))
                .limit(300)
                .toList();
        EventBroker.send(sent);
        Awaitility.await().until(() -> count("WAITING") == 600);
        var second = new Dispatcher(webhooks, deliveries, service, handshake, sender, config, clock, meters);
        var third = new Dispatcher(webhooks, deliveries, service, handshake, sender, config, clock, meters);
        second.start();
        third.start();
        try {
            sql.update("update webhook set state = 'ACTIVE'");
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> count("DELIVERED") == 600);
        } finally {
            second.stop();
            third.stop();
        }
        for (var path : new String[] {"/one", "/two"}) {
            var ids = receiver.deliveries(path).stream()
                    .map(message -> message.header("webhook-id"))
                    .toList();
            assertThat(ids).as("each once, for nobody died").doesNotHaveDuplicates();
            assertThat(ids)
                    .containsExactlyInAnyOrderElementsOf(
                            sent.stream().map(event -> event.id().toString()).toList());
        }
        assertThat(client.log(one, "?limit=200")).hasSize(200);
    }

    private long count(String state) {
        return sql.first("select count(*) from delivery where state = ?", row -> row.getLong(1), state)
                .orElseThrow();
    }

    @Test
    void whatADeadOneHadTakenIsSentAgainWithTheSameId() {
        var webhook = client.active(receiver.url("/in"), "cn.quality.credit.listing.*");
        sql.update("update webhook set state = 'PAUSED'");
        var id = Events.published(UUID.randomUUID().toString(), "371102", "a");
        Awaitility.await().until(() -> count("WAITING") == 1);

        // A dispatcher takes it, sends it, and is killed before it can say so. Nobody else has seen the webhook active.
        var taken = QuarkusTransaction.requiringNew().call(() -> {
            sql.update("update webhook set state = 'ACTIVE'");
            return deliveries.take(clock.instant(), Duration.ofSeconds(2), Map.of(), 10, 10);
        });
        assertThat(taken).hasSize(1);
        var snapshot = taken.getFirst().snapshot();
        assertThat(sender.deliver(
                                taken.getFirst().webhook(),
                                snapshot.id(),
                                Envelope.of(snapshot),
                                snapshot.traceparent())
                        .accepted())
                .isTrue();
        assertThat(client.log(webhook, "?state=WAITING")).hasSize(1);

        Awaitility.await().until(() -> count("DELIVERED") == 1);
        assertThat(receiver.deliveries("/in").stream()
                        .map(message -> message.header("webhook-id"))
                        .collect(Collectors.toList()))
                .containsExactly(id.toString(), id.toString());
    }

    @Test
    void aStoppedOneSettlesWhatIsOnItsWay() throws InterruptedException {
        receiver.behave("/in", message -> {
            if (message.method().equals("POST")) {
                try {
                    Thread.sleep(1_000);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
            return message.method().equals("POST") ? Answer.of(200) : null;
        });
        client.active(receiver.url("/in"), "cn.quality.credit.listing.*");
        Events.published(UUID.randomUUID().toString(), "371102", "a");
        var another = new Dispatcher(webhooks, deliveries, service, handshake, sender, config, clock, meters);
        another.start();
        Awaitility.await().until(() -> !receiver.deliveries("/in").isEmpty());
        another.stop();
        Awaitility.await().until(() -> count("DELIVERED") == 1);
        assertThat(receiver.deliveries("/in")).hasSize(1);
    }
}

package cn.quality.platform.inbox;

import static cn.quality.testing.QuickPaths.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import cn.quality.platform.sql.Jdbc;
import cn.quality.testing.CloudEvent;
import cn.quality.testing.EventBroker;
import cn.quality.testing.Infra;
import cn.quality.testing.PlatformTest;
import cn.quality.testing.Tokens;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@PlatformTest
class InboxTest {

    /** One key, one partition: what comes later can only be seen when what came before is out of the way. */
    private static final String KEY = "the-one-account";

    @Inject
    Jdbc sql;

    @BeforeEach
    void emptyLedger() {
        sql.update("delete from ledger");
    }

    @Test
    void theSameEventTwiceHasOneEffect() {
        var id = UUID.randomUUID();
        EventBroker.send(event(id, 5, false), event(id, 5, false), event(UUID.randomUUID(), 7, false));
        awaitBooked(7);
        assertThat(booked()).containsExactly(5L, 7L);
    }

    @Test
    void aPoisonMessageEndsInTheDeadLettersWhileThePartitionGoesOn() {
        var poison = UUID.randomUUID();
        EventBroker.send(
                event(UUID.randomUUID(), 1, false), event(poison, 2, true), event(UUID.randomUUID(), 3, false));
        awaitBooked(3);
        assertThat(booked()).as("nothing of the poison remains").containsExactly(1L, 3L);

        given().auth()
                .oauth2(Tokens.of("auditor").sign())
                .get("/api/test/v1/dead-letters?limit=200")
                .then()
                .statusCode(200)
                .body("items.eventId", hasItem(poison.toString()))
                .body("items.find { it.eventId == '%s' }.failure".formatted(poison), containsString("cannot be booked"))
                .body("items.find { it.eventId == '%s' }.group".formatted(poison), equalTo("ledger"));
    }

    @Test
    void aMessageThatIsNoEventIsPutAsideToo() {
        var noAttributes = new CloudEvent(Ledger.TOPIC, KEY, Map.of(), "not even json");
        long before = deadLetters();
        EventBroker.send(noAttributes, event(UUID.randomUUID(), 4, false));
        awaitBooked(4);
        assertThat(deadLetters()).isEqualTo(before + 1);
    }

    /** As when another instance joins while this one is busy for long. */
    @Test
    void aReaderThatLostItsPlaceInTheGroupBeginsAnew() {
        QuarkusTransaction.requiringNew().run(() -> {
            sql.update("lock table ledger");
            EventBroker.send(event(UUID.randomUUID(), 8, false));
            Awaitility.await().until(this::somebodyWaitsForTheLedger);
            try (var admin = admin()) {
                admin.removeMembersFromConsumerGroup("ledger", new RemoveMembersFromConsumerGroupOptions())
                        .all()
                        .toCompletionStage()
                        .toCompletableFuture()
                        .join();
            }
        });
        awaitBooked(8);
        EventBroker.send(event(UUID.randomUUID(), 9, false));
        awaitBooked(9);
        assertThat(booked()).containsExactly(8L, 9L);
    }

    /** So that an operator can say how to log in. */
    @Test
    void whatIsSetOfKafkaReachesTheReader() {
        try (var admin = admin()) {
            Awaitility.await()
                    .until(() -> admin.describeConsumerGroups(List.of("ledger")).all().get().values().stream()
                            .flatMap(group -> group.members().stream())
                            .anyMatch(member -> member.clientId().equals("reader-of-the-tests")));
        }
    }

    private static Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", Infra.bootstrapServers()));
    }

    private boolean somebodyWaitsForTheLedger() {
        return sql.first(
                        "select exists (select from pg_locks where relation = 'ledger'::regclass and not granted)",
                        row -> row.getBoolean(1))
                .orElse(false);
    }

    @Test
    void deadLettersAreForAuditorsOnly() {
        given().get("/api/test/v1/dead-letters").then().statusCode(401);
        given().auth()
                .oauth2(Tokens.of("publisher").sign())
                .get("/api/test/v1/dead-letters")
                .then()
                .statusCode(403);
    }

    private static CloudEvent event(UUID id, long amount, boolean poison) {
        var data = "{\"amount\": %d, \"poison\": %b}".formatted(amount, poison);
        return CloudEvent.of(Ledger.TOPIC, "cn.quality.test.booked.v1", KEY, 1, data)
                .with("id", id.toString());
    }

    private void awaitBooked(long amount) {
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> booked().contains(amount));
    }

    private List<Long> booked() {
        return sql.query("select amount from ledger order by amount", row -> row.getLong(1));
    }

    private long deadLetters() {
        return sql.first("select count(*) from dead_letter", row -> row.getLong(1))
                .orElseThrow();
    }
}

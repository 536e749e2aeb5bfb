package cn.quality.gateway.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.quality.gateway.Ground;
import cn.quality.gateway.OutsideWorld;
import cn.quality.gateway.Wire;
import cn.quality.testing.CloudEvent;
import cn.quality.testing.EventBroker;
import cn.quality.testing.Infra;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** From the broker to the answer. */
@QuarkusTest
@WithTestResource(OutsideWorld.class)
@WithTestResource(Ground.class)
class PurgeByEventTest {

    @Inject
    EventInvalidator events;

    private final String address = "/api/credit/v1/things/" + UUID.randomUUID() + "/public?cache=public,%20max-age=600";

    @Test
    void whatIsPublishedIsGoneFromHere() throws Exception {
        kept();
        publish();
        await().pollInterval(Duration.ofMillis(20)).until(() -> !isHit());
    }

    @Test
    void whatHappenedWhileTheBrokerWasAwayIsMadeUpFor() throws Exception {
        kept();
        Infra.kafka().stop();
        await().atMost(Duration.ofSeconds(30)).until(() -> !events.eventsArrive());
        assertThat(isHit()).isTrue();
        Infra.kafka().start();
        publish();
        await().atMost(Duration.ofSeconds(30)).until(() -> events.eventsArrive());
        await().pollInterval(Duration.ofMillis(20)).until(() -> !isHit());
    }

    private void kept() {
        await().atMost(Duration.ofSeconds(30)).until(() -> events.eventsArrive());
        await().until(this::isHit);
    }

    private boolean isHit() throws IOException {
        return "HIT".equals(Wire.get(address).headers().get("x-cache"));
    }

    private static void publish() {
        EventBroker.send(new CloudEvent(
                "quality.credit.listing", UUID.randomUUID().toString(), Map.of(), "{\"uscc\":\"91371199MA3RH00187\"}"));
    }
}

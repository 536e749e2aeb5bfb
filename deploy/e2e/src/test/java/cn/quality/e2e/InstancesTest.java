package cn.quality.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.quality.embedded.Ports;
import cn.quality.local.PartName;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Two processes of a service, and one of them dies while the public reads. */
@SuiteTest
class InstancesTest {

    private static final int READERS = 6;
    private static final Duration AFTERWARDS = Duration.ofSeconds(3);

    private final Actors actors;

    InstancesTest(Actors actors) {
        this.actors = actors;
    }

    @Test
    void nobodyWhoReadsNoticesThatOneOfTwoServicesIsKilled() throws Exception {
        var suite = actors.suite();
        var first = suite.url(PartName.CREDIT);
        var second = loopback();
        var gateway = loopback();
        var access = suite.log(PartName.GATEWAY).resolveSibling("gateway-of-two-access.log");
        try (var twin = suite.beside(PartName.CREDIT, "credit-twin", second.getPort(), Map.of());
                var door = suite.beside(
                        PartName.GATEWAY,
                        "gateway-of-two",
                        gateway.getPort(),
                        Map.of(
                                "GATEWAY_UPSTREAMS_CREDIT",
                                first + "," + second,
                                "GATEWAY_WEBHOOKS_DISPATCH",
                                "false",
                                "QUARKUS_LOG_HANDLER_FILE_ACCESS_PATH",
                                access.toString()));
                var load = new Load(gateway)) {
            assertThat(door.alive()).isTrue();
            await().until(() -> Files.exists(access)
                    && Files.readString(access).contains(second.getAuthority())
                    && Files.readString(access).contains(first.getAuthority()));
            twin.kill();
            var atDeath = load.read.get();
            Thread.sleep(AFTERWARDS);
            assertThat(load.failures).isEmpty();
            assertThat(load.read.get()).as("reads after the death of one").isGreaterThan(atDeath + 50);
        }
    }

    private static URI loopback() {
        return URI.create("http://127.0.0.1:" + Ports.free());
    }

    /** The public, reading what the gateway cannot have kept. */
    private static final class Load implements AutoCloseable {

        /** "示例", and then a number nobody has asked for. */
        private static final String NAME = "%E7%A4%BA%E4%BE%8B";

        private final AtomicInteger read = new AtomicInteger();
        private final ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();
        private final AtomicBoolean over = new AtomicBoolean();
        private final HttpClient client = HttpClient.newHttpClient();
        private final java.util.concurrent.ExecutorService readers = Executors.newFixedThreadPool(READERS);

        Load(URI gateway) {
            for (int i = 0; i < READERS; i++) {
                readers.execute(() -> {
                    while (!over.get()) {
                        one(gateway.resolve(
                                "/api/credit/v1/enterprises?limit=1&name=" + NAME + read.incrementAndGet()));
                    }
                });
            }
        }

        private void one(URI address) {
            try {
                var answer = client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
                if (answer.statusCode() != 200) {
                    failures.add(answer.statusCode() + " " + answer.body());
                }
                Thread.sleep(20); // below what an address may ask
            } catch (Exception e) {
                failures.add(e.toString());
            }
        }

        @Override
        public void close() {
            over.set(true);
            readers.close();
            client.close();
        }
    }
}

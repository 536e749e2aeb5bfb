package cn.quality.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import cn.quality.local.PartName;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is published reaches everybody who wants to know: who listens, who is called, and who only looks again. */
@SuiteTest
class TellingTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String CLIENT = "screening-bank";

    private final Actors actors;

    @TempDir
    Path folder;

    TellingTest(Actors actors) {
        this.actors = actors;
    }

    @Test
    void whoeverListensHearsItAndWhoComesBackHearsWhatHeMissed() throws Exception {
        var first = Samples.registered(actors, "日照示例首播食品有限公司");
        var second = Samples.registered(actors, "日照示例重播食品有限公司");
        String last;
        try (var stream = new Listening(null)) {
            var id = Samples.published(actors, first, "RED");
            last = stream.idOf(id);
        }
        var missed = Samples.published(actors, second, "RED");
        try (var stream = new Listening(last)) {
            assertThat(stream.idOf(missed)).isGreaterThanOrEqualTo(last);
        }
    }

    @Test
    void whoeverSubscribedIsCalledAndCanTellThatItIsUs() throws Exception {
        try (var receiver = new Receiver()) {
            var made = actors.system(CLIENT)
                    .contentType(ContentType.JSON)
                    .body(Map.of(
                            "url", receiver.url(),
                            "types", List.of("cn.quality.credit.listing.*"),
                            "contact", "示例"))
                    .post("/api/v1/webhooks")
                    .then()
                    .statusCode(201)
                    .extract();
            var webhook = "/api/v1/webhooks/" + made.path("id");
            await().atMost(SOON)
                    .untilAsserted(
                            () -> actors.system(CLIENT).get(webhook).then().body("state", equalTo("ACTIVE")));
            var id = Samples.published(actors, Samples.registered(actors, "日照示例推送食品有限公司"), "RED");
            var delivery = receiver.about(id);
            assertThat(genuine(made.path("secret"), delivery)).isEqualTo("true");
            assertThat(genuine("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", delivery))
                    .isEqualTo("false");
            actors.system(CLIENT)
                    .header("If-Match", actors.system(CLIENT).get(webhook).header("ETag"))
                    .delete(webhook)
                    .then()
                    .statusCode(204);
        }
    }

    @Test
    void whatTheGatewayKeptForThePublicChangesWithThePublication() {
        var uscc = Samples.registered(actors, "日照示例缓存食品有限公司");
        var address = "/api/credit/v1/enterprises/" + uscc;
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(cached(address)).as("given from the cache").isEqualTo("HIT"));
        var id = Samples.published(actors, uscc, "RED");
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() ->
                        actors.anybody().get(address).then().statusCode(200).body("listings.id", equalTo(List.of(id))));
        await().atMost(SOON).until(() -> cached(address), "HIT"::equals);
        actors.anybody().get(address).then().body("listings.id", equalTo(List.of(id)));
    }

    private @Nullable String cached(String address) {
        Response answer = actors.anybody().get(address);
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.header("X-Cache");
    }

    /** The lines of docs/webhooks.md, as a receiver would have copied them. */
    private String genuine(String secret, Delivery delivery) throws IOException, InterruptedException {
        var page = Files.readString(Path.of("../../docs/webhooks.md"));
        var begin = page.indexOf("```java\n") + 8;
        var program = Files.writeString(
                folder.resolve("Verify.java"), """
                import module java.base;
                import javax.crypto.Mac;
                import javax.crypto.spec.SecretKeySpec;

                class Verify {
                %s
                    public static void main(String[] a) throws Exception {
                        System.out.print(genuine(a[0], a[1], a[2], a[3], Files.readAllBytes(Path.of(a[4]))));
                    }
                }
                """.formatted(page.substring(begin, page.indexOf("```", begin))));
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        program.toString(),
                        secret,
                        delivery.id(),
                        delivery.timestamp(),
                        delivery.signature(),
                        Files.write(folder.resolve("body"), delivery.body()).toString())
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    /** A connection of another system that is told events of the lists. */
    private final class Listening implements AutoCloseable {

        private final HttpClient client = HttpClient.newHttpClient();
        private final BufferedReader lines;

        Listening(@Nullable String last) throws IOException, InterruptedException {
            var request = HttpRequest.newBuilder(URI.create(
                            actors.suite().url(PartName.GATEWAY) + "/api/v1/events?types=cn.quality.credit.listing.*"))
                    .header("Authorization", "Bearer " + actors.tokenOfSystem(CLIENT));
            if (last != null) {
                request.header("Last-Event-ID", last);
            }
            var answer = client.send(request.build(), BodyHandlers.ofInputStream());
            assertThat(answer.statusCode()).isEqualTo(200);
            lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
        }

        /** The id under which the event about this entry is told. */
        String idOf(String listing) throws IOException {
            var id = "";
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("id: ")) {
                    id = line.substring(4);
                } else if (line.startsWith("data: ") && line.contains(listing)) {
                    return id;
                }
            }
            throw new AssertionError("the stream ended");
        }

        @Override
        public void close() {
            client.shutdownNow();
        }
    }

    record Delivery(String id, String timestamp, String signature, byte[] body) {}

    /** Another system: agrees to be called, and keeps what it is told. */
    private static final class Receiver implements AutoCloseable {

        private final HttpServer server;
        private final BlockingQueue<Delivery> deliveries = new LinkedBlockingQueue<>();

        Receiver() throws IOException {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", this::answer);
            server.start();
        }

        String url() {
            return "http://127.0.0.1:" + server.getAddress().getPort() + "/told";
        }

        Delivery about(String listing) throws InterruptedException {
            while (true) {
                var next = deliveries.poll(SOON.toSeconds(), TimeUnit.SECONDS);
                assertThat(next).as("a delivery about " + listing).isNotNull();
                if (new String(next.body(), StandardCharsets.UTF_8).contains(listing)) {
                    return next;
                }
            }
        }

        private void answer(HttpExchange exchange) {
            try (exchange) {
                var asked = exchange.getRequestHeaders();
                if (exchange.getRequestMethod().equals("OPTIONS")) {
                    exchange.getResponseHeaders()
                            .set("WebHook-Allowed-Origin", asked.getFirst("WebHook-Request-Origin"));
                } else {
                    deliveries.add(new Delivery(
                            asked.getFirst("webhook-id"),
                            asked.getFirst("webhook-timestamp"),
                            asked.getFirst("webhook-signature"),
                            exchange.getRequestBody().readAllBytes()));
                }
                exchange.sendResponseHeaders(200, -1);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }
}

package cn.quality.local.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Deliveries a second, from the first event's way into Kafka to the last signed delivery at a receiver in this process. Each
 * event goes to every webhook. A first round of the same size warms up and is not counted.
 */
@Command(name = "webhook-fan-out", mixinStandardHelpOptions = true)
public final class WebhookFanOut implements Callable<Integer> {

    private static final Duration GIVE_UP = Duration.ofMinutes(3);

    @Option(names = "--webhooks", required = true)
    private int webhooks;

    @Option(names = "--events", required = true)
    private int events;

    @Option(names = "--limit", required = true, description = "deliveries a second that are promised")
    private double limit;

    @Option(names = "--gateway", required = true)
    private URI gateway = URI.create("");

    @Option(names = "--identity", required = true)
    private URI identity = URI.create("");

    @Option(names = "--kafka", required = true)
    private String kafka = "";

    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();
    private final AtomicLong received = new AtomicLong();

    private WebhookFanOut() {}

    public static void main(String[] arguments) {
        // Or each answer of the receiver waits 40 ms for more to say.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        System.exit(new CommandLine(new WebhookFanOut()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        HttpServer receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1000);
        receiver.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        receiver.createContext("/", this::receive);
        receiver.start();
        List<String> made = new ArrayList<>();
        try (var producer = new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka, ProducerConfig.LINGER_MS_CONFIG, 5),
                new StringSerializer(),
                new ByteArraySerializer())) {
            for (int i = 0; i < webhooks; i++) {
                made.add(subscribe("http://127.0.0.1:" + receiver.getAddress().getPort() + "/" + i));
            }
            double warmUp = round(producer);
            double measured = round(producer);
            System.out.printf(
                    "%d events to %d webhooks, after a first round at %.0f deliveries/s%n", events, webhooks, warmUp);
            System.out.printf(
                    "%-52s ours %8.1f /s  limit %8.1f /s  ratio %.2f (>= 1)%n",
                    "signed deliveries from Kafka to a receiver", measured, limit, measured / limit);
            return measured >= limit ? 0 : 1;
        } finally {
            for (String id : made) {
                delete(id);
            }
            receiver.stop(0);
        }
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            if (exchange.getRequestMethod().equals("OPTIONS")) {
                exchange.getResponseHeaders().set("WebHook-Allowed-Origin", "*");
                exchange.getResponseHeaders().set("WebHook-Allowed-Rate", "*");
            }
            exchange.sendResponseHeaders(200, 2);
            exchange.getResponseBody().write("ok".getBytes(StandardCharsets.UTF_8));
            if (!exchange.getRequestMethod().equals("OPTIONS")) {
                received.incrementAndGet();
            }
        }
    }

    private double round(KafkaProducer<String, byte[]> producer) throws InterruptedException {
        received.set(0);
        long expected = (long) webhooks * events;
        long begin = System.nanoTime();
        for (int i = 0; i < events; i++) {
            var sent = producer.send(event());
            if (i == events - 1) {
                producer.flush();
                if (!sent.isDone()) {
                    throw new IllegalStateException("Kafka did not take the events");
                }
            }
        }
        while (received.get() < expected) {
            if (System.nanoTime() - begin > GIVE_UP.toNanos()) {
                throw new IllegalStateException("Only %d of %d deliveries came".formatted(received.get(), expected));
            }
            Thread.sleep(5);
        }
        return expected / ((System.nanoTime() - begin) / 1e9);
    }

    private static ProducerRecord<String, byte[]> event() {
        String subject = UUID.randomUUID().toString();
        String data = """
                {"listingId": "%s", "uscc": "91371199MA3RH00187", "enterpriseName": "日照示例海洋食品有限责任公司", "kind": "RED",
                 "field": "INDUSTRIAL_PRODUCTION", "ground": "示例数据：测量用", "legalBasis": "SD-CREDIT", "region": "371102",
                 "authority": "日照市市场监督管理局", "documentNumber": "示例", "state": "PUBLISHED",
                 "publishedAt": "2026-01-01T00:00:00Z"}""".formatted(subject);
        var message = new ProducerRecord<>("quality.credit.listing", subject, data.getBytes(StandardCharsets.UTF_8));
        Map.of(
                        "ce_specversion", "1.0",
                        "ce_id", UUID.randomUUID().toString(),
                        "ce_source", "/credit-service",
                        "ce_type", "cn.quality.credit.listing.published.v1",
                        "ce_subject", subject,
                        "ce_time", Instant.now().toString(),
                        "ce_sequence", "1")
                .forEach((name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return message;
    }

    private String subscribe(String url) throws IOException, InterruptedException {
        String body = json.writeValueAsString(
                Map.of("url", url, "types", List.of("cn.quality.credit.listing.*"), "contact", "bench"));
        String id = ask(webhooksAt("").POST(BodyPublishers.ofString(body)), 201)
                .path("id")
                .asText();
        while (!ask(webhooksAt("/" + id), 200).path("state").asText().equals("ACTIVE")) {
            Thread.sleep(50);
        }
        return id;
    }

    private void delete(String id) throws IOException, InterruptedException {
        HttpResponse<String> now = http.send(webhooksAt("/" + id).build(), BodyHandlers.ofString());
        http.send(
                webhooksAt("/" + id)
                        .header("If-Match", now.headers().firstValue("ETag").orElse(""))
                        .DELETE()
                        .build(),
                BodyHandlers.discarding());
    }

    private HttpRequest.Builder webhooksAt(String path) throws IOException, InterruptedException {
        return HttpRequest.newBuilder(URI.create(gateway + "/api/v1/webhooks" + path))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token());
    }

    private String token() throws IOException, InterruptedException {
        return ask(
                        HttpRequest.newBuilder(URI.create(identity + "/protocol/openid-connect/token"))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString("grant_type=client_credentials&client_id=screening-bank"
                                        + "&client_secret=screening-bank-secret")),
                        200)
                .path("access_token")
                .asText();
    }

    private JsonNode ask(HttpRequest.Builder request, int expected) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() != expected) {
            throw new IOException("%s answered %d instead of %d: %s"
                    .formatted(answer.uri(), answer.statusCode(), expected, answer.body()));
        }
        return json.readTree(answer.body());
    }
}

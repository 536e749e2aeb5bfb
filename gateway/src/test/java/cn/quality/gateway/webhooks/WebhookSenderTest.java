package cn.quality.gateway.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real TLS to a receiver whose name no DNS knows. */
class WebhookSenderTest {

    private static final String NAME = "hooks.receiver.example";

    @TempDir
    static Path folder;

    private final Vertx vertx = Vertx.vertx();
    private final AtomicReference<String> host = new AtomicReference<>("");
    private HttpsServer server;

    WebhookSenderTest() throws IOException {
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
    }

    @BeforeEach
    void listen() throws IOException, InterruptedException, GeneralSecurityException {
        server.setHttpsConfigurator(new HttpsConfigurator(certified()));
        server.createContext("/", exchange -> {
            host.set(exchange.getRequestHeaders().getFirst("Host"));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    /** A certificate for the name alone, and its PEM beside it. */
    private static SSLContext certified() throws IOException, InterruptedException, GeneralSecurityException {
        var store = folder.resolve("receiver.p12");
        if (!Files.exists(store)) {
            var keytool =
                    Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
            var made = new ProcessBuilder(
                            keytool,
                            "-genkeypair",
                            "-keyalg",
                            "EC",
                            "-alias",
                            "receiver",
                            "-dname",
                            "CN=" + NAME,
                            "-ext",
                            "SAN=dns:" + NAME,
                            "-keystore",
                            store.toString(),
                            "-storepass",
                            "receiver")
                    .inheritIO()
                    .start();
            assertThat(made.waitFor()).isZero();
        }
        var keys = KeyStore.getInstance(store.toFile(), "receiver".toCharArray());
        Files.writeString(
                folder.resolve("receiver.pem"),
                "-----BEGIN CERTIFICATE-----\n"
                        + Base64.getMimeEncoder()
                                .encodeToString(keys.getCertificate("receiver").getEncoded())
                        + "\n-----END CERTIFICATE-----\n");
        var factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(keys, "receiver".toCharArray());
        var context = SSLContext.getInstance("TLS");
        context.init(factory.getKeyManagers(), null, null);
        return context;
    }

    private WebhookSender sender(AddressGuard.Resolver names, String... settings) {
        var config = Configs.with(settings);
        return new WebhookSender(new AddressGuard(config, names), config, Clock.systemUTC(), vertx);
    }

    private WebhookSender sender(AddressGuard.Resolver names) {
        return sender(
                names,
                "internal",
                "127.0.0.0/8",
                "trust",
                folder.resolve("receiver.pem").toString(),
                "timeout",
                "2s");
    }

    private WebhookSender.Reply deliver(WebhookSender sender, String url) {
        var now = Instant.now();
        var webhook = new Webhook(
                UUID.randomUUID(),
                "c",
                url,
                List.of("cn.*"),
                List.of(),
                "",
                WebhookState.ACTIVE,
                "",
                WebhookSignature.newSecret(),
                Optional.empty(),
                Optional.empty(),
                "",
                now,
                now,
                1);
        return sender.deliver(webhook, UUID.randomUUID(), new byte[] {'{', '}'}, Optional.empty());
    }

    private String url(String name) {
        return "https://" + name + ":" + server.getAddress().getPort() + "/in";
    }

    @Test
    void theNameDecidesTheCertificateAndTheGuardTheAddress() {
        var reply = deliver(sender(name -> new InetAddress[] {InetAddress.getLoopbackAddress()}), url(NAME));
        assertThat(reply.failure()).isEmpty();
        assertThat(reply.status()).contains(204);
        assertThat(host.get()).isEqualTo(NAME + ":" + server.getAddress().getPort());
    }

    @Test
    void aCertificateForAnotherNameIsNotTaken() {
        var reply = deliver(sender(name -> new InetAddress[] {InetAddress.getLoopbackAddress()}), url("other.example"));
        assertThat(reply.status()).isEmpty();
        assertThat(host.get()).as("nothing was sent").isEmpty();
    }

    @Test
    void anAuthorityNobodyTrustsIsNotTaken() {
        var reply = deliver(
                sender(name -> new InetAddress[] {InetAddress.getLoopbackAddress()}, "internal", "127.0.0.0/8"),
                url(NAME));
        assertThat(reply.status()).isEmpty();
        assertThat(host.get()).isEmpty();
    }

    /** Public when it is looked at, inside when it would be looked up again: it is not looked up again. */
    @Test
    void aNameThatChangesItsMeaningGainsNothing() throws IOException {
        var looks = new AtomicInteger();
        var sender = sender(
                name -> new InetAddress[] {
                    looks.getAndIncrement() == 0 ? InetAddress.getByName("127.0.0.2") : InetAddress.getLoopbackAddress()
                },
                "internal",
                "127.0.0.2/32",
                "timeout",
                "2s");
        try (var seen = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.2"))) {
            seen.setSoTimeout(5_000);
            var port = seen.getLocalPort();
            var dialled = Thread.startVirtualThread(() -> deliver(sender, "http://rebinding.example:" + port + "/in"));
            assertThat(seen.accept().isConnected()).isTrue();
            dialled.interrupt();
        }
        assertThat(looks).hasValue(1);
        assertThat(deliver(
                                sender,
                                "http://rebinding.example:"
                                        + server.getAddress().getPort())
                        .failure())
                .contains("not a public one");
    }

    @Test
    void aReceiverThatSaysNothingIsGivenUp() throws IOException {
        try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var begin = System.nanoTime();
            var reply = deliver(
                    sender(
                            name -> new InetAddress[] {InetAddress.getLoopbackAddress()},
                            "internal",
                            "127.0.0.0/8",
                            "timeout",
                            "300ms"),
                    "http://silent.example:" + silent.getLocalPort());
            assertThat(reply.status()).isEmpty();
            assertThat(reply.failure()).isNotEmpty();
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(30));
        }
    }
}

package cn.quality.e2e;

import cn.quality.embedded.ChildProcess;
import cn.quality.embedded.Ports;
import cn.quality.embedded.Progress;
import cn.quality.embedded.StartupCache;
import cn.quality.local.Suite;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;

/**
 * The gateway alone, as it is run, with the flags of its JVM and all limits: no database, no broker, no identity service, and a
 * service that answers as its address says. For attacks that nothing else should suffer from.
 */
final class LoneGateway implements AutoCloseable {

    static final String SERVICE = "/api/credit/v1/";
    private static final int LARGE = 900_000;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpServer service;
    private final ChildProcess process;
    private final Path log;
    private final int port;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    LoneGateway() throws IOException {
        var home = Path.of("../..").toAbsolutePath().normalize();
        var folder =
                Files.createTempDirectory(Files.createDirectories(home.resolve("deploy/e2e/target")), "lone-gateway-");
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        service.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            var path = exchange.getRequestURI().getPath();
            var body = new byte[path.endsWith("small") ? 2 : LARGE];
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.getResponseHeaders()
                    .set("Cache-Control", path.endsWith("cached") ? "public, max-age=60" : "no-store");
            exchange.sendResponseHeaders(200, body.length);
            try (var out = exchange.getResponseBody()) {
                out.write(body);
            }
        });
        service.start();
        port = Ports.free();
        log = folder.resolve("gateway.log");
        var jar = home.resolve("gateway/target/quarkus-app/quarkus-run.jar");
        process = ChildProcess.start(
                "gateway",
                StartupCache.ofJar(folder, "gateway", Suite.serviceFlags(), jar).command(),
                Map.of(
                        "QUARKUS_HTTP_PORT", "" + port,
                        "GATEWAY_UPSTREAMS_CREDIT",
                                "http://127.0.0.1:" + service.getAddress().getPort(),
                        "QUARKUS_OIDC_AUTH_SERVER_URL", "http://127.0.0.1:1/realms/quality",
                        "QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://127.0.0.1:1/gateway",
                        "QUARKUS_DATASOURCE_PASSWORD", "none",
                        "QUARKUS_FLYWAY_PASSWORD", "none",
                        "GATEWAY_SESSION_CLIENT_SECRET", "none",
                        "KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:1",
                        "QUARKUS_LOG_HANDLER_FILE_ACCESS_PATH",
                                folder.resolve("access.log").toString()),
                log,
                folder.resolve("pid"));
        process.await(() -> isReady(), "ready", Progress.silent());
    }

    private boolean isReady() {
        try {
            return status("/q/health/ready") == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Of a request by somebody with a good line, who waits as long as people do. */
    int status(String path) throws IOException {
        try {
            return client.send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                                    .timeout(PATIENCE)
                                    .build(),
                            BodyHandlers.discarding())
                    .statusCode();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /** The body of a small page. */
    String text(String path) throws IOException {
        try (InputStream in =
                URI.create("http://127.0.0.1:" + port + path).toURL().openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** A connection on which this is sent, and of which nothing is read. */
    Socket send(String text) throws IOException {
        var socket = new Socket();
        socket.setReceiveBufferSize(4_096);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    boolean lives() {
        return process.alive();
    }

    String log() throws IOException {
        return Files.readString(log);
    }

    @Override
    public void close() {
        process.close();
        service.stop(0);
        client.close();
    }
}

package cn.quality.local.bench;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * A service, attackers of the gateway before it, and other callers of both. Says "ready" once the service listens; for each line
 * "ATTACK SECONDS" on standard input attacks for as long, and answers with the p99 of the others' requests in milliseconds and
 * how many of them were not answered as they should be. Attackers have addresses of their own, as the limits count by address.
 */
final class Flood {

    private static final String SERVICE = "/api/credit/v1/";
    private static final int LARGE = 900_000;
    private static final int SMALL = 2;
    private static final byte[] PIECE = new byte[8_192];
    /** Below the limit of one address, which is 100. */
    private static final int RATE = 60;

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final InetSocketAddress gateway;

    private Flood(int port) {
        this.gateway = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    /** @param arguments ports of the service and of the gateway */
    public static void main(String... arguments) throws IOException, InterruptedException {
        var service = HttpServer.create(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[0])), 1_024);
        service.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            int length = exchange.getRequestURI().getPath().endsWith("large") ? LARGE : SMALL;
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, length);
            // Piece by piece: the server copies what it is given, and 400 whole bodies would fill this program's
            // memory.
            try (var out = exchange.getResponseBody()) {
                for (int left = length; left > 0; left -= PIECE.length) {
                    out.write(PIECE, 0, Math.min(left, PIECE.length));
                }
            }
        });
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            service.setExecutor(threads);
            service.start();
            var flood = new Flood(Integer.parseInt(arguments[1]));
            IO.println("ready");
            for (var line = IO.readln(); line != null; line = IO.readln()) {
                var order = line.split(" ", -1);
                IO.println(flood.during(order[0], Integer.parseInt(order[1])));
            }
            service.stop(0);
        }
    }

    private String during(String attack, int seconds) throws IOException, InterruptedException {
        var attackers = attackers(attack);
        try {
            return others(seconds);
        } finally {
            for (var attacker : attackers) {
                attacker.close();
            }
        }
    }

    private List<Socket> attackers(String attack) throws IOException {
        return switch (attack) {
            case "none" -> List.of();
            // Ask for much, a hundred times over, and read nothing of it.
            case "unread" ->
                connections(50, 10, get("docs/openapi.json").repeat(100) + get(SERVICE.substring(1) + "large"));
            // The same once, by many.
            case "slow" -> connections(400, 40, get(SERVICE.substring(1) + "large"));
            // Begin a body and do not end it.
            case "half" ->
                connections(
                        2_000,
                        50,
                        "POST " + SERVICE
                                + "complaints HTTP/1.1\r\nHost: quality.example\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{\"a\":");
            default -> throw new IllegalArgumentException(attack);
        };
    }

    private List<Socket> connections(int number, int ofOneAddress, String text) throws IOException {
        var all = new ArrayList<Socket>();
        for (int i = 0; i < number; i++) {
            var socket = new Socket();
            all.add(socket);
            socket.setReceiveBufferSize(4_096);
            socket.bind(new InetSocketAddress("127.0.1." + (1 + i / ofOneAddress), 0));
            socket.connect(gateway);
            socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        }
        return all;
    }

    private static String get(String path) {
        return "GET /" + path + " HTTP/1.1\r\nHost: quality.example\r\n\r\n";
    }

    /** Whether it is ready, a page, and what a service says, in turn. */
    private String others(int seconds) throws InterruptedException {
        var paths = List.of("/q/health/ready", "/robots.txt", SERVICE + "small");
        var times = new ConcurrentLinkedQueue<Long>();
        var failed = new AtomicInteger();
        try (var client = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .build();
                var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var begin = System.nanoTime();
            for (int i = 0; i < RATE * seconds; i++) {
                var due = begin + TimeUnit.SECONDS.toNanos(i) / RATE;
                while (System.nanoTime() < due) {
                    LockSupport.parkNanos(due - System.nanoTime());
                }
                var address = URI.create("http://127.0.0.1:" + gateway.getPort() + paths.get(i % paths.size()));
                callers.execute(() -> {
                    var asked = System.nanoTime();
                    if (isServed(client, address)) {
                        times.add(System.nanoTime() - asked);
                    } else {
                        failed.incrementAndGet();
                    }
                });
            }
        }
        var sorted = times.stream().sorted().toList();
        var p99 = sorted.isEmpty() ? 0 : sorted.get((int) (sorted.size() * 0.99)) / 1_000;
        return "%d.%03d %d".formatted(p99 / 1_000, p99 % 1_000, failed.get());
    }

    private static boolean isServed(HttpClient client, URI address) {
        try {
            var request = HttpRequest.newBuilder(address).timeout(PATIENCE).build();
            return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}

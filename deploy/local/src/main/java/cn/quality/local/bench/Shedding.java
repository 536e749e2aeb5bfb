package cn.quality.local.bench;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * A service of known capacity, and the callers it has: as many requests a second as were ordered, whether they are answered or
 * not. Says "ready" once it listens; for each line "RATE SECONDS" on standard input answers with admitted requests, refused
 * ones, failures, and the p99 of the admitted in milliseconds.
 */
final class Shedding {

    /** Eight at a time, 20 ms each: 400 a second. */
    private static final int PLACES = 8;

    private static final Duration WORK = Duration.ofMillis(20);
    private static final int REFUSED = 503;

    private Shedding() {}

    /** @param arguments port of the service, address to ask */
    public static void main(String... arguments) throws IOException, InterruptedException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var service = HttpServer.create(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[0])), 1_024);
            var places = new Semaphore(PLACES, true);
            service.createContext("/", exchange -> {
                places.acquireUninterruptibly();
                LockSupport.parkNanos(WORK.toNanos());
                places.release();
                exchange.sendResponseHeaders(200, 2);
                try (var body = exchange.getResponseBody()) {
                    body.write(new byte[] {'{', '}'});
                }
            });
            service.setExecutor(threads);
            service.start();
            IO.println("ready");
            for (var line = IO.readln(); line != null; line = IO.readln()) {
                var order = line.split(" ", -1);
                IO.println(ask(URI.create(arguments[1]), Integer.parseInt(order[0]), Integer.parseInt(order[1])));
            }
            service.stop(0);
        }
    }

    private static String ask(URI address, int rate, int seconds) throws InterruptedException {
        var admitted = new ConcurrentLinkedQueue<Long>();
        var refused = new AtomicInteger();
        var failed = new AtomicInteger();
        try (var client = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .build();
                var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var request = HttpRequest.newBuilder(address).build();
            var begin = System.nanoTime();
            for (int i = 0; i < rate * seconds; i++) {
                var due = begin + TimeUnit.SECONDS.toNanos(i) / rate;
                while (System.nanoTime() < due) {
                    LockSupport.parkNanos(due - System.nanoTime());
                }
                callers.execute(() -> count(client, request, admitted, refused, failed));
            }
        }
        var sorted = admitted.stream().sorted().toList();
        var p99 = sorted.isEmpty() ? 0 : sorted.get((int) (sorted.size() * 0.99)) / 1_000;
        return "%d %d %d %d.%03d".formatted(sorted.size(), refused.get(), failed.get(), p99 / 1_000, p99 % 1_000);
    }

    private static void count(
            HttpClient client, HttpRequest request, Queue<Long> admitted, AtomicInteger refused, AtomicInteger failed) {
        var begin = System.nanoTime();
        try {
            HttpResponse<Void> answer = client.send(request, BodyHandlers.discarding());
            if (answer.statusCode() == 200) {
                admitted.add(System.nanoTime() - begin);
            } else {
                (answer.statusCode() == REFUSED ? refused : failed).incrementAndGet();
            }
        } catch (IOException e) {
            failed.incrementAndGet();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

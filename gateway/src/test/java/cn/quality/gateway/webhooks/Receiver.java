package cn.quality.gateway.webhooks;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Another system: agrees to every handshake and takes every delivery, unless a path of it is scripted otherwise. */
final class Receiver implements AutoCloseable {

    /** @param headers in lower case */
    record Message(String method, String path, Map<String, String> headers, String body) {

        JsonObject event() {
            return new JsonObject(body);
        }

        String header(String name) {
            return headers.getOrDefault(name, "");
        }
    }

    record Answer(int status, Map<String, String> headers, byte[] body) {
        static Answer of(int status) {
            return new Answer(status, Map.of(), new byte[0]);
        }

        Answer with(String name, String value) {
            return new Answer(status, Map.of(name, value), body);
        }
    }

    private final Vertx vertx = Vertx.vertx();
    private final HttpServer server;
    private volatile boolean closed;
    private final List<Message> messages = new CopyOnWriteArrayList<>();
    private final Map<String, Function<Message, @Nullable Answer>> manners = new ConcurrentHashMap<>();

    Receiver() {
        server = vertx.createHttpServer()
                .requestHandler(request ->
                        // It may take its time.
                        request.body().onSuccess(body -> Thread.startVirtualThread(() -> handle(request, body))))
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    String url(String path) {
        return "http://127.0.0.1:" + server.actualPort() + path;
    }

    /** Null for the usual. */
    void behave(String path, Function<Message, @Nullable Answer> manner) {
        manners.put(path, manner);
    }

    void behave(String path) {
        manners.remove(path);
    }

    List<Message> deliveries(String path) {
        return messages.stream()
                .filter(message ->
                        message.method().equals("POST") && message.path().equals(path))
                .toList();
    }

    List<Message> handshakes(String path) {
        return messages.stream()
                .filter(message ->
                        message.method().equals("OPTIONS") && message.path().equals(path))
                .toList();
    }

    private void handle(HttpServerRequest request, Buffer body) {
        var headers = new ConcurrentHashMap<String, String>();
        request.headers().forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
        var message = new Message(request.method().name(), request.path(), headers, body.toString());
        var manner = manners.get(message.path());
        messages.add(message);
        var scripted = manner == null ? null : manner.apply(message);
        var answer = scripted != null
                ? scripted
                : message.method().equals("OPTIONS")
                        ? new Answer(
                                200, Map.of("WebHook-Allowed-Origin", "*", "WebHook-Allowed-Rate", "*"), new byte[0])
                        : Answer.of(204);
        answer.headers().forEach(request.response()::putHeader);
        if (!closed) {
            request.response().setStatusCode(answer.status()).end(Buffer.buffer(answer.body()));
        }
    }

    @Override
    public void close() {
        closed = true;
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}

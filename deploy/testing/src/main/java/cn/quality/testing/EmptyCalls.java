package cn.quality.testing;

import cn.quality.testing.RoleTable.Operation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;

/**
 * Calls operations with nothing in what they take, and hears the status only: a stream of events, say, has no end to wait
 * for. Any number of threads may call.
 */
public final class EmptyCalls implements AutoCloseable {

    private static final String FORM = "application/x-www-form-urlencoded";

    private final URI service;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** @param service where it listens */
    public EmptyCalls(URI service) {
        this.service = service;
    }

    /**
     * @param path as it is asked for, from the root
     * @param token nothing for somebody without
     */
    public int status(Operation operation, String path, Optional<String> token) {
        var request = HttpRequest.newBuilder(service.resolve(path)).header("Accept", "*/*");
        token.ifPresent(bearer -> request.header("Authorization", "Bearer " + bearer));
        if (operation.reads()) {
            request.GET();
        } else {
            var type = operation.body().orElse("application/json");
            request.header("Content-Type", type)
                    .method(operation.method(), BodyPublishers.ofString(type.equals(FORM) ? "none=" : "{}"));
        }
        return status(request.build());
    }

    private int status(HttpRequest request) {
        try {
            var answer = client.send(request, BodyHandlers.ofInputStream());
            try (var body = answer.body()) {
                if (!isStream(answer.headers().firstValue("Content-Type"))) {
                    body.readAllBytes(); // or the connection would not serve the next call
                }
            }
            return answer.statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(request.method() + " " + request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static boolean isStream(Optional<String> type) {
        return type.filter(some -> some.startsWith("text/event-stream")).isPresent();
    }

    @Override
    public void close() {
        client.shutdownNow();
        client.close();
    }
}

package cn.quality.local.seeding;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Sends a request until somebody answers it: a service that is still starting, restarting or overloaded is asked again.
 * Everything the seeder sends may be sent again, so a lost answer does no harm.
 */
final class Patience {

    private static final Set<Integer> NOT_READY = Set.of(429, 502, 503, 504);
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);
    private static final Duration ANSWER = Duration.ofMinutes(2);

    private final HttpClient http;
    private final Duration limit;

    /** @param limit how long one request is asked again */
    Patience(HttpClient http, Duration limit) {
        this.http = http;
        this.limit = limit;
    }

    /** @throws SeedException when nobody answered within the limit */
    HttpResponse<String> send(HttpRequest.Builder prepared) {
        var request = prepared.timeout(ANSWER).build();
        long end = System.nanoTime() + limit.toNanos();
        var pause = SHORTEST_PAUSE;
        while (true) {
            var missed = attempt(request);
            if (missed.response() != null) {
                return missed.response();
            }
            if (System.nanoTime() + pause.toNanos() > end) {
                throw new SeedException("%s did not answer within %d s (%s). Is the suite running?"
                        .formatted(address(request.uri()), limit.toSeconds(), missed.reason()));
            }
            sleep(pause);
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
    }

    /** Either an answer or the reason why there is none. */
    private record Attempt(@Nullable HttpResponse<String> response, String reason) {}

    private Attempt attempt(HttpRequest request) {
        try {
            var response = http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            return NOT_READY.contains(response.statusCode())
                    ? new Attempt(null, "HTTP " + response.statusCode())
                    : new Attempt(response, "");
        } catch (IOException e) {
            return new Attempt(null, e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage());
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static void sleep(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static SeedException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new SeedException("Seeding was interrupted; run it again to finish it", e);
    }

    private static String address(URI uri) {
        return uri.getScheme() + "://" + uri.getAuthority();
    }
}

package cn.quality.gateway.docs;

import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Short-lived tokens of the sample realm, for everyone who tries the suite out. Nothing is sampled unless it is configured. */
@ApplicationScoped
class SampleTokens {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final URI tokens;
    private final List<String> people;
    private final List<String> systems;

    SampleTokens(DocsConfig config) {
        this.tokens = URI.create(config.identity() + "/protocol/openid-connect/token");
        this.people = config.samplePeople().orElse(List.of());
        this.systems = config.sampleSystems().orElse(List.of());
    }

    List<String> people() {
        return people;
    }

    List<String> systems() {
        return systems;
    }

    /** The answer of the identity service to the sample's credentials; nothing for a name that is no sample. */
    Optional<JsonObject> of(String name) throws IOException, InterruptedException {
        if (people.contains(name)) {
            return ask(Map.of("grant_type", "password", "client_id", "suite-cli", "username", name, "password", name));
        }
        if (systems.contains(name)) {
            return ask(
                    Map.of("grant_type", "client_credentials", "client_id", name, "client_secret", name + "-secret"));
        }
        return Optional.empty();
    }

    private Optional<JsonObject> ask(Map<String, String> form) throws IOException, InterruptedException {
        var body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        try (var client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            var answer = client.send(
                    HttpRequest.newBuilder(tokens)
                            .timeout(PATIENCE)
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IOException("the identity service answered " + answer.statusCode());
            }
            return Optional.of(new JsonObject(answer.body()));
        }
    }
}

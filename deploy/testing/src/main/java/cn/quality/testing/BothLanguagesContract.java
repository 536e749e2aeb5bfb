package cn.quality.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.http.TestHTTPResource;
import java.io.IOException;
import java.net.URL;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every operation of the API document is summed up and described in Chinese and in English. */
public abstract class BothLanguagesContract {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

    /** Chinese, and after the last of it an English word: {@code 起草条目 (draft an entry)}. */
    private static final Pattern BOTH =
            Pattern.compile(".*\\p{IsHan}.*?[^\\p{IsHan}。；，、：]*\\b[A-Za-z]{2,}\\b[^\\p{IsHan}。；，、：]*", Pattern.DOTALL);

    @SuppressWarnings("NullAway.Init") // by Quarkus
    @TestHTTPResource("/q/openapi?format=json")
    URL document;

    @Test
    void everyOperationIsDescribedInBothLanguages() throws IOException {
        var operations = paths().properties().stream()
                .flatMap(path -> path.getValue().properties().stream())
                .filter(method -> METHODS.contains(method.getKey()))
                .map(Map.Entry::getValue)
                .toList();
        assertThat(operations).hasSizeGreaterThan(10);
        assertThat(operations.stream().flatMap(BothLanguagesContract::missing)).isEmpty();
    }

    private JsonNode paths() throws IOException {
        try (var in = document.openStream()) {
            return new ObjectMapper().readTree(in).path("paths");
        }
    }

    private static Stream<String> missing(JsonNode operation) {
        return Stream.of("summary", "description")
                .filter(part -> !BOTH.matcher(operation.path(part).asText()).matches())
                .map(part -> "%s has no %s in both languages; it belongs in META-INF/openapi/%s.yaml"
                        .formatted(
                                operation.path("operationId").asText(),
                                part,
                                operation.path("tags").path(0).asText("<tag>")));
    }
}

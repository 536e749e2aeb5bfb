package cn.quality.testing;

import static org.assertj.core.api.Assertions.assertThat;

import cn.quality.testing.ApiDocument.Described;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The API document is a promise: the committed one is what the service serves, and every operation is described in full. */
public abstract class OpenApiContract {

    private static final Path COMMITTED = Path.of("src", "main", "openapi", "openapi.json");
    private static final List<String> TEXTS = List.of("operationId", "summary", "description");

    @Test
    void theDocumentIsTheCommittedOne() throws IOException {
        Golden.isCommitted(COMMITTED, ApiDocument.served().text());
    }

    @Test
    void everyOperationIsExplained() {
        var operations = ApiDocument.served().operations();
        assertThat(operations).hasSizeGreaterThan(10);
        assertThat(operations.stream().flatMap(OpenApiContract::missing)).isEmpty();
    }

    /**
     * What the service takes and answers is valid for every validator. One choice of several fits exactly one only when something
     * tells them apart; and no binary number is exactly a hundredth.
     */
    @Test
    void whatIsValidIsValidForEveryValidator() {
        var root = ApiDocument.served().root();
        assertThat(root.findParents("oneOf"))
                .allSatisfy(choice -> assertThat(choice.has("discriminator"))
                        .as("%s", choice.path("oneOf"))
                        .isTrue());
        assertThat(root.findValues("multipleOf"))
                .allSatisfy(step -> assertThat(step.isIntegralNumber())
                        .as("multipleOf %s", step)
                        .isTrue());
    }

    private static Stream<String> missing(Described operation) {
        var content = operation.content();
        var missing = Stream.<String>builder();
        TEXTS.stream().filter(part -> content.path(part).asText().isBlank()).forEach(missing);
        if (content.path("tags").isEmpty()) {
            missing.add("tags");
        }
        if (!content.has("security")) {
            missing.add("security");
        }
        if (content.path("responses")
                .path("400")
                .path("content")
                .path("application/problem+json")
                .isMissingNode()) {
            missing.add("problem responses");
        }
        return missing.build().map(part -> operation + ": " + part);
    }
}

package cn.quality.standards;

import static org.assertj.core.api.Assertions.assertThat;

import cn.quality.testing.ApiDocument;
import cn.quality.testing.OpenApiContract;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

@StandardsTest
class OpenApiTest extends OpenApiContract {

    /** Described where they are written, alike for all services. */
    private static final Set<String> OF_THE_PLATFORM = Set.of(
            "/api/standards/v1/changes",
            "/api/standards/v1/dead-letters",
            "/api/standards/v1/decision-log",
            "/api/standards/v1/decision-log/verification");

    @Test
    void everyOperationHasAnExample() {
        assertThat(ApiDocument.served().operations())
                .filteredOn(operation -> !OF_THE_PLATFORM.contains(operation.path()))
                // What answers with nothing has nothing to show.
                .filteredOn(operation -> !operation.content().path("responses").has("204"))
                .allSatisfy(operation -> assertThat(
                                operation.content().path("responses").findValues("examples"))
                        .isNotEmpty());
    }

    @Test
    void coversTheServiceAsItIs() {
        assertThat(ApiDocument.served().root().get("paths").fieldNames())
                .toIterable()
                .containsAll(List.of(
                        "/api/standards/v1/standards",
                        "/api/standards/v1/standards/{id}",
                        "/api/standards/v1/declarations",
                        "/api/standards/v1/declarations/{id}",
                        "/api/standards/v1/enterprises/{uscc}",
                        "/api/standards/v1/schemas/{type}"));
    }
}

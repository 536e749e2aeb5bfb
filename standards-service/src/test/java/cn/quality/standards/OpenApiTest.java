package cn.quality.standards;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import cn.quality.testing.InfraResource;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * The published API document. A change of the API shows as a change of the committed file; {@code -Dgolden.update=true}
 * writes it, and the review of that diff is where a breaking change is refused.
 */
@QuarkusTest
@WithTestResource(value = InfraResource.class, initArgs = @ResourceArg(name = "database", value = "standards"))
class OpenApiTest {

    private static final Path GOLDEN = Path.of("src/main/openapi/openapi.json");
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

    private static JsonNode document() throws IOException {
        var served = given().queryParam("format", "json")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .extract();
        return new ObjectMapper().readTree(served.asString());
    }

    @Test
    void isTheCommittedDocument() throws IOException {
        var served =
                new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(document()) + "\n";
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(GOLDEN.getParent());
            Files.writeString(GOLDEN, served);
        }
        assertThat(served).isEqualTo(Files.readString(GOLDEN));
    }

    @Test
    void everyOperationSaysWhatItDoesWithAnExampleItsRefusalsAndWhoMay() throws IOException {
        var missing = new ArrayList<String>();
        document()
                .get("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(operation -> METHODS.contains(operation.getKey()))
                        .forEach(operation -> {
                            var name = operation.getKey() + " " + path.getKey();
                            var it = operation.getValue();
                            if (it.path("summary").asText().isBlank()) {
                                missing.add(name + ": summary");
                            }
                            if (it.at("/responses").findValues("examples").isEmpty()) {
                                missing.add(name + ": example");
                            }
                            if (it.at("/responses").properties().stream()
                                    .noneMatch(response -> response.getKey().startsWith("4"))) {
                                missing.add(name + ": problem responses");
                            }
                            if (!it.has("security")) {
                                missing.add(name + ": security");
                            }
                        }));
        assertThat(missing).isEmpty();
    }

    @Test
    void coversTheServiceAsItIs() throws IOException {
        assertThat(document().get("paths").fieldNames())
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

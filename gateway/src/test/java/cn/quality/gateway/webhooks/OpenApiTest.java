package cn.quality.gateway.webhooks;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import cn.quality.gateway.Ground;
import cn.quality.gateway.OutsideWorld;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * The published document of the gateway's own API. A change shows as a change of the committed file;
 * {@code -Dgolden.update=true} writes it, and the review of that diff is where a breaking change is refused.
 */
@QuarkusTest
@WithTestResource(OutsideWorld.class)
@WithTestResource(Ground.class)
class OpenApiTest {

    private static final ObjectMapper SORTED = new ObjectMapper()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
    private static final Path GOLDEN = Path.of("src/main/openapi/openapi.json");
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

    private static JsonNode document() throws IOException {
        return new ObjectMapper()
                .readTree(given().queryParam("format", "json")
                        .get("/q/openapi")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString());
    }

    @Test
    void isTheCommittedDocument() throws IOException {
        var served = SORTED.writeValueAsString(SORTED.treeToValue(document(), Object.class)) + "\n";
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(GOLDEN.getParent());
            Files.writeString(GOLDEN, served);
        }
        assertThat(served).isEqualTo(Files.readString(GOLDEN));
    }

    @Test
    void everyOperationSaysWhatItDoesWithAnExampleItsRefusalsAndWhoMay() throws IOException {
        var missing = new ArrayList<String>();
        for (var path : document().get("paths").properties()) {
            for (var method : path.getValue().properties()) {
                var operation = method.getValue();
                var name = method.getKey() + " " + path.getKey();
                if (!METHODS.contains(method.getKey()) || !path.getKey().startsWith("/api/v1/webhooks")) {
                    continue;
                }
                if (operation.path("summary").asText().isBlank()
                        || operation.path("operationId").asText().isBlank()) {
                    missing.add(name + ": summary and name");
                }
                if (operation.get("responses").properties().stream()
                        .noneMatch(response -> response.getKey().startsWith("4"))) {
                    missing.add(name + ": refusals");
                }
                if (!operation.has("security")) {
                    missing.add(name + ": security");
                }
                if (operation.get("responses").has("200")
                        && operation
                                .get("responses")
                                .get("200")
                                .findValues("$ref")
                                .isEmpty()) {
                    missing.add(name + ": answer");
                }
            }
        }
        assertThat(missing).isEmpty();
        assertThat(document()
                        .at("/components/schemas/WebhookView/properties/url/examples")
                        .isMissingNode())
                .as("fields have examples")
                .isFalse();
        assertThat(document().get("paths").has("/api/v1/changes")).isFalse();
    }
}

package cn.quality.credit.schema;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import cn.quality.credit.CreditTest;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the service says of itself. After a deliberate change of the API: {@code -Dgolden.update=true}. */
@CreditTest
class OpenApiTest {

    private static final Path COMMITTED = Path.of("src", "main", "openapi", "openapi.json");
    private static final Path ROLES = Path.of("src", "test", "resources", "roles.txt");
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

    @Test
    void theApiIsTheOneThatWasCommitted() throws IOException {
        isCommitted(COMMITTED, JSON.writeValueAsString(JSON.treeToValue(description(), Object.class)) + "\n");
    }

    /** A new operation has no row there, and fails. Read the difference: it is what changed in who may do what. */
    @Test
    void everyOperationAnswersEveryRoleAsTheTableSays() throws IOException {
        isCommitted(ROLES, new Roles().written(description()));
    }

    @Test
    void everyOperationIsExplained() throws IOException {
        var lacking = new ArrayList<String>();
        description()
                .path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(operation -> METHODS.contains(operation.getKey()))
                        .forEach(operation -> missing(operation.getValue())
                                .forEach(part -> lacking.add(operation.getKey() + " " + path.getKey() + ": " + part))));
        assertThat(lacking).isEmpty();
    }

    private static void isCommitted(Path golden, String current) throws IOException {
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(golden.getParent());
            Files.writeString(golden, current);
        }
        assertThat(golden).content().isEqualTo(current);
    }

    private static List<String> missing(JsonNode operation) {
        var missing = new ArrayList<String>();
        for (var part : List.of("summary", "description", "tags")) {
            if (operation.path(part).isEmpty() && operation.path(part).asText().isBlank()) {
                missing.add(part);
            }
        }
        if (!operation.has("security")) {
            missing.add("security");
        }
        var problem = operation.path("responses").path("400").path("content").path("application/problem+json");
        if (problem.isMissingNode()) {
            missing.add("problem responses");
        }
        return missing;
    }

    private static JsonNode description() throws IOException {
        return JSON.readTree(given().get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .extract()
                .asString());
    }
}

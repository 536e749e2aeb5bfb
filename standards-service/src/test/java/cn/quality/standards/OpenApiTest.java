package cn.quality.standards;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import cn.quality.testing.InfraResource;
import cn.quality.testing.RoleTable;
import cn.quality.testing.RolesInTheTable;
import cn.quality.testing.Tokens;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
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

    private static final ObjectMapper SORTED = new ObjectMapper()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
    private static final Path GOLDEN = Path.of("src/main/openapi/openapi.json");
    private static final Path ROLES = Path.of("src/test/resources/roles.txt");
    private static final String BASE = "/api/standards/v1";
    /** Described where they are written, alike for all services. */
    private static final Set<String> OF_THE_PLATFORM = Set.of(
            "/api/standards/v1/changes",
            "/api/standards/v1/dead-letters",
            "/api/standards/v1/decision-log",
            "/api/standards/v1/decision-log/verification");

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
        var served = SORTED.writeValueAsString(SORTED.treeToValue(document(), Object.class)) + "\n";
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(GOLDEN.getParent());
            Files.writeString(GOLDEN, served);
        }
        assertThat(served).isEqualTo(Files.readString(GOLDEN));
    }

    /** A new operation has no row there, and fails. Read the difference: it is what changed in who may do what. */
    @Test
    void everyOperationAnswersEveryRoleAsTheTableSays() throws IOException {
        var table = roles();
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(ROLES.getParent());
            Files.writeString(ROLES, table);
        }
        assertThat(table).isEqualTo(Files.readString(ROLES));
    }

    private static String roles() throws IOException {
        return RolesInTheTable.written(
                URI.create("http://localhost:" + RestAssured.port),
                BASE,
                "",
                RoleTable.operations(document().toString(), BASE),
                RolesInTheTable.everybody(role -> Tokens.of(role)
                        .user("table-" + role)
                        .region("371100")
                        .uscc("91371199MA3RH00187")
                        .sign()),
                RolesInTheTable::onNothing);
    }

    @Test
    void everyOperationSaysWhatItDoesWithAnExampleItsRefusalsAndWhoMay() throws IOException {
        var missing = new ArrayList<String>();
        for (var path : document().get("paths").properties()) {
            for (var method : path.getValue().properties()) {
                if (METHODS.contains(method.getKey()) && !OF_THE_PLATFORM.contains(path.getKey())) {
                    var operation = method.getValue();
                    var name = method.getKey() + " " + path.getKey();
                    if (operation.path("summary").asText().isBlank()) {
                        missing.add(name + ": summary");
                    }
                    if (operation.get("responses").findValues("examples").isEmpty()) {
                        missing.add(name + ": example");
                    }
                    if (operation.get("responses").properties().stream()
                            .noneMatch(response -> response.getKey().startsWith("4"))) {
                        missing.add(name + ": problem responses");
                    }
                    if (!operation.has("security")) {
                        missing.add(name + ": security");
                    }
                }
            }
        }
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

package cn.quality.indicator;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import cn.quality.testing.RoleTable;
import cn.quality.testing.RolesInTheTable;
import cn.quality.testing.Tokens;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The API document is a promise: the committed one is what the service tells, and every operation is told in full. After a
 * deliberate change, {@code -Dgolden.update=true} writes it anew; the difference is then read in the commit.
 */
@IndicatorTest
class ApiDocumentTest {

    private static final Path COMMITTED = Path.of("src/main/openapi/openapi.json");
    private static final Path ROLES = Path.of("src/test/resources/roles.txt");
    private static final String BASE = "/api/indicators/v1";
    private static final Path TOLD = Path.of("target/openapi.json");
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

    @Test
    void isTheCommittedOne() throws IOException {
        var told = JSON.writeValueAsString(JSON.treeToValue(document(), Object.class)) + "\n";
        Files.writeString(TOLD, told);
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(COMMITTED, told);
        }
        assertThat(told.equals(Files.readString(COMMITTED)))
                .as("the service tells %s, committed is %s", TOLD, COMMITTED)
                .isTrue();
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
    void tellsEveryOperationInFull() throws IOException {
        for (var operation : operations()) {
            var what = operation.path("operationId").asText();
            assertThat(what).isNotEmpty();
            assertThat(operation.path("summary").asText()).as(what).isNotEmpty();
            assertThat(operation.path("tags")).as(what).isNotEmpty();
            var responses = operation.path("responses");
            var success = responses.has("201") ? responses.path("201") : responses.path("200");
            assertThat(success.at("/content/application~1json/examples"))
                    .as("example of " + what)
                    .isNotEmpty();
            assertThat(responses.has("406")).as("problems of " + what).isTrue();
            if (operation.has("requestBody")) {
                assertThat(operation.at("/requestBody/content/application~1json/examples"))
                        .as("example of what " + what + " takes")
                        .isNotEmpty();
                assertThat(operation.path("security")).as("security of " + what).isNotEmpty();
                for (var status : List.of("400", "401", "403", "412", "413", "415", "422")) {
                    assertThat(responses.has(status)).as(what + " " + status).isTrue();
                }
            }
        }
    }

    private static List<JsonNode> operations() throws IOException {
        var operations = new ArrayList<JsonNode>();
        document().path("paths").properties().stream()
                .filter(path -> !path.getKey().matches(".*/(decision-log|dead-letters|changes).*"))
                .forEach(path -> path.getValue().forEach(operations::add));
        assertThat(operations).hasSizeGreaterThan(10);
        return operations;
    }

    private static JsonNode document() throws IOException {
        return JSON.readTree(given().get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .extract()
                .asString());
    }
}

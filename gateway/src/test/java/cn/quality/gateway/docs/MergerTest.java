package cn.quality.gateway.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MergerTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, Path> COMMITTED = Map.of(
            "credit", Path.of("../credit-service/src/main/openapi/openapi.json"),
            "standards", Path.of("../standards-service/src/main/openapi/openapi.json"),
            "indicators", Path.of("../indicator-service/src/main/openapi/openapi.json"));

    private final JsonNode whole = ApiDocuments.read(JSON).whole();

    @Test
    void everyOperationOfEveryServiceIsInTheWhole() throws IOException {
        for (var service : COMMITTED.keySet()) {
            var own = JSON.readTree(COMMITTED.get(service).toFile());
            own.path("paths")
                    .properties()
                    .forEach(path -> path.getValue()
                            .propertyStream()
                            .filter(field -> field.getValue().has("operationId"))
                            .forEach(operation -> assertThat(whole.path("paths")
                                            .path(path.getKey())
                                            .path(operation.getKey())
                                            .path("operationId")
                                            .asText())
                                    .isEqualTo(service + "."
                                            + operation
                                                    .getValue()
                                                    .path("operationId")
                                                    .asText())));
            own.at("/components/schemas")
                    .fieldNames()
                    .forEachRemaining(
                            name -> assertThat(whole.at("/components/schemas").has(service + "." + name))
                                    .as(name)
                                    .isTrue());
        }
    }

    @Test
    void everyReferenceLeadsSomewhere() throws IOException {
        var references = new HashSet<String>();
        collect(whole, references);
        assertThat(references)
                .hasSizeGreaterThan(100)
                .allSatisfy(
                        reference -> assertThat(whole.at(reference.substring(1)).isMissingNode())
                                .as(reference)
                                .isFalse());
        // For the linter, which looks at files.
        Files.createDirectories(Path.of("target/docs"));
        Files.writeString(
                Path.of("target/docs/openapi.json"),
                JSON.writerWithDefaultPrettyPrinter().writeValueAsString(whole));
    }

    @Test
    void everyOperationHasANameOfItsOwn() {
        var names = new ArrayList<String>();
        whole.path("paths")
                .forEach(path -> path.forEach(
                        operation -> names.add(operation.path("operationId").asText())));
        assertThat(names).hasSizeGreaterThan(100).doesNotHaveDuplicates();
    }

    @Test
    void whatIsCalledTheSameDoesNotFuse() throws JsonProcessingException {
        var merged = merged("""
                {"info": {"title": "A"}, "tags": [{"name": "lists"}],
                 "paths": {"/a": {"get": {"operationId": "list", "tags": ["lists"], "responses": {"200": {"content":
                   {"application/json": {"schema": {"$ref": "#/components/schemas/Listing"}}}}}}}},
                 "components": {"schemas": {
                   "Listing": {"oneOf": [{"$ref": "#/components/schemas/Red"}], "discriminator": {"propertyName": "kind",
                     "mapping": {"RED": "#/components/schemas/Red"}},
                     "properties": {"example": {"$ref": "#/components/schemas/Red"}, "tags": {"type": "array"}}},
                   "Red": {"type": "object", "examples": [{"$ref": "#/components/schemas/Red"}]}},
                   "securitySchemes": {"token": {"type": "http"}}}}""", """
                {"info": {"title": "B"}, "tags": [{"name": "lists"}],
                 "paths": {"/b": {"get": {"operationId": "list", "tags": ["lists"]}}},
                 "components": {"schemas": {"Listing": {"type": "string"}}, "securitySchemes": {"token": {"type": "http"}}}}""");

        assertThat(merged.at("/components/schemas/b.Listing/type").asText()).isEqualTo("string");
        assertThat(merged.at("/paths/~1a/get/responses/200/content/application~1json/schema/$ref")
                        .asText())
                .isEqualTo("#/components/schemas/a.Listing");
        var listing = merged.at("/components/schemas/a.Listing");
        assertThat(listing.at("/oneOf/0/$ref").asText()).isEqualTo("#/components/schemas/a.Red");
        assertThat(listing.at("/discriminator/mapping/RED").asText()).isEqualTo("#/components/schemas/a.Red");
        assertThat(listing.at("/properties/example/$ref").asText()).isEqualTo("#/components/schemas/a.Red");
        assertThat(listing.at("/properties/tags/type").asText()).isEqualTo("array");
        assertThat(merged.at("/components/schemas/a.Red/examples/0/$ref").asText())
                .as("an example only looks like a reference")
                .isEqualTo("#/components/schemas/Red");
        assertThat(merged.at("/paths/~1b/get/operationId").asText()).isEqualTo("b.list");
        assertThat(merged.at("/paths/~1b/get/tags/0").asText()).isEqualTo("b.lists");
        assertThat(merged.at("/x-tagGroups/1/tags/0").asText()).isEqualTo("b.lists");
        assertThat(merged.at("/components/securitySchemes")).hasSize(1);
    }

    @Test
    void twoOwnersOfOneAddressOrTwoKindsOfTokenAreRefused() {
        for (var clash : List.of("""
                {"paths": {"/a": {}}}""", """
                {"components": {"securitySchemes": {"token": {"type": "%s"}}}}""")) {
            assertThatThrownBy(() -> merged(clash.formatted("http"), clash.formatted("apiKey")))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    private static JsonNode merged(String a, String b) throws JsonProcessingException {
        var documents = new LinkedHashMap<String, JsonNode>();
        documents.put("a", JSON.readTree(a));
        documents.put("b", JSON.readTree(b));
        ObjectNode head = JSON.createObjectNode().put("openapi", "3.1.0");
        return Merger.merge(JSON, head, documents);
    }

    private static void collect(JsonNode node, HashSet<String> references) {
        if (node.path("$ref").isTextual()) {
            references.add(node.path("$ref").asText());
        }
        node.forEach(child -> collect(child, references));
    }
}

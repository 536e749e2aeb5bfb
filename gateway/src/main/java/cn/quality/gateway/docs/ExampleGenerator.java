package cn.quality.gateway.docs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Map;

/** Makes an example of a schema out of the examples of its parts. */
final class ExampleGenerator {

    private static final String SCHEMAS = "#/components/schemas/";
    /** Deeper, or in a circle, an example explains nothing any more. */
    private static final int DEEPEST = 6;

    private static final Map<String, String> OF_FORMAT = Map.of(
            "date", "2026-03-02",
            "date-time", "2026-03-02T01:15:00Z",
            "uuid", "019c9b1e-6a80-7c11-8000-000000000001",
            "uri", "https://example.com/");

    private final JsonNode document;
    private final JsonNodeFactory nodes = JsonNodeFactory.instance;

    ExampleGenerator(JsonNode document) {
        this.document = document;
    }

    String of(JsonNode schema) {
        return written(make(schema, DEEPEST));
    }

    String written(JsonNode example) {
        return example.isTextual() ? example.asText() : example.toPrettyString();
    }

    private JsonNode make(JsonNode schema, int depth) {
        for (var given : new JsonNode[] {
            schema.at("/examples/0"),
            schema.path("example"),
            schema.path("const"),
            schema.path("default"),
            schema.at("/enum/0")
        }) {
            if (!given.isMissingNode()) {
                return given;
            }
        }
        if (depth == 0) {
            return nodes.objectNode();
        }
        var target = schema.path("$ref").asText();
        if (target.startsWith(SCHEMAS)) {
            return make(
                    document.path("components").path("schemas").path(target.substring(SCHEMAS.length())), depth - 1);
        }
        for (var choice : new String[] {"oneOf", "anyOf", "allOf"}) {
            if (schema.has(choice)) {
                return make(schema.path(choice).path(0), depth - 1);
            }
        }
        if (schema.has("properties")) {
            var made = nodes.objectNode();
            schema.path("properties")
                    .properties()
                    .forEach(property -> made.set(property.getKey(), make(property.getValue(), depth - 1)));
            return made;
        }
        if (schema.has("items")) {
            return nodes.arrayNode().add(make(schema.path("items"), depth - 1));
        }
        return plain(schema);
    }

    private JsonNode plain(JsonNode schema) {
        var type = schema.path("type").isArray()
                ? schema.at("/type/0").asText()
                : schema.path("type").asText();
        return switch (type) {
            case "integer", "number" -> nodes.numberNode(schema.path("minimum").asInt(1));
            case "boolean" -> nodes.booleanNode(true);
            case "array" -> nodes.arrayNode();
            case "object" -> nodes.objectNode();
            default ->
                nodes.textNode(OF_FORMAT.getOrDefault(schema.path("format").asText(), "…"));
        };
    }
}

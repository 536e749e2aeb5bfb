package cn.quality.gateway.docs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Makes one document of those of the services. Schemas, tags and operations carry the service's name in front; the token is
 * the same everywhere and stays one, so that a client who tries things out enters it once.
 */
final class Merger {

    private static final Pattern REFERENCE = Pattern.compile("#/components/(?!securitySchemes/)([a-zA-Z]+)/(.+)");

    private final ObjectMapper json;
    private final ObjectNode merged;
    private final ObjectNode paths;
    private final ObjectNode components;
    private final ArrayNode tags;
    private final ArrayNode groups;

    private Merger(ObjectMapper json, ObjectNode head) {
        this.json = json;
        this.merged = head;
        this.tags = merged.putArray("tags");
        this.groups = merged.putArray("x-tagGroups");
        this.paths = merged.putObject("paths");
        this.components = merged.putObject("components");
    }

    /**
     * @param head {@code openapi}, {@code info} and {@code servers} of the whole
     * @param documents by the name of the service
     */
    static ObjectNode merge(ObjectMapper json, ObjectNode head, Map<String, JsonNode> documents) {
        var merger = new Merger(json, head.deepCopy());
        documents.forEach(merger::add);
        return merger.merged;
    }

    /** The name of something of a service in the whole. */
    static String named(String service, String name) {
        return service + "." + name;
    }

    private void add(String service, JsonNode document) {
        var info = document.path("info");
        var group = groups.addObject()
                .put("name", info.path("title").asText())
                .put("description", info.path("description").asText());
        var names = group.putArray("tags");
        document.path("tags").forEach(tag -> {
            var own = named(service, tag.path("name").asText());
            tags.add(((ObjectNode) tag.deepCopy()).put("name", own));
            names.add(own);
        });
        document.path("paths")
                .properties()
                .forEach(path -> put(paths, path.getKey(), renamed(service, path.getValue())));
        document.path("components").properties().forEach(kind -> {
            var whole = components.withObjectProperty(kind.getKey());
            if (kind.getKey().equals("securitySchemes")) {
                kind.getValue().properties().forEach(scheme -> share(whole, scheme.getKey(), scheme.getValue()));
            } else {
                kind.getValue()
                        .properties()
                        .forEach(part -> put(whole, named(service, part.getKey()), renamed(service, part.getValue())));
            }
        });
    }

    private static void put(ObjectNode whole, String name, JsonNode part) {
        if (whole.has(name)) {
            throw new IllegalStateException("two services describe " + name);
        }
        whole.set(name, part);
    }

    private static void share(ObjectNode whole, String name, JsonNode scheme) {
        if (whole.has(name) && !whole.get(name).equals(scheme)) {
            throw new IllegalStateException("the services do not agree what " + name + " is");
        }
        whole.set(name, scheme);
    }

    /** A copy in which everything that names something of the service names it by its name in the whole. */
    private JsonNode renamed(String service, JsonNode node) {
        if (node.isArray()) {
            var copy = json.createArrayNode();
            node.forEach(element -> copy.add(renamed(service, element)));
            return copy;
        }
        if (!node.isObject()) {
            return node;
        }
        var copy = json.createObjectNode();
        node.properties()
                .forEach(field -> copy.set(
                        field.getKey(),
                        switch (field.getKey()) {
                            // Whatever stands in an example only looks like a reference.
                            case "example", "examples", "default", "const", "enum" -> field.getValue();
                            case "operationId" ->
                                TextNode.valueOf(named(service, field.getValue().asText()));
                            case "$ref" ->
                                TextNode.valueOf(
                                        reference(service, field.getValue().asText()));
                            // Names of properties, which may be called like any keyword.
                            case "properties" -> each(service, field.getValue());
                            case "mapping" -> mapping(service, field.getValue());
                            case "tags" -> tagNames(service, field.getValue());
                            default -> renamed(service, field.getValue());
                        }));
        return copy;
    }

    private JsonNode each(String service, JsonNode named) {
        var copy = json.createObjectNode();
        named.properties().forEach(entry -> copy.set(entry.getKey(), renamed(service, entry.getValue())));
        return copy;
    }

    private JsonNode mapping(String service, JsonNode node) {
        var copy = json.createObjectNode();
        node.properties()
                .forEach(entry -> copy.put(
                        entry.getKey(), reference(service, entry.getValue().asText())));
        return copy;
    }

    private JsonNode tagNames(String service, JsonNode node) {
        var copy = json.createArrayNode();
        node.forEach(tag -> copy.add(named(service, tag.asText())));
        return copy;
    }

    private static String reference(String service, String target) {
        var matcher = REFERENCE.matcher(target);
        return matcher.matches()
                ? "#/components/%s/%s".formatted(matcher.group(1), named(service, matcher.group(2)))
                : target;
    }
}

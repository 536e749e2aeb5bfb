package cn.quality.gateway.docs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The documents as they were packed when the gateway was built, and the one made of them.
 *
 * @param downloads by path
 * @param whole the OpenAPI documents of all services together
 * @param events the AsyncAPI documents by service; not every service sends events
 * @param schemas JSON Schemas by type of event
 * @param steps how a system is connected
 */
record ApiDocuments(
        Map<String, Document> downloads,
        JsonNode whole,
        Map<String, JsonNode> events,
        Map<String, JsonNode> schemas,
        JsonNode steps) {

    /** In the order the pages show them. What no service writes for us, {@code feeds}, is written by hand. */
    static final List<String> SERVICES = List.of("credit", "standards", "indicators", "gateway", "feeds");

    static final String ROOT = "/docs";

    private static final String JSON_TYPE = "application/json";

    static ApiDocuments read(ObjectMapper json) {
        try {
            return new Reading(json).all();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Reading {

        private final ObjectMapper json;
        private final YAMLMapper yaml = new YAMLMapper();
        private final Map<String, Document> downloads = new LinkedHashMap<>();
        private final Map<String, JsonNode> apis = new LinkedHashMap<>();
        private final Map<String, JsonNode> events = new LinkedHashMap<>();
        private final Map<String, JsonNode> schemas = new LinkedHashMap<>();

        Reading(ObjectMapper json) {
            this.json = json;
        }

        ApiDocuments all() throws IOException {
            for (var service : SERVICES) {
                readApi(service);
                readEvents(service);
            }
            var head = (ObjectNode) yaml.readTree(packed("head.yaml").orElseThrow());
            var whole = Merger.merge(json, head, apis);
            downloads.put(ROOT + "/openapi.json", Document.of(JSON_TYPE, pretty(whole)));
            return new ApiDocuments(
                    Map.copyOf(downloads),
                    whole,
                    events,
                    schemas,
                    yaml.readTree(packed("connect.yaml").orElseThrow()));
        }

        private void readApi(String service) throws IOException {
            var file = packed(service + "/openapi.json");
            if (file.isPresent()) {
                apis.put(service, json.readTree(file.get()));
                downloads.put("%s/%s/openapi.json".formatted(ROOT, service), Document.of(JSON_TYPE, file.get()));
            }
        }

        /** The schemas lie beside the document that refers to them, here as at the service. */
        private void readEvents(String service) throws IOException {
            var file = packed(service + "/asyncapi.yaml");
            if (file.isEmpty()) {
                return;
            }
            var document = yaml.readTree(file.get());
            events.put(service, document);
            downloads.put("%s/%s/asyncapi.yaml".formatted(ROOT, service), Document.of("application/yaml", file.get()));
            for (var message : document.at("/components/messages")) {
                var reference = message.at("/payload/schema/$ref").asText();
                var schema = packed(service + "/" + reference)
                        .orElseThrow(() -> new IllegalStateException(service + " refers to " + reference));
                schemas.put(message.path("name").asText(), json.readTree(schema));
                downloads.put(
                        "%s/%s/%s".formatted(ROOT, service, reference), Document.of("application/schema+json", schema));
            }
        }

        private byte[] pretty(JsonNode document) throws JsonProcessingException {
            return json.writerWithDefaultPrettyPrinter().writeValueAsBytes(document);
        }

        private static Optional<byte[]> packed(String name) throws IOException {
            try (var in = ApiDocuments.class.getResourceAsStream("/docs/" + name)) {
                return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
            }
        }
    }
}

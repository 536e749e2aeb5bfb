package cn.quality.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The committed documents of the events of the module under test: {@code asyncapi.yaml} and {@code schemas/}. */
public final class AsyncApi {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private AsyncApi() {}

    public static Set<String> topics() {
        var topics = new TreeSet<String>();
        document()
                .path("channels")
                .forEach(channel -> topics.add(channel.path("address").asText()));
        return topics;
    }

    /** Types that travel on a topic. */
    public static Set<String> typesOn(String topic) {
        var document = document();
        var types = new TreeSet<String>();
        for (var channel : document.path("channels")) {
            if (channel.path("address").asText().equals(topic)) {
                channel.path("messages")
                        .fieldNames()
                        .forEachRemaining(key -> types.add(document.at("/components/messages/" + key + "/name")
                                .asText()));
            }
        }
        return types;
    }

    /** The file that is named as the schema of each type. */
    public static Map<String, String> schemaFiles() {
        var files = new TreeMap<String, String>();
        document()
                .at("/components/messages")
                .forEach(message -> files.put(
                        message.path("name").asText(),
                        message.at("/payload/schema/$ref").asText()));
        return files;
    }

    public static JsonNode schema(String type) {
        return read(JSON, "schemas/" + type + ".json");
    }

    /** What is wrong with an event's content by the schema of its type; empty when nothing is. */
    public static List<String> violations(String type, String content) {
        return violationsOf(schema(type).toString(), content);
    }

    /** The same against a schema as it is served. */
    public static List<String> violationsOf(String schema, String content) {
        var strict =
                SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(schema, strict)
                .validate(content, InputFormat.JSON)
                .stream()
                .map(ValidationMessage::toString)
                .toList();
    }

    private static JsonNode document() {
        return read(YAML, "asyncapi.yaml");
    }

    private static JsonNode read(ObjectMapper format, String resource) {
        try (var file = Thread.currentThread().getContextClassLoader().getResourceAsStream(resource)) {
            if (file == null) {
                throw new AssertionError("There is no " + resource);
            }
            return format.readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }
}

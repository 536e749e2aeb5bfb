package cn.quality.standards.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.yaml.snakeyaml.Yaml;

/** What the committed contracts say, for the tests of those who send. */
public final class Contracts {

    private static final ObjectMapper JSON =
            new ObjectMapper().findAndRegisterModules().disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    private Contracts() {}

    /** Types the AsyncAPI document lets travel on a topic. */
    public static Set<String> typesOn(String topic) {
        var document = asyncApi();
        var types = new TreeSet<String>();
        for (var channel : document.get("channels")) {
            if (channel.get("address").asText().equals(topic)) {
                channel.get("messages")
                        .fieldNames()
                        .forEachRemaining(key -> types.add(document.at("/components/messages/" + key + "/name")
                                .asText()));
            }
        }
        return types;
    }

    /** Schema file the AsyncAPI document names for each type. */
    static Map<String, String> schemaFiles() {
        var files = new TreeMap<String, String>();
        asyncApi()
                .at("/components/messages")
                .forEach(message -> files.put(
                        message.get("name").asText(),
                        message.at("/payload/schema/$ref").asText()));
        return files;
    }

    public static JsonNode tree(Object payload) {
        return JSON.valueToTree(payload);
    }

    /** Fails unless the payload is what its type's schema says. */
    public static void check(String type, JsonNode payload) {
        var config =
                SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
        var schema =
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(schema(type), config);
        assertThat(schema.validate(payload)).as("%s: %s", type, payload).isEmpty();
    }

    public static JsonNode schema(String type) {
        try (var file = Contracts.class.getResourceAsStream("/schemas/" + type + ".json")) {
            assertThat(file).as("schema of %s", type).isNotNull();
            return JSON.readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode asyncApi() {
        try (var file = Contracts.class.getResourceAsStream("/asyncapi.yaml")) {
            return JSON.valueToTree(new Yaml().load(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

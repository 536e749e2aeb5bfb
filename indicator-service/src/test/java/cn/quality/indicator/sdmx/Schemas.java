package cn.quality.indicator.sdmx;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import javax.xml.XMLConstants;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.xml.sax.SAXException;

/** Judges messages by the official schemas, without a network. */
final class Schemas {

    private static final String FOLDER = "/sdmx/schemas/";
    private static final Schema ML = ml();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, JsonSchema> COMPILED = new ConcurrentHashMap<>();

    private Schemas() {}

    /** Throws when the message is not what its media type says. */
    static void requireValid(String contentType, String message) {
        if (contentType.contains("xml")) {
            xml(message);
        } else if (contentType.contains("json")) {
            json(message);
        }
    }

    private static void xml(String message) {
        try {
            ML.newValidator().validate(new StreamSource(new StringReader(message)));
        } catch (SAXException | IOException e) {
            throw new AssertionError("not valid: " + e.getMessage() + "\n" + message, e);
        }
    }

    private static void json(String message) {
        try {
            var content = JSON.readTree(message);
            var wrong = schema(content.at("/meta/schema").asText()).validate(content);
            if (!wrong.isEmpty()) {
                throw new AssertionError("not valid: " + shown(wrong) + "\n" + message);
            }
        } catch (JsonProcessingException e) {
            throw new AssertionError("not JSON: " + message, e);
        }
    }

    /** @param address that the message gives */
    private static JsonSchema schema(String address) {
        var kind = address.contains("structure") ? "structure" : "data";
        return address.contains("/1.0/")
                ? schema("json10", kind, SpecVersion.VersionFlag.V4, "http://json-schema.org/draft-04/schema#")
                : schema(
                        "json20",
                        kind,
                        SpecVersion.VersionFlag.V201909,
                        "https://json-schema.org/draft/2019-09/schema");
    }

    /** The schemas name no draft, but "the newest", which no validator has; and their own address by a word of the oldest. */
    private static JsonSchema schema(String folder, String kind, SpecVersion.VersionFlag version, String draft) {
        return COMPILED.computeIfAbsent(
                folder + "/sdmx-json-" + kind + "-schema.json",
                file -> JsonSchemaFactory.getInstance(version)
                        .getSchema(text(file)
                                .replace("http://json-schema.org/schema#", draft)
                                .replaceFirst("\"id\": \"https://raw[^\"]*\",", "")));
    }

    private static String shown(Set<ValidationMessage> wrong) {
        return wrong.stream().map(ValidationMessage::toString).collect(Collectors.joining("\n"));
    }

    private static Schema ml() {
        try {
            var factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "file,jar:file");
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            return factory.newSchema(new Source[] {
                file("ml21/SDMXMessage.xsd"),
                specific("TIME_PERIOD", ""),
                specific("AllDimensions", "<xs:attributeGroup ref=\"Key\"/>")
            });
        } catch (SAXException e) {
            throw new AssertionError(e);
        }
    }

    private static Source file(String name) {
        return new StreamSource(
                Objects.requireNonNull(Schemas.class.getResource(FOLDER + name)).toExternalForm());
    }

    private static Source specific(String dimension, String more) {
        var schema = text("df-quality.xsd.template").replace("%1$s", dimension).replace("%2$s", more);
        // It lies beside the others, for what it imports.
        return new StreamSource(
                new StringReader(schema),
                file("ml21/SDMXMessage.xsd").getSystemId().replace("SDMXMessage", "df-" + dimension));
    }

    private static String text(String name) {
        try (InputStream in = Objects.requireNonNull(Schemas.class.getResourceAsStream(FOLDER + name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

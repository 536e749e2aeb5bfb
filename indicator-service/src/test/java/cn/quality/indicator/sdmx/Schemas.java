package cn.quality.indicator.sdmx;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
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
            var version = content.at("/meta/schema").asText();
            var kind = version.contains("structure") ? "structure" : "data";
            var wrong = version.contains("1.0")
                    ? JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V4)
                            .getSchema(text("json10/sdmx-json-" + kind + "-schema.json")
                                    // The draft it is written in is not named by an address that a validator knows.
                                    .replace(
                                            "http://json-schema.org/schema#",
                                            "http://json-schema.org/draft-04/schema#"))
                            .validate(content)
                    : JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V201909)
                            .getSchema(text("json20/sdmx-json-" + kind + "-schema.json"))
                            .validate(content);
            if (!wrong.isEmpty()) {
                throw new AssertionError("not valid: " + shown(wrong) + "\n" + message);
            }
        } catch (JsonProcessingException e) {
            throw new AssertionError("not JSON: " + message, e);
        }
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

package cn.quality.indicator.sdmx;

import cn.quality.platform.problem.Text;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.IOException;
import java.io.OutputStream;

/** What all messages of SDMX-JSON share. */
final class JsonMessages {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build();

    private JsonMessages() {}

    static JsonGenerator generator(OutputStream out) throws IOException {
        return FACTORY.createGenerator(out);
    }

    static void meta(JsonGenerator json, Message message, Format format) throws IOException {
        var kind = format.type().contains("structure") ? "structure" : "data";
        json.writeObjectFieldStart("meta");
        json.writeStringField(
                "schema",
                format.version().startsWith("1.")
                        ? "https://raw.githubusercontent.com/sdmx-twg/sdmx-json/v1.0/%1$s-message/tools/schemas/1.0/sdmx-json-%1$s-schema.json"
                                .formatted(kind)
                        : "https://json.sdmx.org/%s/sdmx-json-%s-schema.json"
                                .formatted(format.version().substring(0, 3), kind));
        json.writeStringField("id", message.id());
        json.writeStringField("prepared", message.prepared().toString());
        json.writeBooleanField("test", false);
        json.writeArrayFieldStart("contentLanguages");
        json.writeString(message.locale().getLanguage());
        json.writeEndArray();
        json.writeObjectFieldStart("sender");
        json.writeStringField("id", Dataflow.AGENCY);
        names(json, Dataflow.AGENCY_NAME, message);
        json.writeEndObject();
        json.writeEndObject();
    }

    /** A name in the language of the reader, and in both. */
    static void names(JsonGenerator json, Text text, Message message) throws IOException {
        json.writeStringField("name", text.in(message.locale()));
        json.writeObjectFieldStart("names");
        json.writeStringField("zh", text.zh());
        json.writeStringField("en", text.en());
        json.writeEndObject();
    }

    /**
     * What an attribute belongs to.
     *
     * @param field what messages of data and of structures call it
     */
    static void relationship(JsonGenerator json, String field, Component attribute, boolean first) throws IOException {
        json.writeObjectFieldStart(field);
        if (attribute.role() == Component.Role.SERIES_ATTRIBUTE) {
            json.writeArrayFieldStart("dimensions");
            for (var dimension : Component.KEY) {
                json.writeString(dimension.name());
            }
            json.writeEndArray();
        } else if (first) {
            json.writeStringField("primaryMeasure", Component.OBS_VALUE.name());
        } else {
            json.writeObjectFieldStart("observation");
            json.writeEndObject();
        }
        json.writeEndObject();
    }
}

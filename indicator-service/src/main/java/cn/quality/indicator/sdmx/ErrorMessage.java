package cn.quality.indicator.sdmx;

import cn.quality.indicator.sdmx.Format.Syntax;
import cn.quality.indicator.sdmx.SdmxRepository.Version;
import cn.quality.platform.problem.Problem;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;

/** A refusal in the syntax the client asked for. CSV has no message for errors, so it is a table of one line. */
record ErrorMessage(Problem problem, Syntax syntax, Generation generation, Locale locale) {

    String contentType() {
        return switch (syntax) {
            case XML -> generation == Generation.V1 ? Format.STRUCTURE_ML.mediaType() : Syntax.XML.mediaType();
            case JSON -> Syntax.JSON.mediaType();
            case CSV -> Syntax.CSV.mediaType() + ";charset=UTF-8";
        };
    }

    byte[] bytes() {
        try {
            return switch (syntax) {
                case XML -> xml();
                case JSON -> json();
                case CSV -> csv();
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] xml() throws IOException {
        var out = new ByteArrayOutputStream();
        var ml = new Ml(out);
        ml.root("mes:Error", "mes", "com");
        ml.start("mes:ErrorMessage").attribute("code", Integer.toString(Refusals.code(problem)));
        ml.names("com:Text", problem.detail());
        ml.finish();
        return out.toByteArray();
    }

    private byte[] json() throws IOException {
        var out = new ByteArrayOutputStream();
        var message = new Message(new Version(0, Instant.EPOCH), locale);
        try (var json = JsonMessages.generator(out)) {
            json.writeStartObject();
            JsonMessages.meta(
                    json,
                    message,
                    generation.data().getFirst().syntax() == Syntax.JSON ? Format.DATA_JSON_2 : Format.DATA_JSON_1);
            json.writeArrayFieldStart("errors");
            json.writeStartObject();
            json.writeNumberField("code", Refusals.code(problem));
            json.writeStringField("title", problem.type().title().in(locale));
            json.writeStringField("detail", problem.detail().in(locale));
            json.writeEndObject();
            json.writeEndArray();
            json.writeEndObject();
        }
        return out.toByteArray();
    }

    private byte[] csv() throws IOException {
        var text = new StringWriter();
        try (var csv = CsvWriter.builder().build(text)) {
            csv.writeRecord("ERROR_CODE", "ERROR_TEXT");
            csv.writeRecord(
                    Integer.toString(Refusals.code(problem)), problem.detail().in(locale));
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}

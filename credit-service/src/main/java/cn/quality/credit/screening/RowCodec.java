package cn.quality.credit.screening;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Rows as compressed JSON lines, the form in which chunks are stored. */
@ApplicationScoped
class RowCodec {

    private final ObjectMapper json;

    RowCodec(ObjectMapper json) {
        this.json = json;
    }

    byte[] encode(List<?> rows) {
        var bytes = new ByteArrayOutputStream();
        try (var writer = json.writer().withRootValueSeparator("\n").writeValues(new Fast(bytes))) {
            writer.writeAll(rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    <T> List<T> decode(byte[] encoded, Class<T> type) {
        try (var rows = json.readerFor(type).<T>readValues(new GZIPInputStream(new ByteArrayInputStream(encoded)))) {
            return rows.readAll();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Names repeat themselves so much that the quickest level does. */
    private static final class Fast extends GZIPOutputStream {

        Fast(OutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}

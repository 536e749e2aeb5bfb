package cn.quality.platform.tabular;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Supplier;

/** Answers a list in the form the client accepts: a page of it as JSON, or all of it as a file of CSV or NDJSON. */
@ApplicationScoped
public class ListResponses {

    public static final String NDJSON = "application/x-ndjson";

    private static final MediaType CSV = MediaType.valueOf(CsvTable.MEDIA_TYPE).withCharset("UTF-8");

    /** The first is answered to a client who accepts anything. */
    private static final List<Variant> FORMS = Variant.mediaTypes(
                    MediaType.APPLICATION_JSON_TYPE, CSV, MediaType.valueOf(NDJSON))
            .build();

    private final ObjectMapper json;

    ListResponses(ObjectMapper json) {
        this.json = json;
    }

    /**
     * The form of a response by what its client accepts.
     *
     * @param offered the first is for a client who accepts anything
     * @throws NotAcceptableException when the client accepts none of them
     */
    public static MediaType form(Request request, List<Variant> offered) {
        var chosen = request.selectVariant(offered);
        if (chosen == null) {
            throw new NotAcceptableException();
        }
        return chosen.getMediaType();
    }

    /** @param page the answer as JSON */
    public Response of(Request request, Supplier<Response> page, ListFile<?> file) {
        var form = form(request, FORMS);
        return form.equals(MediaType.APPLICATION_JSON_TYPE) ? page.get() : file(form, file);
    }

    private <T> Response file(MediaType form, ListFile<T> file) {
        var answer = form.equals(CSV)
                ? Download.of(
                        form.toString(),
                        file.name() + ".csv",
                        out -> file.table().write(out, file.rows()))
                : Download.of(
                        form.toString(),
                        file.name() + ".ndjson",
                        out -> file.rows().accept(row -> writeLine(row, out)));
        return answer.header(HttpHeaders.VARY, HttpHeaders.ACCEPT).build();
    }

    private void writeLine(Object row, OutputStream out) {
        try {
            out.write(json.writeValueAsBytes(row));
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

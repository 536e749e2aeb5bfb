package cn.quality.indicator.observation;

import cn.quality.platform.problem.Problem;
import cn.quality.platform.tabular.CsvTable;
import cn.quality.platform.tabular.Download;
import cn.quality.platform.tabular.ListFile;
import cn.quality.platform.tabular.ListResponses;
import cn.quality.platform.tabular.TableRows;
import cn.quality.platform.tabular.XlsxTable;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.Variant;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Observations in the form the client accepts: a page as JSON, or all of them as CSV, NDJSON or XLSX. */
@ApplicationScoped
class ObservationExport {

    private static final String NAME = "observations";
    private static final MediaType CSV = MediaType.valueOf(CsvTable.MEDIA_TYPE);
    private static final MediaType LINES = MediaType.valueOf(ListResponses.NDJSON);
    private static final MediaType XLSX = MediaType.valueOf(TableRows.XLSX);

    /** The first is answered to a client who accepts anything. */
    private static final List<Variant> FORMS = Variant.mediaTypes(
                    MediaType.APPLICATION_JSON_TYPE, CSV, MediaType.valueOf(ListResponses.NDJSON), XLSX)
            .build();

    private final ObservationService observations;
    private final ObservationCopy copy;
    private final ListResponses lists;
    private final ObjectMapper json;

    ObservationExport(ObservationService observations, ObservationCopy copy, ListResponses lists, ObjectMapper json) {
        this.json = json;
        this.observations = observations;
        this.copy = copy;
        this.lists = lists;
    }

    /** @throws Problem 400 for moments that are none, before anything is sent */
    Response answer(Request request, ObservationFilter filter, Timeline timeline, Supplier<Response> page) {
        Consumer<Consumer<? super ObservationView>> rows = each -> observations.forEach(filter, timeline, each);
        var form = ListResponses.form(request, FORMS);
        if (form.equals(XLSX)) {
            return Download.of(
                            TableRows.XLSX,
                            NAME + ".xlsx",
                            out -> XlsxTable.write(out, "指标数据", ObservationCells.TABLE, rows))
                    .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                    .build();
        }
        if (form.equals(CSV)) {
            var query = observations.query(filter, timeline);
            return Response.ok((StreamingOutput) out -> copy.write(query, out), CSV.withCharset("UTF-8"))
                    .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"%s.csv\"".formatted(NAME))
                    .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                    .build();
        }
        if (form.equals(LINES)) {
            // As it is read: what would be a file first could not be stopped by the reader who leaves.
            observations.query(filter, timeline);
            return Response.ok((StreamingOutput) out -> rows.accept(row -> writeLine(row, out)), LINES)
                    .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"%s.ndjson\"".formatted(NAME))
                    .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                    .build();
        }
        return lists.of(request, page, new ListFile<>(NAME, ObservationCells.TABLE, rows));
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

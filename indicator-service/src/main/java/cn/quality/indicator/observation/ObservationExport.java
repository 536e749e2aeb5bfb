package cn.quality.indicator.observation;

import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import cn.quality.platform.tabular.CsvTable;
import cn.quality.platform.tabular.Download;
import cn.quality.platform.tabular.ListFile;
import cn.quality.platform.tabular.ListResponses;
import cn.quality.platform.tabular.TableRows;
import cn.quality.platform.tabular.XlsxTable;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpServerResponse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.Variant;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedChannelException;
import java.util.List;
import java.util.concurrent.Semaphore;
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

    /** Each holds a connection for as long as its reader takes. */
    private static final int AT_ONCE = 4;

    private final Semaphore free = new Semaphore(AT_ONCE);
    private final ObservationService observations;
    private final ObservationCopy copy;
    private final ListResponses lists;
    private final ObjectMapper json;
    private final CurrentVertxRequest exchange;

    ObservationExport(
            ObservationService observations,
            ObservationCopy copy,
            ListResponses lists,
            ObjectMapper json,
            CurrentVertxRequest exchange) {
        this.exchange = exchange;
        this.json = json;
        this.observations = observations;
        this.copy = copy;
        this.lists = lists;
    }

    /** @throws Problem 400 for moments that are none, before anything is sent */
    Response answer(Request request, ObservationFilter filter, Timeline timeline, Supplier<Response> page) {
        var form = ListResponses.form(request, FORMS);
        var query = observations.query(filter, timeline);
        Consumer<Consumer<? super ObservationView>> rows = each -> observations.export(query, each);
        if (form.equals(XLSX)) {
            return Download.of(
                            TableRows.XLSX,
                            NAME + ".xlsx",
                            out -> write(out, to -> XlsxTable.write(to, "指标数据", ObservationCells.TABLE, rows)))
                    .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                    .build();
        }
        if (form.equals(CSV)) {
            return file(CSV.withCharset("UTF-8"), "csv", out -> copy.write(query, out));
        }
        if (form.equals(LINES)) {
            // As it is read: what would be a file first could not be stopped by the reader who leaves.
            return file(LINES, "ndjson", out -> rows.accept(row -> writeLine(row, out)));
        }
        return lists.of(request, page, new ListFile<>(NAME, ObservationCells.TABLE, rows));
    }

    private Response file(MediaType type, String extension, StreamingOutput content) {
        var response = exchange.getCurrent().response();
        return Response.ok((StreamingOutput) out -> write(new Connected(out, response), content), type)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"%s.%s\"".formatted(NAME, extension))
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .build();
    }

    /** @throws Problem 503 {@code unavailable} while as many others are being written as may be */
    private void write(OutputStream out, StreamingOutput content) throws IOException {
        if (!free.tryAcquire()) {
            throw new Problem(
                            ProblemTypes.UNAVAILABLE,
                            new Text("导出较多，请稍后再试", "Many exports are running; try again soon"))
                    .retryAfter(5);
        }
        try {
            content.write(out);
        } finally {
            free.release();
        }
    }

    private void writeLine(Object row, OutputStream out) {
        try {
            out.write(json.writeValueAsBytes(row));
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A connection that its reader has closed swallows what is written, and a statement would run on for nobody. */
    private static final class Connected extends FilterOutputStream {

        private final HttpServerResponse response;

        Connected(OutputStream out, HttpServerResponse response) {
            super(out);
            this.response = response;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            if (response.closed()) {
                throw new ClosedChannelException();
            }
            out.write(bytes, offset, length);
        }
    }
}

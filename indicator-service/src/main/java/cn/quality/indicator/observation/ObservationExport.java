package cn.quality.indicator.observation;

import cn.quality.platform.problem.Problem;
import cn.quality.platform.tabular.CsvTable;
import cn.quality.platform.tabular.Download;
import cn.quality.platform.tabular.ListFile;
import cn.quality.platform.tabular.ListResponses;
import cn.quality.platform.tabular.TableRows;
import cn.quality.platform.tabular.XlsxTable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Observations in the form the client accepts: a page as JSON, or all of them as CSV, NDJSON or XLSX. */
@ApplicationScoped
class ObservationExport {

    private static final String NAME = "observations";
    private static final MediaType XLSX = MediaType.valueOf(TableRows.XLSX);

    /** The first is answered to a client who accepts anything. */
    private static final List<Variant> FORMS = Variant.mediaTypes(
                    MediaType.APPLICATION_JSON_TYPE,
                    MediaType.valueOf(CsvTable.MEDIA_TYPE),
                    MediaType.valueOf(ListResponses.NDJSON),
                    XLSX)
            .build();

    private final ObservationService observations;
    private final ListResponses lists;

    ObservationExport(ObservationService observations, ListResponses lists) {
        this.observations = observations;
        this.lists = lists;
    }

    /** @throws Problem 400 for moments that are none, before anything is sent */
    Response answer(Request request, ObservationFilter filter, Timeline timeline, Supplier<Response> page) {
        Consumer<Consumer<? super ObservationView>> rows = each -> observations.forEach(filter, timeline, each);
        return ListResponses.form(request, FORMS).equals(XLSX)
                ? Download.of(
                                TableRows.XLSX,
                                NAME + ".xlsx",
                                out -> XlsxTable.write(out, "指标数据", ObservationCells.TABLE, rows))
                        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                        .build()
                : lists.of(request, page, new ListFile<>(NAME, ObservationCells.TABLE, rows));
    }
}

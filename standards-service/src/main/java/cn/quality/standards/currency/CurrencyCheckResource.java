package cn.quality.standards.currency;

import cn.quality.platform.identity.Caller;
import cn.quality.platform.tabular.CsvTable;
import cn.quality.platform.tabular.Download;
import cn.quality.platform.tabular.ListResponses;
import cn.quality.platform.tabular.TableRows;
import cn.quality.platform.tabular.XlsxTable;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.Variant;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Currency checks over HTTP. What is under a receipt is for whoever has its address, and in no shared cache. */
@Path("currency-checks")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "currency")
class CurrencyCheckResource {

    private static final String PDF = "application/pdf";
    private static final String NOT_SHARED = "no-store";

    /** The first is answered to a client who accepts anything. */
    private static final List<Variant> RESULTS = Variant.mediaTypes(
                    MediaType.valueOf(ListResponses.NDJSON),
                    MediaType.valueOf(CsvTable.MEDIA_TYPE).withCharset("UTF-8"),
                    MediaType.valueOf(TableRows.XLSX))
            .build();

    private final CurrencyCheckService service;
    private final CurrencyWorkers workers;
    private final CurrencyConfig config;
    private final Rows rows;
    private final Caller caller;

    CurrencyCheckResource(
            CurrencyCheckService service, CurrencyWorkers workers, CurrencyConfig config, Rows rows, Caller caller) {
        this.service = service;
        this.workers = workers;
        this.config = config;
        this.rows = rows;
        this.caller = caller;
    }

    @POST
    @Consumes({MediaType.TEXT_PLAIN, CsvTable.MEDIA_TYPE, TableRows.XLSX})
    @APIResponseSchema(CurrencyCheckView.class)
    public Response submitCurrencyCheck(
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Parameter(hidden = true) MediaType type,
            InputStream body)
            throws IOException {
        int most = caller.anonymous() ? config.mostNumbersForAnybody() : config.mostNumbers();
        var list = Submission.read(body, TableRows.Format.of(type), most, rows);
        var client = caller.anonymous() ? Optional.<String>empty() : Optional.of(caller.id());
        var id = service.submit(client, Optional.ofNullable(key), list);
        workers.wake();
        return Response.accepted(service.view(service.find(id)))
                .location(UriBuilder.fromPath("currency-checks/{id}").build(id.toString()))
                .header(HttpHeaders.CACHE_CONTROL, NOT_SHARED)
                .build();
    }

    @GET
    @Path("template")
    @Produces(TableRows.XLSX)
    public Response getCurrencyCheckTemplate() {
        return Download.of(
                        TableRows.XLSX,
                        "currency-check.xlsx",
                        out -> XlsxTable.writeTemplate(out, "标准查新", NumberList.COLUMNS, NumberList.EXAMPLE))
                .build();
    }

    @GET
    @Path("{id}")
    @APIResponseSchema(CurrencyCheckView.class)
    public Response getCurrencyCheck(@PathParam("id") UUID id) {
        return Response.ok(service.view(service.find(id)))
                .header(HttpHeaders.CACHE_CONTROL, NOT_SHARED)
                .build();
    }

    @GET
    @Path("{id}/result")
    @Produces({ListResponses.NDJSON, CsvTable.MEDIA_TYPE, TableRows.XLSX})
    @APIResponseSchema(CheckedNumber.class)
    public Response getCurrencyCheckResult(@PathParam("id") UUID id, @Context Request request) {
        var check = service.requireResult(id);
        var form = ListResponses.form(request, RESULTS);
        var name = "currency-check-" + check.certificate();
        var answer =
                switch (form.getSubtype()) {
                    case "csv" ->
                        Download.of(
                                form.toString(),
                                name + ".csv",
                                out -> CheckedNumber.TABLE.write(out, reader -> service.tell(check, reader)));
                    case "x-ndjson" ->
                        Download.of(form.toString(), name + ".ndjson", out -> service.writeLines(check, out));
                    default ->
                        Download.of(
                                form.toString(),
                                name + ".xlsx",
                                out -> XlsxTable.write(
                                        out, "查新结果", CheckedNumber.TABLE, reader -> service.tell(check, reader)));
                };
        return answer.header(HttpHeaders.CACHE_CONTROL, NOT_SHARED)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .build();
    }

    @GET
    @Path("{id}/certificate")
    @Produces(PDF)
    public Response getCurrencyCertificatePdf(@PathParam("id") UUID id) throws IOException {
        var pdf = service.certificate(id);
        StreamingOutput content = out -> service.writeCertificate(pdf, out);
        return Response.ok(content, PDF)
                .header(HttpHeaders.CONTENT_LENGTH, pdf.length())
                .header(HttpHeaders.CACHE_CONTROL, NOT_SHARED)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "inline; filename=\"" + service.find(id).certificate() + ".pdf\"")
                .build();
    }
}

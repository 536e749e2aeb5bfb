package cn.quality.credit.screening;

import cn.quality.credit.Roles;
import cn.quality.credit.batch.BatchImport;
import cn.quality.platform.http.StrictJson;
import cn.quality.platform.identity.Caller;
import cn.quality.platform.paging.Page;
import cn.quality.platform.paging.PageRequest;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import cn.quality.platform.tabular.CsvTable;
import cn.quality.platform.tabular.Download;
import cn.quality.platform.tabular.ListResponses;
import cn.quality.platform.tabular.TableRows;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
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
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Screening of large files over HTTP. */
@Path("screening-jobs")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "screenings", description = "批量核查 (screening for other systems)")
class ScreeningJobResource {

    private final ScreeningJobService service;
    private final ScreeningWorkers workers;
    private final ScreeningConfig config;
    private final RowCodec codec;
    private final ObjectMapper json;
    private final StrictJson strictJson;
    private final Caller caller;

    ScreeningJobResource(
            ScreeningJobService service,
            ScreeningWorkers workers,
            ScreeningConfig config,
            RowCodec codec,
            ObjectMapper json,
            StrictJson strictJson,
            Caller caller) {
        this.service = service;
        this.workers = workers;
        this.config = config;
        this.codec = codec;
        this.json = json;
        this.strictJson = strictJson;
        this.caller = caller;
    }

    @POST
    @Consumes({BatchImport.NDJSON, BatchImport.CSV, BatchImport.XLSX})
    @RolesAllowed(Roles.SCREENING_CLIENT)
    @APIResponseSchema(ScreeningJobView.class)
    public Response submit(
            @QueryParam("purpose") @NotBlank @Size(max = 200) String purpose,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Parameter(hidden = true) MediaType type,
            @HeaderParam(HttpHeaders.CONTENT_ENCODING) @Parameter(hidden = true) @Nullable String encoding,
            InputStream body)
            throws IOException {
        var table = TableRows.Format.of(type);
        Upload.Format format =
                in -> table.isPresent() ? SubjectFile.table(table.get(), in) : SubjectFile.ndjson(in, strictJson);
        var content = BatchImport.unpacked(body, encoding);
        try (var upload = Upload.read(content, format, config.maxRows(), codec)) {
            var id = service.submit(purpose, Optional.ofNullable(key), upload);
            workers.wake();
            return Response.accepted(own(id))
                    .location(UriBuilder.fromPath("screening-jobs/{id}").build(id.toString()))
                    .build();
        }
    }

    @GET
    @RolesAllowed({Roles.SCREENING_CLIENT, Roles.AUDITOR})
    public Page<ScreeningJobView> jobs(@Valid @BeanParam PageRequest page) {
        return service.newest(caller.has(Roles.AUDITOR) ? Optional.empty() : Optional.of(caller.id()), page);
    }

    @GET
    @Path("template")
    @PermitAll
    @Produces(TableRows.XLSX)
    public Response template() {
        return Download.of(TableRows.XLSX, "screening.xlsx", SubjectTemplate::write)
                .build();
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Roles.SCREENING_CLIENT, Roles.AUDITOR})
    public ScreeningJobView job(@PathParam("id") UUID id) {
        return caller.has(Roles.AUDITOR) ? service.find(id).orElseThrow(() -> unknown(id)) : own(id);
    }

    @GET
    @Path("{id}/result")
    @RolesAllowed(Roles.SCREENING_CLIENT)
    @Produces({BatchImport.NDJSON, CsvTable.MEDIA_TYPE})
    @APIResponseSchema(JobResult.class)
    public Response result(@PathParam("id") UUID id, @Context Request request) {
        var job = service.requireResult(own(id));
        var offered = Variant.mediaTypes(MediaType.valueOf(BatchImport.NDJSON), MediaType.valueOf(CsvTable.MEDIA_TYPE))
                .build();
        var chosen = ListResponses.form(request, offered);
        boolean csv = chosen.getSubtype().equals("csv");
        StreamingOutput rows = csv
                ? out -> ResultTable.write(out, reader -> service.tell(job, reader))
                : out -> service.tell(job, row -> line(out, row));
        return Response.ok(rows, csv ? chosen.withCharset("utf-8") : chosen)
                .header("List-Version", job.listVersion())
                .header("List-As-Of", String.valueOf(job.finishedAt()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"screening-%s.%s\"".formatted(id, csv ? "csv" : "ndjson"))
                .build();
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed(Roles.SCREENING_CLIENT)
    public void forget(@PathParam("id") UUID id) {
        if (!service.forget(id)) {
            throw unknown(id);
        }
    }

    private ScreeningJobView own(UUID id) {
        return service.find(id).filter(job -> job.client().equals(caller.id())).orElseThrow(() -> unknown(id));
    }

    private static Problem unknown(UUID id) {
        return new Problem(ProblemTypes.NOT_FOUND, Text.of("没有编号为 %s 的任务", "There is no job %s", id));
    }

    private void line(OutputStream out, JobResult row) {
        try {
            out.write(json.writeValueAsBytes(row));
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

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
import com.fasterxml.jackson.databind.ObjectMapper;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
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
    @Consumes({BatchImport.NDJSON, CsvTable.MEDIA_TYPE})
    @RolesAllowed(Roles.SCREENING_CLIENT)
    @Operation(
            summary = "提交核查任务 (submit a file for screening)",
            description = "至多1,000,000行，NDJSON 或 CSV（UTF-8，首行为表头），列为 ref、uscc、name、region，每行至少给出代码或名称。"
                    + "无法使用的行按行号指明，其余照常核查。同一 Idempotency-Key 重复提交得到同一任务。每个客户端未完成的任务有上限。"
                    + "(Up to 1,000,000 rows, NDJSON or CSV in UTF-8 with a header: ref, uscc, name, region; each gives a code "
                    + "or a name. Rows that cannot be used are told by number, the others are screened. The same "
                    + "Idempotency-Key gets the same job. A client can have only so many unfinished jobs.)")
    @RequestBody(
            required = true,
            content = {
                @Content(
                        mediaType = BatchImport.NDJSON,
                        schema = @Schema(implementation = ScreeningRequest.Subject.class),
                        examples =
                                @ExampleObject(
                                        name = "lines",
                                        value =
                                                "{\"ref\":\"V-0001\",\"uscc\":\"91371199MA3RH00187\"}\n"
                                                        + "{\"ref\":\"V-0002\",\"name\":\"日照示例海洋食品有限责任公司\",\"region\":\"371102\"}\n")),
                @Content(
                        mediaType = CsvTable.MEDIA_TYPE,
                        schema = @Schema(type = SchemaType.STRING),
                        examples =
                                @ExampleObject(
                                        name = "table",
                                        value = "ref,uscc,name,region\nV-0001,91371199MA3RH00187,,\n"
                                                + "V-0002,,日照示例海洋食品有限责任公司,371102\n"))
            })
    @APIResponse(
            responseCode = "202",
            description = "已受理；Location 为任务 (taken in; Location is the job)",
            content = @Content(schema = @Schema(implementation = ScreeningJobView.class)))
    @APIResponse(
            responseCode = "400",
            description = "invalid-argument: 缺少用途 (no purpose)；csv-header: 表头不符 (a wrong header)；malformed-csv")
    @APIResponse(
            responseCode = "409",
            description = "idempotency-key-reused: 同一键已用于另一文件 (another file came under this key)")
    @APIResponse(responseCode = "413", description = "too-many-subjects: 超过行数上限 (too many rows)；payload-too-large")
    @APIResponse(responseCode = "422", description = "no-subjects: 文件中没有核查对象 (an empty file)")
    @APIResponse(responseCode = "429", description = "too-many-jobs: 未完成的任务过多 (too many unfinished jobs)")
    public Response submit(
            @QueryParam("purpose")
                    @Parameter(description = "用途，留存于回执 (what for)", example = "供应商年度审查")
                    @NotBlank
                    @Size(max = 200)
                    String purpose,
            @HeaderParam("Idempotency-Key") @Parameter(description = "幂等键 (idempotency key)") @Nullable String key,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Parameter(hidden = true) MediaType type,
            InputStream body)
            throws IOException {
        boolean csv = type.isCompatible(MediaType.valueOf(CsvTable.MEDIA_TYPE));
        Upload.Format format = csv ? SubjectFile::csv : in -> SubjectFile.ndjson(in, strictJson);
        try (var upload = Upload.read(body, format, config.maxRows(), codec)) {
            var id = service.submit(purpose, Optional.ofNullable(key), upload);
            workers.wake();
            return Response.accepted(own(id))
                    .location(UriBuilder.fromPath("screening-jobs/{id}").build(id.toString()))
                    .build();
        }
    }

    @GET
    @RolesAllowed({Roles.SCREENING_CLIENT, Roles.AUDITOR})
    @Operation(
            summary = "核查任务清单 (jobs, newest first)",
            description =
                    "本客户端的全部任务；审计人员可见所有客户端的任务。只含回执与进度，不含核查对象。"
                            + "(All jobs of the client; auditors see everybody's. Receipts and progress only, nothing of the subjects.)")
    public Page<ScreeningJobView> jobs(@Valid @BeanParam PageRequest page) {
        return service.newest(caller.has(Roles.AUDITOR) ? Optional.empty() : Optional.of(caller.id()), page);
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Roles.SCREENING_CLIENT, Roles.AUDITOR})
    @Operation(
            summary = "任务的回执与进度 (receipt and progress of a job)",
            description =
                    "何人、何时、因何用途、核查了多少行、依据哪一版名单；未完成时含进度与预计完成时刻。不含核查对象。本人或审计人员可见。"
                            + "(Who screened how many rows, when, what for, and against which version of the lists; before the end, "
                            + "progress and the moment it is expected. Nothing of the subjects. For whoever asked, and auditors.)")
    @APIResponse(
            responseCode = "200",
            description = "任务 (the job)",
            content = @Content(schema = @Schema(implementation = ScreeningJobView.class)))
    public ScreeningJobView job(@PathParam("id") UUID id) {
        return caller.has(Roles.AUDITOR) ? service.find(id).orElseThrow(() -> unknown(id)) : own(id);
    }

    @GET
    @Path("{id}/result")
    @RolesAllowed(Roles.SCREENING_CLIENT)
    @Produces({BatchImport.NDJSON, CsvTable.MEDIA_TYPE})
    @Operation(
            summary = "取核查结果 (result of a job)",
            description =
                    "按文件行序，NDJSON 或 CSV。以代码命中的为 CONFIRMED，列出条目；仅以名称命中的为 POSSIBLE，不列条目，须以统一社会信用代码确认。"
                            + "条目属于 List-Version 所指的同一版名单；此后已撤出、修复或期满的条目不再告知。理由各项分值之和即为得分。"
                            + "CSV 每个候选一行，以公式开头的单元格前加撇号。"
                            + "(In the order of the file, NDJSON or CSV. CONFIRMED by code, with the entries; POSSIBLE by name alone, "
                            + "without them: confirm with the code. Entries are those of the version in List-Version; what was "
                            + "withdrawn, repaired or has expired since is told no more. The points of the reasons add up to the "
                            + "score. CSV has a row per candidate; cells that begin like a formula get an apostrophe in front.)")
    @APIResponse(
            responseCode = "200",
            description = "结果 (the result)",
            headers = {
                @Header(
                        name = "List-Version",
                        description = "名单版本 (version of the lists)",
                        schema = @Schema(type = SchemaType.INTEGER)),
                @Header(
                        name = "List-As-Of",
                        description = "结果为真的时刻 (moment the result is true for)",
                        schema = @Schema(type = SchemaType.STRING, format = "date-time"))
            },
            content = {
                @Content(mediaType = BatchImport.NDJSON, schema = @Schema(implementation = JobResult.class)),
                @Content(mediaType = CsvTable.MEDIA_TYPE, schema = @Schema(type = SchemaType.STRING))
            })
    @APIResponse(responseCode = "409", description = "job-not-done: 任务未完成、失败或已取消 (unfinished, failed or cancelled)")
    @APIResponse(responseCode = "410", description = "result-gone: 结果已删除，仅存回执 (deleted; only the receipt is kept)")
    public Response result(@PathParam("id") UUID id, @Context Request request) {
        var job = service.requireResult(own(id));
        var offered = Variant.mediaTypes(MediaType.valueOf(BatchImport.NDJSON), MediaType.valueOf(CsvTable.MEDIA_TYPE))
                .build();
        var chosen = request.selectVariant(offered).getMediaType();
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
    @Operation(
            summary = "取消任务或删除结果 (cancel a job, or delete its result)",
            description = "未完成的任务即行取消；已完成的任务删除其结果。核查对象随之删除，仅存回执。重复请求结果相同。"
                    + "(An unfinished job is cancelled, the result of a finished one deleted; the subjects go with it, and "
                    + "only the receipt stays. Again, the same.)")
    @APIResponse(responseCode = "204", description = "已取消或已删除 (done)")
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

package cn.quality.credit.archive;

import cn.quality.credit.Roles;
import cn.quality.credit.batch.BatchImport;
import cn.quality.credit.batch.BatchLine;
import cn.quality.credit.batch.BatchRequest;
import cn.quality.credit.batch.BatchService;
import cn.quality.credit.batch.BatchView;
import cn.quality.credit.batch.UniqueViolationRetry;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Filing of records by departments. */
@Path("records")
@RolesAllowed(Roles.DATA_PROVIDER)
@Tag(name = "records", description = "质量信用档案 (the quality credit archive)")
class RecordResource {

    private static final String BATCH = "records";

    private final ArchiveService service;
    private final BatchImport intake;
    private final BatchService batches;

    RecordResource(ArchiveService service, BatchImport intake, BatchService batches) {
        this.service = service;
        this.intake = intake;
        this.batches = batches;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "报送一条档案记录 (file a record)",
            description = "只能报送本部门的记录。同一来源记录再次报送时返回首次结果。简易程序处罚、轻微且已自行纠正的违法行为不得入档。"
                    + "(Records of one's own department only. The same source record again gets the first result. Penalties by "
                    + "summary procedure, and minor breaches that were corrected unasked, must not be filed.)")
    @APIResponse(
            responseCode = "201",
            description = "已入档 (filed)",
            content = @Content(schema = @Schema(implementation = RecordView.class)))
    @APIResponse(
            responseCode = "200",
            description = "该来源记录此前已入档，返回首次结果 (known source record: the first result)",
            content = @Content(schema = @Schema(implementation = RecordView.class)))
    @APIResponse(
            responseCode = "422",
            description = "unknown-enterprise: 企业未登记 (the enterprise is not registered)；"
                    + "must-not-enter: 依法不得入档 (by law not to be filed)；banned-data: 禁止采集的信息 (not to be collected)；"
                    + "personal-data: 含个人信息 (personal data in it)；unsuitable-date: 日期晚于今天 (after today)")
    public Response file(@Valid @NotNull NewRecord record) {
        var outcome =
                UniqueViolationRetry.run(() -> service.file(List.of(record))).getFirst();
        return Response.status(outcome.isNew() ? Response.Status.CREATED : Response.Status.OK)
                .entity(service.view(outcome.id()))
                .build();
    }

    @POST
    @Path("{id}/corrections")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "更正或作废一条记录 (correct or void a record)",
            description =
                    "更正是另一条记录，原记录保留而不再生效；只能更正链上的最新记录，且只能由报送该记录的部门更正。作废(如原决定被撤销)后，该记录不再计入任何公开结果。" + "更正本身的来源编号即幂等键。"
                            + "(A correction is another record; the first is kept and no longer stands. Only the last of the chain can "
                            + "be corrected, and only by the department that filed it. A void record, as when its decision was "
                            + "annulled, counts in no public answer. The correction's own source number is its idempotency key.)")
    @APIResponse(
            responseCode = "201",
            description = "已更正或作废 (corrected, or voided)",
            content = @Content(schema = @Schema(implementation = RecordChain.class)))
    @APIResponse(
            responseCode = "200",
            description = "该更正此前已收到，返回其结果 (known correction)",
            content = @Content(schema = @Schema(implementation = RecordChain.class)))
    @APIResponse(
            responseCode = "403",
            description = "foreign-record: 由其他部门报送 (filed by another department)；foreign-department；foreign-region")
    @APIResponse(
            responseCode = "409",
            description = "superseded: 已被更正 (corrected before)；record-void: 已作废 (void)；"
                    + "source-record-used: 来源编号已用 (the source number is taken)")
    @APIResponse(responseCode = "422", description = "must-not-enter；banned-data；personal-data；unsuitable-date")
    public Response correct(
            @PathParam("id") @Parameter(description = "记录标识，链上最新的一条 (the last record of its chain)") UUID id,
            @Valid @NotNull NewCorrection correction) {
        var outcome = UniqueViolationRetry.run(() -> service.correct(id, correction));
        return Response.status(outcome.isNew() ? Response.Status.CREATED : Response.Status.OK)
                .entity(service.chain(outcome.id()))
                .build();
    }

    @GET
    @Path("{id}")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.DATA_PROVIDER, Roles.ADMINISTRATOR, Roles.AUDITOR})
    @Operation(
            summary = "查询一条记录及其更正 (a record and its corrections)",
            description = "报送部门可查本部门的记录，审计员可查全部。链上任何一条记录的标识均可。"
                    + "(Departments read their own records, auditors all. The id of any record of the chain will do.)")
    @APIResponse(
            responseCode = "200",
            description = "更正链 (the chain)",
            content = @Content(schema = @Schema(implementation = RecordChain.class)))
    @APIResponse(
            responseCode = "403",
            description = "foreign-department: 其他部门的记录 (another department's record)；foreign-region")
    public RecordChain chain(@PathParam("id") @Parameter(description = "记录标识 (record id)") UUID id) {
        return service.chain(id);
    }

    @POST
    @Path("batch")
    @Consumes({BatchImport.NDJSON, BatchImport.CSV})
    @Produces(BatchImport.NDJSON)
    @Operation(
            summary = "批量报送档案记录 (file many records)",
            description = "每行一条记录，至多 200000 行，逐行返回结果；有误的行注明行号、原因和条款，其余照常处理。NDJSON 每行一个 NewRecord;"
                    + "CSV 首行为列名，details.* 列随类别而定，数组以分号分隔。可用 Content-Encoding: gzip。"
                    + "表头有误、内容无法解压、解压后过大等使整个文件不可用的问题，在尚未入档任何记录时以 4xx 答复，此后作为最后一行答复，其后的行不再读取。"
                    + "不带幂等键时，中断后整批重发即可，已入档的返回 DUPLICATE。"
                    + "(One record a line, up to 200000 lines, and one answer per line; a bad line is told its number, the "
                    + "reason and the clause, the others are handled. NDJSON: a NewRecord per line. CSV: a header, details.* "
                    + "as the kind has them, lists separated by semicolons. Content-Encoding: gzip is understood. What spoils "
                    + "the whole file, such as a bad header, broken compression or too much content, gets a 4xx before "
                    + "anything is filed; later it is the last line of the answer, and no more is read. After a cut without a "
                    + "key, send everything again: what is on file gets DUPLICATE.)")
    @RequestBody(
            content = {
                @Content(mediaType = BatchImport.NDJSON, schema = @Schema(implementation = NewRecord.class)),
                @Content(
                        mediaType = BatchImport.CSV,
                        schema = @Schema(type = SchemaType.STRING),
                        example =
                                "uscc,kind,title,occurredOn,disclosure,source.department,source.recordNumber,details.product,details.result\n"
                                        + "91371199MA3RH00187,SAMPLING_RESULT,监督抽查,2026-03-02,PUBLIC,日照市市场监督管理局,RZ-1,示例产品,合格")
            })
    @APIResponse(
            responseCode = "200",
            description = "逐行结果 (one answer per line)",
            headers =
                    @Header(
                            name = "Location",
                            description = "带幂等键时，批次的进度 (progress of a batch with a key)",
                            schema = @Schema(type = SchemaType.STRING)),
            content = @Content(mediaType = BatchImport.NDJSON, schema = @Schema(implementation = BatchLine.class)))
    @APIResponse(
            responseCode = "409",
            description = "idempotency-key-reused: 该键已用于另一文件 (another file came under this key)")
    @APIResponse(
            responseCode = "413",
            description = "payload-too-large: 解压后过大或一格过长 (too large when unpacked, or too long a cell)；"
                    + "too-many-lines: atomic 批次超过行数上限 (too many lines for an atomic batch)")
    public Response fileAll(InputStream body, @Valid @BeanParam BatchRequest batch, @Context HttpHeaders headers) {
        return intake.answer(BATCH, RecordCells.FORM, service::file, body, batch, headers);
    }

    @GET
    @Path("batches/{id}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "查询批次的进度 (how far a batch got)",
            description = "只能查询自己以 Idempotency-Key 报送的批次。(Only batches one sent oneself, under an Idempotency-Key.)")
    @APIResponse(
            responseCode = "200",
            description = "进度与各类结果的行数 (progress and counts)",
            content = @Content(schema = @Schema(implementation = BatchView.class)))
    public BatchView batch(@PathParam("id") @Parameter(description = "批次标识 (batch id)") UUID id) {
        return batches.view(BATCH, id);
    }
}

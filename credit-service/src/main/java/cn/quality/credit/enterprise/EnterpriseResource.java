package cn.quality.credit.enterprise;

import cn.quality.credit.Roles;
import cn.quality.credit.batch.BatchForm;
import cn.quality.credit.batch.BatchImport;
import cn.quality.credit.batch.BatchLine;
import cn.quality.credit.batch.BatchRequest;
import cn.quality.credit.batch.BatchService;
import cn.quality.credit.batch.BatchView;
import cn.quality.credit.batch.ItemResult;
import cn.quality.credit.batch.UniqueViolationRetry;
import cn.quality.platform.http.CacheableResponses;
import cn.quality.platform.http.Preconditions;
import cn.quality.platform.identifiers.UnifiedSocialCreditCode;
import cn.quality.platform.identity.Caller;
import cn.quality.platform.paging.PageRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
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
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Enterprises as departments report them: registered, renamed, moved, amended, closed. */
@Path("enterprises")
@Tag(name = "enterprises", description = "企业登记与公众查询 (enterprises: registration and public lookup)")
class EnterpriseResource {

    private static final String BATCH = "enterprises";

    private static final Set<String> REQUIRED =
            Set.of("uscc", "name", "region", "subjectType", "source.department", "source.recordNumber");

    private static final BatchForm<NewEnterprise> CELLS = new BatchForm<>(
            NewEnterprise.class,
            Stream.concat(
                            REQUIRED.stream(),
                            Stream.of("parent", "industry", "fields", "registeredOn", "address", "fictional"))
                    .collect(Collectors.toUnmodifiableSet()),
            REQUIRED,
            cells -> BatchForm.fields(cells, Set.of("fields")));

    private final EnterpriseService service;
    private final BatchImport intake;
    private final BatchService batches;
    private final CacheableResponses answers;
    private final Caller caller;

    EnterpriseResource(
            EnterpriseService service,
            BatchImport intake,
            BatchService batches,
            CacheableResponses answers,
            Caller caller) {
        this.service = service;
        this.intake = intake;
        this.batches = batches;
        this.answers = answers;
        this.caller = caller;
    }

    /** For the API description only: it cannot read the element type off a {@link Response}. */
    @Schema(name = "BranchPage")
    interface BranchPage {
        List<Branch> getItems();

        @Nullable
        String getNext();
    }

    @POST
    @RolesAllowed({Roles.DATA_PROVIDER, Roles.ADMINISTRATOR})
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "登记企业 (register an enterprise)",
            description = "同一来源记录再次报送时返回首次结果，不会重复登记。区划是企业现在的管辖地，与代码中的区划无关。"
                    + "分支机构可注明所属企业，所属企业须先登记；所属企业在外地而未登记的，可以省略。行业代码据现行《国民经济行业分类》核对到大类。"
                    + "(The same source record again gets the first result and registers nothing twice. The region is the one "
                    + "competent today, whatever the code says. A branch may name its parent, which has to be registered "
                    + "first, or may be left out if it lies elsewhere. The industry is checked against the classification in "
                    + "force, down to the division.)")
    @APIResponse(
            responseCode = "201",
            description = "已登记 (registered)",
            headers = @Header(name = "ETag", schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = EnterpriseView.class)))
    @APIResponse(
            responseCode = "200",
            description = "该来源记录此前已登记，返回首次结果 (known source record: the first result)",
            headers = @Header(name = "ETag", schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = EnterpriseView.class)))
    @APIResponse(
            responseCode = "409",
            description = "already-registered: 该代码已由另一来源登记 (the code is registered from another source)")
    @APIResponse(
            responseCode = "422",
            description = "unknown-region: 区划未登记 (the region is not registered)；"
                    + "unknown-industry: 行业代码不在目录中 (not in the classification)；"
                    + "unsuitable-parent: 所属企业不合要求 (cannot be its parent)")
    public Response register(@Valid @NotNull NewEnterprise enterprise) {
        var outcome = UniqueViolationRetry.run(() -> service.register(List.of(enterprise)))
                .getFirst();
        var filed = service.view(outcome.id());
        var location = UriBuilder.fromPath("enterprises/{uscc}")
                .build(filed.enterprise().uscc());
        return (outcome.isNew() ? Response.created(location) : Response.ok().location(location))
                .tag(Preconditions.etag(filed.version()))
                .entity(filed.enterprise())
                .build();
    }

    @POST
    @Path("{uscc}/names")
    @RolesAllowed({Roles.DATA_PROVIDER, Roles.ADMINISTRATOR})
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "变更企业名称 (rename an enterprise)",
            description = "原名称作为曾用名连同起止日期保留，仍可据以查到企业。同一来源记录再次报送、或名称并无变化时，不作任何变更。"
                    + "If-Match 可以省略；一旦给出则必须与登记或上一次变更返回的 ETag 一致。"
                    + "(The name becomes a former name, kept with its first and last day, and still finds the enterprise. The "
                    + "same source record again, or the same name, change nothing. If-Match may be left out; if given it has "
                    + "to be the ETag of the registration or of the last change.)")
    @APIResponse(
            responseCode = "201",
            description = "名称已变更 (renamed)",
            headers = @Header(name = "ETag", schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = EnterpriseHistory.class)))
    @APIResponse(
            responseCode = "200",
            description = "来源记录已报送过，或名称相同，未作变更 (nothing was to change)",
            headers = @Header(name = "ETag", schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = EnterpriseHistory.class)))
    @APIResponse(
            responseCode = "409",
            description = "enterprise-closed: 企业已注销 (the enterprise is closed)；"
                    + "source-record-used: 来源记录已用于另一企业 (the source record is another enterprise's)")
    @APIResponse(
            responseCode = "422",
            description =
                    "unsuitable-date: 日期晚于今天，或早于登记或上一次变更 (after today, or before the registration or the last change)")
    public Response rename(
            @PathParam("uscc")
                    @Parameter(description = "统一社会信用代码 (Unified Social Credit Code)", example = "91371199MA3RH00187")
                    String uscc,
            @Valid @NotNull NewName change,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        var code = UnifiedSocialCreditCode.parse(uscc);
        return changed(UniqueViolationRetry.run(() -> service.rename(code, change, ifMatch)));
    }

    @POST
    @Path("{uscc}/regions")
    @RolesAllowed({Roles.DATA_PROVIDER, Roles.ADMINISTRATOR})
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "企业迁移 (move an enterprise to another region)",
            description = "原区划连同起止日期保留。报送单位的管辖须同时包括迁出地与迁入地：县区之间的迁移由市级部门报送。同一来源记录再次报送、或区划并无变化时，不作任何变更。"
                    + "If-Match 可以省略；一旦给出则必须与登记或上一次变更返回的 ETag 一致。"
                    + "(The region is kept with its first and last day. The sender has to be competent for both regions: moves "
                    + "between districts are reported by the city. The same source record again, or the same region, change "
                    + "nothing. If-Match may be left out; if given it has to be the ETag of the registration or of the last "
                    + "change.)")
    @APIResponse(
            responseCode = "201",
            description = "已迁移 (moved)",
            headers = @Header(name = "ETag", schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = EnterpriseHistory.class)))
    @APIResponse(
            responseCode = "200",
            description = "来源记录已报送过，或并无变化，未作变更 (nothing was to change)",
            headers = @Header(name = "ETag", schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = EnterpriseHistory.class)))
    @APIResponse(
            responseCode = "409",
            description = "enterprise-closed: 企业已注销 (the enterprise is closed)；"
                    + "source-record-used: 来源记录已用于另一企业 (the source record is another enterprise's)")
    @APIResponse(
            responseCode = "422",
            description = "unknown-region: 区划未登记 (the region is not registered)；"
                    + "unsuitable-date: 日期晚于今天，或早于登记或上一次迁移 (after today, or before the registration or the last move)")
    public Response relocate(
            @PathParam("uscc")
                    @Parameter(description = "统一社会信用代码 (Unified Social Credit Code)", example = "91371199MA3RH00187")
                    String uscc,
            @Valid @NotNull NewRegion move,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        var code = UnifiedSocialCreditCode.parse(uscc);
        return changed(UniqueViolationRetry.run(() -> service.relocate(code, move, ifMatch)));
    }

    @POST
    @Path("{uscc}/amendments")
    @RolesAllowed({Roles.DATA_PROVIDER, Roles.ADMINISTRATOR})
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "变更登记事项 (amend industry, fields, address or parent)",
            description = "只变更给出的事项，其余不变；原事项连同变更日保留。行业代码据现行《国民经济行业分类》核对到大类。同一来源记录再次报送、或事项并无变化时，不作任何变更。"
                    + "If-Match 可以省略；一旦给出则必须与登记或上一次变更返回的 ETag 一致。"
                    + "(Only what is given changes; what was before is kept with the day of the change. The industry is "
                    + "checked against the classification in force, down to the division. The same source record again, or the "
                    + "same particulars, change nothing. If-Match may be left out; if given it has to be the ETag of the "
                    + "registration or of the last change.)")
    @APIResponse(
            responseCode = "201",
            description = "已变更 (amended)",
            headers = @Header(name = "ETag", schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = EnterpriseHistory.class)))
    @APIResponse(
            responseCode = "200",
            description = "来源记录已报送过，或并无变化，未作变更 (nothing was to change)",
            headers = @Header(name = "ETag", schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = EnterpriseHistory.class)))
    @APIResponse(
            responseCode = "409",
            description = "enterprise-closed: 企业已注销 (the enterprise is closed)；"
                    + "source-record-used: 来源记录已用于另一企业 (the source record is another enterprise's)")
    @APIResponse(
            responseCode = "422",
            description =
                    "unknown-industry: 行业代码不在目录中 (not in the classification)；"
                            + "unsuitable-parent: 所属企业不合要求 (cannot be its parent)；"
                            + "unsuitable-date: 日期晚于今天，或早于登记或上一次变更 (after today, or before the registration or the last change)")
    public Response amend(
            @PathParam("uscc")
                    @Parameter(description = "统一社会信用代码 (Unified Social Credit Code)", example = "91371199MA3RH00187")
                    String uscc,
            @Valid @NotNull NewAmendment change,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        var code = UnifiedSocialCreditCode.parse(uscc);
        return changed(UniqueViolationRetry.run(() -> service.amend(code, change, ifMatch)));
    }

    @GET
    @Path("{uscc}/history")
    @RolesAllowed({
        Roles.DATA_PROVIDER,
        Roles.ADMINISTRATOR,
        Roles.CASE_HANDLER,
        Roles.CASE_APPROVER,
        Roles.PUBLISHER,
        Roles.AUDITOR
    })
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "企业沿革 (what became of an enterprise)",
            description =
                    "曾用名、曾属区划、历次变更前的登记事项、所属企业及其是否存续、注销。返回的 ETag 可用于变更的 If-Match。" + "部门与经办机关只能查看本区划现辖的企业；管理员与审计人员不限。"
                            + "(Former names, former regions, particulars before each change, the parent and whether it still exists, "
                            + "and the closure. The ETag is for the If-Match of changes. Departments and authorities see the "
                            + "enterprises of their region; administrators and auditors see all.)")
    @APIResponse(
            responseCode = "200",
            description = "沿革 (the history)",
            headers = @Header(name = "ETag", schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = EnterpriseHistory.class)))
    public Response history(
            @PathParam("uscc")
                    @Parameter(description = "统一社会信用代码 (Unified Social Credit Code)", example = "91371199MA3RH00187")
                    String uscc) {
        var history = service.history(UnifiedSocialCreditCode.parse(uscc));
        if (!caller.has(Roles.AUDITOR) && !caller.has(Roles.ADMINISTRATOR)) {
            caller.requireRegion(history.region());
        }
        return Response.ok(history)
                .tag(Preconditions.etag(history.version()))
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .build();
    }

    @GET
    @Path("{uscc}/branches")
    @PermitAll
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "分支机构 (branches of an enterprise)",
            description = "按代码排序。分支机构有自己的代码、区划和信用档案；它的记录与条目不并入所属企业。"
                    + "(By code. A branch has a code, a region and an archive of its own; its records and entries are not its "
                    + "parent's.)")
    @APIResponse(
            responseCode = "200",
            description = "分支机构 (branches)",
            content = @Content(schema = @Schema(implementation = BranchPage.class)))
    public Response branches(
            @PathParam("uscc")
                    @Parameter(description = "统一社会信用代码 (Unified Social Credit Code)", example = "91371199MA3RH00187")
                    String uscc,
            @Valid @BeanParam PageRequest page) {
        return answers.of(service.branches(UnifiedSocialCreditCode.parse(uscc), page));
    }

    @POST
    @Path("{uscc}/closure")
    @RolesAllowed({Roles.DATA_PROVIDER, Roles.ADMINISTRATOR})
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "注销企业 (close an enterprise)",
            description = "注销后档案与名称仍可查询，登记事项不再变更；注销日之后发生的事实不再入档。再次报送时返回首次结果。If-Match 可以省略；一旦给出则必须与登记或上一次变更返回的 ETag 一致。"
                    + "(Archive and names can still be read, particulars change no more, and nothing that happened after the "
                    + "closure is filed. Told again, it gets the first result. If-Match may be left out; if given it has to be "
                    + "the ETag of the registration or of the last change.)")
    @APIResponse(
            responseCode = "201",
            description = "已注销 (closed)",
            headers = @Header(name = "ETag", schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = EnterpriseHistory.class)))
    @APIResponse(
            responseCode = "200",
            description = "此前已注销，返回首次结果 (closed before: the first result)",
            headers = @Header(name = "ETag", schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = EnterpriseHistory.class)))
    @APIResponse(
            responseCode = "422",
            description =
                    "unsuitable-date: 日期晚于今天，或早于登记或上一次变更 (after today, or before the registration or the last change)")
    public Response close(
            @PathParam("uscc")
                    @Parameter(description = "统一社会信用代码 (Unified Social Credit Code)", example = "91371199MA3RH00187")
                    String uscc,
            @Valid @NotNull NewClosure end,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        var code = UnifiedSocialCreditCode.parse(uscc);
        return changed(service.close(code, end, ifMatch));
    }

    private Response changed(ItemResult outcome) {
        var history = service.history(outcome.id());
        var location = UriBuilder.fromPath("enterprises/{uscc}").build(history.uscc());
        return (outcome.isNew() ? Response.created(location) : Response.ok().location(location))
                .tag(Preconditions.etag(history.version()))
                .entity(history)
                .build();
    }

    @POST
    @Path("batch")
    @RolesAllowed({Roles.DATA_PROVIDER, Roles.ADMINISTRATOR})
    @Consumes({BatchImport.NDJSON, BatchImport.CSV})
    @Produces(BatchImport.NDJSON)
    @Operation(
            summary = "批量登记企业 (register many enterprises)",
            description = "每行一个企业，至多 200000 行，逐行返回结果；有误的行注明原因，其余照常处理。NDJSON 每行一个 NewEnterprise;"
                    + "CSV 首行为列名，fields 以分号分隔。可用 Content-Encoding: gzip。不带幂等键时，中断后整批重发即可，已登记的返回 DUPLICATE。"
                    + "(One enterprise a line, up to 200000 lines, and one answer per line; a bad line is told why, the others "
                    + "are handled. NDJSON: a NewEnterprise per line. CSV: a header, and fields separated by semicolons. "
                    + "Content-Encoding: gzip is understood. After a cut without a key, send everything again: what is "
                    + "registered gets DUPLICATE.)")
    @RequestBody(
            content = {
                @Content(mediaType = BatchImport.NDJSON, schema = @Schema(implementation = NewEnterprise.class)),
                @Content(
                        mediaType = BatchImport.CSV,
                        schema = @Schema(type = SchemaType.STRING),
                        example =
                                "uscc,name,region,subjectType,fields,fictional,source.department,source.recordNumber\n"
                                        + "91371199MA3RH00187,日照示例海洋食品有限公司,371102,LEGAL_PERSON,INDUSTRIAL_PRODUCTION;CIRCULATION,true,日照市市场监督管理局,RZ-1")
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
    public Response registerAll(InputStream body, @Valid @BeanParam BatchRequest batch, @Context HttpHeaders headers) {
        return intake.answer(BATCH, CELLS, service::register, body, batch, headers);
    }

    @GET
    @Path("batches/{id}")
    @RolesAllowed({Roles.DATA_PROVIDER, Roles.ADMINISTRATOR})
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "查询企业批次的进度 (how far a batch of enterprises got)",
            description = "只能查询自己以 Idempotency-Key 报送的批次。(Only batches one sent oneself, under an Idempotency-Key.)")
    @APIResponse(
            responseCode = "200",
            description = "进度与各类结果的行数 (progress and counts)",
            content = @Content(schema = @Schema(implementation = BatchView.class)))
    public BatchView batch(@PathParam("id") @Parameter(description = "批次标识 (batch id)") UUID id) {
        return batches.view(BATCH, id);
    }
}

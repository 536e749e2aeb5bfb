package cn.quality.credit.complaint;

import cn.quality.credit.Roles;
import cn.quality.credit.batch.UniqueViolationRetry;
import cn.quality.credit.evidence.EvidenceDownload;
import cn.quality.credit.evidence.EvidenceView;
import cn.quality.platform.http.Preconditions;
import cn.quality.platform.identity.Caller;
import cn.quality.platform.paging.Page;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemType;
import cn.quality.platform.problem.Text;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What anybody can do, without a login: file, follow, add, withdraw, rate. The secret travels in a header, never in the URL. */
@Path("complaints")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "complaints", description = "投诉举报 (complaints and reports)")
class ComplaintResource {

    static final String SECRET = "Complaint-Secret";

    static final ProblemType TOKEN_NOT_WANTED =
            new ProblemType(400, "token-not-wanted", new Text("请勿携带登录令牌", "Send this without a token"));

    private static final List<String> OFFICE = List.of(Roles.CASE_HANDLER, Roles.CASE_APPROVER, Roles.AUDITOR);

    private final ComplainantService service;
    private final ComplaintService office;
    private final ComplaintEvidence evidence;
    private final ComplaintAuthenticator authenticator;
    private final Caller caller;

    ComplaintResource(
            ComplainantService service,
            ComplaintService office,
            ComplaintEvidence evidence,
            ComplaintAuthenticator authenticator,
            Caller caller) {
        this.service = service;
        this.office = office;
        this.evidence = evidence;
        this.authenticator = authenticator;
        this.caller = caller;
    }

    @Schema(name = "NewAddition", description = "补充 (an addition)")
    record NewAddition(
            @NotBlank @Size(max = 4000) @Schema(examples = "示例：补充购买小票")
            String words) {

        @Override
        public String toString() {
            return "NewAddition[…]";
        }
    }

    /** @param stars 1 not satisfied to 5 very satisfied */
    @Schema(name = "Satisfaction", description = "满意度 (satisfaction)")
    record Satisfaction(
            @NotNull @Min(1) @Max(5) @Schema(examples = "5") Integer stars,

            @Size(max = 1000) @Schema(examples = "处理及时") @Nullable
            String words) {

        @Override
        public String toString() {
            return "Satisfaction[" + stars + "]";
        }
    }

    @POST
    @Operation(
            summary = "提交投诉、举报或事件报告 (file a complaint, report or incident)",
            description = "无需登录，且不应携带登录令牌：投诉举报人不留名于日志。返回回执编号与查询密码，密码仅显示一次。联系方式与原文加密保存，仅承办人可见。"
                    + "必填项随类别而定：投诉须有姓名、电话、地址、诉求与发生日期；召回、重大质量事故须有各自表单与报告人姓名、电话；产品伤害须有表单与发生日期；举报可匿名。"
                    + "以同一 Idempotency-Key 重发得到同一回执；密码从未使用过时换发新密码。一日内同一人就同一企业以相同内容再次提交视为重复。"
                    + "(No login, and no token either: the complainant shall not stand in a log. Answers with the receipt "
                    + "number and a secret, which is shown only this once. Contact and original words are kept encrypted, for "
                    + "the handler alone. What is required depends on the kind: a complaint needs name, phone, address, demand "
                    + "and the day it happened; a recall or a major quality accident its form and the reporter's name and "
                    + "phone; a product injury its form and the day; a report may be anonymous. The same Idempotency-Key gets "
                    + "the same receipt, with a new secret if the first was never used. The same words by the same person "
                    + "about the same enterprise on one day are a duplicate.)")
    @APIResponse(
            responseCode = "201",
            description = "回执 (the receipt)",
            content = @Content(schema = @Schema(implementation = FiledComplaint.class)))
    @APIResponse(
            responseCode = "200",
            description = "该键此前已提交，返回首次的回执 (known key: the first receipt)",
            content = @Content(schema = @Schema(implementation = FiledComplaint.class)))
    @APIResponse(
            responseCode = "400",
            description = "invalid-argument: 缺少该类别的必填项 (something its kind requires is missing)；invalid-uscc；"
                    + "token-not-wanted: 请勿携带登录令牌 (come without a token)")
    @APIResponse(
            responseCode = "409",
            description = "duplicate-complaint: 重复提交 (filed before)；idempotency-key-reused；no-rule-in-force")
    @APIResponse(responseCode = "422", description = "unknown-region；unknown-enterprise")
    @APIResponse(
            responseCode = "503",
            description = "sealing-key-missing: 加密密钥未配置 (no key for encryption is configured)")
    public Response file(
            @Valid @NotNull NewComplaint complaint,
            @HeaderParam("Idempotency-Key")
                    @Parameter(description = "建议使用随机 UUID；同一键的重复请求只执行一次 (a random UUID, preferably; done once per key)")
                    @Nullable
                    String key) {
        requireNoName();
        var filed = UniqueViolationRetry.run(() -> service.file(complaint, Preconditions.key(key)));
        var location =
                UriBuilder.fromPath("complaints/{receipt}").build(filed.answer().receipt());
        return secret(filed.isNew() ? Response.created(location) : Response.ok().location(location))
                .entity(filed.answer())
                .build();
    }

    @GET
    @Path("{receipt}")
    @Operation(
            summary = "办理进展 (follow a complaint)",
            description = "投诉举报人凭 Complaint-Secret 查看状态、期限与答复；承办单位与审计人员凭登录令牌查看(不含投诉举报人)，ETag 为版本，用于 If-Match。"
                    + "编号不存在与密码不符的应答相同；密码多次有误后暂停查询。"
                    + "(The complainant, by the Complaint-Secret, sees state, terms and answer; office and auditors, by their "
                    + "token, see the complaint without the complainant, and the ETag for If-Match. An unknown number and a "
                    + "wrong secret get the same answer; after several wrong secrets it is closed for a while.)")
    @APIResponse(
            responseCode = "200",
            description = "进展；办案人员得到 ComplaintView (progress; the office gets ComplaintView)",
            content = @Content(schema = @Schema(oneOf = {FollowedComplaint.class, ComplaintView.class})))
    @APIResponse(responseCode = "401", description = "未提供查询密码 (no secret)")
    @APIResponse(responseCode = "403", description = "foreign-region: 承办单位不在本辖区 (another region's office)")
    @APIResponse(responseCode = "429", description = "too-many-attempts: 密码多次有误 (several wrong secrets)")
    public Response one(
            @PathParam("receipt") @Parameter(description = "回执编号 (receipt number)", example = "RZ20261124-000123-7")
                    String receipt,
            @HeaderParam(SECRET) @Parameter(description = "查询密码 (the secret)") @Nullable String secret) {
        var number = new Receipt(receipt);
        if (secret == null && OFFICE.stream().anyMatch(caller::has)) {
            var view = office.desk(number);
            return secret(Response.ok(view))
                    .tag(Preconditions.etag(view.version()))
                    .build();
        }
        authenticator.open(number, secret);
        return followed(service.follow(number));
    }

    @POST
    @Path("{receipt}/additions")
    @Operation(
            summary = "补充 (add to a complaint)",
            description =
                    "办结前可补充说明；原文加密保存，仅承办人可见。"
                            + "(More can be said until the complaint is closed; the words are kept encrypted, for the handler alone.)")
    @APIResponse(
            responseCode = "200",
            description = "进展 (progress)",
            content = @Content(schema = @Schema(implementation = FollowedComplaint.class)))
    @APIResponse(responseCode = "401", description = "未提供查询密码 (no secret)")
    @APIResponse(responseCode = "409", description = "illegal-transition: 已办结 (closed)")
    @APIResponse(responseCode = "429", description = "too-many-attempts: 密码多次有误 (several wrong secrets)")
    public Response add(
            @PathParam("receipt") String receipt,
            @HeaderParam(SECRET) @Parameter(description = "查询密码 (the secret)") @Nullable String secret,
            @Valid @NotNull NewAddition body,
            @HeaderParam("Idempotency-Key") @Nullable String key) {
        return followed(service.add(opened(receipt, secret), body.words(), Preconditions.key(key)));
    }

    @POST
    @Path("{receipt}/withdrawal")
    @Operation(
            summary = "撤回 (withdraw a complaint)",
            description =
                    "投诉在答复前可撤回；举报与事件报告开始核查后不能撤回。(A complaint until it is answered; a report or incident until its verification begins.)")
    @APIResponse(
            responseCode = "200",
            description = "进展 (progress)",
            content = @Content(schema = @Schema(implementation = FollowedComplaint.class)))
    @APIResponse(responseCode = "401", description = "未提供查询密码 (no secret)")
    @APIResponse(responseCode = "409", description = "illegal-transition: 当前状态不能撤回 (no longer to be withdrawn)")
    @APIResponse(responseCode = "429", description = "too-many-attempts: 密码多次有误 (several wrong secrets)")
    public Response withdraw(
            @PathParam("receipt") String receipt,
            @HeaderParam(SECRET) @Parameter(description = "查询密码 (the secret)") @Nullable String secret,
            @HeaderParam("Idempotency-Key") @Nullable String key) {
        return followed(service.withdraw(opened(receipt, secret), Preconditions.key(key)));
    }

    @POST
    @Path("{receipt}/satisfaction")
    @Operation(
            summary = "评价 (rate the answer)",
            description = "答复之后评价一次：1 至 5 星，可附文字。(Once, after the answer: 1 to 5 stars, and words if wanted.)")
    @APIResponse(
            responseCode = "200",
            description = "进展 (progress)",
            content = @Content(schema = @Schema(implementation = FollowedComplaint.class)))
    @APIResponse(responseCode = "401", description = "未提供查询密码 (no secret)")
    @APIResponse(
            responseCode = "409",
            description = "illegal-transition: 尚未答复 (not answered yet)；already-rated: 已评价 (rated before)")
    @APIResponse(responseCode = "429", description = "too-many-attempts: 密码多次有误 (several wrong secrets)")
    public Response rate(
            @PathParam("receipt") String receipt,
            @HeaderParam(SECRET) @Parameter(description = "查询密码 (the secret)") @Nullable String secret,
            @Valid @NotNull Satisfaction body,
            @HeaderParam("Idempotency-Key") @Nullable String key) {
        return followed(service.rate(opened(receipt, secret), body.stars(), body.words(), Preconditions.key(key)));
    }

    @POST
    @Path("{receipt}/evidence")
    @Consumes({"application/pdf", "image/png", "image/jpeg", MediaType.APPLICATION_OCTET_STREAM})
    @Operation(
            summary = "上传证据 (add an evidence file)",
            description = "请求体即文件内容，仅接受 PDF、PNG、JPEG，以内容判定类型；默认不超过10 MiB，每件最多10个。文件只有投诉举报人与承办人可见。"
                    + "(The body is the file: PDF, PNG or JPEG, as its content tells; by default up to 10 MiB each and 10 "
                    + "files a complaint. Only complainant and handler see them.)")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(
            responseCode = "201",
            description = "已保存 (kept)",
            content = @Content(schema = @Schema(implementation = EvidenceView.class)))
    @APIResponse(responseCode = "401", description = "未提供查询密码 (no secret)")
    @APIResponse(
            responseCode = "409",
            description = "illegal-transition: 已办结 (closed)；too-many-files: 文件过多 (no more files)")
    @APIResponse(
            responseCode = "413",
            description = "payload-too-large: 文件过大 (the file is too large)；image-too-large: 图片像素过多 (too many pixels)")
    @APIResponse(
            responseCode = "415",
            description = "unsupported-file: 仅接受 PDF、PNG 与 JPEG 文件 (only PDF, PNG and JPEG)；"
                    + "content-mismatch: 内容与名称不符 (the content is not what the name says)")
    @APIResponse(responseCode = "422", description = "empty-file: 文件为空 (the file is empty)")
    @APIResponse(responseCode = "429", description = "too-many-attempts: 密码多次有误 (several wrong secrets)")
    public Response addEvidence(
            @PathParam("receipt") String receipt,
            @HeaderParam(SECRET) @Parameter(description = "查询密码 (the secret)") @Nullable String secret,
            @QueryParam("name")
                    @NotBlank
                    @Parameter(description = "文件名，带扩展名 (file name with its extension)", example = "购物小票.jpg")
                    String name,
            InputStream body) {
        var number = opened(receipt, secret);
        return secret(Response.status(Response.Status.CREATED))
                .entity(evidence.add(number, name, body))
                .build();
    }

    @GET
    @Path("{receipt}/evidence")
    @Operation(
            summary = "证据清单 (evidence of a complaint)",
            description =
                    "投诉举报人凭 Complaint-Secret、承办人凭登录令牌查看。(For the complainant by the Complaint-Secret, for the handler by the token.)")
    @APIResponse(
            responseCode = "200",
            description = "证据 (the files)",
            content = @Content(schema = @Schema(implementation = EvidencePage.class)))
    @APIResponse(responseCode = "401", description = "未提供查询密码 (no secret)")
    @APIResponse(responseCode = "403", description = "not-assigned: 不是承办人 (not the handler)")
    @APIResponse(responseCode = "429", description = "too-many-attempts: 密码多次有误 (several wrong secrets)")
    public Response evidence(
            @PathParam("receipt") String receipt,
            @HeaderParam(SECRET) @Parameter(description = "查询密码 (the secret)") @Nullable String secret) {
        return secret(Response.ok(new Page<>(evidence.list(readable(receipt, secret, "证据清单")), null)))
                .build();
    }

    @GET
    @Path("{receipt}/evidence/{id}")
    @Produces({"application/pdf", "image/png", "image/jpeg"})
    @Operation(
            summary = "下载证据 (content of an evidence file)",
            description =
                    "可见范围同上；始终作为附件下载。承办人每次查看都记入查看记录。"
                            + "(For the same people; always a download. Every look of a handler stands in the record of looks.)")
    @APIResponse(
            responseCode = "200",
            description = "文件内容 (the content)",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "401", description = "未提供查询密码 (no secret)")
    @APIResponse(responseCode = "403", description = "not-assigned: 不是承办人 (not the handler)")
    @APIResponse(responseCode = "429", description = "too-many-attempts: 密码多次有误 (several wrong secrets)")
    public Response evidenceContent(
            @PathParam("receipt") String receipt,
            @PathParam("id") UUID id,
            @HeaderParam(SECRET) @Parameter(description = "查询密码 (the secret)") @Nullable String secret) {
        return EvidenceDownload.of(evidence.open(readable(receipt, secret, "证据 " + id), id));
    }

    /** Files may show who complains, so of the office the assigned handler alone reads them. */
    private Receipt readable(String receipt, @Nullable String secret, String what) {
        var number = new Receipt(receipt);
        if (secret == null && caller.has(Roles.CASE_HANDLER)) {
            office.lookAtEvidence(number, what);
        } else {
            authenticator.open(number, secret);
        }
        return number;
    }

    private Receipt opened(String receipt, @Nullable String secret) {
        requireNoName();
        var number = new Receipt(receipt);
        authenticator.open(number, secret);
        return number;
    }

    /** A caller with a token would stand by name in logs that cannot be changed. */
    private void requireNoName() {
        if (!caller.anonymous()) {
            throw new Problem(
                    TOKEN_NOT_WANTED,
                    new Text("投诉举报不记名，请退出登录后提交", "Complaints are taken without a name; send this without logging in"));
        }
    }

    private static Response followed(FollowedComplaint complaint) {
        return secret(Response.ok(complaint)).build();
    }

    /** For the API description only: it cannot read the element type off a {@link Response}. */
    @Schema(name = "ComplaintEvidencePage")
    interface EvidencePage {
        List<EvidenceView> getItems();
    }

    /** What one person may see is stored in no cache. */
    static Response.ResponseBuilder secret(Response.ResponseBuilder answer) {
        return answer.header(HttpHeaders.CACHE_CONTROL, "private, no-store");
    }
}

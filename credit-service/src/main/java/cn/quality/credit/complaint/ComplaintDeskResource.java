package cn.quality.credit.complaint;

import cn.quality.credit.Roles;
import cn.quality.platform.http.Preconditions;
import cn.quality.platform.identifiers.RegionCode;
import cn.quality.platform.identifiers.UnifiedSocialCreditCode;
import cn.quality.platform.identity.Caller;
import cn.quality.platform.paging.PageRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
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
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The office's acts on complaints. Each takes {@code If-Match} with the ETag that was read. */
@Path("complaints")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "complaint-desk", description = "投诉举报办理 (the office's work on complaints)")
class ComplaintDeskResource {

    private final ComplaintService service;
    private final Caller caller;

    ComplaintDeskResource(ComplaintService service, Caller caller) {
        this.service = service;
        this.caller = caller;
    }

    @Schema(name = "ComplaintReason", description = "理由或说明 (a reason or note)")
    record Words(
            @NotBlank @Size(max = 1000) @Schema(examples = "示例：属本部门职责，材料齐全")
            String words) {}

    @Schema(name = "ComplaintTransfer", description = "转办 (a transfer)")
    record Transfer(
            @NotBlank @Size(max = 100) @Schema(examples = "日照市市场监督管理局")
            String office,

            @NotBlank @Size(max = 1000) @Schema(examples = "示例：不属本单位管辖")
            String reason) {}

    @Schema(name = "ComplaintSubject", description = "被投诉举报的企业 (the enterprise it is about)")
    record Subject(
            @NotBlank @Size(max = 40) @Schema(examples = "91371199MA3RH00187")
            String uscc) {}

    /** What every act has in common; its version is due, its key is not. */
    record Headers(
            @PathParam("receipt") @Parameter(description = "回执编号 (receipt number)", example = "RZ20261124-000123-7")
            String receipt,

            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,

            @HeaderParam("Idempotency-Key") @Parameter(description = "同一键的重复请求只执行一次 (done once per key)") @Nullable
            String key) {

        ComplaintService.On on() {
            return new ComplaintService.On(new Receipt(receipt), new Preconditions(ifMatch, key));
        }
    }

    @GET
    @RolesAllowed({Roles.CASE_HANDLER, Roles.CASE_APPROVER, Roles.AUDITOR})
    @Operation(
            summary = "投诉举报清单 (complaints of the office)",
            description = "本辖区承办单位的投诉举报，先收到的在前，不含投诉举报人；overdue=true 只列期限已过的；审计人员可见全部辖区。"
                    + "(Complaints with the offices of one's own region, first received first, without the complainants; "
                    + "overdue=true lists only what is past its term. Auditors see every region.)")
    @APIResponse(
            responseCode = "200",
            description = "一页 (one page)",
            content = @Content(schema = @Schema(implementation = ComplaintPage.class)))
    public Response list(
            @QueryParam("state") @Nullable ComplaintState state,
            @QueryParam("kind") @Nullable ComplaintKind kind,
            @QueryParam("office")
                    @Parameter(description = "承办单位名称 (name of the office)", example = "东港区市场监督管理局")
                    @Nullable
                    String office,
            @QueryParam("region")
                    @Parameter(
                            description = "承办单位所在区划，含下辖区划 (region of the office, and what lies in it)",
                            example = "371102")
                    @Nullable
                    String region,
            @QueryParam("mine")
                    @Parameter(description = "只列本人承办的 (only what the caller handles)")
                    @DefaultValue("false")
                    boolean mine,
            @QueryParam("overdue")
                    @Parameter(description = "只列期限已过的 (only what is past its term)")
                    @DefaultValue("false")
                    boolean overdue,
            @Valid @BeanParam PageRequest page) {
        var filter = new ComplaintRepository.Filter(
                Optional.ofNullable(state),
                Optional.ofNullable(kind),
                Optional.ofNullable(office),
                mine ? Optional.of(caller.id()) : Optional.empty(),
                Optional.ofNullable(region).map(RegionCode::new),
                overdue);
        return ComplaintResource.secret(Response.ok(service.desk(filter, page))).build();
    }

    @GET
    @Path("{receipt}/complainant")
    @RolesAllowed(Roles.CASE_HANDLER)
    @Operation(
            summary = "查看投诉举报人 (see the complainant)",
            description = "仅承办人可见，须写明目的；每次查看记入决定日志与查看记录，审计人员可查。"
                    + "(For the handler alone, who says what for; every look stands in the decision log and in the record of "
                    + "looks, for auditors.)")
    @APIResponse(
            responseCode = "200",
            description = "投诉举报人及原文 (the complainant and the original words)",
            content = @Content(schema = @Schema(implementation = Complainant.class)))
    @APIResponse(responseCode = "403", description = "not-assigned: 不是承办人 (not the handler)")
    @APIResponse(responseCode = "404", description = "没有这一编号，或保存期满已删除 (unknown, or deleted after its retention)")
    @APIResponse(
            responseCode = "503",
            description = "sealing-key-missing: 加密密钥未配置 (no key for encryption is configured)")
    public Response complainant(
            @PathParam("receipt") String receipt,
            @QueryParam("purpose")
                    @NotBlank
                    @Size(max = 200)
                    @Parameter(description = "查看目的 (purpose of the look)", example = "电话核实购买凭证")
                    String purpose) {
        return ComplaintResource.secret(Response.ok(service.complainant(new Receipt(receipt), purpose)))
                .build();
    }

    @POST
    @Path("{receipt}/acceptance")
    @RolesAllowed(Roles.CASE_HANDLER)
    @Operation(
            summary = "受理投诉 (accept a complaint)",
            description =
                    "受理人成为承办人；调解期限自受理之日起算。(Whoever accepts becomes the handler; the term of mediation runs from the day of acceptance.)")
    @APIResponse(
            responseCode = "200",
            description = "已受理 (accepted)",
            content = @Content(schema = @Schema(implementation = ComplaintView.class)))
    @APIResponse(responseCode = "409", description = "illegal-transition: 当前状态不允许 (not in this state)")
    public Response accept(@BeanParam Headers headers, @Valid @NotNull Words body) {
        return moved(headers, ComplaintAct.ACCEPT, body);
    }

    @POST
    @Path("{receipt}/refusal")
    @RolesAllowed(Roles.CASE_HANDLER)
    @Operation(
            summary = "不予受理 (do not accept)",
            description = "说明理由，理由告知投诉举报人。(With a reason, which the complainant is told.)")
    @APIResponse(
            responseCode = "200",
            description = "不予受理 (not accepted)",
            content = @Content(schema = @Schema(implementation = ComplaintView.class)))
    @APIResponse(responseCode = "409", description = "illegal-transition: 当前状态不允许 (not in this state)")
    public Response refuse(@BeanParam Headers headers, @Valid @NotNull Words body) {
        return moved(headers, ComplaintAct.REFUSE, body);
    }

    @POST
    @Path("{receipt}/transfer")
    @RolesAllowed(Roles.CASE_HANDLER)
    @Operation(
            summary = "转办 (transfer to another office)",
            description = "不属本单位管辖的转给有管辖权的承办单位，说明理由；期限续算或重算由规则包决定。"
                    + "(To the office that is competent, with a reason; the rule pack says whether the term goes on or starts "
                    + "anew.)")
    @APIResponse(
            responseCode = "200",
            description = "已转办 (transferred)",
            content = @Content(schema = @Schema(implementation = ComplaintView.class)))
    @APIResponse(
            responseCode = "409",
            description =
                    "illegal-transition: 当前状态不允许 (not in this state)；conflict: 已在该单位 (that office has it already)")
    @APIResponse(responseCode = "422", description = "unprocessable: 没有这一承办单位 (no such office)")
    public Response transfer(@BeanParam Headers headers, @Valid @NotNull Transfer body) {
        return act(service.transfer(headers.on(), body.office(), body.reason()));
    }

    @POST
    @Path("{receipt}/handling")
    @RolesAllowed(Roles.CASE_HANDLER)
    @Operation(
            summary = "开始处理投诉 (begin to handle a complaint)",
            description = "承办人开始调解。(The handler begins to mediate.)")
    @APIResponse(
            responseCode = "200",
            description = "处理中 (being handled)",
            content = @Content(schema = @Schema(implementation = ComplaintView.class)))
    @APIResponse(responseCode = "403", description = "not-assigned: 不是承办人 (not the handler)；foreign-region")
    @APIResponse(responseCode = "409", description = "illegal-transition: 当前状态不允许 (not in this state)")
    public Response handle(@BeanParam Headers headers, @Valid @NotNull Words body) {
        return moved(headers, ComplaintAct.HANDLE, body);
    }

    @POST
    @Path("{receipt}/check")
    @RolesAllowed(Roles.CASE_HANDLER)
    @Operation(
            summary = "开始核查 (begin to verify)",
            description = "用于举报、召回、重大质量事故与产品伤害；核查人成为承办人。"
                    + "(For reports, recalls, major quality accidents and product injuries; whoever verifies becomes the "
                    + "handler.)")
    @APIResponse(
            responseCode = "200",
            description = "核查中 (being verified)",
            content = @Content(schema = @Schema(implementation = ComplaintView.class)))
    @APIResponse(responseCode = "409", description = "illegal-transition: 当前状态不允许 (not in this state)")
    public Response check(@BeanParam Headers headers, @Valid @NotNull Words body) {
        return moved(headers, ComplaintAct.CHECK, body);
    }

    @POST
    @Path("{receipt}/extension")
    @RolesAllowed(Roles.CASE_APPROVER)
    @Operation(
            summary = "延长核查期限 (extend the verification)",
            description = "由承办人以外的审批人批准，只能一次；天数由规则包决定。"
                    + "(By an approver other than the handler, and only once; the rule pack says for how many days.)")
    @APIResponse(
            responseCode = "200",
            description = "已延长 (extended)",
            content = @Content(schema = @Schema(implementation = ComplaintView.class)))
    @APIResponse(responseCode = "403", description = "same-person: 承办人不能批准 (not by the handler)；foreign-region")
    @APIResponse(
            responseCode = "409",
            description = "illegal-transition: 当前状态不允许 (not in this state)；already-extended: 已经延长 (extended before)")
    public Response extend(@BeanParam Headers headers, @Valid @NotNull Words body) {
        return moved(headers, ComplaintAct.EXTEND, body);
    }

    @POST
    @Path("{receipt}/case-opening")
    @RolesAllowed(Roles.CASE_HANDLER)
    @Operation(
            summary = "立案 (open a case)",
            description =
                    "核查举报后决定立案；告知举报人的期限自此起算。(After verification a case is opened; the term for telling the reporter runs from here.)")
    @APIResponse(
            responseCode = "200",
            description = "已立案 (case opened)",
            content = @Content(schema = @Schema(implementation = ComplaintView.class)))
    @APIResponse(responseCode = "403", description = "not-assigned: 不是承办人 (not the handler)；foreign-region")
    @APIResponse(responseCode = "409", description = "illegal-transition: 当前状态不允许 (not in this state)")
    public Response openCase(@BeanParam Headers headers, @Valid @NotNull Words body) {
        return moved(headers, ComplaintAct.OPEN_CASE, body);
    }

    @POST
    @Path("{receipt}/case-declining")
    @RolesAllowed(Roles.CASE_HANDLER)
    @Operation(
            summary = "不予立案 (open no case)",
            description =
                    "核查举报后决定不予立案；告知举报人的期限自此起算。(After verification no case is opened; the term for telling the reporter runs from here.)")
    @APIResponse(
            responseCode = "200",
            description = "不予立案 (no case)",
            content = @Content(schema = @Schema(implementation = ComplaintView.class)))
    @APIResponse(responseCode = "403", description = "not-assigned: 不是承办人 (not the handler)；foreign-region")
    @APIResponse(responseCode = "409", description = "illegal-transition: 当前状态不允许 (not in this state)")
    public Response declineCase(@BeanParam Headers headers, @Valid @NotNull Words body) {
        return moved(headers, ComplaintAct.DECLINE_CASE, body);
    }

    @POST
    @Path("{receipt}/takeover")
    @RolesAllowed(Roles.CASE_HANDLER)
    @Operation(
            summary = "接办 (take over)",
            description = "同辖区的另一承办人接办并说明理由；此后只有接办人可见投诉举报人。"
                    + "(Another handler of the region takes over, with a reason; from then on only that one sees the "
                    + "complainant.)")
    @APIResponse(
            responseCode = "200",
            description = "已接办 (taken over)",
            content = @Content(schema = @Schema(implementation = ComplaintView.class)))
    @APIResponse(responseCode = "409", description = "illegal-transition: 当前状态不允许 (not in this state)")
    public Response takeOver(@BeanParam Headers headers, @Valid @NotNull Words body) {
        return moved(headers, ComplaintAct.TAKE_OVER, body);
    }

    @POST
    @Path("{receipt}/subject")
    @RolesAllowed(Roles.CASE_HANDLER)
    @Operation(
            summary = "认定企业 (identify the enterprise)",
            description =
                    "只有名称的投诉举报，由承办单位认定是哪家企业。(Where a complaint gives only a name, the office identifies the enterprise.)")
    @APIResponse(
            responseCode = "200",
            description = "已认定 (identified)",
            content = @Content(schema = @Schema(implementation = ComplaintView.class)))
    @APIResponse(responseCode = "409", description = "illegal-transition: 当前状态不允许 (not in this state)")
    @APIResponse(responseCode = "422", description = "unknown-enterprise: 企业未登记 (the enterprise is not registered)")
    public Response identify(@BeanParam Headers headers, @Valid @NotNull Subject body) {
        return act(service.identify(headers.on(), UnifiedSocialCreditCode.parse(body.uscc())));
    }

    @POST
    @Path("{receipt}/release")
    @RolesAllowed(Roles.CASE_HANDLER)
    @Operation(
            summary = "告知企业 (tell the enterprise)",
            description =
                    "企业只能看到承办人写在这里的内容；再次告知取代上一次。"
                            + "(All the enterprise gets to see is what the handler writes here; a later text replaces the one before.)")
    @APIResponse(
            responseCode = "200",
            description = "已告知 (told)",
            content = @Content(schema = @Schema(implementation = ComplaintView.class)))
    @APIResponse(responseCode = "403", description = "not-assigned: 不是承办人 (not the handler)；foreign-region")
    @APIResponse(responseCode = "409", description = "illegal-transition: 当前状态不允许 (not in this state)")
    public Response release(@BeanParam Headers headers, @Valid @NotNull Words body) {
        return act(service.release(headers.on(), body.words()));
    }

    @POST
    @Path("{receipt}/answer")
    @RolesAllowed(Roles.CASE_HANDLER)
    @Operation(
            summary = "答复 (answer)",
            description =
                    "答复投诉举报人并给出结果。结果为属实(SUBSTANTIATED)的须写明入档结论，并由另一人复核后才入档；调解结果(SETTLED、UNSETTLED)只用于投诉。"
                            + "(The answer to the complainant, with a finding. SUBSTANTIATED needs a conclusion for the archive, and "
                            + "another person to confirm it before it is filed; SETTLED and UNSETTLED are for complaints only.)")
    @APIResponse(
            responseCode = "200",
            description = "已答复 (answered)",
            content = @Content(schema = @Schema(implementation = ComplaintView.class)))
    @APIResponse(responseCode = "403", description = "not-assigned: 不是承办人 (not the handler)；foreign-region")
    @APIResponse(responseCode = "409", description = "illegal-transition: 当前状态不允许 (not in this state)")
    @APIResponse(
            responseCode = "422",
            description = "unsuitable-finding: 结果不适用 (not a finding of this kind)；"
                    + "enterprise-not-identified: 尚未认定企业 (the enterprise is not identified yet)")
    public Response answer(@BeanParam Headers headers, @Valid @NotNull NewAnswer body) {
        return act(service.answer(headers.on(), body));
    }

    @POST
    @Path("{receipt}/confirmation")
    @RolesAllowed(Roles.CASE_APPROVER)
    @Operation(
            summary = "复核查实 (confirm as substantiated)",
            description = "由承办人以外的审批人复核；通过后即入质量信用档案，不含投诉举报人的任何信息。"
                    + "(By an approver other than the handler; once confirmed it is filed in the quality credit archive, "
                    + "without a word about the complainant.)")
    @APIResponse(
            responseCode = "200",
            description = "已复核入档 (confirmed and on file)",
            content = @Content(schema = @Schema(implementation = ComplaintView.class)))
    @APIResponse(
            responseCode = "403",
            description = "same-person: 须由另一人复核 (another person has to confirm)；foreign-region")
    @APIResponse(
            responseCode = "409",
            description =
                    "illegal-transition: 当前状态不允许 (not in this state)；not-substantiated: 结果不是属实 (the finding is another)")
    public Response confirm(@BeanParam Headers headers, @Valid @NotNull Words body) {
        return act(service.confirm(headers.on(), body.words()));
    }

    @POST
    @Path("{receipt}/return")
    @RolesAllowed(Roles.CASE_APPROVER)
    @Operation(
            summary = "退回 (send back)",
            description = "复核不同意时退回承办人；原期限继续。(Back to the handler when it is not confirmed; the term goes on.)")
    @APIResponse(
            responseCode = "200",
            description = "已退回 (sent back)",
            content = @Content(schema = @Schema(implementation = ComplaintView.class)))
    @APIResponse(
            responseCode = "403",
            description = "same-person: 须由另一人复核 (another person has to confirm)；foreign-region")
    @APIResponse(
            responseCode = "409",
            description =
                    "illegal-transition: 当前状态不允许 (not in this state)；not-substantiated: 结果不是属实 (the finding is another)")
    public Response sendBack(@BeanParam Headers headers, @Valid @NotNull Words body) {
        return moved(headers, ComplaintAct.RETURN, body);
    }

    @POST
    @Path("{receipt}/closing")
    @RolesAllowed(Roles.CASE_HANDLER)
    @Operation(
            summary = "办结 (close)",
            description = "答复之后办结；结果为属实的须先经复核。(After the answer; a substantiated one has to be confirmed first.)")
    @APIResponse(
            responseCode = "200",
            description = "已办结 (closed)",
            content = @Content(schema = @Schema(implementation = ComplaintView.class)))
    @APIResponse(responseCode = "403", description = "not-assigned: 不是承办人 (not the handler)；foreign-region")
    @APIResponse(
            responseCode = "409",
            description =
                    "illegal-transition: 当前状态不允许 (not in this state)；awaits-confirmation: 尚待复核 (to be confirmed first)")
    public Response close(@BeanParam Headers headers, @Valid @NotNull Words body) {
        return moved(headers, ComplaintAct.CLOSE, body);
    }

    private Response moved(Headers headers, ComplaintAct act, Words body) {
        return act(service.move(headers.on(), act, body.words()));
    }

    private static Response act(ComplaintView view) {
        return ComplaintResource.secret(Response.ok(view))
                .tag(Preconditions.etag(view.version()))
                .build();
    }

    /** For the API description only: it cannot read the element type off a {@link Response}. */
    @Schema(name = "ComplaintPage")
    interface ComplaintPage {
        List<ComplaintView> getItems();

        @Nullable
        String getNext();
    }
}

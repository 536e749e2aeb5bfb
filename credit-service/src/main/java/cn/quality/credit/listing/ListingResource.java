package cn.quality.credit.listing;

import cn.quality.credit.Roles;
import cn.quality.platform.http.Preconditions;
import cn.quality.platform.identifiers.RegionCode;
import cn.quality.platform.paging.PageRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The way of an entry onto the list, act by act, and the desk of those who work on it. */
@Path("listings")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "listings", description = "红黑榜 (red and black lists)")
class ListingResource {

    private final ListingService service;
    private final PublicationService publications;

    ListingResource(ListingService service, PublicationService publications) {
        this.service = service;
        this.publications = publications;
    }

    @POST
    @RolesAllowed(Roles.CASE_HANDLER)
    @Operation(
            summary = "起草条目 (draft an entry)",
            description = "依据必须在目录中、在决定之日有效并支持该榜；黑榜条目写明严重程度与行为终止日期；决定文书可在起草时暂缺。返回的 ETag 用于下一步的 If-Match。"
                    + "(The legal basis has to be in the catalogue, in force on the day of the decision, and one for this "
                    + "list; an entry of the black list tells severity and the last day of the misconduct; the decision "
                    + "document may come later. The ETag is for the If-Match of the next step.)")
    @APIResponse(
            responseCode = "201",
            description = "草稿 (the draft)",
            headers = @Header(name = "ETag", schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = ListingView.class)))
    @APIResponse(
            responseCode = "409",
            description = "black-listed: 黑榜企业不能列入红榜 (no red list for who is on the black list)；"
                    + "enterprise-closed: 企业已注销 (the enterprise is closed)；idempotency-key-reused")
    @APIResponse(
            responseCode = "422",
            description =
                    "unknown-enterprise；unknown-legal-basis；legal-basis-not-in-force；legal-basis-unsuitable；conduct-not-classed")
    public Response draft(
            @Valid @NotNull NewListing proposal,
            @HeaderParam("Idempotency-Key") @Parameter(description = "同一键的重复请求只执行一次 (done once per key)") @Nullable
                    String key) {
        var view = service.draft(proposal, Preconditions.key(key));
        return office(Response.created(
                        UriBuilder.fromPath("listings/{id}").build(view.id().toString())))
                .tag(Preconditions.etag(view.version()))
                .entity(view)
                .build();
    }

    @PUT
    @Path("{id}")
    @RolesAllowed(Roles.CASE_HANDLER)
    @Operation(
            summary = "修改草稿 (revise a draft)",
            description = "整份重写草稿；企业与榜别不变。If-Match 为读到的 ETag。"
                    + "(The whole draft anew; enterprise and list stay. If-Match is the ETag that was read.)")
    @APIResponse(responseCode = "422", description = "legal-basis-unsuitable；conduct-not-classed")
    public Response revise(
            @PathParam("id") UUID id, @Valid @NotNull NewListing body, @BeanParam Preconditions preconditions) {
        return act(service.perform(id, body, preconditions));
    }

    @POST
    @Path("{id}/submission")
    @RolesAllowed(Roles.CASE_HANDLER)
    @Operation(
            summary = "送审 (submit for review)",
            description = "黑榜条目进入法制审核，红榜条目进入审核。(The black list goes to legal review, the red list to review.)")
    public Response submit(@PathParam("id") UUID id, @BeanParam Preconditions preconditions) {
        return act(service.perform(id, CaseActs.bare(ListingAct.SUBMIT), preconditions));
    }

    @POST
    @Path("{id}/return")
    @RolesAllowed(Roles.CASE_APPROVER)
    @Operation(
            summary = "退回修改 (send back)",
            description = "审核人退回草稿并说明理由。(The reviewer sends the draft back, with a reason.)")
    public Response sendBack(
            @PathParam("id") UUID id, @Valid @NotNull CaseActs.Reason body, @BeanParam Preconditions preconditions) {
        return act(service.perform(id, body.of(ListingAct.SEND_BACK), preconditions));
    }

    @POST
    @Path("{id}/rejection")
    @RolesAllowed(Roles.CASE_APPROVER)
    @Operation(
            summary = "不予列入 (turn an entry down)",
            description = "申辩成立、没有主观故意或者缺少依据的，不予列入。由经办人以外的另一人决定，说明理由。"
                    + "(Where the defence holds, intent or basis is missing. By another person than prepared it, with a "
                    + "reason.)")
    public Response reject(
            @PathParam("id") UUID id, @Valid @NotNull CaseActs.Reason body, @BeanParam Preconditions preconditions) {
        return act(service.perform(id, body.of(ListingAct.REJECT), preconditions));
    }

    @POST
    @Path("{id}/notice")
    @RolesAllowed(Roles.CASE_APPROVER)
    @Operation(
            summary = "事先告知 (serve the prior notice)",
            description = "法制审核通过后送达告知书；自送达次日起计算陈述申辩期限，期限与所依规则包、工作日历一并留存。"
                    + "(After legal review; the term of defence runs from the day after service, and is kept with the rule "
                    + "pack and calendar it was computed from.)")
    @APIResponse(responseCode = "422", description = "unsuitable-date: 日期晚于今天 (after today)")
    public Response serveNotice(
            @PathParam("id") UUID id, @Valid @NotNull CaseActs.Notice body, @BeanParam Preconditions preconditions) {
        return act(service.perform(id, body, preconditions));
    }

    @POST
    @Path("{id}/defence")
    @RolesAllowed({Roles.CASE_HANDLER, Roles.ENTERPRISE})
    @Operation(
            summary = "陈述申辩 (statement and defence)",
            description =
                    "企业在期限最后一日（含当日）前在线提出，或者由经办人登记书面材料。"
                            + "(By the enterprise online until the last day of the term, or recorded by the office from paper.)")
    @APIResponse(
            responseCode = "200",
            description = "已收到 (received)",
            content = @Content(schema = @Schema(implementation = Filed.class)))
    @APIResponse(responseCode = "422", description = "defence-term-over: 期限已满 (the term is over)；unknown-evidence")
    public Response receiveDefence(
            @PathParam("id") UUID id, @Valid @NotNull CaseActs.Defence body, @BeanParam Preconditions preconditions) {
        return filed(service.perform(id, body, preconditions));
    }

    @POST
    @Path("{id}/lapse")
    @RolesAllowed(Roles.CASE_HANDLER)
    @Operation(
            summary = "确认逾期未申辩 (no defence came in)",
            description = "期限届满的次日起可以确认；每日任务也会自动确认。(From the day after the term ended; the daily run does it too.)")
    @APIResponse(responseCode = "422", description = "defence-term-running: 期限未满 (the term still runs)")
    public Response lapseDefence(@PathParam("id") UUID id, @BeanParam Preconditions preconditions) {
        return act(service.perform(id, CaseActs.bare(ListingAct.LAPSE_DEFENCE), preconditions));
    }

    @POST
    @Path("{id}/consent")
    @RolesAllowed(Roles.CASE_APPROVER)
    @Operation(
            summary = "记录上级同意 (record the next level's consent)",
            description =
                    "规则包要求时，列入严重违法失信名单须经上一级机关同意。"
                            + "(Where the rule pack requires it, the list of seriously dishonest entities needs the next level's consent.)")
    @APIResponse(responseCode = "422", description = "unsuitable-date: 日期晚于今天 (after today)")
    public Response consent(
            @PathParam("id") UUID id, @Valid @NotNull CaseActs.Consent body, @BeanParam Preconditions preconditions) {
        return act(service.perform(id, body, preconditions));
    }

    @POST
    @Path("{id}/decision")
    @RolesAllowed(Roles.CASE_APPROVER)
    @Operation(
            summary = "作出决定 (decide)",
            description = "决定文书须完整；有申辩的须答复；没有主观故意的不列入；法人的严重失信条目须标明责任人。"
                    + "(The decision document has to be complete; a defence has to be answered; without intent there is no "
                    + "entry; a serious entry of a legal person names the person responsible.)")
    @APIResponse(
            responseCode = "422",
            description =
                    "defence-term-running；defence-unanswered；no-intent；consent-missing；missing-decision；unsuitable-date；"
                            + "responsible-person-missing；legal-basis-not-in-force")
    public Response decide(
            @PathParam("id") UUID id, @Valid @NotNull CaseActs.Ruling body, @BeanParam Preconditions preconditions) {
        return act(service.perform(id, body, preconditions));
    }

    @POST
    @Path("{id}/service")
    @RolesAllowed(Roles.CASE_HANDLER)
    @Operation(
            summary = "送达决定 (serve the decision)",
            description = "决定书与信用修复告知书同时送达(两书同达)。(The decision and the notice on credit repair are served together.)")
    @APIResponse(
            responseCode = "422",
            description =
                    "repair-notice-missing: 未同时送达修复告知书 (the notice on repair was not served with it)；unsuitable-date")
    public Response serveDecision(
            @PathParam("id") UUID id,
            @Valid @NotNull CaseActs.DecisionDelivery body,
            @BeanParam Preconditions preconditions) {
        return act(service.perform(id, body, preconditions));
    }

    @POST
    @Path("{id}/public-notice")
    @RolesAllowed(Roles.CASE_APPROVER)
    @Operation(
            summary = "红榜公示 (public notice of an honour)",
            description =
                    "红榜条目发布前向社会公示；公示期满方可发布。(An entry of the red list is put up for public notice first, and published when that is over.)")
    @APIResponse(
            responseCode = "409",
            description = "illegal-transition；black-listed: 黑榜企业不能列入红榜 (no red list for who is on the black list)")
    @APIResponse(responseCode = "422", description = "unsuitable-date: 日期晚于今天 (after today)")
    public Response announce(
            @PathParam("id") UUID id,
            @Valid @NotNull CaseActs.PublicNotice body,
            @BeanParam Preconditions preconditions) {
        return act(service.perform(id, body, preconditions));
    }

    @POST
    @Path("{id}/publication")
    @RolesAllowed(Roles.PUBLISHER)
    @Operation(
            summary = "发布条目 (publish an entry)",
            description = "单独成批发布。由起草人、决定人以外的另一人发布，If-Match 为读到的 ETag。列入黑榜时，该企业的红榜条目同时撤下。"
                    + "(As a batch of its own, by another person than drafted or decided; If-Match is the ETag that was read. "
                    + "With an entry on the black list, those of the enterprise on the red list are withdrawn.)")
    @APIResponse(
            responseCode = "409",
            description = "illegal-transition: 当前状态不允许，并列出所缺步骤 (not in this state; names the steps missing)；"
                    + "black-listed: 黑榜企业不能列入红榜 (no red list for who is on the black list)")
    @APIResponse(
            responseCode = "422",
            description = "missing-decision；public-notice-running；class-not-published；subject-not-published；"
                    + "legal-basis-not-in-force；term-over")
    public Response publish(
            @PathParam("id") UUID id,
            @Valid CaseActs.@Nullable Publication body,
            @BeanParam Preconditions preconditions) {
        return act(publications.publish(id, body == null ? null : body.announcement(), preconditions));
    }

    @GET
    @Path("overdue")
    @RolesAllowed({Roles.CASE_HANDLER, Roles.CASE_APPROVER, Roles.PUBLISHER, Roles.AUDITOR})
    @Operation(
            summary = "逾期事项 (overdue work)",
            description = "本辖区条目上逾期未办的事项，逾期最久的在前；审计人员可查看全部辖区。"
                    + "(What is due and not done on entries of one's own region, the longest overdue first; auditors see every "
                    + "region.)")
    @APIResponse(
            responseCode = "200",
            description = "一页逾期事项 (one page)",
            content = @Content(schema = @Schema(implementation = OverduePage.class)))
    public Response overdue(
            @QueryParam("region")
                    @Parameter(description = "区划代码，含下辖区划 (code of a region, and what lies in it)", example = "371100")
                    @Nullable
                    String region,
            @Valid @BeanParam PageRequest page) {
        return office(Response.ok(service.overdue(Optional.ofNullable(region).map(RegionCode::new), page)))
                .build();
    }

    static Response act(ListingView view) {
        return office(Response.ok(view)).tag(Preconditions.etag(view.version())).build();
    }

    /** For a caller who is not of the office: where the entry stands now, and which deadlines run. */
    static Response filed(ListingView view) {
        return office(Response.ok(Filed.of(view)))
                .tag(Preconditions.etag(view.version()))
                .build();
    }

    /** What the office sees is stored in no cache. */
    static Response.ResponseBuilder office(Response.ResponseBuilder answer) {
        return answer.header(HttpHeaders.CACHE_CONTROL, "private, no-store");
    }

    /** For the API description only: it cannot read the element type off a {@link Response}. */
    @Schema(name = "OverduePage")
    interface OverduePage {
        List<OverdueWork> getItems();

        @Nullable
        String getNext();
    }
}

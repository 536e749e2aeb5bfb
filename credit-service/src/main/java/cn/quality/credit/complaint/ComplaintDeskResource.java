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
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
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
    @APIResponseSchema(ComplaintPage.class)
    public Response list(
            @QueryParam("state") @Nullable ComplaintState state,
            @QueryParam("kind") @Nullable ComplaintKind kind,
            @QueryParam("office") @Nullable String office,
            @QueryParam("region") @Nullable String region,
            @QueryParam("mine") @DefaultValue("false") boolean mine,
            @QueryParam("overdue") @DefaultValue("false") boolean overdue,
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
    @APIResponseSchema(Complainant.class)
    public Response complainant(
            @PathParam("receipt") String receipt, @QueryParam("purpose") @NotBlank @Size(max = 200) String purpose) {
        return ComplaintResource.secret(Response.ok(service.complainant(new Receipt(receipt), purpose)))
                .build();
    }

    @POST
    @Path("{receipt}/acceptance")
    @RolesAllowed(Roles.CASE_HANDLER)
    public Response accept(@BeanParam Headers headers, @Valid @NotNull Words body) {
        return moved(headers, ComplaintAct.ACCEPT, body);
    }

    @POST
    @Path("{receipt}/refusal")
    @RolesAllowed(Roles.CASE_HANDLER)
    public Response refuse(@BeanParam Headers headers, @Valid @NotNull Words body) {
        return moved(headers, ComplaintAct.REFUSE, body);
    }

    @POST
    @Path("{receipt}/transfer")
    @RolesAllowed(Roles.CASE_HANDLER)
    public Response transfer(@BeanParam Headers headers, @Valid @NotNull Transfer body) {
        return act(service.transfer(headers.on(), body.office(), body.reason()));
    }

    @POST
    @Path("{receipt}/handling")
    @RolesAllowed(Roles.CASE_HANDLER)
    public Response handle(@BeanParam Headers headers, @Valid @NotNull Words body) {
        return moved(headers, ComplaintAct.HANDLE, body);
    }

    @POST
    @Path("{receipt}/appraisal")
    @RolesAllowed(Roles.CASE_HANDLER)
    public Response beginAppraisal(@BeanParam Headers headers, @Valid @NotNull Words body) {
        return moved(headers, ComplaintAct.BEGIN_APPRAISAL, body);
    }

    @POST
    @Path("{receipt}/appraisal-end")
    @RolesAllowed(Roles.CASE_HANDLER)
    public Response endAppraisal(@BeanParam Headers headers, @Valid @NotNull Words body) {
        return moved(headers, ComplaintAct.END_APPRAISAL, body);
    }

    @POST
    @Path("{receipt}/mediation-end")
    @RolesAllowed(Roles.CASE_HANDLER)
    public Response endMediation(@BeanParam Headers headers, @Valid @NotNull Words body) {
        return moved(headers, ComplaintAct.END_MEDIATION, body);
    }

    @POST
    @Path("{receipt}/check")
    @RolesAllowed(Roles.CASE_HANDLER)
    public Response check(@BeanParam Headers headers, @Valid @NotNull Words body) {
        return moved(headers, ComplaintAct.CHECK, body);
    }

    @POST
    @Path("{receipt}/extension")
    @RolesAllowed(Roles.CASE_APPROVER)
    public Response extend(@BeanParam Headers headers, @Valid @NotNull Words body) {
        return moved(headers, ComplaintAct.EXTEND, body);
    }

    @POST
    @Path("{receipt}/case-opening")
    @RolesAllowed(Roles.CASE_HANDLER)
    public Response openCase(@BeanParam Headers headers, @Valid @NotNull Words body) {
        return moved(headers, ComplaintAct.OPEN_CASE, body);
    }

    @POST
    @Path("{receipt}/case-declining")
    @RolesAllowed(Roles.CASE_HANDLER)
    public Response declineCase(@BeanParam Headers headers, @Valid @NotNull Words body) {
        return moved(headers, ComplaintAct.DECLINE_CASE, body);
    }

    @POST
    @Path("{receipt}/takeover")
    @RolesAllowed(Roles.CASE_HANDLER)
    public Response takeOver(@BeanParam Headers headers, @Valid @NotNull Words body) {
        return moved(headers, ComplaintAct.TAKE_OVER, body);
    }

    @POST
    @Path("{receipt}/subject")
    @RolesAllowed(Roles.CASE_HANDLER)
    public Response identify(@BeanParam Headers headers, @Valid @NotNull Subject body) {
        return act(service.identify(headers.on(), UnifiedSocialCreditCode.read(body.uscc())));
    }

    @POST
    @Path("{receipt}/release")
    @RolesAllowed(Roles.CASE_HANDLER)
    public Response release(@BeanParam Headers headers, @Valid @NotNull Words body) {
        return act(service.release(headers.on(), body.words()));
    }

    @POST
    @Path("{receipt}/answer")
    @RolesAllowed(Roles.CASE_HANDLER)
    public Response answer(@BeanParam Headers headers, @Valid @NotNull NewAnswer body) {
        return act(service.answer(headers.on(), body));
    }

    @POST
    @Path("{receipt}/confirmation")
    @RolesAllowed(Roles.CASE_APPROVER)
    public Response confirm(@BeanParam Headers headers, @Valid @NotNull Words body) {
        return act(service.confirm(headers.on(), body.words()));
    }

    @POST
    @Path("{receipt}/return")
    @RolesAllowed(Roles.CASE_APPROVER)
    public Response sendBack(@BeanParam Headers headers, @Valid @NotNull Words body) {
        return moved(headers, ComplaintAct.RETURN, body);
    }

    @POST
    @Path("{receipt}/closing")
    @RolesAllowed(Roles.CASE_HANDLER)
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

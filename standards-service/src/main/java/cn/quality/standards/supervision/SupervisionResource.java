package cn.quality.standards.supervision;

import cn.quality.platform.http.Preconditions;
import cn.quality.platform.paging.Page;
import cn.quality.platform.paging.PageRequest;
import cn.quality.standards.Roles;
import cn.quality.standards.input.Flaws;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What is found, ordered, answered and publicised. Each act takes {@code If-Match} with the ETag that was read. */
@Path("supervision-cases")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "supervision")
class SupervisionResource {

    private final SupervisionService cases;

    SupervisionResource(SupervisionService cases) {
        this.cases = cases;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.CASE_HANDLER)
    @APIResponseSchema(SupervisionCaseView.class)
    public Response recordFinding(
            @HeaderParam("Idempotency-Key") @Nullable String key, @Nullable NewFinding body, UriInfo uri) {
        var found = cases.find(Flaws.body(body).checked(), Preconditions.key(key));
        return inside(Response.created(uri.getAbsolutePathBuilder()
                                .path(found.id().toString())
                                .build())
                        .entity(found)
                        .tag(Preconditions.etag(found.version())))
                .build();
    }

    @GET
    @RolesAllowed({
        Roles.CASE_HANDLER,
        Roles.CASE_APPROVER,
        Roles.PUBLISHER,
        Roles.ENTERPRISE,
        Roles.AUDITOR,
        Roles.ADMINISTRATOR
    })
    @APIResponseSchema(SupervisionCasePage.class)
    public Response listSupervisionCases(@Valid @BeanParam CaseFilter filter, @Valid @BeanParam PageRequest page) {
        return inside(Response.ok(cases.list(filter, page))).build();
    }

    @GET
    @Path("{id}")
    @RolesAllowed({
        Roles.CASE_HANDLER,
        Roles.CASE_APPROVER,
        Roles.PUBLISHER,
        Roles.ENTERPRISE,
        Roles.AUDITOR,
        Roles.ADMINISTRATOR
    })
    @APIResponseSchema(SupervisionCaseView.class)
    public Response getSupervisionCase(@PathParam("id") UUID id) {
        return answer(cases.read(id));
    }

    @POST
    @Path("{id}/order")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.CASE_APPROVER)
    @APIResponseSchema(SupervisionCaseView.class)
    public Response orderCorrection(@PathParam("id") UUID id, @BeanParam Preconditions sent, @Nullable NewOrder body) {
        var on = new SupervisionService.On(id, sent);
        return answer(cases.order(on, Flaws.body(body).checked()));
    }

    @POST
    @Path("{id}/dismissal")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.CASE_APPROVER)
    @APIResponseSchema(SupervisionCaseView.class)
    public Response dismissFinding(@PathParam("id") UUID id, @BeanParam Preconditions sent, @Nullable Words body) {
        var on = new SupervisionService.On(id, sent);
        return answer(cases.move(on, SupervisionAct.DISMISS, Flaws.body(body).checked()));
    }

    @POST
    @Path("{id}/extensions")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.CASE_APPROVER)
    @APIResponseSchema(SupervisionCaseView.class)
    public Response extendCorrection(
            @PathParam("id") UUID id, @BeanParam Preconditions sent, @Nullable NewExtension body) {
        var on = new SupervisionService.On(id, sent);
        return answer(cases.extend(on, Flaws.body(body).checked()));
    }

    @POST
    @Path("{id}/answers")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.ENTERPRISE)
    @APIResponseSchema(SupervisionCaseView.class)
    public Response answerFinding(@PathParam("id") UUID id, @BeanParam Preconditions sent, @Nullable NewAnswer body) {
        var on = new SupervisionService.On(id, sent);
        return answer(cases.answer(on, Flaws.body(body)));
    }

    @POST
    @Path("{id}/rejection")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.CASE_HANDLER)
    @APIResponseSchema(SupervisionCaseView.class)
    public Response rejectCorrection(@PathParam("id") UUID id, @BeanParam Preconditions sent, @Nullable Words body) {
        var on = new SupervisionService.On(id, sent);
        return answer(cases.move(on, SupervisionAct.REJECT, Flaws.body(body).checked()));
    }

    @POST
    @Path("{id}/confirmation")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.CASE_APPROVER)
    @APIResponseSchema(SupervisionCaseView.class)
    public Response confirmCorrection(@PathParam("id") UUID id, @BeanParam Preconditions sent, @Nullable Words body) {
        var on = new SupervisionService.On(id, sent);
        return answer(cases.move(on, SupervisionAct.CONFIRM, Flaws.body(body).checked()));
    }

    @POST
    @Path("{id}/proposal")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.CASE_HANDLER)
    @APIResponseSchema(SupervisionCaseView.class)
    public Response proposePublicity(@PathParam("id") UUID id, @BeanParam Preconditions sent, @Nullable Words body) {
        var on = new SupervisionService.On(id, sent);
        return answer(cases.move(on, SupervisionAct.PROPOSE, Flaws.body(body).checked()));
    }

    @POST
    @Path("{id}/return")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.PUBLISHER)
    @APIResponseSchema(SupervisionCaseView.class)
    public Response returnProposal(@PathParam("id") UUID id, @BeanParam Preconditions sent, @Nullable Words body) {
        var on = new SupervisionService.On(id, sent);
        return answer(cases.move(on, SupervisionAct.RETURN, Flaws.body(body).checked()));
    }

    @POST
    @Path("{id}/publicity")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.PUBLISHER)
    @APIResponseSchema(SupervisionCaseView.class)
    public Response publiciseFinding(@PathParam("id") UUID id, @BeanParam Preconditions sent, @Nullable Words body) {
        var on = new SupervisionService.On(id, sent);
        return answer(cases.publicise(on, Flaws.body(body).checked()));
    }

    @POST
    @Path("{id}/lifting")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.CASE_APPROVER)
    @APIResponseSchema(SupervisionCaseView.class)
    public Response liftPublicity(@PathParam("id") UUID id, @BeanParam Preconditions sent, @Nullable Words body) {
        var on = new SupervisionService.On(id, sent);
        return answer(cases.move(on, SupervisionAct.LIFT, Flaws.body(body).checked()));
    }

    @POST
    @Path("{id}/referral")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.CASE_HANDLER)
    @APIResponseSchema(SupervisionCaseView.class)
    public Response referToProvince(@PathParam("id") UUID id, @BeanParam Preconditions sent, @Nullable Words body) {
        var on = new SupervisionService.On(id, sent);
        return answer(cases.move(on, SupervisionAct.REFER, Flaws.body(body).checked()));
    }

    @POST
    @Path("{id}/withdrawal")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.CASE_APPROVER)
    @APIResponseSchema(SupervisionCaseView.class)
    public Response withdrawFinding(@PathParam("id") UUID id, @BeanParam Preconditions sent, @Nullable Words body) {
        var on = new SupervisionService.On(id, sent);
        return answer(cases.move(on, SupervisionAct.WITHDRAW, Flaws.body(body).checked()));
    }

    private static Response answer(SupervisionCaseView item) {
        return inside(Response.ok(item)).tag(Preconditions.etag(item.version())).build();
    }

    /** What is not public is stored in no cache. */
    private static Response.ResponseBuilder inside(Response.ResponseBuilder answer) {
        return answer.header(HttpHeaders.CACHE_CONTROL, "private, no-store");
    }

    /** Only to describe {@link Page} of cases in the API document. */
    @Schema(name = "SupervisionCasePage")
    private record SupervisionCasePage(
            @Schema(required = true) List<SupervisionCaseView> items,

            @Schema(description = "下一页的 after (the after of the next page)") @Nullable
            String next) {}
}

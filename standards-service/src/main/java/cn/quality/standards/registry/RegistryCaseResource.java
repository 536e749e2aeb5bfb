package cn.quality.standards.registry;

import cn.quality.platform.http.Preconditions;
import cn.quality.platform.paging.Page;
import cn.quality.platform.paging.PageRequest;
import cn.quality.standards.Roles;
import cn.quality.standards.input.Flaws;
import cn.quality.standards.registry.RegistryService.On;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What officials do about entries. Each act takes {@code If-Match} with the ETag that was read. */
@Path("registry-cases")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "registry-cases")
class RegistryCaseResource {

    /** What officials see is stored in no cache. */
    static final String INSIDE = "private, no-store";

    private final RegistryService service;

    RegistryCaseResource(RegistryService service) {
        this.service = service;
    }

    @GET
    @RolesAllowed({Roles.CASE_HANDLER, Roles.CASE_APPROVER, Roles.AUDITOR, Roles.ADMINISTRATOR})
    @APIResponseSchema(RegistryCasePage.class)
    public Response listRegistryCases(@Valid @BeanParam RegistryCaseFilter filter, @Valid @BeanParam PageRequest page) {
        return Response.ok(service.list(filter, page))
                .header(HttpHeaders.CACHE_CONTROL, INSIDE)
                .build();
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Roles.CASE_HANDLER, Roles.CASE_APPROVER, Roles.AUDITOR, Roles.ADMINISTRATOR})
    @APIResponseSchema(RegistryCaseView.class)
    public Response getRegistryCase(@PathParam("id") UUID id) {
        return answer(service.find(id));
    }

    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.CASE_HANDLER)
    @APIResponseSchema(RegistryCaseView.class)
    public Response reviseRegistryProposal(
            @PathParam("id") UUID id, @BeanParam Preconditions sent, @Nullable NewEntry body) {
        return answer(service.revise(new On(id, sent), Flaws.body(body)));
    }

    @POST
    @Path("{id}/withdrawal")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.CASE_HANDLER)
    @APIResponseSchema(RegistryCaseView.class)
    public Response withdrawRegistryProposal(
            @PathParam("id") UUID id, @BeanParam Preconditions sent, @Nullable NewReason body) {
        return answer(service.endProposal(
                new On(id, sent), RegistryAct.WITHDRAW, Flaws.body(body).checked()));
    }

    @POST
    @Path("{id}/declining")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.CASE_APPROVER)
    @APIResponseSchema(RegistryCaseView.class)
    public Response declineRegistryProposal(
            @PathParam("id") UUID id, @BeanParam Preconditions sent, @Nullable NewReason body) {
        return answer(service.endProposal(
                new On(id, sent), RegistryAct.DECLINE, Flaws.body(body).checked()));
    }

    @POST
    @Path("{id}/entry")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.CASE_APPROVER)
    @APIResponseSchema(RegistryCaseView.class)
    public Response enterRegistryEntry(
            @PathParam("id") UUID id, @BeanParam Preconditions sent, @Nullable NewDecision body) {
        return answer(service.enter(new On(id, sent), Flaws.body(body).checked()));
    }

    @POST
    @Path("{id}/correction")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.CASE_APPROVER)
    @APIResponseSchema(RegistryCaseView.class)
    public Response correctRegistryEntry(
            @PathParam("id") UUID id, @BeanParam Preconditions sent, @Nullable NewEntry body) {
        return answer(service.correct(new On(id, sent), Flaws.body(body)));
    }

    @POST
    @Path("{id}/review")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.CASE_HANDLER)
    @APIResponseSchema(RegistryCaseView.class)
    public Response reviewRegistryEntry(
            @PathParam("id") UUID id, @BeanParam Preconditions sent, @Nullable NewReview body) {
        return answer(service.review(new On(id, sent), Flaws.body(body).checked()));
    }

    @POST
    @Path("{id}/retention")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.CASE_APPROVER)
    @APIResponseSchema(RegistryCaseView.class)
    public Response retainRegistryEntry(
            @PathParam("id") UUID id, @BeanParam Preconditions sent, @Nullable NewDecision body) {
        return answer(service.retain(new On(id, sent), Flaws.body(body).checked()));
    }

    @POST
    @Path("{id}/exit")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.CASE_APPROVER)
    @APIResponseSchema(RegistryCaseView.class)
    public Response endRegistryEntry(
            @PathParam("id") UUID id, @BeanParam Preconditions sent, @Nullable NewDecision body) {
        return answer(service.exit(new On(id, sent), Flaws.body(body).checked()));
    }

    @POST
    @Path("{id}/reproposal")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.CASE_HANDLER)
    @APIResponseSchema(RegistryCaseView.class)
    public Response reproposeRegistryEntry(
            @PathParam("id") UUID id, @BeanParam Preconditions sent, @Nullable NewEntry body) {
        return answer(service.repropose(new On(id, sent), Flaws.body(body)));
    }

    private static Response answer(RegistryCaseView entry) {
        return Response.ok(entry)
                .tag(Preconditions.etag(entry.version()))
                .header(HttpHeaders.CACHE_CONTROL, INSIDE)
                .build();
    }

    /** Only to describe {@link Page} of entries in the API document. */
    @Schema(name = "RegistryCasePage")
    private record RegistryCasePage(
            @Schema(required = true) List<RegistryCaseView> items,

            @Schema(description = "下一页的 after (the after of the next page)") @Nullable
            String next) {}
}

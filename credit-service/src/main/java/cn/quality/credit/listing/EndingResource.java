package cn.quality.credit.listing;

import cn.quality.credit.Roles;
import cn.quality.platform.http.Preconditions;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How an entry leaves the list, and what has to be done afterwards. */
@Path("listings")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "listings", description = "红黑榜 (red and black lists)")
class EndingResource {

    private final ListingService service;

    EndingResource(ListingService service) {
        this.service = service;
    }

    @POST
    @Path("{id}/basis-revocation")
    @RolesAllowed(Roles.CASE_APPROVER)
    public Response revokeBasis(
            @PathParam("id") UUID id, @Valid @NotNull CaseActs.Annulment body, @BeanParam Preconditions preconditions) {
        return ListingResource.act(service.perform(id, body, preconditions));
    }

    @POST
    @Path("{id}/closing")
    @RolesAllowed(Roles.CASE_APPROVER)
    public Response close(
            @PathParam("id") UUID id, @Valid @NotNull CaseActs.Reason body, @BeanParam Preconditions preconditions) {
        return ListingResource.act(service.perform(id, body.of(ListingAct.CLOSE), preconditions));
    }

    @POST
    @Path("{id}/withdrawal")
    @RolesAllowed(Roles.PUBLISHER)
    public Response withdraw(
            @PathParam("id") UUID id, @Valid @NotNull CaseActs.Reason body, @BeanParam Preconditions preconditions) {
        return ListingResource.act(service.perform(id, body.of(ListingAct.WITHDRAW), preconditions));
    }

    @POST
    @Path("{id}/reinstatement")
    @RolesAllowed(Roles.PUBLISHER)
    public Response reinstate(
            @PathParam("id") UUID id, @Valid @NotNull CaseActs.Reason body, @BeanParam Preconditions preconditions) {
        return ListingResource.act(service.perform(id, body.of(ListingAct.REINSTATE), preconditions));
    }

    @POST
    @Path("{id}/measures-lifting")
    @RolesAllowed(Roles.CASE_HANDLER)
    public Response liftMeasures(
            @PathParam("id") UUID id, @Valid @NotNull CaseActs.Lifting body, @BeanParam Preconditions preconditions) {
        return ListingResource.act(service.perform(id, body, preconditions));
    }

    @POST
    @Path("{id}/archiving")
    @RolesAllowed(Roles.PUBLISHER)
    public Response archive(@PathParam("id") UUID id, @BeanParam Preconditions preconditions) {
        return ListingResource.act(service.perform(id, CaseActs.bare(ListingAct.ARCHIVE), preconditions));
    }
}

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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What an enterprise can do about its entry, and what the office answers: statement, objection, repair. */
@Path("listings")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "listings", description = "红黑榜 (red and black lists)")
class RemedyResource {

    private final ListingService service;

    RemedyResource(ListingService service) {
        this.service = service;
    }

    @POST
    @Path("{id}/statement")
    @RolesAllowed(Roles.ENTERPRISE)
    @APIResponseSchema(Filed.class)
    public Response addStatement(
            @PathParam("id") UUID id, @Valid @NotNull CaseActs.Statement body, @BeanParam Preconditions preconditions) {
        return ListingResource.filed(service.perform(id, body, preconditions));
    }

    @POST
    @Path("{id}/objections")
    @RolesAllowed(Roles.ENTERPRISE)
    @APIResponseSchema(Filed.class)
    public Response raiseObjection(
            @PathParam("id") UUID id, @Valid @NotNull CaseActs.Objecting body, @BeanParam Preconditions preconditions) {
        return ListingResource.filed(service.perform(id, body, preconditions));
    }

    @POST
    @Path("{id}/objections/referral")
    @RolesAllowed(Roles.CASE_HANDLER)
    public Response referObjection(
            @PathParam("id") UUID id, @Valid @NotNull CaseActs.Referral body, @BeanParam Preconditions preconditions) {
        return ListingResource.act(service.perform(id, body, preconditions));
    }

    @POST
    @Path("{id}/objections/answer")
    @RolesAllowed(Roles.CASE_APPROVER)
    public Response answerObjection(
            @PathParam("id") UUID id,
            @Valid @NotNull CaseActs.ObjectionAnswer body,
            @BeanParam Preconditions preconditions) {
        return ListingResource.act(service.perform(id, body, preconditions));
    }

    @POST
    @Path("{id}/repair-applications")
    @RolesAllowed(Roles.ENTERPRISE)
    @APIResponseSchema(Filed.class)
    public Response applyForRepair(
            @PathParam("id") UUID id, @Valid @NotNull CaseActs.Repairing body, @BeanParam Preconditions preconditions) {
        return ListingResource.filed(service.perform(id, body, preconditions));
    }

    @POST
    @Path("{id}/repair-applications/acceptance")
    @RolesAllowed(Roles.CASE_HANDLER)
    public Response takeUpRepair(
            @PathParam("id") UUID id,
            @Valid @NotNull CaseActs.RepairAcceptance body,
            @BeanParam Preconditions preconditions) {
        return ListingResource.act(service.perform(id, body, preconditions));
    }

    @POST
    @Path("{id}/repair-applications/extension")
    @RolesAllowed(Roles.CASE_APPROVER)
    public Response extendRepair(
            @PathParam("id") UUID id,
            @Valid @NotNull CaseActs.RepairExtension body,
            @BeanParam Preconditions preconditions) {
        return ListingResource.act(service.perform(id, body, preconditions));
    }

    @POST
    @Path("{id}/repair-applications/decision")
    @RolesAllowed(Roles.CASE_APPROVER)
    public Response decideRepair(
            @PathParam("id") UUID id,
            @Valid @NotNull CaseActs.RepairRuling body,
            @BeanParam Preconditions preconditions) {
        return ListingResource.act(service.perform(id, body, preconditions));
    }

    @POST
    @Path("{id}/court-rulings")
    @RolesAllowed(Roles.ENTERPRISE)
    @APIResponseSchema(Filed.class)
    public Response fileCourtRuling(
            @PathParam("id") UUID id,
            @Valid @NotNull CaseActs.CourtRuling body,
            @BeanParam Preconditions preconditions) {
        return ListingResource.filed(service.perform(id, body, preconditions));
    }

    @POST
    @Path("{id}/temporary-repair")
    @RolesAllowed(Roles.CASE_APPROVER)
    public Response decideTemporaryRepair(
            @PathParam("id") UUID id,
            @Valid @NotNull CaseActs.TemporaryRepairRuling body,
            @BeanParam Preconditions preconditions) {
        return ListingResource.act(service.perform(id, body, preconditions));
    }

    @POST
    @Path("{id}/plan-completion")
    @RolesAllowed(Roles.CASE_APPROVER)
    public Response confirmReorganisation(
            @PathParam("id") UUID id,
            @Valid @NotNull CaseActs.PlanCompletion body,
            @BeanParam Preconditions preconditions) {
        return ListingResource.act(service.perform(id, body, preconditions));
    }

    @POST
    @Path("{id}/resumption")
    @RolesAllowed(Roles.PUBLISHER)
    public Response resumeDisplay(
            @PathParam("id") UUID id,
            @Valid @NotNull CaseActs.PlanTermination body,
            @BeanParam Preconditions preconditions) {
        return ListingResource.act(service.perform(id, body, preconditions));
    }

    @POST
    @Path("{id}/restoration")
    @RolesAllowed(Roles.CASE_APPROVER)
    public Response restore(
            @PathParam("id") UUID id,
            @Valid @NotNull CaseActs.FraudFinding body,
            @BeanParam Preconditions preconditions) {
        return ListingResource.act(service.perform(id, body, preconditions));
    }
}

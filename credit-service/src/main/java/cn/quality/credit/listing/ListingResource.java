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
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
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
    @APIResponseSchema(ListingView.class)
    public Response draft(@Valid @NotNull NewListing proposal, @HeaderParam("Idempotency-Key") @Nullable String key) {
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
    public Response revise(
            @PathParam("id") UUID id, @Valid @NotNull NewListing body, @BeanParam Preconditions preconditions) {
        return act(service.perform(id, body, preconditions));
    }

    @POST
    @Path("{id}/submission")
    @RolesAllowed(Roles.CASE_HANDLER)
    public Response submit(@PathParam("id") UUID id, @BeanParam Preconditions preconditions) {
        return act(service.perform(id, CaseActs.bare(ListingAct.SUBMIT), preconditions));
    }

    @POST
    @Path("{id}/return")
    @RolesAllowed(Roles.CASE_APPROVER)
    public Response sendBack(
            @PathParam("id") UUID id, @Valid @NotNull CaseActs.Reason body, @BeanParam Preconditions preconditions) {
        return act(service.perform(id, body.of(ListingAct.SEND_BACK), preconditions));
    }

    @POST
    @Path("{id}/rejection")
    @RolesAllowed(Roles.CASE_APPROVER)
    public Response reject(
            @PathParam("id") UUID id, @Valid @NotNull CaseActs.Reason body, @BeanParam Preconditions preconditions) {
        return act(service.perform(id, body.of(ListingAct.REJECT), preconditions));
    }

    @POST
    @Path("{id}/notice")
    @RolesAllowed(Roles.CASE_APPROVER)
    public Response serveNotice(
            @PathParam("id") UUID id, @Valid @NotNull CaseActs.Notice body, @BeanParam Preconditions preconditions) {
        return act(service.perform(id, body, preconditions));
    }

    @POST
    @Path("{id}/defence")
    @RolesAllowed({Roles.CASE_HANDLER, Roles.ENTERPRISE})
    @APIResponseSchema(Filed.class)
    public Response receiveDefence(
            @PathParam("id") UUID id, @Valid @NotNull CaseActs.Defence body, @BeanParam Preconditions preconditions) {
        return filed(service.perform(id, body, preconditions));
    }

    @POST
    @Path("{id}/lapse")
    @RolesAllowed(Roles.CASE_HANDLER)
    public Response lapseDefence(@PathParam("id") UUID id, @BeanParam Preconditions preconditions) {
        return act(service.perform(id, CaseActs.bare(ListingAct.LAPSE_DEFENCE), preconditions));
    }

    @POST
    @Path("{id}/consent")
    @RolesAllowed(Roles.CASE_APPROVER)
    public Response consent(
            @PathParam("id") UUID id, @Valid @NotNull CaseActs.Consent body, @BeanParam Preconditions preconditions) {
        return act(service.perform(id, body, preconditions));
    }

    @POST
    @Path("{id}/decision")
    @RolesAllowed(Roles.CASE_APPROVER)
    public Response decide(
            @PathParam("id") UUID id, @Valid @NotNull CaseActs.Ruling body, @BeanParam Preconditions preconditions) {
        return act(service.perform(id, body, preconditions));
    }

    @POST
    @Path("{id}/service")
    @RolesAllowed(Roles.CASE_HANDLER)
    public Response serveDecision(
            @PathParam("id") UUID id,
            @Valid @NotNull CaseActs.DecisionDelivery body,
            @BeanParam Preconditions preconditions) {
        return act(service.perform(id, body, preconditions));
    }

    @POST
    @Path("{id}/public-notice")
    @RolesAllowed(Roles.CASE_APPROVER)
    public Response announce(
            @PathParam("id") UUID id,
            @Valid @NotNull CaseActs.PublicNotice body,
            @BeanParam Preconditions preconditions) {
        return act(service.perform(id, body, preconditions));
    }

    @POST
    @Path("{id}/publication")
    @RolesAllowed(Roles.PUBLISHER)
    public Response publish(
            @PathParam("id") UUID id,
            @Valid CaseActs.@Nullable Publication body,
            @BeanParam Preconditions preconditions) {
        return act(publications.publish(id, body == null ? null : body.announcement(), preconditions));
    }

    @GET
    @Path("overdue")
    @RolesAllowed({Roles.CASE_HANDLER, Roles.CASE_APPROVER, Roles.PUBLISHER, Roles.AUDITOR})
    @APIResponseSchema(OverduePage.class)
    public Response overdue(@QueryParam("region") @Nullable String region, @Valid @BeanParam PageRequest page) {
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

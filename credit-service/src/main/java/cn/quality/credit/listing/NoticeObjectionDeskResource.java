package cn.quality.credit.listing;

import cn.quality.credit.Roles;
import cn.quality.platform.http.Preconditions;
import cn.quality.platform.paging.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What the office does about objections to an announced honour. */
@Path("listings/{id}/notice-objections")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "listings", description = "红黑榜 (red and black lists)")
class NoticeObjectionDeskResource {

    private final NoticeObjectionService service;

    NoticeObjectionDeskResource(NoticeObjectionService service) {
        this.service = service;
    }

    @GET
    @RolesAllowed({Roles.CASE_HANDLER, Roles.CASE_APPROVER, Roles.PUBLISHER, Roles.AUDITOR})
    @APIResponseSchema(NoticeObjectionPage.class)
    public Response objections(@PathParam("id") UUID id) {
        return ListingResource.office(Response.ok(new Page<>(service.against(id), null)))
                .build();
    }

    @POST
    @Path("answer")
    @RolesAllowed(Roles.CASE_APPROVER)
    @APIResponseSchema(ListingView.class)
    public Response answer(
            @PathParam("id") UUID id,
            @Valid @NotNull NoticeObjectionAnswer body,
            @BeanParam Preconditions preconditions) {
        return ListingResource.act(service.answer(id, body, preconditions));
    }

    /** For the API description only: it cannot read the element type off a {@link Response}. */
    @Schema(name = "NoticeObjectionPage")
    interface NoticeObjectionPage {
        List<NoticeObjectionView> getItems();

        @Nullable
        String getNext();
    }
}

package cn.quality.credit.listing;

import cn.quality.credit.Roles;
import cn.quality.platform.http.CacheableResponses;
import cn.quality.platform.paging.PageRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Publication in numbered batches. */
@Path("listing-batches")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "listings", description = "红黑榜 (red and black lists)")
class BatchResource {

    private final PublicationService service;
    private final CacheableResponses answers;

    BatchResource(PublicationService service, CacheableResponses answers) {
        this.service = service;
        this.answers = answers;
    }

    @POST
    @RolesAllowed(Roles.PUBLISHER)
    @APIResponseSchema(PublicationBatch.View.class)
    public Response publish(@Valid @NotNull NewBatch batch, @HeaderParam("Idempotency-Key") @Nullable String key) {
        return ListingResource.office(Response.status(Response.Status.CREATED)
                        .entity(service.publish(batch, Optional.ofNullable(key))))
                .build();
    }

    @GET
    @PermitAll
    @APIResponseSchema(BatchPage.class)
    public Response batches(@QueryParam("kind") @Nullable ListKind kind, @Valid @BeanParam PageRequest page) {
        return answers.of(service.batches(Optional.ofNullable(kind), page));
    }

    /** For the API description only: it cannot read the element type off a {@link Response}. */
    @Schema(name = "BatchPage")
    interface BatchPage {
        List<PublicationBatch.View> getItems();

        @Nullable
        String getNext();
    }
}

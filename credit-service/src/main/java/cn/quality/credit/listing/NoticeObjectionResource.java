package cn.quality.credit.listing;

import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * The door for whoever has something against an announced honour (公示异议). The receipt travels in a header and never in the
 * address, which everybody on the way writes down.
 */
@Path("public-notice-objections")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "listings", description = "红黑榜 (red and black lists)")
class NoticeObjectionResource {

    private static final String RECEIPT = "Objection-Receipt";

    private final NoticeObjectionService service;

    NoticeObjectionResource(NoticeObjectionService service) {
        this.service = service;
    }

    @POST
    @APIResponseSchema(value = FollowedNoticeObjection.class, responseCode = "201")
    public Response raise(
            @Valid @NotNull NewNoticeObjection body, @HeaderParam("Idempotency-Key") @Nullable String key) {
        var raised = service.raise(body.redacted(), Optional.ofNullable(key));
        return ListingResource.office(Response.status(raised.isNew() ? Response.Status.CREATED : Response.Status.OK)
                        .entity(raised.answer()))
                .build();
    }

    @GET
    @APIResponseSchema(FollowedNoticeObjection.class)
    public Response follow(@HeaderParam(RECEIPT) @NotBlank String receipt) {
        return ListingResource.office(Response.ok(service.follow(new NoticeReceipt(receipt))))
                .build();
    }
}

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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
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
    @Operation(
            summary = "成批发布 (publish a batch)",
            description = "同一榜的若干条目作为一批发布，编为当年第N批：全部发布，或者一条也不发布。每条须给出读到的版本。"
                    + "(Several entries of one list are published together as the year's next batch: all of them, or none. "
                    + "Each comes with the version that was read.)")
    @APIResponse(
            responseCode = "201",
            description = "批次 (the batch)",
            content = @Content(schema = @Schema(implementation = PublicationBatch.View.class)))
    @APIResponse(responseCode = "409", description = "illegal-transition；black-listed；idempotency-key-reused")
    @APIResponse(
            responseCode = "422",
            description =
                    "other-list: 条目不属于该榜 (an entry of the other list)；以及单独发布时的各项理由 (and whatever stops the publication of one entry)")
    public Response publish(
            @Valid @NotNull NewBatch batch,
            @HeaderParam("Idempotency-Key") @Parameter(description = "同一键的重复请求只执行一次 (done once per key)") @Nullable
                    String key) {
        return ListingResource.office(Response.status(Response.Status.CREATED)
                        .entity(service.publish(batch, Optional.ofNullable(key))))
                .build();
    }

    @GET
    @PermitAll
    @Operation(
            summary = "发布批次 (batches of publications)",
            description = "各批次及其公告，最近的在前。(Batches and their announcements, the newest first.)")
    @APIResponse(
            responseCode = "200",
            description = "一页批次 (one page)",
            content = @Content(schema = @Schema(implementation = BatchPage.class)))
    public Response batches(
            @QueryParam("kind") @Parameter(description = "RED 红榜或 BLACK 黑榜 (RED or BLACK list)") @Nullable
                    ListKind kind,
            @Valid @BeanParam PageRequest page) {
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

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

/** Lists that are drawn by chance. Whom the lot has met is nobody's business but the officials'. */
@Path("sampling-draws")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "supervision")
class SamplingResource {

    private final SamplingService sampling;

    SamplingResource(SamplingService sampling) {
        this.sampling = sampling;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.CASE_HANDLER)
    @APIResponseSchema(SamplingDrawView.class)
    public Response drawSample(
            @HeaderParam("Idempotency-Key") @Nullable String key, @Nullable NewSamplingDraw body, UriInfo uri) {
        var draw = sampling.draw(Flaws.body(body).checked(), Preconditions.key(key));
        return inside(Response.created(
                        uri.getAbsolutePathBuilder().path(draw.id().toString()).build())
                .entity(draw));
    }

    @GET
    @RolesAllowed({Roles.CASE_HANDLER, Roles.CASE_APPROVER, Roles.PUBLISHER, Roles.AUDITOR, Roles.ADMINISTRATOR})
    @APIResponseSchema(SamplingDrawPage.class)
    public Response listSamples(@Valid @BeanParam PageRequest page) {
        return inside(Response.ok(sampling.list(page)));
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Roles.CASE_HANDLER, Roles.CASE_APPROVER, Roles.PUBLISHER, Roles.AUDITOR, Roles.ADMINISTRATOR})
    @APIResponseSchema(SamplingDrawView.class)
    public Response getSample(@PathParam("id") UUID id) {
        return inside(Response.ok(sampling.find(id)));
    }

    @GET
    @Path("{id}/population")
    @RolesAllowed({Roles.CASE_HANDLER, Roles.CASE_APPROVER, Roles.PUBLISHER, Roles.AUDITOR, Roles.ADMINISTRATOR})
    @Produces(MediaType.TEXT_PLAIN)
    @APIResponseSchema(String.class)
    public Response getPopulation(@PathParam("id") UUID id) {
        return inside(Response.ok(sampling.population(id)));
    }

    private static Response inside(Response.ResponseBuilder answer) {
        return answer.header(HttpHeaders.CACHE_CONTROL, "private, no-store").build();
    }

    /** Only to describe {@link Page} of draws in the API document. */
    @Schema(name = "SamplingDrawPage")
    private record SamplingDrawPage(
            @Schema(required = true) List<SamplingDrawView> items,

            @Schema(description = "下一页的 after (the after of the next page)") @Nullable
            String next) {}
}

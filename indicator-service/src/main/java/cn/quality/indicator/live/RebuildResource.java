package cn.quality.indicator.live;

import cn.quality.indicator.Roles;
import cn.quality.platform.http.Preconditions;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Counting the live figures anew from the topics; {@code deploy/live-rebuild} calls it. */
@Path("live/rebuilds")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "live")
class RebuildResource {

    private static final String NO_STORE = "no-store";

    private final RebuildService rebuilds;
    private final RebuildRunner runner;

    RebuildResource(RebuildService rebuilds, RebuildRunner runner) {
        this.rebuilds = rebuilds;
        this.runner = runner;
    }

    @POST
    @RolesAllowed(Roles.ADMINISTRATOR)
    @APIResponseSchema(value = RebuildView.class, responseCode = "201")
    public Response rebuildLiveFigures(
            @QueryParam("acceptLoss") @DefaultValue("false") boolean acceptLoss,
            @HeaderParam("Idempotency-Key") @Nullable String key) {
        var begun = rebuilds.begin(acceptLoss, Preconditions.key(key));
        begun.building().ifPresent(runner::start);
        return Response.created(UriBuilder.fromPath("live/rebuilds/{id}")
                        .build(begun.view().id()))
                .entity(begun.view())
                .build();
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.AUDITOR})
    @APIResponseSchema(RebuildView.class)
    public Response getLiveRebuild(@PathParam("id") UUID id) {
        var view = rebuilds.find(id)
                .orElseThrow(() -> new Problem(ProblemTypes.NOT_FOUND, new Text("没有这一任务", "There is no such job")));
        return Response.ok(view).header("Cache-Control", NO_STORE).build();
    }
}

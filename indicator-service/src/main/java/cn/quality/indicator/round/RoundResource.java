package cn.quality.indicator.round;

import cn.quality.indicator.Roles;
import cn.quality.platform.http.Preconditions;
import cn.quality.platform.paging.PageRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("rounds")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "rounds", description = "填报轮次：下达、填报、审核、发布 (reporting rounds and their tasks)")
class RoundResource {

    private final RoundService rounds;

    RoundResource(RoundService rounds) {
        this.rounds = rounds;
    }

    @POST
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.CITY_REVIEWER})
    @APIResponseSchema(RoundView.class)
    public Response openRound(
            @HeaderParam("Idempotency-Key") @Nullable String key, @NotNull @Valid NewRound round, UriInfo uri) {
        var opened = rounds.open(round, Preconditions.key(key));
        return Response.created(uri.getAbsolutePathBuilder()
                        .path(opened.id().toString())
                        .build())
                .entity(opened)
                .build();
    }

    @GET
    @RolesAllowed({
        Roles.REPORTER,
        Roles.COUNTY_REVIEWER,
        Roles.CITY_REVIEWER,
        Roles.PUBLISHER,
        Roles.AUDITOR,
        Roles.ADMINISTRATOR
    })
    @APIResponseSchema(RoundView.class)
    public Response listRounds(@Valid @BeanParam PageRequest page) {
        return RoundTaskResource.inside(Response.ok(rounds.list(page))).build();
    }

    @GET
    @Path("{id}")
    @RolesAllowed({
        Roles.REPORTER,
        Roles.COUNTY_REVIEWER,
        Roles.CITY_REVIEWER,
        Roles.PUBLISHER,
        Roles.AUDITOR,
        Roles.ADMINISTRATOR
    })
    @APIResponseSchema(RoundView.class)
    public Response getRound(@PathParam("id") UUID id) {
        return RoundTaskResource.inside(Response.ok(rounds.find(id))).build();
    }
}

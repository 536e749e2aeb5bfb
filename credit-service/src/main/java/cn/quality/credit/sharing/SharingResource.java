package cn.quality.credit.sharing;

import cn.quality.credit.Roles;
import cn.quality.platform.http.Preconditions;
import cn.quality.platform.paging.Page;
import cn.quality.platform.paging.PageRequest;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
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
import java.util.Arrays;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Sharing over HTTP: subscribers, and their acknowledgements. */
@Path("/")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "sharing", description = "名单信息的共享与停止 (sharing of list entries, and its end)")
class SharingResource {

    private final SharingService service;

    SharingResource(SharingService service) {
        this.service = service;
    }

    @PUT
    @Path("subscribers/{clientId}")
    @RolesAllowed(Roles.ADMINISTRATOR)
    @APIResponseSchema(Subscriber.class)
    public Response subscribe(
            @PathParam("clientId") @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9._-]{0,99}") String clientId,
            @Valid @NotNull NewSubscriber subscriber,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        var stored = service.subscribe(clientId, subscriber, ifMatch);
        return Response.ok(stored).tag(Preconditions.etag(stored.version())).build();
    }

    @GET
    @Path("subscribers")
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.AUDITOR})
    public Page<Subscriber> subscribers(@Valid @BeanParam PageRequest page) {
        return service.subscribers(page);
    }

    @GET
    @Path("sharing-stops")
    @RolesAllowed({Roles.SCREENING_CLIENT, Roles.PUBLISHER, Roles.AUDITOR})
    public Page<SharingStop> stops(
            @QueryParam("state") @DefaultValue("OPEN") @Parameter(schema = @Schema(implementation = SharingState.class))
                    String state,
            @Valid @BeanParam PageRequest page) {
        return service.stops(stateOf(state), page);
    }

    @POST
    @Path("sharing-stops/{id}/acknowledgement")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed(Roles.SCREENING_CLIENT)
    public SharingStop acknowledge(@PathParam("id") UUID id) {
        return service.acknowledge(id);
    }

    private static SharingState stateOf(String text) {
        return Arrays.stream(SharingState.values())
                .filter(state -> state.name().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> new Problem(
                                ProblemTypes.INVALID_ARGUMENT,
                                new Text("参数 state 的取值不合法", "Parameter state has no such value"))
                        .with(
                                "state",
                                "enum",
                                Text.of("可用取值：%s", "One of %s", Arrays.toString(SharingState.values()))));
    }
}

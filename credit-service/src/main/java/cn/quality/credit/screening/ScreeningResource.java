package cn.quality.credit.screening;

import cn.quality.credit.Roles;
import cn.quality.platform.identity.Caller;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Screening over HTTP. */
@Path("screenings")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "screenings", description = "批量核查 (screening for other systems)")
class ScreeningResource {

    private final ScreeningService service;
    private final Caller caller;

    ScreeningResource(ScreeningService service, Caller caller) {
        this.service = service;
        this.caller = caller;
    }

    @POST
    @RolesAllowed(Roles.SCREENING_CLIENT)
    @APIResponseSchema(ScreeningAnswer.class)
    public Response screen(@Valid @NotNull ScreeningRequest request) {
        var answer = service.screen(request);
        return Response.created(
                        UriBuilder.fromPath("screenings/{id}").build(answer.id().toString()))
                .entity(answer)
                .build();
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Roles.SCREENING_CLIENT, Roles.AUDITOR})
    public ScreeningReceipt receipt(@PathParam("id") UUID id) {
        return service.receipt(id)
                .filter(receipt -> caller.has(Roles.AUDITOR) || receipt.client().equals(caller.id()))
                .orElseThrow(() ->
                        new Problem(ProblemTypes.NOT_FOUND, Text.of("没有编号为 %s 的回执", "There is no receipt %s", id)));
    }
}

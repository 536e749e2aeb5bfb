package cn.quality.indicator.targets;

import cn.quality.indicator.Roles;
import cn.quality.platform.http.CacheableResponses;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("targets/{id}/decomposition")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "targets")
class DecompositionResource {

    private final DecompositionService decompositions;
    private final CacheableResponses answers;

    DecompositionResource(DecompositionService decompositions, CacheableResponses answers) {
        this.decompositions = decompositions;
        this.answers = answers;
    }

    @GET
    @PermitAll
    @APIResponseSchema(DecompositionView.class)
    public Response getDecomposition(@PathParam("id") String id) {
        return TargetId.parse(id)
                .flatMap(decompositions::find)
                .map(answers::of)
                .orElseThrow(() ->
                        new Problem(ProblemTypes.NOT_FOUND, Text.of("目标 %s 没有分解", "%s has not been broken down", id)));
    }

    @PUT
    @RolesAllowed(Roles.ADMINISTRATOR)
    @APIResponseSchema(DecompositionView.class)
    public Response putDecomposition(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid NewDecomposition decomposition) {
        var target = TargetId.parse(id)
                .orElseThrow(
                        () -> new Problem(ProblemTypes.NOT_FOUND, Text.of("没有目标 %s", "There is no target %s", id)));
        return decompositions
                .put(target, decomposition, Optional.ofNullable(ifMatch))
                .answer();
    }
}

package cn.quality.standards.impact;

import cn.quality.platform.http.CacheableResponses;
import cn.quality.platform.paging.PageRequest;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import cn.quality.standards.input.Flaws;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Who depends on a standard. */
@Path("standards/{id}/dependants")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "impact")
class DependantResource {

    private final DependantLookup lookup;
    private final CacheableResponses answers;

    DependantResource(DependantLookup lookup, CacheableResponses answers) {
        this.lookup = lookup;
        this.answers = answers;
    }

    @GET
    @PermitAll
    @APIResponseSchema(DependantsView.class)
    public Response listDependants(
            @PathParam("id") UUID id,
            @QueryParam("kind") @Parameter(schema = @Schema(implementation = DependantKind.class)) @Nullable
                    String kind,
            @Valid @BeanParam PageRequest page) {
        var wanted = Optional.ofNullable(Flaws.choice(kind, "kind", DependantKind.class));
        return answers.of(lookup.dependants(id, wanted, page)
                .orElseThrow(() -> new Problem(
                        ProblemTypes.NOT_FOUND, Text.of("目录中没有标准 %s", "the catalogue holds no standard %s", id))));
    }
}

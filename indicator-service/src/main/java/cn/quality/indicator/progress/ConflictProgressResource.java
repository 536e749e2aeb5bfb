package cn.quality.indicator.progress;

import cn.quality.indicator.conflict.ConflictId;
import cn.quality.platform.http.CacheableResponses;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What each plan's own target says of the same thing. */
@Path("conflicts/{id}/progress")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "progress")
class ConflictProgressResource {

    private final ProgressService progress;
    private final CacheableResponses answers;

    ConflictProgressResource(ProgressService progress, CacheableResponses answers) {
        this.progress = progress;
        this.answers = answers;
    }

    @GET
    @PermitAll
    @APIResponseSchema(ProgressView.class)
    public Response getConflictProgress(@PathParam("id") String id, @Valid @BeanParam ProgressQuery query) {
        return ConflictId.parse(id)
                .flatMap(known -> progress.ofConflict(known, query))
                .map(answers::of)
                .orElseThrow(
                        () -> new Problem(ProblemTypes.NOT_FOUND, Text.of("没有冲突 %s", "There is no conflict %s", id)));
    }
}

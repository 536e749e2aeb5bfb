package cn.quality.indicator.progress;

import cn.quality.indicator.targets.TargetId;
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

@Path("targets/{id}/progress")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "progress", description = "规划进展：应达、实际、状态与理由 (how far the targets have come, and why that is said)")
class TargetProgressResource {

    private final ProgressService progress;
    private final CacheableResponses answers;

    TargetProgressResource(ProgressService progress, CacheableResponses answers) {
        this.progress = progress;
        this.answers = answers;
    }

    @GET
    @PermitAll
    @APIResponseSchema(ProgressView.class)
    public Response getTargetProgress(@PathParam("id") String id, @Valid @BeanParam ProgressQuery query) {
        return TargetId.parse(id)
                .flatMap(known -> progress.of(known, query))
                .map(answers::of)
                .orElseThrow(
                        () -> new Problem(ProblemTypes.NOT_FOUND, Text.of("没有目标 %s", "There is no target %s", id)));
    }
}

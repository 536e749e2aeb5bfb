package cn.quality.indicator.targets;

import cn.quality.indicator.Roles;
import cn.quality.indicator.revision.RevisionView;
import cn.quality.platform.http.CacheableResponses;
import cn.quality.platform.paging.PageRequest;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
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

@Path("targets")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "targets", description = "规划目标：口径、基数、目标值、轨迹与原文位置 (what the plans promised, and where they say so)")
class TargetResource {

    private final TargetService targets;
    private final CacheableResponses answers;

    TargetResource(TargetService targets, CacheableResponses answers) {
        this.targets = targets;
        this.answers = answers;
    }

    @GET
    @PermitAll
    @APIResponseSchema(TargetView.class)
    public Response listTargets(@Valid @BeanParam TargetFilter filter, @Valid @BeanParam PageRequest page) {
        return answers.of(targets.list(filter, page));
    }

    @GET
    @Path("{id}")
    @PermitAll
    @APIResponseSchema(TargetView.class)
    public Response getTarget(@PathParam("id") String id) {
        return TargetId.parse(id).flatMap(targets::find).map(answers::of).orElseThrow(() -> notFound(id));
    }

    @GET
    @Path("{id}/versions")
    @PermitAll
    @APIResponseSchema(RevisionView.class)
    public Response listTargetVersions(@PathParam("id") String id, @Valid @BeanParam PageRequest page) {
        return TargetId.parse(id)
                .flatMap(known -> targets.versions(known, page))
                .map(answers::of)
                .orElseThrow(() -> notFound(id));
    }

    @PUT
    @Path("{id}")
    @RolesAllowed(Roles.ADMINISTRATOR)
    @APIResponseSchema(TargetView.class)
    public Response putTarget(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid NewTarget target) {
        if (!target.id().equals(id)) {
            throw new Problem(
                            ProblemTypes.INVALID_ARGUMENT,
                            new Text("路径与内容的编号不一致", "The path and the body name different targets"))
                    .with("id", "same-as-path", Text.of("应为 %s", "must be %s", id));
        }
        return targets.put(target, Optional.ofNullable(ifMatch)).answer();
    }

    private static Problem notFound(String id) {
        return new Problem(ProblemTypes.NOT_FOUND, Text.of("没有目标 %s", "There is no target %s", id));
    }
}

package cn.quality.indicator.conflict;

import cn.quality.indicator.Roles;
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

@Path("conflicts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "conflicts", description = "规划之间及规划内部的不一致，并列显示 (what the plans disagree about, side by side)")
class ConflictResource {

    private final ConflictService conflicts;
    private final CacheableResponses answers;

    ConflictResource(ConflictService conflicts, CacheableResponses answers) {
        this.conflicts = conflicts;
        this.answers = answers;
    }

    @GET
    @PermitAll
    @APIResponseSchema(ConflictView.class)
    public Response listConflicts(@Valid @BeanParam ConflictFilter filter, @Valid @BeanParam PageRequest page) {
        return answers.of(conflicts.list(filter, page));
    }

    @GET
    @Path("{id}")
    @PermitAll
    @APIResponseSchema(ConflictView.class)
    public Response getConflict(@PathParam("id") String id) {
        return ConflictId.parse(id)
                .flatMap(conflicts::find)
                .map(answers::of)
                .orElseThrow(
                        () -> new Problem(ProblemTypes.NOT_FOUND, Text.of("没有冲突 %s", "There is no conflict %s", id)));
    }

    @PUT
    @Path("{id}")
    @RolesAllowed(Roles.ADMINISTRATOR)
    @APIResponseSchema(ConflictView.class)
    public Response putConflict(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid NewConflict conflict) {
        if (!conflict.id().equals(id)) {
            throw new Problem(
                            ProblemTypes.INVALID_ARGUMENT,
                            new Text("路径与内容的编号不一致", "The path and the body name different conflicts"))
                    .with("id", "same-as-path", Text.of("应为 %s", "must be %s", id));
        }
        return conflicts.put(conflict, Optional.ofNullable(ifMatch)).answer();
    }
}

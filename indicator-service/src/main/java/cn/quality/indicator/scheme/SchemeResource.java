package cn.quality.indicator.scheme;

import cn.quality.indicator.Roles;
import cn.quality.indicator.revision.RevisionView;
import cn.quality.platform.http.CacheableResponses;
import cn.quality.platform.paging.Page;
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
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("schemes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "schemes", description = "政府质量工作考核方案 (schemes of the assessment of quality work)")
class SchemeResource {

    private final SchemeService schemes;
    private final CacheableResponses answers;

    SchemeResource(SchemeService schemes, CacheableResponses answers) {
        this.schemes = schemes;
        this.answers = answers;
    }

    @GET
    @PermitAll
    @APIResponseSchema(SchemePage.class)
    public Response listSchemes() {
        return answers.of(new Page<>(schemes.list(), null));
    }

    @GET
    @Path("{id}")
    @PermitAll
    @APIResponseSchema(SchemeView.class)
    public Response getScheme(@PathParam("id") String id) {
        return answers.of(schemes.find(id).orElseThrow(() -> unknown(id)));
    }

    @GET
    @Path("{id}/versions")
    @PermitAll
    @APIResponseSchema(SchemeRevisionPage.class)
    public Response listSchemeVersions(@PathParam("id") String id, @Valid @BeanParam PageRequest page) {
        return answers.of(schemes.versions(id, page).orElseThrow(() -> unknown(id)));
    }

    @PUT
    @Path("{id}")
    @RolesAllowed(Roles.ADMINISTRATOR)
    @APIResponseSchema(SchemeView.class)
    public Response putScheme(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid NewScheme scheme) {
        if (!scheme.id().equals(id)) {
            throw new Problem(
                            ProblemTypes.INVALID_ARGUMENT,
                            new Text("路径与内容的编号不一致", "The path and the body name different schemes"))
                    .with("id", "same-as-path", Text.of("应为 %s", "must be %s", id));
        }
        return schemes.put(scheme, Optional.ofNullable(ifMatch)).answer();
    }

    private static Problem unknown(String id) {
        return new Problem(ProblemTypes.NOT_FOUND, Text.of("没有考核方案 %s", "There is no scheme %s", id));
    }

    /** Only to describe the lists in the API document. */
    @Schema(name = "SchemePage")
    private record SchemePage(@Schema(required = true) List<SchemeView> items) {}

    @Schema(name = "SchemeRevisionPage")
    private record SchemeRevisionPage(
            @Schema(required = true) List<RevisionView> items,

            @Nullable String next) {}
}

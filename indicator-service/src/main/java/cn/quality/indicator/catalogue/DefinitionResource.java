package cn.quality.indicator.catalogue;

import cn.quality.indicator.IndicatorCode;
import cn.quality.indicator.Roles;
import cn.quality.platform.http.CacheableResponses;
import cn.quality.platform.paging.Page;
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

@Path("definitions/{indicator}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "definitions", description = "指标口径：数什么、何时起、在哪里中断 (what an indicator counts, from when on)")
class DefinitionResource {

    private final DefinitionService definitions;
    private final CacheableResponses answers;

    DefinitionResource(DefinitionService definitions, CacheableResponses answers) {
        this.definitions = definitions;
        this.answers = answers;
    }

    @GET
    @PermitAll
    @APIResponseSchema(DefinitionView.class)
    public Response listDefinitions(@PathParam("indicator") String indicator) {
        return IndicatorCode.parse(indicator)
                .map(definitions::of)
                .filter(all -> !all.isEmpty())
                .map(all -> answers.of(new Page<>(all, null)))
                .orElseThrow(() ->
                        new Problem(ProblemTypes.NOT_FOUND, Text.of("没有指标 %s", "There is no indicator %s", indicator)));
    }

    @GET
    @Path("{version}")
    @PermitAll
    @APIResponseSchema(DefinitionView.class)
    public Response getDefinition(@PathParam("indicator") String indicator, @PathParam("version") int version) {
        return IndicatorCode.parse(indicator)
                .flatMap(code -> definitions.find(code, version))
                .map(answers::of)
                .orElseThrow(() -> new Problem(
                        ProblemTypes.NOT_FOUND,
                        Text.of("指标 %s 没有第 %d 版口径", "%s has no definition %d", indicator, version)));
    }

    @PUT
    @Path("{version}")
    @RolesAllowed(Roles.ADMINISTRATOR)
    @APIResponseSchema(DefinitionView.class)
    public Response putDefinition(
            @PathParam("indicator") String indicator,
            @PathParam("version") int version,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid NewDefinition definition) {
        if (!definition.indicator().equals(indicator) || definition.version() != version) {
            throw new Problem(
                            ProblemTypes.INVALID_ARGUMENT,
                            new Text("路径与内容的口径不一致", "The path and the body name different definitions"))
                    .with(
                            definition.version() == version ? "indicator" : "version",
                            "same-as-path",
                            Text.of("应为 %s 第 %d 版", "must be %s, version %d", indicator, version));
        }
        return definitions.put(definition, Optional.ofNullable(ifMatch)).answer();
    }
}

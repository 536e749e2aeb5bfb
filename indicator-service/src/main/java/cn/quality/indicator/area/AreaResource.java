package cn.quality.indicator.area;

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

@Path("areas")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "areas", description = "地区：市、区县、功能区 (what a figure is reported for)")
class AreaResource {

    private final AreaService areas;
    private final CacheableResponses answers;

    AreaResource(AreaService areas, CacheableResponses answers) {
        this.areas = areas;
        this.answers = answers;
    }

    @GET
    @PermitAll
    public Response listAreas(@Valid @BeanParam PageRequest page) {
        return answers.of(areas.list(page));
    }

    @GET
    @Path("{code}")
    @PermitAll
    @APIResponseSchema(AreaView.class)
    public Response getArea(@PathParam("code") String code) {
        return AreaCode.parse(code)
                .flatMap(areas::find)
                .map(answers::of)
                .orElseThrow(
                        () -> new Problem(ProblemTypes.NOT_FOUND, Text.of("没有地区 %s", "There is no area %s", code)));
    }

    @PUT
    @Path("{code}")
    @RolesAllowed(Roles.ADMINISTRATOR)
    @APIResponseSchema(AreaView.class)
    public Response putArea(
            @PathParam("code") String code,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid NewArea area) {
        if (!area.code().equals(code)) {
            throw new Problem(
                            ProblemTypes.INVALID_ARGUMENT,
                            new Text("路径与内容的代码不一致", "The path and the body name different areas"))
                    .with("code", "same-as-path", Text.of("应为 %s", "must be %s", code));
        }
        return areas.put(area, Optional.ofNullable(ifMatch)).answer();
    }
}

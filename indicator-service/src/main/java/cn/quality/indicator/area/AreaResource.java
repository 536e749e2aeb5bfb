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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
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
    @Operation(
            operationId = "listAreas",
            summary = "列出地区 (list the areas)",
            description = "市、区县与功能区，指标以此为单位上报。(City, districts and functional zones: what figures are reported for.)")
    @APIResponse(
            responseCode = "200",
            description = "按代码排序的一页 (a page, by code)",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema =
                                    @Schema(
                                            type = SchemaType.OBJECT,
                                            properties = {
                                                @SchemaProperty(
                                                        name = "items",
                                                        type = SchemaType.ARRAY,
                                                        implementation = AreaView.class),
                                                @SchemaProperty(name = "next", type = SchemaType.STRING)
                                            }),
                            examples = @ExampleObject(name = "areas", value = AreaExamples.PAGE)))
    public Response list(@Valid @BeanParam PageRequest page) {
        return answers.of(areas.list(page));
    }

    @GET
    @Path("{code}")
    @PermitAll
    @Operation(
            operationId = "getArea",
            summary = "一个地区 (one area)",
            description = "以 GB/T 2260 代码查询。(By its code of GB/T 2260.)")
    @APIResponse(
            responseCode = "200",
            description = "地区 (the area)",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = AreaView.class),
                            examples = @ExampleObject(name = "area", value = AreaExamples.SHOWN)))
    public Response get(@PathParam("code") String code) {
        return AreaCode.parse(code)
                .flatMap(areas::find)
                .map(answers::of)
                .orElseThrow(
                        () -> new Problem(ProblemTypes.NOT_FOUND, Text.of("没有地区 %s", "There is no area %s", code)));
    }

    @PUT
    @Path("{code}")
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Operation(
            operationId = "putArea",
            summary = "登记或更正一个地区 (record an area or correct it)",
            description = "相同内容重复提交不产生新版本。(The same data again changes nothing.)")
    @APIResponse(
            responseCode = "201",
            description = "新地区 (a new area)",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = AreaView.class),
                            examples = @ExampleObject(name = "area", value = AreaExamples.SHOWN)))
    @APIResponse(
            responseCode = "200",
            description = "已更正，或内容未变 (corrected, or nothing changed)",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = AreaView.class)))
    @APIResponse(
            responseCode = "422",
            description =
                    "unknown-parent: 上级不是已登记的市 (its parent is no registered city)；misplaced-city: 层级不符 (not at this level)")
    public Response put(
            @PathParam("code") String code,
            @Parameter(description = "据以修改的版本，可省略 (the version this change was decided upon; optional)")
                    @HeaderParam(HttpHeaders.IF_MATCH)
                    @Nullable
                    String ifMatch,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = NewArea.class),
                                            examples = @ExampleObject(name = "area", value = AreaExamples.SENT)))
                    @NotNull
                    @Valid
                    NewArea area) {
        if (!area.code().equals(code)) {
            throw new Problem(
                            ProblemTypes.INVALID_ARGUMENT,
                            new Text("路径与内容的代码不一致", "The path and the body name different areas"))
                    .with("code", "same-as-path", Text.of("应为 %s", "must be %s", code));
        }
        return areas.put(area, Optional.ofNullable(ifMatch)).answer();
    }
}

package cn.quality.indicator.catalogue;

import cn.quality.indicator.IndicatorCode;
import cn.quality.indicator.Roles;
import cn.quality.indicator.revision.RevisionView;
import cn.quality.platform.http.CacheableResponses;
import cn.quality.platform.paging.PageRequest;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import cn.quality.platform.tabular.CsvTable;
import cn.quality.platform.tabular.ListFile;
import cn.quality.platform.tabular.ListResponses;
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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
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

@Path("indicators")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "indicators", description = "指标目录：规划中的定量表述，逐条附原文 (the quantitative statements of the plans)")
class IndicatorResource {

    private final IndicatorService indicators;
    private final CacheableResponses answers;
    private final ListResponses lists;

    IndicatorResource(IndicatorService indicators, CacheableResponses answers, ListResponses lists) {
        this.indicators = indicators;
        this.answers = answers;
        this.lists = lists;
    }

    @GET
    @PermitAll
    @Produces({MediaType.APPLICATION_JSON, CsvTable.MEDIA_TYPE, ListResponses.NDJSON})
    @Operation(
            operationId = "listIndicators",
            summary = "列出指标 (list indicators)",
            description = "Accept 为 text/csv 或 application/x-ndjson 时，一次给出符合条件的全部行，不分页。"
                    + "(With Accept: text/csv or application/x-ndjson all matching rows at once.)")
    @APIResponse(
            responseCode = "200",
            description = "按代码排序的一页 (a page, by code)",
            content = {
                @Content(
                        mediaType = "application/json",
                        schema =
                                @Schema(
                                        type = SchemaType.OBJECT,
                                        properties = {
                                            @SchemaProperty(
                                                    name = "items",
                                                    type = SchemaType.ARRAY,
                                                    implementation = IndicatorView.class),
                                            @SchemaProperty(name = "next", type = SchemaType.STRING)
                                        }),
                        examples = @ExampleObject(name = "indicators", value = IndicatorExamples.PAGE)),
                @Content(
                        mediaType = "text/csv",
                        schema = @Schema(type = SchemaType.STRING),
                        examples = @ExampleObject(name = "table", value = IndicatorExamples.TABLE)),
                @Content(mediaType = ListResponses.NDJSON, schema = @Schema(implementation = IndicatorView.class))
            })
    public Response list(
            @Valid @BeanParam IndicatorFilter filter, @Valid @BeanParam PageRequest page, @Context Request request) {
        return lists.of(
                request,
                () -> answers.of(indicators.list(filter, page)),
                new ListFile<>(
                        "indicators",
                        IndicatorTable.COLUMNS,
                        rows -> indicators.all(filter).forEach(rows)));
    }

    @GET
    @Path("{code}")
    @PermitAll
    @Operation(
            operationId = "getIndicator",
            summary = "一项指标，含实时数字 (one indicator, with its live figure)",
            description =
                    "基数、目标与规划原文；不具备实时来源的指标没有实时数字。(Baseline, target and the words of the plan; a live figure where there is a source for one.)")
    @APIResponse(
            responseCode = "200",
            description = "指标 (the indicator)",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = IndicatorView.class),
                            examples = @ExampleObject(name = "indicator", value = IndicatorExamples.SHOWN)))
    public Response get(@PathParam("code") String code) {
        return IndicatorCode.parse(code)
                .flatMap(indicators::find)
                .map(answers::of)
                .orElseThrow(() -> notFound(code));
    }

    @GET
    @Path("{code}/versions")
    @PermitAll
    @Operation(
            operationId = "listIndicatorVersions",
            summary = "一项指标的各个版本 (every version of an indicator)",
            description = "每次修改留下一个版本。(Each change leaves a version.)")
    @APIResponse(
            responseCode = "200",
            description = "最新的在前的一页 (a page, newest first)",
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
                                                        implementation = RevisionView.class),
                                                @SchemaProperty(name = "next", type = SchemaType.STRING)
                                            }),
                            examples = @ExampleObject(name = "versions", value = IndicatorExamples.VERSIONS)))
    public Response versions(@PathParam("code") String code, @Valid @BeanParam PageRequest page) {
        return IndicatorCode.parse(code)
                .flatMap(known -> indicators.versions(known, page))
                .map(answers::of)
                .orElseThrow(() -> notFound(code));
    }

    @PUT
    @Path("{code}")
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Operation(
            operationId = "putIndicator",
            summary = "登记或修改一项指标 (record an indicator or restate it)",
            description = "相同内容重复提交不产生新版本。(The same data again changes nothing.)")
    @APIResponse(
            responseCode = "201",
            description = "新指标 (a new indicator)",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = IndicatorView.class),
                            examples = @ExampleObject(name = "indicator", value = IndicatorExamples.SHOWN)))
    @APIResponse(
            responseCode = "200",
            description = "已修改，或内容未变 (restated, or nothing changed)",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = IndicatorView.class)))
    @APIResponse(
            responseCode = "422",
            description =
                    "quotation-not-in-plan: 引文不在规划原文中 (not in the text of the plan)；unknown-plan: 规划不存在 (no such plan)；"
                            + "inconsistent-indicator: 各部分不一致 (its parts do not agree)")
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
                                            schema = @Schema(implementation = NewIndicator.class),
                                            examples =
                                                    @ExampleObject(name = "indicator", value = IndicatorExamples.SENT)))
                    @NotNull
                    @Valid
                    NewIndicator indicator) {
        if (!indicator.code().equals(code)) {
            throw new Problem(
                            ProblemTypes.INVALID_ARGUMENT,
                            new Text("路径与内容的代码不一致", "The path and the body name different indicators"))
                    .with("code", "same-as-path", Text.of("应为 %s", "must be %s", code));
        }
        return indicators.put(indicator, Optional.ofNullable(ifMatch)).answer();
    }

    private static Problem notFound(String code) {
        return new Problem(ProblemTypes.NOT_FOUND, Text.of("没有指标 %s", "There is no indicator %s", code));
    }
}

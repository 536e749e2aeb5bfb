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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
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
    @APIResponseSchema(IndicatorView.class)
    public Response listIndicators(
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
    @APIResponseSchema(IndicatorView.class)
    public Response getIndicator(@PathParam("code") String code) {
        return IndicatorCode.parse(code)
                .flatMap(indicators::find)
                .map(answers::of)
                .orElseThrow(() -> notFound(code));
    }

    @GET
    @Path("{code}/versions")
    @PermitAll
    @APIResponseSchema(RevisionView.class)
    public Response listIndicatorVersions(@PathParam("code") String code, @Valid @BeanParam PageRequest page) {
        return IndicatorCode.parse(code)
                .flatMap(known -> indicators.versions(known, page))
                .map(answers::of)
                .orElseThrow(() -> notFound(code));
    }

    @PUT
    @Path("{code}")
    @RolesAllowed(Roles.ADMINISTRATOR)
    @APIResponseSchema(IndicatorView.class)
    public Response putIndicator(
            @PathParam("code") String code,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid NewIndicator indicator) {
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

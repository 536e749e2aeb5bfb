package cn.quality.indicator.dashboard;

import cn.quality.indicator.IndicatorCode;
import cn.quality.indicator.area.AreaCode;
import cn.quality.platform.http.CacheableResponses;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("dashboards")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "dashboards", description = "页面数据：全市、领域、区县、指标，一次取齐 (all that a page shows, in one call)")
class DashboardResource {

    private static final String SERIES_AREA = "地区，省略时为市 (area; the city when left out)";

    private final DashboardService dashboards;
    private final CacheableResponses answers;

    DashboardResource(DashboardService dashboards, CacheableResponses answers) {
        this.dashboards = dashboards;
        this.answers = answers;
    }

    @GET
    @Path("city")
    @APIResponseSchema(AreaDashboard.class)
    public Response getCityDashboard(@Valid @BeanParam DashboardQuery query) {
        return dashboards
                .city(query)
                .map(answers::of)
                .orElseThrow(() -> new Problem(ProblemTypes.NOT_FOUND, new Text("尚无市级地区", "There is no city yet")));
    }

    @GET
    @Path("areas/{code}")
    @APIResponseSchema(AreaDashboard.class)
    public Response getAreaDashboard(@PathParam("code") String code, @Valid @BeanParam DashboardQuery query) {
        return AreaCode.parse(code)
                .flatMap(known -> dashboards.area(known, query))
                .map(answers::of)
                .orElseThrow(
                        () -> new Problem(ProblemTypes.NOT_FOUND, Text.of("没有地区 %s", "There is no area %s", code)));
    }

    @GET
    @Path("domains/{domain}")
    @APIResponseSchema(DomainDashboard.class)
    public Response getDomainDashboard(
            @PathParam("domain") String domain,
            @QueryParam("area")
                    @Pattern(regexp = AreaCode.PATTERN)
                    @Parameter(description = SERIES_AREA, example = "371102")
                    @Nullable
                    String area,
            @Valid @BeanParam DashboardQuery query) {
        return dashboards
                .domain(domain, area, query)
                .map(answers::of)
                .orElseThrow(
                        () -> new Problem(ProblemTypes.NOT_FOUND, Text.of("没有领域 %s", "There is no domain %s", domain)));
    }

    @GET
    @Path("indicators/{code}")
    @APIResponseSchema(IndicatorDashboard.class)
    public Response getIndicatorDashboard(
            @PathParam("code") String code,
            @QueryParam("area")
                    @Pattern(regexp = AreaCode.PATTERN)
                    @Parameter(description = SERIES_AREA, example = "371102")
                    @Nullable
                    String area,
            @Valid @BeanParam DashboardQuery query) {
        return IndicatorCode.parse(code)
                .flatMap(known -> dashboards.indicator(known, area, query))
                .map(answers::of)
                .orElseThrow(() ->
                        new Problem(ProblemTypes.NOT_FOUND, Text.of("没有指标 %s", "There is no indicator %s", code)));
    }
}

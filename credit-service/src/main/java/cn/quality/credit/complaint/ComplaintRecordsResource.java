package cn.quality.credit.complaint;

import cn.quality.credit.Roles;
import cn.quality.platform.http.CacheableResponses;
import cn.quality.platform.http.Preconditions;
import cn.quality.platform.paging.Page;
import cn.quality.platform.paging.PageRequest;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What is known around complaints: routes, statistics, looks at complainants, and what was released to an enterprise. */
@Path("/")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "complaints", description = "投诉举报 (complaints and reports)")
class ComplaintRecordsResource {

    private final RouteService routes;
    private final ComplaintService complaints;
    private final ComplaintStatistics statistics;
    private final CacheableResponses answers;

    ComplaintRecordsResource(
            RouteService routes,
            ComplaintService complaints,
            ComplaintStatistics statistics,
            CacheableResponses answers) {
        this.routes = routes;
        this.complaints = complaints;
        this.statistics = statistics;
        this.answers = answers;
    }

    @PUT
    @Path("complaint-routes/{region}/{field}")
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Operation(
            summary = "登记分派规则 (store a complaint route)",
            description = "某区划某领域的投诉举报由哪个单位承办；field 为 ANY 时适用于该区划的其余领域。内容有变时新增一个版本，无变化时不做改动。ETag 为版本号。"
                    + "(Which office handles the complaints of a region and field; the field ANY stands for all others of the "
                    + "region. Other content makes a new version, the same changes nothing. The ETag is the version.)")
    @APIResponse(
            responseCode = "200",
            description = "现行版本 (the newest version)",
            content = @Content(schema = @Schema(implementation = ComplaintRoute.class)))
    @APIResponse(responseCode = "422", description = "unknown-region: 区划未登记 (the region is not registered)")
    public Response putRoute(
            @PathParam("region") @Parameter(example = "371102") String region,
            @PathParam("field") @Parameter(example = "ANY") String field,
            @Valid @NotNull ComplaintRoute route) {
        if (!route.region().equals(region) || !route.field().equals(field)) {
            throw new Problem(
                    ProblemTypes.INVALID_ARGUMENT,
                    Text.of(
                            "路径中的“%s/%s”与内容中的“%s/%s”不一致",
                            "The path says '%s/%s', the body says '%s/%s'",
                            region,
                            field,
                            route.region(),
                            route.field()));
        }
        var stored = routes.store(route);
        return Response.ok(stored.route())
                .tag(Preconditions.etag(stored.version()))
                .build();
    }

    @GET
    @Path("complaint-routes")
    @PermitAll
    @Operation(
            summary = "分派规则 (complaint routes)",
            description = "各区划各领域的承办单位；清单很短，不分页。(The office for each region and field; a short list, in one piece.)")
    @APIResponse(
            responseCode = "200",
            description = "分派规则 (routes)",
            content = @Content(schema = @Schema(implementation = ComplaintRoutePage.class)))
    public Response routes() {
        return answers.of(new Page<>(routes.all(), null));
    }

    @GET
    @Path("complaint-statistics")
    @PermitAll
    @Operation(
            summary = "投诉举报统计 (complaint statistics)",
            description = "按区划、领域、月份与类别统计：件数、办结数、查实数、按期率与满意度。少于 5 的数不公布，也不公布合计，以免推知个案。"
                    + "(By region, field, month and kind: complaints, closed, substantiated, share in time, and satisfaction. "
                    + "Numbers below 5 are not told, nor are totals that would give them away.)")
    @APIResponse(
            responseCode = "200",
            description = "统计 (statistics)",
            content = @Content(schema = @Schema(implementation = ComplaintStatisticsPage.class)))
    public Response statistics(
            @QueryParam("region")
                    @Parameter(description = "区划，含下辖区划 (a region, and what lies in it)", example = "371100")
                    @Nullable
                    String region,
            @QueryParam("from")
                    @Pattern(regexp = "\\d{4}-(0[1-9]|1[0-2])")
                    @Parameter(
                            description = "起始月份，缺省为截止月份前十一个月 (first month; by default eleven before the last)",
                            example = "2026-01")
                    @Nullable
                    String from,
            @QueryParam("to")
                    @Pattern(regexp = "\\d{4}-(0[1-9]|1[0-2])")
                    @Parameter(
                            description = "截止月份(含)，缺省为本月 (last month, included; by default the present one)",
                            example = "2026-12")
                    @Nullable
                    String to) {
        return answers.of(new Page<>(
                statistics.cells(Optional.ofNullable(region), Optional.ofNullable(from), Optional.ofNullable(to)),
                null));
    }

    @GET
    @Path("complaint-looks")
    @RolesAllowed(Roles.AUDITOR)
    @Operation(
            summary = "查看投诉举报人的记录 (looks at complainants)",
            description =
                    "谁在何时以何目的查看了投诉举报人信息，先发生的在前。(Who looked at a complainant's identity, when and what for; earliest first.)")
    @APIResponse(
            responseCode = "200",
            description = "一页 (one page)",
            content = @Content(schema = @Schema(implementation = LookPage.class)))
    public Response looks(
            @QueryParam("receipt")
                    @Parameter(description = "只列此回执编号的 (only this receipt)", example = "RZ20261124-000123-7")
                    @Nullable
                    String receipt,
            @Valid @BeanParam PageRequest page) {
        return ComplaintResource.secret(Response.ok(
                        complaints.looks(Optional.ofNullable(receipt).map(Receipt::new), page)))
                .build();
    }

    @GET
    @Path("complaint-notices")
    @RolesAllowed(Roles.ENTERPRISE)
    @Operation(
            summary = "企业收到的告知 (what the enterprise was told)",
            description =
                    "承办人告知本企业的投诉举报内容，先告知的在前；企业看不到投诉举报的其他任何内容。"
                            + "(What handlers told the own enterprise of complaints, earliest first; it sees nothing else of them.)")
    @APIResponse(
            responseCode = "200",
            description = "一页 (one page)",
            content = @Content(schema = @Schema(implementation = NoticePage.class)))
    public Response notices(@Valid @BeanParam PageRequest page) {
        return ComplaintResource.secret(Response.ok(complaints.notices(page))).build();
    }

    /** For the API description only: it cannot read the element type off a {@link Response}. */
    @Schema(name = "ComplaintRoutePage")
    interface ComplaintRoutePage {
        List<ComplaintRoute> getItems();
    }

    @Schema(name = "ComplaintStatisticsPage")
    interface ComplaintStatisticsPage {
        List<ComplaintStatistics.Cell> getItems();
    }

    @Schema(name = "ComplainantLookPage")
    interface LookPage {
        List<Look> getItems();

        @Nullable
        String getNext();
    }

    @Schema(name = "ReleasedNoticePage")
    interface NoticePage {
        List<ReleasedNotice> getItems();

        @Nullable
        String getNext();
    }
}

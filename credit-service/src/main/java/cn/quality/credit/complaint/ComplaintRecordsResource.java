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
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
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
    @APIResponseSchema(ComplaintRoute.class)
    public Response putRoute(
            @PathParam("region") String region,
            @PathParam("field") String field,
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
    @APIResponseSchema(ComplaintRoutePage.class)
    public Response routes() {
        return answers.of(new Page<>(routes.all(), null));
    }

    @GET
    @Path("complaint-statistics")
    @PermitAll
    @APIResponseSchema(ComplaintStatisticsPage.class)
    public Response statistics(
            @QueryParam("region") @Nullable String region,
            @QueryParam("from") @Pattern(regexp = "\\d{4}-(0[1-9]|1[0-2])") @Nullable String from,
            @QueryParam("to") @Pattern(regexp = "\\d{4}-(0[1-9]|1[0-2])") @Nullable String to) {
        return answers.of(new Page<>(
                statistics.cells(Optional.ofNullable(region), Optional.ofNullable(from), Optional.ofNullable(to)),
                null));
    }

    @GET
    @Path("complaint-looks")
    @RolesAllowed(Roles.AUDITOR)
    @APIResponseSchema(LookPage.class)
    public Response looks(@QueryParam("receipt") @Nullable String receipt, @Valid @BeanParam PageRequest page) {
        return ComplaintResource.secret(Response.ok(
                        complaints.looks(Optional.ofNullable(receipt).map(Receipt::new), page)))
                .build();
    }

    @GET
    @Path("complaint-notices")
    @RolesAllowed(Roles.ENTERPRISE)
    @APIResponseSchema(NoticePage.class)
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

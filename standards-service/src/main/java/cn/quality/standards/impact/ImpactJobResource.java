package cn.quality.standards.impact;

import cn.quality.platform.paging.Page;
import cn.quality.platform.paging.PageRequest;
import cn.quality.standards.Roles;
import cn.quality.standards.input.Flaws;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The jobs that tell who depends on a standard that it ends, and how far they are. */
@Path("impact-jobs")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "impact")
class ImpactJobResource {

    private final ImpactService impact;

    ImpactJobResource(ImpactService impact) {
        this.impact = impact;
    }

    @GET
    @RolesAllowed({
        Roles.COUNTY_REVIEWER,
        Roles.CITY_REVIEWER,
        Roles.CASE_HANDLER,
        Roles.CASE_APPROVER,
        Roles.PUBLISHER,
        Roles.AUDITOR,
        Roles.ADMINISTRATOR
    })
    @APIResponseSchema(ImpactJobPage.class)
    public Response listImpactJobs(
            @QueryParam("state") @Parameter(schema = @Schema(implementation = ImpactJobState.class)) @Nullable
                    String state,
            @Valid @BeanParam PageRequest page) {
        return Response.ok(impact.jobs(Flaws.choice(state, "state", ImpactJobState.class), page))
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .build();
    }

    /** Only to describe {@link Page} of jobs in the API document. */
    @Schema(name = "ImpactJobPage")
    private record ImpactJobPage(
            @Schema(required = true) List<ImpactJobView> items,

            @Schema(description = "下一页的 after (the after of the next page)") @Nullable
            String next) {}
}

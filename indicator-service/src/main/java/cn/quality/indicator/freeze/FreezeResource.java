package cn.quality.indicator.freeze;

import cn.quality.indicator.IndicatorCode;
import cn.quality.indicator.Roles;
import cn.quality.platform.http.Preconditions;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Freezing live figures at a review. */
@Path("live/{code}/freezes")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "live")
class FreezeResource {

    private final FreezeService freezes;

    FreezeResource(FreezeService freezes) {
        this.freezes = freezes;
    }

    @POST
    @RolesAllowed(Roles.CITY_REVIEWER)
    @APIResponseSchema(value = FreezeView.class, responseCode = "201")
    public Response freezeLiveFigure(
            @PathParam("code") @Pattern(regexp = IndicatorCode.PATTERN) String code,
            @BeanParam Preconditions preconditions,
            @NotNull @Valid NewFreeze body) {
        return Response.status(Response.Status.CREATED)
                .entity(freezes.freeze(new IndicatorCode(code), body, preconditions))
                .build();
    }

    @GET
    @RolesAllowed({
        Roles.REPORTER,
        Roles.COUNTY_REVIEWER,
        Roles.CITY_REVIEWER,
        Roles.PUBLISHER,
        Roles.AUDITOR,
        Roles.ADMINISTRATOR
    })
    @APIResponseSchema(FreezeList.class)
    public Response listLiveFreezes(@PathParam("code") @Pattern(regexp = IndicatorCode.PATTERN) String code) {
        return Response.ok(freezes.list(new IndicatorCode(code)))
                .header("Cache-Control", "no-store")
                .build();
    }
}

package cn.quality.indicator.progress;

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

@Path("progress-bands")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "progress")
class BandsResource {

    private final BandsService bands;
    private final CacheableResponses answers;

    BandsResource(BandsService bands, CacheableResponses answers) {
        this.bands = bands;
        this.answers = answers;
    }

    @GET
    @PermitAll
    @APIResponseSchema(BandsView.class)
    public Response listProgressBands() {
        return answers.of(new Page<>(bands.all(), null));
    }

    @PUT
    @Path("{validFrom}")
    @RolesAllowed(Roles.ADMINISTRATOR)
    @APIResponseSchema(BandsView.class)
    public Response putProgressBands(
            @PathParam("validFrom") String validFrom,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid NewBands sent) {
        if (!sent.validFrom().toString().equals(validFrom)) {
            throw new Problem(
                            ProblemTypes.INVALID_ARGUMENT,
                            new Text("路径与内容的启用日不一致", "The path and the body name different days"))
                    .with("validFrom", "same-as-path", Text.of("应为 %s", "must be %s", validFrom));
        }
        return bands.put(sent, Optional.ofNullable(ifMatch)).answer();
    }
}

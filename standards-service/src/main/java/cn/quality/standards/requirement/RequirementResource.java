package cn.quality.standards.requirement;

import cn.quality.platform.http.CacheableResponses;
import cn.quality.platform.http.Preconditions;
import cn.quality.platform.version.Versioned;
import cn.quality.standards.Roles;
import cn.quality.standards.input.Flaws;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("requirements")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "requirements")
class RequirementResource {

    private final RequirementService service;
    private final CacheableResponses answers;

    RequirementResource(RequirementService service, CacheableResponses answers) {
        this.service = service;
        this.answers = answers;
    }

    @GET
    @PermitAll
    @APIResponseSchema(Requirements.class)
    public Response listRequirements(@QueryParam("product") @Size(max = 200) @Nullable String product) {
        var governed = Optional.ofNullable(product).filter(name -> !name.isBlank());
        return answers.of(new Requirements(service.requirements(governed).stream()
                .map(RequirementVersion::of)
                .toList()));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.ADMINISTRATOR)
    @APIResponseSchema(RequirementVersion.class)
    public Response putRequirement(
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, Requirement.@Nullable Sent body) {
        var stored = service.store(Flaws.body(body).checked(), Preconditions.ifMatch(ifMatch));
        return Response.ok(RequirementVersion.of(stored))
                .tag(Preconditions.etag(stored.version()))
                .build();
    }

    /** Those that were asked for. */
    @Schema(name = "Requirements")
    record Requirements(@Schema(required = true) List<RequirementVersion> items) {}

    /** The requirements of a standard with the version they stand in. */
    @Schema(name = "RequirementVersion")
    record RequirementVersion(
            @Schema(required = true) Requirement requirement,
            @Schema(required = true, examples = "1") long version,
            @Schema(required = true) Instant recordedAt) {

        static RequirementVersion of(Versioned<Requirement> stored) {
            return new RequirementVersion(stored.item(), stored.version(), stored.recordedAt());
        }
    }
}

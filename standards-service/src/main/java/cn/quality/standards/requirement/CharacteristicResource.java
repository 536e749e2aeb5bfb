package cn.quality.standards.requirement;

import cn.quality.platform.http.CacheableResponses;
import cn.quality.platform.http.Preconditions;
import cn.quality.platform.version.Versioned;
import cn.quality.standards.Roles;
import cn.quality.standards.input.Flaws;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("characteristics")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "requirements")
class CharacteristicResource {

    private final RequirementService service;
    private final CacheableResponses answers;

    CharacteristicResource(RequirementService service, CacheableResponses answers) {
        this.service = service;
        this.answers = answers;
    }

    @GET
    @PermitAll
    @APIResponseSchema(Characteristics.class)
    public Response listCharacteristics() {
        return answers.of(new Characteristics(service.characteristics().stream()
                .map(CharacteristicVersion::of)
                .toList()));
    }

    @PUT
    @Path("{code}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.ADMINISTRATOR)
    @APIResponseSchema(CharacteristicVersion.class)
    public Response putCharacteristic(
            @PathParam("code") String code,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            Characteristic.@Nullable Sent body) {
        var stored = service.store(Flaws.body(body).checked(code), Preconditions.ifMatch(ifMatch));
        return Response.ok(CharacteristicVersion.of(stored))
                .tag(Preconditions.etag(stored.version()))
                .build();
    }

    /** The whole vocabulary. */
    @Schema(name = "Characteristics")
    record Characteristics(@Schema(required = true) List<CharacteristicVersion> items) {}

    /** A characteristic with the version it stands in. */
    @Schema(name = "CharacteristicVersion")
    record CharacteristicVersion(
            @Schema(required = true) Characteristic characteristic,
            @Schema(required = true, examples = "1") long version,
            @Schema(required = true) Instant recordedAt) {

        static CharacteristicVersion of(Versioned<Characteristic> stored) {
            return new CharacteristicVersion(stored.item(), stored.version(), stored.recordedAt());
        }
    }
}

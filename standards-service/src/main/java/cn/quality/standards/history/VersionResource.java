package cn.quality.standards.history;

import cn.quality.platform.http.CacheableResponses;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import cn.quality.standards.declaration.DeclarationHistory;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("declarations/{id}/versions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "history")
class VersionResource {

    private final DeclarationHistory history;
    private final CacheableResponses answers;

    VersionResource(DeclarationHistory history, CacheableResponses answers) {
        this.history = history;
        this.answers = answers;
    }

    @GET
    @PermitAll
    @APIResponseSchema(Versions.class)
    public Response listVersions(@PathParam("id") UUID id) {
        var versions = history.of(id);
        if (versions.isEmpty()) {
            throw none(id);
        }
        return answers.of(
                new Versions(Proof.TEXT, versions.stream().map(DigestView::of).toList()));
    }

    /** The very bytes that were hashed. */
    @GET
    @Path("{version}")
    @PermitAll
    public Response getVersion(@PathParam("id") UUID id, @PathParam("version") long version) {
        var content = history.content(id, version).orElseThrow(() -> none(id));
        return answers.of(content.getBytes(StandardCharsets.UTF_8));
    }

    private static Problem none(UUID id) {
        return new Problem(
                ProblemTypes.NOT_FOUND, Text.of("没有声明 %s 的这一版本", "there is no such version of declaration %s", id));
    }

    /** The versions of one declaration, the oldest first. */
    @Schema(name = "DeclarationVersions")
    record Versions(
            @Schema(required = true) Proof proof,
            @Schema(required = true) List<DigestView> items) {}
}

package cn.quality.indicator.assessment;

import cn.quality.platform.http.CacheableResponses;
import cn.quality.platform.paging.PageRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What anybody reads: published results, their bundles, and the program that verifies them. */
@Path("assessments")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "assessments", description = "政府质量工作考核结果 (published results of the assessment of quality work)")
class AssessmentResource {

    private static final String JAVASCRIPT = "text/javascript";
    private static final byte[] VERIFIER = AssessmentBundle.verifier();

    private final AssessmentReadService assessments;
    private final CacheableResponses answers;

    AssessmentResource(AssessmentReadService assessments, CacheableResponses answers) {
        this.assessments = assessments;
        this.answers = answers;
    }

    @GET
    @APIResponseSchema(AssessmentPage.class)
    public Response listAssessments(@Valid @BeanParam PageRequest page) {
        return answers.of(assessments.published(page));
    }

    @GET
    @Path("{id}")
    @APIResponseSchema(AssessmentView.class)
    public Response getAssessment(@PathParam("id") UUID id, @QueryParam("edition") @Min(1) @Nullable Integer edition) {
        return answers.of(assessments.published(id, Optional.ofNullable(edition)));
    }

    /** Canonical JSON; its {@code ETag} is the digest. */
    @GET
    @Path("{id}/bundle")
    @APIResponseSchema(Object.class)
    public Response getAssessmentBundle(
            @PathParam("id") UUID id, @QueryParam("edition") @Min(1) @Nullable Integer edition) {
        return answers.of(assessments.bundle(id, Optional.ofNullable(edition)));
    }

    @GET
    @Path("verifier.js")
    @Produces(JAVASCRIPT)
    @APIResponseSchema(String.class)
    public Response getAssessmentVerifier() {
        return answers.of(VERIFIER, new MediaType("text", "javascript", "UTF-8"));
    }

    /** Only to describe the list in the API document. */
    @Schema(name = "AssessmentPage")
    private record AssessmentPage(
            @Schema(required = true) List<AssessmentView> items,

            @Nullable String next) {}
}

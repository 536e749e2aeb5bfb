package cn.quality.standards.feedback;

import cn.quality.platform.http.CacheableResponses;
import cn.quality.platform.http.Preconditions;
import cn.quality.platform.paging.Page;
import cn.quality.platform.paging.PageRequest;
import cn.quality.standards.Roles;
import cn.quality.standards.input.Flaws;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** How standards work and whether they stand. */
@Path("evaluations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "evaluations")
class EvaluationResource {

    private final EvaluationService service;
    private final CacheableResponses answers;

    EvaluationResource(EvaluationService service, CacheableResponses answers) {
        this.service = service;
        this.answers = answers;
    }

    @GET
    @PermitAll
    @APIResponseSchema(EvaluationPage.class)
    public Response listEvaluations(@QueryParam("number") @Nullable String number, @Valid @BeanParam PageRequest page) {
        return answers.of(service.list(FeedbackResource.number(number), page));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.ADMINISTRATOR)
    @APIResponseSchema(EvaluationView.class)
    public Response recordEvaluation(
            @HeaderParam("Idempotency-Key") @Nullable String key, @Nullable NewEvaluation body) {
        return Response.status(Response.Status.CREATED)
                .entity(service.record(Flaws.body(body), Preconditions.key(key)))
                .build();
    }

    /** Only to describe {@link Page} of evaluations in the API document. */
    @Schema(name = "EvaluationPage")
    private record EvaluationPage(
            @Schema(required = true) List<EvaluationView> items,

            @Schema(description = "下一页的 after (the after of the next page)") @Nullable
            String next) {}
}

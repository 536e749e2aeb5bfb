package cn.quality.standards.feedback;

import cn.quality.platform.http.Preconditions;
import cn.quality.platform.paging.Page;
import cn.quality.platform.paging.PageRequest;
import cn.quality.standards.Roles;
import cn.quality.standards.feedback.FeedbackService.On;
import cn.quality.standards.input.Flaws;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What the office does about reports. Each act takes {@code If-Match} with the ETag that was read. */
@Path("feedback-cases")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "feedback-cases")
class FeedbackCaseResource {

    private final FeedbackService service;

    FeedbackCaseResource(FeedbackService service) {
        this.service = service;
    }

    @GET
    @RolesAllowed({Roles.CASE_HANDLER, Roles.PUBLISHER, Roles.AUDITOR})
    @APIResponseSchema(FeedbackCasePage.class)
    public Response listFeedbackCases(
            @QueryParam("state") @Parameter(schema = @Schema(implementation = FeedbackState.class)) @Nullable
                    String state,
            @Valid @BeanParam PageRequest page) {
        return inside(Response.ok(service.list(Flaws.choice(state, "state", FeedbackState.class), page)))
                .build();
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Roles.CASE_HANDLER, Roles.PUBLISHER})
    @APIResponseSchema(FeedbackCaseView.class)
    public Response getFeedbackCase(@PathParam("id") UUID id) {
        return answer(service.find(id));
    }

    @POST
    @Path("{id}/acceptance")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.CASE_HANDLER)
    @APIResponseSchema(FeedbackCaseView.class)
    public Response acceptFeedback(@PathParam("id") UUID id, @BeanParam Preconditions sent, @Nullable NewNote body) {
        return answer(service.accept(new On(id, sent), Flaws.body(body).checked()));
    }

    @POST
    @Path("{id}/dismissal")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.CASE_HANDLER)
    @APIResponseSchema(FeedbackCaseView.class)
    public Response dismissFeedback(@PathParam("id") UUID id, @BeanParam Preconditions sent, @Nullable NewNote body) {
        return answer(service.move(
                new On(id, sent), FeedbackAct.DISMISS, Flaws.body(body).checked()));
    }

    @POST
    @Path("{id}/answer")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.CASE_HANDLER)
    @APIResponseSchema(FeedbackCaseView.class)
    public Response answerFeedback(@PathParam("id") UUID id, @BeanParam Preconditions sent, @Nullable NewAnswer body) {
        return answer(service.answer(new On(id, sent), Flaws.body(body).checked()));
    }

    @POST
    @Path("{id}/return")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.PUBLISHER)
    @APIResponseSchema(FeedbackCaseView.class)
    public Response returnFeedbackAnswer(
            @PathParam("id") UUID id, @BeanParam Preconditions sent, @Nullable NewNote body) {
        return answer(service.move(
                new On(id, sent), FeedbackAct.RETURN, Flaws.body(body).checked()));
    }

    @POST
    @Path("{id}/publication")
    @RolesAllowed(Roles.PUBLISHER)
    @APIResponseSchema(FeedbackCaseView.class)
    public Response publishFeedback(@PathParam("id") UUID id, @BeanParam Preconditions sent) {
        return answer(service.publish(new On(id, sent)));
    }

    private static Response answer(FeedbackCaseView report) {
        return inside(Response.ok(report))
                .tag(Preconditions.etag(report.version()))
                .build();
    }

    /** What the office sees is stored in no cache. */
    private static Response.ResponseBuilder inside(Response.ResponseBuilder answer) {
        return answer.header(HttpHeaders.CACHE_CONTROL, "private, no-store");
    }

    /** Only to describe {@link Page} of reports in the API document. */
    @Schema(name = "FeedbackCasePage")
    private record FeedbackCasePage(
            @Schema(required = true) List<FeedbackCaseView> items,

            @Schema(description = "下一页的 after (the after of the next page)") @Nullable
            String next) {}
}

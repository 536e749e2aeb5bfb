package cn.quality.standards.feedback;

import cn.quality.platform.http.CacheableResponses;
import cn.quality.platform.http.Preconditions;
import cn.quality.platform.identity.Caller;
import cn.quality.platform.paging.Page;
import cn.quality.platform.paging.PageRequest;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemType;
import cn.quality.platform.problem.Text;
import cn.quality.standards.input.Flaws;
import cn.quality.standards.number.StandardNumber;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What anybody can do, without a login: report, follow, withdraw. The secret travels in a header, never in the address. */
@Path("feedback")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "feedback")
class FeedbackResource {

    static final String SECRET = "Feedback-Secret";

    static final ProblemType TOKEN_NOT_WANTED =
            new ProblemType(400, "token-not-wanted", new Text("请勿携带登录令牌", "Send this without a token"));

    private final FeedbackService service;
    private final FeedbackLookup lookup;
    private final Caller caller;
    private final CacheableResponses answers;

    FeedbackResource(FeedbackService service, FeedbackLookup lookup, Caller caller, CacheableResponses answers) {
        this.service = service;
        this.lookup = lookup;
        this.caller = caller;
        this.answers = answers;
    }

    @GET
    @APIResponseSchema(FeedbackPage.class)
    public Response listPublishedFeedback(
            @QueryParam("number") @Nullable String number, @Valid @BeanParam PageRequest page) {
        return answers.of(lookup.published(number(number), page));
    }

    static Optional<StandardNumber> number(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        var flaws = new Flaws();
        var read = StandardNumber.of(text, "number", flaws);
        flaws.refuseIfAny();
        return read;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @APIResponseSchema(FiledFeedback.class)
    public Response fileFeedback(
            @HeaderParam("Idempotency-Key") @Nullable String key, @Nullable NewFeedback body, UriInfo uri) {
        if (!caller.anonymous()) {
            throw new Problem(
                    TOKEN_NOT_WANTED, new Text("反馈不记名，请勿携带登录令牌", "A report names nobody; send it without a token"));
        }
        var filed = service.file(Flaws.body(body).checked(), Preconditions.key(key));
        return inside(Response.created(
                        uri.getAbsolutePathBuilder().path(filed.id().toString()).build()))
                .entity(filed)
                .build();
    }

    @GET
    @Path("{id}")
    @APIResponseSchema(FollowedFeedback.class)
    public Response followFeedback(@PathParam("id") UUID id, @HeaderParam(SECRET) @Nullable String secret) {
        return inside(Response.ok(service.follow(id, secret))).build();
    }

    @POST
    @Path("{id}/withdrawal")
    @APIResponseSchema(FollowedFeedback.class)
    public Response withdrawFeedback(@PathParam("id") UUID id, @HeaderParam(SECRET) @Nullable String secret) {
        return inside(Response.ok(service.withdraw(id, secret))).build();
    }

    /** What only some may see is stored in no cache. */
    private static Response.ResponseBuilder inside(Response.ResponseBuilder answer) {
        return answer.header(HttpHeaders.CACHE_CONTROL, "private, no-store");
    }

    /** Only to describe {@link Page} of reports in the API document. */
    @Schema(name = "FeedbackPage")
    private record FeedbackPage(
            @Schema(required = true) List<FeedbackView> items,

            @Schema(description = "下一页的 after (the after of the next page)") @Nullable
            String next) {}
}

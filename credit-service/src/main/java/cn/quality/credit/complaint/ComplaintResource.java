package cn.quality.credit.complaint;

import cn.quality.credit.Roles;
import cn.quality.credit.batch.UniqueViolationRetry;
import cn.quality.credit.evidence.EvidenceDownload;
import cn.quality.credit.evidence.EvidenceView;
import cn.quality.platform.http.Preconditions;
import cn.quality.platform.identity.Caller;
import cn.quality.platform.paging.Page;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemType;
import cn.quality.platform.problem.Text;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
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
import jakarta.ws.rs.core.UriBuilder;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What anybody can do, without a login: file, follow, add, withdraw, rate. The secret travels in a header, never in the URL. */
@Path("complaints")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "complaints", description = "投诉举报 (complaints and reports)")
class ComplaintResource {

    static final String SECRET = "Complaint-Secret";

    static final ProblemType TOKEN_NOT_WANTED =
            new ProblemType(400, "token-not-wanted", new Text("请勿携带登录令牌", "Send this without a token"));

    private static final List<String> OFFICE = List.of(Roles.CASE_HANDLER, Roles.CASE_APPROVER, Roles.AUDITOR);

    private final ComplainantService service;
    private final ComplaintService office;
    private final ComplaintEvidence evidence;
    private final ComplaintAuthenticator authenticator;
    private final Caller caller;
    private final HttpServerRequest request;

    ComplaintResource(
            ComplainantService service,
            ComplaintService office,
            ComplaintEvidence evidence,
            ComplaintAuthenticator authenticator,
            Caller caller,
            HttpServerRequest request) {
        this.service = service;
        this.office = office;
        this.evidence = evidence;
        this.authenticator = authenticator;
        this.caller = caller;
        this.request = request;
    }

    @Schema(name = "NewAddition", description = "补充 (an addition)")
    record NewAddition(
            @NotBlank @Size(max = 4000) @Schema(examples = "示例：补充购买小票")
            String words,

            @Schema(description = "补充的是新的事实：举报的核查期限自此重新计算 (new facts: the verification of a report begins anew)")
            boolean newFacts) {

        @Override
        public String toString() {
            return "NewAddition[…]";
        }
    }

    /** @param stars 1 not satisfied to 5 very satisfied */
    @Schema(name = "Satisfaction", description = "满意度 (satisfaction)")
    record Satisfaction(
            @NotNull @Min(1) @Max(5) @Schema(examples = "5") Integer stars,

            @Size(max = 1000) @Schema(examples = "处理及时") @Nullable
            String words) {

        @Override
        public String toString() {
            return "Satisfaction[" + stars + "]";
        }
    }

    @POST
    @APIResponseSchema(FiledComplaint.class)
    public Response file(@Valid @NotNull NewComplaint complaint, @HeaderParam("Idempotency-Key") @Nullable String key) {
        requireNoName();
        var filed = UniqueViolationRetry.run(() -> service.file(complaint, Preconditions.key(key)));
        var location =
                UriBuilder.fromPath("complaints/{receipt}").build(filed.answer().receipt());
        return secret(filed.isNew() ? Response.created(location) : Response.ok().location(location))
                .entity(filed.answer())
                .build();
    }

    @GET
    @Path("{receipt}")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(anyOf = {FollowedComplaint.class, ComplaintView.class})))
    public Response one(@PathParam("receipt") String receipt, @HeaderParam(SECRET) @Nullable String secret) {
        var number = new Receipt(receipt);
        if (secret == null && OFFICE.stream().anyMatch(caller::has)) {
            var view = office.desk(number);
            return secret(Response.ok(view))
                    .tag(Preconditions.etag(view.version()))
                    .build();
        }
        authenticator.open(number, secret, guesser());
        return followed(service.follow(number));
    }

    @POST
    @Path("{receipt}/additions")
    @APIResponseSchema(FollowedComplaint.class)
    public Response add(
            @PathParam("receipt") String receipt,
            @HeaderParam(SECRET) @Nullable String secret,
            @Valid @NotNull NewAddition body,
            @HeaderParam("Idempotency-Key") @Nullable String key) {
        return followed(service.add(opened(receipt, secret), body.words(), body.newFacts(), Preconditions.key(key)));
    }

    @POST
    @Path("{receipt}/withdrawal")
    @APIResponseSchema(FollowedComplaint.class)
    public Response withdraw(
            @PathParam("receipt") String receipt,
            @HeaderParam(SECRET) @Nullable String secret,
            @HeaderParam("Idempotency-Key") @Nullable String key) {
        return followed(service.withdraw(opened(receipt, secret), Preconditions.key(key)));
    }

    @POST
    @Path("{receipt}/satisfaction")
    @APIResponseSchema(FollowedComplaint.class)
    public Response rate(
            @PathParam("receipt") String receipt,
            @HeaderParam(SECRET) @Nullable String secret,
            @Valid @NotNull Satisfaction body,
            @HeaderParam("Idempotency-Key") @Nullable String key) {
        return followed(service.rate(opened(receipt, secret), body.stars(), body.words(), Preconditions.key(key)));
    }

    @POST
    @Path("{receipt}/evidence")
    @Consumes({"application/pdf", "image/png", "image/jpeg", MediaType.APPLICATION_OCTET_STREAM})
    @APIResponseSchema(EvidenceView.class)
    public Response addEvidence(
            @PathParam("receipt") String receipt,
            @HeaderParam(SECRET) @Nullable String secret,
            @QueryParam("name") @NotBlank String name,
            InputStream body) {
        var number = opened(receipt, secret);
        return secret(Response.status(Response.Status.CREATED))
                .entity(evidence.add(number, name, body))
                .build();
    }

    @GET
    @Path("{receipt}/evidence")
    @APIResponseSchema(EvidencePage.class)
    public Response evidence(@PathParam("receipt") String receipt, @HeaderParam(SECRET) @Nullable String secret) {
        return secret(Response.ok(new Page<>(evidence.list(readable(receipt, secret, "证据清单")), null)))
                .build();
    }

    @GET
    @Path("{receipt}/evidence/{id}")
    @Produces({"application/pdf", "image/png", "image/jpeg"})
    public Response evidenceContent(
            @PathParam("receipt") String receipt,
            @PathParam("id") UUID id,
            @HeaderParam(SECRET) @Nullable String secret) {
        return EvidenceDownload.of(evidence.open(readable(receipt, secret, "证据 " + id), id));
    }

    /** Files may show who complains, so of the office the assigned handler alone reads them. */
    private Receipt readable(String receipt, @Nullable String secret, String what) {
        var number = new Receipt(receipt);
        if (secret == null && caller.has(Roles.CASE_HANDLER)) {
            office.lookAtEvidence(number, what);
        } else {
            authenticator.open(number, secret, guesser());
        }
        return number;
    }

    private Receipt opened(String receipt, @Nullable String secret) {
        requireNoName();
        var number = new Receipt(receipt);
        authenticator.open(number, secret, guesser());
        return number;
    }

    /** The gateway names the client's address, whatever the client says of it. */
    private Guesser guesser() {
        var forwarded = request.getHeader("X-Forwarded-For");
        return Guesser.at(forwarded == null ? request.remoteAddress().hostAddress() : forwarded);
    }

    /** A caller with a token would stand by name in logs that cannot be changed. */
    private void requireNoName() {
        if (!caller.anonymous()) {
            throw new Problem(
                    TOKEN_NOT_WANTED,
                    new Text("投诉举报不记名，请退出登录后提交", "Complaints are taken without a name; send this without logging in"));
        }
    }

    private static Response followed(FollowedComplaint complaint) {
        return secret(Response.ok(complaint)).build();
    }

    /** For the API description only: it cannot read the element type off a {@link Response}. */
    @Schema(name = "ComplaintEvidencePage")
    interface EvidencePage {
        List<EvidenceView> getItems();
    }

    /** What one person may see is stored in no cache. */
    static Response.ResponseBuilder secret(Response.ResponseBuilder answer) {
        return answer.header(HttpHeaders.CACHE_CONTROL, "private, no-store");
    }
}

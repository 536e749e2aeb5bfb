package cn.quality.standards.group;

import cn.quality.platform.clock.LegalDates;
import cn.quality.platform.http.CacheableResponses;
import cn.quality.platform.http.Preconditions;
import cn.quality.platform.identifiers.UnifiedSocialCreditCode;
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
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The register of the bodies that make group standards. */
@Path("group-bodies")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "group-bodies")
class GroupBodyResource {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_CODE = 16;

    private final GroupBodyService bodies;
    private final CacheableResponses answers;
    private final Clock clock;

    GroupBodyResource(GroupBodyService bodies, CacheableResponses answers, Clock clock) {
        this.bodies = bodies;
        this.answers = answers;
        this.clock = clock;
    }

    @Schema(name = "NewGroupBody", description = "社会团体登记 (a body to be registered)")
    record NewBody(
            @Schema(required = true, examples = "51371199MJE000013C") @Nullable
            String uscc,

            @Schema(required = true, examples = "日照示例水产品协会") @Nullable
            String name,

            @Schema(required = true, examples = "RZSLX") @Nullable
            String code) {}

    /** @param since first day of numbers with it; today when left out */
    @Schema(name = "NewGroupBodyCode", description = "更换代号 (another code)")
    record NewCode(
            @Schema(required = true, examples = "RZSCX") @Nullable
            String code,

            @Schema(examples = "2027-01-01") @Nullable LocalDate since,

            @Schema(required = true, examples = "示例：团体更名") @Nullable
            String reason) {}

    @Schema(name = "NewGroupBodyPaper", description = "提交文件 (a paper of the body)")
    record NewPaper(
            @Schema(required = true) GroupBody.@Nullable PaperKind kind,

            @Schema(required = true) @Nullable Document document) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.ADMINISTRATOR)
    @APIResponseSchema(GroupBodyView.class)
    public Response registerGroupBody(
            @HeaderParam("Idempotency-Key") @Nullable String key, @Nullable NewBody body, UriInfo uri) {
        var sent = Flaws.body(body);
        var flaws = new Flaws();
        var name = flaws.text(sent.name(), "name", LONGEST_NAME);
        var code = code(sent.code(), flaws);
        if (sent.uscc() == null) {
            flaws.missing("uscc");
        }
        flaws.refuseIfAny();
        var uscc = UnifiedSocialCreditCode.parse(String.valueOf(sent.uscc()));
        var registered = bodies.register(uscc, name, code, Preconditions.key(key), sent);
        return Response.created(uri.getAbsolutePathBuilder()
                        .path(registered.id().toString())
                        .build())
                .tag(Preconditions.etag(registered.version()))
                .entity(registered)
                .build();
    }

    private static String code(@Nullable String sent, Flaws flaws) {
        var code = flaws.text(sent, "code", LONGEST_CODE);
        if (!code.isEmpty()) {
            GroupBodyCodes.flaw(code).ifPresent(reason -> flaws.add("code", "body-code", reason));
        }
        return code;
    }

    @GET
    @PermitAll
    @APIResponseSchema(GroupBodyPage.class)
    public Response listGroupBodies(@QueryParam("code") @Nullable String code, @Valid @BeanParam PageRequest page) {
        var wanted = Optional.ofNullable(code).filter(text -> !text.isBlank());
        return answers.of(bodies.list(wanted, page));
    }

    @GET
    @Path("{id}")
    @PermitAll
    @APIResponseSchema(GroupBodyView.class)
    public Response getGroupBody(@PathParam("id") UUID id) {
        return answers.of(bodies.find(id));
    }

    @POST
    @Path("{id}/codes")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.ADMINISTRATOR)
    @APIResponseSchema(GroupBodyView.class)
    public Response recodeGroupBody(@PathParam("id") UUID id, @BeanParam Preconditions sent, @Nullable NewCode body) {
        var wanted = Flaws.body(body);
        var flaws = new Flaws();
        var code = code(wanted.code(), flaws);
        var reason = flaws.text(wanted.reason(), "reason", LONGEST_NAME);
        flaws.refuseIfAny();
        var since = wanted.since() == null ? LegalDates.today(clock) : wanted.since();
        return answer(bodies.recode(id, code, since, reason, sent, wanted));
    }

    @POST
    @Path("{id}/papers")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.SOCIAL_ORGANIZATION)
    @APIResponseSchema(GroupBodyView.class)
    public Response fileGroupBodyPaper(
            @PathParam("id") UUID id, @BeanParam Preconditions sent, @Nullable NewPaper body) {
        var paper = Flaws.body(body);
        var flaws = new Flaws();
        var document = Document.of(paper.document(), "document", flaws);
        var kind = paper.kind();
        if (kind == null) {
            flaws.missing("kind");
            kind = GroupBody.PaperKind.CHARTER;
        }
        flaws.refuseIfAny();
        return answer(bodies.file(id, kind, document, sent, paper));
    }

    @POST
    @Path("{id}/suspension")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.ADMINISTRATOR)
    @APIResponseSchema(GroupBodyView.class)
    public Response suspendGroupBody(
            @PathParam("id") UUID id, @BeanParam Preconditions sent, GroupInput.@Nullable Reason body) {
        return answer(bodies.suspend(id, Flaws.body(body).checked(), sent));
    }

    @POST
    @Path("{id}/resumption")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.ADMINISTRATOR)
    @APIResponseSchema(GroupBodyView.class)
    public Response resumeGroupBody(
            @PathParam("id") UUID id, @BeanParam Preconditions sent, GroupInput.@Nullable Reason body) {
        return answer(bodies.resume(id, Flaws.body(body).checked(), sent));
    }

    private static Response answer(GroupBodyView body) {
        return Response.ok(body).tag(Preconditions.etag(body.version())).build();
    }

    /** Only to describe {@link Page} of bodies in the API document. */
    @Schema(name = "GroupBodyPage")
    private record GroupBodyPage(
            @Schema(required = true) List<GroupBodyView> items,

            @Schema(description = "下一页的 after (the after of the next page)") @Nullable
            String next) {}
}

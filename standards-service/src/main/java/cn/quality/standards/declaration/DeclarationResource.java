package cn.quality.standards.declaration;

import cn.quality.platform.http.CacheableResponses;
import cn.quality.platform.http.Preconditions;
import cn.quality.platform.identifiers.UnifiedSocialCreditCode;
import cn.quality.platform.identity.Caller;
import cn.quality.platform.paging.Page;
import cn.quality.platform.paging.PageRequest;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import cn.quality.platform.tabular.CsvTable;
import cn.quality.platform.tabular.ListFile;
import cn.quality.platform.tabular.ListResponses;
import cn.quality.standards.Roles;
import cn.quality.standards.declarant.DeclarantService;
import cn.quality.standards.input.Flaws;
import cn.quality.standards.search.Fragment;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("declarations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "declarations")
class DeclarationResource {

    private final DeclarationService service;
    private final DeclarantService declarants;
    private final DeclarationLookup lookup;
    private final Caller caller;
    private final CacheableResponses answers;
    private final ListResponses lists;

    DeclarationResource(
            DeclarationService service,
            DeclarantService declarants,
            DeclarationLookup lookup,
            Caller caller,
            CacheableResponses answers,
            ListResponses lists) {
        this.service = service;
        this.declarants = declarants;
        this.lookup = lookup;
        this.caller = caller;
        this.answers = answers;
        this.lists = lists;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.ENTERPRISE)
    @APIResponseSchema(DeclarationView.class)
    public Response declareStandard(
            @HeaderParam("Idempotency-Key") @Nullable String key, @Nullable NewDeclaration body, UriInfo uri) {
        var declarant = declarant();
        var request = Flaws.body(body);
        var id = service.declare(declarant, request.checked(declarant), Preconditions.key(key), request);
        var view = own(id);
        return Response.created(uri.getAbsolutePathBuilder().path(id.toString()).build())
                .tag(Preconditions.etag(view.version()))
                .entity(view)
                .build();
    }

    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.ENTERPRISE)
    @APIResponseSchema(DeclarationView.class)
    public Response changeDeclaration(
            @PathParam("id") UUID id, @BeanParam Preconditions sent, @Nullable NewDeclaration body) {
        var declarant = declarant();
        var request = Flaws.body(body);
        service.change(declarant, id, request.checked(declarant), sent, request);
        return office(own(id));
    }

    @POST
    @Path("{id}/withdrawal")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.ENTERPRISE)
    @APIResponseSchema(DeclarationView.class)
    public Response withdrawDeclaration(
            @PathParam("id") UUID id, @BeanParam Preconditions sent, @Nullable Withdrawal body) {
        var request = Flaws.body(body);
        service.withdraw(declarant(), id, request.checked(), sent, request);
        return office(own(id));
    }

    /** Why a declaration ends. */
    @Schema(name = "DeclarationWithdrawal")
    record Withdrawal(
            @Schema(required = true, examples = "产品已停产") @Nullable
            String reason) {

        private static final int LONGEST_REASON = 500;

        private String checked() {
            var flaws = new Flaws();
            var text = flaws.text(reason, "reason", LONGEST_REASON);
            flaws.refuseIfAny();
            return text;
        }
    }

    /** The declaration as its enterprise sees it. */
    private DeclarationView own(UUID id) {
        var view = lookup.byId(id).orElseThrow();
        return view.offering(DeclarationTransitions.open(view.state()));
    }

    /** Stored in no cache, with the version that the next act names. */
    private static Response office(DeclarationView view) {
        return Response.ok(view)
                .tag(Preconditions.etag(view.version()))
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .build();
    }

    /** The enterprise the token speaks for. */
    private UnifiedSocialCreditCode declarant() {
        var code = caller.requireEnterprise();
        slip(code).ifPresent(slip -> {
            throw new Problem(ProblemTypes.NO_ENTERPRISE, slip.detail());
        });
        return code;
    }

    /** A code that is looked for, as in a lookup of the enterprise. */
    private UnifiedSocialCreditCode sought(String typed) {
        var code = UnifiedSocialCreditCode.read(typed);
        slip(code).ifPresent(slip -> {
            throw slip;
        });
        return code;
    }

    /** Why a code is none; one that does not check counts once an office has registered it. */
    private Optional<Problem> slip(UnifiedSocialCreditCode code) {
        return code.irregularity().filter(slip -> declarants.find(code).isEmpty());
    }

    @GET
    @PermitAll
    @Produces({MediaType.APPLICATION_JSON, CsvTable.MEDIA_TYPE, ListResponses.NDJSON})
    @APIResponseSchema(DeclarationPage.class)
    public Response searchDeclarations(
            @QueryParam("uscc") @Nullable String uscc,
            @QueryParam("q") @Nullable String q,
            @Valid @BeanParam PageRequest page,
            @Context Request request) {
        var declarant =
                Optional.ofNullable(uscc).filter(code -> !code.isBlank()).map(this::sought);
        var fragment = Fragment.of(q);
        return lists.of(
                request,
                () -> answers.of(lookup.search(declarant, fragment, page)),
                new ListFile<>(
                        "declarations",
                        DeclarationSummary.TABLE,
                        rows -> Page.forEachRow(part -> lookup.search(declarant, fragment, part), rows)));
    }

    @GET
    @Path("{id}")
    @PermitAll
    @APIResponseSchema(DeclarationView.class)
    public Response getDeclaration(@PathParam("id") UUID id) {
        var view = lookup.byId(id)
                .orElseThrow(() ->
                        new Problem(ProblemTypes.NOT_FOUND, Text.of("没有声明 %s", "there is no declaration %s", id)));
        return isOwn(view) ? office(own(id)) : answers.of(view);
    }

    /** What is public is refused to nobody, not even to an enterprise whose token does not say which. */
    private boolean isOwn(DeclarationView view) {
        try {
            return caller.isEnterprise()
                    && view.uscc().equals(caller.requireEnterprise().value());
        } catch (Problem nobody) {
            return false;
        }
    }

    /** Only to describe {@link Page} of summaries in the API document. */
    @Schema(name = "DeclarationPage")
    private record DeclarationPage(
            @Schema(required = true) List<DeclarationSummary> items,

            @Schema(description = "下一页的 after (the after of the next page)") @Nullable
            String next) {}
}

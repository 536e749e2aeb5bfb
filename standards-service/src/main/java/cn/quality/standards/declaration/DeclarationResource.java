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
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
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
        var id = service.declare(declarant, request.checked(), Preconditions.key(key), request);
        return Response.created(uri.getAbsolutePathBuilder().path(id.toString()).build())
                .entity(lookup.byId(id).orElseThrow())
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
        return answers.of(lookup.byId(id)
                .orElseThrow(() ->
                        new Problem(ProblemTypes.NOT_FOUND, Text.of("没有声明 %s", "there is no declaration %s", id))));
    }

    /** Only to describe {@link Page} of summaries in the API document. */
    @Schema(name = "DeclarationPage")
    private record DeclarationPage(
            @Schema(required = true) List<DeclarationSummary> items,

            @Schema(description = "下一页的 after (the after of the next page)") @Nullable
            String next) {}
}

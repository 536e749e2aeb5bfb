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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("declarations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "declarations")
class DeclarationResource {

    private final DeclarationService service;
    private final DeclarationLookup lookup;
    private final Caller caller;
    private final CacheableResponses answers;
    private final ListResponses lists;

    DeclarationResource(
            DeclarationService service,
            DeclarationLookup lookup,
            Caller caller,
            CacheableResponses answers,
            ListResponses lists) {
        this.service = service;
        this.lookup = lookup;
        this.caller = caller;
        this.answers = answers;
        this.lists = lists;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.ENTERPRISE)
    @Operation(
            operationId = "declareStandard",
            summary = "声明公开所执行的标准 Declare a standard",
            description = "立即公开，无需审批；声明主体取自令牌的 uscc。Public at once; the declarant is the token's uscc.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = NewDeclaration.class),
                            examples = @ExampleObject(name = "own-standard", value = Examples.NEW_DECLARATION)))
    @APIResponse(
            responseCode = "201",
            description = "已公开；同一幂等键重发时返回首次结果 Public; the first result for a key sent again",
            content =
                    @Content(
                            schema = @Schema(implementation = DeclarationView.class),
                            examples = @ExampleObject(name = "own-standard", value = Examples.DECLARATION)))
    @APIResponse(
            responseCode = "409",
            description = "already-declared: 该标准已声明公开 (the standard is declared already)；"
                    + "enterprise-closed: 企业已注销 (the enterprise is closed)；idempotency-key-reused")
    @APIResponse(
            responseCode = "422",
            description = "unusable-standard: 所执行的标准未收录或不是现行标准，附其代替标准 "
                    + "(not in the catalogue, or not in force; names what replaces it)")
    public Response declare(
            @HeaderParam("Idempotency-Key")
                    @Parameter(description = "重发时取得首次结果 Send again safely", example = "0199e0f0-1")
                    @Nullable
                    String key,
            @Nullable NewDeclaration body,
            UriInfo uri) {
        var declarant = declarant();
        var request = Flaws.body(body);
        var id = service.declare(declarant, request.checked(), Preconditions.key(key), request);
        return Response.created(uri.getAbsolutePathBuilder().path(id.toString()).build())
                .entity(lookup.byId(id).orElseThrow())
                .build();
    }

    /** The enterprise the token speaks for; a token without a valid code speaks for none. */
    private UnifiedSocialCreditCode declarant() {
        var claim = caller.uscc()
                .orElseThrow(() -> new Problem(
                        ProblemTypes.FORBIDDEN, Text.of("令牌未注明企业（uscc）", "the token names no enterprise (uscc)")));
        try {
            return UnifiedSocialCreditCode.parse(claim);
        } catch (Problem invalid) {
            throw new Problem(ProblemTypes.FORBIDDEN, invalid.detail());
        }
    }

    @GET
    @PermitAll
    @Produces({MediaType.APPLICATION_JSON, CsvTable.MEDIA_TYPE, ListResponses.NDJSON})
    @Operation(
            operationId = "searchDeclarations",
            summary = "检索公开的声明 Search public declarations, newest first",
            description = "已终止的声明不在其中；Accept 为 text/csv 或 application/x-ndjson 时一次给出全部，不分页。"
                    + "Without those that ended; with Accept: text/csv or application/x-ndjson all at once.")
    @APIResponse(
            responseCode = "200",
            description = "一页声明 One page",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = DeclarationPage.class),
                        examples = @ExampleObject(name = "page", value = Examples.DECLARATION_PAGE)),
                @Content(mediaType = CsvTable.MEDIA_TYPE, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = ListResponses.NDJSON, schema = @Schema(implementation = DeclarationSummary.class))
            })
    @APIResponse(responseCode = "304", description = "未变 Not modified")
    public Response search(
            @QueryParam("uscc")
                    @Parameter(description = "统一社会信用代码 Unified social credit code", example = "91371199MA3RH00187")
                    @Nullable
                    String uscc,
            @QueryParam("q")
                    @Parameter(description = "编号片段、标准名称或产品名称 Piece of number, title or product", example = "烤鳗")
                    @Nullable
                    String q,
            @Valid @BeanParam PageRequest page,
            @Context Request request) {
        var declarant =
                Optional.ofNullable(uscc).filter(code -> !code.isBlank()).map(UnifiedSocialCreditCode::parse);
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
    @Operation(
            operationId = "getDeclaration",
            summary = "一项声明 One declaration",
            description = "已终止的声明仍可查询。One that ended can still be read.")
    @APIResponse(
            responseCode = "200",
            description = "声明 The declaration",
            content =
                    @Content(
                            schema = @Schema(implementation = DeclarationView.class),
                            examples = @ExampleObject(name = "own-standard", value = Examples.DECLARATION)))
    @APIResponse(responseCode = "304", description = "未变 Not modified")
    public Response byId(@PathParam("id") UUID id) {
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

    private static final class Examples {

        static final String NEW_DECLARATION = """
                {"standard":{"number":"Q/RZSL 001-2024","title":"冷冻烤鳗"},
                 "executes":["GB 2733-2015"],
                 "products":[{"name":"冷冻烤鳗","model":"250 g","gtin":"6901234567892"}],
                 "indicators":[{"name":"蛋白质","operator":"GE","value":12.50,"unit":"g/100 g",
                                "testMethod":"GB 5009.5-2016"}]}""";

        static final String DECLARATION = """
                {"id":"0199e0f0-0000-7000-8000-000000000000","uscc":"91371199MA3RH00187",
                 "enterpriseName":"日照示例海洋食品有限公司","standard":{"number":"Q/RZSL 001-2024","title":"冷冻烤鳗"},
                 "numberConfidence":"HIGH","ownStandard":true,
                 "executes":[{"id":"0199e0f0-0000-7000-8000-000000000001","number":"GB 2733-2015",
                              "titleZh":"食品安全国家标准 鲜、冻动物性水产品","status":"IN_FORCE"}],
                 "products":[{"name":"冷冻烤鳗","model":"250 g","gtin":"6901234567892"}],
                 "indicators":[{"name":"蛋白质","operator":"GE","sign":"≥","value":12.50,"unit":"g/100 g",
                                "testMethod":"GB 5009.5-2016"}],
                 "state":"PUBLIC","declaredAt":"2026-01-05T02:00:00Z"}""";

        static final String DECLARATION_PAGE = """
                {"items":[{"id":"0199e0f0-0000-7000-8000-000000000000","uscc":"91371199MA3RH00187",
                  "enterpriseName":"日照示例海洋食品有限公司","standard":{"number":"Q/RZSL 001-2024","title":"冷冻烤鳗"},
                  "ownStandard":true,"state":"PUBLIC","declaredAt":"2026-01-05T02:00:00Z"}]}""";
    }
}

package cn.quality.standards.catalogue;

import cn.quality.platform.http.CacheableResponses;
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
import cn.quality.standards.number.Level;
import cn.quality.standards.search.Fragment;
import jakarta.annotation.security.PermitAll;
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

@Path("standards")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "standards")
class StandardResource {

    private final StandardService service;
    private final CatalogueReads catalogue;
    private final CacheableResponses answers;
    private final ListResponses lists;

    StandardResource(
            StandardService service, CatalogueReads catalogue, CacheableResponses answers, ListResponses lists) {
        this.service = service;
        this.catalogue = catalogue;
        this.answers = answers;
        this.lists = lists;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Operation(
            operationId = "stateStandard",
            summary = "登记或更正一项标准 State what is known of a standard",
            description = "按规范编号幂等：内容相同则不变，不同则为更正。Idempotent by canonical number; other content is a correction.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = NewStandard.class),
                            examples = @ExampleObject(name = "gb-t-19001", value = Examples.NEW_STANDARD)))
    @APIResponse(
            responseCode = "201",
            description = "新登记 New to the catalogue",
            content =
                    @Content(
                            schema = @Schema(implementation = StandardView.class),
                            examples = @ExampleObject(name = "gb-t-19001", value = Examples.STANDARD)))
    @APIResponse(
            responseCode = "200",
            description = "已有，未变或已更正 Known before: unchanged or corrected",
            content =
                    @Content(
                            schema = @Schema(implementation = StandardView.class),
                            examples = @ExampleObject(name = "gb-t-19001", value = Examples.STANDARD)))
    public Response state(@Nullable NewStandard body, UriInfo uri) {
        var outcome = service.state(Flaws.body(body).checked());
        var view = catalogue.byId(outcome.id()).orElseThrow();
        return outcome.created()
                ? Response.created(uri.getAbsolutePathBuilder()
                                .path(outcome.id().toString())
                                .build())
                        .entity(view)
                        .build()
                : Response.ok(view).build();
    }

    @GET
    @PermitAll
    @Produces({MediaType.APPLICATION_JSON, CsvTable.MEDIA_TYPE, ListResponses.NDJSON})
    @Operation(
            operationId = "searchStandards",
            summary = "按编号片段或中文题名检索标准 Search by piece of number or title",
            description = "结果按规范编号排序；Accept 为 text/csv 或 application/x-ndjson 时一次给出全部，不分页。"
                    + "In order of the canonical number; with Accept: text/csv or application/x-ndjson all at once.")
    @APIResponse(
            responseCode = "200",
            description = "按规范编号排序的一页 One page, ordered by canonical number",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = StandardPage.class),
                        examples = @ExampleObject(name = "19001", value = Examples.STANDARD_PAGE)),
                @Content(mediaType = CsvTable.MEDIA_TYPE, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = ListResponses.NDJSON, schema = @Schema(implementation = StandardSummary.class))
            })
    @APIResponse(responseCode = "304", description = "未变 Not modified")
    public Response search(
            @QueryParam("q")
                    @Parameter(description = "编号片段，或两个以上汉字；空格分隔的词须同时出现 Words that must all occur", example = "19001")
                    @Nullable
                    String q,
            @QueryParam("level")
                    @Parameter(schema = @Schema(implementation = Level.class), description = "层级 Level")
                    @Nullable
                    String level,
            @QueryParam("status")
                    @Parameter(schema = @Schema(implementation = Status.class), description = "当日状态 Legal state today")
                    @Nullable
                    String status,
            @Valid @BeanParam PageRequest page,
            @Context Request request) {
        var query = new StandardQuery(
                Fragment.of(q),
                Optional.ofNullable(Flaws.choice(level, "level", Level.class)),
                Optional.ofNullable(Flaws.choice(status, "status", Status.class)));
        return lists.of(
                request,
                () -> answers.of(catalogue.search(query, page)),
                new ListFile<>(
                        "standards",
                        StandardSummary.TABLE,
                        rows -> Page.forEachRow(part -> catalogue.search(query, part), rows)));
    }

    @GET
    @Path("{id}")
    @PermitAll
    @Operation(
            operationId = "getStandard",
            summary = "一项标准及其关系 One standard with its relations",
            description = "latest 为替代链的末端。latest is where the chain of replacements ends.")
    @APIResponse(
            responseCode = "200",
            description = "标准 The standard",
            content =
                    @Content(
                            schema = @Schema(implementation = StandardView.class),
                            examples = @ExampleObject(name = "gb-t-19001", value = Examples.STANDARD)))
    @APIResponse(responseCode = "304", description = "未变 Not modified")
    public Response byId(@PathParam("id") UUID id) {
        return answers.of(catalogue
                .byId(id)
                .orElseThrow(() -> new Problem(
                        ProblemTypes.NOT_FOUND, Text.of("目录中没有标准 %s", "the catalogue holds no standard %s", id))));
    }

    /** Only to describe {@link Page} of summaries in the API document. */
    @Schema(name = "StandardPage")
    private record StandardPage(
            @Schema(required = true) List<StandardSummary> items,

            @Schema(description = "下一页的 after (the after of the next page)") @Nullable
            String next) {}

    private static final class Examples {

        static final String NEW_STANDARD = """
                {"number":"GB/T 19001-2016/ISO 9001:2015","titleZh":"质量管理体系 要求",
                 "titleEn":"Quality management systems—Requirements","level":"NATIONAL","nature":"RECOMMENDED",
                 "status":"IN_FORCE","publishedOn":"2016-12-30","implementedOn":"2017-07-01","ics":"03.120.10",
                 "ccs":"A00","replaces":["GB/T 19001-2008"],"replacedBy":[],
                 "adopts":[{"number":"ISO 9001:2015","degree":"IDT"}],
                 "source":"全国标准信息公共服务平台","certainty":"D"}""";

        static final String STANDARD = """
                {"id":"0199e0f0-0000-7000-8000-000000000000","number":"GB/T 19001-2016/ISO 9001:2015",
                 "canonicalNumber":"GB/T 19001-2016","confidence":"HIGH","titleZh":"质量管理体系 要求",
                 "titleEn":"Quality management systems—Requirements","level":"NATIONAL","nature":"RECOMMENDED",
                 "status":"IN_FORCE","publishedOn":"2016-12-30","implementedOn":"2017-07-01","ics":"03.120.10",
                 "ccs":"A00","replaces":[{"number":"GB/T 19001-2008"}],"replacedBy":[],
                 "adopts":[{"number":"ISO 9001:2015","degree":"IDT"}],
                 "latest":[{"id":"0199e0f0-0000-7000-8000-000000000000","number":"GB/T 19001-2016/ISO 9001:2015",
                            "titleZh":"质量管理体系 要求","status":"IN_FORCE"}],
                 "source":"全国标准信息公共服务平台","certainty":"D"}""";

        static final String STANDARD_PAGE = """
                {"items":[{"id":"0199e0f0-0000-7000-8000-000000000000","number":"GB/T 19001-2016/ISO 9001:2015",
                  "titleZh":"质量管理体系 要求","level":"NATIONAL","nature":"RECOMMENDED","status":"IN_FORCE",
                  "publishedOn":"2016-12-30","implementedOn":"2017-07-01"}],
                 "next":"WyJHQi9UIDE5MDAxLTIwMTYiXQ"}""";
    }
}

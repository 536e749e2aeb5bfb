package cn.quality.standards.catalogue;

import cn.quality.platform.clock.LegalDates;
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
import jakarta.ws.rs.core.Variant;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("standards")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "standards")
class StandardResource {

    /** The first is answered to a client who accepts anything. */
    private static final List<Variant> CITATIONS = Variant.mediaTypes(
                    MediaType.TEXT_PLAIN_TYPE.withCharset("UTF-8"), MediaType.valueOf(Citation.CSL_JSON))
            .build();

    private final StandardService service;
    private final CatalogueReads catalogue;
    private final CacheableResponses answers;
    private final ListResponses lists;
    private final Clock clock;

    StandardResource(
            StandardService service,
            CatalogueReads catalogue,
            CacheableResponses answers,
            ListResponses lists,
            Clock clock) {
        this.service = service;
        this.catalogue = catalogue;
        this.answers = answers;
        this.lists = lists;
        this.clock = clock;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.ADMINISTRATOR)
    @APIResponseSchema(StandardView.class)
    public Response stateStandard(@Nullable NewStandard body, UriInfo uri) {
        var outcome = service.state(Flaws.body(body).checked());
        var view = catalogue.byId(outcome.id()).orElseThrow();
        return outcome.change() == StandardService.Change.CREATED
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
    @APIResponseSchema(StandardPage.class)
    public Response searchStandards(
            @Valid @BeanParam StandardQuery query, @Valid @BeanParam PageRequest page, @Context Request request) {
        return lists.of(
                request,
                () -> answers.of(catalogue.search(query, page)),
                new ListFile<>(
                        "standards",
                        StandardSummary.TABLE,
                        rows -> Page.forEachRow(part -> catalogue.search(query, part), rows)));
    }

    @GET
    @Path("facets")
    @PermitAll
    @APIResponseSchema(Facets.class)
    public Response countStandards(@Valid @BeanParam StandardQuery query) {
        return answers.of(catalogue.facets(query));
    }

    @GET
    @Path("{id}")
    @PermitAll
    @APIResponseSchema(StandardView.class)
    public Response getStandard(@PathParam("id") UUID id) {
        return answers.of(catalogue.byId(id).orElseThrow(() -> unknown(id)));
    }

    private static Problem unknown(UUID id) {
        return new Problem(ProblemTypes.NOT_FOUND, Text.of("目录中没有标准 %s", "the catalogue holds no standard %s", id));
    }

    @GET
    @Path("{id}/citation")
    @PermitAll
    @Produces({MediaType.TEXT_PLAIN, Citation.CSL_JSON})
    @APIResponseSchema(Citation.Item.class)
    public Response citeStandard(@PathParam("id") UUID id, @Context Request request) {
        var standard = catalogue.byId(id).orElseThrow(() -> unknown(id));
        var form = ListResponses.form(request, CITATIONS);
        return form.getSubtype().equals("plain")
                ? answers.of(Citation.gbT7714(standard).getBytes(StandardCharsets.UTF_8), form)
                : Response.fromResponse(answers.of(Citation.cslJson(standard)))
                        .type(form)
                        .build();
    }

    @GET
    @Path("{id}/normative-references")
    @PermitAll
    @APIResponseSchema(NormativeReferences.class)
    public Response listNormativeReferences(
            @PathParam("id") UUID id,
            @QueryParam("on") @Parameter(schema = @Schema(implementation = LocalDate.class)) @Nullable String on) {
        var day = Flaws.day(on, "on").orElseGet(() -> LegalDates.today(clock));
        return answers.of(catalogue.references(id, day).orElseThrow(() -> unknown(id)));
    }

    @GET
    @Path("{id}/state")
    @PermitAll
    @APIResponseSchema(LegalState.class)
    public Response getStandardState(
            @PathParam("id") UUID id,
            @QueryParam("on") @Parameter(schema = @Schema(implementation = LocalDate.class)) @Nullable String on,
            @QueryParam("asOf") @Parameter(schema = @Schema(implementation = Instant.class)) @Nullable String asOf) {
        var state = catalogue.stateOf(
                id,
                Flaws.day(on, "on").orElseGet(() -> LegalDates.today(clock)),
                Flaws.moment(asOf, "asOf").orElseGet(clock::instant));
        return answers.of(state.orElseThrow(() -> new Problem(
                ProblemTypes.NOT_FOUND,
                Text.of("该时刻目录中没有标准 %s", "the catalogue held no standard %s at that moment", id))));
    }

    /** Only to describe {@link Page} of summaries in the API document. */
    @Schema(name = "StandardPage")
    private record StandardPage(
            @Schema(required = true) List<StandardSummary> items,

            @Schema(description = "下一页的 after (the after of the next page)") @Nullable
            String next) {}
}

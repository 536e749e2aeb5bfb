package cn.quality.standards.registry;

import cn.quality.platform.clock.LegalDates;
import cn.quality.platform.http.CacheableResponses;
import cn.quality.platform.http.Preconditions;
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
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The registries as the public reads them, and their kinds. */
@Path("registries")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "registries")
class RegistryResource {

    private final RegistryKindService kinds;
    private final RegistryService service;
    private final RegistryLookup lookup;
    private final CacheableResponses answers;
    private final ListResponses lists;
    private final Clock clock;

    RegistryResource(
            RegistryKindService kinds,
            RegistryService service,
            RegistryLookup lookup,
            CacheableResponses answers,
            ListResponses lists,
            Clock clock) {
        this.kinds = kinds;
        this.service = service;
        this.lookup = lookup;
        this.answers = answers;
        this.lists = lists;
        this.clock = clock;
    }

    @GET
    @PermitAll
    @APIResponseSchema(RegistryKinds.class)
    public Response listRegistries(
            @QueryParam("on") @Parameter(schema = @Schema(implementation = LocalDate.class)) @Nullable String on) {
        return answers.of(new RegistryKinds(kinds.all(day(on))));
    }

    @GET
    @Path("{kind}")
    @PermitAll
    @APIResponseSchema(RegistryKind.class)
    public Response getRegistry(
            @PathParam("kind") String kind,
            @QueryParam("on") @Parameter(schema = @Schema(implementation = LocalDate.class)) @Nullable String on) {
        return answers.of(kinds.on(kind, day(on)));
    }

    @PUT
    @Path("{kind}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.ADMINISTRATOR)
    @APIResponseSchema(RegistryKind.class)
    public Response stateRegistry(@PathParam("kind") String kind, @Nullable NewRegistryKind body) {
        return Response.ok(kinds.state(Flaws.body(body).checked(kind))).build();
    }

    @GET
    @Path("{kind}/entries")
    @PermitAll
    @Produces({MediaType.APPLICATION_JSON, CsvTable.MEDIA_TYPE, ListResponses.NDJSON})
    @APIResponseSchema(RegistryEntryPage.class)
    public Response listRegistryEntries(
            @PathParam("kind") String kind,
            @Valid @BeanParam RegistryQuery query,
            @Valid @BeanParam PageRequest page,
            @Context Request request) {
        var known = kinds.today(kind);
        return lists.of(
                request,
                () -> answers.of(lookup.list(known.code(), query, page)),
                new ListFile<>(
                        "registry-" + known.code().toLowerCase(Locale.ROOT).replace('_', '-'),
                        RegistryEntryView.TABLE,
                        rows -> Page.forEachRow(part -> lookup.list(known.code(), query, part), rows)));
    }

    @GET
    @Path("{kind}/facets")
    @PermitAll
    @APIResponseSchema(RegistryFacets.class)
    public Response countRegistryEntries(@PathParam("kind") String kind, @Valid @BeanParam RegistryQuery query) {
        return answers.of(lookup.facets(kinds.today(kind), query));
    }

    @GET
    @Path("{kind}/entries/{id}")
    @PermitAll
    @APIResponseSchema(RegistryEntryView.class)
    public Response getRegistryEntry(@PathParam("kind") String kind, @PathParam("id") UUID id) {
        return answers.of(service.published(id)
                .filter(entry -> entry.kind().equals(kind))
                .orElseThrow(() ->
                        new Problem(ProblemTypes.NOT_FOUND, new Text("名录中没有这一条目", "The registry has no such entry"))));
    }

    @POST
    @Path("{kind}/cases")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.CASE_HANDLER)
    @APIResponseSchema(RegistryCaseView.class)
    public Response proposeRegistryEntry(
            @PathParam("kind") String kind,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Nullable NewEntry body,
            UriInfo uri) {
        var entry = service.propose(kind, Flaws.body(body), Preconditions.key(key));
        return Response.created(uri.getBaseUriBuilder()
                        .path(RegistryCaseResource.class)
                        .path(entry.id().toString())
                        .build())
                .entity(entry)
                .tag(Preconditions.etag(entry.version()))
                .header(HttpHeaders.CACHE_CONTROL, RegistryCaseResource.INSIDE)
                .build();
    }

    private LocalDate day(@Nullable String on) {
        return Flaws.day(on, "on").orElseGet(() -> LegalDates.today(clock));
    }

    /** All registries that there are on a day. */
    @Schema(name = "RegistryKinds")
    record RegistryKinds(@Schema(required = true) List<RegistryKind> registries) {}

    /** Only to describe {@link Page} of entries in the API document. */
    @Schema(name = "RegistryEntryPage")
    private record RegistryEntryPage(
            @Schema(required = true) List<RegistryEntryView> items,

            @Schema(description = "下一页的 after (the after of the next page)") @Nullable
            String next) {}
}

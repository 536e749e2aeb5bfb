package cn.quality.credit.listing;

import cn.quality.credit.Roles;
import cn.quality.credit.enterprise.EnterpriseService;
import cn.quality.credit.query.Parameters;
import cn.quality.platform.clock.LegalDates;
import cn.quality.platform.http.CacheableResponses;
import cn.quality.platform.identity.Caller;
import cn.quality.platform.paging.PageRequest;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import cn.quality.platform.tabular.CsvTable;
import cn.quality.platform.tabular.Download;
import cn.quality.platform.tabular.ListResponses;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SequenceWriter;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The published lists over HTTP, as everybody may read them; the office also reads what stands behind them. */
@Path("listings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "listings", description = "红黑榜 (red and black lists)")
class PublishedListResource {

    /** Everybody who works on entries or checks those who do. */
    private static final List<String> OFFICE =
            List.of(Roles.CASE_HANDLER, Roles.CASE_APPROVER, Roles.PUBLISHER, Roles.AUDITOR);

    private static final String NDJSON = "application/x-ndjson";
    private static final MediaType JSON = MediaType.APPLICATION_JSON_TYPE;
    private static final MediaType CSV = new MediaType("text", "csv", "UTF-8");
    private static final List<Variant> FORMS =
            Variant.mediaTypes(JSON, CSV, MediaType.valueOf(NDJSON)).build();

    private final ListingService service;
    private final ListingLookup lookup;
    private final EnterpriseService enterprises;
    private final CacheableResponses answers;
    private final Caller caller;
    private final Clock clock;
    private final ObjectMapper json;

    PublishedListResource(
            ListingService service,
            ListingLookup lookup,
            EnterpriseService enterprises,
            CacheableResponses answers,
            Caller caller,
            Clock clock,
            ObjectMapper json) {
        this.service = service;
        this.lookup = lookup;
        this.enterprises = enterprises;
        this.answers = answers;
        this.caller = caller;
        this.clock = clock;
        this.json = json;
    }

    @GET
    @PermitAll
    @Produces({MediaType.APPLICATION_JSON, CsvTable.MEDIA_TYPE, NDJSON})
    @APIResponseSchema(PublicListingPage.class)
    public Response list(
            @Valid @BeanParam ListingQuery query,
            @QueryParam("state") @Parameter(schema = @Schema(implementation = ListingState.class)) @Nullable
                    String state,
            @Valid @BeanParam PageRequest page,
            @Context Request request) {
        var wanted = Parameters.oneOf(ListingState.class, "state", state).orElse(ListingState.PUBLISHED);
        if (wanted != ListingState.PUBLISHED) {
            requireOffice();
            return ListingResource.office(Response.ok(service.desk(wanted, query.within(), page), JSON))
                    .build();
        }
        var filter = query.filter(enterprises::sought);
        var today = LegalDates.today(clock);
        var form = ListResponses.form(request, FORMS);
        if (!form.equals(JSON)) {
            return file(form, filter, today);
        }
        var published = lookup.published(filter, page, today);
        return published.edition().named(answers.of(published.page())).build();
    }

    private Response file(MediaType form, ListingLookup.Filter filter, LocalDate today) {
        var edition = new AtomicReference<@Nullable ListEdition>();
        boolean csv = form.equals(CSV);
        var answer = Download.of(form.toString(), csv ? "listings.csv" : "listings.ndjson", out -> {
            if (csv) {
                ListingFile.TABLE.write(out, rows -> edition.set(lookup.all(filter, today, rows)));
            } else {
                try (var lines = json.writerFor(PublicListing.class)
                        .withRootValueSeparator("\n")
                        .writeValues(out)) {
                    edition.set(lookup.all(filter, today, entry -> write(lines, entry)));
                }
            }
        });
        return Objects.requireNonNull(edition.get())
                .named(answer.header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                        .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                        .build())
                .build();
    }

    private static void write(SequenceWriter lines, PublicListing entry) {
        try {
            lines.write(entry);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @GET
    @Path("{id}")
    @PermitAll
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(anyOf = {PublicListing.class, ListingView.class})))
    public Response one(@PathParam("id") UUID id) {
        if (isOffice()) {
            return ListingResource.act(service.desk(id));
        }
        var published = lookup.published(id, LegalDates.today(clock));
        return published
                .entry()
                .map(answers::of)
                // Who asks decides what is answered, so no cache may mix the two.
                .map(answer -> published
                        .edition()
                        .named(answer)
                        .header(HttpHeaders.VARY, HttpHeaders.AUTHORIZATION)
                        .build())
                .orElseThrow(() -> new Problem(
                        ProblemTypes.NOT_FOUND, new Text("没有已发布的这一条目", "There is no such published entry")));
    }

    private boolean isOffice() {
        return OFFICE.stream().anyMatch(caller::has);
    }

    private void requireOffice() {
        if (caller.anonymous()) {
            throw new Problem(
                    ProblemTypes.UNAUTHENTICATED, new Text("未发布的条目须登录后查询", "Log in to see unpublished entries"));
        }
        if (!isOffice()) {
            throw new Problem(
                    ProblemTypes.FORBIDDEN, new Text("未发布的条目仅办案与审计人员可见", "Only the office sees unpublished entries"));
        }
    }

    /** For the API description only: it cannot read the element type off a {@link Response}. */
    @Schema(name = "PublicListingPage")
    interface PublicListingPage {
        List<PublicListing> getItems();

        @Nullable
        String getNext();
    }
}

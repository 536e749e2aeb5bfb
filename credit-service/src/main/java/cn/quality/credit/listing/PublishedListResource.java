package cn.quality.credit.listing;

import cn.quality.credit.Roles;
import cn.quality.credit.identifier.RegionCode;
import cn.quality.platform.clock.LegalDates;
import cn.quality.platform.http.PublicAnswers;
import cn.quality.platform.identity.Caller;
import cn.quality.platform.paging.PageRequest;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The published lists over HTTP, as everybody may read them; the office is told what stands behind them. */
@Path("listings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "listings", description = "红黑榜 (red and black lists)")
class PublishedListResource {

    /** Everybody who works on entries or checks those who do. */
    private static final List<String> OFFICE =
            List.of(Roles.CASE_HANDLER, Roles.CASE_APPROVER, Roles.PUBLISHER, Roles.AUDITOR);

    private final ListingService service;
    private final ListingLookup lookup;
    private final PublicAnswers answers;
    private final Caller caller;
    private final Clock clock;

    PublishedListResource(
            ListingService service, ListingLookup lookup, PublicAnswers answers, Caller caller, Clock clock) {
        this.service = service;
        this.lookup = lookup;
        this.answers = answers;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @PermitAll
    @Operation(
            summary = "红黑榜 (the published lists)",
            description = "默认公开查询：只含已发布且在有效期内的条目，新发布的在前；List-Version 与 List-As-Of 指明榜单版本及其最后变更时刻。"
                    + "办案与审计人员可用 state 查询本辖区其他状态的条目。")
    @APIResponse(
            responseCode = "200",
            description = "一页条目 (one page)",
            headers = {
                @Header(
                        name = "List-Version",
                        description = "榜单版本 (version of the list)",
                        schema = @Schema(type = SchemaType.INTEGER)),
                @Header(
                        name = "List-As-Of",
                        description = "榜单最后变更时刻，此后内容未变 (moment of the last change)",
                        schema = @Schema(type = SchemaType.STRING, format = "date-time"))
            },
            content = @Content(schema = @Schema(implementation = PublicListingPage.class)))
    @APIResponse(responseCode = "401", description = "查询未发布条目须登录 (log in to see unpublished entries)")
    @APIResponse(responseCode = "403", description = "仅限本辖区的办案人员与审计人员 (the office of the region only)")
    public Response list(
            @QueryParam("kind")
                    @Parameter(description = "RED 红榜或 BLACK 黑榜", schema = @Schema(implementation = ListingKind.class))
                    @Nullable
                    String kind,
            @QueryParam("region") @Parameter(description = "区划代码，含下辖区划", example = "371100") @Nullable String region,
            @QueryParam("state")
                    @Parameter(description = "仅限办案与审计人员", schema = @Schema(implementation = ListingState.class))
                    @Nullable
                    String state,
            @Valid @BeanParam PageRequest page) {
        var within = Optional.ofNullable(region).map(RegionCode::new);
        var wanted = oneOf(ListingState.class, "state", state).orElse(ListingState.PUBLISHED);
        if (wanted != ListingState.PUBLISHED) {
            requireOffice();
            return ListingResource.office(Response.ok(service.desk(wanted, within, page)))
                    .build();
        }
        var filter = new ListingLookup.Filter(oneOf(ListingKind.class, "kind", kind), within);
        var published = lookup.published(filter, page, LegalDates.today(clock));
        return Response.fromResponse(answers.of(published.page()))
                .header("List-Version", published.listVersion())
                .header("List-As-Of", published.asOf().toString())
                .build();
    }

    @GET
    @Path("{id}")
    @PermitAll
    @Operation(
            summary = "一个条目 (one entry)",
            description = "公众只能看到已发布且在有效期内的条目；办案与审计人员在本辖区内看到全部内容，ETag 为版本，用于 If-Match。")
    @APIResponse(
            responseCode = "200",
            description = "公开内容；办案人员得到 ListingView (public content; the office gets ListingView)",
            content = @Content(schema = @Schema(oneOf = {PublicListing.class, ListingView.class})))
    @APIResponse(responseCode = "403", description = "foreign-region: 条目不在本辖区 (another region's entry)")
    public Response one(@PathParam("id") UUID id) {
        if (isOffice()) {
            return ListingResource.act(service.desk(id));
        }
        return lookup.published(id, LegalDates.today(clock))
                .map(answers::of)
                // Who asks decides what is answered, so no cache may mix the two.
                .map(answer -> Response.fromResponse(answer)
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

    private static <E extends Enum<E>> Optional<E> oneOf(Class<E> type, String name, @Nullable String value) {
        if (value == null) {
            return Optional.empty();
        }
        return Stream.of(type.getEnumConstants())
                .filter(constant -> constant.name().equals(value))
                .findFirst()
                .or(() -> {
                    var allowed = Arrays.toString(type.getEnumConstants());
                    throw new Problem(
                                    ProblemTypes.INVALID_ARGUMENT,
                                    Text.of("参数 %s 的取值不合法", "Parameter %s has no such value", name))
                            .with(name, "enum", Text.of("可用取值：%s", "One of %s", allowed));
                });
    }

    /** For the API description only: it cannot read the element type off a {@link Response}. */
    @Schema(name = "PublicListingPage")
    interface PublicListingPage {
        List<PublicListing> getItems();

        @Nullable
        String getNext();
    }
}

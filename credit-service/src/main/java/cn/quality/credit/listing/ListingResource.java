package cn.quality.credit.listing;

import cn.quality.credit.Roles;
import cn.quality.credit.identifier.RegionCode;
import cn.quality.platform.clock.LegalDates;
import cn.quality.platform.http.Preconditions;
import cn.quality.platform.http.PublicAnswers;
import cn.quality.platform.identity.Caller;
import cn.quality.platform.paging.PageRequest;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
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

/** Red and black lists over HTTP: the office's acts, and what everybody may read. */
@Path("listings")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "listings", description = "红黑榜 (red and black lists)")
class ListingResource {

    /** Everybody who works on entries or checks those who do. */
    private static final List<String> OFFICE =
            List.of(Roles.CASE_HANDLER, Roles.CASE_APPROVER, Roles.PUBLISHER, Roles.AUDITOR);

    private final ListingService service;
    private final ListingLookup lookup;
    private final PublicAnswers answers;
    private final Caller caller;
    private final Clock clock;

    ListingResource(ListingService service, ListingLookup lookup, PublicAnswers answers, Caller caller, Clock clock) {
        this.service = service;
        this.lookup = lookup;
        this.answers = answers;
        this.caller = caller;
        this.clock = clock;
    }

    /** @param announcement words that go with the publication */
    @Schema(description = "发布 (publication)")
    record Publication(
            @Size(max = 1000) @Schema(examples = "2026年第一批示例黑榜") @Nullable
            String announcement) {}

    @Schema(description = "理由 (a reason)")
    record Reason(
            @NotBlank @Size(max = 1000) @Schema(examples = "原决定已被撤销")
            String reason) {}

    @POST
    @RolesAllowed(Roles.CASE_HANDLER)
    @Operation(
            summary = "起草条目 (draft an entry)",
            description = "依据必须在目录中、在决定之日有效并支持该榜；决定文书可在起草时暂缺，但发布前必须完整。返回的 ETag 用于下一步的 If-Match。")
    @APIResponse(
            responseCode = "201",
            description = "草稿 (the draft)",
            headers = @Header(name = "ETag", schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = ListingView.class)))
    @APIResponse(responseCode = "409", description = "black-listed: 黑榜企业不能列入红榜;idempotency-key-reused")
    @APIResponse(
            responseCode = "422",
            description = "unknown-enterprise, unknown-legal-basis, legal-basis-not-in-force, legal-basis-unsuitable")
    public Response draft(
            @Valid @NotNull NewListing proposal,
            @HeaderParam("Idempotency-Key") @Parameter(description = "同一键的重复请求只执行一次") @Nullable String key) {
        var view = service.draft(proposal, Optional.ofNullable(key));
        return office(Response.created(
                        UriBuilder.fromPath("listings/{id}").build(view.id().toString())))
                .tag(Preconditions.etag(view.version()))
                .entity(view)
                .build();
    }

    @POST
    @Path("{id}/rejection")
    @RolesAllowed({Roles.CASE_APPROVER, Roles.PUBLISHER})
    @Operation(summary = "不予列入 (turn a draft down)", description = "由起草人以外的另一人决定，说明理由。")
    @APIResponse(
            responseCode = "200",
            description = "条目 (the entry)",
            content = @Content(schema = @Schema(implementation = ListingView.class)))
    @APIResponse(responseCode = "409", description = "illegal-transition: 当前状态不允许")
    public Response reject(
            @PathParam("id") UUID id,
            @Valid @NotNull Reason body,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String key) {
        return act(service.reject(id, body.reason(), ifMatch, Optional.ofNullable(key)));
    }

    @POST
    @Path("{id}/publication")
    @RolesAllowed(Roles.PUBLISHER)
    @Operation(summary = "发布条目 (publish an entry)", description = "由起草人以外的另一人发布，If-Match 为读到的 ETag。列入黑榜时，该企业的红榜条目同时撤下。")
    @APIResponse(
            responseCode = "200",
            description = "已发布 (published)",
            content = @Content(schema = @Schema(implementation = ListingView.class)))
    @APIResponse(responseCode = "403", description = "same-person: 须由另一人发布;foreign-region: 超出管辖区域;forbidden")
    @APIResponse(responseCode = "409", description = "illegal-transition: 当前状态不允许;black-listed: 黑榜企业不能列入红榜")
    @APIResponse(
            responseCode = "422",
            description = "missing-decision: 决定文书不完整;unknown-legal-basis, legal-basis-not-in-force, term-over")
    public Response publish(
            @PathParam("id") UUID id,
            @Valid @Nullable Publication body,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String key) {
        return act(service.publish(id, body == null ? null : body.announcement(), ifMatch, Optional.ofNullable(key)));
    }

    @POST
    @Path("{id}/withdrawal")
    @RolesAllowed(Roles.PUBLISHER)
    @Operation(summary = "撤下条目 (withdraw an entry)", description = "条目立即从一切公开应答中消失。撤下不应因版本而耽搁，If-Match 可以省略；一旦给出则必须一致。")
    @APIResponse(
            responseCode = "200",
            description = "已撤下 (withdrawn)",
            content = @Content(schema = @Schema(implementation = ListingView.class)))
    @APIResponse(responseCode = "409", description = "illegal-transition: 当前状态不允许")
    public Response withdraw(
            @PathParam("id") UUID id,
            @Valid @NotNull Reason body,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String key) {
        return act(service.withdraw(id, body.reason(), ifMatch, Optional.ofNullable(key)));
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
            return office(Response.ok(service.desk(wanted, within, page))).build();
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
            return act(service.desk(id));
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

    private static Response act(ListingView view) {
        return office(Response.ok(view)).tag(Preconditions.etag(view.version())).build();
    }

    /** What the office sees is in nobody's cache. */
    private static Response.ResponseBuilder office(Response.ResponseBuilder answer) {
        return answer.header(HttpHeaders.CACHE_CONTROL, "private, no-store");
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

package cn.quality.credit.listing;

import cn.quality.credit.Roles;
import cn.quality.platform.http.Preconditions;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Red and black lists over HTTP: the acts of the office. {@link PublishedListResource} reads. */
@Path("listings")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "listings", description = "红黑榜 (red and black lists)")
class ListingResource {

    private final ListingService service;

    ListingResource(ListingService service) {
        this.service = service;
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

    /** What the office sees of an entry, with its version. */
    static Response act(ListingView view) {
        return office(Response.ok(view)).tag(Preconditions.etag(view.version())).build();
    }

    /** What the office sees is in nobody's cache. */
    static Response.ResponseBuilder office(Response.ResponseBuilder answer) {
        return answer.header(HttpHeaders.CACHE_CONTROL, "private, no-store");
    }
}

package cn.quality.gateway.webhooks;

import static cn.quality.gateway.webhooks.WebhookService.ADMINISTRATOR;
import static cn.quality.gateway.webhooks.WebhookService.AUDITOR;
import static cn.quality.gateway.webhooks.WebhookService.CLIENT;

import cn.quality.platform.http.Preconditions;
import cn.quality.platform.id.Ids;
import cn.quality.platform.paging.Cursor;
import cn.quality.platform.paging.Page;
import cn.quality.platform.paging.PageRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Webhooks over HTTP. */
@Path("webhooks")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "webhooks", description = "事件推送 (webhooks)")
class WebhookResource {

    private static final String ASKED = """
            {"url": "https://hooks.example.cn/quality", "types": ["cn.quality.credit.listing.*"],
             "regions": ["371100"], "contact": "平台组 ops@hooks.example.cn"}""";

    private final WebhookService service;
    private final DeliveryRepository deliveries;
    private final WebhookSender sender;
    private final Handshake handshake;
    private final Clock clock;

    WebhookResource(
            WebhookService service,
            DeliveryRepository deliveries,
            WebhookSender sender,
            Handshake handshake,
            Clock clock) {
        this.service = service;
        this.deliveries = deliveries;
        this.sender = sender;
        this.handshake = handshake;
        this.clock = clock;
    }

    @POST
    @RolesAllowed(CLIENT)
    @Operation(
            operationId = "createWebhook",
            summary = "订阅事件推送 (subscribe)",
            description = "随即向 url 发出 CloudEvents 握手(OPTIONS)，接收方同意后为 ACTIVE。secret 只在此给出。同一 Idempotency-Key 重发得到首次结果。"
                    + "(The handshake of CloudEvents, an OPTIONS, goes to the url; ACTIVE once the receiver agrees. The secret "
                    + "is told only here. The same Idempotency-Key gets the first result.)")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = NewWebhook.class),
                            examples = @ExampleObject(name = "listings", value = ASKED)))
    @APIResponse(
            responseCode = "201",
            description = "已登记，等待握手 (made; the handshake follows)",
            content = @Content(schema = @Schema(implementation = WebhookView.class)))
    @APIResponse(responseCode = "409", description = "idempotency-key-reused")
    @APIResponse(
            responseCode = "422",
            description = "unknown-event-type；"
                    + "forbidden-address: 非公网、非 https 或端口不允许 (not public, not https, or a port not allowed)；"
                    + "too-many-webhooks")
    public Response create(
            @HeaderParam("Idempotency-Key") @Parameter(description = "重发时取得首次结果 (send again safely)") @Nullable
                    String key,
            @Valid @NotNull NewWebhook asked,
            UriInfo uri) {
        service.check(asked);
        var webhook = service.create(asked, Optional.ofNullable(key));
        return Response.created(uri.getAbsolutePathBuilder()
                        .path(webhook.id().toString())
                        .build())
                .tag(Preconditions.etag(webhook.version()))
                .entity(WebhookView.withSecret(webhook))
                .build();
    }

    @GET
    @RolesAllowed({CLIENT, AUDITOR, ADMINISTRATOR})
    @Operation(
            operationId = "listWebhooks",
            summary = "订阅列表 (list webhooks)",
            description = "自己的订阅；审计与管理人员看到全部。最早的在前。(One's own; auditors and administrators see all. The oldest first.)")
    public Page<WebhookView> list(@Valid @BeanParam PageRequest page) {
        return service.list(page).map(WebhookView::of);
    }

    @GET
    @Path("{id}")
    @RolesAllowed({CLIENT, AUDITOR, ADMINISTRATOR})
    @Operation(
            operationId = "getWebhook",
            summary = "一项订阅 (one webhook)",
            description = "ETag 用于修改时的 If-Match。(The ETag is for the If-Match of changes.)")
    @APIResponse(
            responseCode = "200",
            description = "订阅 (the webhook)",
            content = @Content(schema = @Schema(implementation = WebhookView.class)))
    public Response get(@PathParam("id") UUID id) {
        return answer(service.visible(id));
    }

    @PUT
    @Path("{id}")
    @RolesAllowed(CLIENT)
    @Operation(
            operationId = "replaceWebhook",
            summary = "改写订阅 (replace)",
            description = "整份改写；换了 url 的须重新握手。(The whole anew; another url needs another handshake.)")
    @APIResponse(
            responseCode = "200",
            description = "改写后的订阅 (as it is now)",
            content = @Content(schema = @Schema(implementation = WebhookView.class)))
    @APIResponse(responseCode = "422", description = "unknown-event-type；forbidden-address")
    public Response replace(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull NewWebhook as) {
        service.check(as);
        return answer(service.describe(id, ifMatch, as));
    }

    @PATCH
    @Path("{id}")
    @RolesAllowed(CLIENT)
    @Operation(
            operationId = "changeWebhook",
            summary = "修改、暂停或恢复 (change, pause, go on)",
            description =
                    "只写要改的字段。暂停期间事件照常排队，自入队起三日内有效。(Only what is to change. While paused, events wait, up to three days each.)")
    @APIResponse(
            responseCode = "200",
            description = "修改后的订阅 (as it is now)",
            content = @Content(schema = @Schema(implementation = WebhookView.class)))
    @APIResponse(responseCode = "409", description = "illegal-transition: 当前状态不能暂停 (not to be paused in this state)")
    @APIResponse(responseCode = "422", description = "unknown-event-type；forbidden-address")
    public Response change(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull WebhookChange change) {
        if (change.url() != null || change.types() != null) {
            service.check(change.appliedTo(service.own(id)));
        }
        return answer(service.change(id, ifMatch, change));
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed(CLIENT)
    @Operation(
            operationId = "deleteWebhook",
            summary = "退订 (unsubscribe)",
            description = "未送达的一并删除。(With everything not delivered yet.)")
    @APIResponse(responseCode = "204", description = "已退订 (gone)")
    public void delete(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        service.delete(id, ifMatch);
    }

    @POST
    @Path("{id}/secret")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed(CLIENT)
    @Operation(
            operationId = "rotateWebhookSecret",
            summary = "更换签名密钥 (rotate the secret)",
            description = "给出新密钥；在 formerSecretUntil 之前每次投递带新旧两个签名，接收方可从容更换。"
                    + "(A new secret; until formerSecretUntil each delivery is signed with both, so receivers can change at "
                    + "leisure.)")
    @APIResponse(
            responseCode = "200",
            description = "新密钥 (the new secret)",
            content = @Content(schema = @Schema(implementation = WebhookView.class)))
    @APIResponse(responseCode = "409", description = "idempotency-key-reused")
    public Response rotate(
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") @Parameter(description = "重发时取得首次结果 (send again safely)") @Nullable
                    String key) {
        var webhook = service.rotate(id, Optional.ofNullable(key));
        return Response.ok(WebhookView.withSecret(webhook))
                .tag(Preconditions.etag(webhook.version()))
                .build();
    }

    @POST
    @Path("{id}/ping")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed(CLIENT)
    @Operation(
            operationId = "pingWebhook",
            summary = "试投一次 (test delivery)",
            description = "当场投递一条签名的 cn.quality.gateway.webhook.ping.v1 并告知结果；不重试，不留记录。"
                    + "(Delivers a signed cn.quality.gateway.webhook.ping.v1 at once and tells what came of it; no retry, no "
                    + "trace.)")
    @APIResponseSchema(value = PingView.class, responseDescription = "接收方的答复 (what the receiver said)")
    @APIResponse(responseCode = "409", description = "illegal-transition: 接收方尚未同意 (not agreed yet)")
    public PingView ping(@PathParam("id") UUID id) {
        var webhook = service.agreed(id);
        var ping = Ids.next();
        var start = System.nanoTime();
        var reply = sender.deliver(webhook, ping, Envelope.ping(webhook, ping, clock.instant()), Optional.empty());
        return new PingView(
                ping,
                reply.accepted(),
                reply.status().orElse(null),
                reply.failure(),
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
    }

    @POST
    @Path("{id}/replays")
    @RolesAllowed(CLIENT)
    @Operation(
            operationId = "replayWebhook",
            summary = "重新投递 (replay)",
            description =
                    "自某位置之后或某时刻起，每个对象的最新事件再投递一次，包括已送达与成为死信的；id 不变，接收方据此去重。事件保留 30 天。"
                            + "(The latest event of each subject after a position, or since a moment, once more, delivered and dead "
                            + "ones as well; their ids stay, for receivers to drop what they know. Events are kept for 30 days.)")
    @APIResponse(
            responseCode = "200",
            description = "将投递的数目 (how many will come)",
            content = @Content(schema = @Schema(implementation = ReplayView.class)))
    public ReplayView replay(@PathParam("id") UUID id, @Valid @NotNull NewReplay from) {
        return service.replay(id, from);
    }

    @GET
    @Path("{id}/deliveries")
    @RolesAllowed({CLIENT, AUDITOR, ADMINISTRATOR})
    @Operation(
            operationId = "listDeliveries",
            summary = "投递记录 (delivery log)",
            description =
                    "最新的在前；state=DEAD 即死信。不含所投递的内容。保留 30 天。"
                            + "(The newest first; state=DEAD are the dead letters. Without what was delivered. Kept for 30 days.)")
    public Page<DeliveryView> deliveries(
            @PathParam("id") UUID id,
            @QueryParam("state")
                    @Pattern(regexp = "WAITING|DELIVERED|SUPERSEDED|DEAD")
                    @Parameter(
                            description = "只要此状态 (only these)",
                            schema = @Schema(implementation = DeliveryView.State.class))
                    @Nullable
                    String state,
            @Valid @BeanParam PageRequest page) {
        var webhook = service.visible(id);
        return Page.of(
                deliveries.log(webhook.id(), Optional.ofNullable(state).map(DeliveryView.State::valueOf), page),
                page,
                line -> Cursor.of(line.position()));
    }

    @GET
    @Path("{id}/permission")
    @PermitAll
    @Operation(
            operationId = "permitWebhook",
            summary = "接收方同意 (the receiver agrees)",
            description =
                    "握手中 WebHook-Request-Callback 给出的地址；接收方稍后打开它即表示同意。"
                            + "(The address in WebHook-Request-Callback of the handshake; a receiver that opens it later agrees.)")
    @APIResponse(responseCode = "204", description = "已同意 (agreed)")
    public void permit(
            @PathParam("id") UUID id,
            @QueryParam("key") @NotNull @Parameter(description = "地址中的 key (key of the address)") String key,
            @HeaderParam(Handshake.ALLOWED_RATE) @Parameter(description = "每分钟次数 (a minute)") @Nullable String rate) {
        service.agreeBy(id, key, handshake.rate(rate));
    }

    @POST
    @Path("{id}/permission")
    @Consumes(MediaType.WILDCARD)
    @PermitAll
    @Operation(
            operationId = "permitWebhookByPost",
            summary = "接收方同意 (the receiver agrees)",
            description = "同 GET，供程序使用。(As GET, for programs.)")
    @APIResponse(responseCode = "204", description = "已同意 (agreed)")
    public void permitByPost(
            @PathParam("id") UUID id,
            @QueryParam("key") @NotNull @Parameter(description = "地址中的 key (key of the address)") String key,
            @HeaderParam(Handshake.ALLOWED_RATE) @Parameter(description = "每分钟次数 (a minute)") @Nullable String rate) {
        permit(id, key, rate);
    }

    private static Response answer(Webhook webhook) {
        return Response.ok(WebhookView.of(webhook))
                .tag(Preconditions.etag(webhook.version()))
                .build();
    }
}

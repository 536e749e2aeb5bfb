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
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Webhooks over HTTP. */
@Path("webhooks")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "webhooks", description = "事件推送 (webhooks)")
class WebhookResource {

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
    @APIResponseSchema(WebhookView.class)
    public Response createWebhook(
            @HeaderParam("Idempotency-Key") @Nullable String key, @Valid @NotNull NewWebhook asked, UriInfo uri) {
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
    public Page<WebhookView> listWebhooks(@Valid @BeanParam PageRequest page) {
        return service.list(page).map(WebhookView::of);
    }

    @GET
    @Path("{id}")
    @RolesAllowed({CLIENT, AUDITOR, ADMINISTRATOR})
    @APIResponseSchema(WebhookView.class)
    public Response getWebhook(@PathParam("id") UUID id) {
        return answer(service.visible(id));
    }

    @PUT
    @Path("{id}")
    @RolesAllowed(CLIENT)
    @APIResponseSchema(WebhookView.class)
    public Response replaceWebhook(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull NewWebhook as) {
        service.check(as);
        return answer(service.describe(id, ifMatch, as));
    }

    @PATCH
    @Path("{id}")
    @RolesAllowed(CLIENT)
    @APIResponseSchema(WebhookView.class)
    public Response changeWebhook(
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
    public void deleteWebhook(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        service.delete(id, ifMatch);
    }

    @POST
    @Path("{id}/secret")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed(CLIENT)
    @APIResponseSchema(WebhookView.class)
    public Response rotateWebhookSecret(
            @PathParam("id") UUID id, @HeaderParam("Idempotency-Key") @Nullable String key) {
        var webhook = service.rotate(id, Optional.ofNullable(key));
        return Response.ok(WebhookView.withSecret(webhook))
                .tag(Preconditions.etag(webhook.version()))
                .build();
    }

    @POST
    @Path("{id}/ping")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed(CLIENT)
    public PingView pingWebhook(@PathParam("id") UUID id) {
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
    public ReplayView replayWebhook(@PathParam("id") UUID id, @Valid @NotNull NewReplay from) {
        return service.replay(id, from);
    }

    @GET
    @Path("{id}/deliveries")
    @RolesAllowed({CLIENT, AUDITOR, ADMINISTRATOR})
    public Page<DeliveryView> listDeliveries(
            @PathParam("id") UUID id,
            @QueryParam("state")
                    @Pattern(regexp = "WAITING|DELIVERED|SUPERSEDED|DEAD")
                    @Parameter(schema = @Schema(implementation = DeliveryView.State.class))
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
    public void permitWebhook(
            @PathParam("id") UUID id,
            @QueryParam("key") @NotNull String key,
            @HeaderParam(Handshake.ALLOWED_RATE) @Nullable String rate) {
        service.agreeBy(id, key, handshake.rate(rate));
    }

    @POST
    @Path("{id}/permission")
    @Consumes(MediaType.WILDCARD)
    @PermitAll
    public void permitWebhookByPost(
            @PathParam("id") UUID id,
            @QueryParam("key") @NotNull String key,
            @HeaderParam(Handshake.ALLOWED_RATE) @Nullable String rate) {
        permitWebhook(id, key, rate);
    }

    private static Response answer(Webhook webhook) {
        return Response.ok(WebhookView.of(webhook))
                .tag(Preconditions.etag(webhook.version()))
                .build();
    }
}

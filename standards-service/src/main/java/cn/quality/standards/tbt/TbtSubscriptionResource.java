package cn.quality.standards.tbt;

import cn.quality.platform.http.Preconditions;
import cn.quality.platform.paging.Page;
import cn.quality.platform.paging.PageRequest;
import cn.quality.platform.problem.Text;
import cn.quality.standards.input.Flaws;
import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The caller's own subscriptions to notices. Whom a notice meets is told by its event, to webhooks too. */
@Path("tbt-subscriptions")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "tbt-notices")
class TbtSubscriptionResource {

    private static final int LONGEST = 20;

    private final TbtSubscriptionService subscriptions;

    TbtSubscriptionResource(TbtSubscriptionService subscriptions) {
        this.subscriptions = subscriptions;
    }

    @Schema(name = "NewTbtSubscription", description = "订阅条件，至少一项 (what to be told of; at least one of both)")
    record NewSubscription(
            @Schema(examples = "67.120") @Nullable String ics,

            @Schema(examples = "JP") @Nullable String market) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @APIResponseSchema(TbtSubscription.View.class)
    public Response subscribeToTbtNotices(
            @HeaderParam("Idempotency-Key") @Nullable String key, @Nullable NewSubscription body, UriInfo uri) {
        var sent = Flaws.body(body);
        var flaws = new Flaws();
        var ics = flaws.optionalText(sent.ics(), "ics", LONGEST);
        var market = flaws.optionalText(sent.market(), "market", LONGEST);
        if (ics == null && market == null) {
            flaws.missing("ics");
        }
        if (ics != null && !IcsClass.isOne(ics)) {
            flaws.add("ics", "format", Text.of("应如 43.040.20", "as 43.040.20"));
        }
        if (market != null && !Market.isOne(market)) {
            flaws.add("market", "iso-3166", Text.of("应为 ISO 3166-1 两位字母代码或 EU", "an ISO 3166-1 alpha-2 code, or EU"));
        }
        flaws.refuseIfAny();
        var made = subscriptions.subscribe(ics, market, Preconditions.key(key), sent);
        return inside(Response.created(
                        uri.getAbsolutePathBuilder().path(made.id().toString()).build())
                .entity(made));
    }

    @GET
    @APIResponseSchema(TbtSubscriptions.class)
    public Response listTbtSubscriptions() {
        return inside(Response.ok(new TbtSubscriptions(subscriptions.list())));
    }

    @DELETE
    @Path("{id}")
    @APIResponseSchema(TbtSubscriptions.class)
    public Response unsubscribeFromTbtNotices(@PathParam("id") UUID id) {
        subscriptions.unsubscribe(id);
        return listTbtSubscriptions();
    }

    @GET
    @Path("{id}/notices")
    @APIResponseSchema(SubscribedTbtNoticePage.class)
    public Response listSubscribedTbtNotices(@PathParam("id") UUID id, @Valid @BeanParam PageRequest page) {
        return inside(Response.ok(subscriptions.notices(id, page)));
    }

    /** What is the caller's own is stored in no cache. */
    private static Response inside(Response.ResponseBuilder answer) {
        return answer.header(HttpHeaders.CACHE_CONTROL, "private, no-store").build();
    }

    @Schema(name = "TbtSubscriptions")
    record TbtSubscriptions(@Schema(required = true) List<TbtSubscription.View> items) {}

    /** Only to describe {@link Page} of notices in the API document. */
    @Schema(name = "SubscribedTbtNoticePage")
    private record SubscribedTbtNoticePage(
            @Schema(required = true) List<TbtNoticeView> items,

            @Schema(description = "下一页的 after (the after of the next page)") @Nullable
            String next) {}
}

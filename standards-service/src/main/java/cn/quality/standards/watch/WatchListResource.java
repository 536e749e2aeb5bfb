package cn.quality.standards.watch;

import cn.quality.platform.http.Preconditions;
import cn.quality.platform.paging.Page;
import cn.quality.platform.paging.PageRequest;
import cn.quality.standards.input.Flaws;
import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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

/** One's own lists; whoever is signed in may have some. */
@Path("watch-lists")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "watch-lists")
class WatchListResource {

    private final WatchService service;

    WatchListResource(WatchService service) {
        this.service = service;
    }

    @GET
    @APIResponseSchema(WatchListPage.class)
    public Response listWatchLists(@Valid @BeanParam PageRequest page) {
        return inside(Response.ok(service.own(page))).build();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @APIResponseSchema(WatchListView.class)
    public Response createWatchList(
            @HeaderParam("Idempotency-Key") @Nullable String key, @Nullable NewWatchList body, UriInfo uri) {
        var list = service.create(Flaws.body(body), Preconditions.key(key));
        return inside(Response.created(
                        uri.getAbsolutePathBuilder().path(list.id().toString()).build()))
                .tag(Preconditions.etag(list.version()))
                .entity(list)
                .build();
    }

    @GET
    @Path("{id}")
    @APIResponseSchema(WatchListView.class)
    public Response getWatchList(@PathParam("id") UUID id) {
        return answer(service.own(id));
    }

    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @APIResponseSchema(WatchListView.class)
    public Response replaceWatchList(
            @PathParam("id") UUID id, @BeanParam Preconditions sent, @Nullable NewWatchList body) {
        return answer(service.replace(id, Flaws.body(body), sent));
    }

    @DELETE
    @Path("{id}")
    public void deleteWatchList(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        service.delete(id, Preconditions.ifMatch(ifMatch));
    }

    @GET
    @Path("{id}/notices")
    @APIResponseSchema(WatchNoticePage.class)
    public Response listWatchNotices(@PathParam("id") UUID id, @Valid @BeanParam PageRequest page) {
        return inside(Response.ok(service.notices(id, page))).build();
    }

    private static Response answer(WatchListView list) {
        return inside(Response.ok(list)).tag(Preconditions.etag(list.version())).build();
    }

    /** What only its owner may see is stored in no cache. */
    private static Response.ResponseBuilder inside(Response.ResponseBuilder answer) {
        return answer.header(HttpHeaders.CACHE_CONTROL, "private, no-store");
    }

    /** Only to describe {@link Page} of lists in the API document. */
    @Schema(name = "WatchListPage")
    private record WatchListPage(
            @Schema(required = true) List<WatchListSummary> items,

            @Schema(description = "下一页的 after (the after of the next page)") @Nullable
            String next) {}

    /** Only to describe {@link Page} of notices in the API document. */
    @Schema(name = "WatchNoticePage")
    private record WatchNoticePage(
            @Schema(required = true) List<WatchNotice> items,

            @Schema(description = "下一页的 after (the after of the next page)") @Nullable
            String next) {}
}

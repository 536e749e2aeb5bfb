package cn.quality.platform.http;

import cn.quality.platform.digest.Digests;
import cn.quality.platform.json.Json;
import cn.quality.platform.paging.Page;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.jspecify.annotations.Nullable;

/**
 * Answers public reads: a strong {@code ETag} over the very bytes sent, a short shared-cache lifetime, 304 when the caller
 * has them already, and the {@code Link} to the next page.
 */
@RequestScoped
public class CacheableResponses {

    private static final String LIFETIME = "public, max-age=30, stale-while-revalidate=300";

    private final ObjectMapper json;
    private final Request request;
    private final UriInfo uri;

    CacheableResponses(ObjectMapper json, Request request, UriInfo uri) {
        this.json = json;
        this.request = request;
        this.uri = uri;
    }

    /** 200 with the body as JSON, or 304 without it. Bytes are JSON already. */
    public Response of(Object body) {
        return of(body, body instanceof Page<?> page ? page.next() : null);
    }

    /**
     * The same for a body that holds a page with more besides it.
     *
     * @param next cursor of the next page
     */
    public Response of(Object body, @Nullable String next) {
        var bytes = body instanceof byte[] written ? written : Json.unchecked(() -> json.writeValueAsBytes(body));
        return of(bytes, MediaType.APPLICATION_JSON_TYPE, next);
    }

    /** The same for what is not JSON. */
    public Response of(byte[] bytes, MediaType type) {
        return of(bytes, type, null);
    }

    private Response of(byte[] bytes, MediaType type, @Nullable String next) {
        var etag = new EntityTag(Digests.sha256(bytes));
        var notModified = request.evaluatePreconditions(etag);
        var answer = notModified != null ? notModified : Response.ok(bytes, type);
        answer.tag(etag).header(HttpHeaders.CACHE_CONTROL, LIFETIME).header(HttpHeaders.VARY, "Accept");
        if (next != null) {
            answer.header(HttpHeaders.LINK, "<%s>; rel=\"next\"".formatted(nextPage(next)));
        }
        return answer.build();
    }

    /** Relative, so that it is right behind any number of gateways. */
    private String nextPage(String cursor) {
        var next = uri.getRequestUriBuilder().replaceQueryParam("after", cursor).build();
        return next.getRawPath() + "?" + next.getRawQuery();
    }
}

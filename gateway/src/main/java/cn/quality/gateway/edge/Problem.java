package cn.quality.gateway.edge;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One refusal, ready to be told.
 *
 * @param detail what was wrong with this request and, where there is something to do, what
 * @param headers headers the status asks for, such as {@code Retry-After} or {@code WWW-Authenticate}
 */
public record Problem(ProblemType type, Text detail, Map<String, String> headers) {

    /** Media type of RFC 9457. */
    public static final String MEDIA_TYPE = "application/problem+json";

    private static final String TYPE_PREFIX = "urn:problem:";
    /** How long a client that keeps sending after a refusal is listened to. */
    private static final long DRAIN_MILLIS = 5_000;

    public static Problem of(ProblemType type, Text detail) {
        return new Problem(type, detail, Map.of());
    }

    public static Problem of(ProblemType type, String zh, String en) {
        return of(type, new Text(zh, en));
    }

    public Problem with(String header, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Problem(type, detail, Map.copyOf(more));
    }

    /** Seconds after which another try makes sense. */
    public Problem retryAfter(int seconds) {
        return with("Retry-After", Integer.toString(seconds));
    }

    /** This refusal as the failure of a step. */
    public <T> Future<T> refuse() {
        return Future.failedFuture(new Refused(this));
    }

    /** The document of RFC 9457, in the language of the caller. */
    public JsonObject toJson(RoutingContext request) {
        var language = Language.of(request);
        return new JsonObject()
                .put("type", TYPE_PREFIX + type.code())
                .put("title", type.title().in(language))
                .put("status", type.status())
                .put("detail", detail.in(language))
                .put("instance", instance(request))
                .put("code", type.code())
                .put("traceId", Trace.of(request).traceId());
    }

    /** Headers of the document; every answer that carries {@link #toJson} carries these. */
    public Map<String, String> headersFor(RoutingContext request) {
        var all = new LinkedHashMap<>(headers);
        all.put("Content-Type", MEDIA_TYPE);
        all.put("Content-Language", Language.of(request).tag());
        all.put("Cache-Control", "no-store");
        all.put("Vary", "Accept-Language");
        return all;
    }

    /** Ends the request with this refusal as JSON. */
    public void answer(RoutingContext request) {
        if (request.response().headWritten()) {
            request.request().connection().close();
            return;
        }
        var response = request.response().setStatusCode(type.status());
        headersFor(request).forEach(response::putHeader);
        end(request, toJson(request).toBuffer());
    }

    /**
     * A client that is still sending when it is refused must be able to read the answer, so its body is swallowed for a
     * while; but not for ever, and nothing that comes after it counts.
     */
    static void end(RoutingContext request, Buffer answer) {
        var incoming = request.request();
        if (incoming.isEnded() || incoming.method().equals(HttpMethod.GET) || !hasBody(incoming)) {
            request.response().end(answer);
            return;
        }
        request.response().putHeader(HttpHeaders.CONNECTION, "close").end(answer);
        var connection = incoming.connection();
        var cutOff = request.vertx().setTimer(DRAIN_MILLIS, expired -> connection.close());
        connection.closeHandler(closed -> request.vertx().cancelTimer(cutOff));
        if (!incoming.isEnded()) {
            incoming.handler(swallowed -> {})
                    .endHandler(end -> connection.close())
                    .resume();
        }
    }

    private static boolean hasBody(HttpServerRequest request) {
        return request.headers().contains(HttpHeaders.TRANSFER_ENCODING)
                || request.headers().contains(HttpHeaders.CONTENT_LENGTH);
    }

    private static String instance(RoutingContext request) {
        var path = request.request().uri();
        var query = path.indexOf('?');
        try {
            return new URI(query < 0 ? path : path.substring(0, query)).toASCIIString();
        } catch (URISyntaxException e) {
            return "/";
        }
    }
}

package cn.quality.gateway.edge;

import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemDocument;
import cn.quality.platform.problem.Text;
import cn.quality.platform.trace.RequestTrace;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Ends a request with a problem: as a page for a browser that looks at the portal, as a document for everything else. */
@Singleton
public class ProblemWriter {

    /** Below these live programs; they never get HTML, whatever they accept. */
    private static final List<String> FOR_PROGRAMS = List.of("/api", "/sdmx", "/q", "/health");

    /** How long a client that goes on sending after a refusal is listened to. */
    private static final long DRAIN_MILLIS = 5_000;

    private final ErrorPage page;

    ProblemWriter(ErrorPage page) {
        this.page = page;
    }

    public void write(RoutingContext request, Problem problem) {
        if (request.response().closed()) {
            return; // the caller left
        }
        if (wantsPage(request) && !request.response().headWritten()) {
            writePage(request, problem);
        } else {
            writeJson(request, problem);
        }
    }

    /** Reports the failure of a step; one that is no refusal is an error of ours. */
    public void write(RoutingContext request, Throwable failure) {
        if (failure instanceof Problem problem) {
            write(request, problem);
        } else if (!request.response().closed()) {
            request.fail(failure);
        }
    }

    /** As a document, whatever the client accepts. */
    public static void writeJson(RoutingContext request, Problem problem) {
        if (request.response().headWritten()) {
            request.request().connection().close();
            return;
        }
        var locale = locale(request);
        var document = ProblemDocument.of(
                problem, locale, instance(request), RequestTrace.of(request).traceId());
        end(
                request,
                begin(request, problem, locale).putHeader(HttpHeaders.CONTENT_TYPE, ProblemDocument.MEDIA_TYPE),
                new JsonObject(document).toBuffer());
    }

    private void writePage(RoutingContext request, Problem problem) {
        // The portal speaks Chinese.
        end(
                request,
                begin(request, problem, Locale.SIMPLIFIED_CHINESE)
                        .putHeader(HttpHeaders.CONTENT_TYPE, "text/html; charset=utf-8"),
                Buffer.buffer(page.of(problem, request)));
    }

    private static HttpServerResponse begin(RoutingContext request, Problem problem, Locale locale) {
        var response = request.response().setStatusCode(problem.type().status());
        problem.headers().forEach(response::putHeader);
        return response.putHeader("Content-Language", locale.toLanguageTag())
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .putHeader(HttpHeaders.VARY, "Accept-Language");
    }

    /**
     * A client that is still sending when it is refused must be able to read the response, so its body is swallowed for a
     * while; but not for ever, and nothing that comes after it counts.
     */
    private static void end(RoutingContext request, HttpServerResponse response, Buffer content) {
        var incoming = request.request();
        if (incoming.isEnded() || !BodyReader.hasBody(incoming)) {
            response.end(content);
            return;
        }
        response.putHeader(HttpHeaders.CONNECTION, "close").end(content);
        var connection = incoming.connection();
        var cutOff = request.vertx().setTimer(DRAIN_MILLIS, expired -> connection.close());
        connection.closeHandler(closed -> request.vertx().cancelTimer(cutOff));
        if (!incoming.isEnded()) {
            incoming.handler(swallowed -> {})
                    .endHandler(end -> connection.close())
                    .resume();
        }
    }

    private static boolean wantsPage(RoutingContext request) {
        var path = request.request().path();
        return path != null
                && FOR_PROGRAMS.stream().noneMatch(prefix -> path.equals(prefix) || path.startsWith(prefix + "/"))
                && acceptsPages(request.request().getHeader(HttpHeaders.ACCEPT));
    }

    /** Read by ourselves: what Vert.x makes of a header may fail, and then there would be no refusal either. */
    private static boolean acceptsPages(@Nullable String accept) {
        return accept != null
                && Stream.of(accept.split(",", -1))
                        .map(range -> range.split(";", 2)[0].strip())
                        .anyMatch("text/html"::equalsIgnoreCase);
    }

    private static Locale locale(RoutingContext request) {
        return Text.preferred(request.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE));
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

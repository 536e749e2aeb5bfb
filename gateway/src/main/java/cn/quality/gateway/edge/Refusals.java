package cn.quality.gateway.edge;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.MIMEHeader;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.List;

/** Answers refusals: a page to a browser that looks at the portal, a problem document to everything else. */
@Singleton
public class Refusals {

    /** Below these live programs; they never get HTML, whatever they accept. */
    private static final List<String> FOR_PROGRAMS = List.of("/api", "/sdmx", "/q", "/health");

    private final ErrorPage page;

    Refusals(ErrorPage page) {
        this.page = page;
    }

    public void answer(RoutingContext request, Problem problem) {
        if (!wantsPage(request) || request.response().headWritten()) {
            problem.answer(request);
            return;
        }
        var response = request.response().setStatusCode(problem.type().status());
        problem.headersFor(request).forEach(response::putHeader);
        response.putHeader(HttpHeaders.CONTENT_TYPE, "text/html; charset=utf-8");
        response.putHeader("Content-Language", Language.CHINESE.tag());
        Problem.end(request, Buffer.buffer(page.of(problem, request)));
    }

    /** Answers the failure of a step; one that is no refusal is an error of ours. */
    public void answer(RoutingContext request, Throwable failure) {
        if (failure instanceof Refused refused) {
            answer(request, refused.problem());
        } else {
            request.fail(failure);
        }
    }

    private static boolean wantsPage(RoutingContext request) {
        var path = request.request().path();
        return path != null
                && FOR_PROGRAMS.stream().noneMatch(prefix -> path.equals(prefix) || path.startsWith(prefix + "/"))
                && request.parsedHeaders().accept().stream()
                        .map(MIMEHeader::value)
                        .anyMatch("text/html"::equals);
    }
}

package cn.quality.gateway.docs;

import cn.quality.gateway.docs.DocsPages.Step;
import cn.quality.gateway.docs.DocsPages.Viewer;
import cn.quality.gateway.edge.Admission;
import cn.quality.gateway.edge.Asset;
import cn.quality.gateway.edge.GatewayProblems;
import cn.quality.gateway.edge.PageLocale;
import cn.quality.gateway.edge.PagePolicy;
import cn.quality.gateway.edge.ProblemWriter;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.Text;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.qute.TemplateGlobal;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** The addresses below {@code /docs}. Pages are written on worker threads, from what was read once. */
@ApplicationScoped
class Docs {

    private static final Pattern SECTION = Pattern.compile("/([a-z]+)/([a-z-]+)");
    private static final String TRY = "/try";

    private static final Asset STYLESHEET = Asset.read("/docs/docs.css", "text/css; charset=utf-8");
    private static final Asset STARTER = Asset.read("/docs/try.js", "text/javascript; charset=utf-8");
    private static final Asset VIEWER =
            Asset.read("/docs/viewer/swagger-ui-bundle.js", "text/javascript; charset=utf-8");
    private static final Asset VIEWER_STYLE = Asset.read("/docs/viewer/swagger-ui.css", "text/css; charset=utf-8");

    private final ObjectMapper json;
    private final SampleTokens samples;
    private final ProblemWriter problems;
    private final Supplier<Library> library = new Once<>(this::read);

    Docs(ObjectMapper json, SampleTokens samples, ProblemWriter problems) {
        this.json = json;
        this.samples = samples;
        this.problems = problems;
    }

    private record Library(ApiDocuments documents, Manual manual, List<Step> steps) {}

    /** For the layout of the manual. */
    @TemplateGlobal
    static String docsStylesheet() {
        return STYLESHEET.path();
    }

    void routes(@Observes Router router) {
        List.of(STYLESHEET, STARTER, VIEWER, VIEWER_STYLE).forEach(asset -> asset.serve(router));
        for (var path : List.of(ApiDocuments.ROOT, ApiDocuments.ROOT + "/*")) {
            router.route(HttpMethod.GET, path).handler(this::read);
            router.route(HttpMethod.HEAD, path).handler(this::read);
        }
        if (!samples.people().isEmpty() || !samples.systems().isEmpty()) {
            router.post(ApiDocuments.ROOT + "/sample-tokens/:name").handler(this::sampleToken);
        }
    }

    private void read(RoutingContext request) {
        var path = Admission.path(request);
        if (PageLocale.at(ApiDocuments.ROOT, path).page().equals(TRY)) {
            PagePolicy.INTERACTIVE.applyTo(request);
        }
        request.vertx()
                .executeBlocking(() -> find(path), false)
                .onSuccess(found -> found.ifPresentOrElse(
                        document -> answer(request, document), () -> problems.write(request, Admission.nothingHere())))
                .onFailure(request::fail);
    }

    private Optional<Document> find(String path) {
        var locale = PageLocale.at(ApiDocuments.ROOT, path);
        return Optional.ofNullable(library.get().documents().downloads().get(path))
                .or(() -> page(locale)
                        .map(page -> Document.of(
                                "text/html; charset=utf-8", page.render().getBytes(StandardCharsets.UTF_8))));
    }

    private Optional<TemplateInstance> page(PageLocale locale) {
        var manual = library.get().manual();
        return switch (locale.page()) {
            case "" -> Optional.of(DocsPages.overview(locale, manual));
            case "/roles" -> Optional.of(DocsPages.roles(locale, manual.roles()));
            case "/events" -> Optional.of(DocsPages.events(locale, manual.producers()));
            case "/connect" ->
                Optional.of(DocsPages.connect(locale, library.get().steps()));
            case TRY ->
                Optional.of(DocsPages.tryOut(
                        locale,
                        samples.people(),
                        samples.systems(),
                        new Viewer(VIEWER.path(), VIEWER_STYLE.path(), STARTER.path())));
            default -> {
                var address = SECTION.matcher(locale.page());
                yield address.matches() ? chapterPage(locale, address.group(1), address.group(2)) : Optional.empty();
            }
        };
    }

    private Optional<TemplateInstance> chapterPage(PageLocale locale, String service, String page) {
        return library.get()
                .manual()
                .chapter(service)
                .flatMap(chapter -> page.equals("types")
                        ? Optional.of(DocsPages.types(locale, chapter))
                        : chapter.section(page).map(section -> DocsPages.section(locale, chapter, section)));
    }

    private static void answer(RoutingContext request, Document document) {
        var response = request.response()
                .putHeader(HttpHeaders.ETAG, document.etag())
                .putHeader(HttpHeaders.CACHE_CONTROL, "public, max-age=300");
        var known = request.request().getHeader(HttpHeaders.IF_NONE_MATCH);
        if (known != null && (known.strip().equals("*") || known.contains(document.etag()))) {
            response.setStatusCode(304).end();
        } else {
            response.putHeader(HttpHeaders.CONTENT_TYPE, document.mediaType());
            document.content().end(request);
        }
    }

    private void sampleToken(RoutingContext request) {
        request.vertx()
                .executeBlocking(() -> samples.of(request.pathParam("name")), false)
                .onSuccess(token -> token.ifPresentOrElse(
                        known -> request.response()
                                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                                .end(known.toBuffer()),
                        () -> problems.write(request, Admission.nothingHere())))
                .onFailure(failure -> problems.write(
                        request,
                        new Problem(
                                GatewayProblems.IDENTITY_UNAVAILABLE,
                                new Text("身份认证服务没有应答", "The identity service does not answer"))));
    }

    private Library read() {
        var documents = ApiDocuments.read(json);
        return new Library(
                documents,
                ManualWriter.write(documents),
                documents.steps().valueStream().map(Docs::step).toList());
    }

    private static Step step(JsonNode step) {
        return new Step(
                new Text(step.at("/title/zh").asText(), step.at("/title/en").asText()),
                new Text(step.at("/words/zh").asText(), step.at("/words/en").asText()),
                step.path("run").asText(null),
                step.path("shows").asText(null));
    }

    /** Read when first needed, then cached. */
    private static final class Once<T> implements Supplier<T> {

        private final Supplier<T> source;
        private volatile Optional<T> value = Optional.empty();

        Once(Supplier<T> source) {
            this.source = source;
        }

        @Override
        public T get() {
            if (value.isEmpty()) {
                synchronized (this) {
                    if (value.isEmpty()) {
                        value = Optional.of(source.get());
                    }
                }
            }
            return value.get();
        }
    }
}

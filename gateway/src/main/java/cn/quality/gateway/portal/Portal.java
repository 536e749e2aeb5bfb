package cn.quality.gateway.portal;

import cn.quality.gateway.edge.ProblemWriter;
import cn.quality.gateway.portal.Answer.Found;
import cn.quality.gateway.portal.Answer.Refused;
import cn.quality.gateway.portal.Answer.Unavailable;
import cn.quality.gateway.portal.Pages.Domain;
import cn.quality.gateway.portal.Pages.Headline;
import cn.quality.gateway.portal.Pages.Search;
import cn.quality.gateway.portal.ServiceResponses.Hits;
import cn.quality.gateway.portal.ServiceResponses.Indicator;
import cn.quality.gateway.portal.ServiceResponses.LiveFigures;
import cn.quality.gateway.portal.ServiceResponses.Refusal;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The addresses of the public pages and what each asks of the services. */
@ApplicationScoped
class Portal {

    private static final int LATEST = 6;
    private static final int PAGE = 20;
    /** The plans have some hundred indicators; one request fetches them all. */
    private static final int ALL_INDICATORS = 200;

    private static final String SELF_DECLARED = "STD_SELF_DECL";
    private static final String RED_COUNT = "LST_RED";
    private static final String BLACK_COUNT = "LST_BLACK";

    /** Search engines may know what this is, not who is in it. */
    private static final String ROBOTS = """
            User-agent: *
            Disallow: /credit
            Disallow: /lists
            Disallow: /public-notices
            Disallow: /complaints
            Disallow: /api
            Disallow: /login
            Disallow: /workbench
            Allow: /
            """;

    private final ServiceClient client;
    private final Catalogues catalogues;
    private final ProblemWriter problems;

    Portal(ServiceClient client, Catalogues catalogues, ProblemWriter problems) {
        this.client = client;
        this.catalogues = catalogues;
        this.problems = problems;
    }

    void routes(@Observes Router router) {
        page(router, "/", this::home);
        page(router, "/credit", this::search);
        page(router, "/credit/:uscc", this::enterprise);
        page(router, "/lists/red", request -> list(request, true));
        page(router, "/lists/black", request -> list(request, false));
        page(router, "/standards", this::standards);
        page(router, "/standards/:id", this::standard);
        page(router, "/indicators", this::indicators);
        page(router, "/indicators/:code", this::indicator);
        page(
                router,
                "/robots.txt",
                request -> request.response()
                        .putHeader(HttpHeaders.CONTENT_TYPE, "text/plain; charset=utf-8")
                        .putHeader(HttpHeaders.CACHE_CONTROL, "public, max-age=3600")
                        .end(ROBOTS));
    }

    private void page(Router router, String path, Handler<RoutingContext> handler) {
        router.get(path).handler(handler);
        router.head(path).handler(handler);
        router.route(path)
                .handler(request -> problems.write(
                        request,
                        new Problem(ProblemTypes.METHOD_NOT_ALLOWED, new Text("此页面只能查看", "This page can only be read"))
                                .withHeader("Allow", "GET, HEAD")));
    }

    private void home(RoutingContext request) {
        var red = client.listings("RED", Optional.empty(), LATEST, request);
        var black = client.listings("BLACK", Optional.empty(), LATEST, request);
        var live = client.live(request);
        var plan = client.indicator(SELF_DECLARED, request);
        var names = catalogues.names(request);
        Future.all(red, black, live, plan, names)
                .onSuccess(all -> show(
                        request,
                        200,
                        Pages.home(
                                red.result().orNull(),
                                black.result().orNull(),
                                headline(live.result().orNull(), plan.result().orNull()),
                                names.result())))
                .onFailure(request::fail);
    }

    private static Headline headline(@Nullable LiveFigures live, @Nullable Indicator plan) {
        return live == null
                ? new Headline(null, null, null, plan)
                : new Headline(
                        live.of(SELF_DECLARED).orElse(null),
                        live.of(RED_COUNT).orElse(null),
                        live.of(BLACK_COUNT).orElse(null),
                        plan);
    }

    private void search(RoutingContext request) {
        notForSearchEngines(request);
        var q = parameter(request, "q").orElse("");
        switch (Query.of(q)) {
            case Query.Nothing() -> show(request, 200, Pages.search(Search.empty(q), Catalogues.NONE));
            case Query.TooShort() ->
                show(request, 200, Pages.search(Search.hint(q, "请至少输入企业名称中的两个汉字，或完整的 18 位统一社会信用代码。"), Catalogues.NONE));
            case Query.Code(var code) -> byCode(request, q, code);
            case Query.Name(var name) -> byName(request, q, name);
        }
    }

    private void byCode(RoutingContext request, String q, String code) {
        client.enterprise(code, request)
                .onSuccess(answer -> {
                    switch (answer) {
                        case Found<?> found ->
                            request.response()
                                    .setStatusCode(303)
                                    .putHeader(HttpHeaders.LOCATION, "/credit/" + code)
                                    .end();
                        case Refused<?>(int status, Refusal refusal) ->
                            show(
                                    request,
                                    200,
                                    Pages.search(
                                            status == 404 ? Search.unknown(code) : Search.refused(q, refusal),
                                            Catalogues.NONE));
                        case Unavailable<?>() ->
                            show(request, 200, Pages.search(Search.unavailable(q), Catalogues.NONE));
                    }
                })
                .onFailure(request::fail);
    }

    private void byName(RoutingContext request, String q, String name) {
        var after = parameter(request, "after");
        var hits = client.enterprisesCalled(name, after, PAGE, request);
        var names = catalogues.names(request);
        Future.all(hits, names)
                .onSuccess(all -> {
                    var search =
                            switch (hits.result()) {
                                case Found<Hits>(var found) -> Search.hits(q, found, after.isPresent());
                                case Refused<Hits>(int status, Refusal refusal) -> Search.refused(q, refusal);
                                case Unavailable<Hits>() -> Search.unavailable(q);
                            };
                    show(request, 200, Pages.search(search, names.result()));
                })
                .onFailure(request::fail);
    }

    private void enterprise(RoutingContext request) {
        notForSearchEngines(request);
        var code = request.pathParam("uscc");
        var found = client.enterprise(code, request);
        var names = catalogues.names(request);
        Future.all(found, names)
                .onSuccess(all -> {
                    switch (found.result()) {
                        case Found<ServiceResponses.Enterprise>(var enterprise) ->
                            show(request, 200, Pages.enterprise(enterprise, names.result()));
                        case Refused<ServiceResponses.Enterprise>(int status, Refusal refusal) ->
                            show(
                                    request,
                                    404,
                                    Pages.search(
                                            status == 404 ? Search.unknown(code) : Search.refused(code, refusal),
                                            names.result()));
                        case Unavailable<ServiceResponses.Enterprise>() -> unavailable(request, "信用服务");
                    }
                })
                .onFailure(request::fail);
    }

    private void list(RoutingContext request, boolean red) {
        notForSearchEngines(request);
        var after = parameter(request, "after");
        var listings = client.listings(red ? "RED" : "BLACK", after, PAGE, request);
        var names = catalogues.names(request);
        Future.all(listings, names)
                .onSuccess(all -> show(
                        request,
                        200,
                        Pages.list(
                                red,
                                listings.result().orNull(),
                                after.isPresent(),
                                refusalOf(listings.result()),
                                names.result())))
                .onFailure(request::fail);
    }

    private void standards(RoutingContext request) {
        var q = parameter(request, "q").orElse("");
        var after = parameter(request, "after");
        client.standards(q, after, PAGE, request)
                .onSuccess(answer ->
                        show(request, 200, Pages.standards(q, answer.orNull(), after.isPresent(), refusalOf(answer))))
                .onFailure(request::fail);
    }

    private void standard(RoutingContext request) {
        one(request, client.standard(request.pathParam("id"), request), "标准服务", "没有这项标准", Pages::standard);
    }

    private void indicators(RoutingContext request) {
        client.indicators(ALL_INDICATORS, request)
                .onSuccess(answer -> {
                    var page = answer.orNull();
                    show(
                            request,
                            200,
                            page == null
                                    ? Pages.indicators(null, 0)
                                    : Pages.indicators(
                                            byDomain(page.items()), page.items().size()));
                })
                .onFailure(request::fail);
    }

    private void indicator(RoutingContext request) {
        one(request, client.indicator(request.pathParam("code"), request), "指标服务", "没有这项指标", Pages::indicator);
    }

    private <T> void one(
            RoutingContext request,
            Future<Answer<T>> asked,
            String service,
            String missing,
            Function<T, TemplateInstance> page) {
        asked.onSuccess(answer -> {
                    switch (answer) {
                        case Found<T>(var value) -> show(request, 200, page.apply(value));
                        case Refused<T> refused ->
                            problems.write(
                                    request,
                                    new Problem(ProblemTypes.NOT_FOUND, new Text(missing, "There is no such thing")));
                        case Unavailable<T> silent -> unavailable(request, service);
                    }
                })
                .onFailure(request::fail);
    }

    private void unavailable(RoutingContext request, String service) {
        problems.write(
                request,
                new Problem(
                                ProblemTypes.UNAVAILABLE,
                                new Text(
                                        service + "暂时没有应答，请稍后再试。其他栏目不受影响。", "A service does not answer for the moment"))
                        .retryAfter(5));
    }

    /** In the order in which the domains first appear. */
    private static List<Domain> byDomain(List<Indicator> indicators) {
        return indicators.stream()
                .collect(Collectors.groupingBy(Indicator::domain, LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(entry -> new Domain(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static <T> @Nullable Refusal refusalOf(Answer<T> answer) {
        return answer instanceof Refused<T>(int status, Refusal refusal) ? refusal : null;
    }

    static Optional<String> parameter(RoutingContext request, String name) {
        return Optional.ofNullable(request.request().getParam(name))
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    static void notForSearchEngines(RoutingContext request) {
        request.response().putHeader("X-Robots-Tag", "noindex, nofollow");
    }

    static void show(RoutingContext request, int status, TemplateInstance page) {
        var response = request.response();
        var header = PageHeader.of(request);
        response.setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, "text/html; charset=utf-8")
                .putHeader("Content-Language", header.locale().tag());
        if (!response.headers().contains(HttpHeaders.CACHE_CONTROL)) {
            response.putHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache");
        }
        page.data("header", header)
                .createUni()
                .subscribe()
                .with(html -> request.response().end(html), request::fail);
    }
}

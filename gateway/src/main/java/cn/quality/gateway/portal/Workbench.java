package cn.quality.gateway.portal;

import cn.quality.gateway.edge.ProblemWriter;
import cn.quality.gateway.identity.SessionAuthenticator;
import cn.quality.gateway.identity.SessionCaller;
import cn.quality.gateway.identity.UserClaims;
import cn.quality.gateway.portal.Pages.Desk;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import java.util.function.BiConsumer;

/** The pages behind the login: who the person is here, and the work that waits. Never cached, not even by the browser. */
@ApplicationScoped
class Workbench {

    static final String ARCHIVE = "/workbench/archive.csv";

    private static final int ROWS = 20;
    private static final Set<String> OFFICE = Set.of("case-handler", "case-approver", "publisher", "auditor");
    private static final String ENTERPRISE = "enterprise";

    private final ServiceClient client;
    private final Catalogues catalogues;
    private final SessionAuthenticator sessions;
    private final ProblemWriter problems;

    Workbench(ServiceClient client, Catalogues catalogues, SessionAuthenticator sessions, ProblemWriter problems) {
        this.client = client;
        this.catalogues = catalogues;
        this.sessions = sessions;
        this.problems = problems;
    }

    void routes(@Observes Router router) {
        router.get("/workbench").handler(request -> loggedIn(request, this::desk));
        router.get(ARCHIVE).handler(request -> loggedIn(request, this::archive));
    }

    /** Without a login, or after its end, the page leads to the login. */
    private void loggedIn(RoutingContext request, BiConsumer<RoutingContext, String> page) {
        request.response().putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (SessionCaller.of(request).isEmpty()) {
            logIn(request);
            return;
        }
        sessions.accessToken(request)
                .onSuccess(token -> page.accept(request, token))
                .onFailure(failure -> {
                    if (failure instanceof Problem problem && problem.type().equals(ProblemTypes.UNAUTHENTICATED)) {
                        logIn(request);
                    } else {
                        problems.write(request, failure);
                    }
                });
    }

    private static void logIn(RoutingContext request) {
        request.response()
                .setStatusCode(303)
                .putHeader(
                        HttpHeaders.LOCATION,
                        PageHeader.loginFor(request.request().uri()))
                .end();
    }

    private void desk(RoutingContext request, String token) {
        var person = profile(request);
        var office = person.roles().stream().anyMatch(OFFICE::contains);
        var owner = person.has(ENTERPRISE);
        var names = catalogues.names(request);
        var overdue = office
                ? client.overdue(ROWS, token, request)
                : ServiceClient.<ServiceResponses.Page<ServiceResponses.Overdue>>notRequested();
        var matters = owner
                ? client.ownMatters(ROWS, token, request)
                : ServiceClient.<ServiceResponses.Page<ServiceResponses.Matter>>notRequested();
        Future.all(names, overdue, matters)
                .onSuccess(all -> Portal.show(
                        request,
                        200,
                        Pages.workbench(
                                new Desk(
                                        person,
                                        RoleLabel.of(person.roles()),
                                        office,
                                        overdue.result().orNull(),
                                        owner,
                                        matters.result().orNull()),
                                names.result())))
                .onFailure(request::fail);
    }

    private void archive(RoutingContext request, String token) {
        client.ownArchive(token, request)
                .onSuccess(answer -> {
                    if (answer.statusCode() != 200) {
                        answer.resume();
                        problems.write(
                                request,
                                new Problem(
                                        ProblemTypes.ofStatus(answer.statusCode()),
                                        new Text("本企业档案无法下载：当前身份不代表任何企业，或服务暂不可用", "The archive cannot be had")));
                        return;
                    }
                    request.response()
                            .putHeader(HttpHeaders.CONTENT_TYPE, "text/csv; charset=utf-8")
                            .putHeader("Content-Disposition", "attachment; filename=\"archive.csv\"")
                            .setChunked(true);
                    client.relay(answer, request);
                })
                .onFailure(failure -> problems.write(
                        request,
                        new Problem(ProblemTypes.UNAVAILABLE, new Text("信用服务暂时没有应答", "The service does not answer"))));
    }

    private static UserClaims profile(RoutingContext request) {
        return SessionCaller.of(request).orElseThrow().user();
    }
}

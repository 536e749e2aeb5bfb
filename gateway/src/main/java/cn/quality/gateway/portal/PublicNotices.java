package cn.quality.gateway.portal;

import cn.quality.gateway.edge.ProblemWriter;
import cn.quality.gateway.portal.Answer.Found;
import cn.quality.gateway.portal.Answer.Refused;
import cn.quality.gateway.portal.Answer.Unavailable;
import cn.quality.gateway.portal.Pages.NoticeForm;
import cn.quality.gateway.portal.ServiceResponses.AnnouncedHonour;
import cn.quality.gateway.portal.ServiceResponses.NoticeObjection;
import cn.quality.gateway.portal.ServiceResponses.Refusal;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Honours under public notice (红榜公示) and the door for whoever has something against one, in Chinese and English. Nobody logs
 * in here. What was sent is answered with a redirect, so that a page that is loaded again sends nothing twice; the receipt
 * travels there in a cookie, see {@link ReceiptCookie}, and never in an address.
 */
@ApplicationScoped
class PublicNotices {

    static final String ROOT = "/public-notices";

    private static final int PAGE = 20;
    private static final String LISTING = "listingId";
    private static final String CONTENT = "content";
    private static final String RECEIPT = "receipt";
    private static final String KEY = "key";

    /** What a header may hold. */
    private static final String IN_A_HEADER = "[!-~]{1,100}";

    private static final Text UNAVAILABLE = new Text(
            "信用服务暂时没有应答，尚未确认收到您的异议。您填写的内容仍在下方，请稍后再次提交，不会重复提出。",
            "The service did not answer, so it is not certain that your objection arrived. What you wrote is below: send it again"
                    + " in a while; it will not be raised twice.");
    private static final Text NOTICE_OVER =
            new Text("该公示已经结束，或者没有这一公示。", "This notice is over, or there is no such notice.");

    private final ServiceClient client;
    private final Catalogues catalogues;
    private final FormBody forms;
    private final ReceiptCookie receipts;
    private final ProblemWriter problems;

    PublicNotices(
            ServiceClient client,
            Catalogues catalogues,
            FormBody forms,
            ReceiptCookie receipts,
            ProblemWriter problems) {
        this.client = client;
        this.catalogues = catalogues;
        this.forms = forms;
        this.receipts = receipts;
        this.problems = problems;
    }

    static boolean isOurs(String path) {
        return path.equals(ROOT) || path.startsWith(ROOT + "/");
    }

    void routes(@Observes Router router) {
        // The English ones first: the last of the Chinese takes every id.
        for (var root : List.of(ROOT + "/en", ROOT)) {
            router.get(root).handler(request -> list(request, 200, NoticeForm.following("")));
            router.get(root + "/receipt").handler(this::receipt);
            router.post(root + "/objections").handler(forms.then(this::object));
            router.post(root + "/progress").handler(forms.then(this::progress));
            for (var form : List.of("/objections", "/progress")) {
                router.get(root + form).handler(request -> seeOther(request, root));
            }
            router.get(root + "/:id")
                    .handler(
                            request -> show(request, 200, NoticeForm.objecting(request.pathParam("id"), "", newKey())));
        }
        for (var path : List.of(ROOT, ROOT + "/*")) {
            router.route(path).handler(this::notOffered);
        }
    }

    private void notOffered(RoutingContext request) {
        problems.write(
                request,
                new Problem(ProblemTypes.METHOD_NOT_ALLOWED, new Text("不支持此请求方法", "This method is not offered"))
                        .withHeader("Allow", "GET, POST"));
    }

    private void list(RoutingContext request, int status, NoticeForm form) {
        Portal.notForSearchEngines(request);
        var after = Portal.parameter(request, "after");
        var page = client.publicNotices(after, PAGE, request);
        var names = catalogues.names(request);
        Future.all(page, names)
                .onSuccess(all -> Portal.show(
                        request,
                        status,
                        Pages.publicNotices(
                                PageHeader.localeOf(request),
                                page.result().orNull(),
                                after.isPresent(),
                                page.result() instanceof Refused<?>(int refused, Refusal refusal)
                                        ? form.refused(words(refusal))
                                        : form,
                                names.result())))
                .onFailure(request::fail);
    }

    /** A notice and the form for an objection to it. */
    private void show(RoutingContext request, int status, NoticeForm form) {
        Portal.notForSearchEngines(request);
        var locale = PageHeader.localeOf(request);
        var found = client.publicNotice(form.listing(), request);
        var names = catalogues.names(request);
        Future.all(found, names)
                .onSuccess(all -> {
                    switch (found.result()) {
                        case Found<AnnouncedHonour>(var notice) ->
                            Portal.show(request, status, Pages.publicNotice(locale, notice, form, names.result()));
                        case Refused<AnnouncedHonour> gone ->
                            Portal.show(
                                    request,
                                    status == 200 ? 404 : status,
                                    Pages.publicNotice(
                                            locale,
                                            null,
                                            (form.failed() ? form : form.refused(locale.say(NOTICE_OVER))).closed(),
                                            names.result()));
                        case Unavailable<AnnouncedHonour>() ->
                            Portal.show(
                                    request,
                                    503,
                                    Pages.publicNotice(
                                            locale,
                                            null,
                                            form.failed()
                                                    ? form
                                                    : form.refused(
                                                                    locale.say(
                                                                            "信用服务暂时没有应答，请稍后刷新。",
                                                                            "The service does not answer; reload the page in a while."))
                                                            .closed(),
                                            names.result()));
                    }
                })
                .onFailure(request::fail);
    }

    private void object(RoutingContext request, Map<String, String> fields) {
        var form = NoticeForm.objecting(
                fields.getOrDefault(LISTING, ""),
                fields.getOrDefault(CONTENT, ""),
                Optional.ofNullable(fields.get(KEY)).orElseGet(PublicNotices::newKey));
        client.object(new JsonObject().put(LISTING, form.listing()).put(CONTENT, form.value()), form.key(), request)
                .onSuccess(answer -> {
                    switch (answer) {
                        case Found<NoticeObjection>(var raised) -> raised(request, raised.receipt());
                        case Refused<NoticeObjection>(int status, Refusal refusal) ->
                            show(request, status, refused(request, form, refusal));
                        case Unavailable<NoticeObjection>() ->
                            show(
                                    request,
                                    503,
                                    form.refused(PageHeader.localeOf(request).say(UNAVAILABLE)));
                    }
                })
                .onFailure(request::fail);
    }

    /** @param receipt absent when the same was sent before and somebody has asked with the first */
    private void raised(RoutingContext request, @Nullable String receipt) {
        var page = PageHeader.localeOf(request).to("/receipt");
        if (receipt != null) {
            receipts.set(request, page, receipt);
        }
        seeOther(request, page);
    }

    /** Of the one field people see, in our words; of everything else, in those of the service. */
    private static NoticeForm refused(RoutingContext request, NoticeForm form, Refusal refusal) {
        var locale = PageHeader.localeOf(request);
        return refusal.violations().stream()
                .filter(violation -> violation.field().equals(CONTENT))
                .findFirst()
                .map(violation -> form.mistaken(
                        switch (violation.code()) {
                            case "not-blank", "not-null" -> locale.say("请填写异议内容", "Write what you object to");
                            case "size" -> locale.say("异议内容不得超过 4000 字", "An objection may have 4,000 characters");
                            default -> violation.message();
                        }))
                .orElseGet(() -> form.refused(words(refusal)));
    }

    private static String words(Refusal refusal) {
        return Optional.ofNullable(refusal.detail())
                .or(() -> Optional.ofNullable(refusal.title()))
                .orElse("");
    }

    private void receipt(RoutingContext request) {
        var locale = PageHeader.localeOf(request);
        var receipt = receipts.take(request, locale.to("/receipt"));
        request.response().putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        Portal.show(request, 200, Pages.publicNoticeReceipt(locale, receipt.orElse(null)));
    }

    /** Where an objection stands, for whoever has its receipt. */
    private void progress(RoutingContext request, Map<String, String> fields) {
        var locale = PageHeader.localeOf(request);
        var receipt = fields.getOrDefault(RECEIPT, "");
        var form = NoticeForm.following(receipt);
        if (!receipt.matches(IN_A_HEADER)) {
            list(request, 400, form.mistaken(locale.say("请填写提出异议时得到的回执", "Write the receipt you were given")));
            return;
        }
        client.objection(receipt, request)
                .onSuccess(answer -> {
                    switch (answer) {
                        case Found<NoticeObjection>(var objection) -> {
                            request.response().putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
                            Portal.show(request, 200, Pages.publicNoticeObjection(locale, objection));
                        }
                        case Refused<NoticeObjection>(int status, Refusal refusal) ->
                            list(
                                    request,
                                    status,
                                    status == 404
                                            ? form.mistaken(locale.say(
                                                    "没有这一回执的异议，请核对后重新填写",
                                                    "There is no objection with this receipt; compare it"))
                                            : form.refused(words(refusal)));
                        case Unavailable<NoticeObjection>() ->
                            list(
                                    request,
                                    503,
                                    form.refused(locale.say(
                                            "信用服务暂时没有应答，请稍后再查询。",
                                            "The service does not answer; ask again in a while.")));
                    }
                })
                .onFailure(request::fail);
    }

    private static void seeOther(RoutingContext request, String page) {
        request.response()
                .setStatusCode(303)
                .putHeader(HttpHeaders.LOCATION, page)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end();
    }

    private static String newKey() {
        return UUID.randomUUID().toString();
    }
}

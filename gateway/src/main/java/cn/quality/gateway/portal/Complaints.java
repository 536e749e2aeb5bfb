package cn.quality.gateway.portal;

import cn.quality.gateway.edge.GatewayProblems;
import cn.quality.gateway.edge.ProblemWriter;
import cn.quality.gateway.identity.Caller;
import cn.quality.gateway.limits.SlowCallers;
import cn.quality.gateway.portal.Answer.Found;
import cn.quality.gateway.portal.ServiceResponses.Progress;
import cn.quality.gateway.portal.ServiceResponses.Proof;
import cn.quality.gateway.portal.ServiceResponses.Refusal;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The counter for complaints and reports (投诉举报). Nobody logs in here, and nothing of it is stored here: the receipt's secret
 * comes with every form and goes to the service in a header, never into an address or a log.
 */
@ApplicationScoped
class Complaints {

    /** Above the service's own limit, so that its words answer. */
    private static final long LARGEST_UPLOAD = 11L * 1024 * 1024;

    private static final int MOST_FILES = 10;
    /** As long as the route of complaints has. */
    private static final Duration UPLOAD_TIME = Duration.ofSeconds(110);

    private static final List<ComplaintForm.Kind> KINDS = List.of(ComplaintForm.Kind.values());

    private final ServiceClient client;
    private final Catalogues catalogues;
    private final FormBody forms;
    private final ProblemWriter problems;
    private final SlowCallers slowCallers;
    private final UploadFolder folder;

    Complaints(
            ServiceClient client,
            Catalogues catalogues,
            FormBody forms,
            ProblemWriter problems,
            SlowCallers slowCallers,
            UploadFolder folder) {
        this.client = client;
        this.catalogues = catalogues;
        this.forms = forms;
        this.problems = problems;
        this.slowCallers = slowCallers;
        this.folder = folder;
    }

    /** What proves the right to see a complaint. */
    record Key(String receipt, String secret) {

        static Key of(Map<String, String> form) {
            return new Key(form.getOrDefault("receipt", ""), form.getOrDefault("secret", ""));
        }

        /** Never into a log by accident. */
        @Override
        public String toString() {
            return "Key[" + receipt + "]";
        }
    }

    void routes(@Observes Router router) {
        router.get("/complaints").handler(request -> Portal.show(request, 200, Pages.complaints(KINDS, null)));
        router.get("/complaints/new").handler(this::emptyForm);
        router.post("/complaints/new").handler(forms.then(this::file));
        router.post("/complaints/progress").handler(forms.then(this::progress));
        router.post("/complaints/additions")
                .handler(act("additions", fields -> new JsonObject().put("words", fields.getOrDefault("words", ""))));
        router.post("/complaints/withdrawal").handler(act("withdrawal", fields -> null));
        router.post("/complaints/satisfaction").handler(act("satisfaction", Complaints::rating));
        router.post("/complaints/evidence").handler(this::evidence);
        router.get("/complaints/*").handler(request -> request.redirect("/complaints"));
        router.route("/complaints*")
                .handler(request -> problems.write(
                        request,
                        new Problem(ProblemTypes.METHOD_NOT_ALLOWED, new Text("不支持此请求方法", "This method is not offered"))
                                .withHeader("Allow", "GET, POST")));
    }

    private void emptyForm(RoutingContext request) {
        ComplaintForm.Kind.of(request.request().getParam("kind"))
                .ifPresentOrElse(
                        kind -> showForm(
                                request,
                                200,
                                ComplaintForm.empty(
                                        kind,
                                        Optional.ofNullable(request.request().getParam("uscc"))),
                                null),
                        () -> request.redirect("/complaints"));
    }

    private void file(RoutingContext request, Map<String, String> fields) {
        var kind = ComplaintForm.Kind.of(fields.get("kind"));
        if (kind.isEmpty()) {
            request.redirect("/complaints");
            return;
        }
        var form = ComplaintForm.of(kind.get(), fields);
        client.file(form.toJson(), form.key(), request)
                .onSuccess(answer -> {
                    switch (answer) {
                        case Found<ServiceResponses.Receipt>(var receipt) ->
                            Portal.show(request, 200, Pages.complaintReceipt(receipt, kind.get()));
                        case Answer.Refused<ServiceResponses.Receipt>(int status, Refusal refusal) ->
                            showForm(request, status, form, refusal);
                        case Answer.Unavailable<ServiceResponses.Receipt>() -> unavailable(request);
                    }
                })
                .onFailure(request::fail);
    }

    private void showForm(RoutingContext request, int status, ComplaintForm form, @Nullable Refusal refusal) {
        catalogues
                .names(request)
                .onSuccess(names -> Portal.show(
                        request, status, Pages.complaintForm(form, Wording.FIELD_CODES, names.byRegion(), refusal)))
                .onFailure(request::fail);
    }

    private void progress(RoutingContext request, Map<String, String> fields) {
        follow(request, Key.of(fields), null);
    }

    /** Shows the state of a complaint, and what the service returned for the last act on it. */
    private void follow(RoutingContext request, Key key, @Nullable Refusal remark) {
        var progress = client.follow(key, request);
        var evidence = client.evidence(key, request);
        Future.all(progress, evidence)
                .onSuccess(all -> {
                    switch (progress.result()) {
                        case Found<Progress>(var found) ->
                            Portal.show(
                                    request,
                                    remark == null ? 200 : 409,
                                    Pages.complaint(
                                            found,
                                            key,
                                            UUID.randomUUID().toString(),
                                            proofs(evidence.result()),
                                            remark));
                        case Answer.Refused<Progress>(int status, Refusal refusal) ->
                            Portal.show(request, status, Pages.complaints(KINDS, refusal));
                        case Answer.Unavailable<Progress>() -> unavailable(request);
                    }
                })
                .onFailure(request::fail);
    }

    private static List<Proof> proofs(Answer<ServiceResponses.Page<Proof>> answer) {
        var page = answer.orNull();
        return page == null ? List.of() : page.items();
    }

    private Handler<RoutingContext> act(String act, Body body) {
        return forms.then((request, fields) -> {
            var key = Key.of(fields);
            client.act(key, act, body.of(fields), fields.getOrDefault(ComplaintForm.KEY, ""), request)
                    .onSuccess(answer -> afterwards(request, key, answer))
                    .onFailure(request::fail);
        });
    }

    private <T> void afterwards(RoutingContext request, Key key, Answer<T> answer) {
        switch (answer) {
            case Found<T> done -> follow(request, key, null);
            case Answer.Refused<T>(int status, Refusal refusal) -> follow(request, key, refusal);
            case Answer.Unavailable<T>() -> unavailable(request);
        }
    }

    /** Stars that are no number go as they are; the service says what is wrong with them. */
    private static JsonObject rating(Map<String, String> fields) {
        var rating = new JsonObject();
        var stars = fields.getOrDefault("stars", "");
        if (!stars.isEmpty()) {
            rating.put("stars", stars.matches("[1-5]") ? Integer.valueOf(stars) : stars);
        }
        return fields.containsKey("words") ? rating.put("words", fields.get("words")) : rating;
    }

    /** A browser may send the file before the fields that name its complaint, so it waits on disk until the form is whole. */
    private void evidence(RoutingContext request) {
        var incoming = request.request();
        var type = incoming.getHeader(HttpHeaders.CONTENT_TYPE);
        var length = incoming.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (type == null || !type.startsWith("multipart/form-data")) {
            problems.write(
                    request,
                    new Problem(
                            ProblemTypes.UNSUPPORTED_MEDIA_TYPE, new Text("请通过本站页面提交文件", "Send the form of the page")));
            return;
        }
        if (length == null || length.length() > 18 || Long.parseLong(length) > LARGEST_UPLOAD) {
            problems.write(
                    request,
                    new Problem(
                            ProblemTypes.PAYLOAD_TOO_LARGE,
                            Text.of("文件不得超过 %d 字节", "A file may have %d bytes", LARGEST_UPLOAD)));
            return;
        }
        slowCallers
                .upload(request, Caller.of(request))
                .onSuccess(place -> takeIn(request))
                .onFailure(failure -> problems.write(request, failure));
    }

    private void takeIn(RoutingContext request) {
        var incoming = request.request();
        var saved = new ArrayList<Future<Upload>>();
        var clock = request.vertx()
                .setTimer(UPLOAD_TIME.toMillis(), late -> problems.write(request, GatewayProblems.bodyTooSlow()));
        request.addEndHandler(end -> request.vertx().cancelTimer(clock));
        var space = folder.spaceFor(request);
        incoming.setExpectMultipart(true)
                .handler(piece -> {
                    if (!space.take(piece.length())) {
                        problems.write(request, noSpace());
                    }
                })
                .exceptionHandler(broken -> problems.write(request, broken()))
                .uploadHandler(file -> {
                    if (request.response().ended()) {
                        return; // refused; the rest is swallowed
                    }
                    if (saved.size() < MOST_FILES) {
                        saved.add(folder.save(file, request).map(place -> new Upload(file.filename(), place)));
                    } else {
                        problems.write(request, broken());
                    }
                })
                // Only now are the fields of the form there, whatever their order.
                .endHandler(end -> {
                    request.vertx().cancelTimer(clock);
                    if (!request.response().ended()) {
                        sendOn(request, saved);
                    }
                })
                .resume();
    }

    private void sendOn(RoutingContext request, List<Future<Upload>> saved) {
        var key = new Key(attribute(request, "receipt"), attribute(request, "secret"));
        Future.join(saved)
                .compose(all -> saved.isEmpty()
                        ? Future.succeededFuture()
                        : send(request, key, saved.getFirst().result())
                                .onSuccess(answer -> afterwards(request, key, answer)))
                .onSuccess(sent -> {
                    if (sent == null) {
                        follow(request, key, null);
                    }
                })
                .onFailure(request::fail);
    }

    private static Problem noSpace() {
        return new Problem(
                        GatewayProblems.OVERLOADED,
                        new Text(
                                "当前上传的文件过多，暂存空间已满，文件没有提交。请稍后再试",
                                "Too many files are being uploaded and the space for them is full; nothing was filed. Try again shortly"))
                .retryAfter(30);
    }

    private static Problem broken() {
        return new Problem(
                ProblemTypes.BAD_REQUEST,
                Text.of("表单内容有误，或文件超过 %d 个", "The form is broken, or has more than %d files", MOST_FILES));
    }

    /** A file that waits for the rest of its form. */
    private record Upload(String name, Path place) {}

    private Future<Answer<Proof>> send(RoutingContext request, Key key, Upload file) {
        return request.vertx()
                .fileSystem()
                .open(file.place().toString(), new OpenOptions().setRead(true).setWrite(false))
                .compose(content ->
                        client.addEvidence(key, file.name(), content, request).onComplete(sent -> content.close()));
    }

    private static String attribute(RoutingContext request, String name) {
        var value = request.request().getFormAttribute(name);
        return value == null ? "" : value.strip();
    }

    /** What an act sends; nothing when the act says all. */
    @FunctionalInterface
    private interface Body {
        @Nullable
        JsonObject of(Map<String, String> fields);
    }

    private void unavailable(RoutingContext request) {
        problems.write(
                request,
                new Problem(
                                ProblemTypes.UNAVAILABLE,
                                new Text(
                                        "信用服务暂时没有应答，您填写的内容没有提交。请稍后返回上一页重试。",
                                        "The service does not answer; nothing was filed"))
                        .retryAfter(5));
    }
}

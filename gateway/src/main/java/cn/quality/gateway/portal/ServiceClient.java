package cn.quality.gateway.portal;

import cn.quality.gateway.cache.PublicCache;
import cn.quality.gateway.limits.BodyPipe;
import cn.quality.gateway.limits.SlowCallers;
import cn.quality.gateway.portal.Answer.Found;
import cn.quality.gateway.portal.Answer.Refused;
import cn.quality.gateway.portal.Answer.Unavailable;
import cn.quality.gateway.portal.ServiceResponses.AnnouncedHonour;
import cn.quality.gateway.portal.ServiceResponses.Enterprise;
import cn.quality.gateway.portal.ServiceResponses.Entry;
import cn.quality.gateway.portal.ServiceResponses.Hits;
import cn.quality.gateway.portal.ServiceResponses.Indicator;
import cn.quality.gateway.portal.ServiceResponses.Listing;
import cn.quality.gateway.portal.ServiceResponses.LiveFigures;
import cn.quality.gateway.portal.ServiceResponses.Matter;
import cn.quality.gateway.portal.ServiceResponses.NoticeObjection;
import cn.quality.gateway.portal.ServiceResponses.Overdue;
import cn.quality.gateway.portal.ServiceResponses.Page;
import cn.quality.gateway.portal.ServiceResponses.Progress;
import cn.quality.gateway.portal.ServiceResponses.Proof;
import cn.quality.gateway.portal.ServiceResponses.Receipt;
import cn.quality.gateway.portal.ServiceResponses.Refusal;
import cn.quality.gateway.portal.ServiceResponses.Standard;
import cn.quality.gateway.upstream.Upstreams;
import cn.quality.platform.trace.RequestTrace;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.core.streams.ReadStream;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Asks the services' interfaces, anonymously or for the person who is logged in. A service that does not answer is an {@link Answer},
 * never an exception.
 */
@ApplicationScoped
class ServiceClient {

    private static final Logger LOG = Logger.getLogger(ServiceClient.class);

    /** A page is worth less than a wait: a part that takes longer is shown as unavailable. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    /** People wait for their own upload. */
    private static final Duration PATIENCE_WITH_FILES = Duration.ofSeconds(60);

    private static final String COMPLAINTS = "/api/credit/v1/complaints";
    private static final String OBJECTIONS = "/api/credit/v1/public-notice-objections";
    private static final String SECRET = "Complaint-Secret";
    private static final String IDEMPOTENCY_KEY = "Idempotency-Key";
    private static final String FORWARDED_FOR = "X-Forwarded-For";
    private static final String JSON_TYPE = "application/json";

    private static final Duration DOWNLOAD = Duration.ofSeconds(30);

    private static final String CREDIT = "credit";
    private static final String STANDARDS = "standards";
    private static final String INDICATORS = "indicators";

    private final Upstreams upstreams;
    private final PublicCache cache;
    private final SlowCallers slowCallers;
    private final ObjectMapper json;

    ServiceClient(Upstreams upstreams, PublicCache cache, SlowCallers slowCallers, ObjectMapper json) {
        this.upstreams = upstreams;
        this.cache = cache;
        this.slowCallers = slowCallers;
        this.json = json;
    }

    Future<Answer<Page<Listing>>> listings(String kind, Optional<String> after, int limit, RoutingContext request) {
        return get(
                CREDIT,
                "/api/credit/v1/listings" + query("kind", kind, "after", after.orElse(""), "limit", "" + limit),
                new TypeReference<>() {},
                request);
    }

    Future<Answer<Hits>> enterprisesCalled(String name, Optional<String> after, int limit, RoutingContext request) {
        return get(
                CREDIT,
                "/api/credit/v1/enterprises" + query("name", name, "after", after.orElse(""), "limit", "" + limit),
                new TypeReference<>() {},
                request);
    }

    Future<Answer<Enterprise>> enterprise(String uscc, RoutingContext request) {
        return get(CREDIT, "/api/credit/v1/enterprises/" + encoded(uscc), new TypeReference<>() {}, request);
    }

    Future<Answer<Page<Entry>>> regions(RoutingContext request) {
        return get(CREDIT, "/api/credit/v1/regions", new TypeReference<>() {}, request);
    }

    Future<Answer<Page<Entry>>> legalBases(RoutingContext request) {
        return get(CREDIT, "/api/credit/v1/legal-bases", new TypeReference<>() {}, request);
    }

    Future<Answer<Page<Standard>>> standards(String q, Optional<String> after, int limit, RoutingContext request) {
        return get(
                STANDARDS,
                "/api/standards/v1/standards" + query("q", q, "after", after.orElse(""), "limit", "" + limit),
                new TypeReference<>() {},
                request);
    }

    Future<Answer<Standard>> standard(String id, RoutingContext request) {
        return get(STANDARDS, "/api/standards/v1/standards/" + encoded(id), new TypeReference<>() {}, request);
    }

    Future<Answer<Page<Indicator>>> indicators(int limit, RoutingContext request) {
        return get(
                INDICATORS,
                "/api/indicators/v1/indicators" + query("limit", "" + limit),
                new TypeReference<>() {},
                request);
    }

    Future<Answer<Indicator>> indicator(String code, RoutingContext request) {
        return get(INDICATORS, "/api/indicators/v1/indicators/" + encoded(code), new TypeReference<>() {}, request);
    }

    Future<Answer<LiveFigures>> live(RoutingContext request) {
        return get(INDICATORS, "/api/indicators/v1/live", new TypeReference<>() {}, request);
    }

    /** @param key of the filing, so that filing it twice files it once */
    Future<Answer<Receipt>> file(JsonObject complaint, String key, RoutingContext request) {
        return ask(
                CREDIT,
                HttpMethod.POST,
                COMPLAINTS,
                PATIENCE,
                outgoing -> outgoing.putHeader(IDEMPOTENCY_KEY, key)
                        .putHeader(HttpHeaders.CONTENT_TYPE, JSON_TYPE)
                        .send(complaint.toBuffer()),
                new TypeReference<>() {},
                request);
    }

    Future<Answer<Progress>> follow(Complaints.Key key, RoutingContext request) {
        return ask(
                CREDIT,
                HttpMethod.GET,
                COMPLAINTS + "/" + encoded(key.receipt()),
                PATIENCE,
                outgoing -> outgoing.putHeader(SECRET, key.secret()).send(),
                new TypeReference<>() {},
                request);
    }

    /** @param body what the act says; nothing when it says all by itself */
    Future<Answer<Progress>> act(
            Complaints.Key key, String act, @Nullable JsonObject body, String once, RoutingContext request) {
        return ask(
                CREDIT,
                HttpMethod.POST,
                COMPLAINTS + "/" + encoded(key.receipt()) + "/" + act,
                PATIENCE,
                outgoing -> {
                    outgoing.putHeader(SECRET, key.secret()).putHeader(IDEMPOTENCY_KEY, once);
                    return body == null
                            ? outgoing.send()
                            : outgoing.putHeader(HttpHeaders.CONTENT_TYPE, JSON_TYPE)
                                    .send(body.toBuffer());
                },
                new TypeReference<>() {},
                request);
    }

    Future<Answer<Page<Proof>>> evidence(Complaints.Key key, RoutingContext request) {
        return ask(
                CREDIT,
                HttpMethod.GET,
                COMPLAINTS + "/" + encoded(key.receipt()) + "/evidence",
                PATIENCE,
                outgoing -> outgoing.putHeader(SECRET, key.secret()).send(),
                new TypeReference<>() {},
                request);
    }

    /** @param file from its beginning */
    Future<Answer<Proof>> addEvidence(
            Complaints.Key key, String name, ReadStream<Buffer> file, RoutingContext request) {
        return ask(
                CREDIT,
                HttpMethod.POST,
                COMPLAINTS + "/" + encoded(key.receipt()) + "/evidence" + query("name", name),
                PATIENCE_WITH_FILES,
                outgoing -> outgoing.putHeader(SECRET, key.secret())
                        .putHeader(HttpHeaders.CONTENT_TYPE, "application/octet-stream")
                        .setChunked(true)
                        .send(file),
                new TypeReference<>() {},
                request);
    }

    /** Honours that are announced, those whose notice ends first, first. */
    Future<Answer<Page<AnnouncedHonour>>> publicNotices(Optional<String> after, int limit, RoutingContext request) {
        return get(
                CREDIT,
                "/api/credit/v1/public-notices" + query("after", after.orElse(""), "limit", "" + limit),
                new TypeReference<>() {},
                request);
    }

    Future<Answer<AnnouncedHonour>> publicNotice(String id, RoutingContext request) {
        return get(CREDIT, "/api/credit/v1/public-notices/" + encoded(id), new TypeReference<>() {}, request);
    }

    /** @param key of the objection, so that sending it twice raises it once */
    Future<Answer<NoticeObjection>> object(JsonObject objection, String key, RoutingContext request) {
        return ask(
                CREDIT,
                HttpMethod.POST,
                OBJECTIONS,
                PATIENCE,
                outgoing -> outgoing.putHeader(IDEMPOTENCY_KEY, key)
                        .putHeader(HttpHeaders.CONTENT_TYPE, JSON_TYPE)
                        .send(objection.toBuffer()),
                new TypeReference<>() {},
                request);
    }

    Future<Answer<NoticeObjection>> objection(String receipt, RoutingContext request) {
        return ask(
                CREDIT,
                HttpMethod.GET,
                OBJECTIONS,
                PATIENCE,
                outgoing -> outgoing.putHeader("Objection-Receipt", receipt).send(),
                new TypeReference<>() {},
                request);
    }

    /** Overdue work of the person the token stands for, the longest overdue first. */
    Future<Answer<Page<Overdue>>> overdue(int limit, String token, RoutingContext request) {
        return ask(
                CREDIT,
                HttpMethod.GET,
                "/api/credit/v1/listings/overdue" + query("limit", "" + limit),
                PATIENCE,
                outgoing -> as(token, outgoing).send(),
                new TypeReference<>() {},
                request);
    }

    Future<Answer<Page<Matter>>> ownMatters(int limit, String token, RoutingContext request) {
        return ask(
                CREDIT,
                HttpMethod.GET,
                "/api/credit/v1/own/matters" + query("limit", "" + limit),
                PATIENCE,
                outgoing -> as(token, outgoing).send(),
                new TypeReference<>() {},
                request);
    }

    /** Everything on file about the enterprise the token stands for, as it is sent. */
    Future<HttpClientResponse> ownArchive(String token, RoutingContext request) {
        return upstreams.request(CREDIT, HttpMethod.GET, "/api/credit/v1/own/archive", DOWNLOAD, true, outgoing -> {
            RequestTrace.of(request).writeTo(outgoing.headers());
            return as(token, outgoing).putHeader(HttpHeaders.ACCEPT, "text/csv").send();
        });
    }

    /** Sends its body on as it comes in. */
    void relay(HttpClientResponse answer, RoutingContext request) {
        slowCallers.attach(request);
        Runnable abort = () -> answer.request().reset();
        request.addEndHandler(end -> {
            if (end.failed()) {
                abort.run();
            }
        });
        new BodyPipe(request, upstreams.body(answer, DOWNLOAD), BodyPipe.UNKNOWN, abort).start();
    }

    /** The answer to what is not requested for this person. */
    static <T> Future<Answer<T>> notRequested() {
        return Future.succeededFuture(new Unavailable<>());
    }

    private static HttpClientRequest as(String token, HttpClientRequest outgoing) {
        return outgoing.putHeader(HttpHeaders.AUTHORIZATION, "Bearer " + token);
    }

    /** What is the same for every reader, through the cache: a popular page costs the services no more than one program does. */
    private <T> Future<Answer<T>> get(String service, String uri, TypeReference<T> type, RoutingContext request) {
        var headers = MultiMap.caseInsensitiveMultiMap();
        prepare(headers, request);
        return orUnavailable(
                cache.read(uri, headers).map(fetched -> read(fetched.status(), fetched.body(), type)),
                service,
                uri,
                PATIENCE);
    }

    private <T> Future<Answer<T>> ask(
            String service,
            HttpMethod method,
            String uri,
            Duration patience,
            Function<HttpClientRequest, Future<HttpClientResponse>> sent,
            TypeReference<T> type,
            RoutingContext request) {
        return orUnavailable(
                upstreams
                        .request(service, method, uri, patience, method.equals(HttpMethod.GET), outgoing -> {
                            prepare(outgoing.headers(), request);
                            // The service limits who guesses secrets, and that is not the portal.
                            outgoing.putHeader(
                                    FORWARDED_FOR,
                                    request.request().remoteAddress().hostAddress());
                            return sent.apply(outgoing);
                        })
                        .compose(answer -> answer.body().map(body -> read(answer.statusCode(), body, type))),
                service,
                uri,
                patience);
    }

    private static void prepare(MultiMap headers, RoutingContext request) {
        RequestTrace.of(request).writeTo(headers);
        headers.add(HttpHeaders.ACCEPT, "application/json, application/problem+json")
                .add(HttpHeaders.ACCEPT_LANGUAGE, PageHeader.localeOf(request).tag());
    }

    private static <T> Future<Answer<T>> orUnavailable(
            Future<Answer<T>> answer, String service, String uri, Duration patience) {
        return answer.timeout(patience.toMillis(), TimeUnit.MILLISECONDS).otherwise(failure -> {
            LOG.warnf("%s did not answer the portal (%s): %s", service, path(uri), failure.getMessage());
            return new Unavailable<>();
        });
    }

    private <T> Answer<T> read(int status, Buffer body, TypeReference<T> type) {
        try {
            if (status == 200 || status == 201) {
                return new Found<>(json.readValue(body.getBytes(), type));
            }
            if (status >= 400 && status < 500) {
                return new Refused<>(status, json.readValue(body.getBytes(), Refusal.class));
            }
            LOG.warnf("a service answered the portal with %d", status);
        } catch (IOException e) {
            LOG.warnf("a service's answer (%d) could not be read: %s", status, e.getMessage());
        }
        return new Unavailable<>();
    }

    /** A query may hold names; a log may not. */
    private static String path(String uri) {
        var outgoing = uri.indexOf('?');
        return outgoing < 0 ? uri : uri.substring(0, outgoing);
    }

    /** Pairs of name and value; those without a value are left out. */
    private static String query(String... pairs) {
        var given = new LinkedHashMap<String, String>();
        for (int i = 0; i < pairs.length; i += 2) {
            if (!pairs[i + 1].isEmpty()) {
                given.put(pairs[i], pairs[i + 1]);
            }
        }
        return given.entrySet().stream()
                .map((Map.Entry<String, String> pair) -> pair.getKey() + "=" + encoded(pair.getValue()))
                .collect(Collectors.joining("&", "?", ""));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}

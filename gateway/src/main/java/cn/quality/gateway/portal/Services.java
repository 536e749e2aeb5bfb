package cn.quality.gateway.portal;

import cn.quality.gateway.edge.Trace;
import cn.quality.gateway.portal.Answer.Found;
import cn.quality.gateway.portal.Answer.Refused;
import cn.quality.gateway.portal.Answer.Unavailable;
import cn.quality.gateway.portal.Facts.Enterprise;
import cn.quality.gateway.portal.Facts.Entry;
import cn.quality.gateway.portal.Facts.Hit;
import cn.quality.gateway.portal.Facts.Indicator;
import cn.quality.gateway.portal.Facts.Listing;
import cn.quality.gateway.portal.Facts.LiveFigures;
import cn.quality.gateway.portal.Facts.Page;
import cn.quality.gateway.portal.Facts.Refusal;
import cn.quality.gateway.portal.Facts.Standard;
import cn.quality.gateway.upstream.Upstreams;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
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
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Asks the services' public interfaces. A service that does not answer is an {@link Answer}, never an exception. */
@ApplicationScoped
class Services {

    private static final Logger LOG = Logger.getLogger(Services.class);

    /** A page is worth less than a wait: a part that takes longer is shown as unavailable. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private static final String CREDIT = "credit";
    private static final String STANDARDS = "standards";
    private static final String INDICATORS = "indicators";

    private final Upstreams upstreams;
    private final ObjectMapper json;

    Services(Upstreams upstreams, ObjectMapper json) {
        this.upstreams = upstreams;
        this.json = json;
    }

    Future<Answer<Page<Listing>>> listings(String kind, Optional<String> after, int limit, RoutingContext request) {
        return get(
                CREDIT,
                "/api/credit/v1/listings" + query("kind", kind, "after", after.orElse(""), "limit", "" + limit),
                new TypeReference<>() {},
                request);
    }

    Future<Answer<Page<Hit>>> enterprisesCalled(
            String name, Optional<String> after, int limit, RoutingContext request) {
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

    private <T> Future<Answer<T>> get(String service, String uri, TypeReference<T> type, RoutingContext request) {
        return upstreams
                .open(service, HttpMethod.GET, uri, PATIENCE)
                .compose(question -> {
                    Trace.of(request).writeTo(question.headers());
                    return question.putHeader(HttpHeaders.ACCEPT, "application/json, application/problem+json")
                            .putHeader(HttpHeaders.ACCEPT_LANGUAGE, "zh-CN")
                            .send()
                            .compose(answer -> answer.body().map(body -> read(answer.statusCode(), body, type)));
                })
                .timeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .otherwise(failure -> {
                    LOG.warnf("%s did not answer the portal (%s): %s", service, uri, failure.getMessage());
                    return new Unavailable<>();
                });
    }

    private <T> Answer<T> read(int status, Buffer body, TypeReference<T> type) {
        try {
            if (status == 200) {
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

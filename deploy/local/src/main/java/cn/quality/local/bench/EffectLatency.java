package cn.quality.local.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Milliseconds from sending the publication of a list entry to its effect being visible over HTTP: the badge in
 * standards-service, the record behind the live figure in indicator-service, and the entry in the enterprise's public
 * answer that the gateway had in its cache until then, each asked every millisecond. Only fictional enterprises that are on no list are used, and each entry is withdrawn again.
 */
@Command(name = "effect-latency", mixinStandardHelpOptions = true)
public final class EffectLatency implements Callable<Integer> {

    private static final int WARM_UP = 20;
    private static final Duration GIVE_UP = Duration.ofSeconds(30);
    private static final int PAGE = 200;

    @Option(names = "--samples", required = true, description = "how many publications are measured")
    private int samples;

    @Option(names = "--limit-ms", required = true, description = "what p95 is compared with")
    private double limit;

    @Option(names = "--credit", required = true)
    private URI credit = URI.create("");

    @Option(names = "--standards", required = true)
    private URI standards = URI.create("");

    @Option(names = "--indicators", required = true)
    private URI indicators = URI.create("");

    @Option(names = "--gateway", required = true)
    private URI gateway = URI.create("");

    @Option(names = "--identity", required = true)
    private URI identity = URI.create("");

    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();

    private EffectLatency() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new EffectLatency()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException, ExecutionException {
        String handler = token("case-handler");
        String approver = token("case-approver");
        String publisher = token("publisher");
        List<Double> badge = new ArrayList<>();
        List<Double> figure = new ArrayList<>();
        List<Double> purged = new ArrayList<>();
        try (ExecutorService watchers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<String> enterprises = enterprises(samples + WARM_UP);
            for (int i = 0; i < enterprises.size(); i++) {
                String uscc = enterprises.get(i);
                var draft = post(credit("listings"), draft(uscc, i), handler, "", 201);
                String id = draft.body().path("id").asText();
                var submitted = post(credit("listings/" + id + "/submission"), Map.of(), handler, draft.etag(), 200);
                var announced = post(
                        credit("listings/" + id + "/public-notice"),
                        Map.of("announcedOn", "2026-01-06", "place", "示例门户网站"),
                        approver,
                        submitted.etag(),
                        200);
                untilCached(uscc);
                long sent = System.nanoTime();
                Future<Double> seenBadge = watchers.submit(() -> until(sent, () -> hasBadge(uscc)));
                Future<Double> seenFigure = watchers.submit(() -> until(sent, () -> isCounted(id)));
                Future<Double> seenEntry = watchers.submit(() -> until(sent, () -> isShown(uscc, id)));
                post(credit("listings/" + id + "/publication"), Map.of(), publisher, announced.etag(), 200);
                if (i >= WARM_UP) {
                    badge.add(seenBadge.get());
                    figure.add(seenFigure.get());
                    purged.add(seenEntry.get());
                } else {
                    seenBadge.get();
                    seenFigure.get();
                    seenEntry.get();
                }
                post(credit("listings/" + id + "/withdrawal"), Map.of("reason", "示例数据：测量结束"), publisher, "", 200);
            }
        }
        System.out.printf("%d publications after %d to warm up%n", badge.size(), WARM_UP);
        tell("badge in standards-service", badge);
        tell("record of LST_RED in indicator-service", figure);
        tell("cached answer purged at the gateway", purged);
        return 0;
    }

    private void tell(String what, List<Double> millis) {
        double[] sorted =
                millis.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        System.out.printf("%-52s p50  %8.1f ms   max   %8.1f ms%n", what, at(sorted, 0.5), sorted[sorted.length - 1]);
        System.out.printf(
                "%-52s ours %8.1f ms  limit %8.1f ms  ratio %.2f%n",
                what + ", p95", at(sorted, 0.95), limit, at(sorted, 0.95) / limit);
    }

    /** The nearest rank. */
    static double at(double[] sorted, double quantile) {
        return sorted[Math.max(0, (int) Math.ceil(quantile * sorted.length) - 1)];
    }

    private static double until(long sent, Callable<Boolean> visible) throws Exception {
        while (!visible.call()) {
            if (System.nanoTime() - sent > GIVE_UP.toNanos()) {
                throw new IllegalStateException("No effect within " + GIVE_UP);
            }
            Thread.sleep(1);
        }
        return (System.nanoTime() - sent) / 1e6;
    }

    private boolean hasBadge(String uscc) throws IOException, InterruptedException {
        return get(URI.create(standards + "/api/standards/v1/enterprises/" + uscc))
                .path("badge")
                .asText()
                .equals("RED");
    }

    private boolean isCounted(String listing) throws IOException, InterruptedException {
        return get(URI.create(indicators + "/api/indicators/v1/live/LST_RED/records?limit=5"))
                .toString()
                .contains(listing);
    }

    /** @throws IllegalStateException when the gateway does not keep the answer, so that nothing would be measured */
    private void untilCached(String uscc) throws IOException, InterruptedException {
        for (int i = 0; i < 500; i++) {
            var answer = http.send(HttpRequest.newBuilder(atGateway(uscc)).build(), BodyHandlers.discarding());
            if (answer.headers().firstValue("X-Cache").orElse("").equals("HIT")) {
                return;
            }
            Thread.sleep(10);
        }
        throw new IllegalStateException("The gateway does not keep " + atGateway(uscc));
    }

    private boolean isShown(String uscc, String listing) throws IOException, InterruptedException {
        return get(atGateway(uscc)).toString().contains(listing);
    }

    private URI atGateway(String uscc) {
        return URI.create(gateway + "/api/credit/v1/enterprises/" + uscc);
    }

    private List<String> enterprises(int wanted) throws IOException, InterruptedException {
        List<String> found = new ArrayList<>();
        String after = "";
        while (found.size() < wanted) {
            JsonNode page = get(URI.create(credit("enterprises?limit=" + PAGE + "&name=" + encoded("示例"))
                    + (after.isEmpty() ? "" : "&after=" + encoded(after))));
            for (JsonNode enterprise : page.path("items")) {
                String uscc = enterprise.path("uscc").asText();
                if (found.size() < wanted && enterprise.path("fictional").asBoolean() && isOnNoList(uscc)) {
                    found.add(uscc);
                }
            }
            after = page.path("next").asText("");
            if (after.isEmpty() && found.size() < wanted) {
                throw new IllegalStateException("Only %d suitable enterprises; seed more".formatted(found.size()));
            }
        }
        return found;
    }

    private boolean isOnNoList(String uscc) throws IOException, InterruptedException {
        return get(URI.create(standards + "/api/standards/v1/enterprises/" + uscc))
                .path("badge")
                .asText()
                .equals("NONE");
    }

    private Map<String, Object> draft(String uscc, int number) {
        return Map.of(
                "uscc", uscc,
                "kind", "RED",
                "field", "INDUSTRIAL_PRODUCTION",
                "ground", "示例数据：测量用",
                "legalBasis", "SD-CREDIT",
                "decision",
                        Map.of(
                                "documentNumber", "日市监红决字〔2026〕示例测量%d号".formatted(number + 1),
                                "decidedOn", "2026-01-05",
                                "authority", "日照市市场监督管理局",
                                "facts", "示例数据：本企业为虚构企业。",
                                "measures", "示例",
                                "removal", "示例",
                                "remedies", "示例"));
    }

    private String token(String login) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(identity + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(
                        "grant_type=password&client_id=suite-cli&username=%s&password=%s".formatted(login, login)))
                .build();
        return expect(http.send(request, BodyHandlers.ofString()), 200)
                .path("access_token")
                .asText();
    }

    private record Answer(JsonNode body, String etag) {}

    private Answer post(String address, Map<String, Object> body, String token, String ifMatch, int expected)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token)
                .POST(BodyPublishers.ofString(json.writeValueAsString(body)));
        if (!ifMatch.isEmpty()) {
            request.header("If-Match", ifMatch);
        }
        HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
        return new Answer(
                expect(response, expected),
                response.headers().firstValue("ETag").orElse(""));
    }

    private JsonNode get(URI address) throws IOException, InterruptedException {
        return expect(http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString()), 200);
    }

    private JsonNode expect(HttpResponse<String> response, int status) throws IOException {
        if (response.statusCode() != status) {
            throw new IOException("%s answered %d instead of %d: %s"
                    .formatted(response.uri(), response.statusCode(), status, response.body()));
        }
        return json.readTree(response.body());
    }

    private String credit(String path) {
        return credit + "/api/credit/v1/" + path;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

package cn.quality.gateway;

import static cn.quality.testing.QuickPaths.given;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.lang.JoseException;

/**
 * What lies behind the gateway in these tests: a network peer that does what the last segment of the address says (echoes,
 * stays silent, cuts the line …), and an identity service that publishes one key. It stands for the network, not for any of
 * our services.
 *
 * <p>A third peer is the second instance of {@code indicators}, killed and raised by {@code /control/twin-down} and {@code
 * /control/twin-up}. A second peer, which is {@code standards} and the identity service, can be taken down and brought back through {@code /control/down} and
 * {@code /control/up} of the first.
 */
public final class OutsideWorld implements QuarkusTestResourceLifecycleManager {

    private static final String OPERATIONS_KEY = "key-of-the-tests";

    private final Vertx vertx = Vertx.vertx();
    private final RsaJsonWebKey key = newKey();
    private final Map<String, Integer> asked = new ConcurrentHashMap<>();
    private final Realm realm = new Realm(key);
    private final Set<String> seen = ConcurrentHashMap.newKeySet();
    private final Map<String, List<String>> forwardedFor = new ConcurrentHashMap<>();
    private HttpServer switched = newServer();
    private HttpServer twin = newServer();

    @Override
    public Map<String, String> start() {
        var peer = await(newServer().listen(0, "127.0.0.1"));
        switched = await(switched.listen(0, "127.0.0.1"));
        twin = await(twin.listen(0, "127.0.0.1"));

        var url = "http://127.0.0.1:" + peer.actualPort();
        var config = new HashMap<String, String>();
        config.put("quarkus.http.test-port", "0");
        config.put("quarkus.oidc.auth-server-url", "http://127.0.0.1:" + switched.actualPort() + "/realms/quality");
        config.put("gateway.upstreams.credit", url);
        config.put("gateway.upstreams.indicators", url + ",http://127.0.0.1:" + twin.actualPort());
        config.put("quarkus.http.idle-timeout", "6s");
        config.put("gateway.breaker.pause", "1s");
        config.put("gateway.edge.form-time", "2s");
        config.put("gateway.uploads.space", "1M");
        config.put("gateway.edge.operations-key", OPERATIONS_KEY);
        config.put("gateway.limits.in-flight", "32");
        config.put("gateway.limits.stall", "300ms");
        config.put("gateway.limits.classes.narrow.anonymous", "3");
        config.put("gateway.limits.classes.narrow.known", "5");
        config.put("gateway.routes.narrow.prefix", "/api/indicators/v1/narrow");
        config.put("gateway.routes.narrow.upstream", "indicators");
        config.put("gateway.routes.narrow.limit-class", "narrow");
        // For load, which may be any number a minute on a fast machine.
        config.put("gateway.limits.classes.wide.anonymous", "100000000");
        config.put("gateway.limits.classes.wide.known", "100000000");
        config.put("gateway.routes.wide.prefix", "/api/indicators/v1/wide");
        config.put("gateway.routes.wide.upstream", "indicators");
        config.put("gateway.routes.wide.limit-class", "wide");
        config.put("gateway.upstreams.standards", "http://127.0.0.1:" + switched.actualPort());
        config.put("gateway.routes.credit.timeout", "1s");
        config.put("gateway.routes.credit.body-limit", "64K");
        config.put("gateway.cache.settling", "100ms");
        config.put("gateway.cache.largest", "4K");
        config.put("gateway.feeds.heartbeat", "300ms");
        // Nobody listens there: what these tests see, the gateway does without a database and without Kafka.
        config.put("quarkus.datasource.jdbc.url", "jdbc:postgresql://127.0.0.1:1/gateway");
        config.put("kafka.bootstrap.servers", "127.0.0.1:1");
        config.put("outside.world", url);
        config.put("outside.world.key", key.toJson(OutputControlLevel.INCLUDE_PRIVATE));
        return config;
    }

    @Override
    public void stop() {
        await(vertx.close());
    }

    /** What the gateway measures. */
    public static String metrics() {
        return given().auth().oauth2(OPERATIONS_KEY).get("/q/metrics").asString();
    }

    private HttpServer newServer() {
        return vertx.createHttpServer(new HttpServerOptions()).requestHandler(this::answer);
    }

    private void answer(HttpServerRequest request) {
        var path = request.path();
        var response = request.response();
        forwardedFor.put(path, request.headers().getAll("X-Forwarded-For"));
        switch (path.substring(path.lastIndexOf('/') + 1)) {
            case "echo" ->
                request.body().onSuccess(body -> json(response, echoOf(request).put("bodyLength", body.length())));
            case "silent" -> request.resume();
            case "silent-midway" -> response.putHeader("Content-Length", "1000").write("begun");
            case "late" -> vertx.setTimer(800, later -> response.end());
            case "brief" ->
                vertx.setTimer(
                        2, later -> response.end("" + request.localAddress().port()));
            case "cut-once" -> {
                if (seen.add(request.query())) {
                    request.connection().close();
                } else {
                    response.end();
                }
            }
            case "cut" -> request.connection().close();
            case "cut-midway" ->
                response.putHeader("Content-Length", "1000")
                        .write("begun")
                        .onComplete(written -> request.connection().close());
            case "cut-midway-public" ->
                response.putHeader("Content-Length", "1000")
                        .putHeader("Cache-Control", "public, max-age=30")
                        .write("begun")
                        .onComplete(written -> request.connection().close());
            case "made" ->
                response.setStatusCode(201)
                        .putHeader("Location", request.getParam("at"))
                        .putHeader("Content-Location", request.getParam("at"))
                        .end();
            case "huge-header" ->
                response.putHeader("X-Huge", "x".repeat(100_000)).end();
            case "forwarded-for" ->
                json(response, new JsonObject().put("heard", forwardedFor.get(request.getParam("at"))));
            case "archive" -> talk(response.setChunked(true));
            case "empty-error" ->
                response.setStatusCode(Integer.parseInt(request.getParam("status")))
                        .end();
            case "boasting" ->
                json(
                        response.putHeader("Server", "peer/1.0")
                                .putHeader("X-Powered-By", "peer")
                                .putHeader("Set-Cookie", "inside=1")
                                .putHeader("X-Request-Id", "chosen-by-the-peer")
                                .putHeader("X-Frame-Options", "ALLOWALL")
                                .putHeader("X-For-Next-Hop", "1")
                                .putHeader("Connection", "X-For-Next-Hop")
                                .putHeader("ETag", "\"v1\""),
                        new JsonObject().put("fine", true));
            case "ready" -> json(response, new JsonObject().put("status", "UP").put("checks", new JsonArray()));
            case "openid-configuration" -> json(response, new JsonObject());
            case "certs" ->
                json(response, new JsonObject().put("keys", new JsonArray().add(new JsonObject(key.toJson()))));
            case "public" -> speak(request);
            case "auth" -> realm.logInPage(request);
            case "token" -> realm.token(request);
            case "logout" -> realm.logOut(request);
            case "realm" -> json(response, realm.control(request));
            case "down" -> switched.close().onComplete(done -> response.end());
            case "twin-down" -> twin.close().onComplete(done -> response.end());
            case "twin-up" -> {
                var port = twin.actualPort();
                twin = newServer();
                twin.listen(port, "127.0.0.1").onComplete(done -> response.end());
            }
            case "up" -> {
                var port = switched.actualPort();
                switched = newServer();
                switched.listen(port, "127.0.0.1").onComplete(done -> response.end());
            }
            default -> response.setStatusCode(503).end();
        }
    }

    /** Answers as the query says, and tells how often it was asked this: {@code n} in the body. */
    private void speak(HttpServerRequest request) {
        var n = asked.merge(request.uri(), 1, Integer::sum);
        var response = request.response();
        var params = request.params();
        if (params.contains("then") && n > 1) {
            response.setStatusCode(Integer.parseInt(params.get("then"))).end();
            return;
        }
        response.setStatusCode(Integer.parseInt(params.contains("status") ? params.get("status") : "200"));
        response.putHeader(
                "Cache-Control",
                params.contains("cache") ? params.get("cache") : "public, max-age=30, stale-while-revalidate=300");
        for (var header : List.of("Vary", "ETag", "Last-Modified", "Set-Cookie", "Content-Range", "Content-Encoding")) {
            if (params.contains(header)) {
                response.putHeader(header, params.get(header));
            }
        }
        var body = echoOf(request)
                .put("n", n)
                .put("padding", "x".repeat(Integer.parseInt(params.contains("size") ? params.get("size") : "0")));
        vertx.setTimer(
                Long.parseLong(params.contains("delay") ? params.get("delay") : "1"), late -> json(response, body));
    }

    /** As much as is taken, without an end. */
    private static void talk(HttpServerResponse response) {
        while (!response.closed() && !response.writeQueueFull()) {
            response.write("x".repeat(16_384));
        }
        response.drainHandler(room -> talk(response));
    }

    private static JsonObject echoOf(HttpServerRequest request) {
        var headers = new JsonObject();
        request.headers().forEach(header -> headers.put(header.getKey().toLowerCase(Locale.ROOT), header.getValue()));
        return new JsonObject()
                .put("method", request.method().name())
                .put("uri", request.uri())
                .put("headers", headers);
    }

    private static void json(HttpServerResponse response, JsonObject body) {
        response.putHeader("Content-Type", "application/json").end(body.toBuffer());
    }

    private static RsaJsonWebKey newKey() {
        try {
            var key = RsaJwkGenerator.generateJwk(2048);
            key.setKeyId("of-the-tests");
            return key;
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T> T await(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }
}

package cn.quality.gateway.upstream;

import static cn.quality.testing.QuickPaths.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import cn.quality.gateway.OutsideWorld;
import cn.quality.gateway.Token;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;

/** The indicators have two instances here; one can be killed and raised again. The standards have one. */
@QuarkusTest
@WithTestResource(OutsideWorld.class)
class InstancesTest {

    private static final int READERS = 16;
    private static final int READS = 400;

    @Inject
    @ConfigProperty(name = "outside.world")
    String outside;

    @Inject
    Upstreams upstreams;

    @Test
    void killingOneOfTwoInstancesUnderLoadFailsNoRead() throws Exception {
        var failures = new ConcurrentLinkedQueue<String>();
        Set<String> answering = ConcurrentHashMap.newKeySet();
        var reads = new AtomicInteger();
        var stop = new AtomicBoolean();
        var stopped = new CountDownLatch(READERS);
        try (var client = HttpClient.newHttpClient();
                var readers = Executors.newVirtualThreadPerTaskExecutor()) {
            var address = "http://127.0.0.1:" + RestAssured.port + "/api/indicators/v1/wide/brief?n=";
            for (int i = 0; i < READERS; i++) {
                readers.execute(() -> {
                    while (!stop.get()) {
                        try {
                            var answer = client.send(
                                    HttpRequest.newBuilder(URI.create(address + reads.incrementAndGet()))
                                            .build(),
                                    BodyHandlers.ofString());
                            if (answer.statusCode() == 200) {
                                answering.add(answer.body());
                            } else {
                                failures.add(answer.statusCode() + " " + answer.body());
                            }
                        } catch (Exception e) {
                            failures.add(e.toString());
                        }
                    }
                    stopped.countDown();
                });
            }
            await().until(() -> reads.get() > READS && answering.size() == 2);
            control("twin-down");
            var before = reads.get();
            await().until(() -> reads.get() > before + READS);
            control("twin-up");
            answering.clear();
            await().until(() -> answering.size() == 2);
            stop.set(true);
            stopped.await();
        }
        assertThat(failures).isEmpty();
    }

    @Test
    void aReadWhoseConnectionBrokeIsTriedOnceMoreAndAWriteIsNot() throws JoseException {
        given().get("/api/indicators/v1/cut-once?id=" + UUID.randomUUID())
                .then()
                .statusCode(200);
        given().auth()
                .oauth2(Token.valid().sign())
                .post("/api/indicators/v1/cut-once?id=" + UUID.randomUUID())
                .then()
                .statusCode(502)
                .body("code", equalTo("bad-gateway"));
        given().get("/api/indicators/v1/cut").then().statusCode(502);
    }

    @Test
    void theHealthPageShowsEachInstance() {
        given().get("/health")
                .then()
                .body(
                        "parts.find { it.name == 'indicators' }.instances.name",
                        contains("indicators-1", "indicators-2"));
        control("twin-down");
        try {
            given().get("/health")
                    .then()
                    .statusCode(200)
                    .body("parts.find { it.name == 'indicators' }.status", equalTo("UP"))
                    .body("parts.find { it.name == 'indicators' }.detail", equalTo("1 of 2 instances ready"))
                    .body("parts.find { it.name == 'indicators' }.instances.status", contains("UP", "DOWN"));
        } finally {
            control("twin-up");
        }
    }

    @Test
    void theCircuitOfAServiceThatDoesNotAnswerOpens() {
        control("down");
        try {
            await().until(() -> {
                given().get("/api/standards/v1/echo").then().statusCode(503);
                return upstreams.circuitOpen("standards");
            });
            given().get("/api/standards/v1/echo")
                    .then()
                    .statusCode(503)
                    .contentType("application/problem+json")
                    .header("Retry-After", equalTo("1"))
                    .body("code", equalTo("unavailable"))
                    .body("detail", equalTo("standards 服务暂时不可用，请稍后再试"));
        } finally {
            control("up");
        }
        await().until(() -> given().get("/api/standards/v1/echo").statusCode() == 200);
        assertThat(upstreams.circuitOpen("standards")).isFalse();
    }

    private void control(String what) {
        given().get(outside + "/control/" + what).then().statusCode(200);
    }
}

package cn.quality.gateway.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.quality.gateway.Ground;
import cn.quality.gateway.OutsideWorld;
import cn.quality.gateway.Token;
import cn.quality.gateway.Wire;
import cn.quality.testing.CloudEvent;
import cn.quality.testing.EventBroker;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(OutsideWorld.class)
@WithTestResource(Ground.class)
class EventStreamTest {

    private static final String ADDRESS = "/api/v1/events";
    private static final String PUBLISHED = "cn.quality.credit.listing.published.v1";
    private static final String REPAIRED = "cn.quality.credit.listing.repaired.v1";

    @Inject
    RecentEvents events;

    @Inject
    Clock clock;

    @Test
    void strangersHearNothing() throws IOException, JoseException {
        assertThat(Wire.get(ADDRESS).status()).isEqualTo(401);
        var publisher = Wire.get(ADDRESS, bearer(Token.valid().withRoles("publisher")));
        assertThat(publisher.status()).isEqualTo(403);
        assertThat(publisher.problem().getString("code")).isEqualTo("forbidden");
        assertThat(Wire.get(
                                ADDRESS,
                                bearer(Token.valid()
                                        .withRoles("screening-client")
                                        .expired()))
                        .status())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "types=listing",
                "types=cn.quality.*x",
                "region=37",
                "region=x",
                "types=",
                "types=%0A",
                "types=cn.quality.credit.listing.publishd.v1",
                "types=cn.quality.credit.*,cn.quality.credit.listings.*"
            })
    void whatCannotBeIsRefused(String query) throws IOException, JoseException {
        var reply = Wire.get(ADDRESS + "?" + query, bearer(Token.valid().withRoles("screening-client")));
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.problem()).isNotNull();
    }

    @Test
    void whoeverAsksForATypeNobodyKnowsIsToldThoseThereAre() throws IOException, JoseException {
        var reply = Wire.get(
                ADDRESS + "?types=cn.quality.nothing.v1", bearer(Token.valid().withRoles("auditor")));
        assertThat(reply.problem().getString("detail"))
                .contains(PUBLISHED, "cn.quality.standards.standard.replaced.v1");
    }

    @Test
    void whatHappensIsTold() throws Exception {
        var subject = UUID.randomUUID().toString();
        try (var stream = new Listening("", "")) {
            assertThat(stream.head()).contains("text/event-stream").contains("no-store");
            publish(subject, 1, PUBLISHED, "371102", "first");
            var data = stream.line(line -> line.startsWith("data: ") && line.contains(subject));
            assertThat(data)
                    .contains("\"type\":\"" + PUBLISHED + "\"", "\"specversion\":\"1.0\"", "\"sequence\":1", "first");
        }
    }

    @Test
    void onlyWhatIsWantedIsTold() throws Exception {
        var other = UUID.randomUUID().toString();
        var elsewhere = UUID.randomUUID().toString();
        var subscription = UUID.randomUUID().toString();
        try (var stream = new Listening("?types=cn.quality.credit.listing.*&region=371100", "")) {
            publish(other, 1, "cn.quality.credit.record.recorded.v1", "371102", "");
            publish(elsewhere, 1, PUBLISHED, "370200", "");
            publish(subscription, 1, PUBLISHED, "371102-KFQ", "");
            assertThat(stream.line(line -> line.startsWith("data: {\"specversion")))
                    .contains(subscription);
        }
    }

    @Test
    void whoeverComesBackHearsTheLatestStateOnly() throws Exception {
        var subject = UUID.randomUUID().toString();
        String id;
        try (var stream = new Listening("", "")) {
            publish(UUID.randomUUID().toString(), 1, PUBLISHED, "371102", "before");
            id = stream.line(line -> line.startsWith("id: ")).substring(4);
        }
        publish(subject, 1, PUBLISHED, "371102", "on the list");
        publish(subject, 2, REPAIRED, "371102", "repaired");
        await().until(() -> heard(subject, "repaired"));
        try (var stream = new Listening("", "Last-Event-ID: " + id)) {
            var data = stream.line(line -> line.startsWith("data: ") && line.contains(subject));
            assertThat(data).contains("repaired").doesNotContain("on the list");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1000", "999999999999999", "nonsense"})
    void whoeverWasAwayTooLongIsToldSo(String id) throws Exception {
        var subject = UUID.randomUUID().toString();
        try (var stream = new Listening("", "Last-Event-ID: " + id)) {
            assertThat(stream.line(line -> line.startsWith("event: "))).isEqualTo("event: reset");
            publish(subject, 1, PUBLISHED, "371102", "");
            stream.line(line -> line.startsWith("data: ") && line.contains(subject));
        }
    }

    @Test
    void aStreamEndsWithItsToken() throws Exception {
        try (var stream = new Listening(
                "", "", Token.valid().withRoles("screening-client").expiringIn(2))) {
            assertThat(stream.untilEnd()).isTrue();
        }
    }

    @Test
    void aSignOfLifeIsSent() throws Exception {
        try (var stream = new Listening("", "")) {
            stream.line(":"::equals);
        }
    }

    /** It has room for neither the next event nor the next two signs of life. */
    @Test
    void whoeverTakesNothingIsCutOff() throws Exception {
        try (var slow = new Listening("", "")) {
            await().atMost(Duration.ofMinutes(1))
                    .pollInterval(Duration.ofMillis(1))
                    .until(() -> {
                        publish(UUID.randomUUID().toString(), 1, PUBLISHED, "371102", "x".repeat(40_000));
                        return slow.isCut();
                    });
        }
    }

    private boolean heard(String subject, String words) {
        for (var next = events.after(0); next != null; next = events.after(next.place())) {
            if (next.subject().endsWith(subject) && next.written().toString().contains(words)) {
                return true;
            }
        }
        return false;
    }

    private static String bearer(Token token) throws JoseException {
        return "Authorization: Bearer " + token.sign();
    }

    private void publish(String subject, int sequence, String type, String region, String words) {
        EventBroker.send(CloudEvent.of(
                        "quality.credit.listing", type, subject, sequence, Map.of("region", region, "words", words))
                .with("time", clock.instant().toString()));
    }

    /** A connection that listens. */
    private static final class Listening implements AutoCloseable {

        private final Socket socket = new Socket();
        private final BufferedReader lines;
        private final StringBuilder head = new StringBuilder();

        Listening(String query, String header) throws IOException, JoseException {
            this(query, header, Token.valid().withRoles("screening-client"));
        }

        Listening(String query, String header, Token token) throws IOException, JoseException {
            socket.setReceiveBufferSize(8192);
            socket.connect(new java.net.InetSocketAddress("127.0.0.1", RestAssured.port));
            socket.setSoTimeout(30_000);
            var request = "GET " + ADDRESS + query + " HTTP/1.1\r\nHost: quality.example\r\n" + bearer(token) + "\r\n"
                    + (header.isEmpty() ? "" : header + "\r\n") + "\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            for (var line = lines.readLine(); line != null && !line.isEmpty(); line = lines.readLine()) {
                head.append(line).append('\n');
            }
            assertThat(head).startsWith("HTTP/1.1 200");
            line("retry: 3000"::equals);
        }

        String head() {
            return head.toString();
        }

        String line(Predicate<String> subscription) throws IOException {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (subscription.test(line)) {
                    return line;
                }
            }
            throw new AssertionError("the stream ended");
        }

        boolean untilEnd() throws IOException {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.equals("0")) {
                    return true; // the last chunk
                }
            }
            return false;
        }

        /** A peer that has closed answers what is sent with a reset. */
        boolean isCut() {
            try {
                socket.getOutputStream().write('\n');
                socket.getOutputStream().flush();
                return false;
            } catch (IOException reset) {
                return true;
            }
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}

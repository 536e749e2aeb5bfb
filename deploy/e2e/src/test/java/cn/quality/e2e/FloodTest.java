package cn.quality.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Many connections that ask and do not read, or begin and do not end, against a gateway with the memory it has in production: it
 * is there for others all the while.
 */
class FloodTest {

    private static final Pattern SCRIPT = Pattern.compile("src=\"(/assets/swagger-ui-bundle[^\"]+)\"");
    private static final int CALLERS = 50;
    private static final int AHEAD = 100;
    private static final int SLOW_READERS = 400;
    private static final int HALF_BODIES = 1_000;
    private static final int OTHERS = 100;

    private static LoneGateway gateway;

    private final List<Socket> open = new ArrayList<>();

    @BeforeAll
    static void start() throws IOException {
        gateway = new LoneGateway();
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @AfterEach
    void hangUp() throws IOException {
        for (var socket : open) {
            socket.close();
        }
        assertThat(gateway.lives()).as("alive afterwards").isTrue();
        assertThat(gateway.log()).doesNotContain("OutOfMemory").doesNotContain("Cannot reserve");
    }

    @Test
    void requestsSentAheadOfWhichNothingIsRead() throws IOException {
        var pages = largePages();
        for (int i = 0; i < CALLERS; i++) {
            open.add(gateway.send(get(pages.get(i % pages.size())).repeat(AHEAD)));
        }
        othersAreServed();
    }

    @Test
    void largePagesOfWhichNothingIsRead() throws IOException {
        var pages = largePages();
        for (int i = 0; i < SLOW_READERS; i++) {
            open.add(gateway.send(get(pages.get(i % pages.size()))));
        }
        othersAreServed();
    }

    @Test
    void bodiesThatDoNotEnd() throws IOException {
        for (int i = 0; i < HALF_BODIES; i++) {
            open.add(gateway.send(
                    "%s %scomplaints HTTP/1.1\r\nHost: quality.example\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{\"a\":"
                            .formatted(i % 2 == 0 ? "POST" : "GET", LoneGateway.SERVICE)));
        }
        othersAreServed();
        assertThat(gateway.log()).doesNotContain("credit did not answer");
    }

    private static void othersAreServed() throws IOException {
        for (int i = 0; i < OTHERS; i++) {
            assertThat(gateway.status("/q/health/ready")).isEqualTo(200);
            assertThat(gateway.status(LoneGateway.SERVICE + "small?n=" + i)).isEqualTo(200);
            assertThat(gateway.status("/robots.txt")).isEqualTo(200);
        }
        assertThat(gateway.status("/docs/openapi.json")).isEqualTo(200);
        assertThat(gateway.status(LoneGateway.SERVICE + "uncached")).isEqualTo(200);
    }

    /** A document, a file, a cached and a proxied answer. */
    private static List<String> largePages() throws IOException {
        var page = SCRIPT.matcher(gateway.text("/docs/try"));
        assertThat(page.find()).isTrue();
        return List.of(
                "/docs/openapi.json", page.group(1), LoneGateway.SERVICE + "cached", LoneGateway.SERVICE + "uncached");
    }

    private static String get(String path) {
        return "GET " + path + " HTTP/1.1\r\nHost: quality.example\r\n\r\n";
    }
}

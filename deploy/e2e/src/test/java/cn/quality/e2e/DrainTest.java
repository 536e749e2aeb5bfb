package cn.quality.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.quality.local.PartName;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The gateway is told to stop while somebody is still downloading. */
@SuiteTest
@ResourceLock(RunningSuite.PARTS)
class DrainTest {

    private static final Pattern LARGEST = Pattern.compile("src=\"(/assets/swagger-ui-bundle[^\"]+)\"");

    private static final String TRACE = "%032x".formatted(System.nanoTime());

    private final Actors actors;

    DrainTest(Actors actors) {
        this.actors = actors;
    }

    @Test
    void aDownloadThatRunsIsFinishedAndNothingNewIsTaken() throws IOException {
        var page = LARGEST.matcher(actors.anybody().get("/docs/try").asString());
        assertThat(page.find()).isTrue();
        var gateway = actors.suite().url(PartName.GATEWAY);
        var part = actors.suite().part(PartName.GATEWAY);
        try (var socket = new Socket()) {
            socket.setReceiveBufferSize(4096); // or all of it would be on this side at once
            socket.connect(new java.net.InetSocketAddress(gateway.getHost(), gateway.getPort()));
            socket.getOutputStream()
                    .write("GET %s HTTP/1.1\r\nHost: quality.example\r\ntraceparent: 00-%s-00f067aa0ba902b7-01\r\n\r\n"
                            .formatted(page.group(1), TRACE)
                            .getBytes(StandardCharsets.US_ASCII));
            var answer = socket.getInputStream();
            var length = bodyLength(answer);
            answer.readNBytes(1024);

            var stopped = CompletableFuture.runAsync(part::stop);
            await().until(() -> refused("/q/health/ready"));
            assertThat(answer.readNBytes(length - 1024)).hasSize(length - 1024);
            stopped.join();
            assertThat(Files.readString(actors.suite().log(PartName.GATEWAY).resolveSibling("gateway-access.log")))
                    .as("the last line, written at the end")
                    .contains(TRACE);
        } finally {
            part.start();
        }
    }

    private boolean refused(String path) {
        try {
            return actors.anybody().get(path).statusCode() == 503;
        } catch (RuntimeException nobodyListens) {
            return true;
        }
    }

    private static int bodyLength(InputStream answer) throws IOException {
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) answer.read());
        }
        var length = Pattern.compile("(?i)content-length: (\\d+)").matcher(head);
        assertThat(length.find()).as(head.toString()).isTrue();
        return Integer.parseInt(length.group(1));
    }
}

package cn.quality.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import cn.quality.local.PartName;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Somebody holds a connection by never finishing to ask. */
@SuiteTest
class SlowCallerTest {

    private static final String REQUEST = "GET /health HTTP/1.1\r\nHost: quality.example\r\n\r\n";

    private final Actors actors;

    SlowCallerTest(Actors actors) {
        this.actors = actors;
    }

    @Test
    void isCutOffWhileOthersKeepTheirConnections() throws Exception {
        try (var idle = connection();
                var slow = connection()) {
            send(idle, REQUEST);
            assertThat(idle.getInputStream().read()).isEqualTo('H');
            idle.getInputStream().skipNBytes(idle.getInputStream().available());
            var begin = System.nanoTime();
            dripUntilCut(slow);
            assertThat(Duration.ofNanos(System.nanoTime() - begin))
                    .isGreaterThan(RunningSuite.HEAD_TIME.minusSeconds(1));
            send(idle, REQUEST);
            assertThat(idle.getInputStream().read()).isNotNegative();
        }
    }

    private static void dripUntilCut(Socket slow) throws IOException, InterruptedException {
        try {
            send(slow, "GET /health HTTP/1.1\r\nX-Slow: ");
            for (int i = 0; i < 100; i++) {
                send(slow, "x");
                Thread.sleep(500);
            }
        } catch (SocketException cut) {
            return;
        }
        fail("not cut off");
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private Socket connection() throws IOException {
        var gateway = actors.suite().url(PartName.GATEWAY);
        var socket = new Socket(gateway.getHost(), gateway.getPort());
        socket.setSoTimeout(10_000);
        return socket;
    }
}

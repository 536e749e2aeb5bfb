package cn.quality.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * On a server of Vert.x' own, where a head has a second. That the gateway gives its connections such a clock can only be seen
 * where it is the whole program, so it is in the end-to-end tests.
 */
class HeaderTimeoutTest {

    private static final Duration HEAD = Duration.ofSeconds(1);
    private static final long LATE_MILLIS = 2_000;
    private static final String REQUEST = "GET / HTTP/1.1\r\nHost: quality.example\r\n\r\n";

    private static final Vertx VERTX = Vertx.vertx();
    private static int port;

    @BeforeAll
    static void listen() throws IOException {
        // As the gateway's, which speaks HTTP/1.1 only.
        port = VERTX.createHttpServer(new HttpServerOptions().setHttp2ClearTextEnabled(false))
                .requestHandler(HeaderTimeoutTest::answer)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join()
                .actualPort();
        try (var line = new Line()) {
            line.send("GET /begin HTTP/1.1\r\nHost: quality.example\r\n\r\n");
            assertThat(line.status()).isEqualTo(200);
        }
    }

    /** From here on every connection arrives as at the gateway. */
    private static void begin(HttpConnection any) {
        var arrivals = new ConnectionInitializer(
                HEAD, Duration.ofMinutes(1), new TransferMemory(Long.MAX_VALUE), address -> Optional.of(Map.of()));
        ((ConnectionBase) any).channel().parent().pipeline().addFirst(new ChannelInboundHandlerAdapter() {
            @Override
            public void channelRead(ChannelHandlerContext context, Object accepted) {
                arrivals.postInitializeServerChildChannel((Channel) accepted);
                context.fireChannelRead(accepted);
            }
        });
    }

    private static void answer(HttpServerRequest request) {
        if (request.path().equals("/begin")) {
            begin(request.connection());
            request.response().end();
        } else if (request.path().equals("/late")) {
            VERTX.setTimer(LATE_MILLIS, later -> request.response().end());
        } else {
            if ("100-continue".equals(request.getHeader("Expect"))) {
                request.response().writeContinue();
            }
            request.body().onSuccess(body -> request.response().end(body));
        }
    }

    @AfterAll
    static void close() {
        VERTX.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void aHeadThatDripsIsCutOff() throws Exception {
        try (var line = new Line()) {
            var begin = System.nanoTime();
            line.drip("GET / HTTP/1.1\r\nX-Slow: " + "x".repeat(60), 100);
            assertThat(line.answered()).isZero();
            assertThat(since(begin)).isBetween(HEAD.minusMillis(100), HEAD.plusSeconds(6));
        }
    }

    @Test
    void soIsOneThatDripsAfterARequestAndItsAnswer() throws Exception {
        try (var line = new Line()) {
            // The beginning of the second comes together with the whole of the first.
            line.send(REQUEST + "GET /an");
            assertThat(line.status()).isEqualTo(200);
            var begin = System.nanoTime();
            line.drip("other HTTP/1.1\r\nX-Slow: " + "x".repeat(60), 100);
            assertThat(since(begin)).isBetween(HEAD.minusMillis(100), HEAD.plusSeconds(6));
        }
    }

    @Test
    void aHeadThatIsSlowButInTimeIsAnswered() throws Exception {
        try (var line = new Line()) {
            line.send("GET / HT");
            Thread.sleep(400);
            line.send("TP/1.1\r\nHost: quality");
            Thread.sleep(400);
            line.send(".example\r\n\r\n");
            assertThat(line.status()).isEqualTo(200);
        }
    }

    @Test
    void aPauseBetweenRequestsIsNobodysBusiness() throws Exception {
        try (var line = new Line()) {
            for (int i = 0; i < 3; i++) {
                line.send(REQUEST);
                assertThat(line.status()).isEqualTo(200);
                Thread.sleep(HEAD.plusMillis(300));
            }
        }
    }

    @Test
    void requestsThatComeOneUponTheOtherAreAllAnswered() throws Exception {
        try (var line = new Line()) {
            var all = REQUEST.repeat(5);
            line.send(all.substring(0, all.length() - 7));
            Thread.sleep(300);
            line.send(all.substring(all.length() - 7));
            for (int i = 0; i < 5; i++) {
                assertThat(line.status()).isEqualTo(200);
            }
        }
    }

    @Test
    void aBodyMayTakeItsTime() throws Exception {
        try (var line = new Line()) {
            line.send("POST / HTTP/1.1\r\nHost: quality.example\r\nExpect: 100-continue\r\nContent-Length: 8\r\n\r\n");
            assertThat(line.status()).isEqualTo(100);
            line.drip("12345678", 250);
            assertThat(line.status()).isEqualTo(200);
        }
    }

    /** Half of the next head is there already, and the caller must wait with the rest as long as the answer takes. */
    @Test
    void theNextHeadIsNotCutOffBecauseTheAnswerBeforeItTakesLong() throws Exception {
        try (var line = new Line()) {
            line.send("GET /late HTTP/1.1\r\nHost: quality.example\r\n\r\nGET /an");
            Thread.sleep(100);
            line.send("other HTTP/1.1\r\nHo");
            assertThat(line.status()).isEqualTo(200);
            line.send("st: quality.example\r\n\r\n");
            assertThat(line.status()).isEqualTo(200);
        }
    }

    private static Duration since(long begin) {
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    /** One connection, byte by byte. */
    private static final class Line implements AutoCloseable {

        private final Socket socket = new Socket("127.0.0.1", port);

        Line() throws IOException {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(10_000);
        }

        void send(String text) throws IOException {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        }

        /** One byte after the other, until all are sent or the other side has had enough. */
        void drip(String text, long pauseMillis) throws IOException, InterruptedException {
            try {
                for (var letter : text.toCharArray()) {
                    send(String.valueOf(letter));
                    Thread.sleep(pauseMillis);
                }
            } catch (SocketException cutOff) {
                return;
            }
        }

        /** Bytes until the end. */
        int answered() throws IOException {
            try {
                return socket.getInputStream().readAllBytes().length;
            } catch (SocketException cutOff) {
                return 0;
            }
        }

        /** The status of the next answer; its body is read over. */
        int status() throws IOException {
            var head = new StringBuilder();
            while (head.indexOf("\r\n\r\n") < 0) {
                var letter = socket.getInputStream().read();
                assertThat(letter).as("cut off after '%s'", head).isNotNegative();
                head.append((char) letter);
            }
            var length = head.toString().toLowerCase(Locale.ROOT).split("content-length: ", -1);
            if (length.length > 1) {
                socket.getInputStream().readNBytes(Integer.parseInt(length[1].substring(0, length[1].indexOf('\r'))));
            }
            return Integer.parseInt(head.substring(9, 12));
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}

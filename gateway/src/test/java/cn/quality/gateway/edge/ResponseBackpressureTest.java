package cn.quality.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * On a server of Vert.x' own, where nothing need be taken for two seconds. That a gateway as it is run survives the same is in the
 * end-to-end tests.
 */
class ResponseBackpressureTest {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int LARGE = 1_000_000;
    private static final int AHEAD = 100;
    /** What the two kernels between us take, on a generous machine. */
    private static final int KERNEL = 16 * 1024 * 1024;

    private static final Vertx VERTX = Vertx.vertx();
    private static final TransferMemory MEMORY = new TransferMemory(Long.MAX_VALUE);
    private static final Buffer BODY = Buffer.buffer(new byte[LARGE]);
    private static final AtomicInteger ASKED = new AtomicInteger();
    private static int port;

    @BeforeAll
    static void listen() throws IOException {
        port = VERTX.createHttpServer(new HttpServerOptions().setHttp2ClearTextEnabled(false))
                .requestHandler(ResponseBackpressureTest::answer)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join()
                .actualPort();
        try (var caller = new Caller(65_536)) {
            caller.send("GET /begin HTTP/1.1\r\nHost: a\r\n\r\n");
            caller.readAnswer();
        }
    }

    /** From here on every connection arrives as at the gateway. */
    private static void begin(HttpConnection any) {
        var arrivals =
                new ConnectionInitializer(Duration.ofSeconds(10), PATIENCE, MEMORY, address -> Optional.of(Map.of()));
        ((ConnectionBase) any).channel().parent().pipeline().addFirst(new ChannelInboundHandlerAdapter() {
            @Override
            public void channelRead(ChannelHandlerContext context, Object accepted) {
                arrivals.postInitializeServerChildChannel((Channel) accepted);
                context.fireChannelRead(accepted);
            }
        });
    }

    private static void answer(HttpServerRequest request) {
        ASKED.incrementAndGet();
        switch (request.path()) {
            case "/begin" -> {
                begin(request.connection());
                request.response().end();
            }
            case "/large" -> request.response().end(BODY);
            case "/echo" -> request.body().onSuccess(body -> request.response().end(body));
            case "/last" -> request.response().putHeader("Connection", "close").end("last");
            default -> request.response().end(request.uri());
        }
    }

    @AfterAll
    static void close() {
        VERTX.close().toCompletionStage().toCompletableFuture().join();
    }

    @BeforeEach
    void count() {
        ASKED.set(0);
    }

    /** Of a hundred answers of a megabyte one is in memory, beside what the kernel has taken. */
    @Test
    void requestsSentAheadWaitForRoom() throws Exception {
        try (var caller = new Caller(4_096)) {
            caller.send(get("/large").repeat(AHEAD));
            await().until(() -> MEMORY.held() > 0);
            assertThat(MEMORY.held()).isLessThan(2L * LARGE);
            assertThat(ASKED.get()).isLessThan(KERNEL / LARGE);
            for (int i = 0; i < AHEAD; i++) {
                assertThat(caller.readAnswer()).hasSize(LARGE);
            }
        }
        await().until(() -> MEMORY.held() == 0);
        assertThat(ASKED.get()).isEqualTo(AHEAD);
    }

    @Test
    void whatIsSentAheadIsAnsweredInItsOrder() throws Exception {
        try (var caller = new Caller(65_536)) {
            var all = new StringBuilder();
            for (int i = 0; i < AHEAD; i++) {
                all.append(get("/" + i))
                        .append("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\n")
                        .append(100 + i);
            }
            for (int i = 0; i < all.length(); i += 1_000) {
                caller.send(all.substring(i, Math.min(i + 1_000, all.length())));
            }
            for (int i = 0; i < AHEAD; i++) {
                assertThat(caller.readAnswer())
                        .asString(StandardCharsets.US_ASCII)
                        .isEqualTo("/" + i);
                assertThat(caller.readAnswer())
                        .asString(StandardCharsets.US_ASCII)
                        .isEqualTo("" + (100 + i));
            }
        }
    }

    @Test
    void whoTakesNothingIsCutOffAndItsMemoryIsFree() throws Exception {
        var callers = new ArrayList<Caller>();
        try {
            for (int i = 0; i < 20; i++) {
                var caller = new Caller(4_096);
                callers.add(caller);
                caller.send(get("/large").repeat(AHEAD));
            }
            await().until(() -> MEMORY.held() > LARGE);
            try (var other = new Caller(65_536)) {
                other.send(get("/other"));
                assertThat(other.readAnswer())
                        .asString(StandardCharsets.US_ASCII)
                        .isEqualTo("/other");
            }
            await().atMost(Duration.ofMinutes(1)).until(() -> MEMORY.held() == 0);
            for (var caller : callers) {
                assertThat(caller.readToEnd()).isLessThan((long) AHEAD * LARGE);
            }
        } finally {
            for (var caller : callers) {
                caller.close();
            }
        }
    }

    /** Signs of life of another kind do not count. */
    @Test
    void norDoesItHelpToGoOnSending() throws Exception {
        try (var caller = new Caller(4_096)) {
            caller.send(get("/large").repeat(AHEAD));
            await().until(() -> MEMORY.held() > 0);
            await().atMost(Duration.ofMinutes(1)).until(() -> {
                caller.sendUnlessCut("x");
                return MEMORY.held() == 0;
            });
        }
    }

    /** In twice the time after which one who takes nothing is cut off. */
    @Test
    void whoIsSlowGetsAllOfIt() throws Exception {
        try (var caller = new Caller(4_096)) {
            caller.send("GET /large HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
            var read = 0L;
            for (int i = 0; i < 20; i++) {
                read += caller.read(10_000);
                Thread.sleep(200);
            }
            assertThat(read + caller.readToEnd()).isGreaterThan(LARGE);
        }
    }

    @Test
    void nothingIsAnsweredAfterARequestThatIsTheLast() throws Exception {
        for (var close : new String[] {"close", "Close", "te, close"}) {
            try (var caller = new Caller(65_536)) {
                caller.send(get("/1") + "GET /2 HTTP/1.1\r\nHost: a\r\nConnection: " + close + "\r\n\r\n" + get("/3")
                        + "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\nok");
                assertThat(caller.readAnswer())
                        .asString(StandardCharsets.US_ASCII)
                        .isEqualTo("/1");
                assertThat(caller.readAnswer())
                        .asString(StandardCharsets.US_ASCII)
                        .isEqualTo("/2");
                assertThat(caller.readToEnd()).isZero();
            }
        }
        assertThat(ASKED.get()).isEqualTo(6);
    }

    @Test
    void nothingIsAnsweredAfterAResponseThatIsTheLast() throws Exception {
        try (var caller = new Caller(65_536)) {
            caller.send(get("/last") + get("/3"));
            assertThat(caller.readAnswer()).asString(StandardCharsets.US_ASCII).isEqualTo("last");
            assertThat(caller.readToEnd()).isZero();
        }
        assertThat(ASKED.get()).isEqualTo(1);
    }

    @Test
    void aConnectionOfHttp10EndsWithItsAnswer() throws Exception {
        try (var caller = new Caller(65_536)) {
            caller.send("GET /1 HTTP/1.0\r\n\r\nGET /2 HTTP/1.0\r\n\r\n");
            assertThat(caller.readToEnd()).isPositive();
        }
        assertThat(ASKED.get()).isEqualTo(1);
    }

    private static String get(String path) {
        return "GET " + path + " HTTP/1.1\r\nHost: a\r\n\r\n";
    }

    /** One connection. */
    private static final class Caller implements AutoCloseable {

        private final Socket socket = new Socket();
        private final InputStream in;

        /** @param window bytes that arrive without being read */
        Caller(int window) throws IOException {
            socket.setReceiveBufferSize(window);
            socket.setSoTimeout(30_000);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            in = socket.getInputStream();
        }

        void send(String text) throws IOException {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        }

        void sendUnlessCut(String text) throws IOException {
            try {
                send(text);
            } catch (SocketException cut) {
                assertThat(cut).isNotNull();
            }
        }

        long read(int most) throws IOException {
            return in.readNBytes(most).length;
        }

        byte[] readAnswer() throws IOException {
            var head = new StringBuilder();
            while (head.indexOf("\r\n\r\n") < 0) {
                var letter = in.read();
                assertThat(letter).as("cut off after '%s'", head).isNotNegative();
                head.append((char) letter);
            }
            var length = head.toString().toLowerCase(java.util.Locale.ROOT).split("content-length: ", -1);
            return in.readNBytes(Integer.parseInt(length[1].substring(0, length[1].indexOf('\r'))));
        }

        /** How many bytes come until the connection is closed, in whatever manner. */
        long readToEnd() throws IOException {
            var all = 0L;
            var buffer = new byte[65_536];
            try {
                for (int n; (n = in.read(buffer)) >= 0; ) {
                    all += n;
                }
            } catch (SocketException cut) {
                assertThat(cut).isNotNull();
            }
            return all;
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}

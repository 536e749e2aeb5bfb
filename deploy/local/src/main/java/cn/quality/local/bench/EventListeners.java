package cn.quality.local.bench;

import cn.quality.embedded.EmbeddedKafka;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * A broker, and many listeners to the gateway's stream of events in one thread. Lines on its input are commands: {@code open}
 * opens all streams, {@code publish N} publishes N events one after the other and waits until everybody has each; everything
 * it says ends with a line beginning with {@code =}.
 */
@Command(name = "event-listeners", mixinStandardHelpOptions = true)
public final class EventListeners implements Callable<Integer> {

    private static final byte[] MARK = "event: cn.quality".getBytes(StandardCharsets.US_ASCII);
    private static final int UNDER_WAY = 256;
    private static final long GIVE_UP_NANOS = TimeUnit.SECONDS.toNanos(60);

    @Option(names = "--data", required = true, description = "folder of the broker")
    private Path data = Path.of("");

    @Option(names = "--kafka", required = true, description = "port of the broker")
    private int kafka;

    @Option(names = "--gateway", required = true, description = "port of the gateway")
    private int gateway;

    @Option(names = "--streams", required = true)
    private int streams;

    @Option(names = "--token", required = true)
    private String token = "";

    private final ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 16);
    private final List<Listener> listeners = new ArrayList<>();
    private int opened;
    private int heard;
    private int cut;

    private EventListeners() {}

    /** One stream: how much of the mark it has seen at the end of what it read. */
    private static final class Listener {
        private boolean open;
        private int matched;
    }

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new EventListeners()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException, ExecutionException {
        try (var broker = EmbeddedKafka.start(data, kafka, step -> {});
                var selector = Selector.open()) {
            System.out.println("= Kafka listens on " + broker.bootstrapServers());
            var in = new java.util.Scanner(System.in, StandardCharsets.UTF_8);
            while (in.hasNextLine()) {
                var words = in.nextLine().strip().split(" ", -1);
                switch (words[0]) {
                    case "open" -> open(selector);
                    case "publish" -> publish(selector, broker.bootstrapServers(), Integer.parseInt(words[1]));
                    default -> throw new IllegalArgumentException(words[0]);
                }
            }
        }
        return 0;
    }

    private void open(Selector selector) throws IOException {
        long begin = System.nanoTime();
        while (opened + cut < streams) {
            while (listeners.size() < streams && listeners.size() - opened - cut < UNDER_WAY) {
                var channel = SocketChannel.open();
                channel.setOption(StandardSocketOptions.SO_RCVBUF, 16 * 1024);
                channel.connect(new InetSocketAddress("127.0.0.1", gateway));
                channel.write(ByteBuffer.wrap(
                        "GET /api/v1/events HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer %s\r\n\r\n"
                                .formatted(token)
                                .getBytes(StandardCharsets.US_ASCII)));
                channel.configureBlocking(false);
                var listener = new Listener();
                channel.register(selector, SelectionKey.OP_READ, listener);
                listeners.add(listener);
            }
            read(selector);
        }
        System.out.printf("= %d streams open, %d refused, in %.1f s%n", opened, cut, (System.nanoTime() - begin) / 1e9);
    }

    private void publish(Selector selector, String brokers, int many)
            throws IOException, ExecutionException, InterruptedException {
        var settings = Map.<String, Object>of("bootstrap.servers", brokers);
        double[] millis = new double[many];
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            for (int i = 0; i < many; i++) {
                heard = 0;
                long begin = System.nanoTime();
                producer.send(event()).get();
                while (heard < opened - cut) {
                    read(selector);
                    if (System.nanoTime() - begin > GIVE_UP_NANOS) {
                        throw new IllegalStateException("%d of %d heard it".formatted(heard, opened));
                    }
                }
                millis[i] = (System.nanoTime() - begin) / 1e6;
            }
        }
        Arrays.sort(millis);
        System.out.printf(
                "= %d events, each to %d streams: last one told after p50 %.0f ms, p95 %.0f ms; %d cut off%n",
                many, opened - cut, EffectLatency.at(millis, 0.5), EffectLatency.at(millis, 0.95), cut);
    }

    private static ProducerRecord<String, byte[]> event() {
        String id = UUID.randomUUID().toString();
        var message = new ProducerRecord<>(
                "quality.credit.listing",
                id,
                ("{\"listingId\":\"%s\",\"uscc\":\"91371199MA3RH00187\",\"region\":\"371102\",\"kind\":\"RED\",\"state\":\"PUBLISHED\","
                                + "\"enterpriseName\":\"示例企业\",\"ground\":\"示例数据：测量用\"}")
                        .formatted(id)
                        .getBytes(StandardCharsets.UTF_8));
        Map.of(
                        "ce_id", id,
                        "ce_type", "cn.quality.credit.listing.published.v1",
                        "ce_source", "/credit-service",
                        "ce_subject", id,
                        "ce_sequence", "1",
                        "ce_time", "2026-01-05T02:00:00Z")
                .forEach((name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return message;
    }

    private void read(Selector selector) throws IOException {
        selector.select(
                key -> {
                    try {
                        read(key);
                    } catch (IOException e) {
                        lose(key);
                    }
                },
                1000);
    }

    private void read(SelectionKey key) throws IOException {
        var listener = (Listener) key.attachment();
        buffer.clear();
        if (((SocketChannel) key.channel()).read(buffer) < 0) {
            lose(key);
            return;
        }
        buffer.flip();
        if (!listener.open) {
            boolean fine = StandardCharsets.US_ASCII
                    .decode(buffer.duplicate())
                    .toString()
                    .startsWith("HTTP/1.1 200");
            if (!fine) {
                lose(key);
                return;
            }
            listener.open = true;
            opened++;
        }
        while (buffer.hasRemaining()) {
            byte b = buffer.get();
            listener.matched = b == MARK[listener.matched] ? listener.matched + 1 : b == MARK[0] ? 1 : 0;
            if (listener.matched == MARK.length) {
                listener.matched = 0;
                heard++;
            }
        }
    }

    private void lose(SelectionKey key) {
        key.cancel();
        cut++;
        try {
            key.channel().close();
        } catch (IOException e) {
            System.err.println(e.getMessage());
        }
    }
}

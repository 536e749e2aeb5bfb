package cn.quality.e2e;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnknownFieldSet;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** Where spans are sent to: OTLP over HTTP. Of its messages only the fields are read that a test looks at, by number. */
final class Collector implements AutoCloseable {

    private final HttpServer server;
    private final List<Span> spans = new CopyOnWriteArrayList<>();

    record Span(String service, String trace, String id, String parent, String name) {}

    Collector() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/v1/traces", this::take);
        server.start();
    }

    /** What a part is told so that it sends its spans here, as docs/operations.md has it. */
    Map<String, String> settings() {
        return Map.of(
                "QUARKUS_OTEL_SDK_DISABLED",
                "false",
                "QUARKUS_OTEL_EXPORTER_OTLP_ENDPOINT",
                "http://127.0.0.1:" + server.getAddress().getPort(),
                "QUARKUS_OTEL_EXPORTER_OTLP_PROTOCOL",
                "http/protobuf",
                "QUARKUS_OTEL_TRACES_SAMPLER_ARG",
                "0.01",
                // Sooner than the five seconds that hold without it, so that a test need not wait so long.
                "QUARKUS_OTEL_BSP_SCHEDULE_DELAY",
                "200ms");
    }

    List<Span> of(String trace) {
        return spans.stream().filter(span -> span.trace().equals(trace)).toList();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            var request = UnknownFieldSet.parseFrom(exchange.getRequestBody());
            for (var ofOneProcess : parts(request, 1).toList()) {
                var service = parts(ofOneProcess, 1)
                        .flatMap(resource -> parts(resource, 1))
                        .filter(attribute -> text(attribute, 1).equals("service.name"))
                        .flatMap(attribute -> parts(attribute, 2))
                        .map(value -> text(value, 1))
                        .findFirst()
                        .orElse("");
                parts(ofOneProcess, 2)
                        .flatMap(scope -> parts(scope, 2))
                        .map(span -> new Span(service, hex(span, 1), hex(span, 2), hex(span, 4), text(span, 5)))
                        .forEach(spans::add);
            }
            exchange.sendResponseHeaders(200, -1);
        }
    }

    private static Stream<UnknownFieldSet> parts(UnknownFieldSet message, int number) {
        return message.getField(number).getLengthDelimitedList().stream().map(bytes -> {
            try {
                return UnknownFieldSet.parseFrom(bytes);
            } catch (InvalidProtocolBufferException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static String text(UnknownFieldSet message, int number) {
        return bytes(message, number).toStringUtf8();
    }

    private static String hex(UnknownFieldSet message, int number) {
        return HexFormat.of().formatHex(bytes(message, number).toByteArray());
    }

    private static ByteString bytes(UnknownFieldSet message, int number) {
        return message.getField(number).getLengthDelimitedList().stream()
                .findFirst()
                .orElse(ByteString.EMPTY);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

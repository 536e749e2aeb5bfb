package cn.quality.gateway;

import io.restassured.RestAssured;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Sends bytes as they are, because every HTTP client tidies up what these tests are about. */
public final class Wire {

    private static final int PATIENCE_MILLIS = 10_000;

    private Wire() {}

    /** @param complete whether all announced bytes of the body arrived */
    public record Reply(int status, Map<String, String> headers, String body, boolean complete) {

        public JsonObject problem() {
            if (!"application/problem+json".equals(headers.get("content-type"))) {
                throw new AssertionError("not a problem: " + this);
            }
            return new JsonObject(body);
        }

        public JsonObject json() {
            return new JsonObject(body);
        }
    }

    /** A request without a body; each header as {@code Name: value}. */
    public static Reply get(String target, String... headers) throws IOException {
        return send("GET " + target + " HTTP/1.1\r\n", "", headers);
    }

    /**
     * @param requestLine with its line end
     * @param body sent as it is
     */
    public static Reply send(String requestLine, String body, String... headers) throws IOException {
        return sendFrom("127.0.0.1", requestLine, body, headers);
    }

    /** @param address of the caller, one of 127.0.0.0/8 */
    public static Reply sendFrom(String address, String requestLine, String body, String... headers)
            throws IOException {
        try (var socket =
                new Socket(InetAddress.getByName("127.0.0.1"), RestAssured.port, InetAddress.getByName(address), 0)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            var head = new StringBuilder(requestLine).append("Host: quality.example\r\n");
            if (!String.join("", headers).contains("Connection:")) {
                head.append("Connection: close\r\n");
            }
            for (var header : headers) {
                head.append(header).append("\r\n");
            }
            socket.getOutputStream().write((head + "\r\n" + body).getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            return parse(new String(read(socket, Wire::isWhole), StandardCharsets.UTF_8));
        }
    }

    /** Until the connection is closed on the other side. */
    static byte[] readAll(Socket socket) throws IOException {
        return read(socket, soFar -> false);
    }

    /** A connection that is cut off hard, or silent for longer than its socket waits, ends the answer, too. */
    private static byte[] read(Socket socket, Predicate<byte[]> enough) throws IOException {
        var all = new ByteArrayOutputStream();
        var buffer = new byte[65_536];
        try {
            for (int n;
                    !enough.test(all.toByteArray())
                            && (n = socket.getInputStream().read(buffer)) >= 0; ) {
                all.write(buffer, 0, n);
            }
        } catch (SocketException | SocketTimeoutException cutOff) {
            return all.toByteArray();
        }
        return all.toByteArray();
    }

    /** Whether all announced bytes are there; after a refusal the connection stays open for a while. */
    private static boolean isWhole(byte[] soFar) {
        var text = new String(soFar, StandardCharsets.UTF_8);
        return text.contains("\r\n\r\n")
                && text.toLowerCase(Locale.ROOT).contains("content-length:")
                && parse(text).complete();
    }

    private static Reply parse(String text) {
        var end = text.indexOf("\r\n\r\n");
        if (end < 0) {
            throw new AssertionError("no answer: '" + text + "'");
        }
        var lines = text.substring(0, end).split("\r\n", -1);
        var headers = new TreeMap<String, String>();
        for (int i = 1; i < lines.length; i++) {
            var colon = lines[i].indexOf(':');
            headers.put(
                    lines[i].substring(0, colon).toLowerCase(Locale.ROOT),
                    lines[i].substring(colon + 1).strip());
        }
        var body = text.substring(end + 4);
        var length = headers.get("content-length");
        var complete = length == null
                ? body.endsWith("0\r\n\r\n")
                : body.getBytes(StandardCharsets.UTF_8).length == Integer.parseInt(length);
        return new Reply(Integer.parseInt(lines[0].substring(9, 12)), headers, body, complete);
    }
}

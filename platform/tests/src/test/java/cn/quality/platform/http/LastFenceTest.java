package cn.quality.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import cn.quality.testing.PlatformTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests as no client makes them, byte by byte: whatever is wrong with them, the answer is a problem, and none is a fault. */
@PlatformTest
class LastFenceTest {

    private static final String NOTES = "/api/test/v1/notes";
    private static final String ECHO = "/api/test/v1/echo";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X: no host",
                "Host: a b",
                "Host: [::",
                "Host: a:99999999",
                "Host: a:b",
                "Host: u@a",
                "Host: a/b?c",
            })
    void aHostThatIsNone(String host) throws IOException {
        refused("GET " + NOTES, host, 400);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET ?kind=RED                 | 400",
                "OPTIONS *                     | 404",
                "GET /elsewhere                | 404",
                "GET /api/test/v1/echo/nothing/here | 404",
            })
    void anAddressThatIsNone(String line, int status) throws IOException {
        refused(line, "Host: a", status);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json;q=0",
                "image/png",
                "*/*;q=0",
                "application/json;q=x",
                "application/json;q=5",
                "application/json;q",
                "application/",
                "/",
                "a/b/c",
                ";;;",
                ",",
                "\"",
                "a;charset=\"",
                "application/json;q=0.0.0",
            })
    void aFormThatIsNone(String accept) throws IOException {
        var answer = raw("GET " + NOTES + " HTTP/1.1\r\nHost: a\r\nAccept: " + accept);
        assertThat(answer)
                .matches(text -> text.startsWith("HTTP/1.1 200")
                        || text.startsWith("HTTP/1.1 400")
                        || text.startsWith("HTTP/1.1 406"));
        if (!answer.startsWith("HTTP/1.1 200")) {
            assertThat(answer.toLowerCase(Locale.ROOT)).contains("content-type: application/problem+json", "nosniff");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "image/png",
                "text/html",
                "text/html, image/*;q=0.5",
                "application/json;q=0",
                "Application/JSON ; Q = 0.000",
                "application/json;v=1;q=0.0;x=y",
                "*/*;q=0",
                "application/*;q=0",
                "*/*, application/json;q=0",
                "application/json;q=0, */*",
                "image/png, application/json;q=0",
                "*/*\r\nAccept: application/json;q=0",
            })
    void aFormThatIsNotOffered(String accept) throws IOException {
        refused("GET " + NOTES, "Host: a\r\nAccept: " + accept, 406);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json;q=0.001",
                "*/*;q=0, application/json",
                "application/*, application/xml;q=0",
                "text/html;q=0, */*;q=0.1",
                "application/json;q=0.01;x=\"q=0\"",
            })
    void aFormThatIsWanted(String accept) throws IOException {
        assertThat(raw("GET " + NOTES + " HTTP/1.1\r\nHost: a\r\nAccept: " + accept))
                .startsWith("HTTP/1.1 200");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/echo?kind=%",
                "/echo?%",
                "/echo?kind=%zz",
                "/echo?kind=a|b",
                "/echo/named/%",
                "/echo/named/a\\b",
                "/nothing/%zz"
            })
    void anAddressThatIsNoUri(String path) throws IOException {
        refused("GET /api/test/v1" + path, "Host: a", 400);
        assertThat(raw("GET /api/test/v1" + path + " HTTP/1.1\r\nHost: a\r\nAccept-Language: en"))
                .contains("\"code\":\"bad-request\"", "The address is no URI");
    }

    @ParameterizedTest
    @ValueSource(strings = {";", "-", "en;q", "x;q=y", "\"", "en;a=\"", ",,,"})
    void aLanguageThatIsNone(String language) throws IOException {
        refused("GET " + NOTES + "/refused", "Host: a\r\nAccept-Language: " + language, 422);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "x", "a/b/c", ";", "application/json; charset=nope", "application/json;charset=\"", ""})
    void aTypeThatIsNone(String type) throws IOException {
        var answer = raw("POST " + ECHO + " HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\nContent-Type: " + type, "{}");
        assertThat(answer).matches("(?s)HTTP/1.1 (200|400|415) .*");
        if (!answer.startsWith("HTTP/1.1 200")) {
            assertThat(answer.toLowerCase(Locale.ROOT)).contains("content-type: application/problem+json", "nosniff");
        }
    }

    private static void refused(String line, String header, int status) throws IOException {
        var answer = raw(line + " HTTP/1.1\r\n" + header);
        assertThat(answer).startsWith("HTTP/1.1 " + status);
        assertThat(answer.toLowerCase(Locale.ROOT))
                .contains("content-type: application/problem+json", "nosniff", "default-src 'none'")
                .contains("\"status\":" + status, "\"traceid\":\"");
    }

    private static String raw(String head) throws IOException {
        return raw(head, "");
    }

    private static String raw(String head, String body) throws IOException {
        try (var socket = new Socket("127.0.0.1", RestAssured.port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write((head + "\r\nConnection: close\r\n\r\n" + body).getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

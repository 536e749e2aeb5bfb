package cn.quality.gateway.portal;

import static cn.quality.testing.QuickPaths.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import cn.quality.gateway.OutsideWorld;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files of forms, good and bad: none of them is there when its request is over. */
@QuarkusTest
@WithTestResource(OutsideWorld.class)
class UploadTest {

    private static final Path FOLDER = Path.of(System.getProperty("java.io.tmpdir"));
    private static final String GOOD = part("name=\"file\"; filename=\"a.pdf\"", "x".repeat(20_000));

    private int before;

    @BeforeEach
    void count() throws IOException {
        before = files();
    }

    static List<String> brokenForms() {
        return List.of(
                GOOD + "--x\r\nContent-Disposition nonsense\r\n\r\nvalue\r\n--x--\r\n",
                GOOD + part("name=\"receipt\"", "y".repeat(100_000)) + "--x--\r\n",
                GOOD + part("name=\"n\"", "").repeat(400) + "--x--\r\n",
                GOOD.repeat(11) + "--x--\r\n");
    }

    @ParameterizedTest
    @MethodSource("brokenForms")
    void aBrokenFormIsA400(String body) {
        given().contentType("multipart/form-data; boundary=x")
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post("/complaints/evidence")
                .then()
                .statusCode(400)
                .body("code", equalTo("bad-request"));
        await().untilAsserted(() -> assertThat(files()).isEqualTo(before));
    }

    @Test
    void aWholeOneIsSentOnAndForgotten() {
        given().contentType("multipart/form-data; boundary=x")
                .body((GOOD + part("name=\"receipt\"", "R1") + part("name=\"secret\"", "s") + "--x--\r\n")
                        .getBytes(StandardCharsets.UTF_8))
                .post("/complaints/evidence")
                .then()
                .statusCode(503); // nobody takes complaints here
        await().untilAsserted(() -> assertThat(files()).isEqualTo(before));
    }

    @Test
    void whoHangsUpLeavesNothing() throws IOException {
        try (var socket = new Socket("127.0.0.1", RestAssured.port)) {
            socket.getOutputStream()
                    .write(
                            ("POST /complaints/evidence HTTP/1.1\r\nHost: a\r\nContent-Type: multipart/form-data; boundary=x\r\n"
                                            + "Content-Length: 1000000\r\n\r\n" + GOOD + GOOD.substring(0, 10_000))
                                    .getBytes(StandardCharsets.US_ASCII));
            await().untilAsserted(() -> assertThat(files()).isGreaterThan(before));
        }
        await().untilAsserted(() -> assertThat(files()).isEqualTo(before));
    }

    /** There is space for one megabyte here. */
    @Test
    void thereIsSpaceForSoMuchUntilItsSendersLeave() throws IOException {
        var senders = new ArrayList<Socket>();
        try {
            for (int i = 0; i < 2; i++) {
                senders.add(begin("application/json", 450_000));
            }
            await().untilAsserted(() -> assertThat(bytes()).isGreaterThan(800_000));
            for (int i = 0; i < 3; i++) {
                try (var oneMore = begin("application/json", 450_000)) {
                    assertThat(answer(oneMore, "}"))
                            .startsWith("HTTP/1.1 503")
                            .contains("application/problem+json", "\"code\":\"overloaded\"", "暂存空间已满")
                            .containsIgnoringCase("Retry-After: 30");
                }
            }
            try (var reader = begin("text/html", 450_000)) {
                assertThat(answer(reader, "</html>")).startsWith("HTTP/1.1 503").contains("<html", "暂存空间已满");
            }
            // Nor does anything stay of those who were refused.
            await().untilAsserted(() -> assertThat(files()).isEqualTo(before + 2));
        } finally {
            for (var sender : senders) {
                sender.close();
            }
        }
        await().untilAsserted(() -> assertThat(files()).isEqualTo(before));
        await().untilAsserted(() -> assertThat(OutsideWorld.metrics()).contains("gateway_uploads_bytes 0.0"));
        aWholeOneIsSentOnAndForgotten();
    }

    /** A file of so many bytes, whose form goes on after it. */
    private static Socket begin(String accept, int bytes) throws IOException {
        var socket = new Socket("127.0.0.1", RestAssured.port);
        socket.setSoTimeout(10_000);
        var head = "POST /complaints/evidence HTTP/1.1\r\nHost: a\r\nAccept: " + accept
                + "\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 1000000\r\n\r\n";
        socket.getOutputStream()
                .write((head + part("name=\"file\"; filename=\"a.pdf\"", "x".repeat(bytes)))
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    /** The connection stays open for a while. */
    private static String answer(Socket socket, String end) throws IOException {
        var answer = new ByteArrayOutputStream();
        while (!answer.toString(StandardCharsets.UTF_8).contains(end)) {
            var letter = socket.getInputStream().read();
            assertThat(letter).as("%s", answer).isNotNegative();
            answer.write(letter);
        }
        return answer.toString(StandardCharsets.UTF_8);
    }

    private static long bytes() throws IOException {
        var all = 0L;
        try (var files = Files.newDirectoryStream(FOLDER, UploadFolder.PREFIX + "*")) {
            for (var file : files) {
                all += Files.size(file);
            }
        }
        return all;
    }

    @Test
    void whatAKilledProcessLeftIsSwept() throws IOException {
        var left = Files.createTempFile(FOLDER, UploadFolder.PREFIX, "left");
        var fresh = Files.createTempFile(FOLDER, UploadFolder.PREFIX, "fresh");
        try {
            Files.setLastModifiedTime(left, FileTime.from(Instant.EPOCH));
            UploadFolder.sweep(Instant.EPOCH.plus(Duration.ofDays(1)));
            assertThat(left).doesNotExist();
            assertThat(fresh).exists();
        } finally {
            Files.deleteIfExists(left);
            Files.deleteIfExists(fresh);
        }
    }

    private static int files() throws IOException {
        try (var files = Files.list(FOLDER)) {
            return (int) files.filter(file -> file.getFileName().toString().startsWith(UploadFolder.PREFIX))
                    .count();
        }
    }

    private static String part(String disposition, String content) {
        return "--x\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n" + content + "\r\n";
    }
}

package cn.quality.gateway.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cn.quality.gateway.Ground;
import cn.quality.gateway.OutsideWorld;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lines of docs/webhooks.md, run as they stand there against a delivery as it arrives. */
@QuarkusTest
@WithTestResource(OutsideWorld.class)
@WithTestResource(Ground.class)
class DocumentedLinesTest {

    private static final String JAVA = """
            import java.nio.charset.StandardCharsets;
            import java.nio.file.Files;
            import java.nio.file.Path;
            import java.security.MessageDigest;
            import java.time.Instant;
            import java.util.Base64;
            import java.util.stream.Stream;
            import javax.crypto.Mac;
            import javax.crypto.spec.SecretKeySpec;

            class Verify {
            %s
                public static void main(String[] a) throws Exception {
                    System.out.print(genuine(a[0], a[1], a[2], a[3], Files.readAllBytes(Path.of(a[4]))));
                }
            }
            """;
    private static final String PYTHON = """
            import base64, hashlib, hmac, sys, time

            %s
            secret, id, timestamp, signature, file = sys.argv[1:]
            headers = {"webhook-id": id, "webhook-timestamp": timestamp, "webhook-signature": signature}
            print(str(genuine(secret, headers, open(file, "rb").read())).lower(), end="")
            """;

    private final Receiver receiver = new Receiver();

    @TempDir
    Path folder;

    private ExtractableResponse<Response> made;
    private Receiver.Message message;

    @BeforeEach
    void aDelivery() {
        var client = Client.of("bank-" + UUID.randomUUID());
        Awaitility.await()
                .ignoreExceptions()
                .until(() -> client.asks().get("/api/v1/webhooks").statusCode() == 200);
        made = client.subscribe(receiver.url("/in"), "cn.quality.credit.listing.*");
        client.awaitState(made.path("id"), "ACTIVE");
        Events.published(UUID.randomUUID().toString(), "371102", "示例：签名覆盖中文");
        Awaitility.await().until(() -> !receiver.deliveries("/in").isEmpty());
        message = receiver.deliveries("/in").getFirst();
    }

    @AfterEach
    void close() {
        receiver.close();
    }

    @Test
    void theJavaLinesTellGenuineFromForged() throws IOException, InterruptedException {
        var program = write("Verify.java", JAVA.formatted(lines("java")));
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        assertVerifies(java, program);
    }

    @Test
    void thePythonLinesTellGenuineFromForged() throws IOException, InterruptedException {
        assumeTrue(
                Pattern.compile(Pattern.quote(File.pathSeparator))
                        .splitAsStream(System.getenv("PATH"))
                        .anyMatch(path -> Files.isExecutable(Path.of(path, "python3"))),
                "python3 is not there");
        assertVerifies("python3", write("verify.py", PYTHON.formatted(lines("python"))));
    }

    private void assertVerifies(String command, Path program) throws IOException, InterruptedException {
        assertThat(run(command, program, made.path("secret"), message.body())).isEqualTo("true");
        assertThat(run(command, program, made.path("secret"), message.body() + " "))
                .isEqualTo("false");
        assertThat(run(command, program, WebhookSignature.newSecret(), message.body()))
                .isEqualTo("false");
    }

    private String run(String command, Path program, String secret, String body)
            throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                        command,
                        program.toString(),
                        secret,
                        message.header("webhook-id"),
                        message.header("webhook-timestamp"),
                        message.header("webhook-signature"),
                        write("body.json", body).toString())
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return said;
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static String lines(String language) throws IOException {
        var page = Files.readString(Path.of("../docs/webhooks.md"));
        var begin = page.indexOf("```" + language + "\n") + language.length() + 4;
        return page.substring(begin, page.indexOf("```", begin));
    }
}

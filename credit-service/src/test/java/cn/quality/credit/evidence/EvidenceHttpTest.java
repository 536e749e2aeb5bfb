package cn.quality.credit.evidence;

import static cn.quality.credit.Credit.anybody;
import static cn.quality.credit.Credit.as;
import static cn.quality.credit.Credit.department;
import static cn.quality.credit.Credit.handler;
import static cn.quality.credit.Credit.next;
import static cn.quality.credit.Credit.registered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import cn.quality.credit.Credit;
import cn.quality.credit.CreditTest;
import cn.quality.platform.digest.Digests;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.sql.Jdbc;
import cn.quality.testing.Tokens;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@CreditTest
class EvidenceHttpTest {

    private static final int LIMIT = 10 * 1024 * 1024;

    @Inject
    EvidenceService evidence;

    @Inject
    Jdbc sql;

    @ConfigProperty(name = "quarkus.http.test-port")
    @Inject
    int port;

    @BeforeEach
    void referenceData() {
        Credit.storeReferenceData();
    }

    static Stream<Arguments> files() {
        return Stream.of(
                Arguments.of("整改报告.pdf", "application/pdf", pdf()),
                Arguments.of("照片.png", "image/png", Samples.png(next())),
                Arguments.of("照片.JPG", "image/jpeg", Samples.jpeg(false)));
    }

    @ParameterizedTest
    @MethodSource("files")
    void aFileComesBackAsItWasBrought(String name, String type, byte[] file) {
        var caller = handler().user("h-" + next());
        var kept = upload(caller, name, type, file);
        kept.then()
                .statusCode(201)
                .body("fileName", equalTo(name))
                .body("mediaType", equalTo(type))
                .body("size", equalTo(file.length))
                .body("sha256", equalTo(Digests.sha256(file)));
        String id = kept.path("id");
        assertThat(kept.header("Location")).endsWith("/evidence/" + id);

        as(caller).get("evidence/" + id).then().statusCode(200).body("size", equalTo(file.length));
        var content = as(caller).accept("*/*").get("evidence/" + id + "/content");
        content.then()
                .statusCode(200)
                .header("Content-Type", type)
                .header("Content-Length", String.valueOf(file.length))
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", "private, no-store");
        assertThat(content.header("Content-Disposition")).startsWith("attachment; filename=\"evidence.");
        assertThat(content.asByteArray()).isEqualTo(file);
    }

    @Test
    void theNameSurvivesTheHeader() {
        var caller = handler();
        String id = upload(caller, "报告 \"终稿\"; filename=x.pdf", "application/pdf", pdf())
                .path("id");

        assertThat(as(caller).accept("*/*").get("evidence/" + id + "/content").header("Content-Disposition"))
                .isEqualTo("attachment; filename=\"evidence.pdf\"; filename*=UTF-8''"
                        + "%E6%8A%A5%E5%91%8A%20%22%E7%BB%88%E7%A8%BF%22%3B%20filename%3Dx.pdf");
    }

    @ParameterizedTest
    @CsvSource({
        // name, declared as, content, status, code
        "a.pdf,  application/pdf,          png,     415, content-mismatch",
        "a.png,  application/octet-stream, pdf,     415, content-mismatch",
        "a.jpg,  image/jpeg,               png,     415, content-mismatch",
        "a.png,  application/pdf,          pdf,     415, content-mismatch",
        "a.pdf,  image/png,                pdf,     415, content-mismatch",
        "a.pdf,  application/pdf,          html,    415, content-mismatch",
        "a.pdf,  application/pdf,          zip,     415, content-mismatch",
        "a.pdf,  application/pdf,          cut-pdf, 415, content-mismatch",
        "a.png,  image/png,                cut-png, 415, content-mismatch",
        "a.png,  image/png,                bomb,    413, image-too-large",
        "a.exe,  application/octet-stream, pdf,     415, unsupported-file",
        "a.svg,  application/octet-stream, html,    415, unsupported-file",
        "a,      application/pdf,          pdf,     415, unsupported-file",
        "a.pdf,  application/pdf,          none,    422, empty-file",
        "a.pdf,  text/html,                pdf,     415, unsupported-media-type",
        "a.pdf,  application/json,         pdf,     415, unsupported-media-type",
        "'',     application/pdf,          pdf,     400, invalid-argument",
        ".pdf,   application/pdf,          pdf,     400, invalid-argument",
    })
    void whatIsNotWhatItSaysIsRefused(String name, String type, String content, int status, String code) {
        var before = rows();

        refused(upload(handler(), name, type, content(content)), status, code);

        assertThat(rows()).isEqualTo(before);
        assertThat(incoming()).isEmpty();
    }

    @Test
    void aFileNeedsAName() {
        refused(as(handler()).contentType("application/pdf").body(pdf()).post("evidence"), 400, "invalid-argument");
    }

    @ParameterizedTest
    @CsvSource({"true, 0", "false, 0", "true, 1", "false, 1", "true, 54525952", "false, 54525952"})
    void theLimitHoldsWithAndWithoutALength(boolean announced, int over) throws Exception {
        var file = filledUpTo(LIMIT + over);
        var body = announced
                ? HttpRequest.BodyPublishers.ofByteArray(file)
                : HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(file));
        var request = HttpRequest.newBuilder(
                        URI.create("http://localhost:%d%s/evidence?name=a.pdf".formatted(port, Credit.BASE)))
                .header("Authorization", "Bearer " + handler().sign())
                .header("Content-Type", "application/pdf")
                .POST(body)
                .build();

        try (var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            var answer = client.send(request, HttpResponse.BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(over == 0 ? 201 : 413);
            assertThat(answer.body()).contains(over == 0 ? "\"size\":" + LIMIT : "payload-too-large");
        }
        assertThat(incoming()).isEmpty();
    }

    @Test
    void aDocumentOfTheApiKeepsItsOwnLimit() {
        var enterprise = Credit.enterprise(next());
        enterprise.put("address", "长".repeat(600_000));

        refused(Credit.post(department(), "enterprises", enterprise), 413, "payload-too-large");
    }

    @Test
    void theSameFileIsKeptOnce() throws Exception {
        var file = pdf();
        var caller = handler().user("h-" + next());
        Callable<Response> act = () -> upload(caller, "a.pdf", "application/pdf", file);

        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = senders.invokeAll(List.of(act, act, act)).stream()
                    .map(Future::resultNow)
                    .toList();

            assertThat(answers)
                    .extracting(Response::statusCode)
                    .containsOnlyOnce(201)
                    .containsOnly(200, 201);
            assertThat(answers)
                    .extracting(answer -> answer.<String>path("id"))
                    .containsOnly(answers.getFirst().<String>path("id"));
        }
        upload(caller, "b.pdf", "application/pdf", file).then().statusCode(201);
        upload(handler().user("h-" + next()), "a.pdf", "application/pdf", file)
                .then()
                .statusCode(201);
        assertThat(sql.query("select 1 from evidence where sha256 = ?", row -> 1, Digests.sha256(file)))
                .hasSize(3);
    }

    @Test
    void whoBroughtItAndTheOfficesOfItsRegionReadIt() {
        var uscc = registered();
        var enterprise = Tokens.of("enterprise").user("e-" + next()).uscc(uscc);
        String id = upload(enterprise, "a.pdf", "application/pdf", pdf()).path("id");

        for (var reader : List.of(
                enterprise,
                handler().region("371102"),
                handler().region("371100"),
                Tokens.of("case-approver").region("371102"),
                Tokens.of("publisher").region("371100"),
                Tokens.of("auditor"))) {
            as(reader).get("evidence/" + id).then().statusCode(200);
            as(reader).accept("*/*").get("evidence/" + id + "/content").then().statusCode(200);
        }
        for (var path : List.of("evidence/" + id, "evidence/" + id + "/content")) {
            refused(as(handler().region("371103")).accept("*/*").get(path), 403, "foreign-region");
            refused(
                    as(Tokens.of("enterprise").user("e-" + next()).uscc(registered()))
                            .accept("*/*")
                            .get(path),
                    404,
                    "not-found");
            refused(as(department()).accept("*/*").get(path), 404, "not-found");
            refused(as(Tokens.of("administrator")).accept("*/*").get(path), 404, "not-found");
            refused(anybody().accept("*/*").get(path), 401, "unauthenticated");
        }
    }

    @Test
    void whatAnotherFeatureKeepsIsNotReadHere() {
        var kept = evidence.keep("complaint:" + next(), "a.pdf", new ByteArrayInputStream(pdf()));

        for (var reader : List.of(handler(), Tokens.of("auditor"))) {
            refused(as(reader).accept("*/*").get("evidence/" + kept.id()), 404, "not-found");
            refused(as(reader).accept("*/*").get("evidence/" + kept.id() + "/content"), 404, "not-found");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "enterprise, 201",
        "case-handler, 201",
        "case-approver, 201",
        "publisher, 201",
        "data-provider, 201",
        "reporter, 403",
        "county-reviewer, 403",
        "city-reviewer, 403",
        "social-organization, 403",
        "screening-client, 403",
        "auditor, 403",
        "administrator, 403",
    })
    void rolesAreKept(String role, int status) {
        var caller = role.equals("enterprise")
                ? Credit.enterprise(registered())
                : Tokens.of(role).region("371100");
        upload(caller, "a.pdf", "application/pdf", pdf()).then().statusCode(status);
    }

    @Test
    void aSenderBelongsSomewhere() {
        refused(upload(Tokens.of("case-handler"), "a.pdf", "application/pdf", pdf()), 403, "forbidden");
        // An enterprise is no official of the region that its token names.
        refused(
                upload(Tokens.of("enterprise").region("371100"), "a.pdf", "application/pdf", pdf()),
                403,
                "no-enterprise");
        refused(
                upload(
                        Tokens.of("enterprise").uscc("91371199MA3RH00187").region("371100"),
                        "a.pdf",
                        "application/pdf",
                        pdf()),
                422,
                "unknown-enterprise");
        refused(
                anybody().contentType("application/pdf").body(pdf()).post("evidence?name=a.pdf"),
                401,
                "unauthenticated");
    }

    @Test
    void keepingIsADecisionOnRecord() {
        String id = upload(handler(), "a.pdf", "application/pdf", pdf()).path("id");

        assertThat(sql.first(
                        "select act from decision_log where subject_type = 'evidence' and subject_id = ?",
                        row -> row.getString(1),
                        id))
                .contains("keep-evidence");
    }

    @Test
    void anotherFeatureAsksForItsOwnersFiles() {
        var mine = keep("a", pdf());
        var alsoMine = keep("a", pdf());
        var theirs = keep("b", pdf());

        assertThat(evidence.require(List.of(alsoMine.id(), mine.id()), "a")).containsExactly(alsoMine, mine);
        assertThat(evidence.require(List.of(), "a")).isEmpty();
        for (var wrong : List.of(theirs.id(), UUID.randomUUID())) {
            assertThatExceptionOfType(Problem.class)
                    .isThrownBy(() -> evidence.require(List.of(mine.id(), wrong), "a"))
                    .satisfies(problem -> assertThat(problem.type().code()).isEqualTo("unknown-evidence"))
                    .satisfies(problem -> assertThat(problem.detail().en()).contains(wrong.toString()));
        }
    }

    @Test
    void theFileGoesWithItsTransaction() throws IOException {
        var file = pdf();

        rolledBack(() -> {
            keep("a", file);
            assertThat(place(file)).exists();
        });

        await().atMost(Duration.ofSeconds(10)).until(() -> Files.notExists(place(file)));
        var kept = keep("a", file);
        try (var content = evidence.open(kept.id()).stream()) {
            assertThat(content.readAllBytes()).isEqualTo(file);
        }
    }

    @Test
    void theFileStaysWhenAnotherRowNeedsIt() throws Exception {
        var file = pdf();
        keep("a", file);
        var later = pdf();

        rolledBack(() -> {
            keep("b", file);
            keep("b", later);
        });

        await().atMost(Duration.ofSeconds(10)).until(() -> Files.notExists(place(later)));
        assertThat(place(file)).exists();
    }

    @Test
    void aLineThatBreaksLeavesNothing() {
        var half = Arrays.copyOf(pdf(), 20);
        var broken = new ByteArrayInputStream(half) {
            @Override
            public int read(byte[] buffer, int offset, int length) {
                int read = super.read(buffer, offset, length);
                if (read < 0) {
                    throw new UncheckedIOException(new IOException("cut"));
                }
                return read;
            }
        };

        assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> evidence.keep("a", "a.pdf", broken));

        assertThat(incoming()).isEmpty();
    }

    private EvidenceView keep(String owner, byte[] file) {
        return evidence.keep(owner, "a.pdf", new ByteArrayInputStream(file));
    }

    private static void rolledBack(Runnable act) {
        QuarkusTransaction.begin();
        act.run();
        QuarkusTransaction.rollback();
    }

    private static byte[] pdf() {
        return Samples.pdf("示例" + next());
    }

    private static byte[] filledUpTo(int size) {
        var file = pdf();
        var filled = Arrays.copyOf(file, size);
        System.arraycopy(file, 0, filled, size - file.length, file.length);
        return filled;
    }

    private static byte[] content(String what) {
        return switch (what) {
            case "pdf" -> pdf();
            case "png" -> Samples.png(next());
            case "html" -> "<html><script>alert(1)</script></html>".getBytes(java.nio.charset.StandardCharsets.UTF_8);
            case "zip" -> new byte[] {'P', 'K', 3, 4, 20, 0, 0, 0, 8, 0};
            case "cut-pdf" -> Arrays.copyOf(pdf(), 40);
            case "cut-png" -> Arrays.copyOf(Samples.png(next()), 60);
            case "bomb" -> Samples.pngOf(30_000, 30_000);
            default -> new byte[0];
        };
    }

    private static Response upload(Tokens caller, String name, String type, byte[] file) {
        return as(caller)
                .config(io.restassured.RestAssured.config()
                        .encoderConfig(io.restassured.config.EncoderConfig.encoderConfig()
                                .encodeContentTypeAs("application/pdf", io.restassured.http.ContentType.BINARY)
                                .encodeContentTypeAs("image/png", io.restassured.http.ContentType.BINARY)
                                .encodeContentTypeAs("image/jpeg", io.restassured.http.ContentType.BINARY)
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)))
                .contentType(type)
                .queryParam("name", name)
                .body(file)
                .post("evidence");
    }

    private static void refused(Response answer, int status, String code) {
        answer.then().statusCode(status).contentType("application/problem+json").body("code", equalTo(code));
    }

    private static Path place(byte[] file) {
        return Samples.place(Digests.sha256(file));
    }

    private static List<Path> incoming() {
        try (var files = Files.list(Samples.FOLDER.resolve("incoming"))) {
            return files.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long rows() {
        return sql.first("select count(*) from evidence", row -> row.getLong(1)).orElseThrow();
    }
}

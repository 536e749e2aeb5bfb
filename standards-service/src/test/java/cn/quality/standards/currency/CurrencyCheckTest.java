package cn.quality.standards.currency;

import static cn.quality.standards.suite.Bodies.standard;
import static cn.quality.standards.suite.Bodies.with;
import static cn.quality.standards.suite.Http.administrator;
import static cn.quality.standards.suite.Http.anyone;
import static cn.quality.testing.Refusal.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import cn.quality.platform.clock.LegalDates;
import cn.quality.platform.digest.Digests;
import cn.quality.platform.sql.Jdbc;
import cn.quality.platform.tabular.CsvTable;
import cn.quality.platform.tabular.XlsxTable;
import cn.quality.standards.StandardsTest;
import cn.quality.testing.Tokens;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The list of an inspection body, from the upload to the verified certificate. */
@StandardsTest
class CurrencyCheckTest {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    @Inject
    CurrencyWorkers workers;

    @Inject
    CurrencyCheckService service;

    @Inject
    Clock clock;

    @Inject
    Jdbc sql;

    /** The first test enters them, every later one states the same again. */
    @BeforeEach
    void enterStandards() {
        enter(edition("GB/T 78901-2000", "查新试验"));
        enter(with(edition("GB/T 78901-2008", "查新试验"), "replaces", List.of("GB/T 78901-2000")));
        enter(with(edition("GB/T 78901-2016", "查新试验"), "replaces", List.of("GB/T 78901-2008")));
        enter(edition("GB/T 78901-2016/XG1-2018", "修改单"));
        enter(edition("GB 78902-2010", "将被代替"));
        enter(with(
                with(edition("GB 78902-2020", "替代者"), "replaces", List.of("GB 78902-2010")),
                "implementedOn",
                "2070-01-01"));
        enter(with(standard("GB 78903-2010", "已废止", "NATIONAL", "ABOLISHED"), "abolishedOn", "2020-01-01"));
        enter(with(
                edition("GB/T 78904-2000", "转为推荐性"),
                "formerNumbers",
                List.of(Map.of("number", "GB 78904-2000", "until", "2017-03-23"))));
    }

    private static Map<String, Object> edition(String number, String title) {
        var body = new HashMap<>(standard(number, title, "NATIONAL", "IN_FORCE"));
        var year = number.substring(number.length() - 4);
        body.put("implementedOn", year + "-06-01");
        return body;
    }

    private static void enter(Map<String, Object> body) {
        administrator().body(body).post("standards").then().statusCode(anyOf(equalTo(200), equalTo(201)));
    }

    private static RequestSpecification sending(RequestSpecification caller, String type, byte[] list) {
        return caller.config(RestAssured.config()
                        .encoderConfig(EncoderConfig.encoderConfig().encodeContentTypeAs(type, ContentType.BINARY)))
                .contentType(type)
                .body(list);
    }

    private static Response submit(String type, byte[] list) {
        return sending(anyone(), type, list).post("currency-checks");
    }

    private void work() {
        while (workers.step()) {}
    }

    private static byte[] xlsx(List<List<String>> rows) throws IOException {
        var out = new ByteArrayOutputStream();
        XlsxTable.write(
                out,
                "清单",
                new CsvTable<List<String>>(List.of(
                        CsvTable.column("序号", row -> row.get(0)),
                        CsvTable.column("标准编号", row -> row.get(1)),
                        CsvTable.column("标准名称", row -> row.get(2)))),
                reader -> rows.forEach(reader));
        return out.toByteArray();
    }

    @Test
    void aListBecomesAResultAndACertificateThatAnybodyVerifies() throws Exception {
        var list = xlsx(List.of(
                List.of("1", "gb/t78901—2000", "查新试验"),
                List.of("2", "GB/T 78901-2016", "查新 试验"),
                List.of("3", "GB/T 78901", "别的名称"),
                List.of("4", "GB 78902-2010", ""),
                List.of("5", "GB 78902-2020", ""),
                List.of("6", "GB 78903-2010", ""),
                List.of("7", "GB 78904-2000", ""),
                List.of("8", "GB/T 78901-2015", ""),
                List.of("9", "<b>无此编号</b>", "")));
        var taken = submit(XLSX, list);
        taken.then()
                .statusCode(202)
                .header("Location", containsString("/currency-checks/"))
                .header("Cache-Control", equalTo("no-store"))
                .body("state", equalTo("WAITING"))
                .body("numbers", equalTo(9))
                .body("requestSha256", equalTo(Digests.sha256(list)));
        var receipt = "currency-checks/" + taken.path("id");
        var certificate = taken.<String>path("certificate");
        refused(anyone().get(receipt + "/result").then(), 409, "check-not-done");
        refused(anyone().get("currency-certificates/" + certificate).then(), 404, "not-found");
        work();

        var today = LegalDates.today(clock).toString();
        anyone().get(receipt)
                .then()
                .body("state", equalTo("DONE"))
                .body("day", equalTo(today))
                .body("done", equalTo(9))
                .body("counts.CURRENT", equalTo(4))
                .body("counts.REPLACED", equalTo(1))
                .body("counts.UPCOMING", equalTo(1))
                .body("counts.ABOLISHED", equalTo(1))
                .body("counts.NOT_FOUND", equalTo(1))
                .body("counts.UNREADABLE", equalTo(1));
        var bytes = anyone().get(receipt + "/result")
                .then()
                .statusCode(200)
                .contentType("application/x-ndjson")
                .extract()
                .asByteArray();
        assertThat(told(bytes))
                .containsExactly(
                        "2 gb/t78901—2000 REPLACED [GB/T 78901-2016] []",
                        "3 GB/T 78901-2016 CURRENT [] [AMENDED]",
                        "4 GB/T 78901 CURRENT [GB/T 78901-2016] [TITLE_DIFFERS]",
                        "5 GB 78902-2010 CURRENT [GB 78902-2020] [SUCCESSOR_TO_COME]",
                        "6 GB 78902-2020 UPCOMING [] []",
                        "7 GB 78903-2010 ABOLISHED [] []",
                        "8 GB 78904-2000 CURRENT [] [RENUMBERED]",
                        "9 GB/T 78901-2015 NOT_FOUND [GB/T 78901-2016, GB/T 78901-2008, GB/T 78901-2000] []",
                        "10 <b>无此编号</b> UNREADABLE [] []");
        anyone().accept("text/csv")
                .get(receipt + "/result")
                .then()
                .statusCode(200)
                .body(containsString("gb/t78901—2000,GB/T 78901-2000,查新试验,被代替,GB/T 78901-2016"));
        anyone().accept(XLSX).get(receipt + "/result").then().statusCode(200).contentType(XLSX);

        var pdf = anyone().get(receipt + "/certificate")
                .then()
                .statusCode(200)
                .contentType("application/pdf")
                .header("Content-Disposition", containsString(certificate + ".pdf"))
                .extract()
                .asByteArray();
        try (var document = Loader.loadPDF(pdf)) {
            var text = new PDFTextStripper().getText(document);
            assertThat(text)
                    .contains("标准查新证明", certificate, today, "被代替", "GB/T 78901-2016", "<b>无此编号</b>")
                    .contains("/api/standards/v1/currency-certificates/" + certificate);
            assertThat(text.replaceAll("\\s", "")).contains(Digests.sha256(bytes));
        }
        assertThat(anyone().get(receipt + "/certificate").asByteArray()).isEqualTo(pdf);
        anyone().get("currency-certificates/" + certificate.toLowerCase(Locale.ROOT))
                .then()
                .statusCode(200)
                .header("Cache-Control", containsString("public"))
                .body("certificate", equalTo(certificate))
                .body("day", equalTo(today))
                .body("counts.REPLACED", equalTo(1))
                .body("requestSha256", equalTo(Digests.sha256(list)))
                .body("resultSha256", equalTo(Digests.sha256(bytes)))
                .body("pdfSha256", equalTo(Digests.sha256(pdf)))
                .body("id", nullValue());
        refused(anyone().get("currency-certificates/CX20260101-AAAAAAAAAA").then(), 404, "not-found");
    }

    private static List<String> told(byte[] lines) {
        return new String(lines, StandardCharsets.UTF_8)
                .lines()
                .map(line -> {
                    var row = json(line);
                    var others = row.has("latest")
                            ? row.get("latest")
                            : row.has("editions") ? row.get("editions") : row.path("candidates");
                    return "%s %s %s %s %s"
                            .formatted(
                                    row.path("row"),
                                    row.path("written").asText(),
                                    row.path("verdict").asText(),
                                    others.findValuesAsText("number"),
                                    texts(row.path("notes")));
                })
                .toList();
    }

    private static List<String> texts(JsonNode array) {
        return IntStream.range(0, array.size())
                .mapToObj(i -> array.get(i).asText())
                .toList();
    }

    private static JsonNode json(String line) {
        try {
            return new ObjectMapper().readTree(line);
        } catch (IOException e) {
            throw new AssertionError(line, e);
        }
    }

    @Test
    void longListsAreCutIntoChunksAndPutTogetherAgain() {
        var text = IntStream.rangeClosed(1, 2_000)
                .mapToObj(i -> i % 2 == 0 ? "GB/T 78901-2008" : "GB/T 9%05d-2011".formatted(i))
                .collect(Collectors.joining("\n"));
        var taken = submit("text/plain", text.getBytes(StandardCharsets.UTF_8));
        var receipt =
                "currency-checks/" + taken.then().statusCode(202).extract().path("id");
        work();
        var lines = anyone().get(receipt + "/result")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(lines.lines().map(line -> json(line).path("row").asInt()))
                .isEqualTo(IntStream.rangeClosed(1, 2_000).boxed().toList());
        anyone().get(receipt).then().body("counts.REPLACED", equalTo(1_000)).body("counts.NOT_FOUND", equalTo(1_000));
    }

    @Test
    void whatCannotBeTakenInIsRefused() {
        var many = IntStream.rangeClosed(1, 2_001)
                .mapToObj(i -> "GB " + i + "-2011")
                .collect(Collectors.joining(" "));
        refused(submit("text/plain", many.getBytes(StandardCharsets.UTF_8)).then(), 413, "too-many-numbers");
        refused(submit("text/plain", "没有编号".getBytes(StandardCharsets.UTF_8)).then(), 422, "no-numbers");
        refused(
                submit("text/csv", "序号,颜色\n1,红".getBytes(StandardCharsets.UTF_8))
                        .then(),
                400,
                "csv-header");
        refused(submit(XLSX, "no spreadsheet".getBytes(StandardCharsets.UTF_8)).then(), 400, "malformed-xlsx");
        refused(
                submit("application/json", "{}".getBytes(StandardCharsets.UTF_8))
                        .then(),
                415,
                "unsupported-media-type");
        refused(anyone().get("currency-checks/" + UUID.randomUUID()).then(), 404, "not-found");
    }

    @Test
    void aLoginHasItsKeysAndSoManyUnfinishedChecks() {
        var caller = Tokens.of("enterprise")
                .user("currency-client")
                .uscc("91371199MA3RH00187")
                .sign();
        var ids = IntStream.range(0, 5)
                .mapToObj(i -> sending(
                                anyone().auth().oauth2(caller).header("Idempotency-Key", "k" + i % 4),
                                "text/plain",
                                ("GB 7890%d-2010".formatted(i % 4)).getBytes(StandardCharsets.UTF_8))
                        .post("currency-checks")
                        .then()
                        .statusCode(202)
                        .extract()
                        .<String>path("id"))
                .toList();
        assertThat(ids.get(4)).isEqualTo(ids.get(0));
        sending(anyone().auth().oauth2(caller), "text/plain", "GB 78905-2010".getBytes(StandardCharsets.UTF_8))
                .post("currency-checks")
                .then()
                .statusCode(202);
        refused(
                sending(anyone().auth().oauth2(caller), "text/plain", "GB 78906-2010".getBytes(StandardCharsets.UTF_8))
                        .post("currency-checks")
                        .then(),
                429,
                "too-many-checks");
        work();
        sending(anyone().auth().oauth2(caller), "text/plain", "GB 78906-2010".getBytes(StandardCharsets.UTF_8))
                .post("currency-checks")
                .then()
                .statusCode(202);
        work();
    }

    @Test
    void aChunkThatFailsIsTriedAgainAndThenItsCheckFails() {
        var taken = submit("text/plain", "GB 78901-2010".getBytes(StandardCharsets.UTF_8));
        var id = UUID.fromString(taken.path("id"));
        sql.update("update currency_chunk set entries = 'rubbish' where check_id = ?", id);
        for (int attempt = 0; attempt < 3; attempt++) {
            anyone().get("currency-checks/" + id).then().body("state", equalTo("WAITING"));
            sql.update("update currency_chunk set not_before = '2000-01-01' where check_id = ?", id);
            work();
        }
        anyone().get("currency-checks/" + id).then().body("state", equalTo("FAILED"));
        refused(anyone().get("currency-checks/" + id + "/result").then(), 409, "check-not-done");
        refused(
                anyone().get("currency-certificates/" + taken.<String>path("certificate"))
                        .then(),
                404,
                "not-found");
    }

    @Test
    void whenTheResultIsGoneTheCertificateIsStillVerified() {
        var taken = submit("text/plain", "GB 78903-2010".getBytes(StandardCharsets.UTF_8));
        work();
        var receipt = "currency-checks/" + taken.path("id");
        sql.update(
                "update currency_check set finished_at = finished_at - interval '91 days' where id = ?",
                UUID.fromString(taken.path("id")));
        service.forgetOld();
        refused(anyone().get(receipt + "/result").then(), 410, "result-gone");
        anyone().get("currency-certificates/" + taken.<String>path("certificate"))
                .then()
                .statusCode(200)
                .body("counts.ABOLISHED", equalTo(1));
    }

    @Test
    void theTemplateComesBackWithoutItsExample() {
        var template = anyone().get("currency-checks/template")
                .then()
                .statusCode(200)
                .contentType(XLSX)
                .extract()
                .asByteArray();
        refused(submit(XLSX, template).then(), 422, "no-numbers");
    }
}

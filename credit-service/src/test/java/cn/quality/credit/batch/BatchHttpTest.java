package cn.quality.credit.batch;

import static cn.quality.credit.Credit.BASE;
import static cn.quality.credit.Credit.as;
import static cn.quality.credit.Credit.department;
import static cn.quality.credit.Credit.next;
import static cn.quality.credit.Credit.record;
import static cn.quality.credit.Credit.registered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import cn.quality.credit.Credit;
import cn.quality.credit.CreditTest;
import cn.quality.platform.identifiers.FictionalCodes;
import cn.quality.platform.sql.Jdbc;
import cn.quality.testing.Tokens;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Batches in both formats: each line answered, all or nothing, and resumed after a cut. */
@CreditTest
class BatchHttpTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NDJSON = "application/x-ndjson";
    private static final String HEADER =
            "uscc,kind,title,occurredOn,disclosure,source.department,source.recordNumber,details.product,details.result\n";

    @Inject
    Jdbc sql;

    private String uscc = "";

    @BeforeEach
    void enterprise() {
        Credit.storeReferenceData();
        uscc = registered();
    }

    @Test
    void aBrokenRowIsNamedByItsLineAndTheOthersGoOn() {
        var answers = answers(send(
                "text/csv",
                HEADER + row("合格") + row("很好") + "x,SAMPLING_RESULT,a,2026-01-01,PUBLIC,y,z,p,合格,一格太多\n" + "\n" + uscc
                        + ",NO_KIND,a,2026-01-01,PUBLIC,y,z\n" + row("不合格")));

        assertThat(answers)
                .extracting(answer -> answer.path("line").asInt() + " "
                        + answer.path("outcome").asText())
                .containsExactly("2 ACCEPTED", "3 REJECTED", "4 REJECTED", "6 REJECTED", "7 ACCEPTED");
        assertThat(answers.get(1).path("problems").path(0).path("field").asText())
                .isEqualTo("details.result");
        assertThat(answers.get(2).toString()).contains("malformed-csv");
        assertThat(answers.get(3).path("problems").path(0).path("field").asText())
                .isEqualTo("kind");
        assertThat(filed()).isEqualTo(2);
        assertThat(sql.query(
                        "select details->>'result' from archive_record where uscc = ? order by id",
                        row -> row.getString(1),
                        uscc))
                .containsExactly("合格", "不合格");
    }

    @Test
    void enterprisesComeAsATableToo() {
        var code = FictionalCodes.fictional(next());
        var answer = as(department())
                .contentType("text/csv; charset=utf-8")
                .body(
                        ("\uFEFFuscc,name,region,subjectType,fields,registeredOn,fictional,source.department,source.recordNumber\n"
                                        + code
                                        + ",日照示例表格有限公司,371102,LEGAL_PERSON,INDUSTRIAL_PRODUCTION；CIRCULATION,2020-05-06,true,"
                                        + Credit.DEPARTMENT + ",T-" + next() + "\n")
                                .getBytes(StandardCharsets.UTF_8))
                .post("enterprises/batch");

        assertThat(answers(answer))
                .extracting(line -> line.path("outcome").asText())
                .containsExactly("ACCEPTED");
        Credit.anybody()
                .get("enterprises/" + code)
                .then()
                .body("fields.size()", equalTo(2))
                .body("fictional", equalTo(true))
                .body("registeredOn", equalTo("2020-05-06"));
    }

    @Test
    void aWrongHeaderIsRefusedAsAWhole() {
        send("text/csv", "uscc,colour\n" + uscc + ",红\n").then().statusCode(400).body("code", equalTo("csv-header"));
        assertThat(filed()).isZero();
    }

    @Test
    void oversizedCellsAreRefused() {
        var answers = answers(send("text/csv", HEADER + row("大".repeat(20_000)) + row("合格")));
        assertThat(answers.get(0).toString()).contains("details.result", "too-long");
        assertThat(answers.get(1).path("outcome").asText()).isEqualTo("ACCEPTED");

        send("text/csv", HEADER + uscc + ",\"" + "大".repeat(400_000)).then().statusCode(413);
    }

    @Test
    void whatMustNotEnterIsRefusedByLineWithItsClause() throws JsonProcessingException {
        var item = record(uscc, next());
        item.put("title", "获奖人电话１３８－００１３－８０００");

        var answer =
                answers(send(NDJSON, line(1) + JSON.writeValueAsString(item))).get(1);

        assertThat(answer.path("problems").path(0).path("code").asText()).isEqualTo("personal-data");
        assertThat(answer.path("problems").path(0).path("field").asText()).isEqualTo("title");
        assertThat(answer.toString()).contains("《个人信息保护法》第六条");
    }

    @Test
    void allOrNothingFilesNothingWhenALineIsRefused() {
        var sound = line(1);
        var refused = answers(as(department())
                .queryParam("mode", "atomic")
                .contentType(NDJSON)
                .body((sound + "{}\n" + line(2)).getBytes(StandardCharsets.UTF_8))
                .post("records/batch"));

        assertThat(refused)
                .extracting(answer -> answer.path("outcome").asText())
                .containsExactly("NOT_FILED", "REJECTED", "NOT_FILED");
        assertThat(refused).allMatch(answer -> answer.path("id").isMissingNode());
        assertThat(filed()).isZero();
        assertThat(sql.query("select 1 from outbox where data->>'uscc' = ? and topic like '%record'", row -> 1, uscc))
                .isEmpty();

        var taken = answers(as(department())
                .queryParam("mode", "atomic")
                .contentType(NDJSON)
                .body((sound + line(2)).getBytes(StandardCharsets.UTF_8))
                .post("records/batch"));
        assertThat(taken).extracting(answer -> answer.path("outcome").asText()).containsExactly("ACCEPTED", "ACCEPTED");
        assertThat(filed()).isEqualTo(2);
    }

    @Test
    void allOrNothingHoldsAcrossChunks() {
        var lines = lines(1_200);
        var body = String.join("", lines) + "[]\n";
        var answers = answers(as(department())
                .queryParam("mode", "atomic")
                .contentType(NDJSON)
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post("records/batch"));

        assertThat(answers).hasSize(1_201);
        assertThat(answers.subList(0, 1_200))
                .allMatch(line -> line.path("outcome").asText().equals("NOT_FILED"));
        assertThat(filed()).isZero();
    }

    @Test
    void anotherModeIsNone() {
        as(department())
                .queryParam("mode", "some")
                .contentType(NDJSON)
                .body(new byte[] {'{', '}'})
                .post("records/batch")
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-argument"));
    }

    @Test
    void aCutBatchGoesOnUnderItsKey() throws IOException {
        var key = "cut-" + next();
        var body = String.join("", lines(1_500)).getBytes(StandardCharsets.UTF_8);

        sendAndCut(key, body, body.length - 30_000);
        await().atMost(Duration.ofSeconds(30)).until(() -> filed() == 1_000);
        var again = send(key, body);

        assertThat(answers(again))
                .hasSize(1_500)
                .allSatisfy(
                        answer -> assertThat(answer.path("outcome").asText()).isEqualTo("ACCEPTED"));
        assertThat(filed()).isEqualTo(1_500);
        as(department())
                .get(again.header("Location").replaceFirst(".*" + BASE + "/", ""))
                .then()
                .statusCode(200)
                .body("lines", equalTo(1_500))
                .body("accepted", equalTo(1_500))
                .body("finishedAt", notNullValue());
        assertThat(send(key, body).asString()).isEqualTo(again.asString());
    }

    @Test
    void aKeyBelongsToOneFile() {
        var key = "one-" + next();
        var first = lines(1_100);
        assertThat(answers(send(key, bytes(first)))).hasSize(1_100);

        send(key, bytes(List.of(line(1)))).then().statusCode(409).body("code", equalTo("idempotency-key-reused"));

        var changed = new ArrayList<>(first);
        changed.set(1_050, line(1));
        var answers = answers(send(key, bytes(changed)));
        assertThat(answers).hasSize(1_001);
        assertThat(answers.getLast().toString()).contains("idempotency-key-reused", "REJECTED");
        assertThat(filed()).isEqualTo(1_100);

        as(department())
                .queryParam("mode", "atomic")
                .contentType(NDJSON)
                .header("Idempotency-Key", key)
                .body(bytes(first))
                .post("records/batch")
                .then()
                .statusCode(409);
    }

    @Test
    void aRefusedBatchUnderAKeyMayBeSentAgain() {
        var key = "mended-" + next();
        var sound = line(1);
        for (var body : List.of(sound + "{}\n", sound)) {
            var answers = answers(as(department())
                    .queryParam("mode", "atomic")
                    .contentType(NDJSON)
                    .header("Idempotency-Key", key)
                    .body(body.getBytes(StandardCharsets.UTF_8))
                    .post("records/batch"));
            assertThat(answers.getFirst().path("outcome").asText())
                    .isEqualTo(body.equals(sound) ? "ACCEPTED" : "NOT_FILED");
        }
    }

    @Test
    void twoSendersOfOneBatchGetTheSameAnswers() throws Exception {
        var key = "twice-" + next();
        var body = bytes(lines(300));
        Callable<String> sender = () -> send(key, body).asString();
        try (var pool = Executors.newFixedThreadPool(2)) {
            var answers = new ArrayList<String>();
            for (var answer : pool.invokeAll(Collections.nCopies(2, sender))) {
                answers.add(answer.get());
            }
            assertThat(answers.get(0))
                    .isEqualTo(answers.get(1))
                    .contains("ACCEPTED")
                    .doesNotContain("DUPLICATE");
        }
        assertThat(filed()).isEqualTo(300);
    }

    @Test
    void theProgressOfABatchIsToldToItsSenderOnly() {
        var location = send("mine-" + next(), bytes(List.of(line(1), "{}\n"))).header("Location");
        var path = location.replaceFirst(".*" + BASE + "/", "");

        as(department())
                .get(path)
                .then()
                .statusCode(200)
                .body("accepted", equalTo(1))
                .body("rejected", equalTo(1));
        as(Tokens.of("data-provider").client("another")).get(path).then().statusCode(404);
        as(department()).get(path.replace("records", "enterprises")).then().statusCode(404);
        as(Credit.handler()).get(path).then().statusCode(403);
    }

    @Test
    void aPackedBodyIsUnpacked() throws IOException {
        var answer = packed(zipped(bytes(lines(50))));
        assertThat(answers(answer))
                .hasSize(50)
                .allMatch(line -> line.path("outcome").asText().equals("ACCEPTED"));
    }

    @Test
    void aBombIsTooLarge() throws IOException {
        packed(zipped(new byte[20_000_000])).then().statusCode(413).body("code", equalTo("payload-too-large"));
        packed(new byte[] {1, 2, 3}).then().statusCode(400).body("code", equalTo("malformed-gzip"));
        var whole = zipped(bytes(lines(5)));
        packed(java.util.Arrays.copyOf(whole, whole.length - 20)).then().statusCode(400);
        as(department())
                .contentType(NDJSON)
                .header("Content-Encoding", "br")
                .body(new byte[] {1})
                .post("records/batch")
                .then()
                .statusCode(415);
        assertThat(filed()).isZero();
    }

    @Test
    void tooManyLinesAreNamed() {
        var body = "1\n".repeat(BatchImport.MOST_LINES + 3).getBytes(StandardCharsets.UTF_8);

        var last = as(department())
                .contentType(NDJSON)
                .body(body)
                .post("records/batch")
                .asString()
                .lines()
                .skip(BatchImport.MOST_LINES)
                .toList();

        assertThat(last).singleElement().asString().contains("\"line\":200001", "too-many-lines");
        as(department())
                .queryParam("mode", "atomic")
                .contentType(NDJSON)
                .body(body)
                .post("records/batch")
                .then()
                .statusCode(413)
                .body("code", equalTo("too-many-lines"));
    }

    private Response send(String type, String body) {
        return as(department())
                .contentType(type)
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post("records/batch");
    }

    private static Response send(String key, byte[] body) {
        return as(department())
                .contentType(NDJSON)
                .header("Idempotency-Key", key)
                .body(body)
                .post("records/batch");
    }

    private static Response packed(byte[] body) {
        return as(department())
                .contentType(NDJSON)
                .header("Content-Encoding", "gzip")
                .body(body)
                .post("records/batch");
    }

    /** Announces the whole body, sends the beginning, and hangs up. */
    private static void sendAndCut(String key, byte[] body, int sent) throws IOException {
        try (var socket = new Socket("127.0.0.1", RestAssured.port)) {
            var out = socket.getOutputStream();
            out.write(("POST " + BASE + "/records/batch HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + NDJSON
                            + "\r\nIdempotency-Key: " + key + "\r\nAuthorization: Bearer "
                            + department().sign() + "\r\nContent-Length: " + body.length + "\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            out.write(body, 0, sent);
            out.flush();
            var in = socket.getInputStream();
            assertThat(in.read()).isPositive(); // the first chunk is settled
        }
    }

    private static byte[] zipped(byte[] content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(bytes)) {
            zip.write(content);
        }
        return bytes.toByteArray();
    }

    private String row(String result) {
        return "%s,SAMPLING_RESULT,监督抽查,2026-03-02,PUBLIC,%s,B-%d,示例产品,%s%n"
                .formatted(uscc, Credit.DEPARTMENT, next(), result);
    }

    private List<String> lines(int number) {
        return IntStream.range(0, number).mapToObj(this::line).toList();
    }

    private String line(int ignored) {
        try {
            return JSON.writeValueAsString(record(uscc, next())) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(List<String> lines) {
        return String.join("", lines).getBytes(StandardCharsets.UTF_8);
    }

    private static List<JsonNode> answers(Response answer) {
        answer.then().statusCode(200).contentType(NDJSON);
        return answer.asString()
                .lines()
                .map(line -> {
                    try {
                        return JSON.readTree(line);
                    } catch (JsonProcessingException e) {
                        throw new IllegalStateException(line, e);
                    }
                })
                .toList();
    }

    private long filed() {
        return sql.first("select count(*) from archive_record where uscc = ?", row -> row.getLong(1), uscc)
                .orElseThrow();
    }
}

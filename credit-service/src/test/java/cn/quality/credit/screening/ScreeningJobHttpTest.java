package cn.quality.credit.screening;

import static cn.quality.credit.Credit.anybody;
import static cn.quality.credit.Credit.as;
import static cn.quality.credit.Credit.next;
import static cn.quality.credit.Credit.post;
import static cn.quality.credit.Credit.published;
import static cn.quality.credit.Credit.registered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import cn.quality.credit.Credit;
import cn.quality.credit.CreditTest;
import cn.quality.credit.Templates;
import cn.quality.platform.sql.Jdbc;
import cn.quality.platform.tabular.TableRows;
import cn.quality.testing.MovedClock;
import cn.quality.testing.Tokens;
import io.quarkus.runtime.ShutdownEvent;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Another system hands in a file, comes back for the result, and leaves a receipt. */
@CreditTest
class ScreeningJobHttpTest {

    private static final String NDJSON = "application/x-ndjson";
    private static final String CSV = "text/csv";
    private static final String PURPOSE = "供应商年度审查";

    @Inject
    Jdbc sql;

    @Inject
    ScreeningWorkers workers;

    @Inject
    ScreeningJobService jobs;

    @Inject
    RowCodec codec;

    /** A client of its own for each test, so that limits do not meet. */
    private final String client = "bank-" + next();

    private final Tokens bank = Tokens.of("screening-client").client(client);

    @BeforeEach
    void referenceData() {
        Credit.storeReferenceData();
        workAll();
    }

    @AfterEach
    void nothingIsLeftOver() {
        MovedClock.back();
        sql.update("delete from screening_chunk");
        sql.update("update screening_job set state = 'CANCELLED', finished_at = now() where finished_at is null");
    }

    @Test
    void aFileOfLinesIsScreenedRowByRow() {
        int n = next();
        var uscc = registered(Map.of("name", "日照示例鹗%d号渔业有限公司".formatted(n)));
        var entry = published(uscc, "BLACK");

        var taken = submit(NDJSON, """
                {"ref":"code","uscc":"%s"}
                {"ref":"name","name":"日照示例鹗%d号渔业有限责任公司"}
                {"ref":"nobody","name":"乌有之乡子虚先生"}
                """.formatted(uscc, n));

        taken.then()
                .statusCode(202)
                .header("Location", endsWith("/api/credit/v1/screening-jobs/" + taken.path("id")))
                .body("state", equalTo("WAITING"))
                .body("rows", equalTo(3))
                .body("done", equalTo(0));
        result(taken, NDJSON).then().statusCode(409).body("code", equalTo("job-not-done"));

        workAll();

        job(taken)
                .then()
                .statusCode(200)
                .body("state", equalTo("DONE"))
                .body("done", equalTo(3))
                .body("matched", equalTo(2))
                .body("review", equalTo(0))
                .body("invalid", equalTo(0))
                .body("failure", nullValue());
        var result = result(taken, NDJSON);
        result.then()
                .statusCode(200)
                .contentType(NDJSON)
                .header("List-Version", String.valueOf(job(taken).<Integer>path("listVersion")))
                .header("List-As-Of", job(taken).<String>path("finishedAt"));
        var rows = rows(result);
        assertThat(rows).extracting(row -> row.getString("ref")).containsExactly("code", "name", "nobody");
        assertThat(rows).extracting(row -> row.getInt("line")).containsExactly(1, 2, 3);
        assertThat(rows).extracting(row -> row.getString("band")).containsExactly("MATCH", "MATCH", "NONE");
        var confirmed = rows.getFirst();
        assertThat(confirmed.getString("candidates[0].certainty")).isEqualTo("CONFIRMED");
        assertThat(confirmed.getList("candidates[0].listed.id")).isEqualTo(List.of(entry));
        assertThat(confirmed.getList("candidates[0].reasons.code")).isEqualTo(List.of("code-equal"));
        var possible = rows.get(1);
        assertThat(possible.getString("candidates[0].uscc")).isEqualTo(uscc);
        assertThat(possible.getString("candidates[0].certainty")).isEqualTo("POSSIBLE");
        assertThat(possible.getList("candidates[0].reasons.code")).isEqualTo(List.of("name-equal"));
        assertThat(possible.getMap("candidates[0]")).doesNotContainKey("listed");
    }

    @Test
    void aTableIsScreenedAndItsResultIsATableWithoutFormulas() {
        var uscc = registered();
        published(uscc, "RED");

        var taken =
                submit(CSV, "\uFEFFname,ref,uscc\r\n乌有之乡子虚先生,=cmd|' /C calc'!A0,\r\n,second,%s\r\n".formatted(uscc));
        taken.then().statusCode(202).body("rows", equalTo(2));
        workAll();

        var lines = result(taken, CSV)
                .then()
                .contentType(startsWith(CSV))
                .extract()
                .asString()
                .lines()
                .toList();
        assertThat(lines.getFirst())
                .isEqualTo("\uFEFFline,ref,band,uscc,name,score,candidate_band,certainty,reasons,listed,invalid,notes");
        assertThat(lines.get(1)).isEqualTo("2,'=cmd|' /C calc'!A0,NONE,,,,,,,,,");
        assertThat(lines.get(2))
                .startsWith("3,second,MATCH," + uscc)
                .contains("CONFIRMED,code-equal 1.0000,RED 示例事由 " + Credit.DEPARTMENT + " 示例〔2026〕");
    }

    @Test
    void aRowThatIsWrongIsNamedByItsLineAndTheOthersGoOn() {
        var uscc = registered();

        var taken = submit(NDJSON, """
                {"ref":"broken",

                null
                {"ref":"empty"}
                {"ref":"place","name":"乌有之乡","region":"海边"}
                {"ref":"code","uscc":"91371199MA3RI0018"}
                %s
                {"ref":"sound","uscc":"%s"}""".formatted("x".repeat(9_000), uscc));
        taken.then().statusCode(202).body("rows", equalTo(7));
        workAll();

        job(taken).then().body("invalid", equalTo(5)).body("matched", equalTo(1));
        var rows = rows(result(taken, NDJSON));
        assertThat(rows).extracting(row -> row.getInt("line")).containsExactly(1, 3, 4, 5, 6, 7, 8);
        assertThat(rows.subList(0, 6))
                .extracting(row -> row.getString("invalid[0].code"))
                .containsExactly(
                        "malformed-json", "malformed-json", "code-or-name", null, "length", "payload-too-large");
        assertThat(rows.subList(0, 6))
                .extracting(row -> row.getString("band"))
                .containsExactly("INVALID", "INVALID", "INVALID", "NONE", "INVALID", "INVALID");
        assertThat(rows.get(3).getList("notes.code")).isEqualTo(List.of("region-ignored"));
        assertThat(rows.get(2).getString("ref")).isEqualTo("empty");
        assertThat(rows.getLast().getString("band")).isEqualTo("MATCH");
        assertThat(rows.getLast().getList("invalid")).isNull();
    }

    /** Read as text, gzip is nothing but rows that cannot be read, and a job that ends well. */
    @Test
    void aCompressedFileIsUnpackedOrRefusedButNeverReadAsText() throws IOException {
        var uscc = registered();
        var packed = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(packed)) {
            zip.write(bytes("{\"uscc\":\"%s\"}".formatted(uscc)));
        }

        var taken = packed("gzip", packed.toByteArray());
        taken.then().statusCode(202).body("rows", equalTo(1));
        workAll();
        job(taken).then().body("invalid", equalTo(0)).body("matched", equalTo(1));
        refused(
                as(bank).contentType(NDJSON)
                        .queryParam("purpose", PURPOSE)
                        .body(packed.toByteArray())
                        .post("screening-jobs"),
                415,
                "unsupported-media-type");
        refused(packed("gzip", bytes("{}")), 400, "malformed-gzip");
        refused(packed("br", packed.toByteArray()), 415, "unsupported-media-type");
    }

    private Response packed(String encoding, byte[] body) {
        return as(bank).config(RestAssuredConfig.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)))
                .contentType(NDJSON)
                .header("Content-Encoding", encoding)
                .queryParam("purpose", PURPOSE)
                .body(body)
                .post("screening-jobs");
    }

    @Test
    void whatCannotBeTakenInIsRefused() {
        refused(submit(NDJSON, ""), 422, "no-subjects");
        refused(submit(NDJSON, " \n\n"), 422, "no-subjects");
        refused(submit(CSV, ""), 422, "no-subjects");
        refused(submit(CSV, "ref,name\n"), 422, "no-subjects");
        refused(submit(CSV, "ref,firm\n1,乌有\n"), 400, "csv-header");
        refused(submit(CSV, "ref,region\n1,371102\n"), 400, "csv-header");
        refused(submit(CSV, "name,name\n1,2\n"), 400, "csv-header");
        refused(submit("application/json", "[]"), 415, "unsupported-media-type");
        refused(as(bank).contentType(NDJSON).body(bytes("{}")).post("screening-jobs"), 400, "invalid-argument");
        refused(
                as(bank).contentType(NDJSON)
                        .queryParam("purpose", " ")
                        .body(bytes("{}"))
                        .post("screening-jobs"),
                400,
                "invalid-argument");
        refused(
                as(bank).contentType(CSV)
                        .queryParam("purpose", PURPOSE)
                        .body(new byte[] {'n', 'a', 'm', 'e', '\n', (byte) 0xC8, (byte) 0xFF, '\n'})
                        .post("screening-jobs"),
                400,
                "malformed-csv");
        assertThat(sql.query("select 1 from screening_job where client = ?", row -> 1, client))
                .isEmpty();
    }

    /** Rows behind the quote would be taken for one cell, and be screened by nobody. */
    @Test
    void aQuoteThatIsNeverClosedIsNamedByItsLine() {
        var rows = new StringBuilder("ref,name\n");
        for (int i = 1; i <= 100; i++) {
            rows.append(i).append(i == 9 ? ",\"甲\n" : ",乙\n");
        }

        var answer = submit(CSV, rows.toString());

        refused(answer, 400, "malformed-csv");
        answer.then().body("detail", org.hamcrest.Matchers.containsString("第10行"));
        assertThat(sql.query("select 1 from screening_job where client = ?", row -> 1, client))
                .isEmpty();
    }

    @Test
    void aTableOfAChineseSpreadsheetIsScreened() {
        var uscc = registered();
        var taken = as(bank).contentType(CSV)
                .queryParam("purpose", PURPOSE)
                .body(("编号,统一社会信用代码,名称\nV-1," + uscc + ",\n,,\n").getBytes(java.nio.charset.Charset.forName("GB18030")))
                .post("screening-jobs");
        taken.then().statusCode(202);
        workAll();

        assertThat(rows(result(taken, NDJSON)))
                .singleElement()
                .satisfies(row -> assertThat(row.getString("ref")).isEqualTo("V-1"));
    }

    /** Rows of the sheet are those screened and those skipped. */
    @Test
    void rowsThatSayNothingAreCounted() {
        var taken = submit(CSV, "编号,名称\n例：V-0001,日照示例海洋食品有限公司\n,\nV-1,乌有之乡子虚先生\n,\n");

        taken.then().statusCode(202).body("rows", equalTo(1)).body("skipped", equalTo(3));
        workAll();
        job(taken)
                .then()
                .body("state", equalTo("DONE"))
                .body("done", equalTo(1))
                .body("skipped", equalTo(3));
        submit(NDJSON, "{\"ref\":\"V-1\",\"name\":\"乌有之乡子虚先生\"}\n")
                .then()
                .body("rows", equalTo(1))
                .body("skipped", equalTo(0));
    }

    @Test
    void aTemplateComesBackFilledIn() throws IOException {
        var template = anybody().accept(TableRows.XLSX).get("screening-jobs/template");
        template.then()
                .statusCode(200)
                .contentType(TableRows.XLSX)
                .header("Content-Disposition", equalTo("attachment; filename=\"screening.xlsx\""));

        refused(spreadsheet(template.asByteArray()), 422, "no-subjects");
        var taken = spreadsheet(Templates.filledIn(template.asByteArray()));
        taken.then().statusCode(202).body("rows", equalTo(1)).body("skipped", equalTo(0));
        workAll();
        assertThat(rows(result(taken, NDJSON)))
                .singleElement()
                .satisfies(row -> assertThat(row.getString("ref")).isEqualTo("V-0001"));
    }

    @Test
    void oneRowMoreThanAMillionIsTooMany() {
        refused(submit(NDJSON, "{}\n".repeat(1_000_001)), 413, "too-many-subjects");
    }

    /** Whoever comes back later must not learn what has ended in the meantime, nor take a newer entry for an old one. */
    @Test
    void theResultIsOfOneListVersionLessWhatHasEndedSince() {
        var ends = registered();
        var stays = registered();
        var entry = published(ends, "BLACK");
        var kept = published(stays, "BLACK");
        var taken = submit(CSV, "uscc\n%s\n%s\n".formatted(ends, stays));
        workAll();
        assertThat(listed(taken)).containsExactly(List.of(entry), List.of(kept));

        post(Credit.publisher(), "listings/" + entry + "/withdrawal", Map.of("reason", "原决定已被撤销"))
                .then()
                .statusCode(200);
        published(ends, "BLACK");

        assertThat(listed(taken)).containsExactly(List.of(), List.of(kept));
        assertThat(result(taken, CSV).asString()).doesNotContain(entry);
        assertThat(result(taken, NDJSON).header("List-Version"))
                .isEqualTo(String.valueOf(job(taken).<Integer>path("listVersion")));
    }

    @Test
    void theSameKeyMakesOneJob() {
        var first = keyed("k-1", "name\n乌有之乡\n");
        var again = keyed("k-1", "name\n乌有之乡\n");

        assertThat(again.statusCode()).isEqualTo(202);
        assertThat(again.<String>path("id")).isEqualTo(first.path("id"));
        refused(keyed("k-1", "name\n子虚\n"), 409, "idempotency-key-reused");
        assertThat(sql.query("select 1 from screening_job where client = ?", row -> 1, client))
                .hasSize(1);
    }

    @Test
    void aClientHasThreeUnfinishedJobsAtMost() throws Exception {
        try (var senders = Executors.newFixedThreadPool(5)) {
            var answers =
                    senders
                            .invokeAll(Collections.<Callable<Response>>nCopies(5, () -> submit(CSV, "name\n乌有之乡\n")))
                            .stream()
                            .map(answer -> answer.resultNow().statusCode())
                            .toList();
            assertThat(answers).containsExactlyInAnyOrder(202, 202, 202, 429, 429);
        }
        refused(submit(CSV, "name\n乌有之乡\n"), 429, "too-many-jobs");
        workAll();
        submit(CSV, "name\n乌有之乡\n").then().statusCode(202);
    }

    @Test
    void manyWorkersShareAJobAndEachRowIsDoneOnce() throws InterruptedException {
        var uscc = registered();
        int rows = 4 * Upload.CHUNK + 1;
        var taken = submit(
                CSV,
                "ref,uscc\n"
                        + IntStream.rangeClosed(1, rows)
                                .mapToObj(i -> i + "," + uscc + "\n")
                                .reduce("", String::concat));

        workers.start(3);
        try {
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> "DONE".equals(job(taken).path("state")));
        } finally {
            workers.stop(new ShutdownEvent());
        }

        job(taken).then().body("done", equalTo(rows)).body("matched", equalTo(rows));
        assertThat(refs(result(taken, NDJSON)))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, rows).mapToObj(String::valueOf).toList());
    }

    @Test
    void aJobGoesOnWhereItsWorkerDied() {
        var taken = submit(CSV, "name\n" + "乌有之乡\n".repeat(Upload.CHUNK + 1));
        assertThat(workers.step()).isTrue();
        job(taken)
                .then()
                .body("state", equalTo("RUNNING"))
                .body("done", equalTo(Upload.CHUNK))
                .body("estimatedEnd", notNullValue());

        var abandoned = jobs.claim().orElseThrow();
        assertThat(workers.step()).as("the chunk is somebody's").isFalse();
        MovedClock.forward(Duration.ofMinutes(3));
        assertThat(workers.step()).as("its lease is over").isTrue();

        job(taken).then().body("state", equalTo("DONE")).body("done", equalTo(Upload.CHUNK + 1));
        jobs.keep(abandoned, List.of(JobResult.unusable(SubjectRow.broken(1, "late", List.of()))));
        jobs.fault(abandoned, "too late");
        job(taken).then().body("state", equalTo("DONE")).body("done", equalTo(Upload.CHUNK + 1));
        assertThat(refs(result(taken, NDJSON))).doesNotContain("late");
    }

    @Test
    void twoWorkersNeverHaveTheSameChunk() {
        submit(CSV, "name\n" + "乌有之乡\n".repeat(Upload.CHUNK + 1));

        var first = jobs.claim().orElseThrow();
        var second = jobs.claim().orElseThrow();

        assertThat(first.number()).isZero();
        assertThat(second.number()).isEqualTo(1);
        assertThat(jobs.claim()).isEmpty();
    }

    @Test
    void aSmallJobDoesNotWaitForALargeOne() {
        var large = submit(CSV, "name\n" + "乌有之乡\n".repeat(2 * Upload.CHUNK + 1));
        workers.step();
        var small = submit(CSV, "name\n乌有之乡\n");

        workers.step();

        job(small).then().body("state", equalTo("DONE"));
        job(large).then().body("state", equalTo("RUNNING"));
    }

    @Test
    void aChunkThatCannotBeScreenedIsTriedAgainAndThenTheJobFails() {
        var taken = submit(CSV, "name\n乌有之乡\n");
        var sound = sql.first("select subjects from screening_chunk", row -> row.getBytes(1))
                .orElseThrow();
        sql.update("update screening_chunk set subjects = '\\x00'::bytea");

        assertThat(workers.step()).isTrue();
        assertThat(workers.step()).as("a fault is let pass").isFalse();
        job(taken).then().body("state", equalTo("RUNNING"));
        for (int attempt = 2; attempt <= 3; attempt++) {
            MovedClock.forward(Duration.ofMinutes(1));
            assertThat(workers.step()).isTrue();
        }

        job(taken)
                .then()
                .body("state", equalTo("FAILED"))
                .body("failure", startsWith("Rows from 1 on could not be screened in 3 attempts"));
        refused(result(taken, NDJSON), 409, "job-not-done");
        assertThat(codec.decode(sound, SubjectRow.class)).hasSize(1);
        assertThat(sql.query("select 1 from screening_chunk", row -> 1)).isEmpty();
    }

    @Test
    void aChunkThatEndsItsWorkerEachTimeFailsTheJob() {
        var taken = submit(CSV, "name\n乌有之乡\n");
        for (int attempt = 1; attempt <= 3; attempt++) {
            assertThat(jobs.claim()).isPresent();
            MovedClock.forward(Duration.ofMinutes(3));
        }

        assertThat(workers.step()).isTrue();

        job(taken).then().body("state", equalTo("FAILED")).body("failure", endsWith("the worker ended each time"));
    }

    @Test
    void aJobCanBeCancelledAndAResultDeleted() {
        var waiting = submit(CSV, "name\n乌有之乡\n");
        as(bank).delete("screening-jobs/" + id(waiting)).then().statusCode(204);
        as(bank).delete("screening-jobs/" + id(waiting)).then().statusCode(204);
        job(waiting).then().body("state", equalTo("CANCELLED"));
        assertThat(workers.step()).isFalse();

        var done = submit(CSV, "name\n乌有之乡\n");
        workAll();
        as(bank).delete("screening-jobs/" + id(done)).then().statusCode(204);
        job(done).then().body("state", equalTo("FORGOTTEN")).body("done", equalTo(1));
        refused(result(done, NDJSON), 410, "result-gone");
        assertThat(sql.query("select 1 from screening_chunk", row -> 1)).isEmpty();
    }

    /** What is done while somebody cancels is not heard. */
    @Test
    void aCancelledJobIsNotBroughtBackByItsWorker() {
        var taken = submit(CSV, "name\n乌有之乡\n");
        var claim = jobs.claim().orElseThrow();
        as(bank).delete("screening-jobs/" + id(taken)).then().statusCode(204);

        jobs.keep(claim, List.of(JobResult.unusable(SubjectRow.broken(2, null, List.of()))));

        job(taken).then().body("state", equalTo("CANCELLED")).body("done", equalTo(0));
    }

    @Test
    void resultsAreDeletedAfterAWeekAndTheReceiptStays() {
        var uscc = registered();
        var taken = submit(NDJSON, "{\"ref\":\"V-1\",\"uscc\":\"%s\"}".formatted(uscc));
        workAll();

        MovedClock.forward(Duration.ofDays(6));
        jobs.forgetOld();
        result(taken, NDJSON).then().statusCode(200);
        MovedClock.forward(Duration.ofDays(2));
        jobs.forgetOld();

        refused(result(taken, NDJSON), 410, "result-gone");
        job(taken)
                .then()
                .body("state", equalTo("FORGOTTEN"))
                .body("purpose", equalTo(PURPOSE))
                .body("client", equalTo(client))
                .body("matched", equalTo(1));
        assertThat(sql.query("select j::text from screening_job j where client = ?", row -> row.getString(1), client))
                .hasSize(1)
                .noneMatch(kept -> kept.contains(uscc) || kept.contains("V-1"));
        assertThat(sql.query("select 1 from screening_chunk", row -> 1)).isEmpty();
    }

    @Test
    void whatIsWaitingIsForgottenOnceItIsDone() {
        var taken = submit(CSV, "name\n乌有之乡\n");
        workAll();

        assertThat(sql.query(
                        "select 1 from screening_chunk where job_id = ?::uuid and subjects is not null",
                        row -> 1,
                        id(taken)))
                .isEmpty();
    }

    @Test
    void aClientFindsItsJobsAgainNewestFirst() {
        var first = id(submit(CSV, "name\n乌有之乡\n"));
        var second = id(submit(CSV, "name\n子虚先生\n"));
        var foreign = id(submit(Tokens.of("screening-client").client("another-" + client), CSV, "name\n乌有之乡\n"));

        var page = as(bank).queryParam("limit", 1).get("screening-jobs");
        page.then().statusCode(200).body("items.id", equalTo(List.of(second)));
        as(bank).queryParam("after", page.<String>path("next"))
                .get("screening-jobs")
                .then()
                .body("items.id", equalTo(List.of(first)))
                .body("next", nullValue());
        as(Tokens.of("auditor").user("audit"))
                .get("screening-jobs")
                .then()
                .body("items.id", hasItems(first, second, foreign));
        as(Tokens.of("case-handler").region("371100"))
                .get("screening-jobs")
                .then()
                .statusCode(403);
        anybody().get("screening-jobs").then().statusCode(401);
    }

    @Test
    void aJobIsItsClientsOwn() {
        var taken = submit(CSV, "name\n乌有之乡\n");
        workAll();
        var path = "screening-jobs/" + id(taken);
        var another = Tokens.of("screening-client").client("another");

        as(another).get(path).then().statusCode(404);
        as(another).accept(NDJSON).get(path + "/result").then().statusCode(404);
        as(another).delete(path).then().statusCode(404);
        var auditor = Tokens.of("auditor").user("audit");
        as(auditor).get(path).then().statusCode(200).body("client", equalTo(client));
        as(auditor).accept(NDJSON).get(path + "/result").then().statusCode(403);
        as(auditor).delete(path).then().statusCode(403);
        for (var role : List.of("case-handler", "data-provider", "enterprise", "administrator")) {
            var caller = Tokens.of(role).region("371100");
            as(caller).get(path).then().statusCode(403);
            as(caller)
                    .contentType(CSV)
                    .queryParam("purpose", PURPOSE)
                    .body(bytes("name\n乌有\n"))
                    .post("screening-jobs")
                    .then()
                    .statusCode(403);
        }
        anybody().get(path).then().statusCode(401);
        anybody().accept(NDJSON).get(path + "/result").then().statusCode(401);
        anybody().delete(path).then().statusCode(401);
        job(taken).then().body("state", equalTo("DONE"));
    }

    @Test
    void anEnterpriseSeesWhoScreenedItByItsCode() {
        var asked = registered();
        var name = "日照示例蛎鹬%d号渔业有限公司".formatted(next());
        var named = registered(Map.of("name", name));
        submit(CSV, "uscc,name\n%s,\n,%s\n".formatted(asked, name));
        workAll();

        assertThat(sql.query(
                        "select client || ' ' || purpose as look from look where uscc = ?",
                        row -> row.getString("look"),
                        asked))
                .containsExactly(client + " " + PURPOSE);
        assertThat(sql.query("select 1 from look where uscc = ?", row -> 1, named))
                .isEmpty();
    }

    @Test
    void everyStepOfAJobIsLogged() {
        var taken = submit(CSV, "name\n乌有之乡\n");
        workAll();
        as(bank).delete("screening-jobs/" + id(taken)).then().statusCode(204);

        assertThat(sql.query(
                        "select act || ' by ' || actor as line from decision_log where subject_id = ? order by number",
                        row -> row.getString("line"),
                        id(taken)))
                .containsExactly(
                        "screening-job.submit by " + client,
                        "screening-job.finish by system",
                        "screening-job.forget by " + client);
    }

    private void workAll() {
        boolean more = true;
        while (more) {
            more = workers.step();
        }
    }

    private Response submit(String type, String body) {
        return submit(bank, type, body);
    }

    private static Response submit(Tokens whose, String type, String body) {
        return as(whose)
                .contentType(type)
                .queryParam("purpose", PURPOSE)
                .body(bytes(body))
                .post("screening-jobs");
    }

    private Response keyed(String key, String body) {
        return as(bank).contentType(CSV)
                .queryParam("purpose", PURPOSE)
                .header("Idempotency-Key", key)
                .body(bytes(body))
                .post("screening-jobs");
    }

    private Response job(Response taken) {
        return as(bank).get("screening-jobs/" + id(taken));
    }

    private Response result(Response taken, String type) {
        return as(bank).accept(type + ", application/problem+json;q=0.1")
                .get("screening-jobs/" + id(taken) + "/result");
    }

    private List<List<String>> listed(Response taken) {
        return rows(result(taken, NDJSON)).stream()
                .map(row -> row.<String>getList("candidates[0].listed.id"))
                .toList();
    }

    private Response spreadsheet(byte[] file) {
        return as(bank).contentType(TableRows.XLSX)
                .queryParam("purpose", PURPOSE)
                .body(file)
                .post("screening-jobs");
    }

    private static String id(Response taken) {
        return taken.path("id");
    }

    private static List<JsonPath> rows(Response result) {
        return result.asString().lines().map(JsonPath::from).toList();
    }

    /** For long results: a JsonPath compiles each question it is asked. */
    private static List<String> refs(Response result) {
        var ref = Pattern.compile("\"ref\":\"([^\"]*)\"");
        return result.asString()
                .lines()
                .flatMap(row -> ref.matcher(row).results().map(found -> found.group(1)))
                .toList();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void refused(Response answer, int status, String code) {
        answer.then().statusCode(status).contentType("application/problem+json").body("code", equalTo(code));
    }
}

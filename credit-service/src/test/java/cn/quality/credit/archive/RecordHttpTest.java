package cn.quality.credit.archive;

import static cn.quality.credit.Credit.anybody;
import static cn.quality.credit.Credit.as;
import static cn.quality.credit.Credit.batch;
import static cn.quality.credit.Credit.department;
import static cn.quality.credit.Credit.next;
import static cn.quality.credit.Credit.post;
import static cn.quality.credit.Credit.record;
import static cn.quality.credit.Credit.registered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import cn.quality.credit.Credit;
import cn.quality.credit.CreditTest;
import cn.quality.credit.evidence.Samples;
import cn.quality.platform.identifiers.FictionalCodes;
import cn.quality.platform.sql.Jdbc;
import cn.quality.testing.CloudEvent;
import cn.quality.testing.EventBroker;
import cn.quality.testing.MovedClock;
import cn.quality.testing.Tokens;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@CreditTest
class RecordHttpTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    Jdbc sql;

    @BeforeEach
    void referenceData() {
        Credit.storeReferenceData();
    }

    @Test
    void theSameSourceRecordAgainIsTheFirstResult() {
        var record = record(registered(), next());
        var first = post(department(), "records", record);
        first.then().statusCode(201).body("details.round", equalTo("第一届"));

        post(department(), "records", record).then().statusCode(200).body("id", equalTo(first.path("id")));
        assertThat(sql.query(
                        "select type from outbox where subject = ?", row -> row.getString(1), first.<String>path("id")))
                .containsExactly("cn.quality.credit.record.recorded.v1");
    }

    /** Taken for a repetition, a failed inspection would be lost with a success answer. */
    @Test
    void aNumberWithOtherContentIsRefused() throws JsonProcessingException {
        var record = record(registered(), next());
        record.put("details", Map.of("award", "MAYOR_QUALITY_AWARD", "level", "CITY"));
        String id = post(department(), "records", record)
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        for (var changed : Map.<String, Object>of(
                        "uscc", registered(),
                        "kind", "COMMITMENT",
                        "title", "另一标题",
                        "occurredOn", "2025-11-02",
                        "validTo", "2030-01-01",
                        "severity", "MINOR",
                        "disclosure", "GOVERNMENT",
                        "details", Map.of("award", "MAYOR_QUALITY_AWARD", "level", "COUNTY"))
                .entrySet()) {
            var other = new HashMap<>(record);
            other.put(changed.getKey(), changed.getValue());
            post(department(), "records", other)
                    .then()
                    .statusCode(409)
                    .body("code", equalTo("source-record-used"))
                    .body("detail", containsString("/records/" + id + "/corrections"))
                    .body("violations.field", equalTo(List.of("source.recordNumber")));
        }
        var reordered = new LinkedHashMap<String, Object>();
        reordered.put("level", "CITY");
        reordered.put("award", "MAYOR_QUALITY_AWARD");
        record.put("details", reordered);
        post(department(), "records", record).then().statusCode(200).body("id", equalTo(id));
    }

    @Test
    void twiceInOneBatchWithOtherContentIsRefusedByItsLine() throws JsonProcessingException {
        var record = record(registered(), next());
        var first = JSON.writeValueAsString(record);
        record.put("title", "另一标题");

        var answers = batch(department(), "records/batch", List.of(first, JSON.writeValueAsString(record), first));

        assertThat(answers)
                .extracting(answer -> answer.get("outcome"))
                .containsExactly("ACCEPTED", "REJECTED", "DUPLICATE");
        assertThat(answers.get(1).toString()).contains("source-record-used", "source.recordNumber", "更正");
    }

    /** What one line lacks is no fault of the others. */
    @Test
    void anUnknownFileOrAnImpossibleDayIsRefusedByItsLine() throws JsonProcessingException {
        var uscc = registered();
        var sound = JSON.writeValueAsString(record(uscc, next()));
        var unknown = record(uscc, next());
        unknown.put("evidence", List.of(UUID.randomUUID().toString()));
        var far = record(uscc, next());
        far.put("validTo", "+999999999-12-31");
        var early = record(uscc, next());
        early.put("validFrom", "-999999999-01-01");

        var answers = batch(
                department(),
                "records/batch",
                List.of(
                        sound,
                        JSON.writeValueAsString(unknown),
                        JSON.writeValueAsString(far),
                        JSON.writeValueAsString(early),
                        JSON.writeValueAsString(record(uscc, next()))));

        assertThat(answers)
                .extracting(answer -> answer.get("outcome"))
                .containsExactly("ACCEPTED", "REJECTED", "REJECTED", "REJECTED", "ACCEPTED");
        assertThat(answers.get(1).toString()).contains("unknown-evidence");
        assertThat(answers.get(2).toString()).contains("validTo", "format");
        assertThat(answers.get(3).toString()).contains("validFrom", "format");
    }

    @Test
    void aDepartmentSendsItsOwnRecordsOfItsOwnRegion() {
        var record = record(registered(), next());
        var other = Tokens.of("data-provider").region("371100").department("日照市示例局");
        post(other, "records", record).then().statusCode(403).body("code", equalTo("foreign-department"));
        var county = Tokens.of("data-provider").region("371103").department(Credit.DEPARTMENT);
        post(county, "records", record).then().statusCode(403).body("code", equalTo("foreign-region"));
        post(Credit.handler(), "records", record).then().statusCode(403).body("code", equalTo("forbidden"));
    }

    @Test
    void whatMustNotEnterIsRefusedWithItsClause() {
        var penalty = record(registered(), next());
        penalty.put("kind", "PENALTY");
        penalty.put("severity", "MINOR");
        penalty.put("details", Map.of("procedure", "SIMPLE"));

        post(department(), "records", penalty)
                .then()
                .statusCode(422)
                .body("code", equalTo("must-not-enter"))
                .body("detail", containsString("第十三条第二款"));
        assertThat(sql.query("select 1 from archive_record where uscc = ?", row -> 1, penalty.get("uscc")))
                .isEmpty();
    }

    @Test
    void whatHasNotHappenedIsNotOnFile() {
        var record = record(registered(), next());
        record.put("occurredOn", MovedClock.today().plusDays(1).toString());
        post(department(), "records", record)
                .then()
                .statusCode(422)
                .body("code", equalTo("unsuitable-date"))
                .body("violations.field", equalTo(List.of("occurredOn")));
        record.put("occurredOn", MovedClock.today().toString());
        post(department(), "records", record).then().statusCode(201);
    }

    @Test
    void detailsFitTheFormOfTheKindWhichAnybodyMayRead() {
        var record = record(registered(), next());
        record.put("kind", "SAMPLING_RESULT");
        record.put("details", Map.of("result", "很好", "colour", "红"));
        post(department(), "records", record)
                .then()
                .statusCode(400)
                .body("violations.field", containsInAnyOrder("details.product", "details.result", "details.colour"));

        anybody()
                .get("record-kinds")
                .then()
                .statusCode(200)
                .body(
                        "find { it.kind == 'SAMPLING_RESULT' }.fields.find { it.name == 'result' }.choices",
                        equalTo(List.of("合格", "不合格")))
                .body("kind", hasSize(RecordKind.values().length));
    }

    @Test
    void evidenceIsTheSendersOwn() {
        var uploaded = as(department())
                .contentType("application/pdf")
                .queryParam("name", "report.pdf")
                .body(Samples.pdf("示例" + next()))
                .post("evidence");
        uploaded.then().statusCode(201);
        var record = record(registered(), next());
        record.put("evidence", List.of(UUID.randomUUID().toString()));
        post(department(), "records", record).then().statusCode(422).body("code", equalTo("unknown-evidence"));
        record.put("evidence", List.of(uploaded.path("id").toString()));
        post(department(), "records", record)
                .then()
                .statusCode(201)
                .body("evidence", equalTo(List.of(uploaded.path("id").toString())));
    }

    @Test
    void textADatabaseCannotStoreIsRefused() {
        var record = record(registered(), next());
        record.put("title", "a\u0000b");
        post(department(), "records", record).then().statusCode(400).body("code", equalTo("invalid-argument"));
    }

    @Test
    void theEnterpriseMustBeOnFile() {
        post(department(), "records", record(FictionalCodes.fictional(900_000), next()))
                .then()
                .statusCode(422)
                .body("code", equalTo("unknown-enterprise"));
    }

    @Test
    void theDisclosureOfARecordIsKept() {
        var uscc = registered();
        for (var disclosure : List.of("PUBLIC", "AUTHORISED", "GOVERNMENT")) {
            var honour = record(uscc, next());
            honour.put("title", disclosure);
            honour.put("disclosure", disclosure);
            post(department(), "records", honour).then().statusCode(201);
        }
        var past = record(uscc, next());
        past.put("title", "已过有效期");
        past.put("validTo", "2025-12-31");
        post(department(), "records", past).then().statusCode(201);

        anybody()
                .get("enterprises/" + uscc)
                .then()
                .body("honours.title", equalTo(List.of("PUBLIC")))
                .body("recordCounts", equalTo(Map.of("HONOUR", 1)));
    }

    @Test
    void aBatchAnswersEachLine() throws JsonProcessingException {
        var uscc = registered();
        var sound = JSON.writeValueAsString(record(uscc, next()));
        var foreign = record(uscc, next());
        foreign.put("source", Map.of("department", "日照市示例局", "recordNumber", "X"));
        var banned = record(uscc, next());
        banned.put("details", Map.of("bloodType", "A"));

        var answers = batch(
                department(),
                "records/batch",
                List.of(sound, "[1]", JSON.writeValueAsString(foreign), JSON.writeValueAsString(banned), sound));

        assertThat(answers)
                .extracting(answer -> answer.get("outcome"))
                .containsExactly("ACCEPTED", "REJECTED", "REJECTED", "REJECTED", "DUPLICATE");
        assertThat(answers.get(2).toString()).contains("foreign-department");
        assertThat(answers.get(3).toString()).contains("banned-data", "第四十二条");
    }

    @Test
    void declaredStandardsArriveAsEventsAndTheNewestCounts() {
        var uscc = registered();
        var declaration = UUID.randomUUID();
        tell(declaration, uscc, 2, "Q/RZSL 0002-2026", "PUBLIC");
        tell(declaration, uscc, 1, "Q/RZSL 0001-2026", "PUBLIC");
        var withdrawn = UUID.randomUUID();
        tell(withdrawn, uscc, 1, "Q/RZSL 0009-2026", "PUBLIC");
        tell(withdrawn, uscc, 2, "Q/RZSL 0009-2026", "WITHDRAWN");

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> anybody()
                        .get("enterprises/" + uscc)
                        .then()
                        .body("declaredStandards", hasSize(1))
                        .body("declaredStandards[0].standardNumber", equalTo("Q/RZSL 0002-2026")));
    }

    /** Speaks as the standards service does. */
    private static void tell(UUID declaration, String uscc, int sequence, String number, String state) {
        EventBroker.send(CloudEvent.of(
                        "quality.standards.declaration",
                        "cn.quality.standards.declaration.made.v1",
                        declaration.toString(),
                        sequence,
                        Map.of(
                                "declarationId",
                                declaration.toString(),
                                "uscc",
                                uscc,
                                "standardNumber",
                                number,
                                "standardTitle",
                                "示例标准",
                                "ownStandard",
                                true,
                                "declaredAt",
                                "2026-03-02T01:02:03Z",
                                "state",
                                state))
                .with("actor", "enterprise"));
    }
}

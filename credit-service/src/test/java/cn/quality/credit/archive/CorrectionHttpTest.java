package cn.quality.credit.archive;

import static cn.quality.credit.Credit.anybody;
import static cn.quality.credit.Credit.as;
import static cn.quality.credit.Credit.department;
import static cn.quality.credit.Credit.next;
import static cn.quality.credit.Credit.post;
import static cn.quality.credit.Credit.record;
import static cn.quality.credit.Credit.registered;
import static cn.quality.credit.Credit.source;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import cn.quality.credit.Credit;
import cn.quality.credit.CreditTest;
import cn.quality.platform.sql.Jdbc;
import cn.quality.testing.Tokens;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A record is never overwritten: what corrects it stands in its place. */
@CreditTest
class CorrectionHttpTest {

    @Inject
    Jdbc sql;

    @BeforeEach
    void referenceData() {
        Credit.storeReferenceData();
    }

    @Test
    void aCorrectionStandsInThePlaceOfTheRecord() {
        var uscc = registered();
        var id = filed(uscc);

        var answer = correct(id, correction("更正后的奖项"));

        answer.then()
                .statusCode(201)
                .body("id", equalTo(id))
                .body("state", equalTo("STANDING"))
                .body("records.title", equalTo(List.of("示例市长质量奖", "更正后的奖项")))
                .body("records.state", equalTo(List.of("SUPERSEDED", "STANDING")))
                .body("records[1].corrects", equalTo(id))
                .body("records[1].reason", equalTo("示例更正"));
        anybody()
                .get("enterprises/" + uscc)
                .then()
                .body("honours.title", equalTo(List.of("更正后的奖项")))
                .body("recordCounts.HONOUR", equalTo(1));
        assertThat(told(id))
                .containsExactly("1 cn.quality.credit.record.recorded.v1", "2 cn.quality.credit.record.corrected.v1");
    }

    @Test
    void aVoidRecordIsNoLongerShownOrCounted() {
        var uscc = registered();
        var id = filed(uscc);
        var head = correct(id, correction("更正后的奖项")).<String>path("records[1].id");

        correct(head, voiding())
                .then()
                .statusCode(201)
                .body("state", equalTo("VOID"))
                .body("records", hasSize(3));

        anybody().get("enterprises/" + uscc).then().body("honours", hasSize(0)).body("recordCounts", aMapWithSize(0));
        assertThat(told(id)).last().isEqualTo("3 cn.quality.credit.record.voided.v1");
        var last = as(department()).get("records/" + id).<String>path("records[2].id");
        refused(correct(last, correction("再更正")), 409, "record-void");
    }

    @Test
    void onlyTheLastOfAChainIsCorrected() {
        var id = filed(registered());
        correct(id, correction("第一次")).then().statusCode(201);

        refused(correct(id, correction("第二次")), 409, "superseded");
    }

    @Test
    void theSameCorrectionAgainIsTheFirstResult() {
        var id = filed(registered());
        var correction = correction("只一次");
        var first = correct(id, correction);
        first.then().statusCode(201);

        correct(id, correction).then().statusCode(200).body("records.id", equalTo(first.path("records.id")));
        var other = new HashMap<>(correction);
        other.put("reason", "另一理由");
        refused(correct(id, other), 409, "source-record-used");
        refused(correct(filed(registered()), correction), 409, "source-record-used");
    }

    @Test
    void ofTwoCorrectionsAtOnceOneWins() throws Exception {
        var id = filed(registered());
        var attempts = new ArrayList<Callable<Integer>>();
        for (int i = 0; i < 6; i++) {
            var correction = correction("同时" + i);
            attempts.add(() -> correct(id, correction).statusCode());
        }
        try (var pool = Executors.newFixedThreadPool(attempts.size())) {
            var statuses = new ArrayList<Integer>();
            for (var answer : pool.invokeAll(attempts)) {
                statuses.add(answer.get());
            }
            assertThat(statuses).containsOnlyOnce(201).containsOnly(201, 409);
        }
        as(department()).get("records/" + id).then().body("records", hasSize(2));
    }

    @Test
    void onlyTheDepartmentThatSentItMayCorrectAndReadIt() {
        var id = filed(registered());
        var other = Tokens.of("data-provider").region("371100").department("日照市示例局");
        var theirs = correction("他人更正");
        theirs.put("source", Map.of("department", "日照市示例局", "recordNumber", "X-" + next()));

        refused(post(other, "records/" + id + "/corrections", theirs), 403, "foreign-record");
        refused(post(other, "records/" + id + "/corrections", correction("冒名")), 403, "foreign-department");
        refused(as(other).get("records/" + id), 403, "foreign-department");
        refused(as(Credit.handler()).get("records/" + id), 403, "forbidden");
        as(Tokens.of("auditor")).get("records/" + id).then().statusCode(200);
        refused(as(department()).get("records/" + UUID.randomUUID()), 404, "not-found");
        refused(correct(UUID.randomUUID().toString(), correction("无此记录")), 404, "not-found");
    }

    @Test
    void aCorrectionKeepsTheRulesOfARecord() {
        var id = filed(registered());
        refused(correct(id, correction("联系13800138000")), 422, "personal-data");
        var future = correction("未来");
        future.put("content", Map.of("title", "x", "occurredOn", "2070-01-01", "disclosure", "PUBLIC"));
        refused(correct(id, future), 422, "unsuitable-date");
        var bare = correction("无表单");
        bare.put("content", Map.of("title", "x", "occurredOn", "2025-01-01", "disclosure", "PUBLIC"));
        refused(correct(id, bare), 400, "invalid-argument");
        var both = correction("又作废又更正");
        both.put("voids", true);
        refused(correct(id, both), 400, "invalid-argument");

        as(department()).get("records/" + id).then().body("records", hasSize(1)).body("state", equalTo("STANDING"));
    }

    private static String filed(String uscc) {
        var answer = post(department(), "records", record(uscc, next()));
        answer.then().statusCode(201);
        return answer.path("id");
    }

    private static Response correct(String id, Map<String, Object> correction) {
        return post(department(), "records/" + id + "/corrections", correction);
    }

    private static Map<String, Object> correction(String title) {
        var correction = new HashMap<String, Object>();
        correction.put("reason", "示例更正");
        correction.put("source", source("K-" + next()));
        correction.put(
                "content",
                Map.of(
                        "title",
                        title,
                        "occurredOn",
                        "2025-11-02",
                        "disclosure",
                        "PUBLIC",
                        "details",
                        Map.of("award", "MAYOR_QUALITY_AWARD", "level", "CITY")));
        return correction;
    }

    private static Map<String, Object> voiding() {
        var correction = correction("");
        correction.remove("content");
        correction.put("voids", true);
        return correction;
    }

    private static void refused(Response answer, int status, String code) {
        answer.then().statusCode(status).body("code", equalTo(code));
    }

    private List<String> told(String chain) {
        return sql.query(
                "select sequence || ' ' || type from outbox where subject = ? order by sequence",
                row -> row.getString(1),
                chain);
    }
}

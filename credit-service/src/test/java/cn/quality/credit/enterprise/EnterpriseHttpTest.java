package cn.quality.credit.enterprise;

import static cn.quality.credit.Credit.DEPARTMENT;
import static cn.quality.credit.Credit.batch;
import static cn.quality.credit.Credit.department;
import static cn.quality.credit.Credit.enterprise;
import static cn.quality.credit.Credit.next;
import static cn.quality.credit.Credit.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import cn.quality.credit.Credit;
import cn.quality.credit.CreditTest;
import cn.quality.platform.sql.Jdbc;
import cn.quality.testing.Tokens;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@CreditTest
class EnterpriseHttpTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    Jdbc sql;

    @BeforeEach
    void referenceData() {
        Credit.storeReferenceData();
    }

    @Test
    void theSameSourceRecordAgainIsTheFirstResult() {
        var enterprise = enterprise(next());
        var first = post(department(), "enterprises", enterprise);
        first.then()
                .statusCode(201)
                .header("Location", endsWith("/api/credit/v1/enterprises/" + enterprise.get("uscc")))
                .body("status", equalTo("ACTIVE"));

        post(department(), "enterprises", enterprise)
                .then()
                .statusCode(200)
                .body("id", equalTo(first.path("id")))
                .body("name", equalTo(first.path("name")));
        assertThat(events(enterprise)).isEqualTo(1);
    }

    /** Taken for a repetition, the change would be lost with a success answer. */
    @Test
    void aNumberWithOtherContentIsRefused() {
        var enterprise = enterprise(next());
        post(department(), "enterprises", enterprise).then().statusCode(201);

        for (var changed : Map.<String, Object>of(
                        "uscc", String.valueOf(enterprise(next()).get("uscc")),
                        "name", "日照示例改名有限公司",
                        "region", "371103",
                        "subjectType", "COOPERATIVE",
                        "industry", "C14",
                        "address", "日照市东港区示例路2号",
                        "registeredOn", "2020-05-07",
                        "fictional", false)
                .entrySet()) {
            var other = new HashMap<>(enterprise);
            other.put(changed.getKey(), changed.getValue());
            post(department(), "enterprises", other).then().statusCode(409).body("code", equalTo("source-record-used"));
        }
        assertThat(events(enterprise)).isEqualTo(1);
    }

    @Test
    void theSameSourceRecordManyTimesAtOnceIsOneEnterprise() throws Exception {
        var enterprise = enterprise(next());
        Callable<Integer> registration =
                () -> post(department(), "enterprises", enterprise).statusCode();

        List<Integer> statuses;
        try (var threads = Executors.newFixedThreadPool(12)) {
            statuses = threads
                    .invokeAll(
                            IntStream.range(0, 12).mapToObj(i -> registration).toList())
                    .stream()
                    .map(Future::resultNow)
                    .toList();
        }

        assertThat(statuses).filteredOn(status -> status == 201).hasSize(1);
        assertThat(statuses).filteredOn(status -> status != 201).allMatch(status -> status == 200);
        assertThat(events(enterprise)).isEqualTo(1);
    }

    @Test
    void aCodeOnFileIsNotRegisteredFromAnotherSource() {
        var enterprise = enterprise(next());
        post(department(), "enterprises", enterprise).then().statusCode(201);
        enterprise.put("source", Credit.source("OTHER-" + next()));

        post(department(), "enterprises", enterprise)
                .then()
                .statusCode(409)
                .body("code", equalTo("already-registered"));
    }

    @Test
    void regionAndDepartmentAreTheSendersOwn() {
        var enterprise = enterprise(next());
        var county = Tokens.of("data-provider").region("371103").department(DEPARTMENT);
        post(county, "enterprises", enterprise).then().statusCode(403).body("code", equalTo("foreign-region"));
        var other = Tokens.of("data-provider").region("371100").department("日照市示例局");
        post(other, "enterprises", enterprise).then().statusCode(403).body("code", equalTo("foreign-department"));
        enterprise.put("region", "371199");
        post(department(), "enterprises", enterprise).then().statusCode(422).body("code", equalTo("unknown-region"));

        assertThat(events(enterprise)).isZero();
        enterprise.put("region", "371102");
        post(Credit.administrator(), "enterprises", enterprise).then().statusCode(201);
    }

    @Test
    void aBatchAnswersEachLineAndTheSoundOnesEnter() {
        var known = enterprise(next());
        post(department(), "enterprises", known).then().statusCode(201);
        var lines = new ArrayList<String>();
        lines.add(line(enterprise(next())));
        lines.add("{ broken");
        lines.add(line(known));
        lines.add(line(different(Map.of("uscc", "91371199MA3RH00188"))));
        lines.add(line(different(Map.of("region", "999999"))));
        lines.add(line(different(Map.of("name", "", "subjectType", "LEGAL_PERSON"))));
        lines.add("");
        lines.add(line(enterprise(next())));
        lines.add("null");

        var answers = batch(department(), "enterprises/batch", lines);

        assertThat(answers).extracting(answer -> answer.get("line")).containsExactly(1, 2, 3, 4, 5, 6, 8, 9);
        assertThat(answers)
                .extracting(answer -> answer.get("outcome"))
                .containsExactly(
                        "ACCEPTED",
                        "REJECTED",
                        "DUPLICATE",
                        "REJECTED",
                        "REJECTED",
                        "REJECTED",
                        "ACCEPTED",
                        "REJECTED");
        assertThat(codes(answers.get(1))).containsExactly("malformed-json");
        assertThat(codes(answers.get(3))).containsExactly("check-character");
        assertThat(codes(answers.get(4))).containsExactly("unknown-region");
        assertThat(codes(answers.get(5))).contains("invalid-argument");
    }

    @Test
    void aLongBatchIsStoredOnceHoweverOftenItIsSent() {
        var lines = IntStream.range(0, 1_234)
                .mapToObj(i -> line(enterprise(next())))
                .toList();

        assertThat(batch(department(), "enterprises/batch", lines))
                .hasSize(1_234)
                .allMatch(answer -> "ACCEPTED".equals(answer.get("outcome")));
        assertThat(batch(department(), "enterprises/batch", lines))
                .hasSize(1_234)
                .allMatch(answer -> "DUPLICATE".equals(answer.get("outcome")));
    }

    @Test
    void theSameLineTwiceInOneBatchIsOneEnterprise() {
        var line = line(enterprise(next()));

        assertThat(batch(department(), "enterprises/batch", List.of(line, line)))
                .extracting(answer -> answer.get("outcome"))
                .containsExactly("ACCEPTED", "DUPLICATE");
    }

    @Test
    void aLineTooLongIsNamedAndTheOthersGoOn() {
        var endless = "{\"name\":\"" + "长".repeat(40_000) + "\"}";

        var answers = batch(department(), "enterprises/batch", List.of(endless, line(enterprise(next()))));

        assertThat(answers).extracting(answer -> answer.get("outcome")).containsExactly("REJECTED", "ACCEPTED");
        assertThat(codes(answers.getFirst())).containsExactly("payload-too-large");
    }

    private static Map<String, Object> different(Map<String, ?> fields) {
        var enterprise = enterprise(next());
        enterprise.putAll(fields);
        return enterprise;
    }

    private static String line(Map<String, Object> enterprise) {
        try {
            return JSON.writeValueAsString(enterprise);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static List<String> codes(Map<String, Object> answer) {
        return ((List<Map<String, String>>) answer.getOrDefault("problems", List.of()))
                .stream().map(reason -> reason.getOrDefault("code", "")).toList();
    }

    private long events(Map<String, Object> enterprise) {
        return sql.first("select count(*) from outbox where subject = ?", row -> row.getLong(1), enterprise.get("uscc"))
                .orElseThrow();
    }
}

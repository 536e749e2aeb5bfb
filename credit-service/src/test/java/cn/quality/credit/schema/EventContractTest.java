package cn.quality.credit.schema;

import static cn.quality.credit.Credit.anybody;
import static cn.quality.credit.Credit.as;
import static cn.quality.credit.Credit.department;
import static cn.quality.credit.Credit.next;
import static cn.quality.credit.Credit.post;
import static cn.quality.credit.Credit.published;
import static cn.quality.credit.Credit.publisher;
import static cn.quality.credit.Credit.record;
import static cn.quality.credit.Credit.registered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import cn.quality.credit.Credit;
import cn.quality.credit.CreditTest;
import cn.quality.credit.complaint.Complaints;
import cn.quality.credit.evidence.Samples;
import cn.quality.credit.listing.Time;
import cn.quality.platform.sql.Jdbc;
import cn.quality.testing.AsyncApi;
import cn.quality.testing.EventBroker;
import cn.quality.testing.MovedClock;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every event that leaves, as it leaves, keeps to the schema served for its type. */
@CreditTest
class EventContractTest {

    @Inject
    Jdbc sql;

    @BeforeEach
    void referenceData() {
        Credit.storeReferenceData();
    }

    @AfterEach
    void today() {
        Time.back();
    }

    private record Sent(String type, String data) {}

    @Test
    void whatIsSentKeepsToItsSchema() {
        var full = registered();
        // First, for what was told long before the clock is moved is forgotten.
        repaired(published(full, "BLACK"), full);
        var bare = Credit.enterprise(next());
        List.of("industry", "fields", "registeredOn", "address").forEach(bare::remove);
        post(department(), "enterprises", bare).then().statusCode(201);
        post(
                        department(),
                        "enterprises/" + bare.get("uscc") + "/names",
                        Map.of(
                                "name", "日照示例更名有限公司",
                                "effectiveFrom", "2026-03-02",
                                "reason", "示例",
                                "source", Credit.source("N-" + next())))
                .then()
                .statusCode(201);
        post(
                        department(),
                        "enterprises/" + bare.get("uscc") + "/regions",
                        Map.of(
                                "region", "371103",
                                "effectiveFrom", "2026-03-02",
                                "reason", "示例",
                                "source", Credit.source("M-" + next())))
                .then()
                .statusCode(201);
        post(
                        department(),
                        "enterprises/" + registered(Map.of("subjectType", "BRANCH")) + "/amendments",
                        Map.of(
                                "parent", full,
                                "industry", "F52",
                                "effectiveFrom", "2026-03-02",
                                "reason", "示例",
                                "source", Credit.source("A-" + next())))
                .then()
                .statusCode(201);
        post(
                        department(),
                        "enterprises/" + bare.get("uscc") + "/closure",
                        Map.of("closedOn", "2026-03-03", "reason", "示例", "source", Credit.source("C-" + next())))
                .then()
                .statusCode(201);
        var filed = post(department(), "records", record(full, next()));
        filed.then().statusCode(201);
        var corrected = record(full, next());
        corrected.keySet().retainAll(List.of("title", "occurredOn", "disclosure", "details"));
        var last = correct(filed.path("id"), Map.of("content", corrected)).<String>path("records[1].id");
        correct(last, Map.of("voids", true)).then().body("state", equalTo("VOID"));
        published(full, "RED");
        withdraw(published(full, "BLACK"));
        expired(full);
        Complaints.storeGround();
        Complaints.withdrawn();

        var sent =
                sql.query("select type, data::text from outbox", row -> new Sent(row.getString(1), row.getString(2)));

        assertThat(sent).extracting(Sent::type).containsAll(EventTypesTest.sent());
        assertThat(sent).allSatisfy(event -> assertThat(violations(event)).isEmpty());
    }

    @Test
    void noPersonalDataRidesOnAnEvent() {
        var uscc = registered(Map.of("address", "日照市东港区某某家属院"));

        assertThat(sql.query("select data::text from outbox where subject = ?", row -> row.getString(1), uscc))
                .hasSize(1)
                .noneMatch(data -> data.contains("家属院"));
    }

    @Test
    void aSchemaRefusesWhatIsNotItsEvent() {
        assertThat(violations(new Sent("cn.quality.credit.listing.published.v1", "{\"state\":\"DRAFT\"}")))
                .isNotEmpty();
    }

    @Test
    void otherTypesHaveNoSchemaHere() {
        anybody()
                .accept("application/schema+json, application/problem+json")
                .get("schemas/cn.quality.standards.declaration.made.v1")
                .then()
                .statusCode(404);
        anybody()
                .accept("application/schema+json, application/problem+json")
                .get("schemas/..%2Fapplication.properties")
                .then()
                .statusCode(404);
    }

    @Test
    void aPublicationReachesTheTopicOnceUnderTheEntrysKey() {
        var id = published(registered(), "BLACK");

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(EventBroker.about("quality.credit.listing", id))
                        .singleElement()
                        .satisfies(event -> {
                            assertThat(event.type()).isEqualTo("cn.quality.credit.listing.published.v1");
                            assertThat(event.source()).isEqualTo("/credit-service");
                            assertThat(event.sequence()).isEqualTo(6);
                            assertThat(event.attribute("actor")).isEqualTo("li");
                            assertThat(violations(new Sent(event.type(), event.data())))
                                    .isEmpty();
                        }));
    }

    /** After its minimum term, and back. */
    private static void repaired(String id, String uscc) {
        var today = MovedClock.today();
        MovedClock.to(today.plusMonths(4));
        var proof = Samples.proof(Credit.enterprise(uscc));
        post(
                        Credit.enterprise(uscc),
                        "listings/" + id + "/repair-applications",
                        Map.of("commitment", "示例", "correction", "示例", "evidence", List.of(proof)))
                .then()
                .statusCode(200);
        Credit.act(Credit.handler(), id, "repair-applications/acceptance", Map.of("accepted", true, "reason", "示例"))
                .then()
                .statusCode(200);
        Credit.act(Credit.approver(), id, "repair-applications/decision", Map.of("granted", true, "answer", "示例"))
                .then()
                .statusCode(200);
        Time.back();
    }

    private static void expired(String uscc) {
        var proposal = Credit.proposal(uscc, "BLACK");
        proposal.put("validUntil", MovedClock.today().toString());
        String id = post(Credit.handler(), "listings", proposal).path("id");
        Credit.publish(id).then().statusCode(200);
        Time.comes(MovedClock.today().plusDays(1));
        Time.back();
    }

    private static Response correct(String record, Map<String, ?> change) {
        var correction = new HashMap<String, Object>(change);
        correction.put("reason", "示例");
        correction.put("source", Credit.source("K-" + next()));
        return post(department(), "records/" + record + "/corrections", correction);
    }

    private static void withdraw(String id) {
        as(publisher())
                .contentType(ContentType.JSON)
                .body(Map.of("reason", "示例"))
                .post("listings/" + id + "/withdrawal")
                .then()
                .statusCode(200);
    }

    /** Against the schema as the service serves it. */
    private static List<String> violations(Sent event) {
        var served = anybody().accept("application/schema+json").get("schemas/" + event.type());
        served.then().statusCode(200).contentType("application/schema+json");
        return AsyncApi.violationsOf(served.asString(), event.data());
    }
}

package cn.quality.standards.consumer;

import static cn.quality.standards.suite.Bodies.declaration;
import static cn.quality.standards.suite.Http.anyone;
import static cn.quality.standards.suite.Http.enterprise;
import static cn.quality.testing.Refusal.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import cn.quality.platform.identifiers.UnifiedSocialCreditCode;
import cn.quality.platform.sql.Jdbc;
import cn.quality.standards.StandardsTest;
import cn.quality.standards.schema.Contracts;
import cn.quality.standards.suite.Fictional;
import cn.quality.testing.CloudEvent;
import cn.quality.testing.EventBroker;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Real events through a real broker: in any order, twice, or of types nobody knows. */
@StandardsTest
class ConsumerTest {

    private static final String ENTERPRISE = "quality.credit.enterprise";
    private static final String LISTING = "quality.credit.listing";

    @Inject
    Jdbc sql;

    private static void enterpriseEvent(String act, String uscc, String name, String status, long sequence) {
        enterpriseEvent(act, uscc, name, "371102", status, sequence);
    }

    private static void enterpriseEvent(
            String act, String uscc, String name, String region, String status, long sequence) {
        EventBroker.send(CloudEvent.of(
                ENTERPRISE,
                "cn.quality.credit.enterprise." + act + ".v1",
                uscc,
                sequence,
                Map.of(
                        "uscc",
                        uscc,
                        "name",
                        name,
                        "region",
                        region,
                        "status",
                        status,
                        "subjectType",
                        "LEGAL_PERSON",
                        "fictional",
                        true)));
    }

    private static void listingEvent(String act, UUID id, String uscc, String kind, long sequence) {
        listingEvent(act, UUID.randomUUID(), id, uscc, kind, sequence, Map.of());
    }

    private static void listingEvent(
            String act, UUID event, UUID id, String uscc, String kind, long sequence, Map<String, String> more) {
        var data = new HashMap<String, Object>(
                Map.of("listingId", id.toString(), "uscc", uscc, "kind", kind, "region", "371102"));
        if (act.equals("published")) {
            data.put("enterpriseName", "日照示例试验有限公司");
            data.put("state", "PUBLISHED");
            data.put("publishedAt", "2026-01-05T02:00:00Z");
        } else {
            // Of an entry that has ended, nothing is told but that.
            data.put("state", act.toUpperCase(Locale.ROOT));
            data.put("endedAt", "2026-02-05T02:00:00Z");
        }
        data.putAll(more);
        EventBroker.send(
                CloudEvent.of(LISTING, "cn.quality.credit.listing." + act + ".v1", id.toString(), sequence, data)
                        .with("id", event.toString()));
    }

    private static ValidatableResponse profile(String uscc) {
        return anyone().get("enterprises/" + uscc).then();
    }

    @Test
    void anEnterpriseMayDeclareBeforeItsEventAndIsNamedAfterIt() {
        var uscc = Fictional.uscc();
        var id = enterprise(uscc)
                .body(declaration("Q/RZYS 001-2024"))
                .post("declarations")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        enterpriseEvent("registered", uscc, "日照示例迟到有限公司", "ACTIVE", 1);
        await().untilAsserted(
                        () -> anyone().get("declarations/" + id).then().body("enterpriseName", equalTo("日照示例迟到有限公司")));
        anyone().queryParam("uscc", uscc)
                .get("declarations")
                .then()
                .body("items[0].enterpriseName", equalTo("日照示例迟到有限公司"));
        profile(uscc).body("name", equalTo("日照示例迟到有限公司")).body("status", equalTo("ACTIVE"));
    }

    @Test
    void anOlderDescriptionNeverOverwritesANewerOne() {
        var uscc = Fictional.uscc();
        enterpriseEvent("renamed", uscc, "日照示例新名有限公司", "ACTIVE", 5);
        enterpriseEvent("registered", uscc, "日照示例旧名有限公司", "ACTIVE", 1);
        enterpriseEvent("merged", uscc, "日照示例未知有限公司", "ACTIVE", 9);
        // Same key, same partition: once this sixth version is here, everything before it has been judged.
        enterpriseEvent("renamed", uscc, "日照示例新名有限公司", "ACTIVE", 6);
        await().untilAsserted(() -> assertThat(sequenceOf(uscc)).isEqualTo(6));
        profile(uscc).body("name", equalTo("日照示例新名有限公司"));
    }

    @Test
    void anEnterpriseIsWhereItMovedTo() {
        var uscc = Fictional.uscc();
        enterpriseEvent("registered", uscc, "日照示例迁移有限公司", "ACTIVE", 0);
        enterpriseEvent("relocated", uscc, "日照示例迁移有限公司", "371103", "ACTIVE", 1);
        await().untilAsserted(() -> assertThat(
                        sql.query("select region from declarant where uscc = ?", row -> row.getString(1), uscc))
                .containsExactly("371103"));
    }

    /** As it is when the events before have been compacted away. */
    @Test
    void anAmendmentAloneTellsTheWholeEnterprise() {
        var uscc = Fictional.uscc();
        enterpriseEvent("amended", uscc, "日照示例变更有限公司", "ACTIVE", 4);
        await().untilAsserted(() -> profile(uscc).body("name", equalTo("日照示例变更有限公司")));
    }

    /** An office has registered it as the certificate has it; typed by somebody else, such a code is a mistake. */
    @Test
    void aCodeThatDoesNotCheckCountsOnceItsEventHasCome() {
        var regular = Fictional.uscc();
        int last = UnifiedSocialCreditCode.ALPHABET.indexOf(regular.charAt(17));
        var uscc = regular.substring(0, 17) + UnifiedSocialCreditCode.ALPHABET.charAt((last + 1) % 31);
        refused(anyone().get("enterprises/" + uscc).then(), 400, "invalid-uscc");
        refused(anyone().get("declarations?uscc=" + uscc).then(), 400, "invalid-uscc");
        refused(
                enterprise(uscc)
                        .body(declaration("Q/RZYS 009-2024"))
                        .post("declarations")
                        .then(),
                403,
                "no-enterprise");

        enterpriseEvent("registered", uscc, "日照示例异常代码有限公司", "ACTIVE", 1);

        await().untilAsserted(() -> anyone().get("enterprises/" + uscc).then().statusCode(200));
        profile(uscc).body("name", equalTo("日照示例异常代码有限公司"));
        String id = enterprise(uscc)
                .body(declaration("Q/RZYS 009-2024"))
                .post("declarations")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        anyone().get("declarations?uscc=" + uscc).then().statusCode(200).body("items.id", equalTo(List.of(id)));
    }

    private long sequenceOf(String uscc) {
        return sql.first("select sequence from declarant where uscc = ?", row -> row.getLong(1), uscc)
                .orElse(0L);
    }

    @Test
    void closingAnEnterpriseAbolishesItsDeclarationsAndTellsIt() throws Exception {
        var uscc = Fictional.uscc();
        var id = enterprise(uscc)
                .body(declaration("Q/RZYS 002-2024"))
                .post("declarations")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        enterpriseEvent("closed", uscc, "日照示例注销有限公司", "CLOSED", 3);
        await().untilAsserted(() -> anyone().get("declarations/" + id).then().body("state", equalTo("ABOLISHED")));
        anyone().queryParam("uscc", uscc).get("declarations").then().body("items", empty());
        profile(uscc).body("status", equalTo("CLOSED")).body("declarations", equalTo(0));
        refused(
                enterprise(uscc)
                        .body(declaration("Q/RZYS 003-2024"))
                        .post("declarations")
                        .then(),
                409,
                "enterprise-closed");

        await().untilAsserted(() -> assertThat(EventBroker.about("quality.standards.declaration", id))
                .hasSize(2));
        var event = EventBroker.about("quality.standards.declaration", id).getLast();
        assertThat(event.type()).isEqualTo("cn.quality.standards.declaration.changed.v1");
        assertThat(event.sequence()).isEqualTo(2);
        var data = new ObjectMapper().readTree(event.data());
        Contracts.check("cn.quality.standards.declaration.changed.v1", data);
        assertThat(data.get("state").asText()).isEqualTo("ABOLISHED");
        assertThat(data.get("enterpriseName").asText()).isEqualTo("日照示例注销有限公司");
        assertThat(sql.query(
                        "select act from decision_log where subject_id = ? order by number",
                        row -> row.getString(1),
                        id))
                .containsExactly("declaration.make", "declaration.abolish");
    }

    @Test
    void theBadgeFollowsTheListAndBlackOutranksRed() {
        var uscc = Fictional.uscc();
        var red = UUID.randomUUID();
        var black = UUID.randomUUID();
        listingEvent("published", red, uscc, "RED", 1);
        await().untilAsserted(() -> profile(uscc).statusCode(200).body("badge", equalTo("RED")));
        listingEvent("published", black, uscc, "BLACK", 1);
        await().untilAsserted(
                        () -> profile(uscc).body("badge", equalTo("BLACK")).body("listings", hasSize(2)));
        listingEvent("repaired", black, uscc, "BLACK", 2);
        await().untilAsserted(() ->
                profile(uscc).body("badge", equalTo("RED")).body("listings.listingId", contains(red.toString())));
        listingEvent("expired", red, uscc, "RED", 2);
        // Nothing is left that the public may know of this enterprise.
        await().untilAsserted(() -> refused(profile(uscc), 404, "not-found"));
    }

    @Test
    void aWithdrawnEntryStaysHiddenWhenItsPublicationComesLateOrAgain() {
        var uscc = Fictional.uscc();
        var entry = UUID.randomUUID();
        var publication = UUID.randomUUID();
        enterpriseEvent("registered", uscc, "日照示例乱序有限公司", "ACTIVE", 1);
        listingEvent("withdrawn", entry, uscc, "BLACK", 2);
        listingEvent("published", publication, entry, uscc, "BLACK", 1, Map.of());
        listingEvent("published", publication, entry, uscc, "BLACK", 1, Map.of());
        listingEvent("withdrawn", entry, uscc, "BLACK", 3);
        await().untilAsserted(() -> assertThat(sql.first(
                        "select sequence, visible from list_entry where listing_id = ?",
                        row -> row.getLong(1) + " " + row.getBoolean(2),
                        entry))
                .contains("3 false"));
        await().untilAsserted(() -> profile(uscc).statusCode(200));
        profile(uscc).body("badge", equalTo("NONE")).body("listings", empty());
    }

    @Test
    void anEntryPastItsLastDayIsHiddenEvenBeforeTheEventOfItsExpiry() {
        var uscc = Fictional.uscc();
        var current = UUID.randomUUID();
        listingEvent(
                "published",
                UUID.randomUUID(),
                UUID.randomUUID(),
                uscc,
                "BLACK",
                1,
                Map.of("validUntil", "2026-01-06"));
        listingEvent("published", UUID.randomUUID(), current, uscc, "RED", 1, Map.of("validUntil", "2999-01-01"));
        await().untilAsserted(() -> assertThat(
                        sql.query("select 1 from list_entry where uscc = ?", row -> row.getInt(1), uscc))
                .hasSize(2));
        profile(uscc).body("badge", equalTo("RED")).body("listings.listingId", contains(current.toString()));
    }

    @Test
    void anUndigestibleEventIsSetAsideAndTheNextOnesGoOn() {
        var uscc = Fictional.uscc();
        var poison = UUID.randomUUID();
        EventBroker.send(CloudEvent.of(
                        ENTERPRISE,
                        "cn.quality.credit.enterprise.registered.v1",
                        uscc,
                        1,
                        Map.of("uscc", "no code", "name", "日照示例有毒有限公司", "status", "ACTIVE"))
                .with("id", poison.toString()));
        enterpriseEvent("registered", uscc, "日照示例康复有限公司", "ACTIVE", 2);
        await().untilAsserted(() -> profile(uscc).body("name", equalTo("日照示例康复有限公司")));
        assertThat(sql.query(
                        "select consumer_group from dead_letter where event_id = ?",
                        row -> row.getString(1),
                        poison.toString()))
                .containsExactly("standards-enterprise");
    }
}

package cn.quality.credit.lookup;

import static cn.quality.credit.Credit.anybody;
import static cn.quality.credit.Credit.as;
import static cn.quality.credit.Credit.department;
import static cn.quality.credit.Credit.next;
import static cn.quality.credit.Credit.post;
import static cn.quality.credit.Credit.published;
import static cn.quality.credit.Credit.registered;
import static cn.quality.credit.Credit.source;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import cn.quality.credit.Credit;
import cn.quality.credit.CreditTest;
import cn.quality.platform.identifiers.FictionalCodes;
import cn.quality.platform.sql.Jdbc;
import cn.quality.testing.MovedClock;
import cn.quality.testing.Tokens;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What held on a day, as it was known at a moment: for everybody within limits, for auditors whole. */
@CreditTest
class StatusHttpTest {

    @Inject
    Jdbc sql;

    @BeforeEach
    void referenceData() {
        Credit.storeReferenceData();
    }

    @Test
    void aNameHoldsFromItsDayAndIsKnownFromItsReport() throws InterruptedException {
        var uscc = registered(Map.of("name", "日照示例旧时有限公司"));
        var before = now();
        rename(uscc, "日照示例新时有限公司", "2026-03-02");

        status(uscc, "validAt=2026-03-01").body("name", equalTo("日照示例旧时有限公司"));
        status(uscc, "validAt=2026-03-02").body("name", equalTo("日照示例新时有限公司"));
        status(uscc, "validAt=2026-03-02&knownAt=" + before).body("name", equalTo("日照示例旧时有限公司"));
        status(uscc, "knownAt=" + now())
                .body("name", equalTo("日照示例新时有限公司"))
                .body("validAt", equalTo(MovedClock.today().toString()));
    }

    @Test
    void aRegionHoldsFromItsDayAndIsKnownFromItsReport() throws InterruptedException {
        var uscc = registered();
        var before = now();
        post(
                        department(),
                        "enterprises/" + uscc + "/regions",
                        Map.of(
                                "region",
                                "371103",
                                "effectiveFrom",
                                "2026-03-02",
                                "reason",
                                "示例迁移",
                                "source",
                                source("SR-" + next())))
                .then()
                .statusCode(201);

        status(uscc, "validAt=2026-03-01").body("region", equalTo("371102"));
        status(uscc, "validAt=2026-03-02").body("region", equalTo("371103"));
        status(uscc, "validAt=2026-03-02&knownAt=" + before).body("region", equalTo("371102"));
    }

    @Test
    void anEndHoldsFromItsDayAndIsKnownFromItsReport() throws InterruptedException {
        var uscc = registered();
        var before = now();
        post(
                        department(),
                        "enterprises/" + uscc + "/closure",
                        Map.of("closedOn", "2026-04-01", "reason", "示例注销", "source", source("CL-" + next())))
                .then()
                .statusCode(201);

        status(uscc, "validAt=2026-03-31").body("standing", equalTo("ACTIVE")).body("closedOn", nullValue());
        status(uscc, "validAt=2026-04-01").body("standing", equalTo("CLOSED")).body("closedOn", equalTo("2026-04-01"));
        status(uscc, "validAt=2026-04-01&knownAt=" + before).body("standing", equalTo("ACTIVE"));
    }

    @Test
    void beforeItWasThereItIsSaidSo() {
        var uscc = registered();

        status(uscc, "validAt=2020-05-05")
                .body("standing", equalTo("NOT_YET_REGISTERED"))
                .body("registeredOn", equalTo("2020-05-06"))
                .body("name", nullValue());
        status(uscc, "validAt=2020-05-06").body("standing", equalTo("ACTIVE"));
        status(uscc, "knownAt=2020-05-06T00:00:00Z")
                .body("standing", equalTo("NOT_ON_FILE"))
                .body("name", nullValue())
                .body("registeredOn", nullValue());
    }

    @Test
    void anEntryShowsOnTheDaysOnWhichItStoodAndFromWhenThatWasKnown() throws InterruptedException {
        var uscc = registered();
        var before = now();
        var id = entry(uscc, "2026-02-01", "2029-01-31");

        status(uscc, "validAt=2026-02-01")
                .body("listings.listing.id", hasSize(1))
                .body("listings[0].listing.id", equalTo(id))
                .body("listings[0].from", equalTo("2026-02-01"))
                .body("listings[0].to", equalTo("2029-01-31"))
                .body("listings[0].state", nullValue())
                .body("listings[0].knownFrom", nullValue());
        status(uscc, "validAt=2026-01-31").body("listings", hasSize(0));
        status(uscc, "validAt=2026-02-01&knownAt=" + before).body("listings", hasSize(0));
    }

    @Test
    void whatWasRepairedDoesNotRiseFromThePastButForAuditors() throws InterruptedException {
        var uscc = registered();
        var id = entry(uscc, "2026-02-01", "2029-01-31");
        var stood = now();
        sql.update("update listing set state = 'REPAIRED', last_listed_in = first_listed_in where id = ?::uuid", id);
        sql.update(
                "update listing_span set recorded = tstzrange(lower(recorded), clock_timestamp()) where listing_id = ?::uuid",
                id);

        var question = "validAt=2026-02-01&knownAt=" + stood;
        status(uscc, question).body("listings", hasSize(0));
        as(Tokens.of("auditor"))
                .get("enterprises/" + uscc + "/status?" + question)
                .then()
                .statusCode(200)
                .header("Cache-Control", "private, no-store")
                .header("Vary", "Authorization")
                .body("listings[0].listing.id", equalTo(id))
                .body("listings[0].state", equalTo("REPAIRED"))
                .body("listings[0].knownFrom", notNullValue())
                .body("listings[0].knownTo", notNullValue());
        as(Tokens.of("auditor"))
                .get("enterprises/" + uscc + "/status?validAt=2026-02-01")
                .then()
                .body("listings", hasSize(0));
        for (var other : new String[] {"publisher", "enterprise", "screening-client"}) {
            as(Tokens.of(other))
                    .get("enterprises/" + uscc + "/status?" + question)
                    .then()
                    .statusCode(200)
                    .body("listings", hasSize(0));
        }
    }

    @Test
    void recordsCountFromTheirDayWhileTheyAreWithinTheirTerm() throws InterruptedException {
        var uscc = registered();
        var before = now();
        var record = Credit.record(uscc, next());
        record.put("occurredOn", "2024-01-10");
        record.put("validTo", "2025-01-09");
        post(department(), "records", record).then().statusCode(201);
        var standing = Credit.record(uscc, next());
        standing.put("occurredOn", "2024-01-10");
        post(department(), "records", standing).then().statusCode(201);

        status(uscc, "validAt=2024-01-09").body("recordCounts.HONOUR", nullValue());
        status(uscc, "validAt=2024-01-10").body("recordCounts.HONOUR", equalTo(1));
        status(uscc, "validAt=2024-01-10&knownAt=" + before).body("recordCounts.HONOUR", nullValue());
        as(Tokens.of("auditor"))
                .get("enterprises/" + uscc + "/status?validAt=2024-01-10")
                .then()
                .body("recordCounts.HONOUR", equalTo(2));
    }

    @Test
    void aVoidedRecordCountsForAuditorsAsLongAsItWasTakenForTrueAndForNobodyElse() throws InterruptedException {
        var uscc = registered();
        var filed = post(department(), "records", Credit.record(uscc, next()));
        var stood = now();
        post(
                        department(),
                        "records/" + filed.path("id") + "/corrections",
                        Map.of("reason", "示例撤销", "source", source("SV-" + next()), "voids", true))
                .then()
                .statusCode(201);

        status(uscc, "knownAt=" + stood).body("recordCounts.HONOUR", nullValue());
        for (var seen : Map.of("?knownAt=" + stood, 1, "", 0).entrySet()) {
            as(Tokens.of("auditor"))
                    .get("enterprises/" + uscc + "/status" + seen.getKey())
                    .then()
                    .body("recordCounts.HONOUR", equalTo(seen.getValue() == 0 ? null : seen.getValue()));
        }
    }

    @Test
    void theAnswerIsTheOneThatIsDescribed() throws IOException {
        var uscc = registered();
        entry(uscc, "2026-02-01", "2029-01-31");
        var json = new ObjectMapper().registerModule(new JavaTimeModule());

        for (var caller :
                new io.restassured.specification.RequestSpecification[] {anybody(), as(Tokens.of("auditor"))}) {
            var answer = caller.get("enterprises/" + uscc + "/status");
            var described = json.readValue(answer.asString(), StatusAt.class);
            assertThat(described.listings()).hasSize(1);
            assertThat(answer.header("List-Version")).isEqualTo("" + described.listVersion());
            assertThat(described.asOf()).isEqualTo(Instant.parse(answer.header("List-As-Of")));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "validAt=2026-02-30, validAt, date",
        "validAt=yesterday, validAt, date",
        "validAt=-999999999-01-01, validAt, date",
        "validAt=2999-01-01, validAt, future",
        "knownAt=2026-02-01, knownAt, moment",
        "knownAt=2026-02-01T00:00:00, knownAt, moment",
        "knownAt=2999-01-01T00:00:00Z, knownAt, future"
    })
    void aDateThatWillNotDoIsNamed(String query, String field, String code) {
        anybody()
                .get("enterprises/" + registered() + "/status?" + query)
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-argument"))
                .body("violations[0].field", equalTo(field))
                .body("violations[0].code", equalTo(code));
    }

    @Test
    void nobodyIsNotFoundAndAWrongCodeSaysWhy() {
        anybody()
                .get("enterprises/" + FictionalCodes.fictional(900_001) + "/status")
                .then()
                .statusCode(404);
        anybody()
                .get("enterprises/91371199MA3RI0018/status")
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-uscc"));
    }

    private static ValidatableResponse status(String uscc, String query) {
        return anybody().get("enterprises/" + uscc + "/status?" + query).then().statusCode(200);
    }

    /** A published entry that stands from and to these days, known since now. */
    private String entry(String uscc, String from, String to) {
        var id = published(uscc, "BLACK");
        sql.update("delete from listing_span where listing_id = ?::uuid", id);
        sql.update(
                "insert into listing_span (listing_id, valid, recorded) "
                        + "values (?::uuid, daterange(?, ?, '[]'), tstzrange(clock_timestamp(), null))",
                id,
                LocalDate.parse(from),
                LocalDate.parse(to));
        return id;
    }

    private static void rename(String uscc, String name, String day) {
        post(
                        department(),
                        "enterprises/" + uscc + "/names",
                        Map.of("name", name, "effectiveFrom", day, "reason", "示例变更", "source", source("SN-" + next())))
                .then()
                .statusCode(201);
    }

    /** A moment after all that was and before all that comes. */
    private static Instant now() throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(2);
        var now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        TimeUnit.MILLISECONDS.sleep(2);
        return now;
    }
}

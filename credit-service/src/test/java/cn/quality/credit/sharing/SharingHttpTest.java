package cn.quality.credit.sharing;

import static cn.quality.credit.Credit.administrator;
import static cn.quality.credit.Credit.anybody;
import static cn.quality.credit.Credit.as;
import static cn.quality.credit.Credit.next;
import static cn.quality.testing.QuickPaths.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import cn.quality.credit.Credit;
import cn.quality.credit.CreditTest;
import cn.quality.credit.rules.ChangedRules;
import cn.quality.platform.decision.DecisionLog;
import cn.quality.platform.identifiers.FictionalCodes;
import cn.quality.platform.sql.Jdbc;
import cn.quality.testing.MovedClock;
import cn.quality.testing.Tokens;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An entry ends; each system that could have known it confirms that it has stopped, and only then is it over. */
@CreditTest
class SharingHttpTest {

    /** A Wednesday; the Saturday before the national holiday of 2026 is worked. */
    private static final LocalDate ENDED = LocalDate.of(2026, 9, 2);

    private static final LocalDate DUE = LocalDate.of(2026, 9, 7);

    private final String bank = "bank-" + next();
    private final String buyer = "buyer-" + next();
    private final UUID listing = UUID.randomUUID();
    private final SharedEntry entry =
            new SharedEntry(listing, FictionalCodes.fictional(next()), "BLACK", "371102", LocalDate.of(2026, 3, 2));

    @Inject
    SharingService sharing;

    @Inject
    DecisionLog log;

    @Inject
    Jdbc sql;

    @BeforeEach
    void twoSubscribers() {
        Credit.storeReferenceData();
        Credit.storeLaw();
        MovedClock.to(ENDED);
        subscribe(bank, "2026-01-01", null, null).then().statusCode(200);
        subscribe(buyer, "2026-01-01", null, null).then().statusCode(200);
    }

    @AfterEach
    void subscribersOfThisTestAlone() {
        sql.update("update subscriber set since = date '1990-01-01', until = date '1990-01-01'");
        sql.update("update sharing_stop set resumed_at = now() where resumed_at is null");
        MovedClock.back();
    }

    @Test
    void theEntryIsOverOnceEverySubscriberHasStopped() {
        end(ENDED);
        assertThat(sharing.allAcknowledged(listing)).isFalse();

        var banks = only(bank);
        open(bank)
                .body("items[0].uscc", equalTo(entry.uscc()))
                .body("items[0].list", equalTo("BLACK"))
                .body("items[0].endedOn", equalTo(ENDED.toString()))
                .body("items[0].due.due", equalTo(DUE.toString()))
                .body("items[0].due.rulePack", startsWith("credit-2026-04-15@"));
        acknowledge(bank, banks).then().statusCode(200).body("state", equalTo("ACKNOWLEDGED"));
        open(bank).body("items.listingId", not(hasItem(listing.toString())));
        assertThat(sharing.allAcknowledged(listing)).isFalse();

        acknowledge(buyer, only(buyer)).then().statusCode(200);
        assertThat(sharing.allAcknowledged(listing)).isTrue();
        assertThat(log.verify().intact()).isTrue();
    }

    @Test
    void aCorrectedCalendarMovesTheDayAndSaysFromWhere() {
        var newYear = LocalDate.of(2026, 12, 30);
        MovedClock.to(newYear);
        end(newYear);
        open(bank).body("items[0].due.due", equalTo("2027-01-05")).body("items[0].due.certainty", equalTo("U"));

        ChangedRules.holiday(2027, "2027-01-04");
        try {
            open(bank)
                    .body("items[0].due.due", equalTo("2027-01-06"))
                    .body("items[0].due.dueBefore", equalTo("2027-01-05"))
                    .body("items[0].due.certainty", equalTo("T"));
            assertThat(log.verify().intact()).isTrue();
        } finally {
            Credit.storeLaw();
        }
    }

    @Test
    void aSecondAcknowledgementChangesNothing() {
        end(ENDED);
        var id = only(bank);
        String first = acknowledge(bank, id).path("acknowledgedAt");
        long lines = lines();
        MovedClock.to(ENDED.plusDays(1));

        acknowledge(bank, id).then().statusCode(200).body("acknowledgedAt", equalTo(first));

        assertThat(lines()).isEqualTo(lines);
    }

    @Test
    void nobodyAcknowledgesForAnother() {
        end(ENDED);
        var id = only(bank);

        acknowledge(buyer, id).then().statusCode(404).body("code", equalTo("not-found"));
        acknowledge(buyer, UUID.randomUUID().toString()).then().statusCode(404);
        as(Tokens.of("auditor"))
                .post("sharing-stops/" + id + "/acknowledgement")
                .then()
                .statusCode(403);
        anybody().post("sharing-stops/" + id + "/acknowledgement").then().statusCode(401);

        assertThat(sharing.allAcknowledged(listing)).isFalse();
    }

    @Test
    void whatIsLateIsAListAndAFigure() {
        end(ENDED);
        MovedClock.to(DUE);
        overdue(Tokens.of("auditor")).body("items.listingId", not(hasItem(listing.toString())));
        long before = gauge();

        MovedClock.to(DUE.plusDays(1));

        overdue(Tokens.of("auditor")).body("items.listingId", hasItem(listing.toString()));
        overdue(Tokens.of("publisher").region("371102")).body("items.listingId", hasItem(listing.toString()));
        overdue(Tokens.of("publisher").region("371103")).body("items.listingId", not(hasItem(listing.toString())));
        as(Tokens.of("publisher")).get("sharing-stops?state=overdue").then().statusCode(403);
        assertThat(gauge()).isEqualTo(before + 2);
        acknowledge(bank, only(bank)).then().statusCode(200);
        assertThat(gauge()).isEqualTo(before + 1);
    }

    @Test
    void onlyThoseWhoCouldHaveKnownTheEntryAreAsked() {
        var left = "left-" + next();
        var came = "came-" + next();
        subscribe(left, "2025-01-01", "2026-03-01", null).then().statusCode(200);
        subscribe(came, "2026-09-03", null, null).then().statusCode(200);
        subscribe(buyer, "2026-01-01", "2026-03-02", "\"v0\"").then().statusCode(200);

        end(ENDED);

        assertThat(asked()).containsExactlyInAnyOrder(bank, buyer);
    }

    @Test
    void toldTwiceNobodyIsAskedTwice() {
        end(ENDED);
        end(ENDED);

        assertThat(asked()).containsExactlyInAnyOrder(bank, buyer);
    }

    @Test
    void anEntryThatStandsAgainIsNoLongerToBeStoppedUntilItEndsAgain() {
        end(ENDED);
        var id = only(bank);
        QuarkusTransaction.requiringNew().run(() -> sharing.resume(listing));

        acknowledge(bank, id).then().statusCode(409).body("code", equalTo("sharing-resumed"));
        assertThat(sharing.allAcknowledged(listing)).isTrue();
        end(ENDED.plusDays(1));
        assertThat(sharing.allAcknowledged(listing)).isFalse();
        assertThat(only(bank)).isNotEqualTo(id);
    }

    @Test
    void aMissingCalendarKeepsNoEntryFromEnding() {
        var farAway = LocalDate.of(2041, 6, 3);
        end(farAway);

        assertThat(asked()).containsExactlyInAnyOrder(bank, buyer);
        open(bank).body("items[0].due", equalTo(null));
        as(administrator())
                .contentType(ContentType.JSON)
                .body("""
                        {"year": 2041, "version": 1, "source": "示例", "certainty": "U", "holidays": [],
                         "workingWeekends": []}""")
                .put("calendars/2041")
                .then()
                .statusCode(200);
        open(bank).body("items[0].due.due", equalTo("2041-06-06"));
    }

    @Test
    void theRegisterOfSubscribersIsTheAdministrators() {
        as(Tokens.of("screening-client"))
                .contentType(ContentType.JSON)
                .body(subscriber("2026-01-01", null))
                .put("subscribers/me")
                .then()
                .statusCode(403);
        subscribe(bank, "2026-01-01", null, null).then().statusCode(428);
        subscribe(bank, "2026-01-01", null, "\"v7\"").then().statusCode(412);
        subscribe(bank, "2026-01-01", "2025-01-01", "\"v0\"")
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-argument"));
        subscribe("no client", "2026-01-01", null, null).then().statusCode(400);
        as(Tokens.of("auditor"))
                .get("subscribers?limit=200")
                .then()
                .statusCode(200)
                .body("items.clientId", hasItem(bank));
        as(Tokens.of("screening-client")).get("subscribers").then().statusCode(403);
    }

    @Test
    void anUnknownStateIsNamed() {
        as(Tokens.of("auditor"))
                .get("sharing-stops?state=gone")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("state"));
    }

    private void end(LocalDate day) {
        QuarkusTransaction.requiringNew().run(() -> sharing.stop(entry, day));
    }

    private static Response subscribe(String client, String since, @Nullable String until, @Nullable String ifMatch) {
        var request = as(administrator()).contentType(ContentType.JSON).body(subscriber(since, until));
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return request.put("subscribers/{client}", client);
    }

    private static HashMap<String, @Nullable Object> subscriber(String since, @Nullable String until) {
        var subscriber = new HashMap<String, @Nullable Object>();
        subscriber.put("name", "示例接收方");
        subscriber.put("since", since);
        subscriber.put("until", until);
        return subscriber;
    }

    private static ValidatableResponse open(String client) {
        return as(system(client)).get("sharing-stops?state=open").then().statusCode(200);
    }

    private static String only(String client) {
        return open(client).extract().path("items[0].id");
    }

    private static Response acknowledge(String client, String id) {
        return as(system(client)).post("sharing-stops/" + id + "/acknowledgement");
    }

    private static Tokens system(String client) {
        return Tokens.of("screening-client").client(client);
    }

    private static ValidatableResponse overdue(Tokens caller) {
        return as(caller).get("sharing-stops?state=overdue&limit=200").then().statusCode(200);
    }

    private static long gauge() {
        return given().get("/q/metrics")
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .lines()
                .filter(line -> line.startsWith("quality_sharing_unacknowledged_overdue"))
                .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                .mapToLong(value -> new BigDecimal(value).longValue())
                .sum();
    }

    private List<String> asked() {
        return sql.query("select client_id from sharing_stop where listing_id = ?", row -> row.getString(1), listing);
    }

    private long lines() {
        return sql.first("select count(*) from decision_log", row -> row.getLong(1))
                .orElseThrow();
    }
}

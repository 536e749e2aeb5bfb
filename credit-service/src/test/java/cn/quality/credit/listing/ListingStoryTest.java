package cn.quality.credit.listing;

import static cn.quality.credit.Credit.act;
import static cn.quality.credit.Credit.anybody;
import static cn.quality.credit.Credit.approver;
import static cn.quality.credit.Credit.as;
import static cn.quality.credit.Credit.auditor;
import static cn.quality.credit.Credit.department;
import static cn.quality.credit.Credit.enterprise;
import static cn.quality.credit.Credit.handler;
import static cn.quality.credit.Credit.next;
import static cn.quality.credit.Credit.post;
import static cn.quality.credit.Credit.proposal;
import static cn.quality.credit.Credit.publisher;
import static cn.quality.credit.Credit.record;
import static cn.quality.credit.Credit.registered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import cn.quality.credit.Credit;
import cn.quality.credit.CreditTest;
import cn.quality.testing.MovedClock;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * The life of an entry as the regulations tell it, over HTTP, with the logins of those who act and on the days on which
 * they act. The rule packs and calendars are those of the seeds.
 */
@CreditTest
class ListingStoryTest extends ListingStory {

    @Test
    void blackWithTheDefenceLapsed() {
        drafted("SERIOUS");
        submitted();

        // The notice is served on Monday; five working days later, on the next Monday, the term ends.
        noticeServed();
        due("DEFENCE", "2026-11-09", "STATEMENT_AND_DEFENCE");
        Time.comes(LocalDate.of(2026, 11, 9));
        refuse(act(handler(), entry, "lapse", Map.of()), 422, "defence-term-running");
        refuse(decide(Map.of()), 422, "defence-term-running");

        // The day after, nobody has answered.
        Time.comes(LocalDate.of(2026, 11, 10));
        is("DEFENCE_LAPSED");

        // A serious entry needs the next level's consent, and names whoever is responsible.
        refuse(decide(decision("2026-11-10")), 422, "consent-missing");
        ok(act(
                approver(),
                entry,
                "consent",
                Map.of("authority", "示例省级机关", "documentNumber", "示例同意〔2026〕1号", "consentedOn", "2026-11-10")));
        refuse(decide(decision("2026-11-10")), 422, "responsible-person-missing");
        // A decision cannot be older than the end of the term to answer.
        var early = decision("2026-11-09");
        early.put("responsible", responsible());
        refuse(decide(early), 422, "unsuitable-date");
        var ruling = decision("2026-11-10");
        ruling.put("responsible", responsible());
        ok(decide(ruling));
        due("PUBLICATION", "2026-12-08", "PUBLISH_SERIOUS_LIST");

        // The decision and the notice about repair are served together.
        var served = Map.of("servedOn", "2026-11-10", "method", "示例直接送达");
        refuse(act(handler(), entry, "service", served), 422, "repair-notice-missing");
        ok(act(
                handler(),
                entry,
                "service",
                Map.of("servedOn", "2026-11-10", "method", "示例", "withRepairNotice", true)));

        publicDoesNotSeeIt();
        ok(published());
        publicSeesIt();
        // Three years, counted from the day of publication; the person responsible is for departments only.
        due("DISPLAY", "2029-11-10", "SERIOUS_STOPS_AFTER");
        assertThat(anybody().get("listings/" + entry).asString()).doesNotContain("示例某");
        as(handler()).get("listings/" + entry).then().body("responsible.name", equalTo(List.of("示例某")));
    }

    @Test
    void blackWithTheDefenceAcceptedIsNotListed() {
        drafted("GENERAL");
        submitted();
        noticeServed();

        // The enterprise answers online on the last day of its term, and hears what runs.
        MovedClock.to(LocalDate.of(2026, 11, 9));
        refuse(
                defended(enterprise(registered())),
                404,
                "not-found"); // Another enterprise is not even told that there is such a case.
        ok(defended(enterprise(uscc)));

        // What was brought forward has to be answered, and lack of intent keeps an entry from being made.
        refuse(decide(decision("2026-11-09")), 422, "defence-unanswered");
        var ruling = decision("2026-11-09");
        ruling.put("defenceAnswer", "示例：申辩成立");
        ruling.put("intentDisproved", true);
        refuse(decide(ruling), 422, "no-intent");
        ok(act(approver(), entry, "rejection", Map.of("reason", "示例：没有主观故意，不予列入")));

        is("REJECTED");
        publicDoesNotSeeIt();
        assertThat(events()).isEmpty();
    }

    @Test
    void aDefenceAfterTheTermComesTooLate() {
        drafted("GENERAL");
        submitted();
        noticeServed();
        MovedClock.to(LocalDate.of(2026, 11, 10));

        refuse(defended(enterprise(uscc)), 422, "defence-term-over");
    }

    @Test
    void anObjectionUpheldTakesTheEntryDown() {
        onTheBlackList("GENERAL");

        ok(as(enterprise(uscc))
                .contentType(ContentType.JSON)
                .body(Map.of("content", "示例：涉案产品并非本公司生产"))
                .post("listings/" + entry + "/objections"));
        due("OBJECTION", "2026-11-13", "OBJECTION_OWN_DATA");
        publicSeesIt();

        // Another unit has to look into it: seven working days from the day it came in.
        MovedClock.to(LocalDate.of(2026, 11, 11));
        ok(act(handler(), entry, "objections/referral", Map.of("unit", "示例行政审批服务局")));
        due("OBJECTION", "2026-11-19", "OBJECTION_OTHER_UNIT");

        ok(act(approver(), entry, "objections/answer", Map.of("upheld", true, "answer", "示例：经核实，异议成立")));
        is("WITHDRAWN");
        publicDoesNotSeeIt();
        assertThat(events()).last().isEqualTo("cn.quality.credit.listing.withdrawn.v1");
        tombstone();
    }

    @Test
    void anObjectionThatIsNotAnsweredInTimeIsOverdueWork() {
        onTheBlackList("GENERAL");
        ok(as(enterprise(uscc))
                .contentType(ContentType.JSON)
                .body(Map.of("content", "示例：事实有误"))
                .post("listings/" + entry + "/objections"));

        Time.comes(LocalDate.of(2026, 11, 13));
        as(handler()).get("listings/overdue?limit=200").then().body("items.listingId", not(hasItem(entry)));
        Time.comes(LocalDate.of(2026, 11, 14));
        as(handler())
                .get("listings/overdue?limit=200")
                .then()
                .body("items.find { it.listingId == '%s' }.clock".formatted(entry), equalTo("OBJECTION"));
        as(Credit.handler().region("371103"))
                .get("listings/overdue?limit=200")
                .then()
                .body("items.listingId", not(hasItem(entry)));
        assertThat(io.restassured.RestAssured.get("/q/metrics").asString())
                .contains("quality_listing_overdue{region=\"371102\"}");

        ok(act(approver(), entry, "objections/answer", Map.of("upheld", false, "answer", "示例：异议不成立")));
        as(handler()).get("listings/overdue?limit=200").then().body("items.listingId", not(hasItem(entry)));
        is("PUBLISHED");
        publicSeesIt();
    }

    @Test
    void repairGranted() {
        onTheBlackList("GENERAL");

        // Not before three months have passed, and not without proof.
        refuse(applied(evidence()), 422, "repair-too-early");
        MovedClock.to(LocalDate.of(2027, 2, 9));
        refuse(applied(evidence()), 422, "repair-too-early");
        MovedClock.to(LocalDate.of(2027, 2, 10));
        refuse(applied(List.of()), 422, "correction-unproven");
        ok(applied(evidence()));
        due("REPAIR_ACCEPTANCE", "2027-02-12", "REPAIR_ACCEPTANCE");

        ok(act(handler(), entry, "repair-applications/acceptance", Map.of("accepted", true, "reason", "示例：予以受理")));
        due("REPAIR_DECISION", "2027-02-19", "REPAIR_DECISION");
        publicSeesIt();

        ok(act(approver(), entry, "repair-applications/decision", Map.of("granted", true, "answer", "示例：准予修复")));
        is("REPAIRED");
        publicDoesNotSeeIt();
        due("LIFTING", "2027-02-15", "STOP_AFTER_REPAIR");
        assertThat(events()).last().isEqualTo("cn.quality.credit.listing.repaired.v1");
        tombstone();

        // Measures are lifted, then the file is closed.
        refuse(act(publisher(), entry, "archiving", Map.of()), 422, "measures-stand");
        ok(act(handler(), entry, "measures-lifting", Map.of("liftedOn", "2027-02-10", "feedback", "示例：已解除")));
        ok(act(publisher(), entry, "archiving", Map.of()));
        is("ARCHIVED");
    }

    @Test
    void repairRefusedAfterANewPenalty() {
        onTheBlackList("GENERAL");
        MovedClock.to(LocalDate.of(2027, 2, 10));
        var penalty = record(uscc, next());
        penalty.put("kind", "PENALTY");
        penalty.put("title", "示例处罚");
        penalty.put("severity", "GENERAL");
        penalty.put("occurredOn", "2027-01-05");
        penalty.put(
                "details",
                Map.of(
                        "procedure",
                        "ORDINARY",
                        "types",
                        List.of("FINE"),
                        "documentNumber",
                        "示例罚〔2027〕1号",
                        "authority",
                        Credit.DEPARTMENT));
        post(department(), "records", penalty).then().statusCode(201);

        ok(applied(evidence()));
        ok(act(handler(), entry, "repair-applications/acceptance", Map.of("accepted", true, "reason", "示例")));
        refuse(
                act(approver(), entry, "repair-applications/decision", Map.of("granted", true, "answer", "示例")),
                422,
                "penalised-again");
        ok(act(approver(), entry, "repair-applications/decision", Map.of("granted", false, "answer", "示例：公示期间又受处罚")));

        is("PUBLISHED");
        publicSeesIt();
        as(auditor()).get("listings/" + entry).then().body("repairs[0].outcome", equalTo("REFUSED"));
    }

    @Test
    void aRepairGotByFraudIsRevokedAndTheTermsStartAnew() {
        onTheBlackList("GENERAL");
        MovedClock.to(LocalDate.of(2027, 2, 10));
        ok(applied(evidence()));
        ok(act(handler(), entry, "repair-applications/acceptance", Map.of("accepted", true, "reason", "示例")));
        ok(act(approver(), entry, "repair-applications/decision", Map.of("granted", true, "answer", "示例")));
        publicDoesNotSeeIt();

        MovedClock.to(LocalDate.of(2027, 6, 1));
        ok(act(
                approver(),
                entry,
                "restoration",
                Map.of("documentNumber", "示例认〔2027〕1号", "foundOn", "2027-06-01", "finding", "示例：复查报告系伪造")));
        // Back on the public list it comes by a publisher, like any entry.
        is("REPAIR_REVOKED");
        publicDoesNotSeeIt();
        refuse(act(publisher().user("wang"), entry, "publication", Map.of()), 403, "same-person");
        ok(published());

        is("PUBLISHED");
        publicSeesIt();
        due("DISPLAY", "2028-06-01", "GENERAL_STOPS_AFTER");
        // For three years nobody applies, and everybody sees that it was fraud, but not what was found in the file.
        due("REPAIR_POSSIBLE", "2030-06-01", "FRAUD_NO_REAPPLY");
        refuse(applied(evidence()), 422, "repair-too-early");
        due("FRAUD_DECISION_DISPLAY", "2030-06-01", "FRAUD_DECISION_PUBLISHED");
        fraudDecisions()
                .body("items.listingId", equalTo(List.of(entry)))
                .body("items[0].documentNumber", equalTo("示例认〔2027〕1号"))
                .body("items[0].foundOn", equalTo("2027-06-01"))
                .body("items[0].publicUntil", equalTo("2030-06-01"));
        assertThat(fraudDecisions().extract().asString()).doesNotContain("伪造");
        MovedClock.to(LocalDate.of(2030, 6, 2));
        fraudDecisions().body("items", hasSize(0));
        MovedClock.to(LocalDate.of(2030, 6, 1));
        fraudDecisions().body("items", hasSize(1));
        MovedClock.to(LocalDate.of(2027, 6, 1));
        as(auditor()).get("listings/" + entry).then().body("repairs[0].fraudulent", equalTo(true));
        assertThat(events()).last().isEqualTo("cn.quality.credit.listing.published.v1");

        // It was wrong after all. The repair that was revoked is no way back a second time.
        ok(act(publisher(), entry, "withdrawal", Map.of("reason", "示例：列入有误")));
        ok(act(handler(), entry, "measures-lifting", Map.of("liftedOn", "2027-06-01", "feedback", "示例")));
        ok(act(publisher(), entry, "archiving", Map.of()));
        refuse(
                act(
                        approver(),
                        entry,
                        "restoration",
                        Map.of("documentNumber", "示例认〔2027〕2号", "foundOn", "2027-06-01", "finding", "示例")),
                422,
                "never-repaired");
        publicDoesNotSeeIt();
    }

    /** An enterprise that became red meanwhile does not stand on both lists. */
    @Test
    void aRestoredEntryTakesTheHonourAway() {
        onTheBlackList("GENERAL");
        MovedClock.to(LocalDate.of(2027, 2, 10));
        ok(applied(evidence()));
        ok(act(handler(), entry, "repair-applications/acceptance", Map.of("accepted", true, "reason", "示例")));
        ok(act(approver(), entry, "repair-applications/decision", Map.of("granted", true, "answer", "示例")));
        var red = Credit.published(uscc, "RED");

        ok(act(
                approver(),
                entry,
                "restoration",
                Map.of("documentNumber", "示例认〔2027〕1号", "foundOn", "2027-02-10", "finding", "示例：复查报告系伪造")));
        ok(published());

        publicSeesIt();
        as(auditor()).get("listings/" + red).then().body("state", equalTo("WITHDRAWN"));
    }

    @Test
    void anAnnulledDecisionTakesTheEntryFromSightAtOnce() {
        onTheBlackList("GENERAL");

        ok(act(
                approver(),
                entry,
                "basis-revocation",
                Map.of("authority", "示例市人民政府", "documentNumber", "示例复决〔2026〕1号", "annulledOn", "2026-11-10")));
        is("BASIS_REVOKED");
        publicDoesNotSeeIt();
        due("WITHDRAWAL", "2026-11-13", "WITHDRAW_AFTER_ANNULMENT");

        ok(act(publisher(), entry, "withdrawal", Map.of("reason", "示例：原决定被撤销")));
        is("WITHDRAWN");
        // What is void never stood: no day is left on which it was on the list, as it is known now.
        assertThat(sql.query(
                        "select valid from listing_span where listing_id = ?::uuid and upper_inf(recorded)",
                        row -> row.getString(1),
                        entry))
                .isEmpty();
    }

    @Test
    void anEntryExpiresByItselfAndOnce() {
        onTheBlackList("GENERAL");
        ok(as(enterprise(uscc))
                .contentType(ContentType.JSON)
                .body(Map.of("content", "示例异议"))
                .post("listings/" + entry + "/objections"));

        // The whole of the last day it is shown; the next day nobody sees it, even before the job has run.
        MovedClock.to(LocalDate.of(2027, 11, 10));
        publicSeesIt();
        MovedClock.to(LocalDate.of(2027, 11, 11));
        publicDoesNotSeeIt();
        is("OBJECTION_OPEN");

        Time.pass();
        Time.pass();
        is("EXPIRED");
        // What was told a year ago may be swept from the outbox by now.
        assertThat(events()).containsOnlyOnce("cn.quality.credit.listing.expired.v1");
        assertThat(events()).last().isEqualTo("cn.quality.credit.listing.expired.v1");
        as(auditor())
                .get("listings/" + entry)
                .then()
                .body("acts.findAll { it.act == 'EXPIRE' }.official", equalTo(List.of("system")))
                .body("objections[0].outcome", equalTo("LAPSED"));
        tombstone();
    }

    private ValidatableResponse fraudDecisions() {
        return anybody().get("listings/fraud-decisions?uscc=" + uscc).then().statusCode(200);
    }

    /** What turns out to be void while it is not shown never stood either. */
    @Test
    void anAnnulmentDuringAReorganisationVoidsTheEntryFromTheBeginning() {
        onTheBlackList("GENERAL");
        ok(as(enterprise(uscc))
                .contentType(ContentType.JSON)
                .body(Map.of("court", "示例中级人民法院", "documentNumber", "示例破1号之一", "ruledOn", "2026-11-09"))
                .post("listings/" + entry + "/court-rulings"));
        ok(act(approver(), entry, "temporary-repair", Map.of("granted", true, "answer", "示例")));

        ok(act(
                approver(),
                entry,
                "basis-revocation",
                Map.of("authority", "示例市人民政府", "documentNumber", "示例复决〔2026〕1号", "annulledOn", "2026-11-10")));

        is("BASIS_REVOKED");
        assertThat(sql.query(
                        "select valid from listing_span where listing_id = ?::uuid and upper_inf(recorded)",
                        row -> row.getString(1),
                        entry))
                .isEmpty();
    }

    /** 总局令第107号 art. 22. */
    @Test
    void temporarilyRepairedDuringAReorganisation() {
        onTheBlackList("GENERAL");
        ok(as(enterprise(uscc))
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "court",
                        "示例中级人民法院",
                        "documentNumber",
                        "示例破1号之一",
                        "ruledOn",
                        "2026-11-09",
                        "evidence",
                        evidence()))
                .post("listings/" + entry + "/court-rulings"));
        due("TEMPORARY_REPAIR", "2026-11-19", "REPAIR_TEMPORARY_REORGANISATION");
        publicSeesIt();

        ok(act(approver(), entry, "temporary-repair", Map.of("granted", true, "answer", "示例：执行期间准予临时修复")));
        is("TEMPORARILY_REPAIRED");
        publicDoesNotSeeIt();
        assertThat(events()).last().isEqualTo("cn.quality.credit.listing.repaired.v1");
        tombstone();

        // The plan fails: a publisher, who is not the one that decided, shows it for what is left of its term.
        MovedClock.to(LocalDate.of(2027, 6, 1));
        var termination = Map.of("court", "示例中级人民法院", "documentNumber", "示例破1号之二", "terminatedOn", "2027-05-31");
        refuse(act(publisher().user("wang"), entry, "resumption", termination), 403, "same-person");
        ok(act(publisher(), entry, "resumption", termination));
        is("PUBLISHED");
        publicSeesIt();
        due("DISPLAY", "2027-11-10", "GENERAL_STOPS_AFTER");
        assertThat(events()).last().isEqualTo("cn.quality.credit.listing.published.v1");
    }

    @Test
    void aReorganisationThatSucceedsRepairsForGood() {
        onTheBlackList("GENERAL");
        ok(as(enterprise(uscc))
                .contentType(ContentType.JSON)
                .body(Map.of("court", "示例中级人民法院", "documentNumber", "示例破1号之一", "ruledOn", "2026-11-09"))
                .post("listings/" + entry + "/court-rulings"));
        ok(act(approver(), entry, "temporary-repair", Map.of("granted", true, "answer", "示例：执行期间准予临时修复")));

        MovedClock.to(LocalDate.of(2027, 6, 1));
        refuse(act(approver(), entry, "plan-completion", completed("2026-11-08")), 422, "unsuitable-date");
        refuse(act(approver().user("zhang"), entry, "plan-completion", completed("2027-05-31")), 403, "same-person");
        ok(act(approver(), entry, "plan-completion", completed("2027-05-31")));
        is("REPAIRED");
        publicDoesNotSeeIt();
        assertThat(events()).last().isEqualTo("cn.quality.credit.listing.repaired.v1");
        tombstone();

        // No failure brings it back any more, and it ends like any repaired entry.
        refuse(
                act(
                        publisher(),
                        entry,
                        "resumption",
                        Map.of("court", "示例中级人民法院", "documentNumber", "示例破1号之二", "terminatedOn", "2027-06-01")),
                409,
                "illegal-transition");
        ok(act(handler(), entry, "measures-lifting", Map.of("liftedOn", "2027-06-01", "feedback", "示例")));
        ok(act(publisher(), entry, "archiving", Map.of()));
    }

    /** 法律、行政法规另有规定的除外: the ban runs on whatever becomes of the plan. */
    @Test
    void aReorganisationThatSucceedsShortensNoBan() {
        drafted(Map.of("severity", "SERIOUS", "banUntil", "2027-08-31"));
        toPublication("SERIOUS");
        ok(as(enterprise(uscc))
                .contentType(ContentType.JSON)
                .body(Map.of("court", "示例中级人民法院", "documentNumber", "示例破1号之一", "ruledOn", "2026-11-09"))
                .post("listings/" + entry + "/court-rulings"));
        ok(act(approver(), entry, "temporary-repair", Map.of("granted", true, "answer", "示例：执行期间准予临时修复")));

        MovedClock.to(LocalDate.of(2027, 8, 31));
        refuse(act(approver(), entry, "plan-completion", completed("2027-05-31")), 422, "law-says-otherwise");
        MovedClock.to(LocalDate.of(2027, 9, 1));
        ok(act(approver(), entry, "plan-completion", completed("2027-05-31")));
        is("REPAIRED");
    }

    private static Map<String, ?> completed(String day) {
        return Map.of("court", "示例中级人民法院", "documentNumber", "示例破1号之三", "completedOn", day);
    }

    /** 总局令第107号 art. 20. */
    @Test
    void deregistrationStopsAllDisplayAtOnce() {
        onTheBlackList("GENERAL");
        publicSeesIt();

        post(
                        department(),
                        "enterprises/" + uscc + "/closure",
                        Map.of("closedOn", "2026-11-10", "reason", "示例：清算完毕", "source", Credit.source("L-" + next())))
                .then()
                .statusCode(201);

        is("WITHDRAWN");
        publicDoesNotSeeIt();
        assertThat(events()).last().isEqualTo("cn.quality.credit.listing.withdrawn.v1");
        tombstone();
        as(auditor())
                .get("listings/" + entry)
                .then()
                .body("acts.findAll { it.act == 'END_WITH_ENTERPRISE' }.official", equalTo(List.of("system")));
    }

    /** Of an enterprise that was closed before this was done at once. */
    @Test
    void whatOutlivesItsEnterpriseIsTakenDown() {
        onTheBlackList("GENERAL");
        sql.update("""
                update enterprise set status = 'CLOSED', closed_on = '2026-11-09', closure_reason = '示例',
                  closure_department = '示例', closure_record_number = ?, closure_recorded_at = now()
                where uscc = ?""", "L-" + next(), uscc);

        Time.pass();
        Time.pass();

        is("WITHDRAWN");
        publicDoesNotSeeIt();
    }

    @Test
    void redAfterPublicNotice() {
        var red = proposal(uscc, "RED");
        red.put("validUntil", "2027-12-31");
        entry = post(handler(), "listings", red).path("id");
        submitted();

        ok(act(approver(), entry, "public-notice", Map.of("announcedOn", "2026-11-02", "place", "示例门户网站")));
        due("PUBLIC_NOTICE", "2026-11-09", "RED_PUBLIC_NOTICE");
        MovedClock.to(LocalDate.of(2026, 11, 9));
        refuse(published(), 422, "public-notice-running");
        MovedClock.to(LocalDate.of(2026, 11, 10));
        ok(published());

        publicSeesIt();
        due("DISPLAY", "2027-12-31", "NAMED_BY_THE_DECISION");
    }

    @Test
    void theEnterprisesOwnWordsStandBesideTheEntry() {
        onTheBlackList("GENERAL");

        ok(as(enterprise(uscc))
                .contentType(ContentType.JSON)
                .body(Map.of("statement", "示例：本公司已完成整改"))
                .post("listings/" + entry + "/statement"));

        anybody().get("listings/" + entry).then().body("statement", equalTo("示例：本公司已完成整改"));
        is("PUBLISHED");
        refuse(
                as(enterprise(uscc))
                        .contentType(ContentType.JSON)
                        .body(Map.of("statement", "示例：请致电13800138000"))
                        .post("listings/" + entry + "/statement"),
                422,
                "personal-data");
    }

    /** 总局令第107号 art. 7: criticism or a low fine is shown for three months and stops by itself. */
    @Test
    void aMinorCaseIsShownForThreeMonths() {
        drafted("MINOR");
        submitted();
        noticeServed();
        Time.comes(LocalDate.of(2026, 11, 10));
        ok(decide(decision("2026-11-10")));
        ok(act(
                handler(),
                entry,
                "service",
                Map.of("servedOn", "2026-11-10", "method", "示例", "withRepairNotice", true)));
        ok(published());
        due("DISPLAY", "2027-02-10", "MINOR_STOPS_AFTER");

        Time.comes(LocalDate.of(2027, 2, 10));
        publicSeesIt();
        Time.comes(LocalDate.of(2027, 2, 11));
        is("EXPIRED");
        publicDoesNotSeeIt();
    }

    /** Decided and served, and then the enterprise is gone: the case comes to its end, and nothing stays overdue. */
    @Test
    void aCaseThatCannotBePublishedIsClosed() {
        drafted("GENERAL");
        submitted();
        noticeServed();
        Time.comes(LocalDate.of(2026, 11, 10));
        ok(decide(decision("2026-11-10")));
        ok(act(
                handler(),
                entry,
                "service",
                Map.of("servedOn", "2026-11-10", "method", "示例", "withRepairNotice", true)));
        post(
                        department(),
                        "enterprises/" + uscc + "/closure",
                        Map.of("closedOn", "2026-11-10", "reason", "清算完毕", "source", Credit.source("L-" + next())))
                .then()
                .statusCode(201);
        refuse(published(), 409, "enterprise-closed");

        Time.comes(LocalDate.of(2027, 1, 11));
        as(handler()).get("listings/overdue?limit=200").then().body("items.listingId", hasItem(entry));
        ok(act(approver(), entry, "closing", Map.of("reason", "示例：企业已注销")));
        is("CLOSED");
        as(handler()).get("listings/overdue?limit=200").then().body("items.listingId", not(hasItem(entry)));
        assertThat(events()).isEmpty();
    }

    @Test
    void aDecisionThatIsAnnulledBeforeItsPublicationIsNotPublished() {
        drafted("GENERAL");
        submitted();
        noticeServed();
        Time.comes(LocalDate.of(2026, 11, 10));
        ok(decide(decision("2026-11-10")));

        ok(act(
                approver(),
                entry,
                "basis-revocation",
                Map.of("authority", "示例市人民政府", "documentNumber", "示例复决〔2026〕1号", "annulledOn", "2026-11-10")));
        is("CLOSED");
        refuse(published(), 409, "illegal-transition");
    }

    @Test
    void noAdverseRecordOutlivesFiveYearsFromTheConduct() {
        drafted(Map.of("severity", "SERIOUS", "conductEndedOn", "2023-03-01"));
        toPublication("SERIOUS");

        due("DISPLAY", "2028-03-01", "ADVERSE_OUTER_BOUND");
    }

    /** “法律、行政法规另有规定的除外”: the five years of the regulation do not shorten a ban of the law. */
    @Test
    void aLongerBanOutlivesTheFiveYears() {
        drafted(Map.of("severity", "SERIOUS", "conductEndedOn", "2023-03-01", "banUntil", "2031-01-01"));
        toPublication("SERIOUS");

        due("DISPLAY", "2031-01-01", "SERIOUS_EXTENDED_BY_BAN");
    }

    /** 总局令第44号 art. 13: cause, basis, measures, conditions and procedure of removal, remedies. */
    @Test
    void aDecisionStatesWhyWhatFollowsAndTheWaysOut() {
        drafted("GENERAL");
        submitted();
        noticeServed();
        Time.comes(LocalDate.of(2026, 11, 10));
        var whole = decision("2026-11-10");
        for (var part : List.of("facts", "basis", "measures", "removal", "removalProcedure", "remedies")) {
            decide(without(whole, part))
                    .then()
                    .statusCode(422)
                    .body("code", equalTo("missing-decision"))
                    .body("violations.field", equalTo(List.of("decision." + part)));
        }
        is("DEFENCE_LAPSED");

        ok(decide(whole));
        as(auditor())
                .get("listings/" + entry)
                .then()
                .body("decision.basis", equalTo("示例办法第五条"))
                .body("decision.removal", equalTo("示例：可以申请信用修复"))
                .body("decision.removalProcedure", equalTo("示例：向作出决定的机关提交申请书"))
                .body("decision.remedies", equalTo("示例：六十日内可申请行政复议"));
    }

    @SuppressWarnings("unchecked") // as it was put together in decision()
    private static Map<String, Object> without(Map<String, Object> ruling, String part) {
        var document = new HashMap<>((Map<String, Object>) Objects.requireNonNull(ruling.get("document")));
        document.remove(part);
        var incomplete = new HashMap<>(ruling);
        incomplete.put("document", document);
        return incomplete;
    }

    @Test
    void theSamePersonNeverTwice() {
        drafted("GENERAL");
        submitted();
        var zhangAsApprover = approver().user("zhang");

        refuse(
                act(
                        zhangAsApprover,
                        entry,
                        "notice",
                        Map.of("documentNumber", "示例告1号", "servedOn", "2026-11-02", "method", "示例")),
                403,
                "same-person");
        noticeServed();
        Time.comes(LocalDate.of(2026, 11, 10));
        ok(decide(decision("2026-11-10")));
        ok(act(
                handler(),
                entry,
                "service",
                Map.of("servedOn", "2026-11-10", "method", "示例", "withRepairNotice", true)));
        refuse(act(publisher().user("wang"), entry, "publication", Map.of()), 403, "same-person");
        refuse(act(publisher().user("zhang"), entry, "publication", Map.of()), 403, "same-person");
        ok(published());
    }

    @Test
    void anActOutOfItsTurnNamesWhatIsMissing() {
        drafted("GENERAL");

        act(publisher(), entry, "publication", Map.of())
                .then()
                .statusCode(409)
                .body("code", equalTo("illegal-transition"))
                .body("violations.code", equalTo(List.of("SUBMIT", "SERVE_NOTICE", "DECIDE", "SERVE_DECISION")));
    }
}

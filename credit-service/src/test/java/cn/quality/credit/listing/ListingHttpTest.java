package cn.quality.credit.listing;

import static cn.quality.credit.Credit.anybody;
import static cn.quality.credit.Credit.as;
import static cn.quality.credit.Credit.department;
import static cn.quality.credit.Credit.drafted;
import static cn.quality.credit.Credit.handler;
import static cn.quality.credit.Credit.post;
import static cn.quality.credit.Credit.proposal;
import static cn.quality.credit.Credit.publish;
import static cn.quality.credit.Credit.published;
import static cn.quality.credit.Credit.publisher;
import static cn.quality.credit.Credit.registered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import cn.quality.credit.Credit;
import cn.quality.credit.CreditTest;
import cn.quality.platform.sql.Jdbc;
import cn.quality.testing.MovedClock;
import cn.quality.testing.Tokens;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@CreditTest
class ListingHttpTest {

    @Inject
    Jdbc sql;

    @BeforeEach
    void referenceData() {
        Credit.storeReferenceData();
    }

    @Test
    void anEntryIsDraftedByOnePublishedByAnotherReadByAllAndWithdrawn() {
        var uscc = registered();
        var draft = post(handler(), "listings", proposal(uscc, "BLACK"));
        draft.then()
                .statusCode(201)
                .header("ETag", "\"v0\"")
                .body("state", equalTo("DRAFT"))
                .body("region", equalTo("371102"));
        String id = draft.path("id");
        anybody().get("listings/" + id).then().statusCode(404);
        anybody().get("enterprises/" + uscc).then().body("listings", hasSize(0));

        publish(id)
                .then()
                .statusCode(200)
                .header("ETag", "\"v6\"")
                .body("state", equalTo("PUBLISHED"))
                .body("announcement", equalTo("示例第一批"))
                .body("acts.official", equalTo(List.of("zhang", "zhang", "wang", "zhang", "wang", "zhang", "li")));

        anybody()
                .get("listings/" + id)
                .then()
                .statusCode(200)
                .body("uscc", equalTo(uscc))
                .body("documentNumber", containsString("示例〔2026〕"))
                .body("remedies", notNullValue())
                .body("facts", nullValue())
                .body("decision", nullValue())
                .body("acts", nullValue())
                .body("fictional", equalTo(true));
        anybody().get("enterprises/" + uscc).then().body("listings.id", equalTo(List.of(id)));
        anybody().get("listings?kind=BLACK&region=371102").then().body("items.id", hasItem(id));
        anybody().get("listings?kind=BLACK&region=371100").then().body("items.id", hasItem(id));
        anybody().get("listings?kind=RED").then().body("items.id", not(hasItem(id)));
        anybody().get("listings?region=371103").then().body("items.id", not(hasItem(id)));

        as(publisher())
                .contentType(ContentType.JSON)
                .body(Map.of("reason", "原决定被撤销"))
                .post("listings/" + id + "/withdrawal")
                .then()
                .statusCode(200)
                .header("ETag", "\"v7\"")
                .body("state", equalTo("WITHDRAWN"));

        anybody().get("listings/" + id).then().statusCode(404);
        anybody().get("listings?kind=BLACK").then().body("items.id", not(hasItem(id)));
        anybody().get("enterprises/" + uscc).then().body("listings", hasSize(0));
        assertThat(eventTypes(id))
                .containsExactly("cn.quality.credit.listing.published.v1", "cn.quality.credit.listing.withdrawn.v1");
        assertThat(acts(id))
                .containsExactly(
                        "listing.draft",
                        "listing.submit",
                        "listing.serve-notice",
                        "listing.lapse-defence",
                        "listing.decide",
                        "listing.serve-decision",
                        "listing.publish",
                        "listing.withdraw");
    }

    @Test
    void theSamePersonDoesNotPublishWhatTheyDrafted() {
        var both = Tokens.of("case-handler", "publisher").user("zhang").region("371100");
        var id = prepared("BLACK");

        publication(both, id, Credit.etag(id)).then().statusCode(403).body("code", equalTo("same-person"));
        assertThat(eventTypes(id)).isEmpty();
    }

    @Test
    void anotherPersonMayTurnADraftDown() {
        var id = drafted(registered(), "BLACK");

        as(Tokens.of("case-approver").user("wang").region("371102"))
                .contentType(ContentType.JSON)
                .header("If-Match", "\"v0\"")
                .body(Map.of("reason", "不具主观故意"))
                .post("listings/" + id + "/rejection")
                .then()
                .statusCode(200)
                .body("state", equalTo("REJECTED"))
                .body("acts[1].reason", equalTo("不具主观故意"));
        publication(publisher(), id, Credit.etag(id))
                .then()
                .statusCode(409)
                .body("code", equalTo("illegal-transition"));
        assertThat(eventTypes(id)).isEmpty();
    }

    @Test
    void publicationNamesTheVersionItWasDecidedUpon() {
        var id = prepared("BLACK");

        publication(publisher(), id, null).then().statusCode(428).body("code", equalTo("precondition-required"));
        publication(publisher(), id, "\"v99\"").then().statusCode(412).body("code", equalTo("stale"));
        assertThat(eventTypes(id)).isEmpty();
        publication(publisher(), id, Credit.etag(id)).then().statusCode(200);
    }

    @Test
    void twentyPublicationsAtOncePublishOnce() throws Exception {
        var id = prepared("BLACK");
        var etag = Credit.etag(id);
        Callable<Integer> publication = () -> publication(publisher(), id, etag).statusCode();

        List<Integer> statuses;
        try (var threads = Executors.newFixedThreadPool(20)) {
            statuses = threads
                    .invokeAll(IntStream.range(0, 20).mapToObj(i -> publication).toList())
                    .stream()
                    .map(Future::resultNow)
                    .toList();
        }

        assertThat(statuses).filteredOn(status -> status == 200).hasSize(1);
        assertThat(statuses).filteredOn(status -> status != 200).allMatch(status -> status == 409 || status == 412);
        assertThat(eventTypes(id)).containsExactly("cn.quality.credit.listing.published.v1");
    }

    @Test
    void theSameKeyPublishesOnceAndAnswersTwice() {
        var id = prepared("BLACK");
        var etag = Credit.etag(id);

        for (int attempt = 0; attempt < 2; attempt++) {
            as(publisher())
                    .contentType(ContentType.JSON)
                    .header("If-Match", etag)
                    .header("Idempotency-Key", "publish-" + id)
                    .body(Map.of())
                    .post("listings/" + id + "/publication")
                    .then()
                    .statusCode(200)
                    .body("state", equalTo("PUBLISHED"));
        }
        assertThat(eventTypes(id)).hasSize(1);
    }

    @Test
    void theSameKeyDraftsOnceAndAnotherRequestUnderItIsRefused() {
        var proposal = proposal(registered(), "BLACK");
        var key = "draft-" + proposal.get("uscc");

        var first = keyed(key, proposal);
        var second = keyed(key, proposal);
        assertThat(second.<String>path("id")).isEqualTo(first.path("id"));
        proposal.put("ground", "另一事由");
        keyed(key, proposal).then().statusCode(409).body("code", equalTo("idempotency-key-reused"));
    }

    @Test
    void aBlackEntryTakesTheHonourAwayAndKeepsItAway() {
        var uscc = registered();
        var red = published(uscc, "RED");

        var black = published(uscc, "BLACK");

        anybody().get("enterprises/" + uscc).then().body("listings.id", equalTo(List.of(black)));
        assertThat(eventTypes(red)).last().isEqualTo("cn.quality.credit.listing.withdrawn.v1");
        post(handler(), "listings", proposal(uscc, "RED"))
                .then()
                .statusCode(409)
                .body("code", equalTo("black-listed"));
    }

    @Test
    void anHonourComesBackWhenTheBlackEntryWasWrong() {
        var uscc = registered();
        var red = published(uscc, "RED");
        var black = published(uscc, "BLACK");
        as(Credit.auditor())
                .get("listings/" + red)
                .then()
                .body("state", equalTo("WITHDRAWN"))
                .body("displacedBy", equalTo(black));
        var why = Map.of("reason", "示例：黑榜条目的依据已被撤销");
        Credit.act(publisher(), red, "reinstatement", why)
                .then()
                .statusCode(422)
                .body("code", equalTo("not-displaced"));

        Credit.act(
                        Credit.approver(),
                        black,
                        "basis-revocation",
                        Map.of(
                                "authority",
                                "示例市人民政府",
                                "documentNumber",
                                "示例复决〔2026〕1号",
                                "annulledOn",
                                MovedClock.today().toString()))
                .then()
                .statusCode(200);
        Credit.act(publisher(), red, "reinstatement", why)
                .then()
                .statusCode(200)
                .body("state", equalTo("PUBLISHED"));

        anybody().get("enterprises/" + uscc).then().body("listings.id", equalTo(List.of(red)));
        assertThat(eventTypes(red)).last().isEqualTo("cn.quality.credit.listing.published.v1");
        // Only once for each time it had to make way.
        Credit.act(publisher(), red, "withdrawal", why).then().statusCode(200);
        Credit.act(publisher(), red, "reinstatement", why)
                .then()
                .statusCode(422)
                .body("code", equalTo("not-displaced"));
    }

    @Test
    void aRedDraftIsNotPublishedOnceTheEnterpriseIsBlack() {
        var uscc = registered();
        var red = drafted(uscc, "RED");
        Credit.prepare(red);
        published(uscc, "BLACK");

        publication(publisher(), red, Credit.etag(red)).then().statusCode(409).body("code", equalTo("black-listed"));
    }

    @Test
    void nobodyIsListedWhoNoLongerExists() {
        var uscc = registered();
        var drafted = drafted(uscc, "BLACK");
        var closure = Map.of("closedOn", "2026-03-05", "reason", "清算完毕", "source", Credit.source("L-" + Credit.next()));
        post(department(), "enterprises/" + uscc + "/closure", closure).then().statusCode(201);

        post(handler(), "listings", proposal(uscc, "BLACK"))
                .then()
                .statusCode(409)
                .body("code", equalTo("enterprise-closed"))
                .body("detail", containsString("2026-03-05"));
        // What was begun before cannot go on, but can be turned down.
        Credit.act(handler(), drafted, "submission", Map.of()).then().statusCode(200);
        Credit.act(
                        Credit.approver(),
                        drafted,
                        "notice",
                        Map.of("documentNumber", "示例告〔2026〕1号", "servedOn", "2026-03-05", "method", "示例直接送达"))
                .then()
                .statusCode(409)
                .body("code", equalTo("enterprise-closed"));
        Credit.act(Credit.approver(), drafted, "rejection", Map.of("reason", "企业已注销"))
                .then()
                .statusCode(200);
    }

    @Test
    void oneDecisionAboutAnEnterpriseMakesOneEntryOnAList() {
        var uscc = registered();
        var proposal = proposal(uscc, "BLACK");
        String first = post(handler(), "listings", proposal).path("id");

        inUse(post(handler(), "listings", proposal), first);
        // The same number, typed with other brackets and a blank.
        var typed = new HashMap<>(proposal);
        var number = Credit.<String>decision(proposal, "documentNumber");
        typed.put(
                "decision",
                Credit.decisionWith(
                        proposal, "documentNumber", number.replace('〔', '[').replace("〕", "] ")));
        inUse(post(handler(), "listings", typed), first);
        // Nor by a revision, nor by the decision itself.
        var other = proposal(uscc, "BLACK");
        String second = post(handler(), "listings", other).path("id");
        inUse(
                as(handler())
                        .contentType(ContentType.JSON)
                        .header("If-Match", "\"v0\"")
                        .body(proposal)
                        .put("listings/" + second),
                first);
        // On the other list, and about another enterprise, it is another matter.
        var red = proposal(uscc, "RED");
        red.put("decision", proposal.get("decision"));
        post(handler(), "listings", red).then().statusCode(201);
        var another = new HashMap<>(proposal);
        another.put("uscc", registered());
        post(handler(), "listings", another).then().statusCode(201);

        // An entry that came to nothing, or was taken down, leaves its decision free.
        Credit.act(Credit.approver(), first, "rejection", Map.of("reason", "示例"));
        String again = post(handler(), "listings", proposal)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        publish(again).then().statusCode(200);
        inUse(post(handler(), "listings", proposal), again);
        Credit.act(publisher(), again, "withdrawal", Map.of("reason", "示例"))
                .then()
                .statusCode(200);
        post(handler(), "listings", proposal).then().statusCode(201);
    }

    @Test
    void fiveDraftsOfOneDecisionAtOnceMakeOneEntry() throws Exception {
        var proposal = proposal(registered(), "BLACK");
        Callable<Integer> draft = () -> post(handler(), "listings", proposal).statusCode();

        List<Integer> statuses;
        try (var threads = Executors.newFixedThreadPool(5)) {
            statuses = threads.invokeAll(Collections.nCopies(5, draft)).stream()
                    .map(Future::resultNow)
                    .toList();
        }

        assertThat(statuses).containsExactlyInAnyOrder(201, 409, 409, 409, 409);
    }

    private static void inUse(Response answer, String entry) {
        answer.then().statusCode(409).body("code", equalTo("decision-in-use")).body("detail", containsString(entry));
    }

    @Test
    void aRevisionDoesNotMoveADraftToAnotherEnterpriseOrList() {
        var id = drafted(registered(), "BLACK");

        as(handler())
                .contentType(ContentType.JSON)
                .header("If-Match", "\"v0\"")
                .body(proposal(registered(), "RED"))
                .put("listings/" + id)
                .then()
                .statusCode(422)
                .body("code", equalTo("unchangeable"))
                .body("violations.field", equalTo(List.of("uscc", "kind")));
    }

    @ParameterizedTest
    @CsvSource({"conductEndedOn, 1948-12-31", "validUntil, 9999-12-31", "banUntil, 2200-01-01"})
    void aYearThatNobodyMeansIsRefused(String field, String date) {
        var proposal = proposal(registered(), "BLACK");
        proposal.put(field, date);

        post(handler(), "listings", proposal)
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-argument"))
                .body("violations.field", equalTo(List.of(field)))
                .body("violations.code", equalTo(List.of("year")));
    }

    @Test
    void personalDataIsRefusedBeforeItIsPublic() {
        var proposal = proposal(registered(), "BLACK");
        proposal.put("ground", "示例：负责人电话 +8613812345678");
        proposal.put("decision", Credit.decisionWith(proposal, "measures", "示例：身份证 11010519491231002X"));
        post(handler(), "listings", proposal)
                .then()
                .statusCode(422)
                .body("code", equalTo("personal-data"))
                .body("violations.field", equalTo(List.of("ground", "decision.measures")));

        var id = prepared("BLACK");
        Credit.act(publisher(), id, "publication", Map.of("announcement", "示例：电话 13812345678"))
                .then()
                .statusCode(422)
                .body("code", equalTo("personal-data"))
                .body("violations.field", equalTo(List.of("announcement")));
        post(
                        publisher(),
                        "listing-batches",
                        Map.of(
                                "kind",
                                "BLACK",
                                "announcement",
                                "示例：电话 13812345678",
                                "entries",
                                List.of(Map.of("id", id, "version", 5))))
                .then()
                .statusCode(422)
                .body("code", equalTo("personal-data"))
                .body("violations.field", equalTo(List.of("announcement")));
        assertThat(eventTypes(id)).isEmpty();
    }

    @Test
    void aBatchIsPublishedWholeOrNamesEachEntryThatIsUnfit() {
        var fit = prepared("BLACK");
        var draft = drafted(registered(), "BLACK");
        var red = prepared("RED");
        var stale = prepared("BLACK");
        var unknown = UUID.randomUUID().toString();

        var answer = batch(fit, 5, draft, 0, red, 2, stale, 4, unknown, 0, fit, 5);
        answer.then()
                .statusCode(422)
                .body("code", equalTo("unfit-entries"))
                .body("detail", containsString("6"))
                .body("detail", containsString("5"))
                .body(
                        "violations.field",
                        equalTo(List.of("entries[1]", "entries[2]", "entries[3]", "entries[4]", "entries[5]")))
                .body(
                        "violations.code",
                        equalTo(List.of("illegal-transition", "other-list", "stale", "not-found", "twice")))
                .body("violations[0].message", containsString(draft));
        assertThat(eventTypes(fit)).isEmpty();

        batch(fit, 5, stale, 5).then().statusCode(201).body("number", notNullValue());
        assertThat(eventTypes(fit)).containsExactly("cn.quality.credit.listing.published.v1");
    }

    private static Response batch(Object... idsAndVersions) {
        var entries = IntStream.range(0, idsAndVersions.length / 2)
                .mapToObj(i -> Map.of("id", idsAndVersions[2 * i], "version", idsAndVersions[2 * i + 1]))
                .toList();
        return post(
                publisher(), "listing-batches", Map.of("kind", "BLACK", "announcement", "示例公告", "entries", entries));
    }

    /** Who somebody is follows from the role: an enterprise whose token has lost its code is no official. */
    @Test
    void anEnterpriseWithoutItsCodeIsNobody() {
        var id = drafted(registered(), "BLACK");
        Credit.act(handler(), id, "submission", Map.of());
        Credit.act(
                Credit.approver(),
                id,
                "notice",
                Map.of("documentNumber", "示例告1号", "servedOn", MovedClock.today().toString(), "method", "示例"));
        var defence = Map.of("statedOn", MovedClock.today().toString(), "content", "示例");

        for (var nobody : List.of(
                Tokens.of("enterprise").region("371100"),
                Tokens.of("enterprise").region("371100").uscc("9137"))) {
            post(nobody, "listings/" + id + "/defence", defence)
                    .then()
                    .statusCode(403)
                    .body("code", equalTo("no-enterprise"));
            as(nobody)
                    .contentType("application/pdf")
                    .body(new byte[] {'%'})
                    .post("evidence?name=a.pdf")
                    .then()
                    .statusCode(403)
                    .body("code", equalTo("no-enterprise"));
            as(nobody).get("complaint-notices").then().statusCode(403);
        }
        as(Credit.auditor()).get("listings/" + id).then().body("state", equalTo("NOTICE_SERVED"));
    }

    @Test
    void theListOfOrder44HoldsSeriousCasesOnly() {
        Credit.storeBasis("TEST-44", "DEPARTMENT_RULE", List.of("BLACK"), List.of("SERIOUS"));
        var proposal = proposal(registered(), "BLACK");
        proposal.put("legalBasis", "TEST-44");
        post(handler(), "listings", proposal)
                .then()
                .statusCode(422)
                .body("code", equalTo("severity-unsuitable"))
                .body("violations.field", equalTo(List.of("severity")));

        proposal.put("severity", "SERIOUS");
        post(handler(), "listings", proposal).then().statusCode(201);
    }

    @Test
    void theRulesOfTheBasisAndTheDecisionHold() {
        var uscc = registered();
        var unknown = proposal(uscc, "BLACK");
        unknown.put("legalBasis", "NO-SUCH");
        post(handler(), "listings", unknown).then().statusCode(422).body("code", equalTo("unknown-legal-basis"));
        var unsuitable = proposal(uscc, "BLACK");
        unsuitable.put("legalBasis", "TEST-RED");
        post(handler(), "listings", unsuitable).then().statusCode(422).body("code", equalTo("legal-basis-unsuitable"));
        var early = proposal(uscc, "BLACK");
        early.put("decision", Map.of("decidedOn", "2021-08-31"));
        post(handler(), "listings", early).then().statusCode(422).body("code", equalTo("legal-basis-not-in-force"));
        var incomplete = proposal(uscc, "RED");
        incomplete.remove("decision");
        String draft = post(handler(), "listings", incomplete).path("id");
        publish(draft)
                .then()
                .statusCode(422)
                .body("code", equalTo("missing-decision"))
                .body("violations.field", hasItem("decision.documentNumber"));
    }

    @Test
    void whatHasExpiredIsInNoPublicAnswer() {
        var uscc = registered();
        var today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        var proposal = proposal(uscc, "BLACK");
        proposal.put("validUntil", today.toString());
        String id = post(handler(), "listings", proposal).path("id");
        publish(id).then().statusCode(200);
        anybody().get("listings/" + id).then().statusCode(200);

        sql.update("update listing set valid_until = ? where id = ?::uuid", today.minusDays(1), id);

        anybody().get("listings/" + id).then().statusCode(404);
        anybody().get("listings?kind=BLACK").then().body("items.id", not(hasItem(id)));
        anybody().get("enterprises/" + uscc).then().body("listings", hasSize(0));
    }

    /** Another instance's clock is a few seconds behind: that is no reason to leave an entry where it is. */
    @Test
    void anEntryIsTakenDownAlsoWhenTheClockIsBehind() {
        var id = published(registered(), "BLACK");
        try {
            MovedClock.forward(Duration.ofSeconds(-90));
            Credit.act(publisher(), id, "withdrawal", Map.of("reason", "示例"))
                    .then()
                    .statusCode(200);
        } finally {
            MovedClock.back();
        }
        anybody().get("listings/" + id).then().statusCode(404);
    }

    @Test
    void theListIsReadPageByPageAndNamesItsVersion() {
        var uscc = registered(Map.of("region", "371103"));
        var ids = IntStream.range(0, 5).mapToObj(i -> published(uscc, "BLACK")).toList();

        var first = anybody().get("listings?kind=BLACK&region=371103&limit=2");
        var second = anybody().get(first.header("Link").replaceAll("^<.*/api/credit/v1/|>.*$", ""));

        assertThat(first.<List<String>>path("items.id")).containsExactly(ids.get(4), ids.get(3));
        assertThat(second.<List<String>>path("items.id")).containsExactly(ids.get(2), ids.get(1));
        first.then().header("List-Version", notNullValue()).header("List-As-Of", notNullValue());
        var version = Long.parseLong(first.header("List-Version"));
        published(uscc, "BLACK");
        var later = anybody().get("listings?kind=BLACK&region=371103&limit=2");
        assertThat(Long.parseLong(later.header("List-Version"))).isEqualTo(version + 1);
    }

    @Test
    void anUnchangedListIsNotSentAgain() {
        published(registered(), "BLACK");
        var first = anybody().get("listings?kind=BLACK&limit=1");

        anybody()
                .header("If-None-Match", first.header("ETag"))
                .get("listings?kind=BLACK&limit=1")
                .then()
                .statusCode(304)
                .header("List-Version", first.header("List-Version"));
    }

    @Test
    void theOfficeSeesTheDraftsOfItsRegion() {
        var here = drafted(registered(), "BLACK");
        var elsewhere = drafted(registered(Map.of("region", "371103")), "BLACK");
        var county = Tokens.of("publisher").user("zhao").region("371102");

        as(county)
                .get("listings/" + here)
                .then()
                .statusCode(200)
                .header("ETag", "\"v0\"")
                .header("Cache-Control", "private, no-store")
                .body("decision.facts", equalTo("示例事实"));
        as(county).get("listings/" + elsewhere).then().statusCode(403).body("code", equalTo("foreign-region"));
        as(county).get("listings?state=DRAFT&limit=200").then().body("items.region", everyItem(equalTo("371102")));
        as(county).get("listings?state=DRAFT&region=371103").then().statusCode(403);
        as(Tokens.of("auditor"))
                .get("listings?state=DRAFT&region=371103")
                .then()
                .statusCode(200);
        as(Tokens.of("auditor")).get("listings/" + elsewhere).then().statusCode(200);
        as(Tokens.of("publisher").user("nowhere"))
                .get("listings?state=DRAFT")
                .then()
                .statusCode(403);
        as(Tokens.of("enterprise")).get("listings/" + here).then().statusCode(404);
        as(Tokens.of("enterprise")).get("listings?state=DRAFT").then().statusCode(403);
        anybody().get("listings?state=DRAFT").then().statusCode(401);
    }

    @Test
    void aCountyDoesNotActElsewhere() {
        var elsewhere = registered(Map.of("region", "371103"));
        var county = Tokens.of("case-handler").user("qian").region("371102");
        post(county, "listings", proposal(elsewhere, "BLACK"))
                .then()
                .statusCode(403)
                .body("code", equalTo("foreign-region"));
        var id = drafted(elsewhere, "BLACK");
        Credit.prepare(id);
        publication(Tokens.of("publisher").user("sun").region("371102"), id, Credit.etag(id))
                .then()
                .statusCode(403)
                .body("code", equalTo("foreign-region"));
    }

    private static String prepared(String kind) {
        var id = drafted(registered(), kind);
        Credit.prepare(id);
        return id;
    }

    private static Response publication(Tokens caller, String id, @org.jspecify.annotations.Nullable String ifMatch) {
        var request = as(caller).contentType(ContentType.JSON).body(Map.of());
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return request.post("listings/" + id + "/publication");
    }

    private static Response keyed(String key, Map<String, Object> proposal) {
        return as(handler())
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(proposal)
                .post("listings");
    }

    private List<String> eventTypes(String listing) {
        return sql.query(
                "select type from outbox where subject = ? order by ordinal", row -> row.getString(1), listing);
    }

    private List<String> acts(String listing) {
        return sql.query(
                "select act from decision_log where subject_type = 'listing' and subject_id = ? order by number",
                row -> row.getString(1),
                listing);
    }
}

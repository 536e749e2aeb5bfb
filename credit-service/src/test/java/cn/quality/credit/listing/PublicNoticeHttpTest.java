package cn.quality.credit.listing;

import static cn.quality.credit.Credit.act;
import static cn.quality.credit.Credit.anybody;
import static cn.quality.credit.Credit.approver;
import static cn.quality.credit.Credit.as;
import static cn.quality.credit.Credit.auditor;
import static cn.quality.credit.Credit.drafted;
import static cn.quality.credit.Credit.handler;
import static cn.quality.credit.Credit.publisher;
import static cn.quality.credit.Credit.registered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import cn.quality.credit.Credit;
import cn.quality.credit.CreditTest;
import cn.quality.platform.sql.Jdbc;
import cn.quality.testing.MovedClock;
import cn.quality.testing.Tokens;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The public notice of an honour is public, and whoever has something against it is heard. */
@CreditTest
class PublicNoticeHttpTest {

    private static final LocalDate AFTER_THE_NOTICE = LocalDate.of(2026, 11, 10);

    @Inject
    Jdbc sql;

    private String uscc = "";
    private String entry = "";

    /** Announced on a Monday; the notice runs until the Monday after. */
    @BeforeEach
    void anHonourIsAnnounced() {
        Credit.storeReferenceData();
        MovedClock.to(LocalDate.of(2026, 11, 2));
        uscc = registered(Map.of("region", "371103"));
        entry = announced();
    }

    @AfterEach
    void today() {
        Time.back();
    }

    @Test
    void everybodySeesWhatIsAnnouncedUntilTheNoticeEnds() {
        anybody()
                .get("public-notices/" + entry)
                .then()
                .statusCode(200)
                .header("Cache-Control", containsString("public"))
                .body("uscc", equalTo(uscc))
                .body("enterpriseName", containsString("日照示例海洋食品"))
                .body("ground", equalTo("示例事由"))
                .body("place", equalTo("示例门户网站"))
                .body("announcedOn", equalTo("2026-11-02"))
                .body("objectionsUntil", equalTo("2026-11-09"))
                .body("fictional", equalTo(true))
                .body("facts", nullValue());
        assertThat(listed("371103")).contains(entry);
        assertThat(listed("371100")).contains(entry);
        assertThat(listed("371102")).doesNotContain(entry);
        // Announced is not listed.
        anybody().get("listings/" + entry).then().statusCode(404);

        MovedClock.to(AFTER_THE_NOTICE);
        anybody().get("public-notices/" + entry).then().statusCode(404);
        assertThat(listed("371103")).doesNotContain(entry);
    }

    @Test
    void theListComesInPages() {
        var another = announced();

        var pages = new ArrayList<String>();
        var next = "";
        do {
            var page = anybody().get("public-notices?limit=1&after=" + next);
            pages.addAll(page.<List<String>>path("items.id"));
            next = page.path("next");
        } while (next != null);

        assertThat(pages).contains(entry, another).doesNotHaveDuplicates();
    }

    @Test
    void whoeverWantsToBeToldSubscribes() {
        var feed = feed("371103");

        feed.then()
                .statusCode(200)
                .contentType(startsWith("application/atom+xml"))
                .header("Cache-Control", containsString("public"))
                .body("feed.entry.find { it.id == 'urn:uuid:%s' }.title".formatted(entry), containsString("【虚构数据】"))
                .body(
                        "feed.entry.find { it.id == 'urn:uuid:%s' }.updated".formatted(entry),
                        equalTo("2026-11-02T00:00:00+08:00"))
                .body(
                        "feed.entry.find { it.id == 'urn:uuid:%s' }.link.@href".formatted(entry),
                        equalTo("/public-notices/" + entry))
                .body(
                        "feed.entry.find { it.id == 'urn:uuid:%s' }.summary".formatted(entry),
                        allOf(containsString(uscc), containsString("示例事由"), containsString("2026-11-09")));
        anybody()
                .accept(PublicNoticeFeed.MEDIA_TYPE)
                .header("If-None-Match", feed.header("ETag"))
                .get("public-notices/feed?region=371103")
                .then()
                .statusCode(304);
        feed("371102")
                .then()
                .body(not(containsString(entry)))
                .body("feed.id", not(equalTo(feed.<String>path("feed.id"))));

        MovedClock.to(AFTER_THE_NOTICE);
        feed("371103").then().statusCode(200).body(not(containsString(entry)));
    }

    @Test
    void whatIsNotYetAnnouncedNobodySeesAndNobodyObjectsTo() {
        var draft = drafted(registered(), "RED");

        anybody().get("public-notices/" + draft).then().statusCode(404);
        refused(object(draft, "示例"), 404, "not-found");
        refused(object(UUID.randomUUID().toString(), "示例"), 404, "not-found");
        refused(object(entry, " "), 400, "invalid-argument");
    }

    @Test
    void anybodyMayObjectAndIsAnsweredBeforeTheHonourIsGiven() {
        var raised = object(entry, "示例：该企业去年抽查不合格，联系 13812345678");
        raised.then()
                .statusCode(201)
                .header("Cache-Control", containsString("no-store"))
                .body("receipt", notNullValue())
                .body("outcome", nullValue());
        String receipt = raised.path("receipt");
        as(handler())
                .get("listings/" + entry + "/notice-objections")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].content", allOf(containsString("抽查不合格"), not(containsString("13812345678"))))
                .body("items[0].receipt", nullValue());
        follow(receipt)
                .then()
                .statusCode(200)
                .header("Cache-Control", containsString("no-store"))
                .body("listingId", equalTo(entry))
                .body("outcome", nullValue())
                .body("receipt", nullValue());

        MovedClock.to(AFTER_THE_NOTICE);
        refused(publication(), 422, "notice-objection-open");
        refused(answer(publisher(), firstObjection(), false), 403, "forbidden");
        refused(answer(approver().user("sun").region("371102"), firstObjection(), false), 403, "foreign-region");
        answer(approver(), firstObjection(), false).then().statusCode(200).body("state", equalTo("PUBLIC_NOTICE"));
        refused(answer(approver(), firstObjection(), true), 404, "not-found");
        follow(receipt)
                .then()
                .statusCode(200)
                .body("outcome", equalTo("DISMISSED"))
                .body("answer", equalTo("示例答复"))
                .body("receipt", nullValue());
        refused(follow(UUID.randomUUID().toString()), 404, "not-found");

        publication().then().statusCode(200).body("state", equalTo("PUBLISHED"));
    }

    @Test
    void whoeverIsRightPreventsTheHonour() {
        String receipt = object(entry, "示例：奖项系他人所得").path("receipt");
        var objection = firstObjection();
        String other = object(entry, "示例：另一异议").path("receipt");
        answer(approver(), objection, true).then().statusCode(200);

        MovedClock.to(AFTER_THE_NOTICE);
        refused(publication(), 422, "notice-objection-upheld");
        act(approver(), entry, "rejection", Map.of("reason", "示例：公示异议成立"))
                .then()
                .statusCode(200);
        follow(receipt).then().body("outcome", equalTo("UPHELD"));
        follow(other).then().body("outcome", equalTo("LAPSED")).body("answer", nullValue());
    }

    /** Whoever publishes in a batch learns why as well. */
    @Test
    void noBatchPassesOverAnObjection() {
        object(entry, "示例").then().statusCode(201);
        MovedClock.to(AFTER_THE_NOTICE);
        int version = as(auditor()).get("listings/" + entry).path("version");

        Credit.post(
                        publisher(),
                        "listing-batches",
                        Map.of(
                                "kind",
                                "RED",
                                "announcement",
                                "示例",
                                "entries",
                                List.of(Map.of("id", entry, "version", version))))
                .then()
                .statusCode(422)
                .body("violations.code", hasItem("notice-objection-open"));
    }

    /** A lost response costs nobody the receipt, and a second click raises nothing twice. */
    @Test
    void sentAgainUnderTheSameKeyItIsRaisedOnce() {
        var key = UUID.randomUUID().toString();
        var words = "示例：证书已过期，电话 13812345678";
        String first =
                object(entry, words, key).then().statusCode(201).extract().path("receipt");
        String second = object(entry, words, key)
                .then()
                .statusCode(200)
                .body("listingId", equalTo(entry))
                .extract()
                .path("receipt");

        assertThat(second).isNotEqualTo(first);
        refused(follow(first), 404, "not-found");
        follow(second).then().statusCode(200);
        object(entry, words, key).then().statusCode(200).body("receipt", nullValue());
        follow(second).then().statusCode(200);
        refused(object(entry, "示例：另一事由", key), 409, "idempotency-key-reused");
        // Also when the notice is over by then: what was raised stays raised.
        MovedClock.to(AFTER_THE_NOTICE);
        object(entry, words, key).then().statusCode(200);
        as(auditor()).get("listings/" + entry + "/notice-objections").then().body("items", hasSize(1));
    }

    /** Of the whole text, anybody with a copy of the database could find the number by trying all there are. */
    @Test
    void whatIsComparedUnderAKeyIsWithoutNumbersOfPersons() {
        var key = UUID.randomUUID().toString();
        object(entry, "示例，电话 13812345678", key).then().statusCode(201);

        object(entry, "示例，电话 13912345678", key).then().statusCode(200);
    }

    @Test
    void onTheLastDayOfTheNoticeItIsNotTooLateAndThenItIs() {
        MovedClock.to(AFTER_THE_NOTICE.minusDays(1));
        object(entry, "示例：最后一日").then().statusCode(201);

        MovedClock.to(AFTER_THE_NOTICE);
        refused(object(entry, "示例：太晚"), 409, "public-notice-over");

        act(approver(), entry, "rejection", Map.of("reason", "示例")).then().statusCode(200);
        refused(object(entry, "示例：更晚"), 404, "not-found");
    }

    @Test
    void theOfficeOfAnotherRegionDoesNotReadThem() {
        object(entry, "示例").then().statusCode(201);

        refused(as(handler().region("371102")).get("listings/" + entry + "/notice-objections"), 403, "foreign-region");
        refused(anybody().get("listings/" + entry + "/notice-objections"), 401, "unauthenticated");
    }

    /** With what is stored nobody can ask in the name of whoever objected. */
    @Test
    void theReceiptIsStoredNowhere() {
        String receipt = object(entry, "示例").path("receipt");

        assertThat(sql.query(
                        "select row_to_json(o)::text from notice_objection o where listing_id = ?::uuid",
                        row -> row.getString(1),
                        entry))
                .hasSize(1)
                .noneMatch(stored -> stored.contains(receipt));
    }

    private String announced() {
        var id = drafted(uscc, "RED");
        act(handler(), id, "submission", Map.of()).then().statusCode(200);
        act(approver(), id, "public-notice", Map.of("announcedOn", "2026-11-02", "place", "示例门户网站"))
                .then()
                .statusCode(200);
        return id;
    }

    private static Response feed(String region) {
        return anybody().accept(PublicNoticeFeed.MEDIA_TYPE).get("public-notices/feed?region=" + region);
    }

    private static List<String> listed(String region) {
        var page = anybody().get("public-notices?limit=200&region=" + region);
        page.then().statusCode(200);
        return page.path("items.id");
    }

    private static Response object(String listing, String words) {
        return anybody()
                .contentType(ContentType.JSON)
                .body(Map.of("listingId", listing, "content", words))
                .post("public-notice-objections");
    }

    private static Response object(String listing, String words, String key) {
        return anybody()
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(Map.of("listingId", listing, "content", words))
                .post("public-notice-objections");
    }

    private static Response follow(String receipt) {
        return anybody().header("Objection-Receipt", receipt).get("public-notice-objections");
    }

    private String firstObjection() {
        return as(auditor()).get("listings/" + entry + "/notice-objections").path("items[0].id");
    }

    private Response answer(Tokens by, String objection, boolean upheld) {
        return act(
                by,
                entry,
                "notice-objections/answer",
                Map.of("objection", objection, "upheld", upheld, "answer", "示例答复"));
    }

    private Response publication() {
        return act(publisher(), entry, "publication", Map.of());
    }

    private static void refused(Response answer, int status, String code) {
        answer.then().statusCode(status).body("code", equalTo(code));
    }
}

package cn.quality.credit.contracts;

import static cn.quality.credit.Credit.as;
import static cn.quality.credit.Credit.published;
import static cn.quality.credit.Credit.publisher;
import static cn.quality.credit.Credit.registered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import cn.quality.credit.Credit;
import cn.quality.credit.CreditTest;
import cn.quality.platform.sql.Jdbc;
import cn.quality.testing.MovedClock;
import cn.quality.testing.Tokens;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A system follows the lists by asking, and is never told what has ended. */
@CreditTest
class ChangesHttpTest {

    private static final String LISTS = "cn.quality.credit.listing.published.v1,cn.quality.credit.listing.withdrawn.v1";

    @Inject
    Jdbc sql;

    @BeforeEach
    void law() {
        Credit.storeReferenceData();
        Credit.storeLaw();
    }

    @AfterEach
    void today() {
        MovedClock.back();
    }

    @Test
    void aReaderGoesOnWhereHeStoppedAndSeesOfEachEntryOnlyHowItStands() {
        var start = end();
        var stands = published(registered(), "RED");
        var ended = published(registered(), "BLACK");
        told(ended, 1);
        assertThat(entry(start, ended).getString("type")).isEqualTo("cn.quality.credit.listing.published.v1");
        var middle = end();

        as(publisher())
                .contentType(ContentType.JSON)
                .body(Map.of("reason", "示例"))
                .post("listings/" + ended + "/withdrawal")
                .then()
                .statusCode(200);
        told(ended, 2);

        assertThat(subjects(start, LISTS)).containsSequence(stands, ended);
        assertThat(entry(start, ended).getString("type")).isEqualTo("cn.quality.credit.listing.withdrawn.v1");
        assertThat(subjects(middle, LISTS)).contains(ended).doesNotContain(stands);
        assertThat(subjects(start, "cn.quality.credit.listing.published.v1")).doesNotContain(ended);
    }

    @Test
    void whoComesBackAfterTheTermStartsOver() {
        var old = end();
        told(published(registered(), "RED"), 1);
        told(published(registered(), "RED"), 1);
        assertThat(changes(old, LISTS).statusCode()).isEqualTo(200);

        MovedClock.forward(Duration.ofDays(31));

        await().atMost(Duration.ofSeconds(30)).until(() -> changes(old, LISTS).statusCode() == 410);
        changes(old, LISTS).then().body("code", equalTo("cursor-too-old"));
        assertThat(changes("", LISTS).statusCode()).isEqualTo(200);
    }

    @Test
    void onlySystemsThatMayAndOnlyTypesThereAre() {
        Credit.anybody().get("changes").then().statusCode(401);
        as(Tokens.of("enterprise")).get("changes").then().statusCode(403);
        changes("", "cn.quality.credit.listing.publshed.v1")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("types"));
    }

    /** The relay has published it. */
    private void told(String listing, int events) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> sql.query(
                                        "select 1 from outbox where subject = ? and position is not null",
                                        row -> row.getInt(1),
                                        listing)
                                .size()
                        == events);
    }

    private static Response changes(String after, String types) {
        return as(Tokens.of("screening-client"))
                .queryParam("after", after)
                .queryParam("types", types)
                .queryParam("limit", 200)
                .get("changes");
    }

    /** The cursor of one who has read everything. */
    private static String end() {
        var page = changes("", LISTS);
        while (page.<Boolean>path("more")) {
            page = changes(page.path("next"), LISTS);
        }
        return page.path("next");
    }

    private static List<String> subjects(String after, String types) {
        var subjects = new ArrayList<String>();
        var page = changes(after, types);
        subjects.addAll(page.<List<String>>path("items.subject"));
        while (page.<Boolean>path("more")) {
            page = changes(page.path("next"), types);
            subjects.addAll(page.<List<String>>path("items.subject"));
        }
        return subjects;
    }

    private static JsonPath entry(String after, String subject) {
        return changes(after, LISTS).jsonPath().setRootPath("items.find { it.subject == '" + subject + "' }");
    }
}

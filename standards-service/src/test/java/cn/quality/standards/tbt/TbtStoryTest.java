package cn.quality.standards.tbt;

import static cn.quality.standards.suite.Http.anyone;
import static cn.quality.testing.Refusal.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import cn.quality.standards.StandardsTest;
import cn.quality.standards.schema.Contracts;
import cn.quality.testing.EventBroker;
import cn.quality.testing.MovedClock;
import cn.quality.testing.Tokens;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Notices from their import to the exporter who subscribed. */
@StandardsTest
class TbtStoryTest {

    private static final String HEADER = "通报号,通报方,标题,产品,ICS,通报日期,评议截止日期,拟生效日期,原文链接\r\n";

    @AfterEach
    void theClockGoesBack() {
        MovedClock.back();
    }

    @Test
    void fromTheImportToTheSubscriber() throws Exception {
        MovedClock.to(LocalDate.of(2026, 4, 1));
        var fish = subscribe("a", Map.of("ics", "67.120", "market", "JP"))
                .statusCode(201)
                .extract()
                .<String>path("id");
        var japan =
                subscribe("b", Map.of("market", "JP")).statusCode(201).extract().<String>path("id");
        var cars = subscribe("a", Map.of("ics", "43")).statusCode(201).extract().<String>path("id");
        refused(subscribe("a", Map.of("ics", "43")), 409, "already-subscribed");
        refused(subscribe("a", Map.of()), 400, "invalid-argument");
        refused(subscribe("a", Map.of("market", "XX")), 400, "invalid-argument")
                .body("violations.code", contains("iso-3166"));
        refused(subscribe("a", Map.of("ics", "4")), 400, "invalid-argument");

        // The broken lines are named, the others loaded.
        csv(HEADER
                        + "G/TBT/N/ZZZ/1,JP,示例：水产品标签新规,示例水产品,67.120.30,2026-03-01,2026-04-30,2026-09-01,https://notices.example/1\r\n"
                        + "G/TBT/N/ZZZ/2,US,示例：汽车照明,示例车灯,43.040.20; 13.020,2026-03-02,2026-03-31,,https://notices.example/2\r\n"
                        + "TBT 3,XX,示例,示例,4.1,2026-03-02,2026-02-01,,ftp://x\r\n"
                        + "G/TBT/N/ZZZ/2,US,示例：重复,示例,43,2026-03-02,,,https://notices.example/2\r\n")
                .statusCode(200)
                .body("created", equalTo(2))
                .body("refused.line", contains(4, 5))
                .body(
                        "refused[0].flaws.field",
                        containsInAnyOrder("number", "market", "ics[0]", "commentsUntil", "link"))
                .body("refused[1].code", equalTo("doubled-line"));
        csv(HEADER
                        + "G/TBT/N/ZZZ/1,JP,示例：水产品标签新规（更正）,示例水产品,67.120.30,2026-03-01,2026-04-30,2026-09-01,https://notices.example/1\r\n"
                        + "G/TBT/N/ZZZ/2,US,示例：汽车照明,示例车灯,13.020;43.040.20,2026-03-02,2026-03-31,,https://notices.example/2\r\n")
                .body("corrected", equalTo(1))
                .body("unchanged", equalTo(1));
        ndjson(
                        "{\"number\":\"G/TBT/N/ZZZ/3/Add.1\",\"market\":\"EU\",\"title\":\"示例\",\"product\":\"示例\",\"ics\":[\"67\"],"
                                + "\"notifiedOn\":\"2026-03-03\",\"link\":\"https://notices.example/3\"}\n{broken\n")
                .body("created", equalTo(1))
                .body("refused.line", contains(2));
        refused(csv("通报号,什么\r\n"), 400, "csv-header");

        // Everybody finds them.
        find("ics", "67").body("items.number", hasItems("G/TBT/N/ZZZ/1", "G/TBT/N/ZZZ/3/Add.1"));
        find("ics", "67.120").body("items.number", contains("G/TBT/N/ZZZ/1"));
        find("ics", "67.1").statusCode(400);
        find("market", "US").body("items.number", contains("G/TBT/N/ZZZ/2"));
        find("q", "水产品").body("items.title", contains("示例：水产品标签新规（更正）"));
        find("open", "true").body("items.number", contains("G/TBT/N/ZZZ/1"));
        MovedClock.to(LocalDate.of(2026, 3, 31));
        find("open", "true").body("items.number", hasItem("G/TBT/N/ZZZ/2"));
        assertThat(anyone().accept("text/csv").get("tbt-notices").asString()).contains("13.020; 43.040.20");
        var page = anyone().queryParam("limit", 2).get("tbt-notices").then().body("items", hasSize(2));
        anyone().queryParam("limit", 2)
                .queryParam("after", page.extract().<String>path("next"))
                .get("tbt-notices")
                .then()
                .body("items", hasSize(1));

        // Each subscriber is told by event, and nobody learns of whom.
        var notice = find("q", "水产品").extract().<String>path("items[0].id");
        Awaitility.await()
                .untilAsserted(() ->
                        assertThat(EventBroker.about(TbtEvent.TOPIC, notice)).hasSize(2));
        var event = EventBroker.about(TbtEvent.TOPIC, notice).getFirst();
        var data = new ObjectMapper().readTree(event.data());
        Contracts.check(event.type(), data);
        assertThat(data.get("subscriptions"))
                .extracting(one -> one.asText())
                .contains(fish, japan)
                .doesNotContain(cars);
        login("a").get("tbt-subscriptions/" + cars + "/notices").then().body("items.number", contains("G/TBT/N/ZZZ/2"));
        login("a").get("tbt-subscriptions").then().body("items.id", contains(fish, cars));
        refused(login("a").get("tbt-subscriptions/" + japan + "/notices").then(), 404, "not-found");
        refused(login("a").delete("tbt-subscriptions/" + japan).then(), 404, "not-found");
        login("b").delete("tbt-subscriptions/" + japan).then().statusCode(200).body("items", hasSize(0));
        refused(login("b").get("tbt-subscriptions/" + japan + "/notices").then(), 404, "not-found");
        refused(anyone().get("tbt-subscriptions").then(), 401, "unauthenticated");
    }

    private static ValidatableResponse find(String parameter, String value) {
        return anyone().queryParam(parameter, value).get("tbt-notices").then();
    }

    private static ValidatableResponse subscribe(String who, Map<String, String> to) {
        return login(who)
                .contentType(ContentType.JSON)
                .body(to)
                .post("tbt-subscriptions")
                .then();
    }

    private static RequestSpecification login(String who) {
        return anyone().auth().oauth2(Tokens.of("enterprise").user("tbt-" + who).sign());
    }

    private static ValidatableResponse csv(String file) {
        return importOf("text/csv; charset=utf-8", file);
    }

    private static ValidatableResponse ndjson(String file) {
        return importOf("application/x-ndjson", file);
    }

    private static ValidatableResponse importOf(String type, String file) {
        return anyone().auth()
                .oauth2(Tokens.of("administrator").sign())
                .contentType(type)
                .body(file.getBytes(StandardCharsets.UTF_8))
                .post("tbt-notices")
                .then();
    }
}

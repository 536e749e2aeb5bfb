package cn.quality.standards.watch;

import static cn.quality.standards.suite.Bodies.standard;
import static cn.quality.standards.suite.Bodies.with;
import static cn.quality.standards.suite.Http.administrator;
import static cn.quality.standards.suite.Http.anyone;
import static cn.quality.standards.suite.Http.official;
import static cn.quality.testing.Refusal.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import cn.quality.platform.sql.Jdbc;
import cn.quality.standards.StandardsTest;
import cn.quality.standards.schema.Contracts;
import cn.quality.testing.EventBroker;
import cn.quality.testing.MovedClock;
import cn.quality.testing.Tokens;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever watches a standard is told once of what happens to it, by an act or by time alone, and nobody else is. */
@StandardsTest
class WatchStoryTest {

    /** Later than any other test moves the clock to, so that what they looked at has been looked at. */
    private static final LocalDate START = LocalDate.of(2041, 3, 4);

    private final String serial = Long.toString(System.nanoTime() % 1_000_000);

    @Inject
    Jdbc sql;

    @Inject
    WatchCheckService checks;

    @BeforeEach
    void start() {
        MovedClock.to(START);
    }

    @AfterEach
    void back() {
        MovedClock.back();
    }

    @Test
    void aReplacementIsToldOnceToTheOwnerAlone() throws JsonProcessingException {
        var old = "GB " + serial + "-2019";
        var next = "GB " + serial + "-2040";
        state(standard(old, "示例标准", "NATIONAL", "IN_FORCE"));
        var mine = "watcher-" + serial;
        String list = create(mine, old.toLowerCase(Locale.ROOT).replace(" ", ""), "GB " + serial)
                .statusCode(201)
                .body("items[0].standard.status", equalTo("IN_FORCE"))
                .body("items[1].standard.inForce", contains(old))
                .extract()
                .path("id");
        look();
        notices(mine, list).body("items", empty());

        state(with(
                with(standard(next, "示例标准", "NATIONAL", "IN_FORCE"), "implementedOn", "2041-01-01"),
                "replaces",
                List.of(old)));
        awaitMarks(list, 2);
        look();
        look();
        notices(mine, list)
                .body("items", hasSize(2))
                .body("items.find {it.number.startsWith('gb')}.changes", contains("REPLACED", "SUCCESSOR"))
                .body("items.find {it.number.startsWith('gb')}.after.replacedBy", contains(next))
                .body("items.find {!it.number.startsWith('gb')}.changes", contains("EDITION"))
                .body("items.find {!it.number.startsWith('gb')}.after.inForce", contains(next));

        state(standard(old + "/XG1-2041", "示例标准第1号修改单", "NATIONAL", "IN_FORCE"));
        awaitMarks(list, 1);
        look();
        notices(mine, list).body("items[0].changes", contains("AMENDED"));

        String notice = notices(mine, list).extract().path("items[0].noticeId");
        await().untilAsserted(() ->
                assertThat(EventBroker.about(WatchNotice.TOPIC, notice)).hasSize(1));
        var data = new ObjectMapper()
                .readTree(
                        EventBroker.about(WatchNotice.TOPIC, notice).getFirst().data());
        Contracts.check(WatchNotice.TYPE, data);
        assertThat(data.get("recipient").asText()).isEqualTo("watcher-" + serial);

        // Nobody else finds the list, and no feed tells of it.
        for (var other : List.of(watcher("other-" + serial), official("auditor"), administrator())) {
            refused(other.get("watch-lists/" + list).then(), 404, "not-found");
        }
        refused(official("auditor").get("watch-lists/" + list + "/notices").then(), 404, "not-found");
        official("auditor")
                .queryParam("types", WatchNotice.TYPE)
                .get("changes?limit=200")
                .then()
                .statusCode(200)
                .body("items", empty());
        refused(anyone().get("watch-lists").then(), 401, "unauthenticated");
    }

    /** Announced for a day: on it the new edition comes into force and the old one ends, without anybody touching either. */
    @Test
    void whatTimeAloneChangesIsToldOnItsDay() {
        var old = "GB " + serial + "-2019";
        var next = "GB " + serial + "-2041";
        state(standard(old, "示例标准", "NATIONAL", "IN_FORCE"));
        state(with(
                with(
                        with(standard(next, "示例标准", "NATIONAL", "UPCOMING"), "publishedOn", "2041-02-01"),
                        "implementedOn",
                        "2041-06-01"),
                "replaces",
                List.of(old)));
        var mine = "calendar-" + serial;
        String list = create(mine, old, next)
                .body("items.standard.status", contains("IN_FORCE", "UPCOMING"))
                .extract()
                .path("id");
        MovedClock.to(LocalDate.of(2041, 5, 31));
        look();
        notices(mine, list).body("items", empty());
        MovedClock.to(LocalDate.of(2041, 6, 1));
        look();
        look();
        notices(mine, list)
                .body("items", hasSize(2))
                .body("items.find {it.number == '%s'}.changes".formatted(old), contains("REPLACED"))
                .body("items.find {it.number == '%s'}.changes".formatted(next), contains("IN_FORCE"));
    }

    @Test
    void aListIsReplacedAsAWholeAndNothingOfWhatStaysIsMissed() {
        var kept = "GB " + serial + "-2019";
        state(standard(kept, "示例标准", "NATIONAL", "IN_FORCE"));
        var mine = "editor-" + serial;
        String list = create(mine, kept, "GB 1-2019").extract().path("id");
        state(with(standard(kept, "示例标准", "NATIONAL", "ABOLISHED"), "abolishedOn", "2041-03-01"), 200);
        awaitMarks(list, 1);
        refused(
                watcher(mine)
                        .body(Map.of("name", "示例", "numbers", List.of(kept)))
                        .put("watch-lists/" + list)
                        .then(),
                428,
                "precondition-required");
        watcher(mine)
                .header("If-Match", "\"v1\"")
                .body(Map.of("name", "示例二", "numbers", List.of("GB 2-2019", kept)))
                .put("watch-lists/" + list)
                .then()
                .statusCode(200)
                .body("version", equalTo(2))
                .body("items.number", contains("GB 2-2019", kept));
        look();
        notices(mine, list).body("items.changes", contains(List.of("ABOLISHED")));
        watcher(mine).delete("watch-lists/" + list).then().statusCode(204);
        refused(watcher(mine).get("watch-lists/" + list).then(), 404, "not-found");
    }

    @Test
    void whatIsWrongIsRefusedAndThereAreLimits() {
        var mine = "limits-" + serial;
        refused(create(mine, "GB 2760-2024", "no number"), 422, "invalid-standard-number")
                .body("violations[0].field", equalTo("numbers[1]"));
        refused(watcher(mine).body("{}").post("watch-lists").then(), 400, "invalid-argument")
                .body("violations.field", contains("name", "numbers"));
        refused(
                create(
                        mine,
                        IntStream.range(0, 1001)
                                .mapToObj(i -> "GB " + (i + 1) + "-2020")
                                .toArray(String[]::new)),
                400,
                "invalid-argument");
        var key = UUID.randomUUID().toString();
        var ids = IntStream.range(0, 2)
                .mapToObj(i -> create(watcher(mine).header("Idempotency-Key", key), "GB 2760-2024")
                        .statusCode(201)
                        .extract()
                        .<String>path("id"))
                .distinct();
        assertThat(ids).hasSize(1);
        for (int i = 1; i < 20; i++) {
            create(mine, "GB 2760-2024").statusCode(201);
        }
        refused(create(mine, "GB 2760-2024"), 422, "too-many-watch-lists");
        watcher(mine).get("watch-lists?limit=15").then().body("items", hasSize(15));
    }

    private void look() {
        boolean more = true;
        while (more) {
            more = checks.look();
        }
    }

    /** The catalogue's own event says what is to be looked at. */
    private void awaitMarks(String list, int items) {
        await().untilAsserted(() -> assertThat(sql.query(
                        "select 1 from watch_item where list_id = ? and due", row -> 1, UUID.fromString(list)))
                .hasSizeGreaterThanOrEqualTo(items));
    }

    private static void state(Map<String, Object> standard) {
        state(standard, 201);
    }

    private static void state(Map<String, Object> standard, int status) {
        administrator().body(standard).post("standards").then().statusCode(status);
    }

    private static RequestSpecification watcher(String login) {
        return anyone().auth()
                .oauth2(Tokens.of("screening-client").user(login).sign())
                .contentType(ContentType.JSON);
    }

    private static ValidatableResponse create(String owner, String... numbers) {
        return create(watcher(owner), numbers);
    }

    private static ValidatableResponse create(RequestSpecification owner, String... numbers) {
        return owner.body(Map.of("name", "示例清单", "numbers", List.of(numbers)))
                .post("watch-lists")
                .then();
    }

    private static ValidatableResponse notices(String owner, String list) {
        return watcher(owner).get("watch-lists/" + list + "/notices").then().statusCode(200);
    }
}

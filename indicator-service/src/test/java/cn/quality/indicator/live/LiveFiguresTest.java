package cn.quality.indicator.live;

import static cn.quality.indicator.Api.anyone;
import static cn.quality.indicator.Api.as;
import static cn.quality.indicator.live.LiveCounts.afterEverythingOn;
import static cn.quality.indicator.live.LiveCounts.tally;
import static cn.quality.indicator.live.LiveCounts.thisYear;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import cn.quality.indicator.Api;
import cn.quality.indicator.IndicatorTest;
import cn.quality.indicator.live.Events.Sampling;
import cn.quality.testing.CloudEvent;
import cn.quality.testing.EventBroker;
import io.restassured.path.json.config.JsonPathConfig;
import io.restassured.path.json.config.JsonPathConfig.NumberReturnType;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Events in, figures out; over Kafka, as in production. */
@IndicatorTest
class LiveFiguresTest {

    private static final String USCC = "91371199MA3RH00187";

    @Inject
    DataSource database;

    @Inject
    Clock clock;

    @Test
    void aPublishedEntryCountsUntilItIsWithdrawn() {
        long before = figure("LST_RED");
        var id = UUID.randomUUID();
        EventBroker.send(Events.listing("published", id, 2, "RED", "PUBLISHED"));
        untilFigure("LST_RED", before + 1);
        anyone().get("/live")
                .then()
                .body(
                        "figures.code",
                        equalTo(List.of(
                                "AGR_SAFETY_PASS",
                                "FOD_DRUG_PASS",
                                "LST_BLACK",
                                "LST_RED",
                                "PRD_SUPERV_PASS",
                                "STD_AGRI_BASE_NATL",
                                "STD_AGRI_BASE_PROV",
                                "STD_AGRI_DEMO_NATL",
                                "STD_GOOD_AA",
                                "STD_GOOD_AAA",
                                "STD_GOOD_AAAA",
                                "STD_GOOD_TOTAL_Q",
                                "STD_GOOD_TOTAL_S",
                                "STD_GROUP_Q",
                                "STD_PILOT_ALL",
                                "STD_PILOT_RURAL",
                                "STD_PILOT_SRV_SOC",
                                "STD_SELF_DECL",
                                "STD_SRV_DEMO_ACTIVE",
                                "STD_SRV_DEMO_PROV",
                                "STD_SRV_PILOT_NATL",
                                "STD_TC_CITY",
                                "STD_TC_MEMBER",
                                "STD_TECH_ALLIANCE")))
                .body("figures.find {it.code == 'LST_RED'}.status", equalTo("P"))
                .body("figures.find {it.code == 'LST_RED'}", hasKey("asOf"));
        anyone().get("/live/LST_RED/records?limit=200")
                .then()
                .body("items.find {it.listingId == '%s'}.name".formatted(id), equalTo("日照示例海洋食品有限公司"))
                .body("items.find {it.listingId == '%s'}.uscc".formatted(id), equalTo(USCC))
                .body("items.find {it.listingId == '%s'}.kind".formatted(id), equalTo("RED"))
                .body(
                        "items.find {it.listingId == '%s'}.publishedAt".formatted(id),
                        equalTo("2026-03-02T01:15:00.123456Z"));

        EventBroker.send(Events.listing("withdrawn", id, 3, "RED", "WITHDRAWN"));
        untilFigure("LST_RED", before);
        anyone().get("/live/LST_RED/records?limit=200").then().body("items.listingId", not(hasItem(id.toString())));
        assertThat(remainsOf(id)).isEqualTo("3");
    }

    @Test
    void anEndThisServiceHasNeverHeardOfEndsTheEntryToo() {
        long before = figure("LST_BLACK");
        var id = UUID.randomUUID();
        EventBroker.send(Events.listing("published", id, 1, "BLACK", "PUBLISHED"));
        untilFigure("LST_BLACK", before + 1);
        EventBroker.send(Events.listing("expunged", id, 2, "BLACK", "EXPUNGED"));
        untilFigure("LST_BLACK", before);
    }

    @Test
    void aDuplicateIsCountedOnce() {
        long before = figure("LST_RED");
        var id = UUID.randomUUID();
        var data = """
                {"listingId": "%s", "uscc": "%s", "enterpriseName": "示例", "kind": "RED", "state": "PUBLISHED",
                 "publishedAt": "2026-03-02T01:15:00Z"}""".formatted(id, USCC);
        var event = Events.event(Events.LISTINGS, "cn.quality.credit.listing.published.v1", id, 1, data);
        var anotherId = event.with("id", UUID.randomUUID().toString());
        EventBroker.send(event, event, anotherId);
        afterEverythingOn(database, Events.LISTINGS, id);
        assertThat(figure("LST_RED")).isEqualTo(before + 1);
    }

    @Test
    void aLateMessageDoesNotBringAnEntryBack() {
        long before = figure("LST_RED");
        var id = UUID.randomUUID();
        EventBroker.send(Events.listing("withdrawn", id, 5, "RED", "WITHDRAWN"));
        EventBroker.send(Events.listing("published", id, 4, "RED", "PUBLISHED"));
        afterEverythingOn(database, Events.LISTINGS, id);
        assertThat(figure("LST_RED")).isEqualTo(before);
        assertThat(remainsOf(id)).isEqualTo("5");
    }

    @Test
    void unknownTypesAreLeftAlone() {
        long before = figure("LST_RED");
        var id = UUID.randomUUID();
        EventBroker.send(Events.event(
                Events.LISTINGS, "cn.quality.credit.listing.published.v2", id, 1, "{\"shape\": \"unknown\"}"));
        afterEverythingOn(database, Events.LISTINGS, id);
        assertThat(figure("LST_RED")).isEqualTo(before);
        as("auditor")
                .get("/dead-letters?limit=200")
                .then()
                .body("items.eventType", not(hasItem("cn.quality.credit.listing.published.v2")));
    }

    @Test
    void aPoisonousMessageIsPutAsideAndThePartitionGoesOn() {
        long before = figure("LST_BLACK");
        var poison = List.of(
                "{\"listingId\": ",
                "{\"listingId\": \"%s\"}",
                "{\"listingId\": \"%s\", \"state\": \"PUBLISHED\"}",
                "{\"listingId\": \"00000000-0000-0000-0000-000000000000\", \"state\": \"WITHDRAWN\"}");
        var id = UUID.randomUUID();
        var sent = poison.stream()
                .map(data -> Events.event(
                        Events.LISTINGS, "cn.quality.credit.listing.published.v1", id, 1, data.formatted(id)))
                .toList();
        EventBroker.send(sent);
        EventBroker.send(new CloudEvent(Events.LISTINGS, id.toString(), Map.of(), "not even an event"));
        EventBroker.send(Events.listing("published", id, 1, "BLACK", "PUBLISHED"));
        untilFigure("LST_BLACK", before + 1);
        List<String> buried =
                as("auditor").get("/dead-letters?limit=200").then().extract().path("items.eventId");
        assertThat(buried)
                .containsAll(sent.stream().map(event -> event.id().toString()).toList());
    }

    @Test
    void aStandardDeclaredTwiceCountsOnce() {
        long before = figure("STD_SELF_DECL");
        var first = UUID.randomUUID();
        var second = UUID.randomUUID();
        var foreign = UUID.randomUUID();
        EventBroker.send(Events.declaration("made", first, 1, USCC, "Q/RZSL 001-2026", true, "PUBLIC"));
        EventBroker.send(Events.declaration("made", second, 1, USCC, "Q/RZSL 001-2026", true, "PUBLIC"));
        EventBroker.send(Events.declaration("made", foreign, 1, USCC, "GB/T 19001-2016", false, "PUBLIC"));
        afterEverythingOn(database, Events.DECLARATIONS, first, second, foreign);
        assertThat(figure("STD_SELF_DECL")).isEqualTo(before + 1);
        anyone().get("/live/STD_SELF_DECL/records?limit=200")
                .then()
                .body("items.declarationId", hasItem(first.toString()))
                .body("items.declarationId", hasItem(second.toString()))
                .body("items.declarationId", not(hasItem(foreign.toString())))
                .body("items.find {it.declarationId == '%s'}.number".formatted(first), equalTo("Q/RZSL 001-2026"));

        EventBroker.send(Events.declaration("withdrawn", first, 2, USCC, "Q/RZSL 001-2026", true, "WITHDRAWN"));
        afterEverythingOn(database, Events.DECLARATIONS, first);
        assertThat(figure("STD_SELF_DECL")).isEqualTo(before + 1);
        EventBroker.send(Events.declaration("found-false", second, 2, USCC, "Q/RZSL 001-2026", true, "FOUND_FALSE"));
        untilFigure("STD_SELF_DECL", before);
    }

    @Test
    void aDeclarationMayChangeToAnotherStandard() {
        long before = figure("STD_SELF_DECL");
        var id = UUID.randomUUID();
        EventBroker.send(Events.declaration("made", id, 1, USCC, "Q/RZSL 010-2026", true, "PUBLIC"));
        EventBroker.send(Events.declaration("changed", id, 2, USCC, "Q/RZSL 011-2026", true, "PUBLIC"));
        afterEverythingOn(database, Events.DECLARATIONS, id);
        assertThat(figure("STD_SELF_DECL")).isEqualTo(before + 1);
        EventBroker.send(Events.declaration("changed", id, 3, USCC, "GB/T 1-2026", false, "PUBLIC"));
        untilFigure("STD_SELF_DECL", before);
    }

    /** Few records, many contradicting messages, late, doubled and out of order: the newest snapshots decide. */
    @Test
    void whateverTheOrderAFigureIsTheNumberOfItsRecords() {
        long red = figure("LST_RED");
        long black = figure("LST_BLACK");
        long declared = figure("STD_SELF_DECL");
        var random = new Random(20_160_520);
        var sent = new ArrayList<CloudEvent>();
        var listings = new HashMap<UUID, String>();
        var declarations = new HashMap<UUID, String>();
        for (int record = 0; record < 12; record++) {
            var listing = new UUID(random.nextLong(), random.nextLong());
            var declaration = new UUID(random.nextLong(), random.nextLong());
            for (int version = 1; version <= 8; version++) {
                var kind = random.nextBoolean() ? "RED" : "BLACK";
                var listed = random.nextInt(3) > 0;
                var number = "Q/STORM %03d".formatted(random.nextInt(4));
                var open = random.nextInt(3) > 0;
                sent.add(Events.listing("changed", listing, version, kind, listed ? "PUBLISHED" : "REPAIRED"));
                sent.add(Events.declaration(
                        "changed", declaration, version, USCC, number, true, open ? "PUBLIC" : "WITHDRAWN"));
                listings.put(listing, listed ? kind : "");
                declarations.put(declaration, open ? number : "");
            }
        }
        sent.addAll(sent.subList(0, sent.size() / 2).stream()
                .map(event -> event.with("id", UUID.randomUUID().toString()))
                .toList());
        Collections.shuffle(sent, random);
        EventBroker.send(sent);
        afterEverythingOn(database, Events.LISTINGS, listings.keySet().toArray(UUID[]::new));
        afterEverythingOn(database, Events.DECLARATIONS, declarations.keySet().toArray(UUID[]::new));

        var standards = new HashSet<>(declarations.values());
        standards.remove("");
        assertThat(figure("LST_RED") - red).isEqualTo(Collections.frequency(listings.values(), "RED"));
        assertThat(figure("LST_BLACK") - black).isEqualTo(Collections.frequency(listings.values(), "BLACK"));
        assertThat(figure("STD_SELF_DECL") - declared).isEqualTo(standards.size());
        assertThat(records("LST_RED")).hasSize((int) figure("LST_RED"));
        assertThat(records("LST_BLACK")).hasSize((int) figure("LST_BLACK"));
    }

    @Test
    void aRateShowsWhatItIsTheQuotientOf() {
        var before = tally("AGR_SAFETY_PASS");
        var failed = UUID.randomUUID();
        var passed = List.of(UUID.randomUUID(), UUID.randomUUID());
        EventBroker.send(Events.inspection(failed, 1, thisYear(clock), Sampling.of("AGRICULTURAL", false)));
        passed.forEach(
                id -> EventBroker.send(Events.inspection(id, 1, thisYear(clock), Sampling.of("AGRICULTURAL", true))));
        untilTally("AGR_SAFETY_PASS", before.plus(new Tally(2, 3)));
        var after = tally("AGR_SAFETY_PASS");
        anyone().get("/live")
                .then()
                .body("figures.find {it.code == 'AGR_SAFETY_PASS'}.status", equalTo("P"))
                .body(
                        "figures.find {it.code == 'AGR_SAFETY_PASS'}.period",
                        equalTo(thisYear(clock).substring(0, 4)));
        assertThat(rate("AGR_SAFETY_PASS"))
                .isEqualByComparingTo(after.percentage().orElseThrow());
        anyone().get("/live/AGR_SAFETY_PASS/records?limit=200")
                .then()
                .body("items.find {it.inspectionId == '%s'}.passed".formatted(failed), equalTo(false))
                .body("items.find {it.inspectionId == '%s'}.uscc".formatted(failed), equalTo(USCC))
                .body("items.find {it.inspectionId == '%s'}.product".formatted(failed), equalTo("示例产品"))
                .body("items.find {it.inspectionId == '%s'}.region".formatted(failed), equalTo("371102"));
    }

    @Test
    void nothingOutOfNothingHasNoValue() {
        // Of this figure no other test sends anything of this year.
        anyone().get("/live")
                .then()
                .body("figures.find {it.code == 'FOD_DRUG_PASS'}.status", equalTo("M"))
                .body("figures.find {it.code == 'FOD_DRUG_PASS'}.numerator", equalTo(0))
                .body("figures.find {it.code == 'FOD_DRUG_PASS'}.denominator", equalTo(0))
                .body("figures.find {it.code == 'FOD_DRUG_PASS'}", not(hasKey("value")));
    }

    /** Which results count: of this year, public, standing, and of a product whose kind somebody has said. */
    @Test
    void whatIsNotAPublicResultOfThisYearDoesNotCount() {
        var before = tally("PRD_SUPERV_PASS");
        var lastYear = UUID.randomUUID();
        var secret = UUID.randomUUID();
        var anyKind = UUID.randomUUID();
        var otherRecord = UUID.randomUUID();
        EventBroker.send(
                Events.inspection(lastYear, 1, "2019-12-31", Sampling.of("INDUSTRIAL", true)),
                Events.inspection(secret, 1, thisYear(clock), null),
                Events.inspection(anyKind, 1, thisYear(clock), Sampling.of(null, true)),
                Events.event(Events.RECORDS, "cn.quality.credit.record.recorded.v1", otherRecord, 1, """
                        {"recordId": "%s", "uscc": "%s", "kind": "PENALTY", "disclosure": "PUBLIC"}""".formatted(
                                otherRecord, USCC)));
        afterEverythingOn(database, Events.RECORDS, lastYear, secret, anyKind, otherRecord);
        assertThat(tally("PRD_SUPERV_PASS")).isEqualTo(before);
        assertThat(remainsOf(secret)).isEqualTo("1");
        assertThat(remainsOf(anyKind)).isEqualTo("1");
        assertThat(remainsOf(otherRecord)).isEqualTo("nothing");
    }

    @Test
    void aResultThatIsCorrectedMovesAndOneThatIsVoidedIsGone() {
        var before = tally("PRD_SUPERV_PASS");
        var id = UUID.randomUUID();
        EventBroker.send(Events.inspection(id, 1, thisYear(clock), Sampling.of("INDUSTRIAL", false)));
        untilTally("PRD_SUPERV_PASS", before.plus(new Tally(0, 1)));
        EventBroker.send(Events.inspection(id, 2, thisYear(clock), Sampling.of("INDUSTRIAL", true)));
        untilTally("PRD_SUPERV_PASS", before.plus(new Tally(1, 1)));
        EventBroker.send(Events.inspection(id, 4, thisYear(clock), null));
        untilTally("PRD_SUPERV_PASS", before);
        EventBroker.send(Events.inspection(id, 3, thisYear(clock), Sampling.of("INDUSTRIAL", true)));
        afterEverythingOn(database, Events.RECORDS, id);
        assertThat(tally("PRD_SUPERV_PASS")).isEqualTo(before);
        assertThat(remainsOf(id)).isEqualTo("4");
        anyone().get("/live/PRD_SUPERV_PASS/records?limit=200")
                .then()
                .body("items.inspectionId", not(hasItem(id.toString())));
    }

    /** 复检: the same sample examined again is one sample, and the recheck decides, whichever comes first. */
    @Test
    void aRecheckDecidesAboutTheSample() {
        var before = tally("PRD_SUPERV_PASS");
        var first = UUID.randomUUID();
        var recheck = UUID.randomUUID();
        var report = "示例检字 " + first;
        EventBroker.send(Events.inspection(
                recheck, 1, thisYear(clock), new Sampling("INDUSTRIAL", true, true, "示例复检 1", report)));
        untilTally("PRD_SUPERV_PASS", before.plus(new Tally(1, 1)));
        EventBroker.send(
                Events.inspection(first, 1, thisYear(clock), new Sampling("INDUSTRIAL", false, false, report, null)));
        afterEverythingOn(database, Events.RECORDS, first);
        assertThat(tally("PRD_SUPERV_PASS")).isEqualTo(before.plus(new Tally(1, 1)));
        EventBroker.send(Events.inspection(recheck, 2, thisYear(clock), null));
        untilTally("PRD_SUPERV_PASS", before.plus(new Tally(0, 1)));
    }

    @Test
    void aGroupStandardOfALocalBodyCountsWhileItIsValid() {
        long before = figure("STD_GROUP_Q");
        var local = UUID.randomUUID();
        var foreign = UUID.randomUUID();
        var national = UUID.randomUUID();
        EventBroker.send(
                Events.standard(local, 1, "T/RZEX 001-2026", "UPCOMING"),
                Events.standard(foreign, 1, "T/RZEXX 001-2026", "IN_FORCE"),
                Events.standard(national, 1, "GB/T 1.1-2020", "IN_FORCE"));
        afterEverythingOn(database, Events.STANDARDS, local, foreign, national);
        assertThat(figure("STD_GROUP_Q")).isEqualTo(before + 1);
        anyone().get("/live/STD_GROUP_Q/records?limit=200")
                .then()
                .body("items.find {it.standardId == '%s'}.number".formatted(local), equalTo("T/RZEX 001-2026"))
                .body("items.find {it.standardId == '%s'}.titleZh".formatted(local), equalTo("示例标准"));
        assertThat(remainsOf(foreign)).isEqualTo("1");
        assertThat(remainsOf(national)).isEqualTo("nothing");
        EventBroker.send(Events.standard(local, 2, "T/RZEX 001-2026", "ABOLISHED"));
        untilFigure("STD_GROUP_Q", before);
    }

    /** An enterprise of a grade counts in it and in the totals of two plans, each of which includes other grades. */
    @Test
    void anEntryCountsInEveryFigureWhoseRuleItMeets() {
        var figures = List.of("STD_GOOD_AA", "STD_GOOD_AAA", "STD_GOOD_TOTAL_Q", "STD_GOOD_TOTAL_S");
        var before = figures.stream().map(LiveFiguresTest::figure).toList();
        var id = UUID.randomUUID();
        var unknown = UUID.randomUUID();
        EventBroker.send(
                Events.entry("entered", unknown, 1, "EXPERT", "ENTERED", "\"specialty\": \"INDUSTRY\""),
                Events.entry("entered", id, 1, "GOOD_PRACTICE", "ENTERED", "\"grade\": \"AA\""));
        afterEverythingOn(database, Events.REGISTRIES, id, unknown);
        assertThat(moved(figures, before)).containsExactly(1L, 0L, 0L, 1L);
        EventBroker.send(Events.entry("changed", id, 2, "GOOD_PRACTICE", "ENTERED", "\"grade\": \"AAA\""));
        untilFigure("STD_GOOD_AAA", before.get(1) + 1);
        assertThat(moved(figures, before)).containsExactly(0L, 1L, 1L, 1L);
        anyone().get("/live/STD_GOOD_TOTAL_Q/records?limit=200")
                .then()
                .body("items.find {it.entryId == '%s'}.name".formatted(id), equalTo("示例条目"))
                .body("items.find {it.entryId == '%s'}.fields.grade".formatted(id), equalTo("AAA"));
        EventBroker.send(Events.entry("exited", id, 3, "GOOD_PRACTICE", "EXITED", null));
        untilFigure("STD_GOOD_AAA", before.get(1));
        assertThat(moved(figures, before)).containsExactly(0L, 0L, 0L, 0L);
    }

    private static List<Long> moved(List<String> figures, List<Long> before) {
        return IntStream.range(0, figures.size())
                .mapToObj(i -> figure(figures.get(i)) - before.get(i))
                .toList();
    }

    /** Several seats in one committee are one committee joined; what is of the city only is another figure. */
    @Test
    void aCommitteeIsJoinedOnce() {
        long joined = figure("STD_TC_MEMBER");
        long own = figure("STD_TC_CITY");
        var committee = "SAC/TC " + UUID.randomUUID();
        var first = UUID.randomUUID();
        var second = UUID.randomUUID();
        var city = UUID.randomUUID();
        EventBroker.send(
                Events.seat("entered", first, 1, committee, "NATIONAL"),
                Events.seat("entered", second, 1, committee, "NATIONAL"),
                Events.seat("entered", city, 1, "示例委员会" + city, "CITY"));
        afterEverythingOn(database, Events.REGISTRIES, first, second, city);
        assertThat(figure("STD_TC_MEMBER")).isEqualTo(joined + 1);
        assertThat(figure("STD_TC_CITY")).isEqualTo(own + 1);
        EventBroker.send(Events.entry("exited", first, 2, "TECH_COMMITTEE", "EXITED", null));
        afterEverythingOn(database, Events.REGISTRIES, first);
        assertThat(figure("STD_TC_MEMBER")).isEqualTo(joined + 1);
        EventBroker.send(Events.entry("exited", second, 2, "TECH_COMMITTEE", "EXITED", null));
        untilFigure("STD_TC_MEMBER", joined);
    }

    /** Many contradicting results of few samples, late, doubled and out of order, against a model without a database. */
    @Test
    void whateverTheOrderARateIsThatOfItsSamples() {
        var random = new Random(20_261_128);
        var before = tally("PRD_SUPERV_PASS");
        var storm = UUID.randomUUID();
        var sent = new ArrayList<CloudEvent>();
        var newest = new HashMap<UUID, Optional<Sampling>>();
        for (int record = 0; record < 30; record++) {
            var id = new UUID(random.nextLong(), random.nextLong());
            for (int version = 1; version <= 5; version++) {
                var report = "%s/%d".formatted(storm, random.nextInt(8));
                var recheck = random.nextInt(3) == 0;
                var sampling = random.nextInt(4) == 0
                        ? null
                        : new Sampling(
                                random.nextInt(5) == 0 ? "TOYS" : "INDUSTRIAL",
                                random.nextBoolean(),
                                recheck,
                                recheck ? report + "/r" : report,
                                recheck ? report : null);
                sent.add(Events.inspection(id, version, thisYear(clock), sampling));
                newest.put(id, Optional.ofNullable(sampling));
            }
        }
        sent.addAll(sent.subList(0, sent.size() / 3).stream()
                .map(event -> event.with("id", UUID.randomUUID().toString()))
                .toList());
        Collections.shuffle(sent, random);
        EventBroker.send(sent);
        afterEverythingOn(database, Events.RECORDS, newest.keySet().toArray(UUID[]::new));
        assertThat(tally("PRD_SUPERV_PASS").minus(before)).isEqualTo(Model.tally(newest));
    }

    @Test
    void theIndicatorShowsItsLiveFigure() {
        Api.put("/plans/live-plan", Api.plan("live-plan", "企业自我声明公开的企业标准数量达到3000项以上。"));
        Api.put("/indicators/STD_SELF_DECL", """
                {"code": "STD_SELF_DECL", "nameZh": "企业自我声明公开的企业标准数量", "nameEn": "Self-declared standards",
                 "domain": "standardization", "unit": "项", "kind": "REACH", "direction": "AT_LEAST",
                 "target": {"year": 2020, "value": 3000, "qualifier": "GE", "text": "3000项以上"},
                 "plans": ["live-plan"],
                 "quotations": [{"plan": "live-plan", "text": "企业标准数量达到3000项以上"}]}""");
        long before = figure("STD_SELF_DECL");
        EventBroker.send(Events.declaration("made", UUID.randomUUID(), 1, USCC, "Q/RZSL 020-2026", true, "PUBLIC"));
        untilFigure("STD_SELF_DECL", before + 1);
        anyone().get("/indicators/STD_SELF_DECL")
                .then()
                .statusCode(200)
                .body("live.value", equalTo((int) before + 1))
                .body("live.status", equalTo("P"));
    }

    @Test
    void theRecordsArePagedNewestFirst() {
        long before = figure("LST_RED");
        for (int i = 0; i < 5; i++) {
            EventBroker.send(Events.listing("published", UUID.randomUUID(), 1, "RED", "PUBLISHED"));
        }
        untilFigure("LST_RED", before + 5);
        List<String> all =
                anyone().get("/live/LST_RED/records?limit=200").then().extract().path("items.listingId");
        assertThat(records("LST_RED")).containsExactlyElementsOf(all).doesNotHaveDuplicates();
    }

    private static List<String> records(String code) {
        var ids = new ArrayList<String>();
        String next = null;
        do {
            var request = anyone().queryParam("limit", 2);
            var page = (next == null ? request : request.queryParam("after", next))
                    .get("/live/" + code + "/records")
                    .then()
                    .statusCode(200);
            ids.addAll(page.extract().path("items.listingId"));
            next = page.extract().path("next");
        } while (next != null);
        return ids;
    }

    private static long figure(String code) {
        return anyone().get("/live")
                .then()
                .statusCode(200)
                .extract()
                .<Number>path("figures.find {it.code == '%s'}.value".formatted(code))
                .longValue();
    }

    private static BigDecimal rate(String code) {
        return anyone().get("/live")
                .jsonPath(new JsonPathConfig(NumberReturnType.BIG_DECIMAL))
                .get("figures.find {it.code == '%s'}.value".formatted(code));
    }

    private static void untilTally(String code, Tally tally) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(tally(code)).isEqualTo(tally));
    }

    private static void untilFigure(String code, long value) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(figure(code)).isEqualTo(value));
    }

    /** All that is stored of a record besides its id. */
    private String remainsOf(UUID record) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement("""
                        select concat_ws(' ', sequence, figure, unit, passed, final, happened_at, shown, shown_until)
                        from live_record where id = ?""")) {
            query.setObject(1, record);
            try (var row = query.executeQuery()) {
                return row.next() ? row.getString(1) : "nothing";
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}

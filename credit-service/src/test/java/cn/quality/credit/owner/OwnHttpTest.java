package cn.quality.credit.owner;

import static cn.quality.credit.Credit.anybody;
import static cn.quality.credit.Credit.as;
import static cn.quality.credit.Credit.department;
import static cn.quality.credit.Credit.drafted;
import static cn.quality.credit.Credit.handler;
import static cn.quality.credit.Credit.next;
import static cn.quality.credit.Credit.post;
import static cn.quality.credit.Credit.published;
import static cn.quality.credit.Credit.record;
import static cn.quality.credit.Credit.registered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import cn.quality.credit.Credit;
import cn.quality.credit.CreditTest;
import cn.quality.platform.sql.Jdbc;
import cn.quality.testing.MovedClock;
import cn.quality.testing.Tokens;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The enterprise asks what is on file about it, who looked, and what it can do. */
@CreditTest
class OwnHttpTest {

    @Inject
    Jdbc sql;

    private String uscc = "";

    @BeforeEach
    void anEnterpriseWithAFile() {
        Credit.storeReferenceData();
        Credit.storeLaw();
        uscc = registered();
    }

    @AfterEach
    void today() {
        MovedClock.back();
    }

    @Test
    void itSeesWhateverIsOnFileInAnyDisclosure() {
        change("names", "name", "日照示例新名" + next() + "有限公司");
        change("amendments", "address", "日照市东港区示例路2号");
        change("regions", "region", "371103");
        for (var disclosure : List.of("PUBLIC", "AUTHORISED", "GOVERNMENT")) {
            var record = record(uscc, next());
            record.put("title", "示例" + disclosure);
            record.put("disclosure", disclosure);
            post(department(), "records", record).then().statusCode(201);
        }
        var listing = published(uscc, "BLACK");

        own("archive")
                .body(
                        "items.section",
                        contains(
                                "ENTERPRISE", "NAME", "REGION", "PARTICULARS", "RECORD", "RECORD", "RECORD", "LISTING"))
                .body("items.find { it.section == 'REGION' }.title", equalTo("371102"))
                .body("items.find { it.section == 'PARTICULARS' }.content.address", equalTo("日照市东港区示例路1号"))
                .body("items[0].content.uscc", equalTo(uscc))
                .body("items.title", hasItem("示例GOVERNMENT"))
                .body("items.findAll { it.section == 'RECORD' }.content.recordNumber", hasSize(3))
                .body("items.find { it.section == 'LISTING' }.key", equalTo(listing))
                .body("items.find { it.section == 'LISTING' }.state", equalTo("PUBLISHED"))
                .body("items.find { it.section == 'LISTING' }.content.acts.act", hasItem("PUBLISH"))
                .body("next", nullValue());
        own("archive?section=NAME").body("items", hasSize(1));
    }

    @Test
    void noOfficialIsNamed() {
        published(uscc, "BLACK");

        var file = own("archive").extract().asString();

        assertThat(file).doesNotContain("\"zhang\"", "\"li\"", "official");
    }

    @Test
    void workingPapersBeforeTheNoticeAreNotPartOfTheFile() {
        drafted(uscc, "BLACK");

        own("archive").body("items.section", not(hasItem("LISTING")));
        own("matters").body("items", empty());
    }

    @Test
    void itSeesNothingOfAnother() {
        var other = registered();
        published(other, "RED");
        post(department(), "records", record(other, next())).then().statusCode(201);

        var file = own("archive").body("items", hasSize(1)).extract().asString();

        assertThat(file).doesNotContain(other);
        own("matters").body("items", empty());
        own("lookups").body("items", empty());
    }

    @Test
    void pagesHangTogetherAndAFileHoldsAll() {
        for (int i = 0; i < 3; i++) {
            post(department(), "records", record(uscc, next())).then().statusCode(201);
        }
        published(uscc, "RED");
        var whole = own("archive").extract().<List<String>>path("items.key");

        var paged = new ArrayList<String>();
        var page = own("archive?limit=1");
        for (String next = page.extract().path("next");
                next != null;
                next = page.extract().path("next")) {
            paged.addAll(page.extract().<List<String>>path("items.key"));
            page = own("archive?limit=1&after=" + next);
        }
        paged.addAll(page.extract().<List<String>>path("items.key"));

        assertThat(paged).isEqualTo(whole).hasSize(5);
        assertThat(file("application/x-ndjson").lines()).hasSize(5).allMatch(line -> line.contains("\"section\""));
        assertThat(file("text/csv").lines()).hasSize(6).first().asString().contains("section,key,day,title");
    }

    @Test
    void aCellThatWouldCalculateIsNeutralised() {
        var record = record(uscc, next());
        record.put("title", "=1+1");
        post(department(), "records", record).then().statusCode(201);

        assertThat(file("text/csv")).contains(",'=1+1,");
    }

    @Test
    void itSeesWhoScreenedItAndWhatFor() {
        var bank = "bank-" + next();
        screen(bank, Map.of("uscc", uscc));
        screen(bank, Map.of("name", "日照示例海洋食品"));

        own("lookups")
                .body("items", hasSize(1))
                .body("items[0].client", equalTo(bank))
                .body("items[0].by", equalTo(bank))
                .body("items[0].purpose", equalTo("供应商准入审查"));
    }

    @Test
    void ofTheOfficeItIsToldTheDepartmentAlone() {
        String record = post(department(), "records", record(uscc, next())).path("id");
        var auditor = Tokens.of("auditor").user("wu").department("日照市示例审计机构");
        as(auditor).get("records/" + record).then().statusCode(200);
        as(auditor).get("enterprises/" + uscc + "/status").then().statusCode(200);
        as(department()).get("records/" + record).then().statusCode(200);

        own("lookups")
                .body("items.by", contains("日照市示例审计机构", "日照市示例审计机构"))
                .body("items.purpose", contains("审计查询信用状况", "审计查阅档案记录"))
                .body("items[0].client", nullValue());
    }

    @Test
    void aCorrectedRecordStaysOnFileBesideItsCorrection() {
        String record = post(department(), "records", record(uscc, next())).path("id");
        var content = record(uscc, next());
        content.keySet().removeAll(List.of("uscc", "kind", "source"));
        content.put("title", "示例更正后");
        var correction = Map.of("reason", "示例", "source", Credit.source("K-" + next()), "content", content);
        post(department(), "records/" + record + "/corrections", correction)
                .then()
                .statusCode(201);

        own("archive?section=RECORD")
                .body("items.state", contains("CORRECTED", "STANDING"))
                .body("items[1].content.corrects", equalTo(record));
    }

    @Test
    void thePublicIsCountedByDayAndNotKnown() {
        for (int i = 0; i < 3; i++) {
            anybody().get("enterprises/" + uscc).then().statusCode(200);
        }

        await().atMost(Duration.ofSeconds(30))
                .until(() -> own("lookup-counts").extract().<List<Integer>>path("items.looks"), List.of(3)::equals);
        own("lookup-counts").body("items.day", contains(MovedClock.today().toString()));
        own("lookups").body("items", empty());
    }

    @Test
    void looksAreForgottenAfterTheirTerm() {
        screen("bank-" + next(), Map.of("uscc", uscc));
        own("lookups").body("items", hasSize(1));

        MovedClock.forward(Duration.ofDays(1_096));

        await().atMost(Duration.ofSeconds(30))
                .until(() ->
                        own("lookups").extract().<List<Object>>path("items").isEmpty());
    }

    @Test
    void itSeesWhatRunsAndWhatItCanDo() {
        var listing = published(uscc, "BLACK");

        own("matters")
                .body("items", hasSize(1))
                .body("items[0].listingId", equalTo(listing))
                .body("items[0].state", equalTo("PUBLISHED"))
                .body("items[0].removal", equalTo("满一年可申请信用修复"))
                .body("items[0].remedies", equalTo("六十日内可申请行政复议"))
                .body("items[0].can", contains("STATEMENT", "OBJECTION", "REPAIR_APPLICATION"));

        as(Credit.enterprise(uscc))
                .contentType(ContentType.JSON)
                .body(Map.of("content", "示例：涉案产品并非本公司生产"))
                .post("listings/" + listing + "/objections")
                .then()
                .statusCode(200);

        own("matters")
                .body("items[0].state", equalTo("OBJECTION_OPEN"))
                .body("items[0].can", contains("STATEMENT"))
                .body("items[0].deadlines.kind", hasItem("OBJECTION"))
                .body("items[0].clocks.clock", hasItem("OBJECTION"));
    }

    @Test
    void itSeesWhatItIsToldBeforeADecision() {
        var listing = drafted(uscc, "BLACK");
        Credit.act(handler(), listing, "submission", Map.of()).then().statusCode(200);
        own("matters").body("items", empty());

        Credit.act(
                        Credit.approver(),
                        listing,
                        "notice",
                        Map.of(
                                "documentNumber",
                                "示例告〔2026〕1号",
                                "servedOn",
                                MovedClock.today().toString(),
                                "method",
                                "示例直接送达"))
                .then()
                .statusCode(200);

        own("matters")
                .body("items[0].listingId", equalTo(listing))
                .body("items[0].state", equalTo("NOTICE_SERVED"))
                .body("items[0].can", contains("DEFENCE"))
                .body("items[0].deadlines.kind", contains("DEFENCE"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"archive", "matters", "lookups", "lookup-counts"})
    void onlyAnEnterpriseAsksForItself(String what) {
        anybody().get("own/" + what).then().statusCode(401);
        as(Tokens.of("auditor").uscc(uscc)).get("own/" + what).then().statusCode(403);
        as(Tokens.of("enterprise")).get("own/" + what).then().statusCode(403).body("code", equalTo("no-enterprise"));
    }

    private void change(String what, String field, String value) {
        post(
                        department(),
                        "enterprises/" + uscc + "/" + what,
                        Map.of(
                                field,
                                value,
                                "effectiveFrom",
                                "2026-03-02",
                                "reason",
                                "示例",
                                "source",
                                Credit.source("O-" + next())))
                .then()
                .statusCode(201);
    }

    private ValidatableResponse own(String what) {
        return as(Tokens.of("enterprise").uscc(uscc)).get("own/" + what).then().statusCode(200);
    }

    private String file(String mediaType) {
        var answer = anybody()
                .auth()
                .oauth2(Tokens.of("enterprise").uscc(uscc).sign())
                .header("Accept", mediaType)
                .get("own/archive");
        answer.then().statusCode(200).header("Cache-Control", "private, no-store");
        return answer.asString();
    }

    private static void screen(String client, Map<String, Object> subject) {
        post(
                        Tokens.of("screening-client").client(client),
                        "screenings",
                        Map.of("purpose", "供应商准入审查", "subjects", List.of(subject)))
                .then()
                .statusCode(201);
    }
}

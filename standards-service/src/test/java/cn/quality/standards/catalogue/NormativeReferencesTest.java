package cn.quality.standards.catalogue;

import static cn.quality.standards.suite.Bodies.standard;
import static cn.quality.standards.suite.Bodies.with;
import static cn.quality.standards.suite.Http.administrator;
import static cn.quality.standards.suite.Http.anyone;
import static cn.quality.testing.Refusal.refused;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import cn.quality.standards.StandardsTest;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a standard cites, and what else its cover tells. */
@StandardsTest
class NormativeReferencesTest {

    private static String enter(Map<String, Object> body) {
        return administrator()
                .body(body)
                .post("standards")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static Map<String, Object> edition(String number, String day) {
        var body = new HashMap<>(standard(number, "引用试验", "NATIONAL", "IN_FORCE"));
        body.put("publishedOn", day);
        body.put("implementedOn", day);
        return body;
    }

    private static ValidatableResponse references(String id, String day) {
        return anyone().queryParam("on", day)
                .get("standards/" + id + "/normative-references")
                .then()
                .statusCode(200)
                .body("on", equalTo(day));
    }

    @Test
    void anUndatedReferenceMeansTheEditionInForceOnTheDayAndStaysUndated() {
        enter(edition("GB/T 78101-2009", "2010-01-01"));
        enter(with(edition("GB/T 78101-2019", "2020-01-01"), "replaces", List.of("GB/T 78101-2009")));
        var citing = enter(with(
                edition("GB/T 78102-2015", "2015-01-01"),
                "cites",
                List.of("GB/T 78101", "gb/t 78101—2009", "GB/T 78199-2001")));

        references(citing, "2016-01-01")
                .body("items.number", containsInAnyOrder("GB/T 78101", "GB/T 78101-2009", "GB/T 78199-2001"))
                .body("items.find { it.number == 'GB/T 78101' }.dated", equalTo(false))
                .body("items.find { it.number == 'GB/T 78101' }.editions.number", contains("GB/T 78101-2009"))
                .body("items.find { it.number == 'GB/T 78199-2001' }.editions", empty());
        references(citing, "2021-01-01")
                .body("items.find { it.number == 'GB/T 78101' }.editions.number", contains("GB/T 78101-2019"))
                // A dated reference means its edition, whatever became of it.
                .body("items.find { it.number == 'GB/T 78101-2009' }.editions.number", contains("GB/T 78101-2009"))
                .body("items.find { it.number == 'GB/T 78101-2009' }.editions.status", contains("REPLACED"));
        anyone().get("standards/" + citing)
                .then()
                .body("cites.find { it.number == 'GB/T 78101' }.dated", equalTo(false))
                .body("cites.find { it.number == 'GB/T 78101' }.standard", nullValue())
                .body("cites.find { it.number == 'GB/T 78101-2009' }.standard.status", equalTo("REPLACED"));
    }

    /** A standard may be cited by thousands; it neither shows them nor is it their successor. */
    @Test
    void aCitationIsNoSuccession() {
        var cited = enter(edition("GB/T 78103-2009", "2010-01-01"));
        enter(with(edition("GB/T 78104-2015", "2015-01-01"), "cites", List.of("GB/T 78103-2009")));
        anyone().get("standards/" + cited)
                .then()
                .body("status", equalTo("IN_FORCE"))
                .body("latest.id", contains(cited))
                .body("replacedBy", empty())
                .body("cites", empty());
    }

    @Test
    void whatTheCoverTellsIsShown() {
        var body = edition("GB/T 78105-2016", "2016-01-01");
        body.put("firstPublishedOn", "1988-12-10");
        body.put("reviewedOn", "2022-07-01");
        body.put("draftingUnits", List.of("示例研究院", "示例大学"));
        body.put("scope", "本标准规定了示例的要求。");
        anyone().get("standards/" + enter(body))
                .then()
                .body("firstPublishedOn", equalTo("1988-12-10"))
                .body("reviewedOn", equalTo("2022-07-01"))
                .body("draftingUnits", contains("示例研究院", "示例大学"))
                .body("scope", equalTo("本标准规定了示例的要求。"));
    }

    @Test
    void saysWhatIsWrongWithReferencesAndDates() {
        var body = edition("GB/T 78106-2016", "2016-01-01");
        body.put("cites", List.of("GB/T 78106-2016", "GB/X 1"));
        body.put("firstPublishedOn", "2016-01-02");
        body.put("reviewedOn", "2015-12-31");
        body.put("draftingUnits", List.of(" "));
        refused(administrator().body(body).post("standards").then(), 400, "invalid-argument")
                .body(
                        "violations.collect { it.field + ' ' + it.code }",
                        containsInAnyOrder(
                                "cites[0] itself",
                                "cites[1] suffix",
                                "publishedOn date-order",
                                "reviewedOn date-order",
                                "draftingUnits[0] required"));
        refused(
                anyone().get("standards/" + UUID.randomUUID() + "/normative-references")
                        .then(),
                404,
                "not-found");
    }
}

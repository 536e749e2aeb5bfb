package cn.quality.standards.catalogue;

import static cn.quality.standards.suite.Bodies.declaration;
import static cn.quality.standards.suite.Bodies.standard;
import static cn.quality.standards.suite.Bodies.with;
import static cn.quality.standards.suite.Http.administrator;
import static cn.quality.standards.suite.Http.anyone;
import static cn.quality.standards.suite.Http.enterprise;
import static cn.quality.testing.Refusal.refused;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import cn.quality.standards.StandardsTest;
import cn.quality.standards.suite.Fictional;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Editions, their numbers and their force as the years pass. */
@StandardsTest
class StandardsInTimeTest {

    private static String enter(Map<String, Object> body) {
        return administrator().body(body).post("standards").then().extract().path("id");
    }

    private static Map<String, Object> edition(String number, String published, String implemented) {
        var body = new HashMap<>(standard(number, "时间试验", "NATIONAL", "IN_FORCE"));
        body.put("publishedOn", published);
        body.put("implementedOn", implemented);
        return body;
    }

    private static ValidatableResponse stateOn(String id, String day) {
        return anyone().queryParam("on", day)
                .get("standards/" + id + "/state")
                .then()
                .statusCode(200);
    }

    @Test
    void betweenPublicationAndImplementationOfTheSuccessorTheOldOneIsInForce() {
        var old = enter(edition("GB 78001-2009", "2009-01-01", "2010-01-01"));
        var next =
                enter(with(edition("GB 78001-2019", "2019-01-01", "2020-01-01"), "replaces", List.of("GB 78001-2009")));
        stateOn(old, "2008-12-31").body("status", nullValue());
        stateOn(old, "2009-06-01").body("status", equalTo("UPCOMING"));
        stateOn(old, "2019-06-01").body("status", equalTo("IN_FORCE"));
        stateOn(next, "2019-06-01").body("status", equalTo("UPCOMING"));
        stateOn(old, "2020-01-01")
                .body("status", equalTo("REPLACED"))
                .body("succession", equalTo("COMPLETE"))
                .body("replacedBy.number", contains("GB 78001-2019"));
        anyone().get("standards/" + old).then().body("status", equalTo("REPLACED"));
        anyone().queryParam("q", "GB 78001")
                .queryParam("status", "IN_FORCE")
                .get("standards")
                .then()
                .body("items.number", contains("GB 78001-2019"));
    }

    @Test
    void inATransitionBothEditionsAreValidAndAnUndatedReferenceMeansBoth() {
        var old = enter(with(edition("GB 78002-2009", "2009-01-01", "2010-01-01"), "abolishedOn", "2021-07-01"));
        var next =
                enter(with(edition("GB 78002-2019", "2019-01-01", "2020-07-01"), "replaces", List.of("GB 78002-2009")));
        stateOn(old, "2020-12-01").body("status", equalTo("IN_FORCE"));
        stateOn(next, "2020-12-01").body("status", equalTo("IN_FORCE"));
        stateOn(old, "2021-07-01").body("status", equalTo("REPLACED"));
        undated("GB 78002", "2015-01-01").body("inForce.number", contains("GB 78002-2009"));
        undated("GB 78002", "2020-12-01").body("inForce.number", contains("GB 78002-2019", "GB 78002-2009"));
        undated("GB 78002", "2022-01-01").body("inForce.number", contains("GB 78002-2019"));
    }

    private static ValidatableResponse undated(String number, String day) {
        return anyone().queryParam("number", number)
                .queryParam("on", day)
                .get("numbers")
                .then()
                .statusCode(200)
                .body("dated", equalTo(false))
                .body("canonicalNumber", equalTo(number))
                .body("standard", nullValue());
    }

    @Test
    void whatIsReplacedInPartStaysInForce() {
        var old = enter(edition("GB 78003-2009", "2009-01-01", "2010-01-01"));
        enter(with(edition("GB 78003-2019", "2019-01-01", "2020-01-01"), "replacesInPart", List.of("GB 78003-2009")));
        stateOn(old, "2024-01-01").body("status", equalTo("IN_FORCE")).body("succession", equalTo("PARTIAL"));
        anyone().get("standards/" + old)
                .then()
                .body("status", equalTo("IN_FORCE"))
                .body("replacedBy", empty())
                .body("replacedInPartBy.number", contains("GB 78003-2019"))
                .body("latest.id", contains(old));
    }

    /** Some mandatory standards became recommended in 2017 without a new edition. */
    @Test
    void aStandardThatBecameRecommendedIsOneUnderTwoNumbers() {
        var present = with(
                edition("GB/T 78004-2000", "2000-01-01", "2000-09-01"),
                "formerNumbers",
                List.of(Map.of("number", "GB 78004-2000", "until", "2017-03-23")));
        var id = enter(present);
        stateOn(id, "2015-06-01").body("number", equalTo("GB 78004-2000")).body("nature", equalTo("MANDATORY"));
        stateOn(id, "2017-03-23").body("number", equalTo("GB/T 78004-2000")).body("nature", equalTo("RECOMMENDED"));
        anyone().queryParam("number", "GB 78004—2000").get("numbers").then().body("standard.id", equalTo(id));
        // A declaration that cites the former number is not outdated.
        enterprise(Fictional.uscc())
                .body(declaration("Q/RZTIME 004-2024", "GB 78004-2000"))
                .post("declarations")
                .then()
                .statusCode(201);
        refused(
                administrator()
                        .body(edition("GB 78004-2000", "2000-01-01", "2000-09-01"))
                        .post("standards")
                        .then(),
                409,
                "number-taken");
        var successor = enter(
                with(edition("GB/T 78004-2020", "2020-01-01", "2020-09-01"), "replaces", List.of("GB 78004-2000")));
        anyone().get("standards/" + id).then().body("latest.id", contains(successor));
    }

    @Test
    void whatWasKnownThenIsAnsweredAsItWasKnownThen() {
        var body = edition("GB 78005-2009", "2009-01-01", "2010-01-01");
        var id = enter(body);
        var known = Instant.parse(stateOn(id, "2025-01-01").extract().path("recordedAt"));
        enter(with(body, "abolishedOn", "2024-01-01"));
        stateOn(id, "2025-01-01").body("status", equalTo("ABOLISHED"));
        anyone().queryParam("on", "2025-01-01")
                .queryParam("asOf", known.toString())
                .get("standards/" + id + "/state")
                .then()
                .body("status", equalTo("IN_FORCE"))
                .body("recordedAt", equalTo(known.toString()));
        refused(
                anyone().queryParam("asOf", known.minusSeconds(1).toString())
                        .get("standards/" + id + "/state")
                        .then(),
                404,
                "not-found");
        // What others stated later of it was not known then either.
        enter(with(edition("GB 78005-2019", "2019-01-01", "2020-01-01"), "replaces", List.of("GB 78005-2009")));
        anyone().queryParam("on", "2025-01-01")
                .queryParam("asOf", known.toString())
                .get("standards/" + id + "/state")
                .then()
                .body("replacedBy", empty());
    }

    @Test
    void aStatementTakenBackBringsTheOldEditionBackIntoForce() {
        var old = enter(edition("GB 78006-2009", "2009-01-01", "2010-01-01"));
        var next = edition("GB 78006-2019", "2019-01-01", "2020-01-01");
        enter(with(next, "replaces", List.of("GB 78006-2009")));
        anyone().get("standards/" + old).then().body("status", equalTo("REPLACED"));
        enter(next);
        anyone().get("standards/" + old).then().body("status", equalTo("IN_FORCE"));
    }

    @Test
    void amendmentsHaveDatesOfTheirOwnAndStandWithTheirEdition() {
        var id = enter(edition("GB 78007-2009", "2009-01-01", "2010-01-01"));
        var amendment = enter(edition("GB 78007-2009/XG1-2014", "2014-01-01", "2014-06-01"));
        anyone().get("standards/" + id).then().body("supplements.id", contains(amendment));
        anyone().get("standards/" + amendment)
                .then()
                .body("supplements", empty())
                .body("implementedOn", equalTo("2014-06-01"));
        undated("GB 78007", "2015-01-01").body("inForce.id", contains(id));
    }

    @Test
    void aWrongNumberIsAnsweredWithItsPlaceAndWithWhatMayHaveBeenMeant() {
        enter(standard("ISO/IEC 98948:2004", "候选试验甲", "INTERNATIONAL", "IN_FORCE"));
        enter(standard("ISO 98103:2015", "候选试验乙", "INTERNATIONAL", "IN_FORCE"));
        refused(anyone().queryParam("number", "ISO 98103;2015").get("numbers").then(), 422, "invalid-standard-number")
                .body("violations.code", contains("year-separator", "candidates"))
                .body("violations[0].message", containsString("第 10 个字符处"))
                .body("violations[1].message", containsString("ISO 98103:2015"));
        anyone().queryParam("number", "ISO/TS 98103:2015")
                .get("numbers")
                .then()
                .statusCode(200)
                .body("standard", nullValue())
                .body("candidates.number", contains("ISO 98103:2015"));
        refused(
                        enterprise(Fictional.uscc())
                                .body(declaration("Q/RZTIME 008-2024", "ISO/IEC 98948:2003", "ISO/TS 98103:2015"))
                                .post("declarations")
                                .then(),
                        422,
                        "unusable-standard")
                .body("violations.code", contains("unknown-standard", "unknown-standard"))
                .body("violations[0].message", containsString("ISO/IEC 98948:2004"))
                .body("violations[1].message", containsString("ISO 98103:2015"));
    }

    @Test
    void numbersInATextAreFoundWithWhatTheyAre() {
        var id = enter(standard("GB 78009-2010", "文本试验", "NATIONAL", "IN_FORCE"));
        var text = "本产品符合 gb78009—2010 和 GB/T 19001 的要求";
        anyone().contentType("application/json")
                .body(Map.of("text", text))
                .post("numbers/in-text")
                .then()
                .statusCode(200)
                .body("items.canonicalNumber", contains("GB 78009-2010", "GB/T 19001"))
                .body("items[0].standard.id", equalTo(id))
                .body("items[0].start", equalTo(text.indexOf("gb")))
                .body("items[1].standard", nullValue());
        refused(
                anyone().contentType("application/json")
                        .body(Map.of())
                        .post("numbers/in-text")
                        .then(),
                400,
                "invalid-argument");
    }

    @ParameterizedTest
    @CsvSource({"on, 2017-02-30", "on, gestern", "asOf, 2026-03-01"})
    void daysAndMomentsAreChecked(String field, String value) {
        var id = enter(standard("GB 78010-2010", "日期试验", "NATIONAL", "IN_FORCE"));
        refused(
                        anyone().queryParam(field, value)
                                .get("standards/" + id + "/state")
                                .then(),
                        400,
                        "invalid-argument")
                .body("violations[0].field", equalTo(field));
    }
}

package cn.quality.standards.catalogue;

import static cn.quality.standards.suite.Bodies.standard;
import static cn.quality.standards.suite.Bodies.with;
import static cn.quality.standards.suite.Http.administrator;
import static cn.quality.standards.suite.Http.anyone;
import static cn.quality.testing.Refusal.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import cn.quality.standards.StandardsTest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A line of three editions, found in any spelling. */
@StandardsTest
class SearchTest {

    /** The first test enters them, every later one states the same again. */
    @BeforeEach
    void enterALineOfEditions() {
        enter(edition("GB/T 79001-2000", "2000-01-01", List.of()));
        enter(edition("GB/T 79001-2016", "2016-01-01", List.of("GB/T 79001-2008")));
        enter(edition("GB/T 79001-2008", "2008-01-01", List.of("GB/T 79001-2000")));
    }

    private static Map<String, Object> edition(String number, String day, List<String> replaces) {
        var body = new HashMap<>(standard(number, "检索分面试验", "NATIONAL", "IN_FORCE"));
        body.put("publishedOn", day);
        body.put("implementedOn", day);
        body.put("ics", "03.120.10");
        body.put("ccs", "A00");
        body.put("department", "示例主管部门");
        return with(body, "replaces", replaces);
    }

    private static Map<String, Object> titled(String title, Map<String, Object> edition) {
        return with(edition, "titleZh", title);
    }

    private static void enter(Map<String, Object> body) {
        administrator().body(body).post("standards").then().statusCode(anyOf(equalTo(200), equalTo(201)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GB/T 79001", "gbt 79001", "GBT79001", "gb/t79001", "ＧＢ／Ｔ 79001", "检索分面", "79001 试验"})
    void whatIsInForceComesFirstAndWhatWasReplacedNamesIt(String q) {
        anyone().queryParam("q", q)
                .get("standards")
                .then()
                .statusCode(200)
                .body("items.number", contains("GB/T 79001-2016", "GB/T 79001-2000", "GB/T 79001-2008"))
                .body("items.status", contains("IN_FORCE", "REPLACED", "REPLACED"))
                .body("items[0].latest", nullValue())
                .body("items[1].latest.number", contains("GB/T 79001-2016"))
                .body("items[2].latest.number", contains("GB/T 79001-2016"));
    }

    @Test
    void theNumberAskedForComesBeforeTitlesThatNameIt() {
        enter(titled("编号优先", edition("GB/T 76309-2016", "2016-01-01", List.of("GB/T 76309-2008"))));
        enter(titled("编号优先", edition("GB/T 76309-2008", "2008-01-01", List.of())));
        enter(titled("GB/T 76309-2008 应用指南", edition("GB/T 76308-2020", "2020-01-01", List.of())));
        assertThat(pages("GB/T 76309-2008")).containsExactly("GB/T 76309-2008", "GB/T 76308-2020");
        assertThat(pages("GB/T 76309")).containsExactly("GB/T 76309-2016", "GB/T 76309-2008", "GB/T 76308-2020");
    }

    @Test
    void pagesFollowThatOrder() {
        assertThat(pages("gbt79001")).containsExactly("GB/T 79001-2016", "GB/T 79001-2000", "GB/T 79001-2008");
    }

    /** One by one. */
    private static List<String> pages(String q) {
        var seen = new ArrayList<String>();
        var after = "";
        do {
            var page = anyone().queryParam("q", q)
                    .queryParam("limit", 1)
                    .queryParam("after", after)
                    .get("standards")
                    .then()
                    .statusCode(200)
                    .extract();
            seen.addAll(page.<List<String>>path("items.number"));
            after = page.path("next");
        } while (after != null);
        return seen;
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "ics, 03, 3",
                "ics, 03.120, 3",
                "ics, 03.100, 0",
                "ccs, A, 3",
                "ccs, A00, 3",
                "ccs, B, 0",
                "year, 2008, 1",
                "department, 示例主管部门, 3",
                "department, 别的部门, 0",
                "nature, RECOMMENDED, 3",
                "nature, GUIDE, 0",
                "status, REPLACED, 2"
            })
    void narrowsByEachFacet(String facet, String value, int found) {
        anyone().queryParam("q", "79001")
                .queryParam(facet, value)
                .get("standards")
                .then()
                .body("items", hasSize(found));
    }

    @Test
    void countsWhatASearchFinds() {
        anyone().queryParam("q", "gbt79001")
                .get("standards/facets")
                .then()
                .statusCode(200)
                .body("level", hasItem(Map.of("value", "NATIONAL", "count", 3)))
                .body("status.value", contains("REPLACED", "IN_FORCE"))
                .body("status.count", contains(2, 1))
                .body("ics.value", contains("03"))
                .body("ccs.value", contains("A"))
                .body("year.count", contains(1, 1, 1))
                .body("department[0].count", equalTo(3));
        anyone().queryParam("q", "gbt79001")
                .queryParam("status", "ABOLISHED")
                .get("standards/facets")
                .then()
                .body("level", empty());
    }

    @ParameterizedTest
    @CsvSource({"ics, 3", "ics, 0%", "ccs, I10", "year, 20", "nature, ANY", "level, ANY"})
    void refusesWhatNoFacetHas(String facet, String value) {
        refused(anyone().queryParam(facet, value).get("standards/facets").then(), 400, "invalid-argument");
        refused(anyone().queryParam(facet, value).get("standards").then(), 400, "invalid-argument");
    }
}

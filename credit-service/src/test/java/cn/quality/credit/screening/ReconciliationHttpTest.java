package cn.quality.credit.screening;

import static cn.quality.credit.Credit.anybody;
import static cn.quality.credit.Credit.next;
import static cn.quality.credit.Credit.published;
import static cn.quality.credit.Credit.registered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import cn.quality.credit.Credit;
import cn.quality.credit.CreditTest;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody cleans a table in OpenRefine. */
@CreditTest
class ReconciliationHttpTest {

    @BeforeEach
    void referenceData() {
        Credit.storeReferenceData();
    }

    @Test
    void theManifestSaysWhatTheServiceSpeaks() {
        anybody()
                .get("reconcile")
                .then()
                .statusCode(200)
                .body("versions", equalTo(List.of("0.2")))
                .body("identifierSpace", equalTo("urn:gb:32100-2015"))
                .body("defaultTypes.id", equalTo(List.of("enterprise")))
                .body("view.url", containsString("/credit/{{id}}"))
                .body("suggest.entity.service_path", equalTo("/reconcile/suggest"));
    }

    @Test
    void oneNameOneEnterpriseIsAMatchAndNothingIsToldOfLists() {
        var name = "日照示例麦鸡%d号渔业有限公司".formatted(next());
        var uscc = registered(Map.of("name", name));
        published(uscc, "BLACK");

        var answer = ask(Map.of("q0", Map.of("query", name.replace("有限公司", "有限责任公司"), "type", "enterprise")));

        answer.then()
                .statusCode(200)
                .body("q0.result", hasSize(1))
                .body("q0.result[0].id", equalTo(uscc))
                .body("q0.result[0].name", equalTo(name))
                .body("q0.result[0].score", equalTo(97f))
                .body("q0.result[0].match", equalTo(true))
                .body("q0.result[0].type.id", equalTo(List.of("enterprise")))
                .body("q0.result[0].features.id", equalTo(List.of("name-equal")))
                .body("q0.result[0].description", containsString("请以统一社会信用代码确认"));
        assertThat(answer.asString()).doesNotContain("BLACK").doesNotContain("示例事由");
    }

    @Test
    void twoOfOneNameAreNoMatch() {
        var name = "日照示例反嘴鹬%d号渔业有限公司".formatted(next());
        registered(Map.of("name", name));
        registered(Map.of("name", name));

        ask(Map.of("q0", Map.of("query", name)))
                .then()
                .body("q0.result.score", equalTo(List.of(97f, 97f)))
                .body("q0.result.match", equalTo(List.of(false, false)));
        ask(Map.of("q0", Map.of("query", name, "limit", 1))).then().body("q0.result", hasSize(1));
    }

    @Test
    void aCodeSettlesItAsAPropertyOrAsTheQuery() {
        var name = "日照示例矶鹬%d号渔业有限公司".formatted(next());
        var uscc = registered(Map.of("name", name));

        var answer = ask(Map.of(
                "property",
                Map.of("query", name, "properties", List.of(Map.of("pid", "uscc", "v", Map.of("id", uscc)))),
                "query",
                Map.of("query", " " + uscc)));

        answer.then()
                .body("property.result.id", equalTo(List.of(uscc)))
                .body("property.result[0].score", equalTo(100f))
                .body("property.result[0].match", equalTo(true))
                .body("property.result[0].description", nullValue())
                .body("query.result.id", equalTo(List.of(uscc)));
    }

    @Test
    void aRegionTellsWhichOneIsMeant() {
        int n = next();
        var uscc = registered(Map.of("name", "示例彩鹬%d号渔业有限公司".formatted(n)));
        var name = "示例彩鹬%d号渔业公司".formatted(n);

        ask(Map.of(
                        "none", Map.of("query", name),
                        "here", Map.of("query", name, "properties", List.of(Map.of("pid", "region", "v", "371102"))),
                        "list",
                                Map.of(
                                        "query",
                                        name,
                                        "properties",
                                        List.of(Map.of("pid", "region", "v", List.of("371100")))),
                        "else", Map.of("query", name, "properties", List.of(Map.of("pid", "region", "v", "370200"))),
                        "word", Map.of("query", name, "properties", List.of(Map.of("pid", "region", "v", "海边")))))
                .then()
                .body("none.result[0].score", equalTo(85f))
                .body("here.result[0].score", equalTo(95f))
                .body("here.result[0].id", equalTo(uscc))
                .body("list.result[0].score", equalTo(95f))
                .body("else.result", empty())
                .body("word.result[0].score", equalTo(85f));
    }

    /** What is for review is for a person to decide, never matched by itself. */
    @Test
    void onlyAMatchIsMatchedByItself() {
        int n = next();
        var uscc = registered(Map.of("name", "日照示例丘鹬%d号渔业有限公司".formatted(n)));

        ask(Map.of(
                        "form", Map.of("query", "日照示例丘鹬%d号渔业厂".formatted(n)),
                        "slip", Map.of("query", "日照示例邱鹬%d号渔业有限公司".formatted(n)),
                        "name",
                                Map.of(
                                        "query",
                                        "日照示例别人%d号纺织有限公司".formatted(n),
                                        "properties",
                                        List.of(Map.of("pid", "uscc", "v", uscc)))))
                .then()
                .body("form.result.id", equalTo(List.of(uscc)))
                .body("form.result.match", equalTo(List.of(false)))
                .body("slip.result.id", equalTo(List.of(uscc)))
                .body("slip.result.match", equalTo(List.of(false)))
                .body("name.result.id", equalTo(List.of(uscc)))
                .body("name.result.match", equalTo(List.of(false)));
    }

    @Test
    void whoAsksForAnotherTypeIsAnsweredWithNobody() {
        var uscc = registered();

        ask(Map.of(
                        "person", Map.of("query", uscc, "type", "person"),
                        "persons", Map.of("query", uscc, "type", List.of("person", Map.of("id", "place"))),
                        "either", Map.of("query", uscc, "type", List.of("person", "enterprise")),
                        "any", Map.of("query", uscc, "type", "")))
                .then()
                .body("person.result", empty())
                .body("persons.result", empty())
                .body("either.result.id", equalTo(List.of(uscc)))
                .body("any.result.id", equalTo(List.of(uscc)));
    }

    @Test
    void pagesOfAnyOriginMayRead() {
        anybody().get("reconcile").then().header("Access-Control-Allow-Origin", equalTo("*"));
        ask(Map.of()).then().header("Access-Control-Allow-Origin", equalTo("*"));
        anybody().get("reconcile/suggest").then().header("Access-Control-Allow-Origin", equalTo("*"));
        form("{").then().statusCode(400).header("Access-Control-Allow-Origin", equalTo("*"));
    }

    @Test
    void aBatchOfAnySizeOpenRefineSendsIsTaken() {
        var name = "日照示例白腰杓鹬%d号渔业有限公司".formatted(next());
        registered(Map.of("name", name));
        var queries = new HashMap<String, Object>();
        for (int i = 0; i < ReconciliationService.MOST; i++) {
            queries.put("q" + i, Map.of("query", name));
        }

        ask(queries).then().statusCode(200).body("q0.result", hasSize(1)).body("q49.result", hasSize(1));

        queries.put("more", Map.of("query", name));
        refused(ask(queries), 413, "too-many-subjects");
    }

    @Test
    void queriesMayComeByGet() {
        var uscc = registered();

        anybody()
                .queryParam("queries", json(Map.of("q0", Map.of("query", uscc))))
                .get("reconcile")
                .then()
                .statusCode(200)
                .body("q0.result.id", equalTo(List.of(uscc)));
    }

    @Test
    void whatCannotBeReadIsRefusedAndWhatCannotBeUsedHasNoCandidates() {
        for (var queries : List.of("", "null", "[]", "{\"q0\":null}", "{\"q0\":")) {
            refused(form(queries), 400, "malformed-json");
        }
        refused(form("{\"q0\":[1]}"), 400, "invalid-argument");
        refused(anybody().queryParam("queries", "{").get("reconcile"), 400, "malformed-json");
        refused(anybody().contentType(ContentType.JSON).body("{}").post("reconcile"), 415, "unsupported-media-type");
        form("{}").then().statusCode(200);
        ask(Map.of("empty", Map.of("query", " "), "none", Map.of(), "long", Map.of("query", "长".repeat(201))))
                .then()
                .statusCode(200)
                .body("empty.result", empty())
                .body("none.result", empty())
                .body("long.result", empty());
    }

    @Test
    void namesAreSuggestedByTheirBeginning() {
        int n = next();
        var uscc = registered(Map.of("name", "黑尾塍鹬%d号渔业有限公司".formatted(n)));

        anybody()
                .queryParam("prefix", "黑尾塍鹬%d".formatted(n))
                .get("reconcile/suggest")
                .then()
                .statusCode(200)
                .body("result.id", equalTo(List.of(uscc)))
                .body("result[0].notable.id", equalTo(List.of("enterprise")));
        anybody()
                .queryParam("prefix", "黑")
                .get("reconcile/suggest")
                .then()
                .statusCode(200)
                .body("result", empty());
        anybody().get("reconcile/suggest").then().statusCode(200).body("result", empty());
    }

    @Test
    void codesAreSuggestedByTheirBeginningToo() {
        var uscc = registered();

        suggest(uscc, 0, 10).then().statusCode(200).body("result.id", equalTo(List.of(uscc)));
        suggest(uscc.toLowerCase(Locale.ROOT).substring(0, 17), 0, 10).then().body("result.id", hasItem(uscc));
        suggest(uscc + "0", 0, 10).then().body("result", empty());
    }

    @Test
    void suggestionsAreReadOnFromACursor() {
        int n = next();
        var codes = IntStream.range(0, 5)
                .mapToObj(i -> registered(Map.of("name", "流苏鹬%d号%d渔业有限公司".formatted(n, i))))
                .toList();
        var prefix = "流苏鹬%d号".formatted(n);

        suggest(prefix, 0, 10).then().body("result.id", equalTo(codes));
        suggest(prefix, 0, 2).then().body("result.id", equalTo(codes.subList(0, 2)));
        suggest(prefix, 2, 2).then().body("result.id", equalTo(codes.subList(2, 4)));
        suggest(prefix, 4, 2).then().body("result.id", equalTo(codes.subList(4, 5)));
        refused(suggest(prefix, -1, 2), 400, "invalid-argument");
        refused(suggest(prefix, 0, 0), 400, "invalid-argument");
    }

    private static Response suggest(String prefix, int cursor, int limit) {
        return anybody()
                .queryParam("prefix", prefix)
                .queryParam("cursor", cursor)
                .queryParam("limit", limit)
                .get("reconcile/suggest");
    }

    private static Response ask(Map<String, ?> queries) {
        return form(json(queries));
    }

    private static Response form(String queries) {
        return anybody()
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("queries", queries)
                .post("reconcile");
    }

    private static String json(Object value) {
        try {
            return new ObjectMapper().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void refused(Response answer, int status, String code) {
        answer.then().statusCode(status).contentType("application/problem+json").body("code", equalTo(code));
    }
}

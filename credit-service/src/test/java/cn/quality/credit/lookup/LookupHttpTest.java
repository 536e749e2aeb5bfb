package cn.quality.credit.lookup;

import static cn.quality.credit.Credit.anybody;
import static cn.quality.credit.Credit.department;
import static cn.quality.credit.Credit.next;
import static cn.quality.credit.Credit.post;
import static cn.quality.credit.Credit.published;
import static cn.quality.credit.Credit.registered;
import static cn.quality.credit.Credit.source;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import cn.quality.credit.Credit;
import cn.quality.credit.CreditTest;
import cn.quality.credit.listing.PublicListing;
import cn.quality.platform.identifiers.FictionalCodes;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@CreditTest
class LookupHttpTest {

    @BeforeEach
    void referenceData() {
        Credit.storeReferenceData();
    }

    @Test
    void theCodeTellsWhatIsPublic() {
        var uscc = registered();

        anybody()
                .get("enterprises/" + uscc)
                .then()
                .statusCode(200)
                .header("Cache-Control", "public, max-age=30, stale-while-revalidate=300")
                .body("uscc", equalTo(uscc))
                .body("region", equalTo("371102"))
                .body("fields", equalTo(List.of("INDUSTRIAL_PRODUCTION")))
                .body("address", equalTo("日照市东港区示例路1号"))
                .body("fictional", equalTo(true))
                .body("listings", hasSize(0))
                .body("listVersion", notNullValue())
                .body("asOf", notNullValue())
                .body("source", nullValue());
        anybody().get("enterprises/" + uscc.toLowerCase(Locale.ROOT)).then().statusCode(200);
    }

    @Test
    void theAnswerIsTheOneThatIsDescribed() throws IOException {
        var uscc = registered(Map.of("name", "日照示例旧名甲有限公司"));
        rename(uscc, "日照示例新名甲有限公司");
        post(department(), "records", Credit.record(uscc, next())).then().statusCode(201);
        var id = published(uscc, "RED");

        var answer = anybody().get("enterprises/" + uscc);

        var json = new ObjectMapper()
                .registerModule(new JavaTimeModule())
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        var described = json.readValue(answer.asString(), PublicEnterprise.class);
        assertThat(described.formerNames()).hasSize(1);
        assertThat(described.honours()).hasSize(1);
        assertThat(described.listings())
                .containsExactly(json.readValue(anybody().get("listings/" + id).asString(), PublicListing.class));
        answer.then()
                .header("List-Version", equalTo("" + described.listVersion()))
                .header("List-As-Of", notNullValue());
    }

    @Test
    void aBranchNamesItsParentAndTheParentItsBranches() {
        var parent = registered();
        var branch =
                registered(Map.of("subjectType", "BRANCH", "parent", parent, "name", "日照示例海洋食品有限公司岚山分公司" + next()));

        anybody()
                .get("enterprises/" + branch)
                .then()
                .body("parent.uscc", equalTo(parent))
                .body("parent.status", equalTo("ACTIVE"))
                .body("branches", nullValue());
        anybody()
                .get("enterprises/" + parent)
                .then()
                .body("branches.uscc", equalTo(List.of(branch)))
                .body("parent", nullValue());
    }

    @Test
    void aSearchNamesTheEditionOfTheListsToo() {
        var edition = anybody().get("listings?limit=1").header("List-Version");

        for (var name : List.of("示例", "无此企业")) {
            anybody()
                    .queryParam("name", name)
                    .get("enterprises")
                    .then()
                    .statusCode(200)
                    .header("List-Version", edition)
                    .header("List-As-Of", notNullValue());
        }
    }

    @Test
    void theAddressOfASoleTraderIsNobodysBusiness() {
        var uscc = registered(Map.of("subjectType", "SOLE_TRADER", "name", "东港区示例启泓建材经营部"));

        anybody().get("enterprises/" + uscc).then().statusCode(200).body("address", nullValue());
    }

    @Test
    void anAnswerIsTheSameUntilSomethingChanges() {
        var uscc = registered();
        var before = anybody().get("enterprises/" + uscc);
        anybody()
                .header("If-None-Match", before.header("ETag"))
                .get("enterprises/" + uscc)
                .then()
                .statusCode(304);

        published(uscc, "RED");

        anybody()
                .header("If-None-Match", before.header("ETag"))
                .get("enterprises/" + uscc)
                .then()
                .statusCode(200)
                .body("listings", hasSize(1));
    }

    @Test
    void anUnknownCodeIsNotFoundAndAWrongOneSaysWhy() {
        anybody()
                .get("enterprises/" + FictionalCodes.fictional(900_001))
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("code", equalTo("not-found"));
        anybody()
                .get("enterprises/91371199MA3RI0018")
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-uscc"))
                .body("violations.code", equalTo(List.of("length", "letter")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "鲸鲨",
                "示例鲸鲨",
                "鲸 鲨",
                "鲸　鲨",
                "（鲸）鲨",
                "(鲸)鲨",
                "【鲸】鲨",
                "〔鲸〕鲨",
                "鯨鯊",
                "鲸鲨ＡＢ有限公司",
                "鲸鲨ab",
                "鲸鲨【ab】",
                "b有"
            })
    void anyTwoCharactersFindAName(String part) {
        var uscc = registered(Map.of("name", "日照示例鲸鲨(AB)有限公司"));

        var hits = anybody().queryParam("name", part).queryParam("limit", 200).get("enterprises");

        hits.then().statusCode(200).body("items.uscc", hasItem(uscc)).body("items[0].match", equalTo("POSSIBLE"));
        assertThat(hits.<Map<String, Object>>path("items[0]"))
                .containsOnlyKeys("uscc", "name", "region", "subjectType", "status", "fictional", "match");
    }

    @Test
    void pairsThatAreThereButApartAreNoHit() {
        registered(Map.of("name", "日照示例甲乙丙乙丁戊有限公司"));

        anybody().queryParam("name", "甲乙丁戊").get("enterprises").then().body("items", hasSize(0));
        anybody().queryParam("name", "丙乙丁戊").get("enterprises").then().body("items", hasSize(1));
    }

    @Test
    void namesAreReadPageByPage() {
        for (int i = 0; i < 7; i++) {
            registered(Map.of("name", "日照示例麒麟" + i + "号有限公司"));
        }
        assertThat(allPages("enterprises?name=麒麟&limit=3", "items.name"))
                .hasSize(7)
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"貔貅", "示例貔貅贸易", "貔 貅", "（貔）貅", "貔貅貿易"})
    void aFormerNameFindsItsEnterpriseAndIsNamed(String part) {
        var uscc = registered(Map.of("name", "日照示例貔貅贸易有限公司"));
        rename(uscc, "日照示例改头贸易有限公司");

        var hits = anybody().queryParam("name", part).queryParam("limit", 200).get("enterprises");

        var hit = hits.<List<Map<String, Object>>>path("items").stream()
                .filter(item -> uscc.equals(item.get("uscc")))
                .toList();
        assertThat(hit)
                .singleElement()
                .satisfies(found -> assertThat(found)
                        .containsEntry("name", "日照示例改头贸易有限公司")
                        .containsEntry("matchedName", "日照示例貔貅贸易有限公司")
                        .containsEntry("match", "POSSIBLE"));
    }

    @Test
    void anEnterpriseIsFoundOnceHoweverManyOfItsNamesFit() {
        var uscc = registered(Map.of("name", "日照示例饕餮甲有限公司"));
        rename(uscc, "日照示例饕餮乙有限公司");
        anybody()
                .get("enterprises?name=饕餮")
                .then()
                .body("items", hasSize(1))
                .body("items[0].name", equalTo("日照示例饕餮乙有限公司"))
                .body("items[0].matchedName", nullValue());
        rename(uscc, "日照示例完全两样有限公司");

        anybody()
                .get("enterprises?name=饕餮")
                .then()
                .body("items", hasSize(1))
                .body("items[0].name", equalTo("日照示例完全两样有限公司"))
                .body("items[0].matchedName", equalTo("日照示例饕餮乙有限公司"));
    }

    @Test
    void pagesRunOverPresentAndFormerNamesTogether() {
        var expected = new ArrayList<String>();
        for (int i = 0; i < 7; i++) {
            var uscc = registered(Map.of("name", "日照示例獬豸" + i + "号有限公司"));
            if (i % 2 == 1) {
                rename(uscc, "日照示例他山" + i + "号有限公司");
            }
            expected.add(uscc);
        }

        assertThat(allPages("enterprises?name=獬豸&limit=2", "items.uscc")).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // the region otherwise, twice, with its province
                "日照市示例第一海雀冷冻食品有限公司",
                "日照市日照示例第一海雀冷冻食品有限公司",
                "山东省日照市示例第一海雀冷冻食品有限公司",
                "示例第一海雀冷冻食品（日照）有限公司",
                // the form otherwise
                "日照示例第一海雀冷冻食品有限责任公司",
                "日照示例第一海雀冷冻食品公司",
                // the number otherwise
                "日照示例第1海雀冷冻食品有限公司",
                // slips of writing
                "日照示例第一海省冷冻食品有限公司",
                "日照示例第一雀海冷冻食品有限公司",
                // a former name beside the name
                "日照示例崭新的名字远洋有限公司（原日照示例第一海雀冷冻食品有限公司）",
            })
    void aNameThatIsNotQuiteRightHasSimilarOnes(String typed) {
        var uscc = theAuk();

        var answer = anybody().queryParam("name", typed).get("enterprises");

        answer.then()
                .statusCode(200)
                .body("items", hasSize(0))
                .body("similar.uscc", hasItem(uscc))
                .body("similar.match", everyItem(equalTo("SIMILAR")))
                .body("similar[0].uscc", equalTo(uscc))
                .body("similar[0].score", notNullValue())
                .body("similar[0].reasons", not(empty()));
        // As with any hit by name, nothing is told of lists.
        assertThat(answer.asString()).doesNotContain("BLACK").doesNotContain("listings");
    }

    @Test
    void aCodePastedBesideTheNameIsFound() {
        var uscc = theAuk();

        for (var typed :
                List.of("日照示例第一海雀冷冻食品有限公司" + uscc, uscc + " 日照示例第一海雀冷冻食品有限公司", "某企业（统一社会信用代码：" + uscc + "）", uscc)) {
            anybody()
                    .queryParam("name", typed)
                    .get("enterprises")
                    .then()
                    .statusCode(200)
                    .body("similar.uscc", equalTo(List.of(uscc)))
                    .body("similar.match", equalTo(List.of("CODE")));
        }
    }

    @Test
    void similarNamesComeWhereExactHitsDoNotSuffice() {
        theAuk();

        // Somebody is called so, a page is full, or the text is too short to be like a name.
        for (var typed : List.of("日照示例第一海雀冷冻食品有限公司", "有限公司", "海鸦")) {
            anybody()
                    .queryParam("name", typed)
                    .get("enterprises")
                    .then()
                    .statusCode(200)
                    .body("similar", nullValue());
        }
        anybody()
                .queryParam("name", "乌有之乡子虚先生")
                .get("enterprises")
                .then()
                .body("items", hasSize(0))
                .body("similar", nullValue());
    }

    private static String auk = "";

    /** Registered once: a second of that name would be as similar. */
    private static synchronized String theAuk() {
        if (auk.isEmpty()) {
            auk = registered(Map.of("name", "日照示例第一海雀冷冻食品有限公司"));
            published(auk, "BLACK");
        }
        return auk;
    }

    private static void rename(String uscc, String name) {
        post(
                        department(),
                        "enterprises/" + uscc + "/names",
                        Map.of(
                                "name",
                                name,
                                "effectiveFrom",
                                "2026-03-02",
                                "reason",
                                "示例变更",
                                "source",
                                source("LN-" + next())))
                .then()
                .statusCode(201);
    }

    private static List<String> allPages(String first, String path) {
        var seen = new ArrayList<String>();
        var next = first;
        while (next != null) {
            var page = anybody().get(next);
            seen.addAll(page.path(path));
            var link = page.header("Link");
            next = link == null
                    ? null
                    : URLDecoder.decode(link.replaceAll("^<.*/api/credit/v1/|>.*$", ""), StandardCharsets.UTF_8);
        }
        return seen;
    }

    @ParameterizedTest
    @ValueSource(strings = {"enterprises", "enterprises?name=", "enterprises?name=海", "enterprises?name=（）海。"})
    void lessThanTwoCharactersAreRefused(String path) {
        anybody()
                .get(path)
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-argument"))
                .body("violations.field", equalTo(List.of("name")));
    }
}

package cn.quality.credit.lookup;

import static cn.quality.credit.Credit.anybody;
import static cn.quality.credit.Credit.department;
import static cn.quality.credit.Credit.next;
import static cn.quality.credit.Credit.post;
import static cn.quality.credit.Credit.record;
import static cn.quality.credit.Credit.registered;
import static cn.quality.credit.Credit.source;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import cn.quality.credit.Credit;
import cn.quality.credit.CreditTest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@CreditTest
class HonourHttpTest {

    private final String round = "第" + next() + "届";
    private String uscc = "";

    @BeforeEach
    void enterprise() {
        Credit.storeReferenceData();
        uscc = registered();
    }

    @Test
    void honoursAreFoundByAwardRoundRegionAndDay() {
        honour("甲", "MAYOR_QUALITY_AWARD", "2025-01-01", "2027-12-31");
        honour("乙", "TIME_HONOURED_BRAND", "2024-01-01", null);
        honour("丙", "MAYOR_QUALITY_AWARD", "2020-01-01", "2023-12-31");

        assertThat(titles("")).containsExactly("甲", "乙");
        assertThat(titles("&award=MAYOR_QUALITY_AWARD")).containsExactly("甲");
        assertThat(titles("&validOn=2023-12-31")).containsExactly("丙");
        assertThat(titles("&validOn=2024-06-01")).containsExactly("乙");
        assertThat(titles("&region=371100")).containsExactly("甲", "乙");
        assertThat(titles("&region=371103")).isEmpty();
        assertThat(titles("&level=NATIONAL")).isEmpty();
        anybody().get("honours?award=BEST").then().statusCode(400);
        anybody().get("honours?validOn=2024-02-30").then().statusCode(400);
    }

    @Test
    void pagesFollowOneAnother() {
        for (var title : List.of("一", "二", "三")) {
            honour(title, "FAMOUS_PRODUCT", "2025-03-01", null);
        }
        var first = anybody().get("honours?limit=2&round=" + round);
        first.then().statusCode(200).header("ETag", org.hamcrest.Matchers.notNullValue());
        assertThat(first.<List<String>>path("items.title")).containsExactly("三", "二");
        anybody()
                .get("honours?limit=2&round=" + round + "&after=" + first.path("next"))
                .then()
                .body("items.title", equalTo(List.of("一")));
    }

    @Test
    void onlyWhatStandsAndIsPublicIsShown() {
        var id = honour("作废的", "FAMOUS_PRODUCT", "2025-03-01", null);
        post(
                        department(),
                        "records/" + id + "/corrections",
                        Map.of("reason", "示例", "voids", true, "source", source("V-" + next())))
                .then()
                .statusCode(201);
        var internal = record(uscc, next());
        internal.put("disclosure", "GOVERNMENT");
        internal.put("details", Map.of("award", "OTHER", "level", "CITY", "round", round));
        post(department(), "records", internal).then().statusCode(201);

        assertThat(titles("")).isEmpty();
    }

    @Test
    void theWholeListIsAFile() {
        honour("=cmd", "FAMOUS_PRODUCT", "2025-03-01", null);
        var csv = anybody().accept("text/csv").get("honours?round=" + round);
        csv.then().statusCode(200).contentType("text/csv");
        assertThat(csv.asString().lines().toList()).hasSize(2).last().asString().contains("'=cmd", uscc);
        var lines = anybody().accept("application/x-ndjson").get("honours?round=" + round);
        assertThat(lines.asString().lines().toList()).singleElement().asString().contains("\"title\":\"=cmd\"");
    }

    private List<String> titles(String filter) {
        var answer = anybody().get("honours?round=" + round + filter);
        answer.then().statusCode(200);
        return answer.path("items.title");
    }

    private String honour(String title, String award, String since, @Nullable String until) {
        var honour = record(uscc, next());
        honour.put("title", title);
        honour.put("occurredOn", since);
        honour.put("details", Map.of("award", award, "level", "CITY", "round", round));
        if (until != null) {
            honour.put("validTo", until);
        }
        var answer = post(department(), "records", honour);
        answer.then().statusCode(201);
        return answer.path("id");
    }
}

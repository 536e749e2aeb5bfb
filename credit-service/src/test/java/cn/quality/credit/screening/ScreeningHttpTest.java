package cn.quality.credit.screening;

import static cn.quality.credit.Credit.anybody;
import static cn.quality.credit.Credit.as;
import static cn.quality.credit.Credit.next;
import static cn.quality.credit.Credit.post;
import static cn.quality.credit.Credit.published;
import static cn.quality.credit.Credit.registered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import cn.quality.credit.Credit;
import cn.quality.credit.CreditTest;
import cn.quality.platform.identifiers.FictionalCodes;
import cn.quality.platform.sql.Jdbc;
import cn.quality.testing.Tokens;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A bank, a buyer or another office asks about many enterprises at once. */
@CreditTest
class ScreeningHttpTest {

    @Inject
    Jdbc sql;

    @BeforeEach
    void referenceData() {
        Credit.storeReferenceData();
    }

    @Test
    void aCodeIsConfirmedWithItsEntries() {
        var uscc = registered();
        var entry = published(uscc, "BLACK");

        screen(Map.of("ref", "V-1", "uscc", " " + uscc.toLowerCase(Locale.ROOT)))
                .then()
                .statusCode(201)
                .body("results", hasSize(1))
                .body("results[0].ref", equalTo("V-1"))
                .body("results[0].band", equalTo("MATCH"))
                .body("results[0].candidates", hasSize(1))
                .body("results[0].candidates[0].uscc", equalTo(uscc))
                .body("results[0].candidates[0].score", equalTo(1f))
                .body("results[0].candidates[0].certainty", equalTo("CONFIRMED"))
                .body("results[0].candidates[0].note", nullValue())
                .body("results[0].candidates[0].reasons.code", equalTo(List.of("code-equal")))
                .body("results[0].candidates[0].listed.id", equalTo(List.of(entry)))
                .body("results[0].candidates[0].listed[0].kind", equalTo("BLACK"))
                .body("results[0].candidates[0].listed[0].documentNumber", startsWith("示例〔2026〕"))
                .body("results[0].invalid", nullValue());
    }

    @Test
    void whatWasWithdrawnIsNotTold() {
        var uscc = registered();
        var entry = published(uscc, "BLACK");
        post(Credit.publisher(), "listings/" + entry + "/withdrawal", Map.of("reason", "原决定已被撤销"))
                .then()
                .statusCode(200);

        screen(Map.of("uscc", uscc))
                .then()
                .body("results[0].band", equalTo("MATCH"))
                .body("results[0].candidates[0].listed", empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"日照示例白鹭%d号渔业有限公司", "日照示例白鷺%d号漁業（有限責任公司）", "日照 示例白鹭%d号渔业有限责任公司"})
    void aNameIsOnlyPossibleAndTellsNoEntries(String written) {
        int n = next();
        var uscc = registered(Map.of("name", "日照示例白鹭%d号渔业有限公司".formatted(n)));
        published(uscc, "BLACK");

        var answer = screen(Map.of("name", written.formatted(n)));

        answer.then()
                .statusCode(201)
                .body("results[0].band", equalTo("MATCH"))
                .body("results[0].candidates[0].uscc", equalTo(uscc))
                .body("results[0].candidates[0].certainty", equalTo("POSSIBLE"))
                .body("results[0].candidates[0].reasons.code", equalTo(List.of("name-equal")))
                .body("results[0].candidates[0].note.zh", containsString("请以统一社会信用代码确认"))
                .body("results[0].candidates", hasSize(lessThanOrEqualTo(5)));
        assertThat(answer.<Map<String, Object>>path("results[0].candidates[0]")).doesNotContainKey("listed");
        assertThat(answer.asString()).doesNotContain("示例事由").doesNotContain("BLACK");
    }

    @Test
    void aNameGivenUpIsForReview() {
        int n = next();
        var uscc = registered(Map.of("name", "日照示例苍鹭%d号旧名厂".formatted(n)));
        post(
                        Credit.department(),
                        "enterprises/" + uscc + "/names",
                        Map.of(
                                "name",
                                "日照示例信天翁%d号远洋有限公司".formatted(n),
                                "effectiveFrom",
                                "2026-03-02",
                                "reason",
                                "示例变更",
                                "source",
                                Credit.source("N-" + next())))
                .then()
                .statusCode(lessThanOrEqualTo(201));

        screen(Map.of("name", "日照示例蒼鷺%d号旧名厂".formatted(n)))
                .then()
                .statusCode(201)
                .body("results[0].band", equalTo("REVIEW"))
                .body("results[0].candidates.uscc", equalTo(List.of(uscc)))
                .body("results[0].candidates[0].reasons.code", equalTo(List.of("former-name-equal")));
    }

    @Test
    void oneWrongCharacterIsForReviewWithTheReasonsOfItsScore() {
        var uscc = registered(Map.of("name", "日照丹顶鹤湿地生态渔业发展有限公司"));

        var answer = screen(Map.of("name", "日照丹顶鹤湿地生态鱼业发展有限公司"));

        answer.then()
                .statusCode(201)
                .body("results[0].band", equalTo("REVIEW"))
                .body("results[0].candidates[0].uscc", equalTo(uscc))
                .body(
                        "results[0].candidates[0].reasons.code",
                        equalTo(List.of("similar-core", "similar-name", "similar-brand")));
        var points = answer.jsonPath().getList("results[0].candidates[0].reasons.points", BigDecimal.class);
        assertThat(points.stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(answer.jsonPath().getObject("results[0].candidates[0].score", BigDecimal.class));
    }

    @Test
    void fiveCandidatesAtMostTheBestFirst() {
        for (int i = 0; i < 7; i++) {
            registered(Map.of("name", "日照黑颈天鹅生态旅游" + "甲乙丙丁戊己庚".charAt(i) + "有限公司"));
        }

        var answer = screen(Map.of("name", "日照黑颈天鹅生态旅游丙辛有限公司"));

        answer.then().body("results[0].candidates", hasSize(5));
        assertThat(answer.<List<String>>path("results[0].candidates.name").getFirst())
                .isEqualTo("日照黑颈天鹅生态旅游丙有限公司");
        assertThat(answer.jsonPath().getList("results[0].candidates.score", BigDecimal.class))
                .isSortedAccordingTo(Collections.reverseOrder());
    }

    @Test
    void aCodeThatIsNotOnFileIsSaidToBeSoAndWhoBearsTheNameUnderAnotherIsShown() {
        var uscc = registered(Map.of("name", "日照示例朱鹮旅游有限公司"));
        published(uscc, "BLACK");
        var code = FictionalCodes.fictional(900_002);

        var answer = screen(
                Map.of("uscc", code, "name", "日照示例朱鹮旅游有限责任公司"),
                Map.of("uscc", code, "name", "日照示例朱環旅游有限公司"),
                Map.of("uscc", code));

        answer.then()
                .statusCode(201)
                .body("results.band", equalTo(List.of("REVIEW", "NONE", "NONE")))
                .body("results[0].notes.code", equalTo(List.of("code-not-on-file", "name-under-another-code")))
                .body("results[0].candidates.uscc", equalTo(List.of(uscc)))
                .body("results[0].candidates[0].certainty", equalTo("POSSIBLE"))
                .body("results[0].candidates[0].score", equalTo(0.3f))
                .body("results[0].candidates[0].reasons.code", equalTo(List.of("name-equal", "code-differs")))
                .body("results[1].notes.code", equalTo(List.of("code-not-on-file")))
                .body("results[1].candidates", empty())
                .body("results[2].notes.code", equalTo(List.of("code-not-on-file")));
        assertThat(answer.asString()).doesNotContain("BLACK");
    }

    @Test
    void aCodeWithTheNameOfSomebodyElseIsForReviewAndTheCodeCounts() {
        int n = next();
        var listed = registered(Map.of("name", "日照示例大天鹅%d号渔业有限公司".formatted(n)));
        published(listed, "BLACK");
        registered(Map.of("name", "日照示例绿头鸭%d号纺织有限公司".formatted(n)));

        screen(
                        Map.of("uscc", listed, "name", "日照示例绿头鸭%d号纺织有限公司".formatted(n)),
                        Map.of("uscc", listed, "name", "日照示例大天鹅%d号渔业公司".formatted(n)))
                .then()
                .statusCode(201)
                .body("results.band", equalTo(List.of("REVIEW", "MATCH")))
                .body("results[0].candidates.uscc", equalTo(List.of(listed)))
                .body("results[0].candidates[0].certainty", equalTo("CONFIRMED"))
                .body("results[0].candidates[0].score", equalTo(0.8f))
                .body("results[0].candidates[0].reasons.code", equalTo(List.of("code-equal", "name-differs")))
                .body("results[0].candidates[0].listed", hasSize(1))
                .body("results[1].candidates[0].reasons.code", equalTo(List.of("code-equal")));
    }

    @Test
    void aFormerNameOrACodeBesideTheNameIsRead() {
        int n = next();
        var uscc = registered(Map.of("name", "日照示例翘鼻麻鸭%d号渔业有限公司".formatted(n)));

        screen(
                        Map.of("name", "日照示例崭新名号%d号远洋有限公司（原日照示例翘鼻麻鸭%d号渔业有限公司）".formatted(n, n)),
                        Map.of("name", "日照示例翘鼻麻鸭%d号渔业有限公司 %s".formatted(n, uscc)))
                .then()
                .statusCode(201)
                .body("results.candidates.uscc", equalTo(List.of(List.of(uscc), List.of(uscc))))
                .body("results.band", equalTo(List.of("REVIEW", "MATCH")))
                .body("results[0].candidates[0].reasons.code", equalTo(List.of("former-name-equal")))
                .body("results[1].candidates[0].certainty", equalTo("CONFIRMED"));
    }

    @Test
    void aRegionIsUnderstoodByItsNameAndWhatIsNoneIsLeftAside() {
        int n = next();
        registered(Map.of("name", "示例中华秋沙鸭%d号渔业有限公司".formatted(n)));
        var name = "示例中华秋沙鸭%d号渔业公司".formatted(n);

        screen(
                        Map.of("name", name, "region", "日照"),
                        Map.of("name", name, "region", "山东省日照市"),
                        Map.of("name", name, "region", "371102"),
                        Map.of("name", name, "region", "青岛市"),
                        Map.of("name", name, "region", "海边"))
                .then()
                .statusCode(201)
                .body("results.band", equalTo(List.of("MATCH", "MATCH", "MATCH", "NONE", "REVIEW")))
                .body("results[0].notes", nullValue())
                .body("results[4].notes.code", equalTo(List.of("region-ignored")));
    }

    @Test
    void whoCannotBeUsedIsInvalidAndTheOthersAreAnswered() {
        var uscc = registered();

        screen(
                        Map.of("ref", "nobody"),
                        Map.of("ref", "blank", "name", " "),
                        Map.of("ref", "long", "name", "长".repeat(201)),
                        Map.of("ref", "长".repeat(101), "uscc", uscc),
                        Map.of("ref", "sound", "uscc", uscc))
                .then()
                .statusCode(201)
                .body("results.band", equalTo(List.of("INVALID", "INVALID", "INVALID", "INVALID", "MATCH")))
                .body("results[0].invalid.code", equalTo(List.of("code-or-name")))
                .body("results[1].invalid.code", equalTo(List.of("code-or-name")))
                .body("results[2].invalid.field", equalTo(List.of("name")))
                .body("results[3].invalid.field", equalTo(List.of("ref")))
                .body("results[3].ref", nullValue());
    }

    @Test
    void aWrongCodeIsExplainedAndTheOthersGoOn() {
        var uscc = registered();

        screen(
                        Map.of("ref", "wrong", "uscc", "91371199MA3RI0018"),
                        Map.of("ref", "right", "uscc", uscc),
                        Map.of("ref", "blank", "name", "（）。"),
                        Map.of("ref", "unheard", "name", "乌有之乡子虚先生"))
                .then()
                .statusCode(201)
                .body("results.ref", equalTo(List.of("wrong", "right", "blank", "unheard")))
                .body("results.band", equalTo(List.of("INVALID", "MATCH", "INVALID", "NONE")))
                .body("results[0].invalid.field", equalTo(List.of("uscc", "uscc")))
                .body("results[0].invalid.code", equalTo(List.of("length", "letter")))
                .body("results[2].invalid.code", equalTo(List.of("no-letters")));
    }

    @Test
    void aReceiptTellsWhoAskedButNotAboutWhom() {
        var uscc = registered();
        var answer = screen(Map.of("uscc", uscc), Map.of("name", "乌有之乡子虚先生"));
        String id = answer.path("id");
        answer.then().header("Location", endsWith("/api/credit/v1/screenings/" + id));

        var receipt = as(bank()).get("screenings/" + id);

        receipt.then()
                .statusCode(200)
                .body("client", equalTo("screening-bank"))
                .body("purpose", equalTo("供应商准入审查"))
                .body("listVersion", equalTo(answer.<Integer>path("listVersion")))
                .body("askedAt", equalTo(answer.path("asOf")))
                .body("subjects", equalTo(2))
                .body("matches", equalTo(1))
                .body("requestDigest", matchesPattern("[0-9a-f]{64}"));
        as(Tokens.of("auditor").user("audit")).get("screenings/" + id).then().statusCode(200);
        as(Tokens.of("screening-client").client("another"))
                .get("screenings/" + id)
                .then()
                .statusCode(404);
        as(Credit.handler()).get("screenings/" + id).then().statusCode(403);
        anybody().get("screenings/" + id).then().statusCode(401);
        assertThat(sql.query("select s::text as kept from screening s", row -> row.getString("kept")))
                .noneMatch(kept -> kept.contains(uscc) || kept.contains("子虚"));
    }

    @Test
    void theSameRequestHasTheSameDigest() {
        var request = Map.of("ref", "1", "name", "乌有之乡子虚先生");

        assertThat(digest(screen(request))).isEqualTo(digest(screen(request)));
        assertThat(digest(screen(request))).isNotEqualTo(digest(screen(Map.of("ref", "2", "name", "乌有之乡子虚先生"))));
    }

    @Test
    void whatCannotBeAnsweredIsRefused() {
        var one = Map.of("name", "乌有之乡");
        refused(ask(Map.of("subjects", List.of(one))), 400, "invalid-argument", "purpose");
        refused(ask(Map.of("purpose", " ", "subjects", List.of(one))), 400, "invalid-argument", "purpose");
        refused(ask(Map.of("purpose", "长".repeat(201), "subjects", List.of(one))), 400, "invalid-argument", "purpose");
        refused(ask(Map.of("purpose", "审查")), 400, "invalid-argument", "subjects");
        refused(ask(Map.of("purpose", "审查", "subjects", List.of())), 422, "no-subjects");
        refused(ask(Map.of("purpose", "审查", "subjects", Collections.nCopies(501, one))), 413, "too-many-subjects");
        ask(Map.of("purpose", "审查", "subjects", Collections.nCopies(500, one)))
                .then()
                .statusCode(201)
                .body("results", hasSize(500));
    }

    @Test
    void onlyAScreeningClientMayAsk() {
        var request = Map.of("purpose", "审查", "subjects", List.of(Map.of("name", "乌有之乡")));
        anybody()
                .contentType(ContentType.JSON)
                .body(request)
                .post("screenings")
                .then()
                .statusCode(401);
        for (var role : List.of("auditor", "case-handler", "data-provider", "enterprise", "administrator")) {
            post(Tokens.of(role).region("371100"), "screenings", request).then().statusCode(403);
        }
    }

    private static Tokens bank() {
        return Tokens.of("screening-client").client("screening-bank");
    }

    private static Response screen(Map<?, ?>... subjects) {
        return ask(Map.of("purpose", "供应商准入审查", "subjects", List.of(subjects)));
    }

    private static Response ask(Map<String, ?> request) {
        return post(bank(), "screenings", request);
    }

    private static String digest(Response answer) {
        return as(bank()).get("screenings/" + answer.path("id")).path("requestDigest");
    }

    private static void refused(Response answer, int status, String code, String... fields) {
        answer.then().statusCode(status).contentType("application/problem+json").body("code", equalTo(code));
        if (fields.length > 0) {
            assertThat(answer.<List<String>>path("violations.field")).containsExactly(fields);
        }
    }
}

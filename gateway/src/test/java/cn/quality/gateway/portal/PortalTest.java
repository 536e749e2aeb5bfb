package cn.quality.gateway.portal;

import static cn.quality.testing.QuickPaths.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import cn.quality.gateway.OutsideWorld;
import cn.quality.gateway.Wire;
import cn.quality.gateway.edge.PageLocale;
import cn.quality.gateway.portal.ServiceResponses.Hit;
import cn.quality.gateway.portal.ServiceResponses.Hits;
import cn.quality.platform.problem.Text;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages while no service answers them. With the services they are tested end to end. */
@QuarkusTest
@WithTestResource(OutsideWorld.class)
class PortalTest {

    @Inject
    @ConfigProperty(name = "outside.world")
    String outside;

    @Test
    void theHomePageStandsWithoutTheServicesAndSaysWhichAreMissing() {
        given().get("/")
                .then()
                .statusCode(200)
                .contentType("text/html")
                .body(containsString("lang=\"zh-CN\""))
                .body(containsString("查一家企业的质量信用"))
                .body(containsString("信用服务暂时没有应答"))
                .body(containsString("指标服务暂时没有应答"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/credit?q=海洋", "/lists/red", "/lists/black", "/public-notices", "/standards", "/indicators"})
    void aPageWithoutItsServiceSaysSo(String path) {
        given().get(path).then().statusCode(200).body(containsString("暂时没有应答"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/credit/91371199MA3RH00187", "/standards/x", "/indicators/x"})
    void anItemWithoutItsServiceIsA503Page(String path) {
        given().accept("text/html")
                .get(path)
                .then()
                .statusCode(503)
                .contentType("text/html")
                .header("Retry-After", equalTo("5"))
                .body(containsString("暂时没有应答"));
    }

    /** The service counts wrong secrets by who sends them, so that must not be for them to say. */
    @ParameterizedTest
    @ValueSource(strings = {"X-Forwarded-For", "x-forwarded-for", "Forwarded", "X-Real-IP", "X-Forwarded"})
    void theServiceHearsFromWhomACallComesWhateverItSays(String header) throws IOException {
        var caller = "127.0.0.2";
        var receipt = "R-" + UUID.randomUUID();
        var fields = "receipt=" + receipt + "&secret=wrong";
        Wire.sendFrom(
                caller,
                "POST /complaints/progress HTTP/1.1\r\n",
                fields,
                "Content-Type: application/x-www-form-urlencoded",
                "Content-Length: " + fields.length(),
                header + ": 203.0.113.9",
                header + ": for=203.0.113.9, 203.0.113.10");
        given().get(outside + "/control/forwarded-for?at=/api/credit/v1/complaints/" + receipt)
                .then()
                .body("heard", equalTo(List.of(caller)));
    }

    /** No hits for an enterprise that is listed would read as clean. */
    @Test
    void similarNamesAreShownAsSuchInBothLanguages() {
        var similar = new Hit("91371199MA3RH00187", "日照示例海洋食品有限公司", null, "371102", "ACTIVE", true);

        assertThat(search(new Hits(List.of(), null, List.of(similar))))
                .contains("没有名称含", "近似企业", "Similar names", "请以统一社会信用代码确认", "href=\"/credit/91371199MA3RH00187\"")
                .doesNotContain("也没有名称相近的企业", "<script");
        assertThat(search(new Hits(List.of(), null, List.of())))
                .contains("也没有名称相近的企业", "没有查到不代表信用好坏")
                .doesNotContain("近似企业");
        assertThat(search(new Hits(List.of(similar), null, List.of())))
                .contains("以下企业仅名称相符")
                .doesNotContain("近似企业");
    }

    private static String search(Hits hits) {
        return rendered(Pages.search(Pages.Search.hits("日照市示例海洋食品公司", hits, false), Catalogues.NONE));
    }

    @Test
    void aCodeThatDoesNotCheckIsWarnedOfInBothLanguages() {
        var warning = new ServiceResponses.Warning("irregular-code", new Text("该代码未通过校验", "This code does not check"));
        var enterprise = new ServiceResponses.Enterprise(
                "91371199MA3RH00188",
                "日照示例海洋食品有限公司",
                "371102",
                "LEGAL_PERSON",
                null,
                List.of(),
                "ACTIVE",
                null,
                null,
                List.of(warning),
                List.of(),
                true,
                List.of(),
                List.of(),
                List.of(),
                1,
                Instant.EPOCH);

        assertThat(rendered(Pages.enterprise(enterprise, Catalogues.NONE)))
                .contains("该代码未通过校验", "This code does not check");
    }

    /** Of nothing out of nothing there is no rate. */
    @Test
    void anIndicatorWhoseLiveFigureHasNoValueYetSaysSo() {
        assertThat(rendered(Pages.indicator(rate(null)))).contains("食品、药品抽检合格率", "实时数", "尚无数据", "截至 2026年3月2日");
        assertThat(rendered(Pages.indicator(rate(new BigDecimal("98.6")))))
                .contains("98.6")
                .doesNotContain("尚无数据");
        assertThat(new ServiceResponses.LiveFigures(List.of(live(null), live(BigDecimal.ONE))).of("FOD_DRUG_PASS"))
                .contains(live(BigDecimal.ONE));
        assertThat(new ServiceResponses.LiveFigures(List.of(live(null))).of("FOD_DRUG_PASS"))
                .isEmpty();
    }

    private static ServiceResponses.Indicator rate(@Nullable BigDecimal value) {
        return new ServiceResponses.Indicator(
                "FOD_DRUG_PASS", "食品、药品抽检合格率", null, "food", "%", "REACH", null, null, List.of(), null, live(value));
    }

    private static ServiceResponses.Live live(@Nullable BigDecimal value) {
        return new ServiceResponses.Live("FOD_DRUG_PASS", value, Instant.parse("2026-03-02T01:15:00Z"));
    }

    private static String rendered(TemplateInstance page) {
        return page.data("header", new PageHeader(null, "/login", PageLocale.chinese("/")))
                .render();
    }

    @Test
    void aComplaintThatCannotBeHandedOnIsSaidNotToBeFiled() {
        given().accept("text/html")
                .formParams("kind", "REPORT", "narrative", "示例".repeat(2_000))
                .post("/complaints/new")
                .then()
                .statusCode(503)
                .body(containsString("没有提交"));
    }

    @Test
    void aPageIsCountedLikeAProgramAndAComplaintAsAComplaint() {
        given().get("/lists/black").then().header("RateLimit-Limit", equalTo("6000"));
        given().formParam("kind", "REPORT").post("/complaints/new").then().header("RateLimit-Limit", equalTo("600"));
        given().formParam("content", "示例")
                .post("/public-notices/objections")
                .then()
                .header("RateLimit-Limit", equalTo("600"));
        given().get("/health").then().header("RateLimit-Limit", equalTo(null));
    }

    @Test
    void aFormIsNoLongerThanPeopleWrite() {
        given().accept("text/html")
                .formParams("kind", "REPORT", "narrative", "x".repeat(70_000))
                .post("/complaints/new")
                .then()
                .statusCode(413);
        given().contentType("application/json")
                .body("{}")
                .post("/complaints/new")
                .then()
                .statusCode(415);
        given().contentType("application/json")
                .body("{}")
                .post("/complaints/evidence")
                .then()
                .statusCode(415);
        given().formParam("kind", "X")
                .redirects()
                .follow(false)
                .post("/complaints/new")
                .then()
                .statusCode(302);
        given().delete("/complaints/new").then().statusCode(405);
    }

    @Test
    void oneCharacterIsNotEnough() {
        given().get("/credit?q=海").then().statusCode(200).body(containsString("两个汉字"));
    }

    @Test
    void whatWasTypedIsShownAsText() {
        given().queryParam("q", "<script>alert('1')</script>\"")
                .get("/credit")
                .then()
                .statusCode(200)
                .body(not(containsString("<script")))
                .body(containsString("&lt;script&gt;"));
    }

    @Test
    void noPageCarriesAScriptOrAStyleOfItsOwnOrLoadsAnythingFromElsewhere() {
        for (var path : new String[] {
            "/",
            "/credit?q=海洋",
            "/lists/red",
            "/standards",
            "/indicators",
            "/complaints",
            "/complaints/new?kind=RECALL",
            "/public-notices",
            "/public-notices/en",
            "/public-notices/receipt",
            "/nothing"
        }) {
            var html = given().accept("text/html").get(path).asString();
            assertThat(html)
                    .doesNotContain("<script")
                    .doesNotContain("<style")
                    .doesNotContain("style=\"")
                    .doesNotContainPattern("(?:src|href)=\"(?:https?:)?//");
        }
    }

    @Test
    void searchEnginesAreKeptOffWhatNamesAnEnterprise() {
        given().get("/robots.txt").then().statusCode(200).body(containsString("Disallow: /credit"));
        given().get("/credit").then().header("X-Robots-Tag", containsString("noindex"));
    }

    @Test
    void theStyleSheetIsKeptForGood() {
        var link = Pattern.compile("href=\"(/assets/portal\\.[0-9a-f]{12}\\.css)\"")
                .matcher(given().get("/").asString());
        assertThat(link.find()).isTrue();
        given().get(link.group(1))
                .then()
                .statusCode(200)
                .contentType("text/css")
                .header("Cache-Control", containsString("immutable"));
    }

    @Test
    void pagesCanOnlyBeRead() {
        given().post("/").then().statusCode(405).header("Allow", "GET, HEAD");
        given().head("/").then().statusCode(200);
    }
}

package cn.quality.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasSize;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The portal in a real browser, wide and on a phone. Pictures of every page lie in {@code target/pages}. */
@SuiteTest
class PortalTest {

    private static Playwright playwright;
    private static Browser browser;

    private final Actors actors;
    private final List<String> complaints = new ArrayList<>();
    private Page page;

    @SuppressWarnings("NullAway.Init")
    PortalTest(Actors actors) {
        this.actors = actors;
    }

    @BeforeAll
    static void openBrowser() {
        playwright = Chromium.driver();
        browser = Chromium.of(playwright);
    }

    @AfterAll
    static void closeBrowser() {
        playwright.close();
    }

    @BeforeEach
    void openPage() {
        page = browser.newContext(
                        new Browser.NewContextOptions().setLocale("zh-CN").setViewportSize(1280, 900))
                .newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
    }

    @AfterEach
    void pictureAndClose(TestInfo test) {
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target/pages", test.getDisplayName().replaceAll("[^A-Za-z0-9]+", "-") + ".png")));
        page.context().close();
        assertThat(complaints).as("the browser found nothing to complain of").isEmpty();
    }

    @Test
    void anEnterpriseIsFoundByTwoCharactersOfItsName() {
        var uscc = Samples.registered(actors, "日照示例蓝鳍食品有限公司");
        page.navigate(actors.gateway());
        page.getByRole(AriaRole.SEARCHBOX).first().fill("蓝鳍");
        page.keyboard().press("Enter");
        assertThat(page.getByText("日照示例蓝鳍食品有限公司").first()).isVisible();
        assertThat(page.getByText("以统一社会信用代码确认").first()).isVisible();
        page.getByText("日照示例蓝鳍食品有限公司").first().click();
        assertThat(page.getByText(uscc).first()).isVisible();
        assertThat(page.getByText("虚构数据").first()).isVisible();
    }

    @Test
    void whatAPageReadIsThereForPrograms() {
        var uscc = Samples.registered(actors, "日照示例银鲳食品有限公司");
        await().untilAsserted(() -> {
            page.navigate(actors.gateway() + "/credit/" + uscc);
            var answer = actors.anybody()
                    .header("Accept", "application/json, application/problem+json")
                    .header("Accept-Language", "zh-CN")
                    .get("/api/credit/v1/enterprises/" + uscc);
            assertThat(answer.header("X-Cache")).isEqualTo("HIT");
        });
        assertThat(page.getByText("日照示例银鲳食品有限公司").first()).isVisible();
    }

    @Test
    void theManualIsTriedOutWithASampleToken() {
        page.navigate(actors.gateway() + "/docs/try");
        assertThat(page.locator("#viewer .opblock-tag").first()).isVisible();
        page.selectOption("#sample", "screening-bank");
        assertThat(page.locator("#sample-state")).hasText("已取得令牌");
    }

    @Test
    void theManualIsReadInEitherLanguage() {
        page.navigate(actors.gateway() + "/docs/credit/listings");
        assertThat(page.locator("h1")).containsText("红黑榜");
        page.getByText("English").click();
        assertThat(page.locator("h1")).containsText("Red and black lists");
    }

    @Test
    void anEntryIsOnTheBlackListAndOnThePageOfItsEnterprise() {
        var uscc = Samples.registered(actors, "日照示例赤潮食品有限公司");
        Samples.published(actors, uscc, "BLACK");
        page.navigate(actors.gateway() + "/lists/black");
        page.getByText("日照示例赤潮食品有限公司").first().click();
        assertThat(page.getByText("日市监示例〔2026〕").first()).isVisible();
        assertThat(page.locator("main")).containsText("黑榜");
    }

    @Test
    void theEnterprisesOwnWordsStandBesideItsEntry() {
        var own = "91371199MA3RH00187";
        var id = Samples.published(actors, own, "RED");
        actors.person("enterprise")
                .contentType(ContentType.JSON)
                .body(Map.of("statement", "示例：感谢认可，我们会继续努力"))
                .post("/api/credit/v1/listings/" + id + "/statement")
                .then()
                .statusCode(200);
        page.navigate(actors.gateway() + "/credit/" + own);
        assertThat(page.locator("main")).containsText("企业声明");
        assertThat(page.locator("main")).containsText("示例：感谢认可，我们会继续努力");
        assertThat(page.locator("main")).containsText("批");
    }

    @Test
    void aRenamedEnterpriseIsFoundByItsFormerName() {
        var uscc = Samples.registered(actors, "日照示例翠鸟旧名食品有限公司");
        Samples.renamed(actors, uscc, "日照示例翠鸟新名食品有限公司");
        page.navigate(actors.gateway() + "/credit?q=翠鸟旧名");
        assertThat(page.locator("main")).containsText("曾用名");
        page.getByText("日照示例翠鸟新名食品有限公司").first().click();
        assertThat(page.locator("main")).containsText("日照示例翠鸟旧名食品有限公司");
    }

    @Test
    void anybodyComplainsFollowsItAddsAFileAndTakesItBack() throws IOException {
        page.navigate(actors.gateway() + "/credit/91371199MA3RH00187");
        page.getByText("投诉该企业").click();
        assertThat(page.getByLabel("统一社会信用代码")).hasValue("91371199MA3RH00187");
        page.getByLabel("领域").selectOption("CIRCULATION");
        page.getByLabel("发生地").selectOption("371102");
        page.getByLabel("发生日期").fill("2026-03-02");
        page.getByLabel("经过").fill("示例：购买的干贝有异味，商家拒绝退货");
        page.getByLabel("诉求").fill("退还货款");
        page.getByLabel("姓名").fill("示例投诉人");
        page.getByLabel("电话").fill("13800000000");
        page.getByLabel("地址").fill("日照市示例路1号");
        picture("complaint-form");
        page.getByText("提交", new Page.GetByTextOptions().setExact(true)).click();

        assertThat(page.locator("h1")).containsText("已收到您的投诉");
        picture("complaint-receipt");
        page.getByText("查看进展、上传证据").click();
        assertThat(page.locator(".badges")).containsText("已收到");
        var proof = Files.write(Path.of("target", "小票.pdf"), Samples.pdf());
        page.getByLabel("添加文件").setInputFiles(proof);
        page.getByText("上传", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator("main")).containsText("小票.pdf");
        page.getByLabel("补充说明").fill("示例：补充购买小票");
        page.getByText("提交补充").click();
        assertThat(page.locator(".steps")).containsText("补充");
        assertThat(page.url()).doesNotContain("secret");
        page.setViewportSize(390, 840);
        picture("complaint-phone");
        page.locator("form[action='/complaints/withdrawal'] button").click();
        assertThat(page.locator(".badges")).containsText("已撤回");
    }

    @Test
    void whatIsMissingInAComplaintIsSaidAndWhatWasTypedStays() {
        page.navigate(actors.gateway() + "/complaints/new?kind=REPORT");
        page.getByLabel("领域").selectOption("SERVICES");
        page.getByLabel("发生地").selectOption("371102");
        page.getByLabel("经过").fill("示例：没有写明是哪一家企业");
        page.getByText("提交", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator(".refused")).containsText("请填写企业的代码或名称");
        assertThat(page.getByLabel("经过")).hasValue("示例：没有写明是哪一家企业");
        complaints.clear();
    }

    @Test
    void anybodyObjectsToAnHonourUnderPublicNoticeAndFollowsIt() {
        var entry = Samples.announced(actors, Samples.registered(actors, "日照示例金枪食品有限公司"));
        await().untilAsserted(() -> {
            page.navigate(actors.gateway() + "/public-notices");
            assertThat(page.locator("main").textContent()).contains("日照示例金枪食品有限公司");
        });
        picture("public-notices");
        page.getByText("日照示例金枪食品有限公司").first().click();
        picture("public-notice");
        page.getByLabel("异议内容").fill("示例：证书已过期");
        page.getByText("提交异议", new Page.GetByTextOptions().setExact(true)).click();

        assertThat(page.locator("h1")).containsText("已收到您的异议");
        assertThat(page.url()).isEqualTo(actors.gateway() + "/public-notices/receipt");
        picture("public-notice-receipt");
        var receipt = page.locator(".ticket dd").textContent();
        page.reload();
        assertThat(page.locator("h1")).containsText("回执已显示过");
        page.getByText("查询办理情况", new Page.GetByTextOptions().setExact(true)).click();
        page.getByLabel("回执").fill(receipt);
        page.getByText("查询", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator(".badges")).containsText("办理中");
        assertThat(page.url()).doesNotContain(receipt);
        picture("public-notice-objection");

        // The same form again, as when a first answer is lost.
        for (int sent = 0; sent < 2; sent++) {
            actors.anybody()
                    .redirects()
                    .follow(false)
                    .contentType("application/x-www-form-urlencoded; charset=utf-8")
                    .formParams("listingId", entry, "key", entry, "content", "示例：另一异议")
                    .post("/public-notices/objections")
                    .then()
                    .statusCode(303)
                    .header("Location", "/public-notices/receipt");
        }
        actors.person("case-handler")
                .get("/api/credit/v1/listings/" + entry + "/notice-objections")
                .then()
                .body("items", hasSize(2));
    }

    @Test
    void anObjectionWithoutWordsIsAskedForAtItsField() {
        var entry = Samples.announced(actors, Samples.registered(actors, "日照示例石斑食品有限公司"));
        page.navigate(actors.gateway() + "/public-notices/en/" + entry);
        page.evaluate("document.querySelector('form.form').noValidate = true");
        page.getByText("Send", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator("[role=alert]")).containsText("Write what you object to");
        assertThat(page.getByLabel("Your objection")).hasAttribute("aria-invalid", "true");
        page.setViewportSize(390, 840);
        picture("public-notice-mistake-phone");
        complaints.clear();
    }

    @Test
    void aWrongSecretShowsNothing() {
        page.navigate(actors.gateway() + "/complaints");
        page.getByLabel("回执编号").fill("RZ20260302-000123-7");
        page.getByLabel("查询密码").fill("K7QD-2MNP-8RST-VWXY-Z012");
        page.getByText("查看", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator(".refused")).isVisible();
        complaints.clear();
    }

    @Test
    void aWrongCodeIsExplained() {
        page.navigate(actors.gateway() + "/credit?q=91371199MA3RH00188");
        assertThat(page.locator("main")).containsText("校验");
        complaints.clear();
    }

    @Test
    void anUnknownPageSaysSo() {
        var answer = page.navigate(actors.gateway() + "/nowhere");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(page.locator("main")).isVisible();
        complaints.clear();
    }

    @Test
    void anIndicatorIsShownWithItsQuotation() {
        page.navigate(actors.gateway() + "/indicators/PRD_SUPERV_PASS");
        assertThat(page.locator("main")).containsText("工业产品质量监督抽查合格率达到93.2%");
        assertThat(page.locator("main")).containsText("97");
    }

    @Test
    void aReplacedStandardLeadsToItsSuccessor() {
        page.navigate(actors.gateway() + "/standards?q=GB%2FT+19001-2008");
        page.locator("main").getByText("GB/T 19001-2008").first().click();
        page.locator("main").getByText("GB/T 19001-2016").first().click();
        assertThat(page.locator("main")).containsText("现行");
    }

    private void picture(String name) {
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target/pages", name + ".png")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/credit?q=示例",
                "/credit/91371199MA3RH00187",
                "/lists/red",
                "/lists/black",
                "/standards?q=19001",
                "/public-notices",
                "/complaints",
                "/complaints/new?kind=MAJOR_ACCIDENT",
                "/indicators",
                "/indicators/STD_SELF_DECL"
            })
    void everyPageFitsAPhone(String path) {
        page.setViewportSize(360, 740);
        var answer = page.navigate(actors.gateway() + path);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as("nothing sticks out to the side")
                .isEqualTo(true);
        assertThat(page.evaluate("document.documentElement.lang")).isEqualTo("zh-CN");
    }
}

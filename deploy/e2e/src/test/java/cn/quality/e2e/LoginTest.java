package cn.quality.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.RequestOptions;
import com.microsoft.playwright.options.SameSiteAttribute;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** People log in on Keycloak's page, work, and log out, in a real browser. */
@ResourceLock(value = RunningSuite.PARTS, mode = ResourceAccessMode.READ)
@ExtendWith(RunningSuite.class)
class LoginTest {

    private static Playwright playwright;
    private static Browser browser;

    private final Actors actors;
    private BrowserContext context;
    private Page page;

    @SuppressWarnings("NullAway.Init")
    LoginTest(Actors actors) {
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
        context = browser.newContext(
                new Browser.NewContextOptions().setLocale("zh-CN").setViewportSize(1280, 900));
        page = context.newPage();
    }

    @AfterEach
    void close() {
        context.close();
    }

    @Test
    void logsInSeesTheWorkbenchAndLogsOutForGood() {
        page.navigate(actors.gateway() + "/lists/red");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("登录")).click();
        logIn("publisher");
        assertThat(page).hasURL(actors.gateway() + "/lists/red");

        page.navigate(actors.gateway() + "/workbench");
        assertThat(page.locator("h1")).containsText("赵文静");
        assertThat(page.locator("main")).containsText("名单公布");
        assertThat(page.locator("main")).containsText("日照市");
        picture("workbench-publisher");

        var cookies = context.cookies(actors.gateway());
        assertThat(cookies).hasSize(1);
        var cookie = cookies.getFirst();
        assertThat(cookie.httpOnly).isTrue();
        assertThat(cookie.sameSite).isEqualTo(SameSiteAttribute.LAX);
        assertThat(cookie.value).matches("[A-Za-z0-9_-]{43}");

        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("退出"))
                .click();
        assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("登录")))
                .isVisible();
        page.goBack();
        assertThat(page.locator("body")).not().containsText("赵文静");
        page.navigate(actors.gateway() + "/workbench");
        assertThat(page.locator("#password")).isVisible();
    }

    @Test
    void whoLogsOutElsewhereIsLoggedOutHere() {
        workbench("case-handler");
        page.navigate(actors.suite().issuer() + "/protocol/openid-connect/logout");
        page.locator("#kc-logout").click();
        assertThat(page.locator("#kc-logout")).hasCount(0);
        page.navigate(actors.gateway() + "/workbench");
        assertThat(page.locator("#password")).isVisible();
    }

    @Test
    void aChangeWithoutTheSecretOfTheLoginIsRefused() {
        workbench("case-handler");
        var answer = context.request()
                .post(
                        actors.gateway() + "/api/credit/v1/listings",
                        RequestOptions.create()
                                .setHeader("Content-Type", "application/json")
                                .setData("{}"));
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.text()).contains("\"csrf\"");
    }

    @Test
    void anEnterpriseFindsWhatIsOpenAndTakesItsFileHome() {
        // On the red list: other tests give the sample enterprise honours, which a black entry would keep from it.
        Samples.published(actors, "91371199MA3RH00187", "RED");
        workbench("enterprise");
        assertThat(page.locator("main")).containsText("本企业未了结的事项");
        assertThat(page.locator("main")).containsText("提出异议");
        picture("workbench-enterprise");
        page.setViewportSize(390, 844);
        assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .isEqualTo(true);
        picture("workbench-enterprise-phone");
        var download = page.waitForDownload(() -> page.getByText("下载本企业全部档案").click());
        assertThat(download.path()).content().contains("91371199MA3RH00187");
    }

    /** Whatever the workbench offers somebody, they may do. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "reporter",
                "county-reviewer",
                "city-reviewer",
                "case-handler",
                "case-approver",
                "publisher",
                "enterprise",
                "social-organization",
                "auditor",
                "administrator"
            })
    void everyLinkOfTheWorkbenchLeadsSomewhere(String login) {
        workbench(login);
        assertThat(page.locator(".badges .badge")).hasCount(1);
        for (Locator link : page.locator(".tasks a").all()) {
            var address = link.getAttribute("href");
            assertThat(context.request().get(actors.gateway() + address).status())
                    .as(login + " " + address)
                    .isEqualTo(200);
        }
        page.setViewportSize(390, 844);
        assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .isEqualTo(true);
        picture("workbench-" + login + "-phone");
    }

    private void workbench(String login) {
        page.navigate(actors.gateway() + "/workbench");
        logIn(login);
        assertThat(page.locator("h1")).containsText("您好");
    }

    private void logIn(String login) {
        page.locator("#username").fill(login);
        page.locator("#password").fill(login);
        page.locator("#kc-login").click();
    }

    private void picture(String name) {
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target/pages", name + ".png")));
    }
}

package cn.quality.gateway.identity;

import static cn.quality.testing.QuickPaths.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import cn.quality.gateway.OutsideWorld;
import cn.quality.gateway.Token;
import cn.quality.platform.digest.Secrets;
import cn.quality.testing.MovedClock;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(OutsideWorld.class)
class SessionTest {

    private static final int PLACES = 16;

    @Inject
    @ConfigProperty(name = "outside.world")
    String outside;

    @AfterEach
    void putBack() {
        MovedClock.back();
        realm("");
    }

    @Test
    void whoLogsInIsKnownToTheServicesAndTheBrowserHoldsNoToken() {
        var browser = new Browser();
        var back = browser.logIn("/login?next=/lists/red");
        assertThat(back.statusCode()).isEqualTo(303);
        assertThat(back.header("Location")).isEqualTo("/lists/red");
        assertThat(back.header("Cache-Control")).isEqualTo("no-store");

        var cookie = back.detailedCookie("session");
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getSameSite()).isEqualTo("Lax");
        assertThat(cookie.getPath()).isEqualTo("/");
        assertThat(cookie.hasExpiryDate()).isFalse();
        assertThat(browser.session()).matches("[A-Za-z0-9_-]{43}");
        assertThat(browser.cookies()).containsOnlyKeys("session");

        var echo = browser.get("/api/credit/v1/echo").jsonPath();
        assertThat(echo.getString("headers.authorization")).startsWith("Bearer ey");
        assertThat(echo.getString("headers.cookie")).isNull();
        browser.get("/");
        // The echo is the service's view; nothing else the browser saw has a token in it.
        assertThat(browser.everythingItSaw().replace(echo.getString("headers.authorization"), ""))
                .doesNotContain("eyJ");
    }

    @Test
    void thePortalGreetsWhoIsLoggedIn() {
        given().get("/").then().body(containsString("登录")).body(not(containsString("退出")));
        Browser.loggedIn().get("/").then().body(containsString("赵文静")).body(containsString("退出"));
    }

    /** What is downloaded by somebody who does not read holds a connection to the service; there are 16 places for that. */
    @Test
    void downloadsOfWhichNothingIsReadAreFew() throws IOException {
        var session = "Cookie: session=" + Browser.loggedIn().session();
        var readers = new ArrayList<Socket>();
        try {
            for (int i = 0; i < PLACES + 4; i++) {
                readers.add(download(session));
            }
            await().untilAsserted(() ->
                    assertThat(OutsideWorld.metrics()).contains("gateway_responses_waiting " + PLACES + ".0"));
            await().untilAsserted(() ->
                    assertThat(readers.stream().filter(SessionTest::isCut)).hasSize(4));
        } finally {
            for (var reader : readers) {
                reader.close();
            }
        }
        await().untilAsserted(() -> assertThat(OutsideWorld.metrics())
                .contains("gateway_responses_waiting 0.0")
                .doesNotContainPattern("gateway_upstream_outstanding\\{[^}]*} [1-9]"));
    }

    private static Socket download(String session) throws IOException {
        var socket = new Socket();
        socket.setReceiveBufferSize(4_096);
        socket.connect(new InetSocketAddress("127.0.0.1", RestAssured.port));
        socket.getOutputStream()
                .write(("GET /workbench/archive.csv HTTP/1.1\r\nHost: a\r\n" + session + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    /** Asked without reading: a byte that is sent to a connection that is cut comes back as an error. */
    private static boolean isCut(Socket socket) {
        try {
            socket.getOutputStream().write('x');
            return false;
        } catch (IOException cut) {
            return true;
        }
    }

    @Test
    void theWorkbenchIsForWhoIsLoggedInAndIsKeptNowhere() {
        var asked = new Browser().get("/workbench");
        assertThat(asked.statusCode()).isEqualTo(303);
        assertThat(asked.header("Location")).isEqualTo("/login?next=%2Fworkbench");
        Browser.loggedIn()
                .get("/workbench")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body(containsString("赵文静"))
                .body(containsString("名单公布"))
                .body(containsString("信用服务暂时没有应答"));
    }

    @Test
    void aTokenThatIsShownGoesBeforeTheLogin() throws JoseException {
        var token = Token.valid().sign();
        Browser.loggedIn()
                .request()
                .header("Authorization", "Bearer " + token)
                .post("/api/credit/v1/echo")
                .then()
                .statusCode(200)
                .body("headers.authorization", equalTo("Bearer " + token));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example/",
                "https://evil.example/",
                "/\\evil.example",
                "javascript:alert(1)",
                "/login?next=/",
                ""
            })
    void nobodyIsSentElsewhereAfterwards(String next) {
        var back = new Browser().logIn("/login?next=" + next.replace("\\", "%5C"));
        assertThat(back.header("Location")).isEqualTo("/workbench");
    }

    @Test
    void aLoginGetsAnIdOfItsOwnWhateverWasThereBefore() {
        var browser = new Browser();
        browser.cookies().put("session", "chosen-by-somebody-else-chosen-by-somebody-e");
        browser.logIn("/login");
        assertThat(browser.session()).isNotEqualTo("chosen-by-somebody-else-chosen-by-somebody-e");

        var first = browser.session();
        var second = new Browser();
        var callback = second.callback("/login");
        second.cookies().put("session", first);
        second.get(callback);
        assertThat(second.session()).isNotEqualTo(first);
        assertThat(second.bearer()).isNotNull();
        assertThat(browser.bearer()).as("the former id is worth nothing").isNull();
    }

    @Test
    void aCallbackNobodyHereBeganIsRefused() {
        var callback = new Browser().callback("/login");
        var stranger = new Browser();
        assertThat(stranger.get(callback).statusCode()).isEqualTo(400);
        assertThat(stranger.session()).isEmpty();
        var another = new Browser();
        another.callback("/login");
        assertThat(another.get(callback).statusCode()).isEqualTo(400);
    }

    @Test
    void aCodeIsGoodOnce() {
        var browser = new Browser();
        var callback = browser.callback("/login");
        var attempt = Map.copyOf(browser.cookies());
        assertThat(browser.get(callback).statusCode()).isEqualTo(303);
        var replay = new Browser();
        replay.cookies().putAll(attempt);
        assertThat(replay.get(callback).statusCode()).isEqualTo(400);
        assertThat(replay.session()).isEmpty();
    }

    @Test
    void whoTurnsBackAtTheIdentityServiceIsNotLoggedIn() {
        var browser = new Browser();
        var callback = browser.callback("/login").replaceFirst("code=.*", "error=access_denied");
        assertThat(browser.get(callback).statusCode()).isEqualTo(400);
        assertThat(browser.session()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonce", "signature", "audience"})
    void anIdentityTokenThatIsNotForThisLoginIsRefused(String spoil) {
        realm(spoil);
        var browser = new Browser();
        assertThat(browser.logIn("/login").statusCode()).isEqualTo(400);
        assertThat(browser.session()).isEmpty();
    }

    @Test
    void aWriteNeedsTheSecretOfTheLogin() {
        var browser = Browser.loggedIn();
        var csrf = browser.csrf();
        browser.request().post("/api/credit/v1/echo").then().statusCode(403).body("code", equalTo("csrf"));
        browser.request()
                .header("X-CSRF-Token", Browser.loggedIn().csrf())
                .post("/api/credit/v1/echo")
                .then()
                .statusCode(403)
                .body("code", equalTo("csrf"));
        browser.request()
                .header("X-CSRF-Token", csrf)
                .delete("/api/credit/v1/echo")
                .then()
                .statusCode(200)
                .body("headers.authorization", startsWith("Bearer "));
    }

    @ParameterizedTest
    @CsvSource({
        "Sec-Fetch-Site, cross-site",
        "Sec-Fetch-Site, same-site",
        "Origin, https://evil.example",
        "Origin, null"
    })
    void anotherSiteActsWithNobodysLogin(String header, String value) {
        var browser = Browser.loggedIn();
        browser.request()
                .header("X-CSRF-Token", browser.csrf())
                .header(header, value)
                .post("/api/credit/v1/echo")
                .then()
                .statusCode(403)
                .body("code", equalTo("csrf"));
        browser.request()
                .header(header, value)
                .get("/api/credit/v1/echo")
                .then()
                .statusCode(200)
                .body("headers.authorization", nullValue());
    }

    @Test
    void aLoginThatIsUnknownIsNobodys() {
        var browser = new Browser();
        browser.cookies().put("session", Secrets.fresh());
        assertThat(browser.bearer()).isNull();
        browser.request().post("/api/credit/v1/echo").then().statusCode(401);
        assertThat(browser.get("/").statusCode()).isEqualTo(200);
    }

    @Test
    void loggingOutEndsItHereAndAtTheIdentityService() {
        var browser = Browser.loggedIn();
        realm("");
        var id = browser.session();
        browser.post("/logout", Map.of()).then().statusCode(403);
        browser.post("/logout", Map.of("csrf", "guess")).then().statusCode(403);
        assertThat(browser.bearer()).isNotNull();

        var out = browser.post("/logout", Map.of("csrf", browser.csrf()));
        assertThat(out.statusCode()).isEqualTo(303);
        assertThat(out.header("Location")).isEqualTo("/");
        assertThat(browser.cookies()).isEmpty();
        assertThat(realm("").getList("loggedOut")).hasSize(1);
        browser.cookies().put("session", id);
        assertThat(browser.bearer()).isNull();
    }

    @Test
    void whoIsNotLoggedInLogsOutInPeace() {
        new Browser().post("/logout", Map.of()).then().statusCode(303).header("Location", "/");
        given().contentType("application/x-www-form-urlencoded")
                .body("x".repeat(20_000))
                .cookie("session", Browser.loggedIn().session())
                .post("/logout")
                .then()
                .statusCode(413);
    }

    @Test
    void anAccessTokenNearItsEndIsRenewedOnceForAllWhoNeedIt() throws Exception {
        realm("", 30);
        var browser = Browser.loggedIn();
        realm("");
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var bearers = people.invokeAll(IntStream.range(0, 8)
                    .mapToObj(i -> (Callable<String>) browser::bearer)
                    .toList());
            for (var bearer : bearers) {
                assertThat(bearer.get()).startsWith("Bearer ");
            }
        }
        assertThat(browser.bearer()).startsWith("Bearer ");
        assertThat(realm("").getInt("renewals")).isBetween(1, 2);
    }

    @Test
    void aLoginThatIsOverAtTheIdentityServiceIsOverHere() {
        realm("", 30);
        var browser = Browser.loggedIn();
        realm("renewal");
        assertThat(browser.get("/api/credit/v1/echo").statusCode()).isEqualTo(401);
        realm("");
        assertThat(browser.bearer()).isNull();
    }

    @Test
    void anIdentityServiceThatIsAwayEndsNothing() {
        realm("", 40);
        var browser = Browser.loggedIn();
        away(() -> {
            assertThat(browser.bearer()).as("the token is good for a while").isNotNull();
            MovedClock.forward(Duration.ofSeconds(50));
            browser.get("/api/credit/v1/echo").then().statusCode(503).body("code", equalTo("identity-unavailable"));
            assertThat(browser.get("/").asString()).contains("赵文静");
        });
        assertThat(browser.bearer()).isNotNull();
    }

    @Test
    void nobodyIsSentToAnIdentityServiceThatIsAwayAndThePortalStands() {
        away(() -> {
            given().accept("text/html")
                    .get("/login")
                    .then()
                    .statusCode(503)
                    .contentType("text/html")
                    .body(containsString("统一身份认证暂时没有应答"));
            given().get("/").then().statusCode(200);
        });
    }

    @Test
    void aLoginNobodyUsesIsOver() {
        var browser = Browser.loggedIn();
        MovedClock.forward(Duration.ofMinutes(29));
        assertThat(browser.bearer()).isNotNull();
        MovedClock.forward(Duration.ofMinutes(29));
        assertThat(browser.bearer()).isNotNull();
        MovedClock.forward(Duration.ofMinutes(30));
        assertThat(browser.bearer()).isNull();
        MovedClock.back();
        assertThat(browser.bearer()).as("it does not come back").isNull();
    }

    @Test
    void aLoginIsOverAfterTenHoursEvenWhenUsed() {
        var browser = Browser.loggedIn();
        for (int i = 0; i < 23; i++) {
            MovedClock.forward(Duration.ofMinutes(25));
            assertThat(browser.bearer()).isNotNull();
        }
        MovedClock.forward(Duration.ofMinutes(25));
        assertThat(browser.bearer()).isNull();
    }

    private void away(Runnable meanwhile) {
        given().get(outside + "/control/down").then().statusCode(200);
        try {
            meanwhile.run();
        } finally {
            given().get(outside + "/control/up").then().statusCode(200);
        }
    }

    private JsonPath realm(String spoil) {
        return realm(spoil, 1800);
    }

    /** @param expires seconds after which access tokens do */
    private JsonPath realm(String spoil, int expires) {
        return given().get(outside + "/control/realm?spoil=" + spoil + "&expires=" + expires)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}

package cn.quality.gateway.identity;

import static cn.quality.testing.QuickPaths.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import cn.quality.gateway.OutsideWorld;
import cn.quality.gateway.Token;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Stream;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Somebody logs out elsewhere, and the identity service says so. */
@QuarkusTest
@WithTestResource(OutsideWorld.class)
class BackChannelLogoutTest {

    private static final Map<String, Object> LOGOUT =
            Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of());

    @Test
    void theLoginThatEndedThereEndsHereAndNoOther() throws JoseException {
        var browser = Browser.loggedIn();
        var another = Browser.loggedIn();
        told(token().with("sid", login(browser)).sign()).statusCode(200).header("Cache-Control", "no-store");
        assertThat(browser.bearer()).isNull();
        assertThat(another.bearer()).isNotNull();
    }

    @Test
    void whoIsBarredIsLoggedOutEverywhere() throws JoseException {
        var browser = Browser.loggedIn();
        var another = Browser.loggedIn();
        told(token().with("sub", "f1-publisher").sign()).statusCode(200);
        assertThat(browser.bearer()).isNull();
        assertThat(another.bearer()).isNull();
    }

    static Stream<String> notForUs() throws JoseException {
        return Stream.of(
                token().forged().sign(),
                token().unsigned(),
                token().signedWithThePublicKey(),
                token().expired().sign(),
                token().issuedBy("http://elsewhere/realms/quality").sign(),
                token().meantFor("quality-suite").sign(),
                token().with("nonce", "as in an identity token").sign(),
                token().with("events", Map.of("http://schemas.openid.net/event/other", Map.of()))
                        .sign(),
                "nonsense",
                "");
    }

    @ParameterizedTest
    @MethodSource("notForUs")
    void nobodyElseCanEndALogin(String token) {
        var browser = Browser.loggedIn();
        told(token).statusCode(400).body("code", equalTo("bad-request"));
        assertThat(browser.bearer()).isNotNull();
    }

    @Test
    void aLogoutIsAShortForm() {
        told("x".repeat(20_000)).statusCode(413);
        given().get("/oidc/back-channel-logout").then().statusCode(404);
    }

    private static Token token() {
        return Token.valid().meantFor("gateway").with("sub", "f1-publisher").with("events", LOGOUT);
    }

    private static ValidatableResponse told(String token) {
        return given().contentType("application/x-www-form-urlencoded")
                .formParam("logout_token", token)
                .post("/oidc/back-channel-logout")
                .then();
    }

    private static String login(Browser browser) {
        var claims = Base64.getUrlDecoder().decode(browser.bearer().split("\\.", -1)[1]);
        return new JsonObject(new String(claims, StandardCharsets.UTF_8)).getString("sid");
    }
}

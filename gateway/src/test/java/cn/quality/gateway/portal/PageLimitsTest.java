package cn.quality.gateway.portal;

import static cn.quality.testing.QuickPaths.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import cn.quality.gateway.OutsideWorld;
import cn.quality.gateway.Wire;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(OutsideWorld.class)
class PageLimitsTest {

    private static final int SAMPLES_A_MINUTE = 60;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /",
                "HEAD /",
                "HEAD /credit?q=x",
                "HEAD /docs",
                "HEAD /docs/openapi.json",
                "GET /assets/none.css",
                "HEAD /assets/none.css",
                "PUT /credit",
                "OPTIONS /lists/red",
                "POST /logout",
                "POST /oidc/back-channel-logout",
                "GET /nothing",
                "GET /api/nothing",
                "GET /%zz",
                "TRACE /",
                "GET  two spaces",
                "\u0001",
                "GET / HTTP/1.1\r\nX : y\r\nX:"
            })
    void everyRequestIsCounted(String request) throws IOException {
        assertThat(Wire.send(request + " HTTP/1.1\r\n", "").headers()).containsEntry("ratelimit-limit", "6000");
    }

    @Test
    void filesAreCounted() throws IOException {
        var stylesheet = given().get("/").htmlPath().getString("html.head.link.find { it.@rel == 'stylesheet' }.@href");
        for (var method : new String[] {"GET ", "HEAD "}) {
            var reply = Wire.send(method + stylesheet + " HTTP/1.1\r\n", "");
            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.headers()).containsEntry("ratelimit-limit", "6000");
        }
    }

    /** Whatever comes back in the meantime, and whoever they say they are. */
    @Test
    void sampleTokensAreFew() {
        var tries = 0;
        while (given().header("X-Forwarded-For", "203.0.113." + tries)
                        .header("Forwarded", "for=203.0.113." + tries)
                        .header("X-Real-IP", "203.0.113." + tries)
                        .post("/docs/sample-tokens/none")
                        .statusCode()
                == 404) {
            assertThat(++tries).isLessThan(3 * SAMPLES_A_MINUTE);
        }
        assertThat(tries).isGreaterThanOrEqualTo(SAMPLES_A_MINUTE);
        given().post("/docs/sample-tokens/none")
                .then()
                .statusCode(429)
                .contentType("application/problem+json")
                .header("Retry-After", matchesPattern("[0-9]+"))
                .body("code", equalTo("too-many-requests"));
        given().get("/docs").then().statusCode(200);
    }

    /** The form has two seconds here. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/complaints/new",
                "/complaints/progress",
                "/complaints/additions",
                "/complaints/withdrawal",
                "/complaints/satisfaction",
                "/public-notices/objections",
                "/public-notices/en/progress",
                "/oidc/back-channel-logout"
            })
    void aFormThatDripsIsA408(String form) throws IOException {
        var reply = Wire.send(
                "POST " + form + " HTTP/1.1\r\n",
                "kind=",
                "Content-Type: application/x-www-form-urlencoded",
                "Content-Length: 1000");
        assertThat(reply.status()).isEqualTo(408);
        assertThat(reply.problem().getString("code")).isEqualTo("request-timeout");
        assertThat(reply.headers()).containsEntry("connection", "close");
    }

    @ParameterizedTest
    @ValueSource(strings = {"kind=%", "kind=%zz", "%=1"})
    void aFormWithABrokenEscapeIsA400(String body) {
        given().contentType("application/x-www-form-urlencoded; charset=utf-8")
                .body(body)
                .post("/complaints/new")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("bad-request"));
    }
}

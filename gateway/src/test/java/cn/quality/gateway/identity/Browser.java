package cn.quality.gateway.identity;

import static cn.quality.testing.QuickPaths.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** A browser as far as logging in goes: it keeps cookies and shows everything that was said to it. */
final class Browser {

    private static final Pattern CSRF = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");

    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final StringBuilder everything = new StringBuilder();

    /** Logged in as {@code publisher}. */
    static Browser loggedIn() {
        var browser = new Browser();
        assertThat(browser.logIn("/login").statusCode()).isEqualTo(303);
        return browser;
    }

    /** @return the gateway's answer to what the identity service sent the browser back with */
    Response logIn(String address) {
        return get(callback(address));
    }

    /** @return where the identity service sends the browser back to, path and query */
    String callback(String address) {
        var asked = get(address);
        assertThat(asked.statusCode()).isEqualTo(303);
        var there = given().urlEncodingEnabled(false).redirects().follow(false).get(asked.header("Location"));
        return there.header("Location").replaceFirst("https?://[^/]+", "");
    }

    Response get(String address) {
        return hear(request().get(address));
    }

    Response post(String address, Map<String, String> form) {
        return hear(request()
                .contentType("application/x-www-form-urlencoded")
                .formParams(form)
                .post(address));
    }

    /** A request with this browser's cookies. */
    RequestSpecification request() {
        return given().urlEncodingEnabled(false).redirects().follow(false).cookies(cookies);
    }

    Response hear(Response answer) {
        answer.getDetailedCookies().forEach(cookie -> {
            if (cookie.getMaxAge() == 0) {
                cookies.remove(cookie.getName());
            } else {
                cookies.put(cookie.getName(), cookie.getValue());
            }
        });
        everything.append(answer.headers()).append(answer.asString());
        return answer;
    }

    /** What the forms of its pages carry. */
    String csrf() {
        var form = CSRF.matcher(get("/").asString());
        assertThat(form.find()).as("a form with the secret of the login").isTrue();
        return form.group(1);
    }

    Map<String, String> cookies() {
        return cookies;
    }

    String session() {
        return cookies.getOrDefault("__Host-session", cookies.getOrDefault("session", ""));
    }

    String everythingItSaw() {
        return everything.toString();
    }

    /** What reaches a service from it: null when it is nobody there. */
    String bearer() {
        return get("/api/credit/v1/echo").jsonPath().getString("headers.authorization");
    }
}

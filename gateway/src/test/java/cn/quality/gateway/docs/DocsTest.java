package cn.quality.gateway.docs;

import static cn.quality.testing.QuickPaths.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import cn.quality.gateway.OutsideWorld;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(OutsideWorld.class)
class DocsTest {

    private static final Pattern LINK = Pattern.compile("href=\"(/docs[^\"#]*)(?:#([^\"]*))?\"");

    @Test
    void theManualStandsInBothLanguages() {
        given().get("/docs")
                .then()
                .statusCode(200)
                .body(containsString("<html lang=\"zh-CN\">"))
                .body(containsString("红黑榜"));
        given().get("/docs/en")
                .then()
                .statusCode(200)
                .body(containsString("<html lang=\"en\">"))
                .body(containsString("Red and black lists"));
    }

    @Test
    void everyLinkOfEveryPageLeadsSomewhere() {
        var seen = new HashSet<String>();
        var waiting = new ArrayDeque<>(List.of("/docs", "/docs/en"));
        while (!waiting.isEmpty()) {
            var path = waiting.pop();
            if (!seen.add(path)) {
                continue;
            }
            var answer = given().get(path).then().statusCode(200).extract().response();
            if (!answer.contentType().startsWith("text/html")) {
                continue;
            }
            assertThat(answer.asString()).doesNotContain("<style").doesNotContain(" style=\"");
            var links = LINK.matcher(answer.asString());
            while (links.find()) {
                waiting.add(links.group(1));
            }
        }
        assertThat(seen).hasSizeGreaterThan(60).contains("/docs/en/credit/listings", "/docs/credit/asyncapi.yaml");
    }

    @Test
    void everyTypeThatIsNamedStandsOnThePageOfTypes() {
        var types = given().get("/docs/credit/types").asString();
        assertThat(named("href=\"#([^\"]+)\"", types)).hasSizeGreaterThan(150);
        var all = named("href=\"(?:/docs/credit/types)?#([^\"]+)\"", types);
        all.addAll(named(
                "href=\"/docs/credit/types#([^\"]+)\"",
                given().get("/docs/credit/listings").asString()));
        assertThat(named(" id=\"([^\"]+)\"", types)).containsAll(all);
    }

    private static Set<String> named(String pattern, String page) {
        return Pattern.compile(pattern)
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(HashSet::new));
    }

    @Test
    void anOperationIsToldWithParametersTypesExamplesAndRefusals() {
        given().get("/docs/credit/listings")
                .then()
                .body(containsString("/api/credit/v1/listings/{id}/publication"))
                .body(containsString("If-Match"))
                .body(containsString("href=\"/docs/credit/types#"))
                .body(containsString("<code>publisher</code>"))
                .body(containsString("412"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/docs/openapi.json",
                "/docs/credit/openapi.json",
                "/docs/standards/asyncapi.yaml",
                "/docs/credit/schemas/cn.quality.credit.listing.published.v1.json"
            })
    void whatCanBeDownloadedHasATag(String path) {
        var etag = given().get(path).then().statusCode(200).extract().header("ETag");
        assertThat(etag).matches("\"[0-9a-f]{24}\"");
        given().header("If-None-Match", etag).get(path).then().statusCode(304);
        given().header("If-None-Match", "\"other\"").get(path).then().statusCode(200);
    }

    @Test
    void theWholeIsServedByTheGateway() {
        given().get("/docs/openapi.json")
                .then()
                .contentType("application/json")
                .body("openapi", equalTo("3.1.0"))
                .body("servers.url", hasItem("/"))
                .body("x-tagGroups[0].tags", hasItem("credit.listings"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/docs/nothing", "/docs/credit/nothing", "/docs/fr", "/docs/credit/../credit", "/docsx"})
    void whatIsNotThereIsNotThere(String path) {
        given().urlEncodingEnabled(false).get(path).then().statusCode(path.contains("..") ? 400 : 404);
    }

    @Test
    void onlyThePageForTryingOutMayRunScriptsAndOnlyOursFromFiles() {
        given().get("/docs/try")
                .then()
                .header("Content-Security-Policy", containsString("script-src 'self';"))
                .header("Content-Security-Policy", not(containsString("unsafe-eval")))
                .body(not(containsString("<script>")));
        for (var path : List.of("/docs", "/docs/connect", "/docs/credit/listings")) {
            given().get(path)
                    .then()
                    .header("Content-Security-Policy", not(containsString("script-src")))
                    .body(not(containsString("<script")));
        }
    }

    @Test
    void nobodyIsGivenATokenUnlessSamplesAreConfigured() {
        given().post("/docs/sample-tokens/publisher").then().statusCode(404);
        given().get("/docs/try").then().body(not(containsString("<select")));
    }
}

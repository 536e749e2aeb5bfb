package cn.quality.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import com.sun.net.httpserver.HttpServer;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the quick paths find is what REST Assured finds. */
class QuickPathsTest {

    private static final String BODY = """
            {"id": "x", "count": 3, "large": 12345678901, "share": 93.20, "huge": 1e30, "is": true, "none": null,
             "items": [{"id": "a", "tags": ["p", "q"], "in": {"deep": [{"n": 1}]}}, {"id": "b", "n": 2}, null],
             "empty": [], "x-dashed": {"y": 1}, "map": {"k": "v"}}""";

    private static HttpServer server;

    @BeforeAll
    static void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            var body = BODY.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/problem+json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterAll
    static void stop() {
        server.stop(0);
    }

    private static Response quick() {
        return QuickPaths.given().get(address());
    }

    private static String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id",
                "count",
                "large",
                "share",
                "huge",
                "is",
                "none",
                "missing",
                "items",
                "items.id",
                "items[0]",
                "items[1].id",
                "items[7]",
                "items[0].tags",
                "items.tags",
                "items[0].in.deep[0].n",
                "items[0].in.deep.n",
                "items.n",
                "items.size()",
                "empty",
                "empty.id",
                "empty.size()",
                "empty[0]",
                "map",
                "map.k",
                "map.size()",
                "items.find { it.id == 'b' }.n"
            })
    void findWhatRestAssuredFinds(String path) {
        Object slow = RestAssured.given().get(address()).path(path);
        assertThat(quick().<Object>path(path)).isEqualTo(slow);
        assertThat(quick().then().extract().<Object>path(path)).isEqualTo(slow);
        quick().then().statusCode(200).body(path, equalTo(slow)).body(path, equalTo(slow));
    }

    @Test
    void pathsBelowARootBeginThere() {
        quick().then()
                .rootPath("items.find { it.id == 'b' }")
                .body("n", equalTo(2))
                .body("id", equalTo("b"));
        quick().then().rootPath("map").body("k", equalTo("v"));
        assertThatThrownBy(() -> quick().then().rootPath("map").body("id", equalTo("x")))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void whatDoesNotFitFails() {
        quick().then()
                .body("items.id", contains("a", "b"))
                .body("items[0].tags", hasSize(2))
                .header("Content-Length", not("0"));
        assertThatThrownBy(() -> quick().then().body("id", equalTo("y")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContainingAll("id", "\"y\"", "\"x\"");
        assertThatThrownBy(() -> quick().then().body("items.id", contains("a"))).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> quick().then().statusCode(201)).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> quick().then().body("id.deeper", equalTo("y"))).isInstanceOf(AssertionError.class);
    }
}

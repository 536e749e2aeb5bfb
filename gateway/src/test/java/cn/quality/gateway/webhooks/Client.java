package cn.quality.gateway.webhooks;

import static cn.quality.testing.QuickPaths.given;

import cn.quality.gateway.Token;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.awaitility.Awaitility;
import org.jose4j.lang.JoseException;

/** A system that subscribes. */
record Client(String token) {

    static Client of(String name) {
        try {
            return new Client(
                    Token.valid().ofSystem(name).withRoles("screening-client").sign());
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    RequestSpecification asks() {
        return given().auth().oauth2(token).contentType("application/json");
    }

    static JsonObject about(String url, String type, String... regions) {
        return new JsonObject()
                .put("url", url)
                .put("types", new JsonArray().add(type))
                .put("regions", new JsonArray(List.of(regions)))
                .put("contact", "测试");
    }

    ExtractableResponse<Response> subscribe(String url, String type, String... regions) {
        return asks().body(about(url, type, regions).encode())
                .post("/api/v1/webhooks")
                .then()
                .statusCode(201)
                .extract();
    }

    /** @return its id, once the receiver has agreed */
    String active(String url, String type, String... regions) {
        String id = subscribe(url, type, regions).path("id");
        awaitState(id, "ACTIVE");
        return id;
    }

    String state(String id) {
        return asks().get("/api/v1/webhooks/" + id)
                .then()
                .statusCode(200)
                .extract()
                .path("state");
    }

    void awaitState(String id, String state) {
        Awaitility.await().until(() -> state(id), state::equals);
    }

    String etag(String id) {
        return asks().get("/api/v1/webhooks/" + id).header("ETag");
    }

    JsonArray log(String id, String query) {
        return new JsonObject(asks().get("/api/v1/webhooks/" + id + "/deliveries" + query)
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString())
                .getJsonArray("items");
    }
}

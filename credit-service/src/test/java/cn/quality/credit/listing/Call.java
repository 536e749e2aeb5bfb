package cn.quality.credit.listing;

import cn.quality.credit.Credit;
import cn.quality.testing.Tokens;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A call of the interface by the JDK's own client. Where a test has thousands of them, REST-assured would take longer than the
 * service.
 */
record Call(String method, String path, Map<String, ?> body) {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    /** An answer, and what was asked for. */
    record Answer(String asked, int status, JsonNode body, Optional<String> etag) {

        String code() {
            return body.path("code").asText();
        }
    }

    static Call get(String path) {
        return new Call("GET", path, Map.of());
    }

    static Call post(String path, Map<String, ?> body) {
        return new Call("POST", path, body);
    }

    Answer send(@Nullable Tokens by, @Nullable String ifMatch) {
        try {
            var request = HttpRequest.newBuilder(
                            URI.create("http://localhost:" + RestAssured.port + Credit.BASE + "/" + path))
                    .header("Accept", "application/json, application/problem+json");
            if (by != null) {
                request.header("Authorization", "Bearer " + by.sign());
            }
            if (ifMatch != null) {
                request.header("If-Match", ifMatch);
            }
            if (method.equals("GET")) {
                request.GET();
            } else {
                request.header("Content-Type", "application/json")
                        .method(method, HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
            }
            var response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(
                    method + " " + path,
                    response.statusCode(),
                    response.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(response.body()),
                    response.headers().firstValue("ETag"));
        } catch (IOException e) {
            throw new AssertionError("No answer to " + this, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}

package cn.quality.testing;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.List;
import java.util.Set;

/** An OpenAPI document, as the service under test serves it. */
public final class ApiDocument {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");
    private static final ObjectMapper SORTED = new ObjectMapper()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

    private final JsonNode root;

    /** An operation as it is described. */
    public record Described(String method, String path, JsonNode content) {

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    private ApiDocument(JsonNode root) {
        this.root = root;
    }

    public static ApiDocument served() {
        var answer = given().queryParam("format", "json").get("/q/openapi");
        answer.then().statusCode(200);
        try {
            return new ApiDocument(SORTED.readTree(answer.asString()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("not an API document", e);
        }
    }

    public JsonNode root() {
        return root;
    }

    public List<Described> operations() {
        return root.path("paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .filter(method -> METHODS.contains(method.getKey()))
                        .map(method -> new Described(method.getKey(), path.getKey(), method.getValue())))
                .toList();
    }

    /** With sorted keys and one field a line, so that a difference shows what has changed. */
    public String text() {
        try {
            return SORTED.writeValueAsString(SORTED.treeToValue(root, Object.class)) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}

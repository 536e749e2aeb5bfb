package cn.quality.indicator.assessment;

import static cn.quality.indicator.Api.anyone;
import static cn.quality.indicator.Api.put;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.oneOf;

import cn.quality.testing.Tokens;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Cycles over HTTP, with the sample scheme and areas that only tests know. */
public final class Cycles {

    public static final String CITY = "990100";
    public static final String ONE = "990102";
    public static final String OTHER = "990103";

    private static final ObjectMapper JSON = new ObjectMapper();

    private Cycles() {}

    /** The sample scheme under another id, so that each test class has cycles of its own. */
    public static String scheme(String id) {
        try {
            var sample = (ObjectNode) JSON.readTree(Files.readString(Path.of("../seeds/indicators/schemes.json")))
                    .get(0);
            return sample.put("id", id).toString();
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static void prepare(String scheme) {
        put("/schemes/" + scheme, scheme(scheme)).statusCode(is(oneOf(200, 201)));
        area(CITY, "测试市", null);
        area(ONE, "测试甲区", CITY);
        area(OTHER, "测试乙县", CITY);
    }

    private static void area(String code, String name, @Nullable String parent) {
        put(
                        "/areas/" + code,
                        parent == null
                                ? "{\"code\": \"%s\", \"name\": \"%s\", \"kind\": \"CITY\"}".formatted(code, name)
                                : "{\"code\": \"%s\", \"name\": \"%s\", \"kind\": \"COUNTY\", \"parent\": \"%s\"}"
                                        .formatted(code, name, parent))
                .statusCode(is(oneOf(200, 201)));
    }

    public static RequestSpecification city(String login) {
        return person("city-reviewer", login, CITY);
    }

    public static RequestSpecification reporter(String area) {
        return person("reporter", "reporter-" + area, area);
    }

    public static RequestSpecification person(String role, String login, String region) {
        return anyone().auth()
                .oauth2(Tokens.of(role).user(login).region(region).sign())
                .contentType(ContentType.JSON);
    }

    public static ValidatableResponse open(String scheme, int year) {
        return city("head")
                .body("{\"scheme\": \"%s\", \"year\": %d, \"areas\": [\"%s\", \"%s\"]}"
                        .formatted(scheme, year, ONE, OTHER))
                .post("/assessment-cycles")
                .then();
    }

    /** Upon the cycle as it is now. */
    public static ValidatableResponse act(RequestSpecification who, String id, String path, String body) {
        return who.header("If-Match", "*")
                .body(body)
                .post("/assessment-cycles/" + id + "/" + path)
                .then();
    }

    public static ValidatableResponse step(String id, String step) {
        return act(city("head"), id, "step", "{\"step\": \"" + step + "\"}");
    }

    /** Everything a good area reports. */
    public static String entries() {
        return """
                {"entries": [
                  {"node": "T11", "numerator": 386, "denominator": 400}, {"node": "T12", "numerator": 99, "denominator": 100},
                  {"node": "T13", "numerator": 973, "denominator": 1000}, {"node": "T21", "numerator": 97, "denominator": 99},
                  {"node": "T31", "value": 85.00}, {"node": "T32", "value": 83.7}, {"node": "M11", "document": "示例预案"},
                  {"node": "M12", "count": 0}, {"node": "M21", "document": "示例计划"}, {"node": "M22", "count": 0},
                  {"node": "M23", "value": 94.6}, {"node": "V1", "count": 0}]}""";
    }
}

package cn.quality.standards.suite;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import cn.quality.testing.Tokens;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

/** Callers of the service. */
public final class Http {

    public static final String BASE = "/api/standards/v1/";

    private Http() {}

    public static RequestSpecification anyone() {
        return given().basePath(BASE);
    }

    public static RequestSpecification administrator() {
        return anyone().auth().oauth2(Tokens.of("administrator").sign()).contentType(ContentType.JSON);
    }

    public static RequestSpecification enterprise(String uscc) {
        return anyone().auth().oauth2(Tokens.of("enterprise").uscc(uscc).sign()).contentType(ContentType.JSON);
    }

    /** A refusal has this status and code, the form of RFC 9457, and no trace of our code. */
    public static ValidatableResponse refused(ValidatableResponse response, int status, String code) {
        return response.statusCode(status)
                .contentType("application/problem+json")
                .body("status", equalTo(status))
                .body("code", equalTo(code))
                .body("traceId", matchesPattern("[0-9a-f]{32}"))
                .body(not(containsString("Exception")));
    }
}

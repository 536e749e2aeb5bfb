package cn.quality.testing;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import io.restassured.response.ValidatableResponse;

/** What every refusal of the suite looks like. */
public final class Refusal {

    private Refusal() {}

    /** The form of RFC 9457 with a stable code and a trace id, and nothing of our insides. */
    public static ValidatableResponse refused(ValidatableResponse answer, int status, String code) {
        return answer.statusCode(status)
                .contentType(containsString("application/problem+json"))
                .body("status", equalTo(status))
                .body("code", equalTo(code))
                .body("type", equalTo("urn:problem:" + code))
                .body("traceId", matchesPattern("[0-9a-f]{32}"))
                .body(not(containsString("cn.quality")))
                .body(not(containsString("Exception")));
    }
}

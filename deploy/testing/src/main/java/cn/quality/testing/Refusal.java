package cn.quality.testing;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import io.restassured.response.ValidatableResponse;
import java.util.regex.Pattern;

/** What every refusal of the suite looks like. */
public final class Refusal {

    /** Types of events begin with the same words, and are all in small letters. */
    private static final Pattern CLASS_OF_OURS = Pattern.compile(".*cn\\.quality\\.[\\w.]*[A-Z].*", Pattern.DOTALL);

    private Refusal() {}

    /** The form of RFC 9457 with a stable code and a trace id, and nothing of our insides. */
    public static ValidatableResponse refused(ValidatableResponse answer, int status, String code) {
        return answer.statusCode(status)
                .contentType(containsString("application/problem+json"))
                .body("status", equalTo(status))
                .body("code", equalTo(code))
                .body("type", equalTo("urn:problem:" + code))
                .body("traceId", matchesPattern("[0-9a-f]{32}"))
                .body(not(matchesPattern(CLASS_OF_OURS)))
                .body(not(containsString("Exception")));
    }
}

package cn.quality.platform.problem;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A refusal, thrown wherever a rule says no, or the failure of an asynchronous step. The transaction rolls back, and the
 * caller gets an {@code application/problem+json} response.
 */
public final class Problem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ProblemType type;
    private final transient Text detail;
    private final transient List<Violation> violations = new ArrayList<>();
    private final transient Map<String, String> headers = new LinkedHashMap<>();

    public Problem(ProblemType type, Text detail) {
        // No stack trace: a refusal is an answer, not a fault, and refusals can come by the thousand.
        super(type.code() + ": " + detail.en(), null, false, false);
        this.type = type;
        this.detail = detail;
    }

    /** Adds one reason; every reason that is known is reported at once. */
    public Problem with(String field, String code, Text message) {
        violations.add(new Violation(field, code, message));
        return this;
    }

    /** Adds a header that the status asks for, such as {@code WWW-Authenticate} or {@code Allow}. */
    public Problem withHeader(String name, String value) {
        headers.put(name, value);
        return this;
    }

    /** Adds {@code Retry-After}: the seconds after which another attempt makes sense. */
    public Problem retryAfter(long seconds) {
        return withHeader("Retry-After", Long.toString(seconds));
    }

    public ProblemType type() {
        return type;
    }

    public Text detail() {
        return detail;
    }

    public List<Violation> violations() {
        return List.copyOf(violations);
    }

    public Map<String, String> headers() {
        return Collections.unmodifiableMap(headers);
    }
}

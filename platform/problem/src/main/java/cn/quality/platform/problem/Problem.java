package cn.quality.platform.problem;

import java.util.ArrayList;
import java.util.List;

/**
 * A refusal, thrown wherever a rule says no. The transaction rolls back, and the caller gets an
 * {@code application/problem+json} answer.
 */
public final class Problem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ProblemType type;
    private final transient Text detail;
    private final transient List<Violation> violations = new ArrayList<>();

    public Problem(ProblemType type, Text detail) {
        // No stack trace: a refusal is an answer, not a fault, and refusals can come by the thousand.
        super(type.code() + ": " + detail.en(), null, false, false);
        this.type = type;
        this.detail = detail;
    }

    /** Adds one reason; every reason that is known is told at once. */
    public Problem with(String field, String code, Text message) {
        violations.add(new Violation(field, code, message));
        return this;
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
}

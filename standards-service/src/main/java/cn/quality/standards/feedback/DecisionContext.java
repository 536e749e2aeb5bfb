package cn.quality.standards.feedback;

import java.time.Instant;
import java.util.Set;

/**
 * All that a policy may look at besides the report.
 *
 * @param actor login, or none for whoever holds the secret
 */
record DecisionContext(String actor, Set<FeedbackRole> roles, Instant moment) {

    static final String NOBODY = "anonymous";

    /** Whoever holds the secret of the receipt. */
    static DecisionContext reporter(Instant moment) {
        return new DecisionContext(NOBODY, Set.of(FeedbackRole.REPORTER), moment);
    }
}

package cn.quality.platform.transition;

import cn.quality.platform.problem.Problem;
import java.util.List;
import java.util.Optional;

/**
 * A named reason to refuse an act.
 *
 * @param <T> the subject, as it is when the policy is asked
 * @param <A> the acts
 * @param <C> all that a policy may look at besides the subject
 */
public interface TransitionPolicy<T, A, C> {

    /** Why the act must not happen; empty when this policy has nothing against it. */
    Optional<Problem> refusal(T subject, A act, C context);

    /** Asks these policies in their order; the first refusal is thrown. */
    static <T, A, C> void require(List<? extends TransitionPolicy<T, A, C>> policies, T subject, A act, C context) {
        for (var policy : policies) {
            var refusal = policy.refusal(subject, act, context);
            if (refusal.isPresent()) {
                throw refusal.get();
            }
        }
    }
}

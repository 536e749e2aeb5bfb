package cn.quality.platform.transition;

import cn.quality.platform.problem.Problem;
import java.util.List;
import java.util.Optional;

/**
 * One row of a {@link TransitionTable}.
 *
 * @param from the state it leaves; none for the row by which a subject begins
 * @param event what the transition makes known
 * @param policies asked in this order; the first refusal stops the act
 * @param ends deadlines that were waiting for this
 * @param starts deadlines that begin with it
 * @param <S> states
 * @param <A> acts
 * @param <P> policies
 * @param <D> deadlines
 * @param <E> events
 */
public record Transition<S, A, P, D, E>(
        Optional<S> from, A act, S to, E event, List<P> policies, List<D> ends, List<D> starts) {

    /**
     * A named reason to refuse an act.
     *
     * @param <T> the subject, as it is when the policy is asked
     * @param <A> the acts
     * @param <C> all that a policy may look at besides the subject
     */
    public interface Policy<T, A, C> {

        /** Why the act must not happen; empty when this policy has nothing against it. */
        Optional<Problem> refusal(T subject, A act, C context);
    }

    /** Asks these policies in their order; the first refusal is thrown. */
    public static <T, A, C> void require(List<? extends Policy<T, A, C>> policies, T subject, A act, C context) {
        for (var policy : policies) {
            var refusal = policy.refusal(subject, act, context);
            if (refusal.isPresent()) {
                throw refusal.get();
            }
        }
    }

    public static <S, A, P, D, E> Transition<S, A, P, D, E> of(S from, A act, S to, E event) {
        return new Transition<>(Optional.of(from), act, to, event, List.of(), List.of(), List.of());
    }

    /** The row by which a subject begins. */
    public static <S, A, P, D, E> Transition<S, A, P, D, E> opening(A act, S to, E event) {
        return new Transition<>(Optional.empty(), act, to, event, List.of(), List.of(), List.of());
    }

    /** It happens only if none of these refuses. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is copied
    public final Transition<S, A, P, D, E> requires(P... asked) {
        return new Transition<>(from, act, to, event, List.of(asked), ends, starts);
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // the array is copied
    public final Transition<S, A, P, D, E> ends(D... deadlines) {
        return new Transition<>(from, act, to, event, policies, List.of(deadlines), starts);
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // the array is copied
    public final Transition<S, A, P, D, E> starts(D... deadlines) {
        return new Transition<>(from, act, to, event, policies, ends, List.of(deadlines));
    }

    /** Whether the subject is in another state afterwards; one that begins is. */
    public boolean isMove() {
        return !from.equals(Optional.of(to));
    }
}

package cn.quality.platform.act;

import cn.quality.platform.act.Act.VersionCheck;
import cn.quality.platform.decision.Decision;
import cn.quality.platform.decision.DecisionLog;
import cn.quality.platform.idempotency.Idempotency;
import cn.quality.platform.outbox.Outbox;
import cn.quality.platform.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * Runs acts. The course is the same for each, in the caller's transaction, so that all of it happens or nothing:
 *
 * <ol>
 *   <li>the idempotency key: the same request again is answered with what the first one did;
 *   <li>the subject is loaded and locked, or refused with 404;
 *   <li>the verb: rules refuse, or the subject changes;
 *   <li>{@code If-Match}: a stale version matters only for what is otherwise allowed (RFC 9110 §13.2.1), so it is compared
 *       after the rules have spoken, unless the act says otherwise;
 *   <li>the event goes into the outbox;
 *   <li>a line goes into the decision log, with a digest of the state before and after.
 * </ol>
 */
@ApplicationScoped
public class ActExecutor {

    private final Idempotency idempotency;
    private final Outbox outbox;
    private final DecisionLog decisions;

    ActExecutor(Idempotency idempotency, Outbox outbox, DecisionLog decisions) {
        this.idempotency = idempotency;
        this.outbox = outbox;
        this.decisions = decisions;
    }

    /**
     * What came of an act.
     *
     * @param id of its subject
     * @param changed whether this request changed something; not when it came again, or when all was so already
     */
    public record Performed(UUID id, boolean changed) {}

    /**
     * Runs one act.
     *
     * @throws Problem why it may not happen; 409 {@code idempotency-key-reused}; 412 {@code stale} and 428 {@code
     *     precondition-required} where the act checks the version
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public <T> Performed perform(Act<T> act) {
        var changed = new AtomicBoolean();
        var id = idempotency.once(act.operation(), act.preconditions().idempotencyKey(), act.request(), () -> {
            var result = run(act);
            changed.set(result.changed());
            return act.kind().id().apply(result.subject());
        });
        return new Performed(id, changed.get());
    }

    private <T> ActResult<T> run(Act<T> act) {
        var kind = act.kind();
        var subject = act.subject().map(Supplier::get);
        var version = subject.map(kind.version()::applyAsLong).orElse(0L);
        if (act.versionCheck() == VersionCheck.REQUIRED_FIRST) {
            act.preconditions().requireVersion(version);
        }
        // A view, not the subject: the verb is about to change the subject.
        Optional<Object> before = subject.map(kind.view());
        var result = act.verb().apply(subject);
        if (!result.changed()) {
            return result;
        }
        switch (act.versionCheck()) {
            case REQUIRED -> act.preconditions().requireVersion(version);
            case IF_GIVEN -> act.preconditions().requireVersionIfGiven(version);
            case NONE, REQUIRED_FIRST -> {}
        }
        result.completion().run();
        if (result.event() != null) {
            outbox.append(result.event());
        }
        decisions.append(new Decision(
                act.name(),
                kind.type(),
                kind.logId().apply(result.subject()),
                result.reason(),
                result.basis(),
                before.orElse(null),
                result.removed() ? null : kind.view().apply(result.subject())));
        return result;
    }
}

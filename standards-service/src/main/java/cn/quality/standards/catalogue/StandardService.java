package cn.quality.standards.catalogue;

import cn.quality.platform.decision.Decision;
import cn.quality.platform.decision.DecisionLog;
import cn.quality.platform.id.Ids;
import cn.quality.platform.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class StandardService {

    private final StandardRepository standards;
    private final Outbox outbox;
    private final DecisionLog decisions;
    private final Clock clock;

    StandardService(StandardRepository standards, Outbox outbox, DecisionLog decisions, Clock clock) {
        this.standards = standards;
        this.outbox = outbox;
        this.decisions = decisions;
        this.clock = clock;
    }

    /** Where the statement went, and whether the standard was new to the catalogue. */
    record Outcome(UUID id, boolean created) {}

    /** Enters a standard, corrects it, or leaves it alone when nothing new is stated. */
    @Transactional
    Outcome state(StandardStatement stated) {
        var key = stated.number().canonical();
        standards.lock(key);
        return standards
                .byKey(key)
                .map(standard -> {
                    correct(standard, stated);
                    return new Outcome(standard.id(), false);
                })
                .orElseGet(() -> new Outcome(register(stated), true));
    }

    private UUID register(StandardStatement stated) {
        var standard = new Standard(Ids.next(), stated, clock.instant());
        standards.persist(standard);
        outbox.append(standard.registered().outbound());
        decisions.append(decision("standard.register", standard, null));
        return standard.id();
    }

    private void correct(Standard standard, StandardStatement stated) {
        var before = standard.stated();
        standard.correct(stated, clock.instant()).ifPresent(event -> {
            outbox.append(event.outbound());
            decisions.append(decision("standard.correct", standard, before));
        });
    }

    private static Decision decision(String act, Standard standard, Standard.@Nullable Stated before) {
        var after = standard.stated();
        return new Decision(
                act,
                "standard",
                standard.id().toString(),
                standard.numberKey(),
                after.facts().source(),
                before,
                after);
    }
}

package cn.quality.standards.registry;

import cn.quality.platform.clock.LegalDates;
import cn.quality.platform.decision.Decision;
import cn.quality.platform.decision.DecisionLog;
import cn.quality.platform.identity.CurrentActor;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** The kinds of registry, which are data: stating one that differs adds a version. */
@ApplicationScoped
class RegistryKindService {

    private final RegistryKindRepository kinds;
    private final DecisionLog decisions;
    private final CurrentActor actor;
    private final Clock clock;

    RegistryKindService(RegistryKindRepository kinds, DecisionLog decisions, CurrentActor actor, Clock clock) {
        this.kinds = kinds;
        this.decisions = decisions;
        this.actor = actor;
        this.clock = clock;
    }

    /** States a kind from a day on; the same again changes nothing. */
    @Transactional
    RegistryKind state(RegistryKind kind) {
        kinds.lock(kind.code());
        var before = kinds.from(kind.code(), kind.effectiveFrom());
        if (before.filter(kind::equals).isEmpty()) {
            kinds.add(kind, clock.instant(), actor.id());
            decisions.append(new Decision(
                    "registry-kind.state",
                    "registry-kind",
                    kind.code(),
                    kind.source(),
                    kind.effectiveFrom().toString(),
                    before.orElse(null),
                    kind));
        }
        return kind;
    }

    List<RegistryKind> all(LocalDate day) {
        return kinds.allOn(day);
    }

    /** @throws Problem 404 */
    RegistryKind on(String code, LocalDate day) {
        return kinds.on(code, day)
                .orElseThrow(() -> new Problem(
                        ProblemTypes.NOT_FOUND,
                        Text.of("%2$s 没有名录 %1$s", "There is no registry %1$s on %2$s", code, day)));
    }

    RegistryKind today(String code) {
        return on(code, LegalDates.today(clock));
    }
}

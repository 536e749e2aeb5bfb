package cn.quality.credit.enterprise;

import cn.quality.credit.identifier.RegionCode;
import cn.quality.credit.identifier.UnifiedSocialCreditCode;
import cn.quality.credit.intake.Outcome;
import cn.quality.credit.intake.Sender;
import cn.quality.credit.intake.Source;
import cn.quality.credit.rules.ReferenceProblems;
import cn.quality.credit.rules.ReferenceService;
import cn.quality.platform.decision.Decision;
import cn.quality.platform.decision.DecisionLog;
import cn.quality.platform.outbox.Outbox;
import cn.quality.platform.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Registers enterprises, and tells other features about them. */
@ApplicationScoped
public class EnterpriseService {

    private final EnterpriseRepository enterprises;
    private final ReferenceService rules;
    private final Sender sender;
    private final Outbox outbox;
    private final DecisionLog decisions;
    private final Clock clock;

    EnterpriseService(
            EnterpriseRepository enterprises,
            ReferenceService rules,
            Sender sender,
            Outbox outbox,
            DecisionLog decisions,
            Clock clock) {
        this.enterprises = enterprises;
        this.rules = rules;
        this.sender = sender;
        this.outbox = outbox;
        this.decisions = decisions;
        this.clock = clock;
    }

    /** Registers those that may be, in one transaction; one outcome for each, in their order. */
    @Transactional
    List<Outcome> register(List<NewEnterprise> items) {
        // Codes before sources: whoever's code is seen was committed with its source, so that is seen as well.
        var onFile = enterprises.onFile(items.stream()
                .map(item -> UnifiedSocialCreditCode.written(item.uscc()))
                .toList());
        var stored =
                enterprises.stored(items.stream().map(NewEnterprise::source).toList());
        var desk = new Desk(rules.regionsToday(), stored, new HashSet<>(onFile), clock.instant());
        var outcomes = items.stream().map(desk::take).toList();
        if (!desk.opened.isEmpty()) {
            enterprises.persist(desk.opened);
            enterprises.flush();
            outbox.appendAll(desk.opened.stream()
                    .map(enterprise -> enterprise.registered().outbound())
                    .toList());
            var views = desk.opened.stream().map(Enterprise::view).toList();
            decisions.append(new Decision(
                    "register-enterprises",
                    "enterprise",
                    views.getFirst().uscc(),
                    views.size() + " registered",
                    "",
                    null,
                    views));
        }
        return outcomes;
    }

    /** Those of these codes that are on file, with their enterprises. */
    @Transactional
    public Map<String, EnterpriseView> onFile(Set<String> codes) {
        return enterprises.byCodes(codes).stream()
                .map(Enterprise::view)
                .collect(Collectors.toUnmodifiableMap(EnterpriseView::uscc, Function.identity()));
    }

    /**
     * The enterprise with this code.
     *
     * @throws Problem 422 {@code unknown-enterprise}
     */
    @Transactional
    public EnterpriseView require(UnifiedSocialCreditCode code) {
        return enterprises
                .byCode(code.value())
                .map(Enterprise::view)
                .orElseThrow(() -> EnterpriseProblems.unknown(code));
    }

    @Transactional
    EnterpriseView view(UUID id) {
        return enterprises.findByIdOptional(id).map(Enterprise::view).orElseThrow();
    }

    /** One sitting at which files are opened: knows what was there before and what it has just taken. */
    private final class Desk {

        private final Set<RegionCode> regions;
        private final Map<Source, UUID> stored;
        private final Set<String> onFile;
        private final Instant now;
        private final List<Enterprise> opened = new ArrayList<>();

        Desk(Set<RegionCode> regions, Map<Source, UUID> stored, Set<String> onFile, Instant now) {
            this.regions = regions;
            this.stored = stored;
            this.onFile = onFile;
            this.now = now;
        }

        Outcome take(NewEnterprise item) {
            try {
                return open(item);
            } catch (Problem refused) {
                return new Outcome.Rejected(refused);
            }
        }

        private Outcome open(NewEnterprise item) {
            var code = UnifiedSocialCreditCode.parse(item.uscc());
            var region = new RegionCode(item.region());
            if (!regions.contains(region)) {
                throw ReferenceProblems.unknownRegion(item.region());
            }
            sender.requireOwn(item.source(), item.region());
            var first = stored.get(item.source());
            if (first != null) {
                return new Outcome.Duplicate(first);
            }
            if (!onFile.add(code.value())) {
                throw EnterpriseProblems.alreadyRegistered(code);
            }
            var enterprise = Enterprise.register(item, code, region, now);
            opened.add(enterprise);
            stored.put(item.source(), enterprise.id);
            return new Outcome.Accepted(enterprise.id);
        }
    }
}

package cn.quality.credit.rules;

import cn.quality.platform.clock.LegalDates;
import cn.quality.platform.decision.Decision;
import cn.quality.platform.decision.DecisionLog;
import cn.quality.platform.identifiers.RegionCode;
import cn.quality.platform.version.VersionTable;
import cn.quality.platform.version.Versioned;
import cn.quality.platform.version.VersionedStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

/** Stores reference items in versions and answers with the newest. */
@ApplicationScoped
public class ReferenceService {

    /** Stored with each row, so spelled out: renaming a class must not lose its data. */
    private static final Map<Class<? extends ReferenceItem>, String> KINDS = Map.of(
            Region.class, "REGION",
            LegalBasis.class, "LEGAL_BASIS",
            RulePack.class, "RULE_PACK",
            WorkingCalendar.class, "CALENDAR",
            IndustryCatalogue.class, "INDUSTRIES",
            ExchangeTemplate.class, "EXCHANGE_TEMPLATE");

    private final VersionedStore versions;
    private final DecisionLog decisions;
    private final Event<CalendarCorrected> corrections;
    private final Clock clock;

    ReferenceService(
            VersionedStore.Factory store, DecisionLog decisions, Event<CalendarCorrected> corrections, Clock clock) {
        this.versions = store.in(new VersionTable("reference_version", "kind", "item_key"));
        this.decisions = decisions;
        this.corrections = corrections;
        this.clock = clock;
    }

    /** Adds a version when the content differs from the newest, and answers with the newest then. */
    @Transactional
    public <T extends ReferenceItem> Versioned<T> store(T item) {
        var kind = kind(item.getClass());
        var changed = new AtomicBoolean();
        var stored = versions.store(kind, item.key(), item, change -> {
            changed.set(true);
            decisions.append(new Decision(
                    "store-reference",
                    kind,
                    item.key(),
                    "version " + change.version(),
                    "",
                    change.before().orElse(null),
                    item));
        });
        if (changed.get() && item instanceof WorkingCalendar calendar) {
            corrections.fire(new CalendarCorrected(calendar.year()));
        }
        return stored;
    }

    public <T extends ReferenceItem> Optional<Versioned<T>> newest(Class<T> type, String key) {
        return versions.newest(kind(type), key, type);
    }

    /** The newest version of each item, in the order of their keys. */
    public <T extends ReferenceItem> List<T> all(Class<T> type) {
        return versions(type).stream().map(Versioned::item).toList();
    }

    /** The same, each with the number of its version. */
    public <T extends ReferenceItem> List<Versioned<T>> versions(Class<T> type) {
        return versions.newestOfEach(kind(type), type);
    }

    /** Codes of the regions that exist today: what an enterprise can be registered in. */
    public Set<RegionCode> regionsToday() {
        var today = LegalDates.today(clock);
        return all(Region.class).stream()
                .filter(region -> region.existsOn(today))
                .map(region -> new RegionCode(region.code()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The edition of the classification of industries that counts today; empty while none is stored. */
    public Optional<IndustryCatalogue> industriesToday() {
        var today = LegalDates.today(clock);
        return all(IndustryCatalogue.class).stream()
                .filter(catalogue -> !catalogue.effectiveFrom().isAfter(today))
                .max(Comparator.comparing(IndustryCatalogue::effectiveFrom));
    }

    public Optional<LegalBasis> legalBasis(String code) {
        return newest(LegalBasis.class, code).map(Versioned::item);
    }

    private static String kind(Class<? extends ReferenceItem> type) {
        return Objects.requireNonNull(KINDS.get(type), type::getName);
    }
}

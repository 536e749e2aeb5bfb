package cn.quality.credit.sharing;

import cn.quality.credit.Roles;
import cn.quality.credit.rules.CalendarCorrected;
import cn.quality.credit.rules.Deadline;
import cn.quality.credit.rules.DeadlineCalculator;
import cn.quality.platform.clock.LegalDates;
import cn.quality.platform.decision.Decision;
import cn.quality.platform.decision.DecisionLog;
import cn.quality.platform.http.Preconditions;
import cn.quality.platform.identifiers.RegionCode;
import cn.quality.platform.identity.Caller;
import cn.quality.platform.paging.Cursor;
import cn.quality.platform.paging.Page;
import cn.quality.platform.paging.PageRequest;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemType;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Waits for every subscriber's word that it stopped using an entry that ended. */
@ApplicationScoped
public class SharingService {

    /** Term within which others stop, see {@code seeds/credit/rule-packs.json}. */
    private static final String TERM = "STOP_AFTER_REPAIR";

    static final ProblemType SHARING_RESUMED =
            new ProblemType(409, "sharing-resumed", new Text("条目已恢复", "The entry stands again"));

    private final SharingRepository repository;
    private final DeadlineCalculator deadlines;
    private final DecisionLog decisions;
    private final Caller caller;
    private final Clock clock;

    SharingService(
            SharingRepository repository,
            DeadlineCalculator deadlines,
            DecisionLog decisions,
            Caller caller,
            Clock clock) {
        this.repository = repository;
        this.deadlines = deadlines;
        this.decisions = decisions;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * The entry has ended: from now on an acknowledgement is open of each subscriber that could have known it. Told twice,
     * it opens none twice. Nothing keeps an entry from ending, not even a calendar that is missing: then the due date is
     * computed as soon as it is there.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void stop(SharedEntry entry, LocalDate endedOn) {
        var receivers = repository.receivers(entry.publishedOn(), endedOn);
        if (!receivers.isEmpty()) {
            repository.open(entry, endedOn, due(endedOn), receivers);
        }
    }

    /** The entry stands again: what was open or acknowledged of its end is void. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void resume(UUID listingId) {
        repository.resume(listingId, clock.instant());
    }

    /** Whether nobody's acknowledgement is missing; also when nobody could have known the entry. */
    @Transactional
    public boolean allAcknowledged(UUID listingId) {
        return !repository.anyOpen(listingId);
    }

    /**
     * The calling subscriber has stopped using the entry. Said again, the first time counts.
     *
     * @throws Problem 404 when the stop is not the caller's, 409 {@code sharing-resumed} when the entry stands again
     */
    @Transactional
    SharingStop acknowledge(UUID id) {
        var before = own(id);
        if (repository.acknowledge(id, clock.instant())) {
            var after = own(id);
            decisions.append(new Decision(
                    "sharing.acknowledge",
                    "listing",
                    after.listingId().toString(),
                    "",
                    before.due() == null ? "" : before.due().rulePack() + " " + TERM,
                    before,
                    after));
            return after;
        }
        var now = own(id);
        if (now.state() == SharingState.RESUMED) {
            throw new Problem(
                    SHARING_RESUMED,
                    new Text("该条目已恢复公示，停止共享的要求已取消", "The entry is published again; there is nothing to stop"));
        }
        return now;
    }

    /** A subscriber sees its own, an official those of the region, an auditor all. */
    @Transactional
    Page<SharingStop> stops(SharingState state, PageRequest page) {
        fillInDueDates();
        boolean office = caller.has(Roles.AUDITOR) || caller.has(Roles.PUBLISHER);
        var rows = repository.stops(
                state,
                office ? Optional.empty() : Optional.of(caller.id()),
                office ? regions() : "",
                today(),
                page.cursor().map(cursor -> cursor.uuid(0)),
                page.fetch());
        return Page.of(rows, page, row -> Cursor.of(row.id()));
    }

    @Transactional
    Subscriber subscribe(String clientId, NewSubscriber subscriber, @Nullable String ifMatch) {
        var before = repository.subscriber(clientId);
        before.ifPresent(known -> Preconditions.ifMatch(ifMatch).requireVersion(known.version()));
        if (!repository.store(clientId, subscriber, before.map(Subscriber::version))) {
            throw new Problem(
                    ProblemTypes.CONCURRENT_CHANGE, new Text("该接收方刚被他人登记或修改，请重新读取", "Read the subscriber again"));
        }
        var after = repository.subscriber(clientId).orElseThrow();
        decisions.append(new Decision("subscriber.store", "subscriber", clientId, "", "", before.orElse(null), after));
        return after;
    }

    @Transactional
    Page<Subscriber> subscribers(PageRequest page) {
        var rows = repository.subscribers(
                page.cursor().map(cursor -> cursor.text(0)).orElse(""), page.fetch());
        return Page.of(rows, page, row -> Cursor.of(row.clientId()));
    }

    /** How many acknowledgements are late today. */
    @Transactional
    long overdue() {
        fillInDueDates();
        return repository.overdue(today());
    }

    private SharingStop own(UUID id) {
        return repository
                .stop(id, today())
                .filter(stop -> stop.clientId().equals(caller.id()))
                .orElseThrow(() -> new Problem(
                        ProblemTypes.NOT_FOUND, Text.of("没有发给您的停止共享通知 %s", "You have no sharing stop %s", id)));
    }

    /** @throws Problem 403 {@code foreign-region} for an official without a region */
    private String regions() {
        if (caller.has(Roles.AUDITOR)) {
            return "";
        }
        var region = caller.region().orElse("-");
        caller.requireRegion(region);
        return new RegionCode(region).prefix();
    }

    /** A calendar was corrected: what is open is counted again, and what moved stands in the decision log. */
    void recount(@Observes CalendarCorrected corrected) {
        var rules = deadlines.rulesInForce();
        repository
                .concerning(corrected)
                .forEach((endedOn, due) -> rules.recounted(due, endedOn, endedOn)
                        .ifPresent(moved -> {
                            repository.move(endedOn, moved);
                            decisions.append(new Decision(
                                    "sharing.recount-deadline",
                                    "sharing",
                                    endedOn.toString(),
                                    moved.described(),
                                    "calendar " + corrected.year(),
                                    null,
                                    null));
                        }));
    }

    private void fillInDueDates() {
        for (var endedOn : repository.endsWithoutDue()) {
            due(endedOn).ifPresent(due -> repository.setDue(endedOn, due));
        }
    }

    private Optional<Deadline> due(LocalDate endedOn) {
        try {
            return Optional.of(deadlines.deadline(TERM, endedOn));
        } catch (Problem unknown) {
            return Optional.empty();
        }
    }

    private LocalDate today() {
        return LegalDates.today(clock);
    }
}

package cn.quality.credit.listing;

import cn.quality.credit.Roles;
import cn.quality.credit.archive.ArchiveService;
import cn.quality.credit.enterprise.EnterpriseService;
import cn.quality.credit.enterprise.EnterpriseView;
import cn.quality.credit.rules.ReferenceService;
import cn.quality.credit.rules.Terms;
import cn.quality.credit.sharing.SharedEntry;
import cn.quality.credit.sharing.SharingService;
import cn.quality.platform.clock.LegalDates;
import cn.quality.platform.decision.Decision;
import cn.quality.platform.decision.DecisionLog;
import cn.quality.platform.http.Preconditions;
import cn.quality.platform.idempotency.Idempotency;
import cn.quality.platform.identifiers.RegionCode;
import cn.quality.platform.identity.Caller;
import cn.quality.platform.outbox.Outbox;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The one course every act takes: hold the entry, gather the circumstances, let the entry decide, and leave entry, span,
 * event, notice to those it is shared with, and decision-log line in the caller's transaction, or nothing.
 */
@ApplicationScoped
class Proceedings {

    private static final Set<ListingAct> CHANGING_THE_LIST = ListingTransitions.changingTheList();

    /** Acts that nobody should be kept from by a version: what takes an entry off, and what the enterprise does itself. */
    private static final Set<ListingAct> WITHOUT_VERSION = Set.of(
            ListingAct.WITHDRAW,
            ListingAct.EXPIRE,
            ListingAct.LAPSE_DEFENCE,
            ListingAct.RECEIVE_DEFENCE,
            ListingAct.STATE,
            ListingAct.OBJECT,
            ListingAct.APPLY_FOR_REPAIR);

    private final ListingRepository listings;
    private final ListingSpans spans;
    private final ReferenceService rules;
    private final Terms terms;
    private final EnterpriseService enterprises;
    private final ArchiveService archive;
    private final SharingService sharing;
    private final Idempotency idempotency;
    private final DecisionLog decisions;
    private final Outbox outbox;
    private final Caller caller;
    private final Clock clock;

    Proceedings(
            ListingRepository listings,
            ListingSpans spans,
            ReferenceService rules,
            Terms terms,
            EnterpriseService enterprises,
            ArchiveService archive,
            SharingService sharing,
            Idempotency idempotency,
            DecisionLog decisions,
            Outbox outbox,
            Caller caller,
            Clock clock) {
        this.listings = listings;
        this.spans = spans;
        this.rules = rules;
        this.terms = terms;
        this.enterprises = enterprises;
        this.archive = archive;
        this.sharing = sharing;
        this.idempotency = idempotency;
        this.decisions = decisions;
        this.outbox = outbox;
        this.caller = caller;
        this.clock = clock;
    }

    /** What the entry does. */
    @FunctionalInterface
    interface Verb {
        ListingEvent on(Listing entry, Circumstances now);
    }

    /** What is asked for on an existing entry: compared when the same key comes again. */
    private record Request(UUID listing, @Nullable Object content) {}

    /**
     * An act of the caller on an existing entry.
     *
     * @param content what came with the act
     * @throws Problem why it may not happen
     */
    ListingView act(ListingAct act, UUID id, @Nullable Object content, Guard guard, Verb verb) {
        idempotency.once(act.logged(), guard.idempotencyKey(), new Request(id, content), () -> {
            var lists = lists(act);
            perform(act, id, guard, verb, caller(), lists);
            return id;
        });
        return view(id);
    }

    /** An act of time. */
    void byTime(ListingAct act, UUID id, Verb verb) {
        perform(act, id, Guard.NONE, verb, Person.TIME, lists(act));
    }

    /**
     * The version of the published lists, held until the commit by whoever changes a list. Always before an entry, so that
     * two never wait in a ring.
     */
    Optional<ListVersion> lists(ListingAct act) {
        return CHANGING_THE_LIST.contains(act) ? Optional.of(listings.holdListVersion()) : Optional.empty();
    }

    void perform(ListingAct act, UUID id, Guard guard, Verb verb, Person person, Optional<ListVersion> lists) {
        var entry = listings.hold(id).orElseThrow(Proceedings::unknown);
        requireOwn(entry, person);
        var before = entry.view();
        var now = circumstances(act, entry, person, lists);
        var event = verb.on(entry, now);
        // After the rules have spoken: a stale version matters only for what is otherwise allowed (RFC 9110 §13.2.1).
        if (!WITHOUT_VERSION.contains(act) || guard.ifMatch() != null) {
            Preconditions.ifMatch(guard.ifMatch()).requireVersion(before.version());
        }
        tell(event, entry, before.state(), now);
        note(act, before, entry);
    }

    /** What leaves the office with an event, and what it leaves behind. */
    void tell(ListingEvent event, Listing entry, ListingState before, Circumstances now) {
        if (event instanceof ListingEvent.Shared shared) {
            outbox.append(shared.outbound());
        }
        if (before.isDisplayed() == entry.state().isDisplayed()) {
            return;
        }
        if (entry.state().isDisplayed()) {
            spans.begin(entry.id(), now.today(), entry.validUntil().orElse(null), now.moment());
            sharing.resume(entry.id());
        } else {
            if (entry.state() == ListingState.BASIS_REVOKED) {
                spans.annul(entry.id(), now.moment());
            } else {
                spans.end(entry.id(), now.today(), now.moment());
            }
            sharing.stop(
                    new SharedEntry(
                            entry.id(),
                            entry.uscc().value(),
                            entry.kind().name(),
                            entry.region().value(),
                            entry.publishedOn().orElseThrow()),
                    now.today());
        }
    }

    void note(ListingAct act, @Nullable ListingView before, Listing after) {
        var view = after.view();
        decisions.append(new Decision(
                act.logged(),
                "listing",
                view.id().toString(),
                view.acts().getLast().reason(),
                view.legalBasis(),
                before,
                view));
    }

    /** Circumstances of an entry that does not exist yet. */
    Circumstances circumstances(EnterpriseView subject, String legalBasis) {
        var moment = clock.instant();
        return new Circumstances(
                caller(),
                moment,
                terms.book(),
                rules.legalBasis(legalBasis),
                Optional.ofNullable(subject.closedOn()),
                listings.isBlackListed(subject.code(), LegalDates.on(moment)),
                false,
                false,
                0);
    }

    private Circumstances circumstances(ListingAct act, Listing entry, Person person, Optional<ListVersion> lists) {
        var moment = clock.instant();
        return new Circumstances(
                person,
                moment,
                terms.book(),
                rules.legalBasis(entry.legalBasis()),
                enterprises.closedOn(entry.uscc()),
                listings.isBlackListed(entry.uscc(), LegalDates.on(moment)),
                act == ListingAct.GRANT_REPAIR
                        && entry.publishedOn()
                                .filter(day -> archive.isPenalisedAfter(entry.uscc(), day))
                                .isPresent(),
                act == ListingAct.ARCHIVE && sharing.allAcknowledged(entry.id()),
                lists.map(version -> version.advance(moment)).orElse(0L));
    }

    /** An enterprise that does not own the entry is not told that there is one. */
    private static void requireOwn(Listing entry, Person person) {
        if (person.isEnterprise() && !entry.isAbout(person)) {
            throw unknown();
        }
    }

    Person caller() {
        return new Person(caller.id(), region(), caller.has(Roles.ENTERPRISE) ? caller.uscc() : Optional.empty());
    }

    Optional<RegionCode> region() {
        return caller.region().map(RegionCode::new);
    }

    ListingView view(UUID id) {
        listings.flush();
        return listings.findById(id).view();
    }

    static Problem unknown() {
        return new Problem(ProblemTypes.NOT_FOUND, new Text("没有这一条目", "There is no such entry"));
    }
}

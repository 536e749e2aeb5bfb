package cn.quality.credit.listing;

import cn.quality.credit.archive.ArchiveService;
import cn.quality.credit.enterprise.EnterpriseService;
import cn.quality.credit.enterprise.EnterpriseView;
import cn.quality.credit.rules.DeadlineCalculator;
import cn.quality.credit.rules.ReferenceService;
import cn.quality.credit.rules.RulePack;
import cn.quality.credit.sharing.SharedEntry;
import cn.quality.credit.sharing.SharingService;
import cn.quality.platform.act.Act;
import cn.quality.platform.act.Act.VersionCheck;
import cn.quality.platform.act.ActExecutor;
import cn.quality.platform.act.ActResult;
import cn.quality.platform.act.ActSubject;
import cn.quality.platform.clock.LegalDates;
import cn.quality.platform.http.Preconditions;
import cn.quality.platform.identifiers.UnifiedSocialCreditCode;
import cn.quality.platform.identity.Actor;
import cn.quality.platform.identity.Caller;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Runs acts on entries through the {@link ActExecutor}: gathers the {@link DecisionContext}, lets the entry decide, and adds
 * what belongs to a change of the published list, its spans and the notices to subscribers.
 */
@ApplicationScoped
class ListingActExecutor {

    private static final ActSubject<Listing> LISTING =
            ActSubject.of("listing", Listing::id, Listing::version, Listing::view);

    private static final Set<ListingAct> CHANGING_THE_LIST = ListingTransitions.changingTheList();

    /** Acts after which no other entry may rest on the decision of this one. */
    private static final Set<ListingAct> RESTING_ON_A_DECISION =
            Set.of(ListingAct.REVISE, ListingAct.DECIDE, ListingAct.PUBLISH, ListingAct.REINSTATE);

    /** Acts that no version may delay: what takes an entry off the list, and what the enterprise does itself. */
    private static final Set<ListingAct> WITHOUT_VERSION = Set.of(
            ListingAct.WITHDRAW,
            ListingAct.EXPIRE,
            ListingAct.END_WITH_ENTERPRISE,
            ListingAct.LAPSE_DEFENCE,
            ListingAct.RECEIVE_DEFENCE,
            ListingAct.ADD_STATEMENT,
            ListingAct.RAISE_OBJECTION,
            ListingAct.FILE_COURT_RULING,
            ListingAct.APPLY_FOR_REPAIR);

    private final ActExecutor executor;
    private final ListingRepository listings;
    private final NoticeObjectionRepository objections;
    private final ListingSpans spans;
    private final ReferenceService rules;
    private final DeadlineCalculator deadlines;
    private final EnterpriseService enterprises;
    private final ArchiveService archive;
    private final SharingService sharing;
    private final Caller caller;
    private final Clock clock;

    ListingActExecutor(
            ActExecutor executor,
            ListingRepository listings,
            NoticeObjectionRepository objections,
            ListingSpans spans,
            ReferenceService rules,
            DeadlineCalculator deadlines,
            EnterpriseService enterprises,
            ArchiveService archive,
            SharingService sharing,
            Caller caller,
            Clock clock) {
        this.executor = executor;
        this.listings = listings;
        this.objections = objections;
        this.spans = spans;
        this.rules = rules;
        this.deadlines = deadlines;
        this.enterprises = enterprises;
        this.archive = archive;
        this.sharing = sharing;
        this.caller = caller;
        this.clock = clock;
    }

    /** What the entry does. */
    @FunctionalInterface
    interface Verb {
        ListingEvent on(Listing entry, DecisionContext now);
    }

    /** What is asked for on an existing entry: compared when the same key comes again. */
    private record Request(UUID listing, @Nullable Object content) {}

    /** The caller proposes an entry. */
    ListingView draft(NewListing proposal, Preconditions preconditions) {
        var act = Act.making(LISTING, ListingAct.DRAFT.logged(), () -> {
                    var subject = enterprises.require(UnifiedSocialCreditCode.read(proposal.uscc()));
                    var entry = Listing.draft(proposal, subject, context(subject, proposal));
                    listings.persist(entry);
                    return ActResult.changed(entry).basedOn(entry.legalBasis());
                })
                .once(preconditions, proposal);
        return view(executor.perform(act).id());
    }

    /**
     * An act of the caller on an existing entry.
     *
     * @throws Problem why it may not happen
     */
    ListingView perform(UUID id, ActContent content, Preconditions preconditions) {
        return perform(
                content.act(),
                id,
                new Request(id, content.compared()),
                preconditions,
                content.broughtDecision(),
                content::applyTo);
    }

    /**
     * The same for an act whose verb needs more than what came in.
     *
     * @param compared when the same key comes again
     */
    ListingView perform(ListingAct act, UUID id, Object compared, Preconditions preconditions, Verb verb) {
        return perform(act, id, compared, preconditions, Optional.empty(), verb);
    }

    private ListingView perform(
            ListingAct act,
            UUID id,
            Object compared,
            Preconditions preconditions,
            Optional<DecisionDocument> decision,
            Verb verb) {
        executor.perform(act(act, id, caller.actor(), decision, verb)
                .upon(preconditions, WITHOUT_VERSION.contains(act) ? VersionCheck.IF_GIVEN : VersionCheck.REQUIRED)
                .once(preconditions, compared));
        return view(id);
    }

    /**
     * Why the caller may not publish an entry in this version; it is locked until the commit. Nothing changes by the question,
     * so that each unfit entry of a batch can be named.
     */
    Optional<Problem> refusalToPublish(UUID id, ListKind kind, long version) {
        var found = listings.hold(id);
        if (found.isEmpty()) {
            return Optional.of(unknown());
        }
        var entry = found.get();
        if (entry.kind() != kind) {
            return Optional.of(new Problem(
                    PublicationService.OTHER_LIST, Text.of("条目 %s 不属于该榜", "Entry %s belongs to the other list", id)));
        }
        return entry.refusalToPublish(context(ListingAct.PUBLISH, entry, caller.actor(), Optional.empty(), 0))
                .or(() -> entry.version() == version
                        ? Optional.empty()
                        : Optional.of(new Problem(
                                ProblemTypes.PRECONDITION_FAILED,
                                Text.of("当前版本为 %d，不是 %d", "The version is %d, not %d", entry.version(), version))));
    }

    /** An act that follows from the passing of time. */
    void byTime(UUID id, ActContent content) {
        executor.perform(act(content.act(), id, Actor.SYSTEM, Optional.empty(), content::applyTo));
    }

    /** An act that follows from another on the same enterprise, in the same moment: the entry is locked already. */
    void inConsequence(ListingAct act, Listing held, DecisionContext now, Verb verb) {
        executor.perform(Act.on(LISTING, act.logged(), () -> held, entry -> apply(verb, entry, now)));
    }

    /**
     * The version of the published lists, locked until the commit for an act that changes a list. Always before an entry, so
     * that two acts never wait for each other in a ring.
     */
    Optional<ListVersion> lockLists(ListingAct act) {
        return CHANGING_THE_LIST.contains(act) ? Optional.of(listings.holdListVersion()) : Optional.empty();
    }

    private Act<Listing> act(ListingAct act, UUID id, Actor actor, Optional<DecisionDocument> decision, Verb verb) {
        return Act.on(
                LISTING,
                act.logged(),
                () -> load(act, id, actor),
                entry -> apply(verb, entry, context(act, entry, actor, decision)));
    }

    /** For an enterprise, an entry that is not its own does not exist. */
    private Listing load(ListingAct act, UUID id, Actor actor) {
        lockLists(act);
        return listings.hold(id)
                .filter(entry -> !actor.isEnterprise() || entry.isAbout(actor))
                .orElseThrow(ListingActExecutor::unknown);
    }

    private ActResult<Listing> apply(Verb verb, Listing entry, DecisionContext now) {
        boolean wasDisplayed = entry.state().isDisplayed();
        var event = verb.on(entry, now);
        return ActResult.changed(entry)
                .because(entry.lastReason())
                .basedOn(entry.legalBasis())
                .event(event instanceof ListingEvent.Shared shared ? shared.outbound() : null)
                .completedBy(() -> follow(entry, wasDisplayed, now));
    }

    /** What an entry leaves behind when it comes onto the list or goes off it. */
    private void follow(Listing entry, boolean wasDisplayed, DecisionContext now) {
        if (wasDisplayed == entry.state().isDisplayed()) {
            if (entry.state() == ListingState.BASIS_REVOKED) {
                // It was not shown for the time being; now it turns out that it never stood.
                spans.annul(entry.id(), now.moment());
            }
            return;
        }
        if (entry.state().isDisplayed()) {
            spans.begin(entry.id(), now.today(), entry.validUntil().orElse(null), now.moment());
            sharing.resume(entry.id());
            return;
        }
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

    /** For an entry that does not exist yet. */
    private DecisionContext context(EnterpriseView subject, NewListing proposal) {
        var moment = clock.instant();
        return new DecisionContext(
                caller.actor(),
                moment,
                deadlines.rulesFor(RulePack.Cases.LISTING, LegalDates.on(moment)),
                rules.legalBasis(proposal.legalBasis()),
                proposal.broughtDecision()
                        .flatMap(decision ->
                                listings.onDecision(subject.code(), proposal.kind(), decision, Optional.empty())),
                Optional.ofNullable(subject.closedOn()),
                listings.isBlackListed(subject.code(), LegalDates.on(moment)),
                false,
                false,
                false,
                List.of(),
                false,
                0);
    }

    private DecisionContext context(ListingAct act, Listing entry, Actor actor, Optional<DecisionDocument> decision) {
        var version = ListingTransitions.of(entry.kind())
                .find(entry.state(), act)
                .filter(ListingTransitions::changesTheList)
                .flatMap(row -> lockLists(act))
                .map(lists -> lists.advance(clock.instant()))
                .orElse(0L);
        return context(act, entry, actor, decision, version);
    }

    private DecisionContext context(
            ListingAct act, Listing entry, Actor actor, Optional<DecisionDocument> decision, long listVersion) {
        var moment = clock.instant();
        return new DecisionContext(
                actor,
                moment,
                deadlines.rulesFor(RulePack.Cases.LISTING, LegalDates.on(moment)),
                rules.legalBasis(entry.legalBasis()),
                RESTING_ON_A_DECISION.contains(act)
                        ? listings.onDecision(
                                entry.uscc(), entry.kind(), decision.orElse(entry.decision()), Optional.of(entry.id()))
                        : Optional.empty(),
                enterprises.closedOn(entry.uscc()),
                listings.isBlackListed(entry.uscc(), LegalDates.on(moment)),
                act == ListingAct.PUBLISH && objections.isAnyOpen(entry.id()),
                act == ListingAct.PUBLISH && objections.isAnyUpheld(entry.id()),
                act == ListingAct.REINSTATE
                        && entry.displacedBy().filter(listings::wasWrong).isPresent(),
                entry.publishedOn()
                        .filter(day -> act == ListingAct.GRANT_REPAIR)
                        .map(day -> archive.penaltiesAfter(entry.uscc(), day))
                        .orElse(List.of()),
                act == ListingAct.ARCHIVE && sharing.allAcknowledged(entry.id()),
                listVersion);
    }

    private ListingView view(UUID id) {
        listings.flush();
        return listings.findById(id).view();
    }

    static Problem unknown() {
        return new Problem(ProblemTypes.NOT_FOUND, new Text("没有这一条目", "There is no such entry"));
    }
}

package cn.quality.credit.listing;

import cn.quality.credit.Roles;
import cn.quality.credit.enterprise.EnterpriseService;
import cn.quality.credit.identifier.RegionCode;
import cn.quality.credit.identifier.UnifiedSocialCreditCode;
import cn.quality.credit.rules.ReferenceService;
import cn.quality.platform.clock.LegalDates;
import cn.quality.platform.decision.Decision;
import cn.quality.platform.decision.DecisionLog;
import cn.quality.platform.http.Preconditions;
import cn.quality.platform.idempotency.Idempotency;
import cn.quality.platform.identity.Caller;
import cn.quality.platform.outbox.Outbox;
import cn.quality.platform.paging.Cursor;
import cn.quality.platform.paging.Page;
import cn.quality.platform.paging.PageRequest;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The acts of the office on an entry. Each gathers the circumstances, lets the entry decide, and leaves entry, event and
 * decision-log line in one transaction, or nothing.
 */
@ApplicationScoped
class ListingService {

    private static final String DISPLACED = "企业被列入黑榜，红榜条目同时撤下";

    private final ListingRepository listings;
    private final EnterpriseService enterprises;
    private final ReferenceService rules;
    private final Idempotency idempotency;
    private final DecisionLog decisions;
    private final Outbox outbox;
    private final Caller caller;
    private final Clock clock;

    ListingService(
            ListingRepository listings,
            EnterpriseService enterprises,
            ReferenceService rules,
            Idempotency idempotency,
            DecisionLog decisions,
            Outbox outbox,
            Caller caller,
            Clock clock) {
        this.listings = listings;
        this.enterprises = enterprises;
        this.rules = rules;
        this.idempotency = idempotency;
        this.decisions = decisions;
        this.outbox = outbox;
        this.caller = caller;
        this.clock = clock;
    }

    /** What an official asks for on an existing entry. */
    private record Request(UUID listing, @Nullable Object content) {}

    @Transactional
    ListingView draft(NewListing proposal, Optional<String> key) {
        var id = idempotency.once("listing.draft", key, proposal, () -> {
            var subject = enterprises.require(UnifiedSocialCreditCode.parse(proposal.uscc()));
            var listing = Listing.draft(proposal, subject, circumstances(subject.code(), proposal.legalBasis()));
            listings.persist(listing);
            note(ListingAct.DRAFT, "", null, listing);
            return listing.id();
        });
        return view(id);
    }

    @Transactional
    ListingView reject(UUID id, String reason, @Nullable String ifMatch, Optional<String> key) {
        idempotency.once("listing.reject", key, new Request(id, reason), () -> {
            var listing = hold(id);
            var before = listing.view();
            listing.reject(reason, circumstances(listing));
            require(ifMatch, before);
            note(ListingAct.REJECT, reason, before, listing);
            return id;
        });
        return view(id);
    }

    /** Publishes; an enterprise that comes onto the black list leaves the red one in the same moment. */
    @Transactional
    ListingView publish(UUID id, @Nullable String announcement, @Nullable String ifMatch, Optional<String> key) {
        idempotency.once("listing.publish", key, new Request(id, announcement), () -> {
            var lists = listings.holdListVersion();
            var listing = hold(id);
            var before = listing.view();
            var now = circumstances(listing);
            long listVersion = lists.advance(now.moment());
            if (listing.kind() == ListingKind.BLACK) {
                listings.published(listing.uscc(), ListingKind.RED, now.today())
                        .forEach(honour -> takeOff(honour, DISPLACED, listVersion, now));
            }
            var event = listing.publish(announcement, listVersion, now);
            require(ifMatch, before);
            outbox.append(event.outbound());
            note(ListingAct.PUBLISH, announcement == null ? "" : announcement, before, listing);
            return id;
        });
        return view(id);
    }

    @Transactional
    ListingView withdraw(UUID id, String reason, @Nullable String ifMatch, Optional<String> key) {
        idempotency.once("listing.withdraw", key, new Request(id, reason), () -> {
            var lists = listings.holdListVersion();
            var listing = hold(id);
            var before = listing.view();
            var now = circumstances(listing);
            takeOff(listing, reason, lists.advance(now.moment()), now);
            if (ifMatch != null) {
                require(ifMatch, before);
            }
            return id;
        });
        return view(id);
    }

    /** The entry for those who work on it: officials of its region, and auditors. */
    @Transactional
    ListingView desk(UUID id) {
        var listing = listings.findByIdOptional(id).orElseThrow(ListingService::unknown);
        if (!caller.has(Roles.AUDITOR)) {
            caller.requireRegion(listing.region().value());
        }
        return listing.view();
    }

    /** Entries in a state, oldest first: of the official's own region; auditors see all. */
    @Transactional
    Page<ListingView> desk(ListingState state, Optional<RegionCode> region, PageRequest page) {
        var within = caller.has(Roles.AUDITOR) ? region : region.or(this::ownRegion);
        if (!caller.has(Roles.AUDITOR)) {
            caller.requireRegion(within.map(RegionCode::value).orElse("-"));
        }
        var rows = listings.inState(state, within, page.cursor().map(cursor -> cursor.uuid(0)), page.fetch()).stream()
                .map(Listing::view)
                .toList();
        return Page.of(rows, page, row -> Cursor.of(row.id()));
    }

    private void takeOff(Listing listing, String reason, long listVersion, Circumstances now) {
        var before = listing.view();
        var event = listing.withdraw(reason, listVersion, now);
        outbox.append(event.outbound());
        note(ListingAct.WITHDRAW, reason, before, listing);
    }

    private Circumstances circumstances(Listing listing) {
        return circumstances(listing.uscc(), listing.legalBasis());
    }

    private Circumstances circumstances(UnifiedSocialCreditCode uscc, String legalBasis) {
        var moment = clock.instant();
        return new Circumstances(
                new Official(caller.id(), ownRegion()),
                moment,
                rules.legalBasis(legalBasis),
                !listings.published(uscc, ListingKind.BLACK, LegalDates.on(moment))
                        .isEmpty());
    }

    private Optional<RegionCode> ownRegion() {
        return caller.region().map(RegionCode::new);
    }

    private Listing hold(UUID id) {
        return listings.hold(id).orElseThrow(ListingService::unknown);
    }

    private ListingView view(UUID id) {
        listings.flush();
        return listings.findById(id).view();
    }

    /** After the rules have spoken: a stale version matters only for what is otherwise allowed (RFC 9110 §13.2.1). */
    private static void require(@Nullable String ifMatch, ListingView before) {
        Preconditions.requireVersion(ifMatch, before.version());
    }

    private void note(ListingAct act, String reason, @Nullable ListingView before, Listing after) {
        decisions.append(new Decision(
                "listing." + act.name().toLowerCase(Locale.ROOT),
                "listing",
                after.id().toString(),
                reason,
                after.legalBasis(),
                before,
                after.view()));
    }

    private static Problem unknown() {
        return new Problem(ProblemTypes.NOT_FOUND, new Text("没有这一条目", "There is no such entry"));
    }
}

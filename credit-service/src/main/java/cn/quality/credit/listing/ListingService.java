package cn.quality.credit.listing;

import cn.quality.credit.Roles;
import cn.quality.credit.enterprise.EnterpriseService;
import cn.quality.credit.evidence.EvidenceService;
import cn.quality.platform.clock.LegalDates;
import cn.quality.platform.idempotency.Idempotency;
import cn.quality.platform.identifiers.RegionCode;
import cn.quality.platform.identifiers.UnifiedSocialCreditCode;
import cn.quality.platform.identity.Caller;
import cn.quality.platform.paging.Cursor;
import cn.quality.platform.paging.Page;
import cn.quality.platform.paging.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The acts on an entry, each a use case. How an act runs is told in {@link Proceedings}; publication has a service of its own. */
@ApplicationScoped
class ListingService {

    private final ListingRepository listings;
    private final Proceedings proceedings;
    private final EnterpriseService enterprises;
    private final EvidenceService evidence;
    private final Idempotency idempotency;
    private final Caller caller;
    private final Clock clock;

    ListingService(
            ListingRepository listings,
            Proceedings proceedings,
            EnterpriseService enterprises,
            EvidenceService evidence,
            Idempotency idempotency,
            Caller caller,
            Clock clock) {
        this.listings = listings;
        this.proceedings = proceedings;
        this.enterprises = enterprises;
        this.evidence = evidence;
        this.idempotency = idempotency;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    ListingView draft(NewListing proposal, Optional<String> key) {
        var id = idempotency.once(ListingAct.DRAFT.logged(), key, proposal, () -> {
            var subject = enterprises.require(UnifiedSocialCreditCode.parse(proposal.uscc()));
            var entry = Listing.draft(proposal, subject, proceedings.circumstances(subject, proposal.legalBasis()));
            listings.persist(entry);
            proceedings.note(ListingAct.DRAFT, null, entry);
            return entry.id();
        });
        return proceedings.view(id);
    }

    @Transactional
    ListingView revise(UUID id, NewListing proposal, Guard guard) {
        return proceedings.act(ListingAct.REVISE, id, proposal, guard, (entry, now) -> entry.revise(proposal, now));
    }

    @Transactional
    ListingView submit(UUID id, Guard guard) {
        return proceedings.act(ListingAct.SUBMIT, id, null, guard, Listing::submit);
    }

    @Transactional
    ListingView sendBack(UUID id, CaseActs.Reason why, Guard guard) {
        return proceedings.act(ListingAct.SEND_BACK, id, why, guard, (entry, now) -> entry.sendBack(why.reason(), now));
    }

    @Transactional
    ListingView reject(UUID id, CaseActs.Reason why, Guard guard) {
        return proceedings.act(ListingAct.REJECT, id, why, guard, (entry, now) -> entry.reject(why.reason(), now));
    }

    @Transactional
    ListingView serveNotice(UUID id, CaseActs.Notice notice, Guard guard) {
        return proceedings.act(
                ListingAct.SERVE_NOTICE, id, notice, guard, (entry, now) -> entry.serveNotice(notice, now));
    }

    @Transactional
    ListingView receiveDefence(UUID id, CaseActs.Defence defence, Guard guard) {
        requireEvidence(defence.evidence());
        return proceedings.act(
                ListingAct.RECEIVE_DEFENCE, id, defence, guard, (entry, now) -> entry.receiveDefence(defence, now));
    }

    @Transactional
    ListingView lapseDefence(UUID id, Guard guard) {
        return proceedings.act(ListingAct.LAPSE_DEFENCE, id, null, guard, Listing::lapseDefence);
    }

    @Transactional
    ListingView consent(UUID id, CaseActs.Consent consent, Guard guard) {
        return proceedings.act(ListingAct.CONSENT, id, consent, guard, (entry, now) -> entry.consent(consent, now));
    }

    @Transactional
    ListingView decide(UUID id, CaseActs.Ruling ruling, Guard guard) {
        return proceedings.act(ListingAct.DECIDE, id, ruling, guard, (entry, now) -> entry.decide(ruling, now));
    }

    @Transactional
    ListingView serveDecision(UUID id, CaseActs.Service service, Guard guard) {
        return proceedings.act(
                ListingAct.SERVE_DECISION, id, service, guard, (entry, now) -> entry.serveDecision(service, now));
    }

    @Transactional
    ListingView announce(UUID id, CaseActs.PublicNotice notice, Guard guard) {
        return proceedings.act(ListingAct.ANNOUNCE, id, notice, guard, (entry, now) -> entry.announce(notice, now));
    }

    @Transactional
    ListingView state(UUID id, CaseActs.Statement words, Guard guard) {
        return proceedings.act(ListingAct.STATE, id, words, guard, (entry, now) -> entry.state(words.statement(), now));
    }

    @Transactional
    ListingView object(UUID id, CaseActs.Objecting objecting, Guard guard) {
        requireEvidence(objecting.evidence());
        return proceedings.act(ListingAct.OBJECT, id, objecting, guard, (entry, now) -> entry.object(objecting, now));
    }

    @Transactional
    ListingView referObjection(UUID id, CaseActs.Referral referral, Guard guard) {
        return proceedings.act(
                ListingAct.REFER_OBJECTION,
                id,
                referral,
                guard,
                (entry, now) -> entry.referObjection(referral.unit(), now));
    }

    @Transactional
    ListingView answerObjection(UUID id, CaseActs.ObjectionAnswer answer, Guard guard) {
        return proceedings.act(
                answer.upheld() ? ListingAct.UPHOLD_OBJECTION : ListingAct.DISMISS_OBJECTION,
                id,
                answer,
                guard,
                (entry, now) -> entry.answerObjection(answer, now));
    }

    @Transactional
    ListingView applyForRepair(UUID id, CaseActs.Repairing repairing, Guard guard) {
        requireEvidence(repairing.evidence());
        return proceedings.act(
                ListingAct.APPLY_FOR_REPAIR,
                id,
                repairing,
                guard,
                (entry, now) -> entry.applyForRepair(repairing, now));
    }

    @Transactional
    ListingView takeUpRepair(UUID id, CaseActs.RepairAcceptance acceptance, Guard guard) {
        return proceedings.act(
                acceptance.accepted() ? ListingAct.ACCEPT_REPAIR : ListingAct.DECLINE_REPAIR,
                id,
                acceptance,
                guard,
                (entry, now) -> entry.takeUpRepair(acceptance, now));
    }

    @Transactional
    ListingView decideRepair(UUID id, CaseActs.RepairRuling ruling, Guard guard) {
        return proceedings.act(
                ruling.granted() ? ListingAct.GRANT_REPAIR : ListingAct.REFUSE_REPAIR,
                id,
                ruling,
                guard,
                (entry, now) -> entry.decideRepair(ruling, now));
    }

    @Transactional
    ListingView restore(UUID id, CaseActs.FraudFinding fraud, Guard guard) {
        return proceedings.act(ListingAct.RESTORE, id, fraud, guard, (entry, now) -> entry.restore(fraud, now));
    }

    @Transactional
    ListingView revokeBasis(UUID id, CaseActs.Annulment annulment, Guard guard) {
        return proceedings.act(
                ListingAct.REVOKE_BASIS, id, annulment, guard, (entry, now) -> entry.revokeBasis(annulment, now));
    }

    @Transactional
    ListingView withdraw(UUID id, CaseActs.Reason why, Guard guard) {
        return proceedings.act(ListingAct.WITHDRAW, id, why, guard, (entry, now) -> entry.withdraw(why.reason(), now));
    }

    @Transactional
    ListingView liftMeasures(UUID id, CaseActs.Lifting lifting, Guard guard) {
        return proceedings.act(
                ListingAct.LIFT_MEASURES, id, lifting, guard, (entry, now) -> entry.liftMeasures(lifting, now));
    }

    @Transactional
    ListingView archive(UUID id, Guard guard) {
        return proceedings.act(ListingAct.ARCHIVE, id, null, guard, Listing::archive);
    }

    /** The entry for those who work on it: officials of its region, and auditors. */
    @Transactional
    ListingView desk(UUID id) {
        var listing = listings.findByIdOptional(id).orElseThrow(Proceedings::unknown);
        if (!caller.has(Roles.AUDITOR)) {
            caller.requireRegion(listing.region().value());
        }
        return listing.view();
    }

    /** Entries in a state, oldest first: of the official's own region; auditors see all. */
    @Transactional
    Page<ListingView> desk(ListingState state, Optional<RegionCode> region, PageRequest page) {
        var rows =
                listings
                        .inState(state, within(region), page.cursor().map(cursor -> cursor.uuid(0)), page.fetch())
                        .stream()
                        .map(Listing::view)
                        .toList();
        return Page.of(rows, page, row -> Cursor.of(row.id()));
    }

    /** What the office of a region owes and has not done in time, longest overdue first. */
    @Transactional
    Page<OverdueWork> overdue(Optional<RegionCode> region, PageRequest page) {
        var rows = listings.overdue(within(region), LegalDates.today(clock), page);
        return Page.of(rows, page, row -> Cursor.of(row.due(), row.listingId(), row.clock()));
    }

    /** Where the caller may look: auditors everywhere, officials in their own region. */
    private Optional<RegionCode> within(Optional<RegionCode> region) {
        if (caller.has(Roles.AUDITOR)) {
            return region;
        }
        var own = region.or(proceedings::region);
        caller.requireRegion(own.map(RegionCode::value).orElse("-"));
        return own;
    }

    private void requireEvidence(@Nullable List<UUID> files) {
        if (files != null && !files.isEmpty()) {
            evidence.require(files, caller.id());
        }
    }
}

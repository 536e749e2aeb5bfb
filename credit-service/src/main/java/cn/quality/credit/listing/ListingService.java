package cn.quality.credit.listing;

import cn.quality.credit.Roles;
import cn.quality.credit.evidence.EvidenceService;
import cn.quality.platform.clock.LegalDates;
import cn.quality.platform.http.Preconditions;
import cn.quality.platform.identifiers.RegionCode;
import cn.quality.platform.identity.Caller;
import cn.quality.platform.paging.Cursor;
import cn.quality.platform.paging.Page;
import cn.quality.platform.paging.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/**
 * What officials and enterprises do to entries, and what officials read of them. How an act runs is documented in {@link
 * ListingActExecutor}; publication has a service of its own.
 */
@ApplicationScoped
class ListingService {

    private final ListingRepository listings;
    private final ListingActExecutor acts;
    private final EvidenceService evidence;
    private final Caller caller;
    private final Clock clock;

    ListingService(
            ListingRepository listings, ListingActExecutor acts, EvidenceService evidence, Caller caller, Clock clock) {
        this.listings = listings;
        this.acts = acts;
        this.evidence = evidence;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    ListingView draft(NewListing proposal, Preconditions preconditions) {
        return acts.draft(proposal, preconditions);
    }

    /** An act of the caller: which one, the content says. */
    @Transactional
    ListingView perform(UUID id, ActContent content, Preconditions preconditions) {
        if (!content.files().isEmpty()) {
            evidence.require(content.files(), caller.id());
        }
        return acts.perform(id, content, preconditions);
    }

    /** The entry for those who work on it: officials of its region, and auditors. */
    @Transactional
    ListingView desk(UUID id) {
        var listing = listings.findByIdOptional(id).orElseThrow(ListingActExecutor::unknown);
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
        return Page.of(rows, page, row -> Cursor.of(row.due(), row.listingId(), row.deadline()));
    }

    /** Where the caller may look: auditors everywhere, officials in their own region. */
    private Optional<RegionCode> within(Optional<RegionCode> region) {
        if (caller.has(Roles.AUDITOR)) {
            return region;
        }
        var own = region.or(() -> caller.actor().region());
        caller.requireRegion(own.map(RegionCode::value).orElse("-"));
        return own;
    }
}

package cn.quality.credit.listing;

import cn.quality.credit.identifier.RegionCode;
import cn.quality.platform.paging.Page;
import cn.quality.platform.paging.PageRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** Reads the published lists and nothing else: what is withdrawn or expired is not there. */
interface ListingLookup {

    /**
     * What is asked for.
     *
     * @param region entries of this region and of those in it
     */
    record Filter(Optional<ListingKind> kind, Optional<RegionCode> region) {}

    /**
     * A page with the version of the list it was taken from.
     *
     * @param asOf moment of the last change of the list; the page has been true since then
     */
    record PublishedPage(Page<PublicListing> page, long listVersion, Instant asOf) {}

    /** Newest first. */
    PublishedPage published(Filter filter, PageRequest page, LocalDate today);

    Optional<PublicListing> published(UUID id, LocalDate today);
}

package cn.quality.credit.listing;

import cn.quality.credit.enterprise.ActivityField;
import cn.quality.platform.identifiers.RegionCode;
import cn.quality.platform.identifiers.UnifiedSocialCreditCode;
import cn.quality.platform.paging.Page;
import cn.quality.platform.paging.PageRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** Reads the published lists and nothing else: what is withdrawn, repaired or expired is not there. */
interface ListingLookup {

    /**
     * What is asked for.
     *
     * @param region entries of this region and of those in it
     * @param ground words that all stand in the ground
     * @param publishedFrom first legal day of publication
     * @param publishedTo last legal day of publication
     */
    record Filter(
            Optional<ListKind> kind,
            Optional<ActivityField> field,
            Optional<RegionCode> region,
            List<String> ground,
            Optional<String> legalBasis,
            Optional<String> authority,
            Optional<LocalDate> publishedFrom,
            Optional<LocalDate> publishedTo,
            Optional<BatchReference> batch,
            Optional<UnifiedSocialCreditCode> uscc) {}

    /** A page with the edition of the lists it was taken from. */
    record PublishedPage(Page<PublicListing> page, ListEdition edition) {}

    /** An entry, or none, with the edition in which it stands or does not. */
    record PublishedEntry(Optional<PublicListing> entry, ListEdition edition) {}

    /** Newest first. */
    PublishedPage published(Filter filter, PageRequest page, LocalDate today);

    PublishedEntry published(UUID id, LocalDate today);

    /** Decisions that a repair was obtained by fraud, newest first. */
    Page<PublicFraudDecision> fraudDecisions(Optional<UnifiedSocialCreditCode> uscc, PageRequest page, LocalDate today);

    /**
     * All entries of one moment, newest first, handed over one by one.
     *
     * @return the edition in which they stand
     */
    ListEdition all(Filter filter, LocalDate today, Consumer<? super PublicListing> consumer);
}

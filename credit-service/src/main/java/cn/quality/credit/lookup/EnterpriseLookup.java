package cn.quality.credit.lookup;

import cn.quality.credit.listing.ListEdition;
import cn.quality.platform.identifiers.UnifiedSocialCreditCode;
import cn.quality.platform.paging.Page;
import cn.quality.platform.paging.PageRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** Reads what everybody may know about enterprises. */
interface EnterpriseLookup {

    /**
     * An answer as it is sent.
     *
     * @param json in UTF-8
     */
    record Written(byte[] json, ListEdition edition) {}

    /**
     * Which state of affairs is asked about.
     *
     * @param validAt the legal day
     * @param knownAt nothing: as it is known now
     * @param everything whether also what the public is no longer shown
     */
    record Question(LocalDate validAt, Optional<Instant> knownAt, boolean everything) {}

    /** Hits with the edition of the lists at that moment. */
    record Hits(Page<EnterpriseHit> page, ListEdition edition) {}

    /**
     * The {@link PublicEnterprise} with this code.
     *
     * @param today legal date on which entries and records must still be valid to be shown
     */
    Optional<Written> byCode(UnifiedSocialCreditCode code, LocalDate today);

    /**
     * The {@link StatusAt} of the enterprise with this code.
     *
     * @param today legal date on which what the public is shown must still be displayed
     */
    Optional<Written> status(UnifiedSocialCreditCode code, Question question, LocalDate today);

    /**
     * Enterprises one of whose names, present or former, contains the text, in the order in which they came on file. Each
     * comes once: by its present name if that fits, else by the latest former one.
     *
     * @param normalised two characters or more, in the form of the name normaliser
     */
    Hits byName(String normalised, PageRequest page);

    /** Those of these codes that are on file, by their codes, as hits. */
    Map<String, EnterpriseHit> hits(Collection<String> codes);
}

package cn.quality.credit.lookup;

import cn.quality.credit.identifier.UnifiedSocialCreditCode;
import cn.quality.platform.paging.Page;
import cn.quality.platform.paging.PageRequest;
import java.time.LocalDate;
import java.util.Optional;

/** Reads what everybody may know about enterprises. */
interface EnterpriseLookup {

    /** @param today legal date on which entries and records must still be valid to be shown */
    Optional<PublicEnterprise> byCode(UnifiedSocialCreditCode code, LocalDate today);

    /**
     * Enterprises one of whose names, present or former, contains the text, in the order of the names that were found. Each
     * comes once: by its present name if that fits, else by the latest former one.
     *
     * @param normalised two characters or more, in the form of the name normaliser
     */
    Page<EnterpriseHit> byName(String normalised, PageRequest page);
}

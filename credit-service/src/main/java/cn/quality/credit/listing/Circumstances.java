package cn.quality.credit.listing;

import cn.quality.credit.rules.LegalBasis;
import cn.quality.platform.clock.LegalDates;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * All that a policy may look at besides the entry itself, gathered before the act.
 *
 * @param legalBasis the catalogue's current version of the entry's basis, if the catalogue has it
 * @param blackListed whether the enterprise is on the black list at this moment
 */
record Circumstances(Official official, Instant moment, Optional<LegalBasis> legalBasis, boolean blackListed) {

    /** The legal date of the act. */
    LocalDate today() {
        return LegalDates.on(moment);
    }
}

package cn.quality.credit.complaint;

import cn.quality.platform.identifiers.RegionCode;
import java.util.Optional;

/**
 * Who acts, as the rules see it.
 *
 * @param id login; empty for the complainant
 * @param region where this person's office is competent
 */
record Official(Party party, String id, Optional<RegionCode> region) {

    static final Official COMPLAINANT = new Official(Party.COMPLAINANT, "", Optional.empty());

    boolean isCompetentIn(RegionCode place) {
        return region.filter(own -> own.covers(place)).isPresent();
    }
}

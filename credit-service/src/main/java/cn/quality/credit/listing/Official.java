package cn.quality.credit.listing;

import cn.quality.credit.identifier.RegionCode;
import java.util.Optional;

/**
 * The person who acts.
 *
 * @param id login, the same whenever this person acts
 * @param region where this person's office is competent; nowhere without it
 */
record Official(String id, Optional<RegionCode> region) {

    boolean isCompetentIn(RegionCode place) {
        return region.filter(own -> own.covers(place)).isPresent();
    }
}

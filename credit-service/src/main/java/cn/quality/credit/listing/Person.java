package cn.quality.credit.listing;

import cn.quality.platform.identifiers.RegionCode;
import cn.quality.platform.identity.CurrentActor;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who acts: an official, an enterprise for itself, or time.
 *
 * @param id login, the same whenever this person acts
 * @param region where this person's office is competent; nowhere without it
 * @param uscc code of the enterprise this person acts for
 */
record Person(String id, Optional<RegionCode> region, Optional<String> uscc) {

    /** Time, which acts through the nightly job. */
    static final Person TIME = new Person(CurrentActor.SYSTEM, Optional.empty(), Optional.empty());

    static Person official(String id, @Nullable RegionCode region) {
        return new Person(id, Optional.ofNullable(region), Optional.empty());
    }

    boolean isCompetentIn(RegionCode place) {
        return equals(TIME) || region.filter(own -> own.covers(place)).isPresent();
    }

    boolean isEnterprise() {
        return uscc.isPresent();
    }
}

package cn.quality.platform.identity;

import cn.quality.platform.identifiers.RegionCode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who acts, as the rules of a domain see it: an official, an enterprise for itself, or the system. What a request says of
 * its sender is a {@link Caller}; rules are given this value instead, so that they can be tested without one.
 *
 * @param id login, the same whenever this person acts
 * @param region where this person's office is competent; nowhere without it
 * @param uscc code of the enterprise this person acts for
 */
public record Actor(String id, Optional<RegionCode> region, Optional<String> uscc) {

    /** Scheduled jobs, which carry out what follows from the passing of time. */
    public static final Actor SYSTEM = new Actor(CurrentActor.SYSTEM, Optional.empty(), Optional.empty());

    /** @param region none: competent nowhere */
    public static Actor official(String id, @Nullable RegionCode region) {
        return new Actor(id, Optional.ofNullable(region), Optional.empty());
    }

    public static Actor enterprise(String id, String uscc) {
        return new Actor(id, Optional.empty(), Optional.of(uscc));
    }

    /** County officials are competent in their county, city officials in all of its counties; the system everywhere. */
    public boolean isCompetentIn(RegionCode place) {
        return equals(SYSTEM) || region.filter(own -> own.covers(place)).isPresent();
    }

    /** It acts for itself, and is competent nowhere. */
    public boolean isEnterprise() {
        return uscc.isPresent();
    }
}

package cn.quality.credit.listing;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What comes in with an act on an entry: it names the act and applies itself to the entry, by one of the entry's verbs. So
 * an act needs no method of its own in {@link ListingService}.
 */
interface ActContent {

    ListingAct act();

    /** The verb. */
    ListingEvent applyTo(Listing entry, DecisionContext now);

    /** Compared when the same idempotency key comes again; null for an act that is all there is. */
    default @Nullable Object compared() {
        return this;
    }

    /** The decision that comes in with it, if one does. */
    default Optional<DecisionDocument> broughtDecision() {
        return Optional.empty();
    }

    /** Uploads that are put on file with it: they must be the caller's own. */
    default List<UUID> files() {
        return List.of();
    }
}

package cn.quality.indicator.live;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What this service reads of an event: the record after what happened to it, and the rule by which it counts. */
sealed interface LiveSnapshot permits LiveSnapshot.OfOneFigure, RegistrySnapshot {

    UUID id();

    /** Whether a record like this can ever count; by what never changes of a record, so that nothing is stored of others. */
    default boolean isOfAKindThatCounts() {
        return true;
    }

    /**
     * What of it counts now, by the id that is stored under; the ids are the same whatever happens to it.
     *
     * @throws NullPointerException when a record that counts lacks what such a record has
     */
    Map<UUID, Optional<CountedRecord>> records(LiveConfig config);

    /** A record that counts in one figure, if in any. */
    sealed interface OfOneFigure extends LiveSnapshot
            permits ListingSnapshot, DeclarationSnapshot, StandardSnapshot, InspectionSnapshot {

        /**
         * What of it counts now.
         *
         * @throws NullPointerException when a record that counts lacks what such a record has
         */
        Optional<CountedRecord> counted(LiveConfig config);

        @Override
        default Map<UUID, Optional<CountedRecord>> records(LiveConfig config) {
            return Map.of(id(), counted(config));
        }
    }
}

package cn.quality.indicator.live;

import cn.quality.indicator.IndicatorCode;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The latest snapshot of a list entry; a tombstone while it is not published. */
@Entity
class ListedEntry {

    @Id
    private UUID listingId;

    private long sequence;

    @Embedded
    private @Nullable PublishedEntry published;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected ListedEntry() {}

    private ListedEntry(UUID listingId) {
        this.listingId = listingId;
        this.sequence = Long.MIN_VALUE;
    }

    static ListedEntry unheardOf(UUID listingId) {
        return new ListedEntry(listingId);
    }

    boolean isOlderThan(long other) {
        return sequence < other;
    }

    void follow(ListingSnapshot told, long toldSequence) {
        sequence = toldSequence;
        published = told.published().orElse(null);
    }

    /** The figure this entry counts in, if it counts. */
    Optional<IndicatorCode> figure() {
        return Optional.ofNullable(published).map(entry -> entry.kind().figure());
    }
}

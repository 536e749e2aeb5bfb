package cn.quality.indicator.live;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What this service reads of a list entry's event. Of an entry that is not published only the id matters: a producer may
 * leave out the rest.
 *
 * @param state any state but {@code PUBLISHED} means that the entry is not public, whatever states the producer adds
 */
record ListingSnapshot(
        @JsonProperty(required = true) UUID listingId,
        @JsonProperty(required = true) String state,
        @Nullable String uscc,
        @Nullable String enterpriseName,
        @Nullable ListKind kind,
        @Nullable Instant publishedAt)
        implements LiveSnapshot.OfOneFigure {

    @Override
    public UUID id() {
        return listingId;
    }

    @Override
    public Optional<CountedRecord> counted(LiveConfig config) {
        if (!state.equals("PUBLISHED")) {
            return Optional.empty();
        }
        var shown = new CountedListing(
                listingId,
                requireNonNull(uscc, "uscc"),
                requireNonNull(enterpriseName, "enterpriseName"),
                requireNonNull(kind, "kind"),
                requireNonNull(publishedAt, "publishedAt"));
        return Optional.of(CountedRecord.one(shown.kind().figure(), listingId.toString(), shown.publishedAt(), shown));
    }
}

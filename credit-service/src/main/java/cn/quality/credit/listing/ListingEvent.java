package cn.quality.credit.listing;

import cn.quality.credit.enterprise.ActivityField;
import cn.quality.platform.outbox.OutboundEvent;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happened to an entry. */
public sealed interface ListingEvent {

    /** An entry has been proposed. Nobody outside the office hears of it. */
    record Drafted() implements ListingEvent {}

    /** A proposal has been turned down. Nobody outside the office hears of it. */
    record Rejected() implements ListingEvent {}

    /** A change of what the public can see: other services are told. */
    sealed interface Shared extends ListingEvent {

        String TOPIC = "quality.credit.listing";

        /** CloudEvents type; its JSON Schema has the same name. */
        String type();

        /** Version of the entry after the change. */
        long sequence();

        Snapshot listing();

        default OutboundEvent outbound() {
            return new OutboundEvent(TOPIC, type(), listing().listingId().toString(), sequence(), listing());
        }
    }

    /** The entry is on the public list. */
    record Published(long sequence, Snapshot listing) implements Shared {
        @Override
        public String type() {
            return "cn.quality.credit.listing.published.v1";
        }
    }

    /** The entry is off the public list: whoever keeps it stops showing, sharing and using it. */
    record Withdrawn(long sequence, Snapshot listing) implements Shared {
        @Override
        public String type() {
            return "cn.quality.credit.listing.withdrawn.v1";
        }
    }

    /** All of the entry that may be shared: neither facts nor officials. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Snapshot(
            UUID listingId,
            String uscc,
            String enterpriseName,
            ListingKind kind,
            ActivityField field,
            String ground,
            String legalBasis,
            String region,
            @Nullable String authority,
            @Nullable String documentNumber,
            ListingState state,
            @Nullable Instant publishedAt,
            @Nullable LocalDate validUntil) {}
}

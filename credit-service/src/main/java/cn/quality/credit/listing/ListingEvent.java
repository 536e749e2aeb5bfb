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

    /** Names of what can happen: each row of the table has one. */
    enum Kind {
        DRAFTED,
        REVISED,
        SUBMITTED,
        SENT_BACK,
        REJECTED,
        NOTICE_SERVED,
        DEFENCE_RECEIVED,
        DEFENCE_LAPSED,
        CONSENT_GIVEN,
        DECIDED,
        DECISION_SERVED,
        ANNOUNCED,
        NOTICE_OBJECTION_ANSWERED,
        PUBLISHED,
        STATED,
        OBJECTED,
        OBJECTION_REFERRED,
        OBJECTION_DISMISSED,
        REPAIR_APPLIED,
        REPAIR_ACCEPTED,
        REPAIR_EXTENDED,
        COURT_RULING_FILED,
        TEMPORARY_REPAIR_REFUSED,
        REPAIR_DECLINED,
        REPAIR_REFUSED,
        REPAIRED,
        WITHDRAWN,
        EXPIRED,
        REPAIR_REVOKED,
        CLOSED,
        MEASURES_LIFTED,
        ARCHIVED
    }

    /** Stays in the office: it is not published. */
    record Internal(Kind kind) implements ListingEvent {}

    /** A change of what the public can see: published to the other services. */
    sealed interface Shared extends ListingEvent {

        String TOPIC = "quality.credit.listing";

        /** CloudEvents type; its JSON Schema has the same name. */
        String type();

        /** Version of the entry after the change. */
        long sequence();

        Payload listing();

        default OutboundEvent outbound() {
            return new OutboundEvent(TOPIC, type(), listing().listingId().toString(), sequence(), listing());
        }
    }

    /** The entry is on the public list: for the first time, or again because its repair was revoked or has failed. */
    record Published(long sequence, Snapshot listing) implements Shared {
        @Override
        public String type() {
            return "cn.quality.credit.listing.published.v1";
        }
    }

    /** The entry is off the public list: every consumer that stores it stops showing, sharing and using it. */
    record Withdrawn(long sequence, Ended listing) implements Shared {
        @Override
        public String type() {
            return "cn.quality.credit.listing.withdrawn.v1";
        }
    }

    /** The enterprise has repaired its credit: every consumer that stores the entry stops showing, sharing and using it. */
    record Repaired(long sequence, Ended listing) implements Shared {
        @Override
        public String type() {
            return "cn.quality.credit.listing.repaired.v1";
        }
    }

    /** The last day of the entry is over: every consumer that stores it stops showing, sharing and using it. */
    record Expired(long sequence, Ended listing) implements Shared {
        @Override
        public String type() {
            return "cn.quality.credit.listing.expired.v1";
        }
    }

    /** What rides on an event. */
    sealed interface Payload {
        UUID listingId();
    }

    /** All of a published entry that may be shared: neither facts nor officials. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Snapshot(
            UUID listingId,
            String uscc,
            String enterpriseName,
            ListKind kind,
            ActivityField field,
            String ground,
            String legalBasis,
            String region,
            @Nullable String authority,
            @Nullable String documentNumber,
            ListingState state,
            @Nullable Instant publishedAt,
            @Nullable LocalDate validUntil,
            @Nullable LocalDate creditChinaUntil)
            implements Payload {}

    /** What remains to be said of an entry that has ended: that it has. Sharing stops with this event. */
    record Ended(UUID listingId, String uscc, ListKind kind, String region, ListingState state, Instant endedAt)
            implements Payload {}
}

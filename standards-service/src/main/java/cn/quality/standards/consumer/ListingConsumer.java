package cn.quality.standards.consumer;

import cn.quality.platform.identifiers.UnifiedSocialCreditCode;
import cn.quality.platform.inbox.EventConsumer;
import cn.quality.platform.inbox.InboundEvent;
import cn.quality.standards.declarant.DeclarantService;
import cn.quality.standards.declarant.ListKind;
import cn.quality.standards.declarant.PublicEntry;
import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** List entries published, and taken from sight again: withdrawn, repaired or expired. */
@ApplicationScoped
class ListingConsumer implements EventConsumer {

    private static final Map<String, Boolean> VISIBLE_BY_TYPE = Map.of(
            "cn.quality.credit.listing.published.v1", true,
            "cn.quality.credit.listing.withdrawn.v1", false,
            "cn.quality.credit.listing.repaired.v1", false,
            "cn.quality.credit.listing.expired.v1", false);

    private final DeclarantService declarants;

    ListingConsumer(DeclarantService declarants) {
        this.declarants = declarants;
    }

    /** What of the payload this service needs; of an entry that has ended the credit service tells no more than that. */
    record Listing(
            UUID listingId,
            String uscc,
            ListKind kind,
            @Nullable Instant publishedAt,
            @Nullable LocalDate validUntil) {}

    @Override
    public String group() {
        return "standards-listing";
    }

    @Override
    public Set<String> topics() {
        return Set.of("quality.credit.listing");
    }

    @Override
    public void on(InboundEvent event) throws JsonProcessingException {
        var visible = VISIBLE_BY_TYPE.get(event.type());
        if (visible == null) {
            return;
        }
        var data = event.data(Listing.class);
        declarants.list(
                UnifiedSocialCreditCode.read(data.uscc()),
                new PublicEntry(
                        data.listingId(), data.kind(), data.publishedAt() == null ? event.time() : data.publishedAt()),
                visible,
                data.validUntil(),
                event.sequence());
    }
}

package cn.quality.indicator.live;

import cn.quality.platform.inbox.EventConsumer;
import cn.quality.platform.inbox.InboundEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Follows the red and the black list. Each event carries the whole entry, so what happened (withdrawn, repaired, expired, or
 * something the producer will invent) need not be known to do right by it: an entry that is not published is not shown.
 */
@ApplicationScoped
class ListingConsumer implements EventConsumer {

    private static final Pattern SNAPSHOT_V1 = Pattern.compile("cn\\.quality\\.credit\\.listing\\.[a-z-]+\\.v1");

    private final LiveCounting counting;

    ListingConsumer(LiveCounting counting) {
        this.counting = counting;
    }

    @Override
    public String group() {
        return "indicator-live-listings";
    }

    @Override
    public Set<String> topics() {
        return Set.of("quality.credit.listing");
    }

    @Override
    public void on(InboundEvent event) throws Exception {
        if (!SNAPSHOT_V1.matcher(event.type()).matches()) {
            return;
        }
        var told = event.data(ListingSnapshot.class);
        if (!told.listingId().toString().equals(event.subject())) {
            throw new IllegalArgumentException("The event's subject is another list entry than its data");
        }
        counting.follow(told, event.sequence(), event.time());
    }
}

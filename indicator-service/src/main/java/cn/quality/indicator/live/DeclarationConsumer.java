package cn.quality.indicator.live;

import cn.quality.platform.inbox.EventConsumer;
import cn.quality.platform.inbox.InboundEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.regex.Pattern;

/** Follows the declarations of standards, by the same rule as {@link ListingConsumer}: what is not public is not counted. */
@ApplicationScoped
class DeclarationConsumer implements EventConsumer {

    private static final Pattern SNAPSHOT_V1 = Pattern.compile("cn\\.quality\\.standards\\.declaration\\.[a-z-]+\\.v1");

    private final LiveCounting counting;

    DeclarationConsumer(LiveCounting counting) {
        this.counting = counting;
    }

    @Override
    public String group() {
        return "indicator-live-declarations";
    }

    @Override
    public Set<String> topics() {
        return Set.of("quality.standards.declaration");
    }

    @Override
    public void on(InboundEvent event) throws Exception {
        if (!SNAPSHOT_V1.matcher(event.type()).matches()) {
            return;
        }
        var told = event.data(DeclarationSnapshot.class);
        if (!told.declarationId().toString().equals(event.subject())) {
            throw new IllegalArgumentException("The event's subject is another declaration than its data");
        }
        counting.follow(told, event.sequence(), event.time());
    }
}

package cn.quality.indicator.live;

import cn.quality.platform.inbox.EventConsumer;
import cn.quality.platform.inbox.InboundEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Takes the events of all {@link LiveSource}s. */
@ApplicationScoped
class LiveConsumer implements EventConsumer {

    private final LiveCounting counting;
    private final LiveConfig config;

    LiveConsumer(LiveCounting counting, LiveConfig config) {
        this.counting = counting;
        this.config = config;
    }

    @Override
    public String group() {
        return "indicator-live";
    }

    @Override
    public Set<String> topics() {
        return LiveSource.TOPICS;
    }

    @Override
    public void on(InboundEvent event) throws Exception {
        LiveSource.read(event, config).forEach(told -> counting.count(told, event.time()));
    }
}

package cn.quality.standards.consumer;

import cn.quality.platform.inbox.EventConsumer;
import cn.quality.platform.inbox.InboundEvent;
import cn.quality.standards.watch.WatchCheckService;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;

/**
 * What the catalogue of this very service states: whatever watches the standard is to be looked at. By its event and not in
 * its transaction, so that stating a standard does not wait for those who watch it.
 */
@ApplicationScoped
class StandardConsumer implements EventConsumer {

    private final WatchCheckService checks;

    StandardConsumer(WatchCheckService checks) {
        this.checks = checks;
    }

    @Override
    public String group() {
        return "standards-watch";
    }

    @Override
    public Set<String> topics() {
        return Set.of("quality.standards.standard");
    }

    @Override
    public void on(InboundEvent event) {
        checks.mark(UUID.fromString(event.subject()));
    }
}

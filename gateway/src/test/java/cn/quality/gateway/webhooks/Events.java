package cn.quality.gateway.webhooks;

import cn.quality.testing.CloudEvent;
import cn.quality.testing.EventBroker;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** The credit-service as far as Kafka sees it. */
final class Events {

    static final String PUBLISHED = "cn.quality.credit.listing.published.v1";
    static final String WITHDRAWN = "cn.quality.credit.listing.withdrawn.v1";

    private Events() {}

    /** @return the event's id */
    static UUID published(String subject, String region, String ground) {
        return send(publication(subject, region, ground));
    }

    /** One of many that are sent together. */
    static CloudEvent publication(String subject, String region, String ground) {
        return listing(PUBLISHED, subject, region, 1, "PUBLISHED", Map.of("ground", ground));
    }

    static UUID withdrawn(String subject, String region) {
        return send(listing(WITHDRAWN, subject, region, 2, "WITHDRAWN", Map.of()));
    }

    static UUID standard(String subject) {
        return send(now(CloudEvent.of(
                "quality.standards.standard",
                "cn.quality.standards.standard.registered.v1",
                subject,
                1,
                Map.of("standardId", subject, "number", "GB/T 1.1-2020"))));
    }

    /** Told to one client alone. */
    static UUID noticed(String recipient) {
        var notice = UUID.randomUUID().toString();
        return send(now(CloudEvent.of(
                "quality.standards.watch",
                "cn.quality.standards.watch.noticed.v1",
                notice,
                1,
                Map.of("noticeId", notice, "recipient", recipient, "number", "GB/T 1.1-2020"))));
    }

    private static CloudEvent listing(
            String type, String subject, String region, long sequence, String state, Map<String, String> more) {
        var data = new HashMap<String, Object>(more);
        data.put("listingId", subject);
        data.put("uscc", "91371199MA3RH00187");
        data.put("kind", "BLACK");
        data.put("region", region);
        data.put("state", state);
        return now(CloudEvent.of("quality.credit.listing", type, subject, sequence, data));
    }

    private static CloudEvent now(CloudEvent event) {
        return event.with("time", Instant.now().toString())
                .with("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
    }

    private static UUID send(CloudEvent event) {
        EventBroker.send(event);
        return event.id();
    }
}

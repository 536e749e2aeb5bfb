package cn.quality.platform.outbox;

import cn.quality.platform.topics.Topics;

/**
 * An event for the other services: the aggregate's full shareable state after a change. Personal data never rides on it.
 *
 * @param topic Kafka topic, one per kind of aggregate; one of those listed
 * @param type for example {@code cn.quality.credit.listing.published.v1}
 * @param subject the aggregate's identifier; events of one subject keep their order
 * @param sequence the aggregate's version; consumers ignore what is older than what they have
 * @param data written as JSON
 */
public record OutboundEvent(String topic, String type, String subject, long sequence, Object data) {

    public OutboundEvent {
        Topics.listed(topic);
    }
}

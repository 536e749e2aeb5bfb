/** Webhooks from Kafka to a real receiver that behaves as a test scripts it. */
@NullMarked
package cn.quality.gateway.webhooks;

import org.jspecify.annotations.NullMarked;

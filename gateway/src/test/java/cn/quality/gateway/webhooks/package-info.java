/** Webhooks from Kafka to a real receiver that behaves as it is told. */
@NullMarked
package cn.quality.gateway.webhooks;

import org.jspecify.annotations.NullMarked;

/**
 * What happens, as it happens: one tail of the suite's topics in each gateway, and the stream of events for other systems.
 *
 * <p>{@link cn.quality.gateway.feeds.EventTail} reads every partition itself and belongs to no consumer group: each gateway
 * needs every event (its own cache has to be purged, its own connections are to be served), and none needs events from
 * before it started. It notifies every {@link cn.quality.gateway.feeds.EventListener} in this process of what it reads.
 */
@NullMarked
package cn.quality.gateway.feeds;

import org.jspecify.annotations.NullMarked;

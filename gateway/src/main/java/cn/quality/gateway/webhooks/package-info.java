/**
 * Other systems are notified of events by HTTP. A {@link cn.quality.gateway.webhooks.Webhook} says who is notified, where, of which
 * events and regions. {@link cn.quality.gateway.webhooks.EventIntake} takes events from Kafka and, in the same transaction,
 * queues a delivery for every webhook they fit. {@link cn.quality.gateway.webhooks.Dispatcher} carries deliveries out, each on
 * a virtual thread through {@link cn.quality.gateway.webhooks.WebhookSender}, and tries for three days.
 *
 * <p>Invariants:
 * <ul>
 *   <li>At least once: a delivery is taken by moving its due time on, so one whose result was not recorded comes back, with the
 *       same id. Any number of gateways may dispatch.
 *   <li>Of each subject only the latest event is stored. What has been withdrawn is never sent again, neither late nor by a
 *       replay; a delivery that was overtaken ends as superseded.
 *   <li>No connection is made to an address that {@link cn.quality.gateway.webhooks.AddressGuard} has not looked at, and none
 *       before the receiver has agreed (handshake), and no redirect is followed.
 *   <li>A slow receiver holds up its own few deliveries and those of no other.
 * </ul>
 */
@NullMarked
package cn.quality.gateway.webhooks;

import org.jspecify.annotations.NullMarked;
